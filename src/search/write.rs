//! The index as text for browsers: a few strings that name no letter twice and count in one to three signs.

use serde::Serialize;

use super::document::Field;
use super::everyday::Everyday;
use super::index::Index;
use super::vocabulary::Vocabulary;
use super::weights::{FIELDS, KINDS, WEIGHTS, Weights};
use crate::publish::EntryKind;

/// The signs in which numbers are written: printable, and none that a script or gzip would have to escape.
const SIGNS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;=>?@[]^_`{|}~";

/// Numbers below this are one sign; above, a sign holds a digit and says that another follows.
const ONE_SIGN: u32 = 60;

/// An index for browsers.
#[derive(Debug, Serialize)]
pub struct Written {
    weights: &'static Weights,
    /// By field: what a word in it is worth in the page's language and in another; 1 where it is a phrase, 2 where it
    /// is an address, 3 where it names people.
    fields: Vec<(u32, u32, u8)>,
    /// By kind: what its scores are multiplied by, and 1 where its phrases name people.
    kinds: Vec<(u32, u32, u8)>,
    /// The words, each after how many letters it begins with like the one before it.
    words: String,
    /// The later parts of compounds: how many words further, and where the part begins.
    tails: String,
    /// By word: how many texts more than one hold it.
    counts: String,
    /// By word: the first of them, a string for each digit, the last digits first. So they compress best.
    firsts: Vec<String>,
    /// By word: how many texts further each other is.
    others: String,
    /// By word, and by text in the page's language that is a phrase: whether it begins with the word, six to a sign.
    begins: String,
    /// By text: the field, how many entries further, and the size of phrases.
    texts: String,
    /// By entry: kind, retired, successor and audiences.
    entries: String,
    /// By entry: its page, from the site's root.
    urls: String,
    /// By entry: its phone numbers.
    numbers: String,
    /// What common words are worth, by worth.
    common: Vec<(u32, String)>,
}

/// Everyday words for browsers; most queries do without them.
#[derive(Debug, Serialize)]
pub struct WrittenWords {
    /// The word to show of each group.
    shown: Vec<Box<str>>,
    /// By group: to how many others it leads, and to which.
    leads: String,
    /// The phrases, written like words.
    phrases: String,
    /// By phrase: how many groups it is of, and twice each, one more where the phrase stands in the index.
    groups: String,
}

impl Index {
    /// The index for browsers.
    pub fn written(&self) -> Written {
        Written {
            weights: &WEIGHTS,
            fields: FIELDS.iter().map(|(field, own, other, phrase)| (*own, *other, form(*field, *phrase))).collect(),
            kinds: KINDS
                .iter()
                .map(|(kind, words, numbers)| (*words, *numbers, u8::from(*kind == EntryKind::Person)))
                .collect(),
            words: front_coded(self.words.terms.iter().map(|term| term.written.to_string())),
            tails: tails(&self.words),
            counts: counts(self),
            firsts: firsts(self),
            others: others(self),
            begins: begins(self),
            texts: texts(self),
            entries: entries(self),
            urls: front_coded(self.entries.iter().map(|entry| entry.url.to_string())),
            numbers: self.entries.iter().map(|entry| entry.numbers.join(" ")).collect::<Vec<_>>().join(","),
            common: common(self),
        }
    }

    /// Its everyday words.
    pub fn written_words(&self) -> WrittenWords {
        let Everyday { meanings, phrases } = &self.everyday;
        let mut leads = String::new();
        for meaning in meanings {
            number(&mut leads, meaning.leads.len() as u32);
            meaning.leads.iter().for_each(|lead| number(&mut leads, *lead));
        }
        let mut groups = String::new();
        for (phrase, of) in phrases {
            number(&mut groups, of.len() as u32 - 1);
            for group in of {
                let stands = meanings[*group as usize].targets.iter().any(|target| target.join(&32) == **phrase);
                number(&mut groups, group * 2 + u32::from(stands));
            }
        }
        WrittenWords {
            shown: meanings.iter().map(|meaning| meaning.shown.clone()).collect(),
            leads,
            phrases: front_coded(phrases.iter().map(|(phrase, _)| String::from_utf16_lossy(phrase).replace(' ', "_"))),
            groups,
        }
    }
}

fn form(field: Field, phrase: bool) -> u8 {
    match field {
        Field::Address => 2,
        Field::People => 3,
        _ => u8::from(phrase),
    }
}

/// Appends a number.
fn number(text: &mut String, mut value: u32) {
    let rest = SIGNS.len() as u32 - ONE_SIGN;
    while value >= ONE_SIGN {
        value -= ONE_SIGN;
        text.push(char::from(SIGNS[(ONE_SIGN + value % rest) as usize]));
        value /= rest;
    }
    text.push(char::from(SIGNS[value as usize]));
}

/// Words with spaces between them, each after the sign of how many UTF-16 units it shares with the one before.
fn front_coded(words: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    let mut before = String::new();
    for word in words {
        let alike = before.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter);
        let (mut units, mut bytes) = (0, 0);
        for letter in alike.take_while(|letter| letter.len_utf16() == 1).take(ONE_SIGN as usize - 1) {
            units += 1;
            bytes += letter.len_utf8();
        }
        if !text.is_empty() {
            text.push(' ');
        }
        number(&mut text, units);
        text.push_str(&word[bytes..]);
        before = word;
    }
    text
}

fn tails(words: &Vocabulary) -> String {
    let mut sorted = words.tails.clone();
    sorted.sort_unstable();
    let mut text = String::new();
    let mut before = 0;
    for (term, at) in sorted {
        number(&mut text, term - before);
        number(&mut text, at);
        before = term;
    }
    text
}

fn counts(index: &Index) -> String {
    let mut text = String::new();
    texts_by_word(index).for_each(|texts| number(&mut text, texts.len() as u32 - 1));
    text
}

fn firsts(index: &Index) -> Vec<String> {
    let base = SIGNS.len();
    let mut digits = Vec::new();
    let mut unit = 1;
    while unit <= index.texts.len().max(1) {
        let sign = |texts: &[u32]| char::from(SIGNS[texts[0] as usize / unit % base]);
        digits.push(texts_by_word(index).map(sign).collect());
        unit *= base;
    }
    digits
}

fn others(index: &Index) -> String {
    let mut text = String::new();
    for texts in texts_by_word(index) {
        texts.windows(2).for_each(|pair| number(&mut text, pair[1] - pair[0]));
    }
    text
}

/// By word: the texts that hold it, at least one.
fn texts_by_word(index: &Index) -> impl Iterator<Item = &[u32]> {
    (0..index.words.terms.len() as u32).map(|term| index.texts_with(term))
}

fn begins(index: &Index) -> String {
    let terms = 0..index.words.terms.len() as u32;
    let all = terms.flat_map(|term| index.beginnings_with(term));
    let phrases = all.filter(|(slot, _)| {
        let text = index.texts[**slot as usize];
        text.size > 0 && !text.foreign
    });
    let bits: Vec<bool> = phrases.map(|(_, begins)| begins).collect();
    let sign = |bits: &[bool]| {
        let value: usize = bits.iter().enumerate().map(|(place, bit)| usize::from(*bit) << place).sum();
        char::from(SIGNS[value])
    };
    bits.chunks(6).map(sign).collect()
}

fn texts(index: &Index) -> String {
    let mut text = String::new();
    let mut before = 0;
    for slot in &index.texts {
        // Entries follow one another, and begin again with each language.
        let further = if slot.entry >= before { slot.entry - before } else { slot.entry };
        let again = u32::from(slot.entry < before);
        number(&mut text, u32::from(slot.field) * 2 + u32::from(slot.foreign));
        number(&mut text, further * 2 + again);
        if FIELDS[slot.field as usize].3 {
            number(&mut text, u32::from(slot.size));
        }
        before = slot.entry;
    }
    text
}

fn entries(index: &Index) -> String {
    let mut text = String::new();
    for entry in &index.entries {
        let kind = KINDS.iter().position(|(kind, ..)| *kind == entry.kind).unwrap_or(0) as u32;
        number(&mut text, kind * 2 + u32::from(entry.retired));
        number(&mut text, entry.successor.map_or(0, |place| place + 1));
        number(&mut text, entry.audiences);
    }
    text
}

fn common(index: &Index) -> Vec<(u32, String)> {
    let mut worths: Vec<u32> = index.common.iter().map(|(_, worth)| *worth).collect();
    worths.sort_unstable();
    worths.dedup();
    worths
        .into_iter()
        .map(|worth| {
            let words = index.common.iter().filter(|(_, other)| *other == worth);
            (worth, front_coded(words.map(|(word, _)| String::from_utf16_lossy(word))))
        })
        .collect()
}
