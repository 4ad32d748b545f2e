//! The words of an index, sorted, with the ways to those that are like a word.

use super::fold::{Folded, letters};

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// In small letters, as it was written.
    pub(super) written: Box<str>,
    /// Without marks.
    pub(super) folded: Folded,
    /// Which letters it has.
    pub(super) letters: u32,
    /// What it is worth in a query, of 100: common words are seldom meant.
    pub(super) worth: u32,
}

impl Term {
    pub(super) fn new(written: Box<str>, folded: Folded, worth: u32) -> Self {
        Self { letters: letters(&folded), written, folded, worth }
    }
}

/// The words, sorted by their folded form, and the later parts of compounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vocabulary {
    pub(super) terms: Vec<Term>,
    /// The later parts: the number of a word and where the part begins, sorted by the part.
    pub(super) tails: Vec<(u32, u32)>,
}

impl Vocabulary {
    /// The places of the words that begin so.
    pub(super) fn beginning(&self, with: &[u16]) -> std::ops::Range<usize> {
        let start = self.terms.partition_point(|term| *term.folded < *with);
        let more = self.terms[start..].partition_point(|term| term.folded.starts_with(with));
        start..start + more
    }

    /// The places of the later parts that begin so.
    pub(super) fn tails_beginning(&self, with: &[u16]) -> std::ops::Range<usize> {
        let start = self.tails.partition_point(|tail| self.tail(*tail) < with);
        let more = self.tails[start..].partition_point(|tail| self.tail(*tail).starts_with(with));
        start..start + more
    }

    /// A later part of a word.
    pub(super) fn tail(&self, (term, at): (u32, u32)) -> &[u16] {
        &self.terms[term as usize].folded[at as usize..]
    }

    /// Whether the word itself is among them.
    pub(super) fn knows(&self, word: &[u16]) -> bool {
        self.terms.binary_search_by(|term| (*term.folded).cmp(word)).is_ok()
    }
}
