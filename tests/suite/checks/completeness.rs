//! What a reader looks for first.

use insta::assert_snapshot;

use crate::checks::payroll::{COMPANY, CORRECTION, SERVICE, assert_clean, payroll, without};

#[test]
fn missing_standard() {
    assert_snapshot!(payroll().file(CORRECTION, without(SERVICE, &["standards"])).check(), @r#"
    warning[missing-standard]: the service `correction` does not promise when the answer comes
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: readers cannot plan with it, and neither can the services that depend on it
      = help: add `standards: {normal: {first_response: 4h, resolution: 3d, target: 90%}}`

    1 warning in 1 file
    "#);
}

#[test]
fn missing_summary() {
    assert_snapshot!(payroll().file(CORRECTION, without(SERVICE, &["summary"])).check(), @r#"
    warning[missing-summary]: the service `correction` has no summary
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: in lists and in the search, readers would have to guess from the name alone
      = help: add `summary: ` with one line that says what the reader gets

    1 warning in 1 file
    "#);
}

#[test]
fn unserved_service() {
    assert_snapshot!(payroll().file(CORRECTION, without(SERVICE, &["serves"])).check(), @r#"
    warning[unserved-service]: the service `correction` does not say whom it serves
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: readers cannot tell whether it is for them
      = help: add `serves: [everyone]`, or name audiences, departments, teams or `customers`

    1 warning in 1 file
    "#);
}

#[test]
fn missing_asked_as() {
    assert_snapshot!(payroll().file(CORRECTION, without(SERVICE, &["asked_as"])).check(), @r#"
    warning[missing-asked-as]: the service `correction` has no everyday words in `asked_as`
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: who does not know its official name does not find it
      = help: add `asked_as: [my pay is wrong, overtime is missing]`: what people really say

    1 warning in 1 file
    "#);
}

#[test]
fn unused_audience() {
    let company = format!("{COMPANY}audiences:\n  managers: {{name: Managers}}\n  drivers: {{name: Drivers}}\n");
    let service = SERVICE.replace("[everyone]", "[managers]");
    assert_snapshot!(payroll().file("catalog.yaml", company).file(CORRECTION, service).check(), @r#"
    warning[unused-audience]: nothing in the catalog speaks to the audience `drivers`
     --> catalog/catalog.yaml:7:3
      |
    7 |   drivers: {name: Drivers}
      |   ^^^^^^^
      |
      = note: whoever belongs to it would find an empty page
      = help: name it in the `serves` of a service or the `audience` of a journey, or delete it

    1 warning in 1 file
    "#);
}

#[test]
fn a_retired_service_needs_no_promise() {
    let project = payroll().file(
        "departments/payroll/services/old.yaml",
        "name: Old ways\nstatus: retired\nreplaced_by: correction\nteam: desk\n",
    );
    assert_clean(&project);
}
