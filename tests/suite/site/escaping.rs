//! Texts that look like tags stay texts, wherever a page shows them: those of the catalog and those of the
//! interface.

use std::path::Path;

use luukku::BuildOptions;
use serde_yaml::Value;

use super::Site;
use super::built::{fixture, root};

/// What is added to every text.
const TAG: &str = " <leak a='b'>&";

/// Keys whose values are texts for readers, each by itself, in a list or by language.
const TEXTS: [&str; 22] = [
    "answer",
    "asked_as",
    "best_for",
    "description",
    "desk",
    "keywords",
    "label",
    "meaning",
    "name",
    "needed_for",
    "not_included",
    "photo_text",
    "post",
    "question",
    "reason",
    "starts",
    "summary",
    "term",
    "title",
    "what",
    "why",
    "you_receive",
];

#[test]
fn no_text_becomes_a_tag() {
    let folder = tempfile::tempdir().unwrap();
    let (catalog, theme) = (folder.path().join("catalog"), folder.path().join("theme"));
    let mut changed = 0;
    copy(&fixture("golden/catalog"), &catalog, &mut |path, text| match path.extension().unwrap().to_str() {
        Some("yaml") => {
            let mut value: Value = serde_yaml::from_str(&text).unwrap();
            changed += add_to_texts(&mut value, false);
            serde_yaml::to_string(&value).unwrap()
        }
        _ => text,
    });
    assert!(changed > 100, "only {changed} texts were found");
    copy(&root().join("themes/default/i18n"), &theme.join("i18n"), &mut |_, text| with_tags(&text));
    let site = Site::build(&catalog, &BuildOptions { theme: Some(&theme), ..BuildOptions::default() });
    let mut shown = 0;
    for (path, html) in site.pages() {
        assert!(
            !html.contains("<leak"),
            "{path}: {}",
            html.split("<leak").next().unwrap().rsplit('\n').next().unwrap()
        );
        shown += html.matches("&lt;leak").count();
    }
    assert!(shown > 1_000, "only {shown} such texts are shown");
}

/// Adds the tag to all texts below a value, and tells how many there were.
fn add_to_texts(value: &mut Value, is_text: bool) -> usize {
    match value {
        Value::String(text) if is_text => {
            text.push_str(TAG);
            1
        }
        Value::Sequence(items) => items.iter_mut().map(|item| add_to_texts(item, is_text)).sum(),
        Value::Mapping(entries) => entries
            .iter_mut()
            .map(|(key, value)| {
                let key = key.as_str().unwrap_or_default();
                add_to_texts(value, TEXTS.contains(&key) || is_text && key.len() == 2)
            })
            .sum(),
        _ => 0,
    }
}

/// A table of words, each with the tag.
fn with_tags(table: &str) -> String {
    let mut table: toml::Table = table.parse().unwrap();
    fn add(value: &mut toml::Value) {
        match value {
            toml::Value::String(text) => text.push_str(TAG),
            toml::Value::Table(table) => table.iter_mut().for_each(|(_, value)| add(value)),
            _ => {}
        }
    }
    table.iter_mut().for_each(|(_, value)| add(value));
    table.to_string()
}

/// Copies a folder, its texts through a function.
fn copy(from: &Path, to: &Path, change: &mut dyn FnMut(&Path, String) -> String) {
    for entry in walkdir::WalkDir::new(from).sort_by_file_name().into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
            std::fs::write(&target, change(entry.path(), text)).unwrap();
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
