//! README.md cannot differ from the program: its reference and its table of checks are made from
//! the program's own types, and its examples make a catalog without a finding.
//!
//! `BLESS=1 cargo test --test suite reference` writes the generated parts anew.

use std::path::Path;

use luukku::checks;
use luukku::source::schema;

use crate::project::Project;

fn readme() -> String {
    std::fs::read_to_string("README.md").unwrap()
}

/// Holds what stands between two markers against what should stand there.
fn hold(name: &str, expected: &str) {
    let text = readme();
    let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
    let from = text.find(&begin).expect("README.md has the marker") + begin.len();
    let to = from + text[from..].find(&end).expect("README.md has the closing marker");
    let expected = format!("\n{}\n\n", expected.trim());
    if text[from..to] == expected {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("README.md", format!("{}{expected}{}", &text[..from], &text[to..])).unwrap();
        return;
    }
    panic!("the {name} in README.md is old; write it anew with `BLESS=1 cargo test --test suite reference`");
}

#[test]
fn the_readme_holds_the_reference_and_all_checks() {
    hold("reference", &schema::reference());
    hold("checks", &checks::reference());
}

#[test]
fn every_key_has_a_sentence() {
    for line in schema::reference().lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Key")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert!(cells.len() >= 3 && cells[2].len() > 5, "{line}");
    }
}

#[test]
fn every_link_of_the_readme_leads_to_a_heading() {
    let text = readme();
    let anchors: Vec<String> = text
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
        })
        .collect();
    for target in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.iter().any(|anchor| anchor == target), "README.md links to `#{target}`");
    }
    for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        if !target.starts_with('#') && !target.contains("://") {
            assert!(Path::new(target).exists(), "README.md links to `{target}`");
        }
    }
}

#[test]
fn the_examples_of_the_readme_make_a_catalog() {
    let text = readme();
    let mut project = Project::empty();
    let mut files = 0;
    let mut rest = text.as_str();
    while let Some(at) = rest.find("\n**`") {
        let titled = &rest[at + "\n**`".len()..];
        let (path, behind) = titled.split_once("`**").unwrap();
        rest = behind;
        let Some(fenced) = behind.trim_start().strip_prefix("```") else { continue };
        let (content, _) = fenced.split_once('\n').unwrap().1.split_once("\n```").unwrap();
        project = project.file(path, format!("{content}\n"));
        files += 1;
    }
    assert!(files >= 8, "README.md shows an example of each kind of file");
    let report = project.check();
    assert!(report.starts_with("Nothing to mend"), "{report}");
}

#[test]
fn a_schema_of_each_kind_of_file_stands_alone() {
    for kind in schema::KINDS.iter().filter(|kind| kind.files.is_some()) {
        let text = schema::json_schema(kind).to_string();
        assert!(text.contains("2020-12"), "{}", kind.title);
        for (at, _) in text.match_indices("\"#/$defs/") {
            let name = text[at + "\"#/$defs/".len()..].split('"').next().unwrap();
            assert!(text.contains(&format!("\"{name}\":{{")), "{} names {name}", kind.title);
        }
        assert!(!text.contains("\"null\""), "{}", kind.title);
    }
}

#[test]
fn the_command_prints_a_schema() {
    let project = Project::new();
    let run = project.run(["schema", "service"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let schema: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(schema["required"], serde_json::json!(["name"]));
    assert_eq!(schema["properties"]["owner"]["description"], "The person who answers for the promise.");
    let run = project.run(["schema", "servise"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(run.stderr, "luukku: there is no kind of file `servise`; did you mean `service`?\n");
}
