//! Names of other entries that do not exist, or not here.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

#[test]
fn unknown_team() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            team: dsk
        ",
        )
        .file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("unknown-team"), @"
    error[unknown-team]: there is no team `dsk`
     --> catalog/departments/pay/services/slip.yaml:2:7
      |
    2 | team: dsk
      |       ^^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: did you mean `desk`?
    ");
}

#[test]
fn unknown_person() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            owner: maija.virtanenn
        ",
    );
    assert_snapshot!(project.finding("unknown-person"), @"
    error[unknown-person]: there is no person `maija.virtanenn`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | owner: maija.virtanenn
      |        ^^^^^^^^^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `maija.virtanen`?
      |
    2 - owner: maija.virtanenn
    2 + owner: maija.virtanen
      |
    ");
}

#[test]
fn unknown_person_known_by_an_earlier_id() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            owner: maija.v
        ",
    );
    assert_snapshot!(project.finding("unknown-person"), @"
    error[unknown-person]: there is no person `maija.v`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | owner: maija.v
      |        ^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: it is called `maija.virtanen` now
      |
    2 | owner: maija.virtanen
      |               +++++++
    ");
}

#[test]
fn unknown_department() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            part_of: hr
        ",
    );
    assert_snapshot!(project.finding("unknown-department"), @"
    error[unknown-department]: there is no department `hr`
     --> catalog/departments/pay.yaml:2:10
      |
    2 | part_of: hr
      |          ^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of a department that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_service() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            depends_on: [{service: hours}]
        ",
    );
    assert_snapshot!(project.finding("unknown-service"), @"
    error[unknown-service]: there is no service `hours`
     --> catalog/departments/pay/services/slip.yaml:2:24
      |
    2 | depends_on: [{service: hours}]
      |                        ^^^^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of a service that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_article() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            articles: [read-it]
        ",
    );
    assert_snapshot!(project.finding("unknown-article"), @"
    error[unknown-article]: there is no article `read-it`
     --> catalog/departments/pay/services/slip.yaml:2:12
      |
    2 | articles: [read-it]
      |            ^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of an article that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_audience() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            serves: [manager]
        ",
        )
        .file(
            "catalog.yaml",
            "
            name: Acme
            locales: [en, fi]
            audiences: {managers: {name: Managers}}
        ",
        );
    assert_snapshot!(project.finding("unknown-audience"), @"
    error[unknown-audience]: there is no audience, department or team `manager`
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | serves: [manager]
      |          ^^^^^^^
      |
      = note: the people meant would not find this entry among theirs
    help: did you mean `managers`?
      |
    2 | serves: [managers]
      |                 +
    ");
}

#[test]
fn unknown_party() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            escalate: [{to: boss, after: 1d}]
        ",
    );
    assert_snapshot!(project.finding("unknown-party"), @"
    error[unknown-party]: there is no person and no team `boss`
     --> catalog/departments/pay/services/slip.yaml:2:17
      |
    2 | escalate: [{to: boss, after: 1d}]
      |                 ^^^^
      |
      = note: a reader would be sent to nobody
    help: did you mean `lead`? That is whoever leads the team
      |
    2 - escalate: [{to: boss, after: 1d}]
    2 + escalate: [{to: lead, after: 1d}]
      |
    ");
}

#[test]
fn unknown_party_lead() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            team: desk
            escalate: [{to: lead, after: 1d}]
        ",
        )
        .file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("unknown-party"), @"
    error[unknown-party]: `lead` is named here, but the team has no lead
     --> catalog/departments/pay/services/slip.yaml:3:17
      |
    3 | escalate: [{to: lead, after: 1d}]
      |                 ^^^^
      |
      = note: a reader would be sent to nobody
      = help: name the team's `lead`, or a person or team here
    ");
}

#[test]
fn a_team_s_name_with_lead_behind_it_is_its_lead() {
    let project = payroll()
        .file("departments/pay/teams/desk.yaml", "name: Desk\nlead: maija.virtanen\n")
        .file("departments/pay/services/slip.yaml", "name: Payslips\nescalate: [{to: desk-lead, after: 1d}]\n");
    let report = project.check();
    assert!(!report.contains("unknown-party"), "{report}");
    let leaderless = project.file("departments/pay/teams/desk.yaml", "name: Desk\n").check();
    assert!(leaderless.contains("error[unknown-party]: the team `desk` has no lead"), "{leaderless}");
}

#[test]
fn unknown_destination() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            not_included: [{what: Taxes, go_to: tax-office}]
        ",
    );
    assert_snapshot!(project.finding("unknown-destination"), @"
    error[unknown-destination]: there is no service, team, department or person `tax-office`
     --> catalog/departments/pay/services/slip.yaml:2:37
      |
    2 | not_included: [{what: Taxes, go_to: tax-office}]
      |                                     ^^^^^^^^^^
      |
      = note: whoever is sent there would stand before a closed door
      = help: write the id of a service, a team, a department or a person, or a web address with `https://`
    ");
}

#[test]
fn unknown_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: ofice
        ",
    );
    assert_snapshot!(project.finding("unknown-hours"), @"
    error[unknown-hours]: there are no shared hours `ofice`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: ofice
      |        ^^^^^
      |
      = note: without hours nobody can tell when an answer comes
    help: did you mean `office`?
      |
    2 | hours: office
      |          +
    ");
}

#[test]
fn a_link_that_leads_nowhere_is_told_in_each_language() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        r#"
            name: Payslips
            links:
              - {name: Pay, url: {en: "https://intra.acme.example/pay", fi: intra/palkka}}
              - {name: Tax}
        "#,
    );
    assert!(project.finding("invalid-url").contains("`intra/palkka` is not a web address"));
    assert!(project.check().contains("`url`"), "{}", project.check());
}

#[test]
fn unknown_dependency() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            depends_on: [{service: payday, after: hours}]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n")
        .file("departments/pay/services/hours.yaml", "name: Hours\n");
    assert_snapshot!(project.finding("unknown-dependency"), @"
    error[unknown-dependency]: `after` names `hours`, which is not among the services that `slip` depends on
     --> catalog/departments/pay/services/slip.yaml:2:39
      |
    2 | depends_on: [{service: payday, after: hours}]
      |                                       ^^^^^
      |
      = note: nothing says when that answer comes
      = help: add it to `depends_on`, or delete `after`
    ");
}

#[test]
fn self_dependency() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            depends_on: [{service: slip}]
        ",
    );
    assert_snapshot!(project.finding("self-dependency"), @"
    error[self-dependency]: `slip` depends on itself
     --> catalog/departments/pay/services/slip.yaml:2:24
      |
    2 | depends_on: [{service: slip}]
      |                        ^^^^
      |
      = note: its answer would wait for its own answer
      = help: delete the line, or name the other service that is meant
    ");
}
