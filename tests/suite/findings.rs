//! Every code has a page in `src/explain/codes`, and its examples are true: the first files raise it, the others
//! do not, and neither raises another error.
//!
//! `BLESS=1 cargo test --test suite findings` writes `catalog/FINDINGS.md` anew.

use luukku::checks::CHECKS;
use luukku::diagnostic::Severity;
use luukku::explain::{self, Example};

use crate::project::Project;
use crate::tidy::{MAKERS, UNREACHABLE, assert_none, codes};

/// Codes that no text of a few lines can show.
const UNSHOWN: [&str; 4] = ["invalid-utf8", "missing-company", "oversized-file", "too-many-errors"];

const COMPANY: &str = "\
format: 1
name: Acme
locales: [en]
time_zone: Europe/Helsinki
country: FI
hours: {office: \"Mo-Fr 08:00-16:00; PH off\"}
standards: {normal: {first_response: 4h, resolution: 2d}}
";

const PEOPLE: &str = "\
anna.lind: {name: Anna Lind}
omar.salmi: {name: Omar Salmi, knows: [Pay]}
";

const PAY: &str = "\
name: Payroll
summary: Pays everybody on the right day.
lead: anna.lind
hours: office
channels: [{email: pay@acme.example}]
teams:
  pay-desk: {name: Pay desk, summary: Answers questions about pay., lead: anna.lind}
services:
  pay-correction:
    name: Correct a pay error
    summary: We find out what went wrong and put it right.
    asked_as: [my pay is wrong]
    team: pay-desk
    owner: anna.lind
    serves: [everyone]
    standards: [normal]
";

/// The small company with an example's files in it.
fn report(files: &[Example]) -> String {
    let mut project = Project::empty().file("catalog.yaml", COMPANY).file("people.yaml", PEOPLE);
    if !files.iter().any(|file| file.path.starts_with("departments/pay/")) {
        project = project.file("departments/pay.yaml", PAY);
    }
    files.iter().fold(project, |project, file| project.file(&file.path, &file.content)).check()
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let written: Vec<String> = explain::explanations().into_iter().map(|page| page.code).collect();
    let raised = codes(&MAKERS);
    let reachable = |code: &&String| !UNREACHABLE.iter().any(|(other, _)| *other == code.as_str());
    let all: Vec<String> = raised.iter().cloned().chain(CHECKS.iter().map(|check| check.code.to_owned())).collect();
    let mut wrong: Vec<String> = all
        .iter()
        .filter(reachable)
        .filter(|code| !written.contains(code))
        .map(|code| format!("`{code}` has no page in src/explain/codes"))
        .collect();
    wrong.extend(written.iter().filter(|code| !all.contains(code)).map(|code| format!("nothing raises `{code}`")));
    assert_none(&wrong);
}

#[test]
fn the_first_example_shows_the_finding_and_the_second_does_not() {
    let mut wrong = Vec::new();
    for page in explain::explanations() {
        if page.shown.is_empty() {
            if !UNSHOWN.contains(&page.code.as_str()) {
                wrong.push(format!("`{}` has no example", page.code));
            }
            continue;
        }
        let weight = if page.severity == Severity::Error { "error" } else { "warning" };
        let title = format!("{weight}[{}]", page.code);
        let (shown, instead) = (report(&page.shown), report(&page.instead));
        if !shown.contains(&title) {
            wrong.push(format!("`{}` is not raised by its example:\n{shown}", page.code));
        }
        if shown.lines().any(|line| line.starts_with("error[") && !line.starts_with(&title)) {
            wrong.push(format!("the example of `{}` raises another error:\n{shown}", page.code));
        }
        if instead.contains(&format!("[{}]", page.code)) || instead.contains("error[") {
            wrong.push(format!("what to write instead of `{}` is no better:\n{instead}", page.code));
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_demonstration_holds_the_page_of_all_findings() {
    let expected = explain::reference();
    let path = "catalog/FINDINGS.md";
    if std::fs::read_to_string(path).is_ok_and(|text| text == expected) {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(path, expected).unwrap();
    }
    panic!("{path} is old; write it anew with `BLESS=1 cargo test --test suite findings`");
}
