//! What is said about files that cannot be read as they stand: one test for each code of the
//! source stage, and one for each way of not being YAML.

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
    help: did you mean `lead`?
      |
    2 - leed: maija
    2 + lead: maija
      |
    ");
}

#[test]
fn unknown_key_with_no_near_one() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            website: pay.example
        ",
    );
    assert_snapshot!(project.finding("unknown-key"), @"
    error[unknown-key]: there is no key `website` here
     --> catalog/departments/pay.yaml:2:1
      |
    2 | website: pay.example
      | ^^^^^^^
      |
      = note: a key that is not known would be lost without a word
      = help: the keys here are: aliases, channels, closed_days, country, description, hours, keywords, lead, name, part_of, serves, services, summary, teams, time_zone
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
            lead: [maija]
        ",
    );
    assert_snapshot!(project.finding("wrong-type"), @"
    error[wrong-type]: expected text, found a list
     --> catalog/departments/pay.yaml:2:7
      |
    2 | lead: [maija]
      |       ^^^^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
      = help: write text here
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
    error[wrong-type]: expected a list such as `[pay is late, payslip]`, or such a list for each language, found the text `pay, slip`
     --> catalog/departments/pay.yaml:2:11
      |
    2 | keywords: pay, slip
      |           ^^^^^^^^^
      |
      = note: each key holds one kind of thing, and this is another kind
    help: put square brackets around it, even if it is only one
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
      = help: write a list here
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
      = help: write a department: keys such as `name` and `lead` here
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
      = help: put a text with a comma in it in quotes: "one, two"
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
    assert_snapshot!(project.finding("too-many-mistakes"), @"
    error[too-many-mistakes]: more than 100 mistakes in this file; the rest is not told
     --> catalog/people.yaml:1:1
      |
    1 | maija:
      | ^
      |
      = note: a file that differs so much is probably not the kind of file that belongs in this place
      = help: compare it with a neighbour's file
    ");
}

#[test]
fn misplaced_file() {
    let project = Project::new().file("department/pay.yaml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"
    error[misplaced-file]: no file of this name is read in this place
     --> catalog/department/pay.yaml:1:1
      |
    1 | name: Pay
      | ^
      |
      = note: what it says would be missing on the site without a word
      = help: did you mean the folder `departments` instead of `department`?
    ");
}

#[test]
fn misplaced_file_with_another_ending() {
    let project = Project::new().file("departments/pay.yml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"
    error[misplaced-file]: no file of this name is read in this place
     --> catalog/departments/pay.yml:1:1
      |
    1 | name: Pay
      | ^
      |
      = note: what it says would be missing on the site without a word
      = help: call it `pay.yaml`
    ");
}

#[test]
fn oversized_file() {
    let project = Project::new().file("questions.yaml", "#".repeat(1 << 21));
    assert_snapshot!(project.finding("oversized-file"), @"
    error[oversized-file]: this file has 2048 KiB; at most 1024 KiB are read
     --> catalog/questions.yaml:1:1
      |
     ::: 
    1 | ##########################################################################################…
      | ^
      |
      = note: a file that nobody can read through cannot be kept right
      = help: split it, or check whether it is the right file
    ");
}

#[test]
fn invalid_utf8() {
    let project = Project::new().file("departments/pay.yaml", &b"name: Pay\nsummary: P\xE4iv\xE4\n"[..]);
    assert_snapshot!(project.finding("invalid-utf8"), @"
    error[invalid-utf8]: this file is not UTF-8 text
     --> catalog/departments/pay.yaml:2:11
      |
    2 | summary: P�iv�
      |           ^
      |
      = note: letters such as ä or ł would come out wrong on the site
      = help: save the file again with the encoding UTF-8
    ");
}

#[test]
fn missing_company() {
    let project = Project::empty();
    assert_snapshot!(project.finding("missing-company"), @"
    error[missing-company]: there is no `catalog.yaml` with a company in it
     --> catalog/catalog.yaml:1:1
      |
    1 |
      | ^
      |
      = note: it names the company, its languages and its hours; no page can be made without it
      = help: create it with `name: ...` and `locales: [en]`, or start over with `luukku init`
    ");
}

#[test]
fn missing_front_matter() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/articles/slip.md", "# Your payslip\n");
    assert_snapshot!(project.finding("missing-front-matter"), @"
    error[missing-front-matter]: this file has no head between two lines of `---`
     --> catalog/departments/pay/articles/slip.md:1:1
      |
    1 | # Your payslip
      | ^^^^^^^^^^^^^^
      |
      = note: without a title the page could not be listed anywhere
      = help: begin the file with the lines `---`, `title: ...` and `---`
    ");
}

#[test]
fn invalid_table_head() {
    let project = Project::new().file(
        "measurements/pay.csv",
        "
            month,service
            2026-09,slip
        ",
    );
    assert_snapshot!(project.finding("invalid-table"), @"
    error[invalid-table]: the first row does not name the columns
     --> catalog/measurements/pay.csv:1:1
      |
    1 | month,service
      | ^^^^^^^^^^^^^
      |
      = note: a figure in the wrong column would be shown as something else
      = help: begin the file with the row `period,service,standard,metric,value,count`
    ");
}

#[test]
fn invalid_table_row() {
    let project = Project::new().file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,normal
        ",
    );
    assert_snapshot!(project.finding("invalid-table"), @"
    error[invalid-table]: this row has 3 fields, not 6
     --> catalog/measurements/pay.csv:2:1
      |
    2 | 2026-09,slip,normal
      | ^^^^^^^^^^^^^^^^^^^
      |
      = note: a figure in the wrong column would be shown as something else
      = help: the columns are period,service,standard,metric,value,count
    ");
}

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
      = note: nothing else in this file can be checked before this is mended
    help: indent with spaces, never with tabs; two for each step
      |
    4 |   for: Anything
      | ++
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
      = note: nothing else in this file can be checked before this is mended
      = help: write `key: value`; if the line goes on with the text above it, indent it deeper than the key of that text
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
      = help: a text in quotes ends at the next quote of the same kind: put the other kind around the whole, as in 'so "to say" it' or "it's here"
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
      = help: a text with `: ` in it belongs in quotes: "..."
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
      = note: nothing else in this file can be checked before this is mended
      = help: put the text in quotes: "..."; an item of a list begins with `-`
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
      = note: nothing else in this file can be checked before this is mended
    help: put the text in quotes: "..."
      |
    2 - summary: @pay
    2 + summary: "@pay"
      |
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
      = note: nothing else in this file can be checked before this is mended
      = help: put the whole text in quotes: "..."
    "#);
}

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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
      = help: let it begin exactly below its neighbours: with 0 spaces
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
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
      = note: nothing else in this file can be checked before this is mended
      = help: the catalog needs no more than six levels: check the brackets and the indentation
    ");
}
