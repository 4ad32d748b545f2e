//! The table of everyday words: complete, without loose ends, and the demonstration's questions and queries fit it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

const LANGUAGES: [&str; 4] = ["en", "fi", "sv", "pl"];

/// Words that truly mean two things in one language: the press that prints and the one that presses.
const TWO_MEANINGS: [(&str, &str); 11] = [
    ("en", "dock"),
    ("en", "mail"),
    ("en", "net"),
    ("en", "posting"),
    ("en", "press"),
    ("en", "robot"),
    ("en", "store"),
    ("pl", "chorobowe"),
    ("pl", "prasa"),
    ("sv", "pass"),
    ("sv", "press"),
];

#[test]
fn each_group_speaks_all_four_languages() {
    let groups = groups();
    assert!(groups.len() >= 400, "{} groups", groups.len());
    let mut wrong = Vec::new();
    for (id, group) in &groups {
        for language in LANGUAGES {
            if words(group, language).is_empty() {
                wrong.push(format!("{id} has no word in {language}"));
            }
        }
        let known = |key: &String| LANGUAGES.contains(&key.as_str()) || ["leads_to", "danger"].contains(&key.as_str());
        wrong.extend(group.as_object().unwrap().keys().filter(|key| !known(key)).map(|key| format!("{id}: {key}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_group_leads_to_groups() {
    let groups = groups();
    let mut wrong = Vec::new();
    for (id, group) in &groups {
        wrong.extend(
            words(group, "leads_to")
                .into_iter()
                .filter(|other| other == id || !groups.contains_key(other))
                .map(|other| format!("{id} leads to {other}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_stands_in_one_group_only() {
    let mut places: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    for (id, group) in groups() {
        for language in LANGUAGES {
            for word in words(&group, language) {
                places.entry((language, word.to_lowercase())).or_default().push(id.clone());
            }
        }
    }
    let twice: Vec<_> = places
        .into_iter()
        .filter(|(_, ids)| ids.len() > 1)
        .filter(|((language, word), _)| !TWO_MEANINGS.contains(&(*language, word.as_str())))
        .collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn no_word_of_a_group_is_left_out_of_questions() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let fillers = fillers(language);
        for (id, group) in groups() {
            let lost = |word: &String| word.to_lowercase().split_whitespace().all(|part| fillers.contains(part));
            wrong.extend(words(&group, language).into_iter().filter(lost).map(|word| format!("{id}: {word}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_benchmark_has_queries_of_each_kind_in_each_language_and_none_of_the_questions() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let questions = read("catalog/questions.yaml").to_lowercase();
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in read("tests/findability/queries.tsv").lines().skip(1) {
        let [kind, language, query, answers] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(!answers.is_empty(), "{line}");
        let asked = format!("ask: {}, locale: {language},", query.to_lowercase());
        assert!(!questions.contains(&asked), "`{query}` stands in catalog/questions.yaml");
        *counts.entry((kind.to_owned(), language.to_owned())).or_default() += 1;
    }
    let kinds: BTreeSet<&String> = counts.keys().map(|(kind, _)| kind).collect();
    assert!(
        kinds.len() >= 12 && counts.len() == 4 * kinds.len() && counts.values().sum::<usize>() >= 320,
        "{counts:?}"
    );
}

/// The groups of all topics by their ids; an id twice would be a word list lost.
fn groups() -> BTreeMap<String, Value> {
    let mut groups = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("src/lexicon/words")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.lines().count() <= 400, "{} does more than one topic", path.display());
        let document: Value = serde_yaml::from_str(&text).unwrap();
        for (id, group) in document["words"].as_object().unwrap() {
            let before = groups.insert(id.clone(), group.clone());
            assert!(before.is_none(), "the group `{id}` stands twice, once in {}", path.display());
        }
    }
    groups
}

fn words(group: &Value, key: &str) -> Vec<String> {
    let list = group.get(key).and_then(Value::as_array);
    list.into_iter().flatten().map(|word| word.as_str().expect("a word in quotes").to_owned()).collect()
}

/// The words above `# weak`.
fn fillers(language: &str) -> BTreeSet<String> {
    let path = root().join(format!("src/lexicon/words/common/{language}.txt"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().take_while(|line| *line != "# weak").map(str::to_owned).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
