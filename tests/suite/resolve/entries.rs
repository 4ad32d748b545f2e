//! Ids, names, texts and languages of entries.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

#[test]
fn duplicate_id() {
    let project = payroll()
        .file("departments/pay/services/slip.yaml", "name: Payslips\n")
        .file("departments/pay.yaml", "name: Pay too\n");
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: the department `pay` is written in two places
     --> catalog/departments/pay/department.yaml:1:1
      |
    1 | name: Pay
      | ^ again here
      |
     ::: catalog/departments/pay.yaml:1:1
      |
    1 | name: Pay too
      | - first here
      |
      = note: an id is an address for ever, so each can be used only once in the whole catalog
      = help: give one of them another id, or delete the one that is out of date
    ");
}

#[test]
fn duplicate_id_of_an_alias() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            aliases: [payday]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n");
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: the earlier id `payday` is still in use
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | aliases: [payday]
      |           ^^^^^^
      |
     ::: catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | name: Payday
      | - used here
      |
      = note: an address can lead to one place only
      = help: take it out of `aliases` here, or give the other entry a new id
    ");
}

#[test]
fn invalid_id() {
    let project = Project::new().file(
        "people.yaml",
        "
            Mäija Virtanen:
              name: Maija Virtanen
        ",
    );
    assert_snapshot!(project.finding("invalid-id"), @"
    error[invalid-id]: `Mäija Virtanen` cannot be the id of a person
     --> catalog/people.yaml:1:1
      |
    1 | Mäija Virtanen:
      | ^^^^^^^^^^^^^^
      |
      = note: the id becomes the address of a page, which has to work everywhere
      = help: use small letters a to z, digits, hyphens and dots: `maija-virtanen`
    ");
}

#[test]
fn missing_name() {
    let project = payroll()
        .file("departments/pay/services/slip.yaml", "name: Payslips\n")
        .file("departments/pay/services/payday.yaml", "summary: When the money comes.\n");
    assert_snapshot!(project.finding("missing-name"), @"
    error[missing-name]: the service `payday` has no `name`
     --> catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | summary: When the money comes.
      | ^
      |
      = note: readers would see its id instead of its name
      = help: add `name: ...`
    ");
}

#[test]
fn missing_name_of_the_company() {
    let project = Project::new().file("catalog.yaml", "locales: [en]\n");
    assert_snapshot!(project.finding("missing-name"), @"
    error[missing-name]: the company has no `name`
     --> catalog/catalog.yaml:1:1
      |
    1 | locales: [en]
      | ^
      |
      = note: every page bears it
      = help: add `name: ...` to catalog.yaml
    ");
}

#[test]
fn missing_department() {
    let project = Project::new().file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("missing-department"), @"
    error[missing-department]: the folder `departments/pay` has no `department.yaml`
     --> catalog/departments/pay/teams/desk.yaml:1:1
      |
    1 | name: Desk
      | ^
      |
      = note: what stands in it would belong to nobody
      = help: create it with `name: ...` and `lead: ...`
    ");
}

#[test]
fn unsupported_format() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            format: 2
        ",
    );
    assert_snapshot!(project.finding("unsupported-format"), @"
    error[unsupported-format]: this catalog is in format 2
     --> catalog/catalog.yaml:3:9
      |
    3 | format: 2
      |         ^
      |
      = note: a newer format may mean other things by the same keys
      = help: this program reads format 1: write `format: 1`, or use a newer luukku
    ");
}

#[test]
fn empty_text() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        r#"
            name: Payslips
            summary: ""
        "#,
    );
    assert_snapshot!(project.finding("empty-text"), @r#"
    error[empty-text]: this text is empty
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | summary: ""
      |          ^^
      |
      = note: a reader would see a gap where something was meant to stand
      = help: write the text, or delete the whole line
    "#);
}

#[test]
fn control_character() {
    let project =
        payroll().file("departments/pay/services/slip.yaml", "name: Payslips\nsummary: \"Wages \\u0008 and more\"\n");
    assert_snapshot!(project.finding("control-character"), @r#"
    error[control-character]: here stands the invisible character U+0008
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | summary: "Wages \u0008 and more"
      |          ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers see a text that is not the one written, and two names that look the same are not
      = help: delete it; it often comes with text copied from another program
    "#);
}

#[test]
fn unknown_locale() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            summary: {en: Wages, fii: Palkat}
        ",
    );
    assert_snapshot!(project.finding("unknown-locale"), @"
    error[unknown-locale]: `fii` is not one of the site's languages
     --> catalog/departments/pay/services/slip.yaml:2:22
      |
    2 | summary: {en: Wages, fii: Palkat}
      |                      ^^^
      |
      = note: no reader would ever see this text
      = help: did you mean `fi`?
    ");
}

#[test]
fn unknown_locale_behind_a_comma() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            summary: {en: Wages, bonus: also}
        ",
    );
    assert_snapshot!(project.finding("unknown-locale"), @r#"
    error[unknown-locale]: `bonus` is not one of the site's languages
     --> catalog/departments/pay/services/slip.yaml:2:22
      |
    2 | summary: {en: Wages, bonus: also}
      |                      ^^^^^
      |
      = note: no reader would ever see this text
      = help: if it is part of a text, put the whole text in quotes: "one, two: three"
    "#);
}

#[test]
fn invalid_locale() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, Finnish]
        ",
    );
    let said = project.finding("invalid-locale");
    for told in ["error[invalid-locale]: `Finnish` is not a language tag", "catalog.yaml:2:15", "did you mean `fi`?"] {
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn the_name_of_a_device_is_no_id() {
    let services = |id: &str| format!("name: Pay\nservices:\n  {id}: {{name: X, summary: Something}}\n");
    for id in ["con", "lpt1", "nul"] {
        let said = Project::new().file("departments/pay.yaml", services(id)).finding("invalid-id");
        assert!(said.contains("Windows takes it for a device") && said.contains(&format!("`service-{id}`")), "{said}");
    }
    for id in ["contract", "com", "comet1", "lpt12"] {
        assert!(!Project::new().file("departments/pay.yaml", services(id)).check().contains("invalid-id"), "{id}");
    }
}
