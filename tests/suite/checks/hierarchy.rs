//! Departments within departments.

use insta::assert_snapshot;

use crate::checks::payroll::{DEPARTMENT, payroll};

#[test]
fn department_circle() {
    let department = |name: &str, whole: &str| {
        DEPARTMENT.replace("name: Payroll", &format!("name: {name}")) + format!("part_of: {whole}\n").as_str()
    };
    let project = payroll()
        .file("departments/payroll/department.yaml", department("Payroll", "finance"))
        .file("departments/finance.yaml", department("Finance", "office"))
        .file("departments/office.yaml", department("Office", "finance"));
    assert_snapshot!(project.check(), @r#"
    error[department-circle]: these departments are parts of each other: `finance` in `office` in `finance`
     --> catalog/departments/finance.yaml:6:10
      |
    6 | part_of: office
      |          ^^^^^^
      |
     ::: catalog/departments/office.yaml:6:10
      |
    6 | part_of: finance
      |          ------- `office` is part of `finance`
      |
      = note: no page could say where the department belongs
      = help: delete `part_of` from the one that stands above the others

    1 error in 1 file
    "#);
}

#[test]
fn department_circle_of_one() {
    let department = format!("{DEPARTMENT}part_of: payroll\n");
    assert_snapshot!(payroll().file("departments/payroll/department.yaml", department).check(), @r#"
    error[department-circle]: the department `payroll` is part of itself
     --> catalog/departments/payroll/department.yaml:6:10
      |
    6 | part_of: payroll
      |          ^^^^^^^
      |
      = note: no page could say where the department belongs
      = help: delete `part_of` from the one that stands above the others

    1 error in 1 file
    "#);
}

#[test]
fn team_circle() {
    let teams = "name: Support\nteams:\n  dawn: {name: Dawn, part_of: night}\n  night: {name: Night, part_of: dawn}\n";
    let report = payroll().file("departments/support.yaml", teams).check();
    assert!(report.contains("error[team-circle]: these teams are parts of each other: `dawn` in `night` in `dawn`"));
    assert!(report.contains("catalog/departments/support.yaml:3:31"), "{report}");
}
