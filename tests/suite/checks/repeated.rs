//! What holds of nearly every entry is told once.

use crate::project::Project;

/// A department with so many services, of which the first ones say nothing of themselves.
fn services(silent: usize, all: usize) -> Project {
    let summary = |n: usize| if n < silent { "" } else { ", summary: Something" };
    let services: String = (0..all).map(|n| format!("  s{n:02}: {{name: S{n}{}}}\n", summary(n))).collect();
    Project::new().file("departments/pay.yaml", format!("name: Pay\nservices:\n{services}"))
}

#[test]
fn a_finding_for_nearly_every_entry_is_one_with_a_count_and_the_first_places() {
    let project = services(15, 20);
    let said = project.finding("missing-summary");
    assert!(said.contains("; so it is with 15 of 20 services"), "{said}");
    assert!(said.contains("pay.yaml:3:3\n = note"), "in few lines: {said}");
    assert!(project.check().contains("\n16  warning  missing-summary\n"), "the department's own is counted, too");
    let json = project.run(["check", "--format", "json"]).stdout;
    assert!(json.contains("\"count\": 15") && json.contains("here, too"), "{json}");
}

#[test]
fn findings_for_some_entries_stand_each_by_itself() {
    for (silent, all) in [(4, 4), (8, 9), (14, 20)] {
        let said = services(silent, all).finding("missing-summary");
        assert_eq!(said.matches("warning[missing-summary]: the service ").count(), silent, "{said}");
    }
}

#[test]
fn what_cannot_be_asked_of_an_entry_does_not_count() {
    let service = |n: usize| match n {
        0..28 => format!("  s{n:02}: {{name: S{n}, summary: Something}}\n"),
        _ => format!("  s{n:02}: {{name: S{n}, summary: Something, status: retired}}\n"),
    };
    let services: String = (0..40).map(service).collect();
    let project = Project::new().file("departments/pay.yaml", format!("name: Pay\nservices:\n{services}"));
    let said = project.finding("missing-asked-as");
    assert!(said.contains("; so it is with 28 of 28 services on offer"), "{said}");
    assert_eq!(said.matches("[missing-asked-as]").count(), 1, "{said}");
    let said = project.finding("retired-without-replacement");
    let told = "12 retired services do not say what to use instead: `s28`, `s29`, `s30` and 9 more";
    assert!(said.contains(told) && said.contains("pay.yaml:31:3"), "{said}");
    assert!(said.contains("leave it as it is: its page says that it has ended"), "{said}");
    let teams: String = (0..6).map(|n| format!("  t{n}: {{name: T{n}, summary: Something}}\n")).collect();
    let pay = format!("name: Pay\nteams:\n{teams}services:\n  s: {{name: S, team: t0, summary: Something}}\n");
    let said = Project::new().file("departments/pay.yaml", pay).finding("empty-team");
    assert!(said.contains("nobody works in the team `t0`; so it is with 6 of 6 teams"), "{said}");
    assert!(said.contains("into the `aliases` of that one") && !said.contains("delete the team"), "{said}");
}

#[test]
fn teams_without_services_do_not_count_where_their_services_are_missed() {
    let teams =
        |hours: &str| (0..14).map(|n| format!("  t{n:02}: {{name: T{n}, summary: X{hours}}}\n")).collect::<String>();
    let services: String = (0..20).map(|n| format!("  s{n:02}: {{name: S{n}, team: t{:02}}}\n", n % 10)).collect();
    let pay = format!("name: Pay\nteams:\n{}services:\n{services}", teams(""));
    let said = Project::new().file("departments/pay.yaml", pay).finding("missing-hours");
    assert!(said.contains("so it is with 10 of 10 teams with services"), "{said}");
}

#[test]
fn a_file_is_told_of_a_hundred_mistakes_of_a_kind_and_how_many_more_there_are() {
    let needs: String = (0..250).map(|n| format!("{{service: no-{n}}}, ")).collect();
    let services = format!("  pay: {{name: Pay, summary: Something, depends_on: [{needs}]}}\n");
    let project = Project::new().file("departments/pay.yaml", format!("name: Pay\nservices:\n{services}"));
    let said = project.check();
    assert_eq!(said.matches("there is no service `no-").count(), 100, "{said}");
    assert!(said.contains("150 more findings of this kind in this file, of which this is the first"), "{said}");
    assert!(said.contains("250 errors"), "each is counted: {said}");
}
