//! Keys and the kinds of their values.

use insta::assert_snapshot;

use crate::project::Project;

/// A person with more unknown keys than anybody writes by mistake.
fn many_mistakes() -> Project {
    let keys: String = (0..150).map(|number| format!("  key{number}: value\n")).collect();
    Project::new().file("people.yaml", format!("maija:\n  name: Maija\n{keys}"))
}

#[test]
fn unknown_key() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            leed: maija
        ",
    );
    assert_snapshot!(project.finding("unknown-key"), @"
    error[unknown-key]: there is no key `leed` here
     --> catalog/departments/pay.yaml:2:1
      |
    2 | leed: maija
      | ^^^^
      |
      = note: a key that is not known would be lost without a word
      = help: did you mean `lead`?
    ");
}

#[test]
fn unknown_key_with_no_near_one() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            colour: blue
        ",
    );
    assert_snapshot!(project.finding("unknown-key"), @"
    error[unknown-key]: there is no key `colour` here
     --> catalog/departments/pay.yaml:2:1
      |
    2 | colour: blue
      | ^^^^^^
      |
      = note: a key that is not known would be lost without a word
      = help: the keys here are: aliases, channels, closed_days, country, description, fields, hours, keywords, lead, links, name, part_of, place, serves, services, short_days, standards, subdivision, summary, teams, time_zone
    ");
}

#[test]
fn unknown_word() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            privacy: name
        ",
    );
    assert_snapshot!(project.finding("unknown-word"), @"
    error[unknown-word]: `name` is not one of the words that can stand here
     --> catalog/catalog.yaml:2:10
      |
    2 | privacy: name
      |          ^^^^
      |
      = note: each of these words has a meaning of its own; another one has none
    help: did you mean `names`? It can be: full, names, roles
      |
    2 | privacy: names
      |              +
    ");
}

#[test]
fn unknown_word_with_no_near_one() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            privacy: secret
        ",
    );
    assert_snapshot!(project.finding("unknown-word"), @"
    error[unknown-word]: `secret` is not one of the words that can stand here
     --> catalog/catalog.yaml:2:10
      |
    2 | privacy: secret
      |          ^^^^^^
      |
      = note: each of these words has a meaning of its own; another one has none
      = help: it can be: full, names, roles
    ");
}

#[test]
fn missing_key() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {when: day 1}
        ",
    );
    assert_snapshot!(project.finding("missing-key"), @"
    error[missing-key]: `what` is missing here
     --> catalog/journeys/move.yaml:3:5
      |
    3 |   - {when: day 1}
      |     ^^^^^^^^^^^^^
      |
      = note: without it nobody can tell what is meant
      = help: add `what: ...`
    ");
}

#[test]
fn wrong_type_list_for_text() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            country: [FI]
        ",
    );
    assert_snapshot!(project.finding("wrong-type"), @"
    error[wrong-type]: `country` takes one value, and this is a list
     --> catalog/departments/pay.yaml:2:10
      |
    2 | country: [FI]
      |          ^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
    help: write it without brackets and without a dash: `country: FI`
      |
    2 - country: [FI]
    2 + country: FI
      |
    ");
}

#[test]
fn wrong_type_text_for_list() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            keywords: pay, slip
        ",
    );
    assert_snapshot!(project.finding("wrong-type"), @"
    error[wrong-type]: expected a list, found the text `pay, slip`
     --> catalog/departments/pay.yaml:2:11
      |
    2 | keywords: pay, slip
      |           ^^^^^^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
    help: put square brackets around it, and commas between its items: `[pay, slip]`
      |
    2 - keywords: pay, slip
    2 + keywords: [pay, slip]
      |
    ");
}

#[test]
fn wrong_type_group_for_list() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
              email: pay@acme.example
        ",
    );
    assert_snapshot!(project.finding("wrong-type"), @"
    error[wrong-type]: expected a list, found a group of `key: value` lines
     --> catalog/departments/pay.yaml:3:3
      |
    3 |   email: pay@acme.example
      |   ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
    help: make each an item of a list: `channels: [{email: pay@acme.example}]`
      |
    3 -   email: pay@acme.example
    3 +   [{email: pay@acme.example}]
      |
    ");
}

#[test]
fn wrong_type_of_a_whole_file() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            - Pay
            - Slip
        ",
    );
    assert_snapshot!(project.finding("wrong-type"), @"
    error[wrong-type]: expected a department: keys such as `name` and `lead`, found a list
     --> catalog/departments/pay.yaml:1:1
      |
    1 | - Pay
      | ^^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
      = help: delete the dashes or brackets: its keys stand below one another without them
    ");
}

#[test]
fn empty_item() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            channels:
              - email: pay@acme.example
              -
        ",
    );
    assert_snapshot!(project.finding("empty-item"), @"
    error[empty-item]: this item of the list is empty
     --> catalog/departments/pay.yaml:4:4
      |
    4 |   -
      |    ^
      |
      = note: nobody can tell what was meant to stand here
      = help: write something behind the dash, or delete it
    ");
}

#[test]
fn unquoted_comma() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            summary: {en: Wages, fi: Palkat, palkkiot ja muut}
        ",
    );
    assert_snapshot!(project.finding("unquoted-comma"), @r#"
    error[unquoted-comma]: `palkkiot ja muut` stands behind a comma and so is not part of the text before it
     --> catalog/departments/pay.yaml:2:34
      |
    2 | summary: {en: Wages, fi: Palkat, palkkiot ja muut}
      |                                  ^^^^^^^^^^^^^^^^
      |
      = note: between `{` and `}` each comma begins a new `key: value`
    help: put a text with a comma in quotes: "Palkat, palkkiot ja muut"
      |
    2 - summary: {en: Wages, fi: Palkat, palkkiot ja muut}
    2 + summary: {en: Wages, fi: "Palkat, palkkiot ja muut"}
      |
    "#);
}

#[test]
fn missing_space() {
    let project = Project::new().file(
        "questions.yaml",
        "
            questions:
              - {ask: when, expect:payday}
        ",
    );
    assert_snapshot!(project.finding("missing-space"), @"
    error[missing-space]: a space is missing behind the colon in `expect:payday`
     --> catalog/questions.yaml:2:17
      |
    2 |   - {ask: when, expect:payday}
      |                 ^^^^^^^^^^^^^
      |
      = note: without it the whole is taken for one word
    help: write `expect: payday`
      |
    2 |   - {ask: when, expect: payday}
      |                        +
    ");
}

#[test]
fn duplicate_key() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            lead: a
            lead: b
        ",
    );
    assert_snapshot!(project.finding("duplicate-key"), @"
    error[duplicate-key]: the key `lead` stands twice in the same group
     --> catalog/departments/pay.yaml:3:1
      |
    3 | lead: b
      | ^^^^ again here
      |
     ::: catalog/departments/pay.yaml:2:1
      |
    2 | lead: a
      | ---- first here
      |
      = note: only one of the two could count, and nobody could tell which
      = help: keep one of them; join lists into one
    ");
}

#[test]
fn too_many_mistakes() {
    let project = many_mistakes();
    assert_snapshot!(project.finding("too-many-errors"), @"
    error[too-many-errors]: more than 100 errors in this file; the rest is not told
     --> catalog/people.yaml:1:1
      |
    1 | maija:
      | ^
      |
      = note: a file that differs so much is probably not the kind of file that belongs in this place
      = help: compare it with a neighbour's file
    ");
}
