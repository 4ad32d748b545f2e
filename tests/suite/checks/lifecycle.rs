//! Services that come and go.

use insta::assert_snapshot;

use crate::checks::payroll::{another, payroll, payroll_with};

const OLD: &str = "departments/payroll/services/old.yaml";

#[test]
fn retired_without_replacement() {
    assert_snapshot!(payroll().file(OLD, another("Old ways", "status: retired\n")).check(), @r#"
    warning[retired-without-replacement]: the retired service `old` does not say what to use instead
     --> catalog/departments/payroll/services/old.yaml:1:1
      |
    1 | name: Old ways
      | ^
      |
      = note: whoever still comes here stands before a closed door
      = help: add `replaced_by: ` with the id of a service; where nothing replaces it, leave it as it is: its page says that it has ended

    1 warning in 1 file
    "#);
}

#[test]
fn replaced_but_live() {
    assert_snapshot!(payroll().file(OLD, another("Old ways", "replaced_by: correction\n")).check(), @r#"
    warning[replaced-but-live]: `old` is replaced by `correction`, but still on offer
     --> catalog/departments/payroll/services/old.yaml:7:14
      |
    7 | replaced_by: correction
      |              ^^^^^^^^^^
      |
      = note: readers cannot tell which of the two to use
      = help: add `status: retiring` or `status: retired`, or delete `replaced_by`

    1 warning in 1 file
    "#);
}

#[test]
fn depends_on_retired() {
    let project = payroll_with("depends_on:\n  - {service: old, blocking: false}\n")
        .file(OLD, another("Old ways", "status: retired\nreplaced_by: data\n"))
        .file("departments/payroll/services/data.yaml", another("Master data", "asked_as: [my address]\n"));
    assert_snapshot!(project.finding("depends-on-retired"), @r#"
    warning[depends-on-retired]: `correction` depends on `old`, which is retired
     --> catalog/departments/payroll/services/correction.yaml:9:15
      |
    9 |   - {service: old, blocking: false}
      |               ^^^
      |
     ::: catalog/departments/payroll/services/old.yaml:1:1
      |
    1 | name: Old ways
      | - retired here
      |
      = note: its promise leans on an answer that nobody gives any more
    help: `data` replaces it
      |
    9 -   - {service: old, blocking: false}
    9 +   - {service: data, blocking: false}
      |
    "#);
}

#[test]
fn sends_to_retired() {
    let project = payroll_with("not_included:\n  - what: Travel claims\n    go_to: old\n")
        .file(OLD, another("Old ways", "status: retired\nreplaced_by: correction\n"))
        .file(
            "journeys/start.yaml",
            "name: Start\nsummary: First day\nsteps:\n  - what: Give us your account\n    service: old\n",
        )
        .file("departments/payroll/articles/read.md", "---\ntitle: Read\nservices: [old]\n---\nText\n");
    assert_snapshot!(project.check(), @r#"
    warning[sends-to-retired]: the article `read` sends readers to `old`, which is retired
     --> catalog/departments/payroll/articles/read.md:1:1
      |
    1 | ---
      | ^
      |
     ::: catalog/departments/payroll/services/old.yaml:1:1
      |
    1 | name: Old ways
      | - retired here
      |
      = note: they would find a closed door
      = help: name a service that is on offer, or nothing

    warning[sends-to-retired]: `not_included` of `correction` sends readers to `old`, which is retired
      --> catalog/departments/payroll/services/correction.yaml:10:12
       |
    10 |     go_to: old
       |            ^^^
       |
      ::: catalog/departments/payroll/services/old.yaml:1:1
       |
     1 | name: Old ways
       | - retired here
       |
       = note: they would find a closed door
       = help: name a service that is on offer, or delete the line

    warning[sends-to-retired]: this step of `start` sends readers to `old`, which is retired
     --> catalog/journeys/start.yaml:4:11
      |
    4 |   - what: Give us your account
      |           ^^^^^^^^^^^^^^^^^^^^
      |
     ::: catalog/departments/payroll/services/old.yaml:1:1
      |
    1 | name: Old ways
      | - retired here
      |
      = note: they would find a closed door
      = help: name a service that is on offer, or nothing

    3 warnings in 3 files
    "#);
}

#[test]
fn the_first_page_sends_to_retired() {
    let project = payroll().file(OLD, another("Old ways", "status: retired\nreplaced_by: correction\n"));
    let text = std::fs::read_to_string(project.path().join("catalog/catalog.yaml")).unwrap();
    let said = project.file("catalog.yaml", text + "\nhome: [correction, old]\n").check();
    let what = "warning[sends-to-retired]: `home` sends readers to `old`, which is retired";
    assert!(said.contains(what) && said.contains("1 warning in"), "{said}");
}

#[test]
fn sends_to_itself() {
    let said = payroll_with("not_included: [{what: Travel, go_to: correction}]\n").check();
    let what = "warning[sends-to-itself]: `not_included` of `correction` sends readers to the page on which they are";
    assert!(said.contains(what) && said.contains("correction.yaml:8:") && said.contains("1 warning in"), "{said}");
}
