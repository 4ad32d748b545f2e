//! Lists in alphabetical order: their letters, and their parts where they are too long for one page.

use std::borrow::Cow;

use super::part::Share;
use crate::i18n::Words;

/// A letter and what stands under it.
#[derive(Debug)]
pub(crate) struct Initial<T> {
    pub(crate) letter: String,
    pub(crate) entries: Vec<T>,
}

/// A part of such a list: the entries of a letter, or some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterPart {
    /// The letter.
    pub letter: char,
    /// Which of the letter's parts.
    pub share: Share,
}

impl LetterPart {
    /// The name of its file.
    pub(super) fn file(self) -> Cow<'static, str> {
        self.share.file(letter_name(self.letter).into())
    }
}

impl<T> Initial<T> {
    /// The first sign of its heading, by which it is told from others.
    pub(crate) fn sign(&self) -> char {
        self.letter.chars().next().unwrap_or('#')
    }

    /// The name of its place on the page.
    pub(crate) fn anchor(&self) -> String {
        format!("letter-{}", letter_name(self.sign()))
    }
}

/// A letter's name in addresses: the same whichever others have entries, and in no need of an escape.
fn letter_name(letter: char) -> String {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase().to_string(),
        '0' => "digits".to_owned(),
        '#' => "signs".to_owned(),
        other => format!("u{:04x}", u32::from(other)),
    }
}

/// Entries in the order of what they are filed under; those that are filed alike keep the order in which they come.
pub(super) fn by_letter<T>(mut all: Vec<T>, filed: impl Fn(&T) -> &str, words: &Words<'_>) -> Vec<Initial<T>> {
    all.sort_by_cached_key(|entry| words.sort_key(filed(entry)));
    let mut letters: Vec<(Vec<u8>, Initial<T>)> = Vec::new();
    for entry in all {
        let letter = words.initial(filed(&entry)).into_owned();
        match letters.iter_mut().find(|(_, initial)| initial.letter == letter) {
            Some((_, initial)) => initial.entries.push(entry),
            None => letters.push((words.sort_key(&letter), Initial { letter, entries: vec![entry] })),
        }
    }
    letters.sort_by(|a, b| (a.1.letter == "#", &a.0).cmp(&(b.1.letter == "#", &b.0)));
    letters.into_iter().map(|(_, initial)| initial).collect()
}

/// The parts of a list of which at most so many entries stand on one page, and in one part; none where one page
/// holds all.
pub(super) fn parts<T>(letters: &[Initial<T>], on_a_page: usize, in_a_part: usize) -> Vec<LetterPart> {
    if letters.iter().map(|initial| initial.entries.len()).sum::<usize>() <= on_a_page {
        return Vec::new();
    }
    let parts = |initial: &Initial<T>| {
        let letter = initial.sign();
        Share::all(initial.entries.len(), in_a_part).map(move |share| LetterPart { letter, share })
    };
    letters.iter().flat_map(parts).collect()
}
