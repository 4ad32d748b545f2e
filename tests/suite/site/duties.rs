//! Dates by group, and what departments owe each other.

use super::Site;
use super::document::Document;
use crate::project::Project;
use luukku::BuildOptions;

/// Two departments: pay asks for hours twice, and house needs what pay does.
fn company() -> Site {
    let project = Project::new()
        .file(
            "catalog.yaml",
            "{name: Acme, locales: [en], time_zone: Europe/Helsinki, hours: {office: \"Mo-Fr 08:00-16:00\"}, \
             audiences: {managers: {name: Managers}}}",
        )
        .file(
            "departments/pay.yaml",
            "name: Pay\nhours: office\nservices:\n\
             \x20 day: {name: Payday, serves: [managers], deadlines: [{name: Money comes, every: month, on: 15}],\n\
             \x20   standards: {normal: {first_response: 4h, resolution: 2d}}, you_provide: [\n\
             \x20     {what: Approved hours, from: [managers, yard], why: Else late,\n\
             \x20      deadline: {every: month, on: 10, at: \"12:00\"}},\n\
             \x20     {what: Headcount, from: [managers], deadline: {every: week, on: thu}}]}\n\
             \x20 tax: {name: Tax, you_provide: [\n\
             \x20     {what: Approved hours, from: [managers], why: Else wrong,\n\
             \x20      deadline: {every: month, on: 10, at: \"14:00\"}}]}\n",
        )
        .file(
            "departments/house.yaml",
            "name: House\nhours: office\nteams: {yard: {name: Yard}, desk: {name: Desk}}\nservices:\n\
             \x20 gate: {name: Gate, team: yard, depends_on: [{service: day, for: Wages, blocking: true}]}\n\
             \x20 lamp: {name: Lamp, team: desk, depends_on: [{service: day}, {service: gate}]}\n",
        );
    Site::build(&project.catalog(), &BuildOptions::default())
}

/// The texts that a selector finds on a page.
fn texts(site: &Site, path: &str, selector: &str) -> Vec<String> {
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Document::parse(site.text(path)).all(selector).iter().map(|found| words(found.text().collect())).collect()
}

#[test]
fn one_duty_is_one_line_and_information_stands_apart() {
    let site = company();
    let tables = "#for-managers ~ div > .data-table";
    assert_eq!(texts(&site, "deadlines.html", &format!("{tables} caption")), ["To do", "Good to know"]);
    assert_eq!(
        texts(&site, "deadlines.html", &format!("{tables} tbody tr")),
        [
            "Thu 26 Nov at 16:00 Every week Headcount Payday",
            "Thu 10 Dec at 12:00 Approved hours Payday, Tax Else late; Else wrong",
            "Tue 15 Dec Money comes Payday"
        ]
    );
}

/// Two services that ask managers for the same, and one of them says by when it is there.
fn payroll() -> Site {
    let hours = "{what: Approved hours, from: [managers], deadline: {every: month, on: 10, at: \"12:00\"}}";
    let project = Project::new()
        .file(
            "catalog.yaml",
            "{name: Acme, locales: [en], time_zone: Europe/Helsinki, hours: {office: \"Mo-Fr 08:00-16:00\"}, \
             audiences: {managers: {name: Managers}}}",
        )
        .file(
            "departments/pay.yaml",
            format!(
                "name: Pay\nhours: office\nservices:\n\
                 \x20 day: {{name: Payday, serves: [managers], you_provide: [{hours}], deadlines: [\n\
                 \x20   {{name: Hours are approved, every: month, on: 10, at: \"12:00\"}},\n\
                 \x20   {{name: Money comes, every: month, on: 15}}]}}\n\
                 \x20 shifts: {{name: Shifts, serves: [managers], you_provide: [{hours}]}}\n",
            ),
        );
    Site::build(&project.catalog(), &BuildOptions::default())
}

#[test]
fn a_duty_is_told_once_on_each_page() {
    let site = payroll();
    assert_eq!(
        texts(&site, "deadlines.html", "#for-managers ~ div > .data-table tbody tr"),
        ["Thu 10 Dec at 12:00 Approved hours Payday, Shifts", "Tue 15 Dec Money comes Payday"]
    );
    let managers = "audiences/managers.html";
    assert_eq!(texts(&site, managers, "#brings ~ div .entry__title"), ["Approved hours"]);
    let facts = texts(&site, managers, "#brings ~ div .entry__meta a");
    assert_eq!(facts, ["Payday", "Shifts"]);
    assert_eq!(texts(&site, "services/day.html", "#deadlines ~ div dt"), ["Money comes"]);
    assert_eq!(texts(&site, "services/day.html", "#you-provide ~ div .entry__title"), ["Approved hours"]);
}

#[test]
fn a_department_says_what_it_owes_and_what_it_waits_for() {
    let site = company();
    let house = "departments/house.html";
    assert_eq!(texts(&site, house, "#expected ~ div .entry__title"), ["Approved hours"]);
    assert_eq!(texts(&site, house, "#waits-for ~ div .entry__title"), ["Payday"]);
    assert_eq!(
        texts(&site, house, "#waits-for ~ div .entry__meta li"),
        ["Pay", "2 working days. We wait for this answer.", "For: Gate, Lamp"]
    );
    let pay = "departments/pay.html";
    assert_eq!(texts(&site, pay, "#expected ~ div .entry__title"), ["Payday"]);
    assert_eq!(texts(&site, pay, "#expected ~ div .entry__meta li"), ["Needed by: Gate, Lamp"]);
    assert_eq!(texts(&site, pay, "#dates ~ div tbody th")[0], "Thu 26 Nov at 16:00 Every week");
    assert!(!site.text(pay).contains("id=\"waits-for\""), "it waits for nobody");
}
