//! Which words of an index a typed word may mean, and how surely.

use std::collections::{BTreeMap, BTreeSet};

use super::distance::distance;
use super::fold::{Folded, fold, letters};
use super::likeness::{EXACT, likeness};
use super::vocabulary::Vocabulary;
use super::weights::WEIGHTS;

/// Shorter words are not looked for inside others.
const INSIDE_LEAST: usize = 4;

/// A typed word.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// In small letters, as it was typed.
    pub(super) written: String,
    /// Without marks.
    pub(super) folded: Folded,
    /// When it may still be being typed.
    pub(super) open: bool,
}

impl Typed {
    pub(super) fn new(written: String, open: bool) -> Self {
        Self { folded: fold(&written), written, open }
    }

    /// A word that has been folded before.
    pub(super) fn folded(folded: &[u16], open: bool) -> Self {
        Self { written: String::from_utf16_lossy(folded), folded: folded.into(), open }
    }
}

/// The words that a typed word may mean, by their numbers, with how surely of 100.
pub(super) type Candidates = BTreeMap<u32, u32>;

/// Those of them that are but guessed: a slip away, or inside of another word.
pub(super) type Guesses = BTreeSet<u32>;

/// All of them.
pub(super) fn candidates(words: &Vocabulary, typed: &Typed) -> (Candidates, Guesses) {
    let mut found = Candidates::new();
    let mut guessed = Guesses::new();
    let word = &*typed.folded;
    beginnings(words, typed, &mut found);
    let known = surest(&found) >= WEIGHTS.folded;
    let number = word.iter().all(|unit| (48..58).contains(unit));
    if !known && !number && word.len() >= INSIDE_LEAST {
        let goes_on = typed.open && prefer(words, word, &mut found);
        let mut guesses = Candidates::new();
        typos(words, typed, &mut guesses);
        insides(words, word, &mut guesses);
        for (term, quality) in guesses {
            // What goes on like a word that is still being typed is meant, rather than what is a slip away.
            let sure = if goes_on { quality * WEIGHTS.instead / 100 } else { quality };
            if found.get(&term).is_none_or(|other| *other < sure) {
                found.insert(term, sure);
                guessed.insert(term);
            }
        }
    }
    // A common word is meant by itself, hardly ever by another.
    found.retain(|term, quality| {
        let term = &words.terms[*term as usize];
        if term.worth < 100 && *term.folded != *word {
            *quality = *quality * term.worth.min(WEIGHTS.common) / 100;
        }
        *quality >= WEIGHTS.least
    });
    (found, guessed)
}

/// Only the word itself: what says nothing is no beginning of another.
pub(super) fn itself(words: &Vocabulary, typed: &Typed) -> Candidates {
    let same = words.beginning(&typed.folded).filter(|place| words.terms[*place].folded == typed.folded);
    let sure = |place: usize| if *words.terms[place].written == *typed.written { EXACT } else { WEIGHTS.folded };
    same.map(|place| (place as u32, sure(place))).collect()
}

/// Whether words of the index go on like this one. If so, other forms of it are less likely.
fn prefer(words: &Vocabulary, word: &[u16], found: &mut Candidates) -> bool {
    let folded = |term: &u32| &*words.terms[*term as usize].folded;
    if !found.keys().any(|term| folded(term).starts_with(word)) {
        return false;
    }
    for (term, quality) in found.iter_mut() {
        if !folded(term).windows(word.len()).any(|piece| piece == word) {
            *quality = *quality * WEIGHTS.other / 100;
        }
    }
    true
}

/// How sure the surest is, of 100.
pub(super) fn surest<K>(found: &BTreeMap<K, u32>) -> u32 {
    found.values().max().copied().unwrap_or(0)
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
fn typos(words: &Vocabulary, typed: &Typed, found: &mut Candidates) {
    let word = &*typed.folded;
    let bits = letters(word);
    let most = if word.len() < 6 { 1 } else { 2 };
    let quality = |slips: usize, term: &[u16]| {
        let twice = if slips > 1 { WEIGHTS.twice } else { 0 };
        let initial = if term[0] == word[0] { 0 } else { WEIGHTS.initial };
        90 - (90 * slips / word.len()) as u32 - twice - initial
    };
    for (place, term) in words.terms.iter().enumerate() {
        let length = term.folded.len();
        if length + most < word.len() || (bits & !term.letters).count_ones() as usize > most || length < 3 {
            continue;
        }
        if length <= word.len() + most
            && (bits ^ term.letters).count_ones() as usize <= 2 * most
            && let Some(slips) = distance(word, &term.folded, most, false)
        {
            add(found, place as u32, quality(slips, &term.folded));
        } else if typed.open
            && word.len() >= 5
            && length > word.len()
            && let Some(slips) = distance(word, &term.folded, 1, true)
        {
            add(found, place as u32, quality(slips, &term.folded) * WEIGHTS.typing / 100);
        }
    }
}

pub(super) fn add(found: &mut Candidates, term: u32, quality: u32) {
    let best = found.entry(term).or_insert(0);
    *best = quality.max(*best);
}
