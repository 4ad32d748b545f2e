//! One small catalog for each check, and the whole report about it.

mod absence;
mod completeness;
mod contact;
mod deadlines;
mod escalation;
mod figures;
mod headings;
mod hierarchy;
mod holidays;
mod html;
mod journeys;
mod left_empty;
mod levels;
mod lifecycle;
mod links;
mod ownership;
mod payroll;
mod repeated;
mod review;
mod rot;
mod rota;
mod standards;
mod words;

use insta::assert_snapshot;

use crate::project::Project;
use payroll::{COMPANY, CORRECTION, SERVICE, payroll};

#[test]
fn a_complete_catalog_has_no_findings() {
    assert_snapshot!(payroll().check(), @"Nothing to fix: 1 service in 5 files.");
}

#[test]
fn a_service_with_name_and_summary_is_told_what_it_lacks() {
    let project = Project::empty().file("catalog.yaml", COMPANY).file(
        "departments/canteen.yaml",
        "name: Canteen\nservices:\n  lunch:\n    name: Lunch\n    summary: A warm meal\n",
    );
    assert_snapshot!(project.check(), @r#"
    warning[leaderless-department]: the department `canteen` has no lead
     --> catalog/departments/canteen.yaml:1:1
      |
    1 | name: Canteen
      | ^
      |
      = note: whoever finds no team that fits would have nobody to turn to
      = help: add `lead: ` with the id of a person

    warning[missing-summary]: the department `canteen` has no summary
     --> catalog/departments/canteen.yaml:1:1
      |
    1 | name: Canteen
      | ^
      |
      = note: in lists and in the search, readers would have to guess from the name alone
      = help: add `summary: ` with one line that says what the reader gets

    warning[missing-asked-as]: the service `lunch` has no everyday words in `asked_as`
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: who does not know its official name does not find it
      = help: add `asked_as: [my pay is wrong, overtime is missing]`: what people really say

    warning[missing-hours]: nobody knows when the service `lunch` is open
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: without hours the site cannot say when an answer comes
      = help: add `hours: "Mo-Fr 08:00-16:00; PH off"` here, or to the department for all its teams

    warning[missing-standard]: the service `lunch` does not promise when the answer comes
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: readers cannot plan with it, and neither can the services that depend on it
      = help: add `standards: {normal: {first_response: 4h, resolution: 3d, target: 90%}}`

    warning[ownerless-service]: the service `lunch` has no owner
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: when its promise is not kept, nobody is there to answer for it
      = help: add `owner: ` with the id of the person who answers for it

    warning[unreachable-service]: nobody can reach the service `lunch`
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: neither it nor its team nor its department has a channel
      = help: add `channels: [{email: ...}]` here, or to the team for all its services

    warning[unserved-service]: the service `lunch` does not say whom it serves
     --> catalog/departments/canteen.yaml:3:3
      |
    3 |   lunch:
      |   ^^^^^
      |
      = note: readers cannot tell whether it is for them
      = help: add `serves: [everyone]`, or name audiences, departments, teams or `customers`

    1  warning  leaderless-department
    1  warning  missing-asked-as
    1  warning  missing-hours
    1  warning  missing-standard
    1  warning  missing-summary
    1  warning  ownerless-service
    1  warning  unreachable-service
    1  warning  unserved-service

    8 warnings in 1 file
    "#);
}

#[test]
fn what_seems_missing_waits_until_the_errors_are_gone() {
    let service = SERVICE.replace("owner: maija.virtanen", "owner: maija.virtane");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r#"
    error[unknown-person]: there is no person `maija.virtane`
     --> catalog/departments/payroll/services/correction.yaml:5:8
      |
    5 | owner: maija.virtane
      |        ^^^^^^^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `maija.virtanen`?
      |
    5 | owner: maija.virtanen
      |                     +

    1 error in 1 file
    "#);
}
