//! The index: which word stands in which text of which document.

use super::document::Field;
use super::everyday::Everyday;
use super::fold::{Folded, fold};
use super::likeness::likeness;
use super::vocabulary::Vocabulary;
use super::weights::{self, WEIGHTS};
use crate::publish::EntryKind;

/// Shorter words are no forms of common ones, which share at least so many letters.
const SHORTEST_FORM: usize = 5;
const SHORTEST_STEM: usize = 4;

/// All that a search from pages in one language needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    pub(super) words: Vocabulary,
    /// By word: where its part of `slots` begins; one more at the end.
    pub(super) starts: Vec<u32>,
    /// The texts in which the words stand.
    pub(super) slots: Vec<u32>,
    /// By slot: whether the text is a name of the page's language, or what is asked there, and begins with the word.
    pub(super) begins: Vec<bool>,
    /// The texts: of the page's language, bodies, and those of each other language.
    pub(super) texts: Vec<Text>,
    /// The documents.
    pub(super) entries: Vec<Entry>,
    /// What common words are worth; and those of the page's language.
    pub(super) common: Common,
    pub(super) own_common: Common,
    /// Everyday words.
    pub(super) everyday: Everyday,
}

/// What common words are worth, by their folded form, sorted.
pub(super) type Common = Vec<(Folded, u32)>;

/// A text of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// The document.
    pub(super) entry: u32,
    /// Its place in the table of fields.
    pub(super) field: u8,
    /// True when it is in another language than the page's.
    pub(super) foreign: bool,
    /// If it is a phrase: how many words it has that mean something.
    pub(super) size: u8,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: EntryKind,
    pub(super) retired: bool,
    /// Whether it is what whoever is in danger is to call.
    pub(super) emergency: bool,
    pub(super) successor: Option<u32>,
    /// The audiences that it is for, as bits.
    pub(super) audiences: u32,
    pub(super) numbers: Vec<Box<str>>,
}

impl Text {
    /// What a word in it is worth, of 100.
    pub(super) fn value(self) -> u32 {
        let (_, own, other, _) = weights::FIELDS[self.field as usize];
        if self.foreign { other } else { own }
    }
}

impl Index {
    /// The texts that hold a word.
    pub(super) fn texts_with(&self, term: u32) -> &[u32] {
        &self.slots[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }

    /// The same, each with whether it begins with the word.
    pub(super) fn beginnings_with(&self, term: u32) -> impl Iterator<Item = (&u32, bool)> {
        let range = self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize;
        self.slots[range.clone()].iter().zip(self.begins[range].iter().copied())
    }

    /// Whether an everyday word of the page's language, or of another, may mean a text: one of the same language or an
    /// id, and none that names people.
    pub(super) fn may_be_meant(&self, slot: u32, own: bool) -> bool {
        let text = self.texts[slot as usize];
        let is_person = self.entries[text.entry as usize].kind == EntryKind::Person;
        match weights::FIELDS[text.field as usize].0 {
            Field::Id => true,
            Field::People => false,
            Field::Name if is_person => false,
            _ => text.foreign != own,
        }
    }

    /// What a part of a word of a query is worth, of 100.
    pub(super) fn worth(&self, word: &[u16]) -> u32 {
        worth(&self.common, word)
    }

    /// Whether a word says little by itself, in whatever text it stands: "how", "new".
    pub fn is_common(&self, word: &str) -> bool {
        self.worth(&fold(word)) < weights::PLAIN
    }

    /// What a word of a query is worth: one that stands nowhere in the catalog and is a form of a common word of the
    /// page's language says as little as that.
    pub(super) fn worth_of_typed(&self, word: &[u16]) -> u32 {
        let exact = self.worth(word);
        if exact < weights::PLAIN || word.len() < SHORTEST_FORM || self.words.knows(word) {
            return exact;
        }
        let stem = &word[..(word.len() / 2).max(SHORTEST_STEM)];
        let start = self.own_common.partition_point(|(other, _)| **other < *stem);
        let mut alike = self.own_common[start..].iter().take_while(|(other, _)| other.starts_with(stem));
        let is_form = alike.any(|(other, _)| likeness(word, other).is_some_and(|quality| quality >= WEIGHTS.form));
        if is_form { weights::WEAK } else { exact }
    }
}

/// What a word is worth, of 100, by a table of common ones.
pub(super) fn worth(common: &[(Folded, u32)], word: &[u16]) -> u32 {
    common.binary_search_by(|(other, _)| (**other).cmp(word)).map_or(weights::PLAIN, |place| common[place].1)
}
