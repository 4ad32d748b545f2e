//! Who answers.

use insta::assert_snapshot;

use crate::checks::payroll::{
    CORRECTION, DEPARTMENT, PEOPLE, SERVICE, TEAM, assert_clean, payroll, payroll_with, without,
};

#[test]
fn ownerless_service() {
    assert_snapshot!(payroll().file(CORRECTION, without(SERVICE, &["owner"])).check(), @r#"
    warning[ownerless-service]: the service `correction` has no owner
     --> catalog/departments/payroll/services/correction.yaml:1:1
      |
    1 | name: Pay correction
      | ^
      |
      = note: when its promise is not kept, nobody is there to answer for it
      = help: add `owner: ` with the id of the person who answers for it

    1 warning in 1 file
    "#);
}

#[test]
fn leaderless_department() {
    let department = without(DEPARTMENT, &["lead"]);
    assert_snapshot!(payroll().file("departments/payroll/department.yaml", department).check(), @r#"
    warning[leaderless-department]: the department `payroll` has no lead
     --> catalog/departments/payroll/department.yaml:1:1
      |
    1 | name: Payroll
      | ^
      |
      = note: whoever finds no team that fits would have nobody to turn to
      = help: add `lead: ` with the id of a person

    1 warning in 1 file
    "#);
}

#[test]
fn leaderless_team() {
    let team = without(TEAM, &["lead"]);
    assert_snapshot!(payroll().file("departments/payroll/teams/desk.yaml", team).check(), @r#"
    warning[leaderless-team]: the team `desk` has no lead
     --> catalog/departments/payroll/teams/desk.yaml:1:1
      |
    1 | name: Payroll desk
      | ^
      |
      = note: a reader whom the team has not answered would have nobody to turn to
      = help: add `lead: ` with the id of a person

    1 warning in 1 file
    "#);
}

#[test]
fn empty_team() {
    let team = without(TEAM, &["lead", "members"]);
    assert_snapshot!(payroll().file("departments/payroll/teams/desk.yaml", team).check(), @r#"
    warning[empty-team]: nobody works in the team `desk`
     --> catalog/departments/payroll/teams/desk.yaml:1:1
      |
    1 | name: Payroll desk
      | ^ it has 1 service
      |
      = note: its page would name no one who can be asked
      = help: add `lead: ` and `members: ` with ids of people; where another team has taken over, move its keys there and write its id into the `aliases` of that one

    1 warning in 1 file
    "#);
}

#[test]
fn a_team_that_a_person_names_is_not_empty() {
    let team = without(TEAM, &["members"]);
    let people = PEOPLE.replace("Antti Salo", "Antti Salo, team: desk");
    let project = payroll().file("departments/payroll/teams/desk.yaml", team).file("people.yaml", people);
    assert_clean(&project);
}

#[test]
fn own_deputy() {
    let people = PEOPLE.replace("deputy: antti.salo", "deputy: maija.virtanen");
    let project = payroll_with("deputy: maija.virtanen\n").file("people.yaml", people);
    assert_snapshot!(project.check(), @r#"
    warning[own-deputy]: `maija.virtanen` is both owner and deputy of `correction`
     --> catalog/departments/payroll/services/correction.yaml:8:9
      |
    8 | deputy: maija.virtanen
      |         ^^^^^^^^^^^^^^
      |
     ::: catalog/departments/payroll/services/correction.yaml:5:8
      |
    5 | owner: maija.virtanen
      |        -------------- the owner
      |
      = note: readers would be sent to somebody who is away
      = help: name somebody else as `deputy`, or delete the line

    warning[own-deputy]: `maija.virtanen` is their own deputy
     --> catalog/people.yaml:1:48
      |
    1 | maija.virtanen: {name: Maija Virtanen, deputy: maija.virtanen}
      |                                                ^^^^^^^^^^^^^^
      |
      = note: readers would be sent to somebody who is away
      = help: name somebody else, or delete the line

    2 warnings in 2 files
    "#);
}
