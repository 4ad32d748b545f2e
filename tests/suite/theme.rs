//! The default theme holds nothing that nothing uses.

use std::collections::BTreeSet;
use std::path::Path;

use super::tidy::{assert_none, sources};

#[test]
fn every_class_of_the_styles_is_given_to_something() {
    let users = [files("templates", "html"), files("js", "js"), sources()].concat();
    let given: Vec<&str> = users.iter().flat_map(|(_, text)| text.split(|c| !is_name(c))).collect();
    let mut classes = 0;
    let mut wrong = Vec::new();
    for (path, text) in files("css", "css") {
        for line in text.lines().filter(|line| !line.contains("@import") && !line.contains("url(")) {
            let code = line.split("/*").next().unwrap();
            for class in code.split('.').skip(1).filter_map(|rest| rest.split(|c| !is_name(c)).next()) {
                if class.starts_with(|c: char| c.is_ascii_lowercase()) {
                    classes += 1;
                    if !given.contains(&class) {
                        wrong.push(format!("themes/default/{path}: .{class}"));
                    }
                }
            }
        }
    }
    assert!(classes > 100, "the classes are no longer found");
    assert_none(&wrong);
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The files of the theme in a folder: path and text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let found = walkdir::WalkDir::new(theme.join(folder)).sort_by_file_name().into_iter().map(Result::unwrap);
    found
        .filter(|entry| entry.path().extension().is_some_and(|other| other == ending))
        .map(|entry| {
            let path = entry.path().strip_prefix(&theme).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// Keys that are put together when the site is built; `*` stands for what is put in.
const PUT_TOGETHER: [&str; 17] = [
    "channel.do.*",
    "deadline.*_day",
    "dependency.*ly",
    "duration.*",
    "duration_bent.*",
    "journey.*s_before",
    "journey.day",
    "journey.month",
    "journey.week",
    "markdown.*",
    "status.changing",
    "status.new",
    "status.retired",
    "status.retiring",
    "weekday.every.*",
    "weekday.long.*",
    "weekday.short.*",
];

#[test]
fn every_word_is_said_somewhere() {
    let templates: String = files("templates", "html").into_iter().map(|(_, text)| text).collect();
    let said: BTreeSet<&str> = templates.split(|c: char| !is_name(c) && c != '.').collect();
    let programs = sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    let programs: String = programs.map(|(_, text)| text).collect();
    let messages = luukku::render::messages(&luukku::render::Theme::load(None).unwrap()).unwrap();
    let keys: Vec<&str> = messages.keys().collect();
    assert!(keys.len() > 250, "the words are no longer found");
    let groups = || luukku::site::Place::KINDS.iter().filter_map(|kind| kind.words);
    let of_pages: BTreeSet<String> =
        groups().flat_map(|group| ["title", "lead", "menu", "hint"].map(|word| format!("{group}.{word}"))).collect();
    let used = |key: &str| {
        said.contains(format!("t.{key}").as_str())
            || programs.contains(&format!("\"{key}\""))
            || of_pages.contains(key)
            || PUT_TOGETHER.iter().any(|pattern| fits(key, pattern))
    };
    let dead = keys.into_iter().filter(|key| !used(key)).map(|key| format!("themes/default/i18n: {key}"));
    assert_none(&dead.collect::<Vec<_>>());
}

/// Whether a key has the parts of a pattern in their order, one word in each gap.
fn fits(key: &str, pattern: &str) -> bool {
    let Some((before, behind)) = pattern.split_once('*') else { return key == pattern };
    let Some(rest) = key.strip_prefix(before) else { return false };
    (1..=rest.len()).any(|end| !rest[..end].contains('.') && fits(&rest[end..], behind))
}
