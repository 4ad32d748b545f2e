//! Dates to keep.

use insta::assert_snapshot;

use crate::checks::payroll::payroll_with;

#[test]
fn past_deadline() {
    assert_snapshot!(payroll_with("deadlines:\n  - {name: Tax cards, every: once, on: 2026-11-20}\n").check(), @r#"
    warning[past-deadline]: this deadline passed on 2026-11-20
     --> catalog/departments/payroll/services/correction.yaml:9:40
      |
    9 |   - {name: Tax cards, every: once, on: 2026-11-20}
      |                                        ^^^^^^^^^^
      |
      = note: readers cannot tell what holds now
      = help: write the next date, or delete it; `every: year` with `on: 12-15` comes again by itself

    1 warning in 1 file
    "#);
}

#[test]
fn impossible_deadline() {
    let lines = "you_provide:\n  - what: Your hours\n    deadline: {every: month, on: working-day 25}\n";
    assert_snapshot!(payroll_with(lines).check(), @r#"
    error[impossible-deadline]: no month has 25 working days, so this deadline never comes
      --> catalog/departments/payroll/services/correction.yaml:10:34
       |
    10 |     deadline: {every: month, on: working-day 25}
       |                                  ^^^^^^^^^^^^^^
       |
       = note: what is due then would never be due
       = help: write a smaller number, or `last-working-day`

    1 error in 1 file
    "#);
}
