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
    assert_snapshot!(project.finding("unknown-key"), @"");
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
    assert_snapshot!(project.finding("unknown-key"), @"");
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
    assert_snapshot!(project.finding("unknown-word"), @"");
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
    assert_snapshot!(project.finding("unknown-word"), @"");
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
    assert_snapshot!(project.finding("missing-key"), @"");
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
    assert_snapshot!(project.finding("wrong-type"), @"");
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
    assert_snapshot!(project.finding("wrong-type"), @"");
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
    assert_snapshot!(project.finding("wrong-type"), @"");
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
    assert_snapshot!(project.finding("wrong-type"), @"");
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
    assert_snapshot!(project.finding("empty-item"), @"");
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
    assert_snapshot!(project.finding("unquoted-comma"), @"");
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
    assert_snapshot!(project.finding("missing-space"), @"");
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
    assert_snapshot!(project.finding("duplicate-key"), @"");
}

#[test]
fn too_many_mistakes() {
    let project = many_mistakes();
    assert_snapshot!(project.finding("too-many-mistakes"), @"");
}

#[test]
fn misplaced_file() {
    let project = Project::new().file("department/pay.yaml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"");
}

#[test]
fn misplaced_file_with_another_ending() {
    let project = Project::new().file("departments/pay.yml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"");
}

#[test]
fn oversized_file() {
    let project = Project::new().file("questions.yaml", &"#".repeat(1 << 21));
    assert_snapshot!(project.finding("oversized-file"), @"");
}

#[test]
fn invalid_utf8() {
    let project = Project::new().file("departments/pay.yaml", &b"name: Pay\nsummary: P\xE4iv\xE4\n"[..]);
    assert_snapshot!(project.finding("invalid-utf8"), @"");
}

#[test]
fn missing_company() {
    let project = Project::empty();
    assert_snapshot!(project.finding("missing-company"), @"");
}

#[test]
fn missing_front_matter() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/articles/slip.md", "# Your payslip\n");
    assert_snapshot!(project.finding("missing-front-matter"), @"");
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
    assert_snapshot!(project.finding("invalid-table"), @"");
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
    assert_snapshot!(project.finding("invalid-table"), @"");
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
    assert_snapshot!(project.finding("unsupported-yaml"), @"");
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
    assert_snapshot!(project.finding("unsupported-yaml"), @"");
}

#[test]
fn tab_before_a_line() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\nchannels:\n  - email: pay@acme.example\n\tfor: Anything\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
}

#[test]
fn odd_space() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\nlead:\u{a0}maija\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"");
}

#[test]
fn invisible_character() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\nsummary: Wa\0ges\n");
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
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
    assert_snapshot!(project.finding("invalid-yaml"), @"");
}
