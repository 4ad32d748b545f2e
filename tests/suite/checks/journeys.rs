//! Journeys.

use insta::assert_snapshot;

use crate::checks::payroll::payroll;
use crate::project::Project;

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
      = help: move the step, correct its `when`, or name other steps in `after`; `after: []` waits for none

    1 warning in 1 file
    "#);
}

/// A service that promises 2 days, and one step after another.
fn steps(steps: &str) -> String {
    let services = "
        name: Help
        hours: 'Mo-Fr 08:00-16:00; PH off'
        services:
          card: {name: Card, standards: {normal: {resolution: 2d}}}
          desk: {name: Desk, standards: {normal: {resolution: 5h}}}
          chair: {name: Chair, standards: {normal: {resolution: 12d}}}
    ";
    let journey = format!("name: Start\nsummary: First day\nsteps:\n{steps}");
    let project = Project::new().file("departments/help.yaml", services).file("journeys/start.yaml", journey);
    let report = project.check();
    if report.contains("step-without-time") { project.finding("step-without-time") } else { String::new() }
}

#[test]
fn step_without_time() {
    assert_snapshot!(steps("  - {when: day 1, what: Fetch your card, service: card}\n"), @r#"
    warning[step-without-time]: this step is for `day 1`, but `card` promises 2 working days
     --> catalog/journeys/start.yaml:4:25
      |
    4 |   - {when: day 1, what: Fetch your card, service: card}
      |                         ^^^^^^^^^^^^^^^
      |
     ::: catalog/departments/help.yaml:4:55
      |
    4 |   card: {name: Card, standards: {normal: {resolution: 2d}}}
      |                                                       -- this promise
      |
      = note: nobody can do it in time, and readers learn that it is ready only afterwards
      = help: give it a later `when`, let an earlier step ask, or write `[...](service:card)` in `what` if nobody waits for the answer
    "#);
}

#[test]
fn step_without_time_after_others() {
    // Four hours and five are more than a day; the one before has time.
    let asking = "  - {when: day 1, what: Listen, takes: 4h}\n  - {when: day 1, what: Ask, service: desk}\n";
    assert_snapshot!(steps(asking), @r#"
    warning[step-without-time]: this step is for `day 1`, but the steps before it leave no time for the 5 working hours that `desk` promises
     --> catalog/journeys/start.yaml:5:25
      |
    5 |   - {when: day 1, what: Ask, service: desk}
      |                         ^^^
      |
     ::: catalog/departments/help.yaml:5:55
      |
    5 |   desk: {name: Desk, standards: {normal: {resolution: 5h}}}
      |                                                       -- this promise
      |
     ::: catalog/journeys/start.yaml:4:25
      |
    4 |   - {when: day 1, what: Listen, takes: 4h}
      |                         ------ it follows this one
      |
      = note: nobody can do it in time, and readers learn that it is ready only afterwards
      = help: give it a later or longer `when`, or the steps before it an earlier one
    "#);
}

#[test]
fn step_without_time_for_its_own_work() {
    assert_snapshot!(steps("  - {when: week 1, what: Learn, takes: 6d, service: card}\n"), @r#"
    warning[step-without-time]: this step is for `week 1`, but takes 6 working days
     --> catalog/journeys/start.yaml:4:26
      |
    4 |   - {when: week 1, what: Learn, takes: 6d, service: card}
      |                          ^^^^^
      |
      = note: nobody can do it in time, and readers learn that it is ready only afterwards
      = help: give it a longer `when`, or make it several steps
    "#);
}

#[test]
fn steps_with_time() {
    for fine in [
        // Begun in its phase; by the next opening is as good as by the close.
        "  - {when: week 1, what: Fetch your card, service: card}\n",
        "  - {when: day 1, what: Learn, takes: 1d}\n",
        "  - {when: week 1, what: Learn, takes: 5d}\n",
        // Asked ahead: there is a time before day 1, or an earlier step.
        "  - {when: before day 3, what: Read}\n  - {when: day 1, what: Fetch your card, service: card}\n",
        "  - {when: day 1, what: Listen, takes: 1h}\n  - {when: day 3, what: Fetch your card, service: card}\n",
        // What waits for one without time is not told again, nor what stands in the wrong order.
        "  - {when: before day 3, what: Read}\n  - {what: Ask, service: card}\n",
    ] {
        assert_eq!(steps(fine), "", "{fine}");
    }
    // Week 2 is over before twelve days after day 1, whatever day that is; week 4 is not.
    let talk = "  - {when: before day 3, what: Read}\n  - {when: day 1, what: Talk, takes: 1h}\n";
    let chair = |week| steps(&format!("{talk}  - {{when: week {week}, what: Get a chair, service: chair}}\n"));
    assert_eq!(chair(2).matches("step-without-time").count(), 1);
    assert_eq!(chair(4), "");
    let told = steps("  - {when: day 1, what: Fetch it, service: card}\n  - {when: day 1, what: Try it, takes: 1h}\n");
    assert_eq!(told.matches("step-without-time").count(), 1, "{told}");
}
