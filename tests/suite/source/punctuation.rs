//! Marks of YAML that are missing, doubled or meant as text.

use insta::assert_snapshot;

use crate::project::Project;

#[test]
fn unsupported_yaml_anchor() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: &this Wages
        ",
    );
    assert_snapshot!(project.finding("unsupported-yaml"), @"
    error[unsupported-yaml]: an anchor (`&name`) is not part of the catalog format
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: &this Wages
      |          ^^^^^
      |
      = note: a catalog uses plain YAML only, so that everyone can read every file
      = help: write the value out where it is needed; if it begins with `&`, put it in quotes
    ");
}

#[test]
fn unsupported_yaml_second_document() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            ---
            name: Again
        ",
    );
    assert_snapshot!(project.finding("unsupported-yaml"), @"
    error[unsupported-yaml]: a second document (`---`) in one file is not part of the catalog format
     --> catalog/departments/pay.yaml:2:1
      |
    2 | ---
      | ^^^
      |
      = note: a catalog uses plain YAML only, so that everyone can read every file
      = help: put it into a file of its own
    ");
}

#[test]
fn tab_before_a_line() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\nchannels:\n  - email: pay@acme.example\n\tfor: Anything\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: a tab stands before this line
     --> catalog/departments/pay.yaml:4:1
      |
    4 |     for: Anything
      | ^^^^
      |
      = note: nothing else in this file can be checked before this is fixed
    help: indent with spaces, never with tabs; two for each step
      |
    4 |     for: Anything
      | ++++
    ");
}

#[test]
fn missing_colon() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            lead maija
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: there is no colon in this line
     --> catalog/departments/pay.yaml:2:1
      |
    2 | lead maija
      | ^^^^^^^^^^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: write `lead: maija`; if the line goes on with the text above it, indent it deeper than the key of that text
    ");
}

#[test]
fn missing_space_behind_a_colon() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            lead:maija
            hours: office
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: a space is missing behind this colon
     --> catalog/departments/pay.yaml:2:5
      |
    2 | lead:maija
      |     ^
      |
      = note: nothing else in this file can be checked before this is fixed
    help: write `key: value`, with a space between
      |
    2 | lead: maija
      |      +
    ");
}

#[test]
fn equals_instead_of_a_colon() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            lead = maija
            hours: office
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: a key is followed by a colon, not by `=`
     --> catalog/departments/pay.yaml:2:6
      |
    2 | lead = maija
      |      ^
      |
      = note: nothing else in this file can be checked before this is fixed
    help: write `key: value`
      |
    2 - lead = maija
    2 + lead: maija
      |
    ");
}

#[test]
fn missing_space_behind_a_dash() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
              - email: a@acme.example
              -email: b@acme.example
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: a space is missing behind this dash
     --> catalog/departments/pay.yaml:4:3
      |
    4 |   -email: b@acme.example
      |   ^
      |
      = note: nothing else in this file can be checked before this is fixed
    help: write `- ` before each item of a list
      |
    4 |   - email: b@acme.example
      |    +
    ");
}

#[test]
fn unclosed_quote() {
    let project = Project::new().file(
        "departments/pay.yaml",
        r#"
            name: Pay
            summary: "Wages
            lead: maija
        "#,
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: the quote " that is opened here is not closed on its line
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: "Wages
      |          ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: add " at the end of the text; if the text goes on below, indent its further lines
    "#);
}

#[test]
fn text_behind_a_quote() {
    let project = Project::new().file(
        "departments/pay.yaml",
        r#"
            name: Pay
            summary: "Wages" and more
        "#,
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: something stands behind the closing quote
     --> catalog/departments/pay.yaml:2:18
      |
    2 | summary: "Wages" and more
      |                  ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: write the closing quote at the end, `"Wages and more"`, or other quotes around the whole: `'"Wages" and more'`
    "#);
}

#[test]
fn unclosed_bracket() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            keywords: [pay, slip
            lead: maija
            hours: office
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: the bracket `[` that is opened here is never closed
     --> catalog/departments/pay.yaml:2:11
      |
    2 | keywords: [pay, slip
      |           ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: add `]` at the end
    ");
}

#[test]
fn bracket_closed_by_another() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: {en: Wages]
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this bracket is closed by one of another kind
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: {en: Wages]
      |          ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: a list is written `[a, b]`, a group `{key: value}`
    ");
}

#[test]
fn bracket_that_closes_nothing() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            keywords: [pay]]
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @"
    error[invalid-yaml]: this bracket closes nothing
     --> catalog/departments/pay.yaml:2:16
      |
    2 | keywords: [pay]]
      |                ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: delete it, or add the one that opens it
    ");
}

#[test]
fn second_colon() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: Note: wages
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: a second colon in one line
     --> catalog/departments/pay.yaml:2:14
      |
    2 | summary: Note: wages
      |              ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: a text with `: ` in it belongs in quotes: "..."
    "#);
}

#[test]
fn colon_inside_a_group() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: {en: Note: wages, fi: Palkat}
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: a colon in the middle of a text
     --> catalog/departments/pay.yaml:2:19
      |
    2 | summary: {en: Note: wages, fi: Palkat}
      |                   ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: if `Note` is a key, write a comma before it; a text with `: ` in it belongs in quotes: "..."
    "#);
}

#[test]
fn text_that_begins_with_a_star() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: *Wages*
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: text cannot begin with `*`
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: *Wages*
      |          ^
      |
      = note: nothing else in this file can be checked before this is fixed
    help: put the text in quotes: "*Wages*"
      |
    2 - summary: *Wages*
    2 + summary: "*Wages*"
      |
    "#);
}

#[test]
fn text_that_begins_with_an_at_sign() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: @pay
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: text cannot begin with `@`
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: @pay
      |          ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: write the id of a person without it, `pay`, and a name in the chat in quotes: "@pay"
    "#);
}

#[test]
fn text_that_begins_with_a_brace() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: {name} is paid
        ",
    );
    assert_snapshot!(project.finding("invalid-yaml"), @r#"
    error[invalid-yaml]: a text that begins with `{` is taken for a group
     --> catalog/departments/pay.yaml:2:10
      |
    2 | summary: {name} is paid
      |          ^
      |
      = note: nothing else in this file can be checked before this is fixed
      = help: put the whole text in quotes: "..."
    "#);
}
