//! Response standards: whose they are, and those that nobody has.

use insta::assert_snapshot;
use luukku::clock::Turnaround;
use luukku::diagnostic::Spanned;
use luukku::model::LocaleId;

use super::payroll;

#[test]
fn unknown_standard() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards: [fast]
        ",
    );
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the company has no standard `fast`
     --> catalog/departments/pay/services/slip.yaml:2:13
      |
    2 | standards: [fast]
      |             ^^^^
      |
      = note: without it nobody can tell when the answer comes
      = help: add it to `standards` in catalog.yaml, or write the times here: `normal: {first_response: 4h}`
    ");
}

/// A service that writes none promises what its team does, and a team what its department does; what a group leaves
/// out comes from the nearest standard of the same name.
#[test]
fn standards_of_a_team_and_of_a_department() {
    let catalog = crate::promise::catalog_of(
        "name: D
hours: office
standards: {normal: {name: In turn, first_response: 2h, resolution: 3d}}
teams:
  own: {name: Own, standards: {normal: {resolution: 2d}}}
  none: {name: None}
services:
  short: {name: Short, team: own}
  mine: {name: Mine, team: own, standards: {normal: {resolution: 1d}}}
  long: {name: Long, team: none}
  acting: {name: Acting}
",
    );
    let of = |slug: &str| {
        let (_, service) = catalog.services().find(|(_, service)| &*service.slug == slug).unwrap();
        let [standard] = &*service.standards else { panic!("one standard: {service:?}") };
        let time = |time: &Option<Spanned<_>>| time.as_ref().map(|time| Turnaround::to_string(&time.value)).unwrap();
        assert_eq!(standard.name.as_ref().map(|name| name.str(LocaleId::FIRST)), Some("In turn"));
        (time(&standard.first_response), time(&standard.resolution))
    };
    let times = |first: &str, done: &str| (first.to_owned(), done.to_owned());
    assert_eq!(of("short"), times("2h", "2d"));
    assert_eq!(of("mine"), times("2h", "1d"));
    assert_eq!(of("long"), times("2h", "3d"));
    assert_eq!(of("acting"), times("2h", "3d"));
}

#[test]
fn unknown_standard_of_a_channel() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h}
            channels:
              - {email: pay@acme.example, standard: urgent}
        ",
    );
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the service has no standard `urgent`
     --> catalog/departments/pay/services/slip.yaml:5:41
      |
    5 |   - {email: pay@acme.example, standard: urgent}
      |                                         ^^^^^^
      |
      = note: readers would be promised a time that nobody set
      = help: name one of the service's `standards`
    ");
}

#[test]
fn unknown_standard_of_a_dependency() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            depends_on: [{service: payday, standard: urgent}]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n");
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the service `payday` has no standard `urgent`
     --> catalog/departments/pay/services/slip.yaml:2:42
      |
    2 | depends_on: [{service: payday, standard: urgent}]
      |                                          ^^^^^^
      |
     ::: catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | name: Payday
      | - the service's entry
      |
      = note: a promise cannot lean on one that was never made
      = help: name one of that service's standards, or leave `standard` out
    ");
}
