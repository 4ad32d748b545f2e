//! `serves` leads somewhere: audiences, departments and teams show what is there for them.

use crate::project::Project;

fn built(project: &Project) {
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
}

fn page(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

/// The part of a page under the heading of that id.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, rest) =
        html.split_once(&format!("<h2 id=\"{id}\"")).unwrap_or_else(|| panic!("no section `{id}` in\n{html}"));
    rest.split("</section>").next().unwrap()
}

/// A company whose groups have something of each kind.
pub(crate) fn company() -> Project {
    Project::new()
        .file(
            "catalog.yaml",
            "
            name: Acme
            locales: [en, fi]
            time_zone: Europe/Helsinki
            hours: {office: \"Mo-Fr 08:00-16:00\"}
            audiences:
              managers: {name: {en: Managers, fi: Esihenkilöt}, summary: {en: Whoever leads people}}
              drivers: {name: Drivers}
            ",
        )
        .file(
            "departments/pay.yaml",
            "
            name: Payroll
            hours: office
            serves: [managers]
            teams: {desk: {name: Pay desk}}
            services:
              report:
                name: Pay report
                team: desk
                serves: [managers, yard]
                you_provide: [{what: Approved hours, from: [drivers], deadline: {every: month, on: 25}}]
              old: {name: Old report, team: desk, serves: [managers], status: retired, replaced_by: report}
            ",
        )
        .file(
            "departments/yard.yaml",
            "
            name: Yard
            hours: office
            teams: {gate: {name: Gate}}
            services: {door: {name: Open a door, team: gate, serves: [desk]}}
            ",
        )
        .file(
            "journeys/leave.yaml",
            "{name: Somebody leaves, audience: managers, kind: situation, steps: [{what: Tell us}]}",
        )
}

#[test]
fn an_audience_has_a_page_with_what_is_there_for_it() {
    let project = company();
    built(&project);
    let managers = page(&project, "audiences/managers.html");
    assert!(managers.contains("<h1>Managers</h1>") && managers.contains("Whoever leads people"), "{managers}");
    let services = section(&managers, "services");
    assert!(services.contains("<a href=\"../services/report.html\">Pay report</a>"), "{services}");
    assert!(!services.contains("Old report"), "what has ended is there for nobody: {services}");
    assert!(section(&managers, "departments").contains("../departments/pay.html"));
    assert!(section(&managers, "journeys").contains("../journeys/leave.html"));
    assert!(page(&project, "fi/audiences/managers.html").contains("<h1>Esihenkilöt</h1>"));
}

#[test]
fn an_audience_is_told_what_it_has_to_bring() {
    let project = company();
    built(&project);
    let drivers = page(&project, "audiences/drivers.html");
    let brings = section(&drivers, "brings");
    assert!(brings.contains("Approved hours") && brings.contains("../services/report.html"), "{brings}");
    assert!(section(&drivers, "dates").contains("href=\"../audiences/drivers.ics\""), "{drivers}");
}

#[test]
fn whom_a_service_serves_leads_to_their_page() {
    let project = company();
    built(&project);
    let report = page(&project, "services/report.html");
    for href in ["../audiences/managers.html", "../departments/yard.html", "../audiences/drivers.html"] {
        assert!(report.contains(&format!("href=\"{href}\"")), "{href} is not in\n{report}");
    }
    assert!(page(&project, "departments/pay.html").contains("href=\"../audiences/managers.html\""));
    assert!(page(&project, "journeys/leave.html").contains("href=\"../audiences/managers.html\""));
}

#[test]
fn a_team_and_a_department_show_what_others_do_for_them() {
    let project = company();
    built(&project);
    let yard = page(&project, "departments/yard.html");
    assert!(section(&yard, "for-us").contains("../services/report.html"), "{yard}");
    let desk = page(&project, "teams/desk.html");
    assert!(section(&desk, "for-us").contains("../services/door.html"), "{desk}");
    let gate = page(&project, "teams/gate.html");
    assert!(!gate.contains("id=\"for-us\""), "{gate}");
}
