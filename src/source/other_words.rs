//! What people write in place of the format's keys: words of other tools and of other languages. The table
//! is data, `other_words.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::diagnostic::folded;

/// The words for one key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OtherWords {
    /// Of English and of other tools.
    pub en: Vec<String>,
    /// Of Finnish.
    pub fi: Vec<String>,
    /// Of Swedish.
    pub sv: Vec<String>,
    /// Of Polish.
    pub pl: Vec<String>,
    /// Of German.
    pub de: Vec<String>,
    /// The keys that take several values where this one takes one.
    pub several: Vec<String>,
}

impl OtherWords {
    fn all(&self) -> impl Iterator<Item = &String> {
        self.en.iter().chain(&self.fi).chain(&self.sv).chain(&self.pl).chain(&self.de)
    }
}

static TABLE: LazyLock<BTreeMap<String, OtherWords>> =
    LazyLock::new(|| toml::from_str(include_str!("other_words.toml")).unwrap_or_default());

/// The same, folded.
static FOLDED: LazyLock<BTreeMap<&str, BTreeSet<String>>> = LazyLock::new(|| {
    TABLE.iter().map(|(key, words)| (key.as_str(), words.all().map(|word| folded(word)).collect())).collect()
});

/// The table, by key.
pub fn other_words() -> &'static BTreeMap<String, OtherWords> {
    &TABLE
}

/// Whether a word is one of ours.
pub(super) fn is_key(word: &str) -> bool {
    TABLE.contains_key(word)
}

/// The keys of those that can stand here which a word means in another language or tool.
pub(super) fn meant<'k>(word: &str, known: &[&'k str]) -> Vec<&'k str> {
    let written = word;
    let word = folded(word);
    // `Name` is ours, whatever else is called a name.
    if let Some(ours) = known.iter().find(|key| **key != written && folded(key) == word) {
        return vec![ours];
    }
    let means = |key: &&&str| FOLDED.get(**key).is_some_and(|words| words.contains(&word));
    known.iter().filter(means).copied().collect()
}

/// Whether a word means a key or value of ours in another language or tool.
pub fn means(word: &str, ours: &str) -> bool {
    FOLDED.get(ours).is_some_and(|words| words.contains(&folded(word)))
}

/// Of the keys that can stand here, those that take several values where a key takes one.
pub(super) fn several<'k>(key: &str, known: &[&'k str]) -> Vec<&'k str> {
    let Some(words) = TABLE.get(key) else { return Vec::new() };
    known.iter().filter(|key| words.several.iter().any(|other| other == **key)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::{TABLE, meant};

    #[test]
    fn the_table_is_read_and_in_order() {
        assert!(TABLE.len() > 100, "the table cannot be read");
        let text = include_str!("other_words.toml");
        let keys: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
        assert!(keys.is_sorted(), "the keys stand in the order of the alphabet");
    }

    #[test]
    fn a_word_means_what_can_stand_in_its_place() {
        assert_eq!(meant("tags", &["name", "keywords"]), ["keywords"]);
        assert_eq!(meant("responsible", &["owner", "name"]), ["owner"]);
        assert_eq!(meant("responsible", &["lead", "name"]), ["lead"]);
        assert_eq!(meant("Sähköposti", &["phone", "email"]), ["email"]);
        assert_eq!(meant("slowa-kluczowe", &["keywords"]), ["keywords"]);
        assert_eq!(meant("tags", &["name"]), Vec::<&str>::new());
        assert_eq!(meant("Name", &["name", "title"]), ["name"]);
    }
}
