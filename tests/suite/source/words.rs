//! Keys by other names, and values of another kind than their keys take.

use std::collections::BTreeSet;

use luukku::source::other_words;
use luukku::source::schema::{KINDS, json_schema};
use serde_json::Value;

use crate::project::Project;

#[test]
fn keys_of_other_languages_and_tools_lead_to_ours() {
    let cases = [
        ("tags: [pay]", "keywords"),
        ("synonyms: [pay]", "keywords"),
        ("manager: maija", "lead"),
        ("responsible: maija", "lead"),
        ("tiivistelmä: Palkat", "summary"),
        ("öppettider: office", "hours"),
        ("godziny_otwarcia: office", "hours"),
        ("opening_hours: office", "hours"),
    ];
    for (line, ours) in cases {
        let said = Project::new().file("departments/pay.yaml", format!("name: Pay\n{line}\n")).finding("unknown-key");
        assert!(said.contains(&format!("help: write `{ours}`: that is what it is called here")), "{said}");
        assert!(said.contains(&format!("+ {ours}: ")), "{said}");
    }
    let service = "name: Pay\nservices:\n  slip: {name: Slip, responsible: maija}\n";
    let said = Project::new().file("departments/pay.yaml", service).finding("unknown-key");
    assert!(said.contains("write `owner`"), "{said}");
    let report = Project::new().file("people.yaml", "maija: {nimi: Maija}\n").check();
    assert_eq!(report.matches("error[").count(), 1, "a key by another name is not missing, too:\n{report}");
}

#[test]
fn nothing_is_proposed_that_only_begins_alike() {
    let said = Project::new().file("departments/pay.yaml", "name: Pay\nlemon: 1\n").finding("unknown-key");
    assert!(said.contains("help: the keys here are: "), "{said}");
}

/// A key that is added without its words in the other languages is found here.
#[test]
fn every_key_has_its_words_in_every_language() {
    let mut keys = BTreeSet::new();
    for kind in KINDS {
        collect(&json_schema(kind), &mut keys);
    }
    assert!(keys.len() > 80, "the keys are no longer found: {keys:?}");
    let complete = |key: &String| {
        let words = other_words().get(key);
        words.is_some_and(|words| ![&words.fi, &words.sv, &words.pl].iter().any(|list| list.is_empty()))
    };
    let missing: Vec<&String> = keys.iter().filter(|key| !complete(key)).collect();
    assert!(missing.is_empty(), "src/source/other_words.toml lacks {missing:?}");
}

/// The names of all properties, but for ids and languages, which are nobody's key.
fn collect(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Object(properties)) = object.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            object.values().for_each(|value| collect(value, keys));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, keys)),
        _ => {}
    }
}

#[test]
fn a_list_where_one_value_stands_names_a_key_only_where_it_means_the_same() {
    let service = "name: Pay\nservices:\n  slip: {name: Slip, team: [a, b]}\n";
    let said = Project::new().file("departments/pay.yaml", service).finding("wrong-type");
    assert!(said.contains("`team` takes one value, and this is a list"), "{said}");
    assert!(said.contains("help: write one value here\n"), "{said}");
    let channel = "name: Pay\nchannels:\n  - {email: a@acme.example, standard: [a, b]}\n";
    let said = Project::new().file("departments/pay.yaml", channel).finding("wrong-type");
    assert!(said.contains("write one value here"), "{said}");
}

#[test]
fn a_long_id_is_told_its_length() {
    let id = "a-".repeat(43) + "b";
    let said = Project::new().file(&format!("departments/{id}.yaml"), "name: Pay\n").finding("invalid-id");
    assert!(said.contains("this id has 87 letters; at most 80 are taken"), "{said}");
}

#[test]
fn a_readme_may_stand_anywhere() {
    let folders =
        ["", "departments/", "departments/pay/", "departments/pay/articles/", "people/", "news/", "stories/", "ideas/"];
    let mut project = Project::new();
    for folder in folders {
        project = project.file(&format!("{folder}README.md"), "Not of the catalog.\n");
    }
    let report = project.check();
    assert!(!report.contains("README"), "{report}");
}

#[test]
fn mistakes_in_many_entries_are_all_found() {
    let people: String = (0..60).map(|n| format!("p{n}: {{name: [P], email: {{}}, lemon: 1}}\n")).collect();
    let report = Project::new().file("people.yaml", people).check();
    assert!(report.contains("error[too-many-errors]: more than 100 errors in this file"), "{report}");
    let people: String = (0..20).map(|n| format!("p{n}: {{name: [P], lemon: 1, email: [x]}}\n")).collect();
    let report = Project::new().file("people.yaml", people).check();
    // The same mistake in many places is one finding for all of them.
    assert_eq!((report.matches("error[unknown-key]").count(), report.matches("error[wrong-type]").count()), (1, 2));
    assert!(report.contains("there is no key `lemon` here; so it is in 20 places"), "{report}");
}
