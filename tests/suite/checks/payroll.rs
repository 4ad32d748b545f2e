//! A catalog in which no check finds anything, and the ways to change one thing in it.

use crate::project::Project;

pub(super) const COMPANY: &str = "\
name: Acme
locales: [en]
time_zone: Europe/Helsinki
country: FI
";

pub(super) const DEPARTMENT: &str = "\
name: Payroll
summary: Your pay, on time and right
lead: maija.virtanen
hours: \"Mo-Fr 08:00-16:00; PH off\"
channels: [{email: payroll@acme.example}]
";

pub(super) const TEAM: &str = "\
name: Payroll desk
summary: Answers everything about pay
lead: maija.virtanen
members: [antti.salo]
";

pub(super) const SERVICE: &str = "\
name: Pay correction
summary: We put your pay right
asked_as: [my pay is wrong]
team: desk
owner: maija.virtanen
serves: [everyone]
standards: {normal: {first_response: 4h, resolution: 2d, target: 90%}}
";

pub(super) const PEOPLE: &str = "\
maija.virtanen: {name: Maija Virtanen, deputy: antti.salo}
antti.salo: {name: Antti Salo}
";

pub(super) const CORRECTION: &str = "departments/payroll/services/correction.yaml";

/// A catalog that is complete.
pub(super) fn payroll() -> Project {
    Project::empty()
        .file("catalog.yaml", COMPANY)
        .file("people.yaml", PEOPLE)
        .file("departments/payroll/department.yaml", DEPARTMENT)
        .file("departments/payroll/teams/desk.yaml", TEAM)
        .file(CORRECTION, SERVICE)
}

/// The same, with further lines in its service.
pub(super) fn payroll_with(lines: &str) -> Project {
    payroll().file(CORRECTION, format!("{SERVICE}{lines}"))
}

/// The service without the lines that begin with these keys.
pub(super) fn without(text: &str, keys: &[&str]) -> String {
    text.lines().filter(|line| !keys.iter().any(|key| line.starts_with(key))).map(|line| format!("{line}\n")).collect()
}

/// A further service with a name of its own.
pub(super) fn another(name: &str, lines: &str) -> String {
    format!("name: {name}\n{}{lines}", without(SERVICE, &["name", "asked_as"]))
        + if lines.contains("asked_as") { "" } else { "asked_as: [something else]\n" }
}

/// Nothing is said at all.
pub(super) fn assert_clean(project: &Project) {
    let report = project.check();
    assert!(report.starts_with("Nothing to fix: "), "{report}");
}
