//! How to reach whom, and when.

use insta::assert_snapshot;

use crate::checks::payroll::{CORRECTION, DEPARTMENT, SERVICE, another, payroll, without};

#[test]
fn unreachable_service() {
    let department = without(DEPARTMENT, &["channels"]);
    assert_snapshot!(payroll().file("departments/payroll/department.yaml", department).check(), @r#"
    warning[unreachable-service]: nobody can reach the service `correction`
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: neither it nor its team nor its department has a channel
      = help: add `channels: [{email: ...}]` here, or to the team for all its services

    1 warning in 1 file
    "#);
}

#[test]
fn unreachable_team() {
    let project = payroll()
        .file("departments/payroll/department.yaml", without(DEPARTMENT, &["channels"]))
        .file("departments/payroll/services/payslip.yaml", another("Payslip", ""));
    assert_snapshot!(project.check(), @r#"
    warning[unreachable-team]: nobody can reach 2 services of the team `desk`: `correction` and `payslip`
     --> catalog/departments/payroll/teams/desk.yaml:1:1
      |
    1 | name: Payroll desk
      | ^
      |
      = note: neither they nor their team nor its department has a channel
      = help: add `channels: [{email: ...}]`

    1 warning in 1 file
    "#);
}

#[test]
fn unreachable_team_whose_service_has_channels() {
    let project = payroll()
        .file("departments/payroll/department.yaml", without(DEPARTMENT, &["channels"]))
        .file(CORRECTION, format!("{SERVICE}channels: [{{phone: \"+358 40 123 4567\"}}]\n"));
    assert_snapshot!(project.check(), @r#"
    warning[unreachable-team]: nobody can reach the team `desk` itself
     --> catalog/departments/payroll/teams/desk.yaml:1:1
      |
    1 | name: Payroll desk
      | ^
      |
      = note: its services have channels, but who wants to ask the team something finds none
      = help: add `channels: [{email: ...}]`

    1 warning in 1 file
    "#);
}

#[test]
fn missing_hours() {
    let department = without(DEPARTMENT, &["hours"]);
    assert_snapshot!(payroll().file("departments/payroll/department.yaml", department).check(), @r#"
    warning[missing-hours]: nobody knows when the service `correction` is open
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: without hours the site cannot say when an answer comes
      = help: add `hours: "Mo-Fr 08:00-16:00; PH off"` here, or to the department for all its teams

    1 warning in 1 file
    "#);
}

#[test]
fn never_open() {
    let department = DEPARTMENT.replace("Mo-Fr 08:00-16:00; PH off", "2024 Mo-Fr 08:00-16:00");
    assert_snapshot!(payroll().file("departments/payroll/department.yaml", department).check(), @r#"
    warning[never-open]: the department `payroll` does not open once within a year
     --> catalog/departments/payroll/department.yaml:4:8
      |
    4 | hours: "2024 Mo-Fr 08:00-16:00"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would wait for an answer that never comes
      = help: correct its `hours`, or those of its team, department or place, and look at `closed_days`

    1 warning in 1 file
    "#);
}
