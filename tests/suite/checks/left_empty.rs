//! Keys with nothing behind them: one finding, at the key.

use insta::assert_snapshot;

use crate::checks::payroll::{CORRECTION, DEPARTMENT, SERVICE, TEAM, assert_clean, payroll, payroll_with};

#[test]
fn empty_key() {
    let service = SERVICE.replace("owner: maija.virtanen", "owner:");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r"
    warning[empty-key]: `owner:` has nothing behind it
     --> catalog/departments/payroll/services/correction.yaml:5:1
      |
    5 | owner:
      | ^^^^^
      |
      = note: it counts as not written, as if the line were not there
      = help: write the id of the person who answers for it behind the colon, or delete the line

    1 warning in 1 file
    ");
}

/// Each of these keys of the service is left empty in turn: one finding each, whatever else would be missed.
#[test]
fn whoever_misses_what_was_left_empty_is_silent() {
    let keys = ["summary", "asked_as", "team", "owner", "serves", "standards"];
    for key in keys {
        let lines = SERVICE.lines().map(|line| match line.split_once(": ") {
            Some((own, _)) if own == key => format!("{key}: # later\n"),
            _ => format!("{line}\n"),
        });
        assert_one(&payroll().file(CORRECTION, lines.collect::<String>()).check(), key);
    }
    for line in ["deputy:", "hours:", "own_work:", "keywords:", "reviewed:", "steps:", "channels:"] {
        assert_one(&payroll_with(&format!("{line}\n")).check(), line.trim_end_matches(':'));
    }
}

#[test]
fn what_a_team_or_a_department_leaves_empty_is_missed_by_none_of_its_services() {
    for (key, old) in
        [("hours", "hours: \"Mo-Fr 08:00-16:00; PH off\""), ("channels", "channels: [{email: payroll@acme.example}]")]
    {
        let department = DEPARTMENT.replace(old, &format!("{key}:"));
        assert_one(&payroll().file("departments/payroll/department.yaml", department).check(), key);
    }
    let department = DEPARTMENT.replace("lead: maija.virtanen", "lead:");
    assert_one(&payroll().file("departments/payroll/department.yaml", department).check(), "lead");
    let team = TEAM.replace("lead: maija.virtanen", "lead:").replace("[antti.salo]", "");
    let report = payroll().file("departments/payroll/teams/desk.yaml", team).check();
    assert_eq!(report.matches("warning[empty-key]").count(), 2, "{report}");
    assert!(report.contains("2 warnings"), "{report}");
}

#[test]
fn within_groups_too() {
    let standards = SERVICE.replace("resolution: 2d", "resolution: ");
    assert_one(&payroll().file(CORRECTION, standards).check(), "resolution");
    assert_one(
        &payroll_with("faq: [{question: When?, answer: On the 15th.}]\ndeadlines: [{name: , every: month, on: 15}]\n")
            .check(),
        "name",
    );
}

#[test]
fn what_says_that_there_is_nothing_is_not_left_empty() {
    assert_clean(&payroll_with("deputy: ~\nkeywords: []\nconsults: null\n"));
}

fn assert_one(report: &str, key: &str) {
    assert!(report.contains(&format!("warning[empty-key]: `{key}:` has nothing behind it")), "{report}");
    assert!(report.contains("\n1 warning in 1 file"), "{report}");
}
