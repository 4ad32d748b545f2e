//! Which words of an index a typed word may mean, and how surely.

use std::collections::BTreeMap;

use super::distance::distance;
use super::fold::{Folded, fold, letters};
use super::vocabulary::Vocabulary;
use super::weights::WEIGHTS;

/// The very word.
const EXACT: u32 = 100;

/// Shorter words are not looked for inside others.
const INSIDE_LEAST: usize = 4;

/// A typed word.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// In small letters, as it was typed.
    pub(super) written: String,
    /// Without marks.
    pub(super) folded: Folded,
}

impl Typed {
    pub(super) fn new(written: String) -> Self {
        Self { folded: fold(&written), written }
    }
}

/// The words that a typed word may mean, by their numbers, with how surely of 100.
pub(super) type Candidates = BTreeMap<u32, u32>;

/// All of them. `open` when the word may still be being typed.
pub(super) fn candidates(words: &Vocabulary, typed: &Typed, open: bool) -> Candidates {
    let mut found = Candidates::new();
    beginnings(words, typed, &mut found);
    let known = found.values().any(|quality| *quality >= WEIGHTS.folded);
    let number = typed.folded.iter().all(|unit| (48..58).contains(unit));
    if !known && !number && typed.folded.len() >= 4 {
        typos(words, typed, open, &mut found);
    }
    if !known && !number && typed.folded.len() >= INSIDE_LEAST {
        insides(words, &typed.folded, &mut found);
    }
    // A common word is meant by itself, hardly ever by another.
    found.retain(|term, quality| {
        let term = &words.terms[*term as usize];
        if term.worth < 100 && term.folded != typed.folded {
            *quality = *quality * term.worth.min(WEIGHTS.common) / 100;
        }
        *quality >= WEIGHTS.least
    });
    found
}

/// Words, and later parts of compounds, that begin alike.
pub(super) fn beginnings(words: &Vocabulary, typed: &Typed, found: &mut Candidates) {
    let word = &*typed.folded;
    let shared = shared_least(word.len());
    for place in words.beginning(&word[..shared]) {
        let term = &words.terms[place];
        if let Some(quality) = likeness(word, &term.folded) {
            let marks = quality == EXACT && *term.written != *typed.written;
            add(found, place as u32, if marks { WEIGHTS.folded } else { quality });
        }
    }
    if word.len() >= 3 {
        for place in words.tails_beginning(&word[..shared]) {
            let tail = words.tails[place];
            if let Some(quality) = likeness(word, words.tail(tail)) {
                add(found, tail.0, quality * WEIGHTS.tail / 100);
            }
        }
    }
}

/// How many letters two words must begin with in common, at least, to be of one stem.
fn shared_least(length: usize) -> usize {
    if length < 4 { length } else { (length / 2).max(3) }
}

/// How sure it is that two words are forms of one.
pub(super) fn form(word: &[u16], other: &[u16]) -> Option<u32> {
    likeness(word, other)
}

/// How alike two words are that begin alike: up to a short ending each, they are forms of one word.
fn likeness(word: &[u16], term: &[u16]) -> Option<u32> {
    let shared = word.iter().zip(term).take_while(|(a, b)| a == b).count();
    let longer = word.len().max(term.len());
    let ends = word.len() + term.len() - 2 * shared;
    let share = (shared * 100 / longer) as u32;
    if ends == 0 {
        return Some(EXACT);
    }
    if shared == word.len() {
        let typing = 50 + share * 40 / 100;
        return Some(if shared > 3 && ends <= 3 { typing.max(94 - 2 * ends as u32) } else { typing });
    }
    if shared == term.len() && shared > 3 && ends <= 4 {
        return Some(94 - 5 * ends as u32);
    }
    // A vowel for another, and short endings: `resa` and `rese`, `hasło` and `hasłem`.
    if shared > 2
        && longer > 3
        && word.len() == term.len()
        && ends == 2
        && is_vowel(word[shared])
        && is_vowel(term[shared])
    {
        return Some(86);
    }
    if shared > 3 && word.len() - shared <= 2 && term.len() - shared <= 3 {
        return Some(82 - 3 * ends as u32);
    }
    let stem = shared >= 5 && shared * 2 >= longer;
    let alike = shared >= 3 && shared * 10 >= longer * 6 && (shared > 3 || longer <= 5);
    (alike || stem).then(|| if alike { 30 + share * 55 / 100 } else { share * 80 / 100 })
}

/// Of folded letters.
fn is_vowel(letter: u16) -> bool {
    b"aeiouy".iter().any(|vowel| u16::from(*vowel) == letter)
}

/// Words that hold the typed one somewhere behind their beginning.
fn insides(words: &Vocabulary, word: &[u16], found: &mut Candidates) {
    for (place, term) in words.terms.iter().enumerate() {
        if term.folded.len() < word.len() + 3 || letters(word) & !term.letters != 0 {
            continue;
        }
        if term.folded[3..].windows(word.len()).any(|piece| piece == word) {
            let end = term.folded.ends_with(word);
            add(found, place as u32, if end { WEIGHTS.ending } else { WEIGHTS.inside });
        }
    }
}

/// Words that are a slip or two away.
fn typos(words: &Vocabulary, typed: &Typed, open: bool, found: &mut Candidates) {
    let word = &*typed.folded;
    let bits = letters(word);
    let most = if word.len() < 6 { 1 } else { 2 };
    for (place, term) in words.terms.iter().enumerate() {
        let length = term.folded.len();
        if length + most < word.len() || (bits & !term.letters).count_ones() as usize > most || length < 3 {
            continue;
        }
        if length <= word.len() + most
            && (bits ^ term.letters).count_ones() as usize <= 2 * most
            && let Some(slips) = distance(word, &term.folded, most, false)
        {
            add(found, place as u32, 90 - (90 * slips / word.len()) as u32);
        } else if open
            && word.len() >= 5
            && length > word.len()
            && let Some(slips) = distance(word, &term.folded, 1, true)
        {
            add(found, place as u32, (90 - (90 * slips / word.len()) as u32) * WEIGHTS.typing / 100);
        }
    }
}

pub(super) fn add(found: &mut Candidates, term: u32, quality: u32) {
    let best = found.entry(term).or_insert(0);
    *best = quality.max(*best);
}
