//! Journeys.

use insta::assert_snapshot;

use crate::checks::payroll::payroll;

#[test]
fn empty_journey() {
    assert_snapshot!(payroll().file("journeys/start.yaml", "name: Start\nsummary: First day\n").check(), @r#"
    warning[empty-journey]: the journey `start` has no steps
     --> catalog/journeys/start.yaml:1:1
      |
    1 | name: Start
      | ^
      |
      = note: whoever is in this situation would find an empty checklist
      = help: add `steps: [{when: day 1, what: ...}]`, or delete the file

    1 warning in 1 file
    "#);
}

#[test]
fn reversed_steps() {
    let steps = "\
name: Start
summary: First day
steps:
  - {when: before day 1, what: Send your papers}
  - {when: week 2, what: See the factory}
  - {when: day 3, what: Get your card}
  - {when: month 1, what: Talk with your manager}
";
    assert_snapshot!(payroll().file("journeys/start.yaml", steps).check(), @r#"
    warning[reversed-steps]: this step is for `day 3`, but follows one for `week 2`
     --> catalog/journeys/start.yaml:6:25
      |
    6 |   - {when: day 3, what: Get your card}
      |                         ^^^^^^^^^^^^^
      |
     ::: catalog/journeys/start.yaml:5:26
      |
    5 |   - {when: week 2, what: See the factory}
      |                          --------------- it follows this one
      |
      = note: nobody can work through the checklist in this order
      = help: move the step, mend its `when`, or name other steps in `after`; `after: []` waits for none

    1 warning in 1 file
    "#);
}
