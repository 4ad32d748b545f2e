//! Entries read through.

use insta::assert_snapshot;

use crate::checks::payroll::{COMPANY, assert_clean, payroll, payroll_with};

#[test]
fn overdue_review() {
    assert_snapshot!(payroll_with("reviewed: 2026-05-01\nreview_every: 6 months\n").check(), @r#"
    warning[overdue-review]: the review of the service `correction` is 22 days overdue
     --> catalog/departments/payroll/services/correction.yaml:8:11
      |
    8 | reviewed: 2026-05-01
      |           ^^^^^^^^^^ was due on 2026-11-01
      |
      = note: what nobody has looked at for long is often no longer true
      = help: read it through, correct what has changed, and write today's date

    1 warning in 1 file
    "#);
}

#[test]
fn reviewed_in_the_future() {
    assert_snapshot!(payroll_with("reviewed: 2027-01-01\n").check(), @r#"
    warning[reviewed-in-the-future]: the service `correction` was reviewed on a day to come
     --> catalog/departments/payroll/services/correction.yaml:8:11
      |
    8 | reviewed: 2027-01-01
      |           ^^^^^^^^^^
      |
      = note: readers trust the date, and the next review would be put off
      = help: write the day on which somebody last read it through

    1 warning in 1 file
    "#);
}

#[test]
fn reviewed_today_in_the_companys_zone() {
    assert_clean(&payroll_with("reviewed: 2026-11-23\nreview_every: 1 day\n"));
}

#[test]
fn never_reviewed() {
    assert_snapshot!(payroll().file("catalog.yaml", format!("{COMPANY}review_every: 6 months\n")).check(), @r#"
    warning[never-reviewed]: the service `correction` does not say when it was last reviewed
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: readers cannot tell whether it is still true, and nobody is reminded to look
      = help: read it through and add `reviewed: 2026-11-23`

    1 warning in 1 file
    "#);
}
