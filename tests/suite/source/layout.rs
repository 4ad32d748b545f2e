//! Lines that stand where they mean something else, and letters that nobody sees.

use insta::assert_snapshot;

use crate::project::Project;

#[test]
fn text_behind_a_bar() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            description: |Wages
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: behind `|` nothing else may stand
     --> catalog/departments/pay.yaml:2:14
      |
    2 | description: |Wages
      |              ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: begin the text on the next line, two spaces deeper
    ");
}

#[test]
fn line_too_far_right() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            lead: maija
             hours: office
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this line begins with 1 space, and no line above it does that it could belong to
     --> catalog/departments/pay.yaml:3:2
      |
    3 |  hours: office
      |  ^^^^^^^^^^^^^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: let it begin exactly below its neighbours: with 0 spaces; if it goes on with the text above it, put the whole text in quotes
    ");
}

#[test]
fn first_line_too_far_right() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            services:
              slip:
                  name: Slip
                summary: Wages
                owner: maija
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this line begins with 6 spaces, its neighbours below with 4
     --> catalog/departments/pay.yaml:4:7
      |
    4 |       name: Slip
      |       ^^^^^^^^^^
      |
     ::: catalog/departments/pay.yaml:5:5
      |
    5 |     summary: Wages
      |     -------------- a neighbour
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: let it begin exactly below its neighbours: with 4 spaces
    ");
}

#[test]
fn line_too_far_left() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            services:
              slip:
                name: Slip
               summary: Wages
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this line begins with 3 spaces, and no line above it does that it could belong to
     --> catalog/departments/pay.yaml:5:4
      |
    5 |    summary: Wages
      |    ^^^^^^^^^^^^^^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: let it begin exactly below its neighbours: with 4 or 2 spaces
    ");
}

#[test]
fn list_without_its_first_dash() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
                email: a@acme.example
              - email: b@acme.example
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this list begins without a dash
     --> catalog/departments/pay.yaml:3:5
      |
    3 |     email: a@acme.example
      |     ^^^^^^^^^^^^^^^^^^^^^
      |
     ::: catalog/departments/pay.yaml:4:3
      |
    4 |   - email: b@acme.example
      |   ----------------------- the next item has one
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: begin each item of the list with `- `, in the column of the dashes below
    ");
}

#[test]
fn item_without_a_dash() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
              - {email: a@acme.example}
              {email: b@acme.example}
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: a group in brackets stands here without a dash or a key before it
     --> catalog/departments/pay.yaml:4:3
      |
    4 |   {email: b@acme.example}
      |   ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: put `- ` before it if it is an item of the list above, otherwise its key
    ");
}

#[test]
fn odd_space() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\nlead:\u{a0}maija\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: here stands an odd space (U+00A0) that YAML does not take for one
     --> catalog/departments/pay.yaml:2:6
      |
    2 | lead: maija
      |      ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: delete it and type a plain space; it often comes with text copied from another program
    ");
}

#[test]
fn invisible_character() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\nsummary: Wa\0ges\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: here stands an invisible character (U+0000)
     --> catalog/departments/pay.yaml:2:12
      |
    2 | summary: Wa␀ges
      |            ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: delete it; it often comes with text copied from another program
    ");
}

#[test]
fn leftover_of_a_merge() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            <<<<<<< HEAD
            lead: maija
            =======
            lead: antti
            >>>>>>> other
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: two versions of this file were joined here and nobody has chosen between them
     --> catalog/departments/pay.yaml:2:1
      |
    2 | <<<<<<< HEAD
      | ^^^^^^^^^^^^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: keep one of the versions and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`
    ");
}

#[test]
fn nesting_without_end() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: lists and groups stand too deep in one another here
     --> catalog/departments/pay.yaml:2:42
      |
    2 | summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      |                                          ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: the catalog needs no more than six levels: check the brackets and the indentation
    ");
}

#[test]
fn one_line_too_far_left() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            services:
              slip:
                name: Slip
              team: wages
                owner: maija
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this line begins further left than those above and below it
     --> catalog/departments/pay.yaml:5:3
      |
    5 |   team: wages
      |   ^^^^^^^^^^^
      |
     ::: catalog/departments/pay.yaml:6:5
      |
    6 |     owner: maija
      |     ------------ the line below
      |
      = note: nothing else in this file can be checked before this is fixed
    help: let it begin as they do, if it belongs to them: with 4 spaces
      |
    5 |     team: wages
      |   ++
    ");
}

#[test]
fn dash_before_a_key() {
    let project = Project::new().file(
        "departments/pay/services/slip.yaml",
        "
            name: Slip
            asked_as:
              en: [where is my payslip]
            - team: wages
            owner: maija
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this dash begins a list, but its neighbours are no items
     --> catalog/departments/pay/services/slip.yaml:4:1
      |
    4 | - team: wages
      | ^
      |
     ::: catalog/departments/pay/services/slip.yaml:2:1
      |
    2 | asked_as:
      | --------- a neighbour
      |
      = note: nothing else in this file can be checked before this is fixed
    help: delete the dash
      |
    4 - - team: wages
    4 + team: wages
      |
    ");
}

#[test]
fn first_of_two_items_without_its_dash() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
              phone: \"+358 9 555 0120\"
              - email: a@acme.example
        ",
    );
    let report = project.finding("invalid-yaml");
    assert!(report.contains("this list begins without a dash") && report.contains("pay.yaml:3:3"), "{report}");
}
