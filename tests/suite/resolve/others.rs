//! Articles, journeys, questions, stories and measurements.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

#[test]
fn translation_without_original() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\n").file(
        "departments/pay/articles/slip.fi.md",
        "
            ---
            title: Palkkalaskelma
            ---
            Näin luet.
        ",
    );
    assert_snapshot!(project.finding("translation-without-original"), @"
    error[translation-without-original]: this is a translation of `slip.md`, which does not exist
     --> catalog/departments/pay/articles/slip.fi.md:1:1
      |
    1 | ---
      | ^
      |
      = note: readers of the other languages would find nothing
      = help: write `slip.md` in the company's first language beside it
    ");
}

#[test]
fn unknown_step() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {id: pack, what: Pack}
              - {what: Go, after: packing}
        ",
    );
    assert_snapshot!(project.finding("unknown-step"), @"
    error[unknown-step]: the step `packing` does not exist
     --> catalog/journeys/move.yaml:4:23
      |
    4 |   - {what: Go, after: packing}
      |                       ^^^^^^^
      |
      = note: the checklist is worked through from top to bottom
      = help: write the `id` of a step above
    ");
}

#[test]
fn duplicate_id_of_a_step() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {id: pack, what: Pack}
              - {id: pack, what: Go}
        ",
    );
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: two steps are called `pack`
     --> catalog/journeys/move.yaml:4:10
      |
    4 |   - {id: pack, what: Go}
      |          ^^^^ again here
      |
     ::: catalog/journeys/move.yaml:3:10
      |
    3 |   - {id: pack, what: Pack}
      |          ---- first here
      |
      = note: `after` could mean either of them
      = help: give one of them another id
    ");
}

#[test]
fn invalid_when() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {when: soon, what: Pack}
        ",
    );
    assert_snapshot!(project.finding("invalid-when"), @"
    error[invalid-when]: `soon` does not say when
     --> catalog/journeys/move.yaml:3:12
      |
    3 |   - {when: soon, what: Pack}
      |            ^^^^
      |
      = note: the step could not be put in its place
      = help: write `before day 1`, `day 1`, `week 2` or `month 1`
    ");
}

#[test]
fn unknown_answer() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "questions.yaml",
        "
            questions:
              - {ask: where is my payslip, expect: slips}
        ",
    );
    assert_snapshot!(project.finding("unknown-answer"), @"
    error[unknown-answer]: the catalog has no entry `slips`
     --> catalog/questions.yaml:2:40
      |
    2 |   - {ask: where is my payslip, expect: slips}
      |                                        ^^^^^
      |
      = note: the search is held against this answer at every build
    help: did you mean `slip`?
      |
    2 -   - {ask: where is my payslip, expect: slips}
    2 +   - {ask: where is my payslip, expect: slip}
      |
    ");
}

#[test]
fn invalid_rank() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "questions.yaml",
        "
            questions:
              - {ask: where is my payslip, expect: slip, within: 0}
        ",
    );
    assert_snapshot!(project.finding("invalid-rank"), @"
    error[invalid-rank]: no answer can stand higher than first
     --> catalog/questions.yaml:2:54
      |
    2 |   - {ask: where is my payslip, expect: slip, within: 0}
      |                                                      ^
      |
      = note: the search is held against this number at every build
      = help: write 1 for the first place
    ");
}

#[test]
fn missing_key_date_of_a_story() {
    let project = Project::new().file(
        "stories/rescue.md",
        "
            ---
            title: A rescue
            ---
            It went well.
        ",
    );
    assert_snapshot!(project.finding("missing-key"), @"
    error[missing-key]: `date` is missing here
     --> catalog/stories/rescue.md:1:1
      |
    1 | ---
      | ^
      |
      = note: without it nobody can tell what is new
      = help: add `date: 2026-11-21`
    ");
}

#[test]
fn unknown_metric() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,,first_answer_met,93.5,12
        ",
    );
    assert_snapshot!(project.finding("unknown-metric"), @"
    error[unknown-metric]: `first_answer_met` is not something that is measured
     --> catalog/measurements/pay.csv:2:15
      |
    2 | 2026-09,slip,,first_answer_met,93.5,12
      |               ^^^^^^^^^^^^^^^^
      |
      = note: each of these words has a meaning of its own; another one has none
      = help: it can be: first_response_met, resolution_met, first_response_mean, handling_mean, first_contact, satisfaction, requests
    ");
}

#[test]
fn invalid_period() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            9/2026,slip,,requests,93,12
        ",
    );
    assert_snapshot!(project.finding("invalid-period"), @"
    error[invalid-period]: `9/2026` is not a month
     --> catalog/measurements/pay.csv:2:1
      |
    2 | 9/2026,slip,,requests,93,12
      | ^^^^^^
      |
      = note: each figure is one of a month
      = help: write the year and the month: `2026-09`
    ");
}

#[test]
fn invalid_number() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,,first_response_met,930,a dozen
        ",
    );
    assert_snapshot!(project.finding("invalid-number"), @"
    error[invalid-number]: the value `930` is not between 0 and 100
     --> catalog/measurements/pay.csv:2:34
      |
    2 | 2026-09,slip,,first_response_met,930,a dozen
      |                                  ^^^
      |
      = note: the page would show a figure that cannot be
      = help: write a number with a point: `93.5`
    error[invalid-number]: the count `a dozen` is not a whole number
     --> catalog/measurements/pay.csv:2:38
      |
    2 | 2026-09,slip,,first_response_met,930,a dozen
      |                                      ^^^^^^^
      |
      = note: it tells how many cases stand behind the figure
      = help: write digits alone: `1200`, or leave the field empty
    ");
}

#[test]
fn earlier_ids_of_news_stories_and_ideas_lead_to_one_entry() {
    let project = Project::new()
        .file("news/new.md", "---\ntitle: New\ndate: 2026-11-20\naliases: [old]\n---\nText.\n")
        .file("news/other.md", "---\ntitle: Other\ndate: 2026-11-20\naliases: [old]\n---\nText.\n");
    let said = project.finding("duplicate-id");
    assert!(said.contains("the earlier id `old` is claimed twice"), "{said}");
}
