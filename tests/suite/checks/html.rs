//! HTML in Markdown, and the places of what stands in Markdown within YAML.

use crate::checks::payroll::{assert_clean, payroll_with};

#[test]
fn tags_are_shown_as_text_and_reported_where_they_stand() {
    let said = payroll_with("description: |\n  First line.\n\n  A <b>bold</b> word, a<br>break <!-- and a note -->.\n")
        .finding("shown-html");
    assert!(said.contains("warning[shown-html]: the tag `<b>` is shown to readers as these letters"), "{said}");
    assert!(said.contains("correction.yaml:11:5"), "{said}");
    assert!(said.contains("help: write `**bold**`"), "{said}");
    assert_eq!(said.matches("warning[").count(), 1, "{said}");
    let said = payroll_with("description: |\n  A <b>bold</b> word.\n\n  <p><i>Two</i>.</p>\n").finding("shown-html");
    assert!(said.contains("3 tags of this text, such as `<b>`, are shown to readers as letters"), "{said}");
    assert!(said.contains("for `<b>` write `**bold**`; for `<p>` leave an empty line"), "{said}");
    assert_eq!(said.matches("warning[").count(), 1, "{said}");
    let said = payroll_with("description: |\n  First line.\n\n  <!-- never closed\n\n  Lost.\n").finding("shown-html");
    assert!(said.contains("this comment is never closed"), "{said}");
    assert_clean(&payroll_with(
        "description: |\n  A<br/>break, 1 < 2 and <https://acme.example/>.\n  <!-- a note -->\n",
    ));
}

#[test]
fn markdown_in_a_plain_text_is_told() {
    let said = payroll_with("cost: 'See [the prices](https://acme.example/prices)'\n").finding("shown-markdown");
    assert!(said.contains("warning[shown-markdown]: this link would be shown to readers as it is written"), "{said}");
    assert!(said.contains("correction.yaml:8:12"), "{said}");
    let said = payroll_with("you_receive: ['A <em>corrected</em> payslip']\n").finding("shown-markdown");
    assert!(said.contains("these signs would be shown") && said.contains("^^^^\n"), "{said}");
    assert!(!payroll_with("you_receive: ['A letter to <name>']\n").check().contains("shown-markdown"));
    let said = payroll_with("you_receive: [A **corrected** payslip]\n").finding("shown-markdown");
    assert!(said.contains("these signs would be shown"), "{said}");
    for signs in ["__new__", "~~old~~", "`code`"] {
        let said = payroll_with(&format!("you_receive: [\"A {signs} payslip\"]\n")).finding("shown-markdown");
        assert!(said.contains("correction.yaml:8:18"), "{said}");
    }
    assert_clean(&payroll_with(
        "you_receive: ['2 ** 3, [sic] (really), **, snake__case, ~2, it`s']\n\
         description: A **bold** [one](https://acme.example/).\n",
    ));
}

#[test]
fn quotes_that_yaml_does_not_know_are_told() {
    for quoted in ["“A payslip”", "”A payslip”", "„A payslip”", "»A payslip«", "«A payslip»"] {
        let said = payroll_with(&format!("you_receive: [{quoted}]\n")).finding("shown-quotes");
        assert!(said.contains("warning[shown-quotes]: ") && said.contains("`A payslip`"), "{said}");
        assert!(said.contains("correction.yaml:8:15"), "{said}");
    }
    assert_clean(&payroll_with("you_receive: [The “payslip”, “One” and “two”, '\"A payslip\"']\n"));
}

#[test]
fn a_link_is_reported_where_it_stands_however_its_text_is_written() {
    for (text, place) in [
        ("description: |\n  First line.\n\n  Then [how](service:lost).\n", "correction.yaml:11:8"),
        ("description: >\n  First line\n  and [how](service:lost).\n", "correction.yaml:10:7"),
        ("description: 'It''s [how](service:lost).'\n", "correction.yaml:8:21"),
        ("description: \"It\\u2019s\\n\\n[how](service:lost).\"\n", "correction.yaml:8:28"),
        ("description: First\n  line [how](service:lost).\n", "correction.yaml:9:8"),
        (
            "faq:\n  - question: How?\n    answer: |\n      First.\n\n      - [how](service:lost)\n",
            "correction.yaml:13:9",
        ),
    ] {
        let said = payroll_with(text).finding("dead-link");
        assert!(said.contains(place), "{place} is not in:\n{said}");
    }
}
