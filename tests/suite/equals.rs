//! Several who answer, lead, stand in or are turned to as equals; teams in teams, former members, several roles.

use crate::project::Project;

const COMPANY: &str = r#"
    name: Acme
    time_zone: Europe/Helsinki
    hours: {office: "Mo-Fr 08:00-16:00"}
"#;

const PEOPLE: &str = r#"
    ada.ek: {name: Ada Ek, phone: +358 9 555 0101, away: [{from: 2026-11-20, until: 2026-11-30}]}
    bo.dal: {name: Bo Dal, phone: +358 9 555 0102, deputy: [ada.ek, cy.ros]}
    cy.ros: {name: Cy Ros}
"#;

const PAY: &str = r#"
    name: Pay
    hours: office
    lead: [bo.dal, cy.ros]
    channels: [{email: pay@acme.example}]
    teams:
      desk:
        name: Desk
        lead: [bo.dal, cy.ros]
        members: [{person: ada.ek, role: Clerk, for: Overtime}, {person: ada.ek, role: Trainer}]
      night: {name: Night, part_of: desk, lead: cy.ros, former: [ada.ek]}
    services:
      pay:
        name: Pay
        summary: Pays.
        team: desk
        owner: [ada.ek, bo.dal]
        deputy: [cy.ros]
        steps: [{what: We look, who: lead}]
        escalate: [{to: lead, after: 1d}, {to: [ada.ek, night], after: 2d}]
"#;

fn project() -> Project {
    Project::empty().file("catalog.yaml", COMPANY).file("people.yaml", PEOPLE).file("departments/pay.yaml", PAY)
}

#[test]
fn pages_name_them_all_in_the_order_in_which_they_are_written() {
    let project = project();
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let service = project.words("services/pay.html");
    assert!(service.contains("We lookBo Dal, Cy Ros"), "{service}");
    assert!(service.contains("After 1 working day: Bo Dal, +358 9 555 0102 · Cy Ros"), "{service}");
    assert!(
        service.contains("After 2 working days: Ada Ek, +358 9 555 0101 Away until Mon 30 Nov · Night"),
        "{service}"
    );
    assert!(service.contains("Responsible Ada Ek Away until Mon 30 Nov · Bo Dal"), "{service}");
    let team = project.words("teams/desk.html");
    assert!(team.contains("Lead: Bo Dal, Cy Ros") && team.contains("Teams in this teamNight"), "{team}");
    assert!(team.contains("Clerk: Overtime") && team.contains("Trainer"), "{team}");
    assert!(project.words("teams/night.html").contains("Former membersAda Ek"));
    let person = project.words("people/ada.ek.html");
    assert!(person.contains("Earlier inNight"), "{person}");
    assert!(project.words("people/bo.dal.html").contains("When away, ask: Cy Ros, Ada Ek"));
}

#[test]
fn the_public_data_lists_them() {
    let project = project();
    assert_eq!(project.run(["build"]).status, 0);
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let catalog: serde_json::Value = serde_json::from_str(&text).unwrap();
    let service = &catalog["services"][0];
    assert_eq!(service["owner"], serde_json::json!([{"person": "ada.ek"}, {"person": "bo.dal"}]));
    assert_eq!(service["escalate"][1]["to"], serde_json::json!([{"person": "ada.ek"}, {"team": "night"}]));
    let desk = &catalog["teams"][0];
    assert_eq!(
        (&desk["parts"], &desk["members"][0]["roles"][1]["role"]["en"]),
        (&serde_json::json!(["night"]), &"Trainer".into())
    );
}

/// Ada is away, but Bo answers for the same promise, and of Bo's deputies Cy is there.
#[test]
fn one_of_several_who_is_there_is_enough() {
    let report = project().check();
    assert!(!report.contains("[away-without-deputy]") && !report.contains("[deputy-away]"), "{report}");
    let alone = PAY.replace("owner: [ada.ek, bo.dal]", "owner: ada.ek").replace("        deputy: [cy.ros]\n", "");
    let report = project().file("departments/pay.yaml", alone).check();
    assert!(report.contains("warning[away-without-deputy]: `ada.ek` is away"), "{report}");
}

#[test]
fn slips_are_told_where_they_are() {
    let slips = PAY
        .replace("owner: [ada.ek, bo.dal]", "owner: [ada.ek, ada.ek]")
        .replace("{to: lead, after: 1d}", "{to: [], after: 1d}")
        .replace("role: Trainer", "role: Clerk")
        .replace("former: [ada.ek]", "former: [cy.ros]");
    let report = project().file("departments/pay.yaml", slips).check();
    for told in [
        "warning[named-twice]: `ada.ek` is named twice in this list",
        "warning[named-twice]: `cy.ros` is named as a former member and as one of today",
        "error[unknown-party]: this step names nobody to turn to",
    ] {
        assert!(report.contains(told), "{told}\n{report}");
    }
    assert_eq!(report.matches("[named-twice]: `ada.ek`").count(), 2, "{report}");
}
