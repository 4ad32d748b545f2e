//! Findings in the formats that other programs read.

use serde_json::Value;

use crate::project::Project;

const COMPANY: &str = "\
name: Acme
locales: [en]
checks: {shown-markdown: note}
edit: \"https://git.example/{path}\"
";
const NAME: &str = "A | <img src=x onerror=alert(1)> @maija #12 [l](http://evil.example) www.evil.example ::error::x";
const PAY: &str = "name: \"P`a|b]]>&\\\"\"\nsummary: “Ours”\nservices: {slip: {name: Slip, summary: x}}\n";

/// A catalog with errors, a warning and a note, and texts that mean something to each format.
fn hostile() -> Project {
    Project::new()
        .file("catalog.yaml", COMPANY)
        .file("departments/a,b%:c.yaml", format!("name: \"{NAME}\"\n"))
        .file("departments/law.yaml", "name: Law\nsumary: x\n")
        .file("departments/pay.yaml", PAY)
}

/// What is printed in a format.
fn printed(project: &Project, format: &str) -> String {
    let run = project.run(["check", "--format", format]);
    assert_eq!((run.status, &*run.stderr), (1, ""), "{format}");
    run.stdout
}

fn json(project: &Project, format: &str) -> Value {
    serde_json::from_str(&printed(project, format)).unwrap()
}

/// The codes and severities of all findings, by the format of our own.
fn all(project: &Project) -> Vec<(String, String)> {
    let report = json(project, "json");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut all: Vec<(String, String)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (text(&finding["code"]), text(&finding["severity"])))
        .collect();
    all.sort();
    assert!(["error", "warning", "note"].iter().all(|weight| all.iter().any(|(_, of)| of == weight)), "{all:?}");
    all
}

#[test]
fn sarif_holds_each_finding_with_its_rule_and_place() {
    let project = hostile();
    let sarif = json(&project, "sarif");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    let mut told: Vec<(String, String)> = Vec::new();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty(), "{rule}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        let resolved = url::Url::parse("file:///root/").unwrap().join(uri).unwrap();
        assert!(resolved.path().starts_with("/root/catalog/"), "{uri}");
        assert!(place["region"]["startLine"].as_u64().unwrap() > 0);
        assert!(!result["partialFingerprints"]["luukku/v1"].as_str().unwrap().is_empty());
        told.push((result["ruleId"].as_str().unwrap().into(), result["level"].as_str().unwrap().into()));
    }
    told.sort();
    assert_eq!(told, all(&project));
    assert!(
        results
            .iter()
            .any(|result| result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]
                == "summary")
    );
}

/// The fingerprints of a report, by its code.
fn fingerprints(project: &Project) -> Vec<String> {
    let issues = json(project, "gitlab");
    let mut all: Vec<String> = issues
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| format!("{} {}", issue["check_name"].as_str().unwrap(), issue["fingerprint"].as_str().unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn fingerprints_survive_a_moved_line_and_are_unique() {
    let before = fingerprints(&hostile());
    let moved = hostile().file("departments/pay.yaml", format!("# one more line\n{PAY}"));
    assert_eq!(fingerprints(&moved), before);
    let mut once = before.clone();
    once.dedup();
    assert_eq!(once, before);
}

#[test]
fn gitlab_gets_a_place_and_a_weight() {
    let project = hostile();
    let issues = json(&project, "gitlab");
    let issues = issues.as_array().unwrap();
    assert_eq!(issues.len(), all(&project).len());
    assert!(issues.iter().all(|issue| issue["location"]["path"].as_str().unwrap().starts_with("catalog/")));
    let weights: Vec<&str> = issues.iter().map(|issue| issue["severity"].as_str().unwrap()).collect();
    assert!(["blocker", "minor", "info"].iter().all(|weight| weights.contains(weight)), "{weights:?}");
}

/// Each command stands on a line of its own, whatever the texts say.
#[test]
fn github_gets_a_command_for_each_finding() {
    let project = hostile();
    let text = printed(&project, "github");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), all(&project).len());
    assert!(lines[0].starts_with("::error file=catalog/departments/"), "errors first: {text}");
    for line in &lines {
        let (properties, _) = line[2..].split_once("::").unwrap();
        let (command, properties) = properties.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&command), "{line}");
        let keys: Vec<&str> = properties.split(',').map(|property| property.split_once('=').unwrap().0).collect();
        assert_eq!((keys[0], keys.last().copied()), ("file", Some("title")), "{line}");
    }
    assert!(text.contains("file=catalog/departments/a%2Cb%25%3Ac.yaml,"), "{text}");
}

#[test]
fn junit_is_well_formed_and_errors_have_failed() {
    let project = hostile();
    let text = printed(&project, "junit");
    // The reader of drawings is a parser of XML that takes nothing else.
    let cases = text.matches("<testcase ").count();
    assert_eq!(cases, all(&project).len());
    let errors = all(&project).iter().filter(|(_, weight)| weight == "error").count();
    assert_eq!(text.matches("<failure ").count(), errors);
    assert!(text.contains(&format!("tests=\"{cases}\" failures=\"{errors}\"")));
    let bare = text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").replace("&quot;", "");
    assert!(!bare.contains('&') && !text.contains("<img"), "{text}");
    let none = Project::starter().run(["check", "--format", "junit"]);
    assert!(none.status == 0 && none.stdout.contains("tests=\"1\" failures=\"0\""), "{}", none.stdout);
}

/// No text of a catalog calls anybody, leads anywhere or is a tag.
#[test]
fn markdown_is_one_table_of_which_nothing_is_a_mark() {
    let project = hostile();
    let text = printed(&project, "markdown");
    assert!(text.starts_with("**luukku**: "), "{text}");
    let mut html = String::new();
    let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_GFM;
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(&text, options));
    let page = scraper::Html::parse_fragment(&html);
    let count = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
    assert_eq!(count("tbody tr"), all(&project).len(), "{html}");
    assert_eq!(count("tbody td"), 3 * all(&project).len(), "{html}");
    assert_eq!(count("img, script, h1, h2"), 0, "{html}");
    let link = scraper::Selector::parse("a").unwrap();
    assert!(count("a") > 0);
    assert!(page.select(&link).all(|link| link.attr("href").unwrap().starts_with("https://git.example/")), "{html}");
    for call in ["@maija", "#12", "www.evil", "://evil"] {
        assert!(!text.contains(call), "`{call}` in {text}");
    }
    let none = Project::starter().run(["check", "--format", "markdown"]);
    assert_eq!(none.stdout, "**luukku**: Nothing to fix: 6 services in 13 files.\n");
}

#[test]
fn our_own_json_keeps_to_its_schema() {
    let project = hostile();
    let schema = project.run(["schema", "findings"]);
    assert_eq!((schema.status, &*schema.stderr), (0, ""));
    let schema: Value = serde_json::from_str(&schema.stdout).unwrap();
    let validator = jsonschema::options().build(&schema).unwrap();
    let report = json(&project, "json");
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(!validator.is_valid(&serde_json::json!({"version": 1, "findings": [{"code": 1}]})));
}
