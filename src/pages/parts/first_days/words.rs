//! Words of the house: its glossary, and what people there say for things.

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
pub(super) fn words(reader: Reader<'_>) -> Vec<TermView<'_>> {
    let glossary = reader.published().glossary().iter();
    let explained =
        glossary.map(|term| TermView { term: reader.phrase(term.term), meaning: reader.phrase(term.meaning) });
    let sayings = reader.edition.house_words(reader.locale()).iter();
    let said =
        sayings.map(|(say, mean)| TermView { term: Phrase::own(say.as_str()), meaning: Phrase::own(mean.as_str()) });
    let mut words: Vec<TermView<'_>> = explained.chain(said).collect();
    words.sort_by_cached_key(|view| reader.words().sort_key(&view.term.text));
    words
}
