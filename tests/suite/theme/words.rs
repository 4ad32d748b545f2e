//! No word is there for nothing.

use std::collections::BTreeSet;

use super::{files, is_name};
use crate::tidy::{assert_none, sources};

/// Keys that are put together when the site is built; `*` stands for what is put in.
const PUT_TOGETHER: [&str; 21] = [
    "channel.do.*",
    "deadline.*_date",
    "deadline.*_day",
    "deadline.*_weekday",
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
    "weekday.last.*",
    "weekday.long.*",
    "weekday.on.*",
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
    let groups = luukku::site::Place::KINDS.iter().map(|kind| kind.words.unwrap_or("home"));
    let of_page = ["title", "lead", "lead_plain", "menu", "hint", "hint_plain"];
    let of_pages: BTreeSet<String> = groups.flat_map(|group| of_page.map(|word| format!("{group}.{word}"))).collect();
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
