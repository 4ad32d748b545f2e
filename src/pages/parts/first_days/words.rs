//! Words of the house that its glossary explains.

use serde::Serialize;

use crate::site::phrase::Phrase;
use crate::site::reader::Reader;

/// A word of the house.
#[derive(Debug, Serialize)]
pub struct TermView<'a> {
    /// The word.
    pub term: Phrase<'a>,
    /// What it means.
    pub meaning: Phrase<'a>,
}

/// All of them, by the word.
pub(crate) fn words(reader: Reader<'_>) -> Vec<TermView<'_>> {
    let glossary = reader.published().glossary().iter();
    let mut words: Vec<TermView<'_>> = glossary
        .map(|term| TermView { term: reader.phrase(term.term), meaning: reader.phrase(term.meaning) })
        .collect();
    words.sort_by_cached_key(|view| reader.words().sort_key(&view.term.text));
    words
}
