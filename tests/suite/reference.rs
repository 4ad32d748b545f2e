//! What is written about the program cannot differ from it: the reference in catalog/README.md is made from the
//! program's own types, its examples make a catalog without a finding, README.md shows a finding as it is printed.
//! The demonstration shows every key that there is.
//!
//! `BLESS=1 cargo test --test suite reference` writes the generated parts anew.

use std::collections::BTreeSet;
use std::path::Path;

use luukku::source::schema;
use serde_json::Value;

use crate::project::Project;

/// The pages that are written by hand, in parts at least.
const PAGES: [&str; 4] = ["README.md", "catalog/README.md", "themes/README.md", "src/README.md"];

/// Where each kind of file is explained.
const AUTHORS: &str = "catalog/README.md";

/// Holds what stands between two markers of a page against what should stand there.
fn hold(page: &str, name: &str, expected: &str) {
    let text = std::fs::read_to_string(page).unwrap();
    let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
    let from = text.find(&begin).expect("the page has the marker") + begin.len();
    let to = from + text[from..].find(&end).expect("the page has the closing marker");
    let expected = format!("\n{}\n\n", expected.trim());
    if text[from..to] == expected {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(page, format!("{}{expected}{}", &text[..from], &text[to..])).unwrap();
        return;
    }
    panic!("the {name} in {page} is old; write it anew with `BLESS=1 cargo test --test suite reference`");
}

#[test]
fn the_reference_is_that_of_the_program() {
    hold(AUTHORS, "reference", &schema::reference());
}

#[test]
fn the_first_page_is_short() {
    assert!(std::fs::metadata("README.md").unwrap().len() <= 12 * 1024, "README.md is above 12 kB");
}

#[test]
fn the_readme_shows_a_finding_as_it_is_printed() {
    let path = "departments/payroll/services/pay-correction.yaml";
    let project = examples();
    let text = std::fs::read_to_string(project.catalog().join(path)).unwrap();
    let broken = text.replace("team: payroll-desk  ", "team: payrol-desk  ");
    assert_ne!(broken, text);
    hold("README.md", "finding", &format!("```text\n{}```", project.file(path, broken).finding("unknown-team")));
}

#[test]
fn every_key_has_a_sentence() {
    for line in schema::reference().lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Key")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert!(cells.len() >= 3 && cells[2].len() > 5, "{line}");
    }
}

#[test]
fn every_link_of_the_pages_leads_somewhere() {
    for page in PAGES {
        let text = std::fs::read_to_string(page).unwrap();
        let anchors: Vec<String> = text.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            match target.strip_prefix('#') {
                Some(heading) => assert!(anchors.iter().any(|anchor| anchor == heading), "{page} links to `{target}`"),
                None if target.contains("://") => {}
                None => {
                    let beside = Path::new(page).parent().unwrap().join(target.split('#').next().unwrap());
                    assert!(beside.exists(), "{page} links to `{target}`");
                }
            }
        }
    }
}

/// The anchor that Git hosts give a heading.
fn anchor(line: &str) -> String {
    let words = line.trim_start_matches('#').trim().to_lowercase();
    words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
}

#[test]
fn the_examples_make_a_catalog() {
    let report = examples().check();
    assert!(report.starts_with("Nothing to fix"), "{report}");
}

/// The catalog of the examples.
fn examples() -> Project {
    let text = std::fs::read_to_string(AUTHORS).unwrap();
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
    assert!(files >= 8, "an example of each kind of file is shown");
    project
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
    assert_eq!(
        schema["properties"]["owner"]["description"],
        "Who answers for the promise: a person, or a list of equals, of whom the first is shown first."
    );
    let run = project.run(["schema", "servise"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(run.stderr, "luukku: there is no kind of file `servise`; did you mean `service`?\n");
}

/// Keys that the demonstration cannot show, with the reason.
const NOT_SHOWN: [&str; 3] = ["News.aliases", "Story.aliases", "Idea.aliases"];

#[test]
fn the_demonstration_uses_every_key() {
    let mut known = BTreeSet::new();
    let mut used = BTreeSet::new();
    for kind in schema::KINDS.iter().filter(|kind| kind.files.is_some()) {
        let schema = schema::json_schema(kind);
        collect(&schema, &mut known);
        for document in documents(&kind.word()) {
            walk(&schema, &schema, &document, &mut used);
        }
    }
    assert!(known.len() > 150, "the keys are no longer found: {known:?}");
    let unused: Vec<&String> = known.difference(&used).filter(|key| !NOT_SHOWN.contains(&key.as_str())).collect();
    assert!(unused.is_empty(), "no file in catalog/ has {unused:?}");
}

/// The demonstration's files of a kind; of Markdown files the head.
fn documents(kind: &str) -> Vec<Value> {
    let wanted = |path: &str| match kind {
        "company" => path == "catalog.yaml",
        "person" => path.starts_with("people/"),
        "place" => path == "places.yaml",
        "department" => {
            path.starts_with("departments/") && (path.ends_with("/department.yaml") || path.matches('/').count() == 1)
        }
        "journey" => path.starts_with("journeys/"),
        "questions" => path == "questions.yaml",
        "words" => path == "words.yaml",
        "news" => path.starts_with("news/"),
        "story" => path.starts_with("stories/"),
        "idea" => path.starts_with("ideas/"),
        other => path.contains(&format!("/{other}s/")),
    };
    let mut documents = Vec::new();
    for entry in walkdir::WalkDir::new("catalog").into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix("catalog").unwrap().to_string_lossy().replace('\\', "/");
        let is_text = path.ends_with(".md") || path.ends_with(".yaml");
        if entry.file_type().is_file() && is_text && wanted(&path) {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let head = if path.ends_with(".md") { text.split("---\n").nth(1).unwrap() } else { text.as_str() };
            documents.push(serde_yaml::from_str(head).unwrap_or_else(|error| panic!("{path}: {error}")));
        }
    }
    assert!(!documents.is_empty(), "there is no {kind} in catalog/");
    documents
}

/// All keys of a schema's groups: `Service.owner`.
fn collect(schema: &Value, keys: &mut BTreeSet<String>) {
    let definitions = schema["$defs"].as_object().into_iter().flat_map(|groups| groups.values());
    for group in definitions.chain([schema]) {
        for key in group["properties"].as_object().into_iter().flat_map(|keys| keys.keys()) {
            keys.insert(format!("{}.{key}", group["title"].as_str().unwrap()));
        }
    }
}

/// The keys that a document has, found along its schema.
fn walk(root: &Value, node: &Value, document: &Value, used: &mut BTreeSet<String>) {
    if let Some(name) = node["$ref"].as_str() {
        walk(root, &root["$defs"][name.trim_start_matches("#/$defs/")], document, used);
    }
    for choice in ["anyOf", "oneOf", "allOf"].iter().filter_map(|key| node[key].as_array()).flatten() {
        walk(root, choice, document, used);
    }
    match document {
        Value::Object(entries) => {
            for (key, value) in entries {
                let inner = &node["properties"][key];
                if inner.is_null() {
                    walk(root, &node["additionalProperties"], value, used);
                } else {
                    used.insert(format!("{}.{key}", node["title"].as_str().unwrap()));
                    walk(root, inner, value, used);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(root, &node["items"], item, used)),
        _ => {}
    }
}
