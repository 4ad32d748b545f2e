//! The index as text for browsers: a few strings that name no letter twice and count in one to three signs.

use serde::Serialize;

use super::document::Field;
use super::everyday::Everyday;
use super::fold::Folded;
use super::index::{self, Index, Text};
use super::vocabulary::Vocabulary;
use super::weights::{FIELDS, FILLER, KINDS, WEAK, WEIGHTS, Weights};
use crate::publish::EntryKind;

/// The signs in which numbers are written: printable, and none that a script or gzip would have to escape.
const SIGNS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;=>?@[]^_`{|}~";

/// Numbers below this are one sign; above, a sign holds a digit and says that another follows.
const ONE_SIGN: u32 = 60;

/// The beginning of an index for browsers: what is said in the page's language.
#[derive(Debug, Serialize)]
pub struct Written {
    weights: &'static Weights,
    /// What a word is worth that says nothing, and one that says little.
    filler: u32,
    weak: u32,
    /// By field: what a word in it is worth in the page's language and in another; 1 where it is a phrase, 2 where it
    /// is an address, 3 where it names people, 4 where it is keywords, 5
    /// where it is an id, which is a phrase, too.
    fields: Vec<(u32, u32, u8)>,
    /// By kind: what its scores are multiplied by, and 1 where its phrases name people.
    kinds: Vec<(u32, u32, u8)>,
    #[serde(flatten)]
    part: WrittenPart,
    /// By word, and by text in the page's language that is a phrase: whether it begins with the word, six to a sign.
    begins: String,
    /// By entry: kind, emergency line and retired, successor and audiences.
    entries: String,
    /// By entry: its phone numbers.
    numbers: String,
}

/// What is said in the other languages.
#[derive(Debug, Serialize)]
pub struct WrittenOthers {
    /// By word of the beginning: whether texts in other languages hold it, too, six to a sign.
    also: String,
    #[serde(flatten)]
    part: WrittenPart,
}

/// Words, and the texts that hold them.
#[derive(Debug, Serialize)]
struct WrittenPart {
    /// The words, each after how many letters it begins with like the one before it.
    words: String,
    /// The later parts of compounds: how many words further, and where the part begins.
    tails: String,
    /// By word: how many texts more than one hold it. Of other languages, words of the beginning come first.
    counts: String,
    /// By word: the first of them, a string for each digit, the last digits first. So they compress best.
    firsts: Vec<String>,
    /// By word: how many texts further each other is.
    others: String,
    /// By text: the field, how many entries further, and the size of phrases.
    texts: String,
    /// What common words are worth, by worth.
    common: Vec<(u32, String)>,
}

/// Everyday words for browsers; most queries do without them.
#[derive(Debug, Serialize)]
pub struct WrittenWords {
    /// The word to show of each group. Neither these nor the next with words of other languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shown: Vec<Box<str>>,
    /// By group: to how many others it leads twice, one more where somebody is in danger; and to which.
    #[serde(skip_serializing_if = "String::is_empty")]
    leads: String,
    /// The phrases, written like words.
    phrases: String,
    /// By phrase: how many groups it is of, and twice each, one more where the phrase stands in the index.
    groups: String,
}

impl Index {
    /// The beginning of the index for browsers.
    pub fn written(&self) -> Written {
        let own: Vec<u32> = self.terms().filter(|term| self.own_texts(*term) > 0).collect();
        let lists: Vec<&[u32]> = own.iter().map(|term| &self.texts_with(*term)[..self.own_texts(*term)]).collect();
        Written {
            weights: &WEIGHTS,
            filler: FILLER,
            weak: WEAK,
            fields: FIELDS.iter().map(|(field, own, other, phrase)| (*own, *other, form(*field, *phrase))).collect(),
            kinds: KINDS
                .iter()
                .map(|(kind, words, numbers)| (*words, *numbers, u8::from(*kind == EntryKind::Person)))
                .collect(),
            part: self.part(&own, &lists, 0..self.first_foreign(), &self.own_common),
            begins: self.written_begins(),
            entries: entries(self),
            numbers: self.entries.iter().map(|entry| entry.numbers.join(" ")).collect::<Vec<_>>().join(","),
        }
    }

    /// The rest of it; none where no text is in another language.
    pub fn written_others(&self) -> Option<WrittenOthers> {
        let first = self.first_foreign();
        if first == self.texts.len() {
            return None;
        }
        let (own, new): (Vec<u32>, Vec<u32>) = self.terms().partition(|term| self.own_texts(*term) > 0);
        let foreign = |term: &u32| &self.texts_with(*term)[self.own_texts(*term)..];
        let also: Vec<bool> = own.iter().map(|term| !foreign(term).is_empty()).collect();
        let lists: Vec<&[u32]> = own.iter().chain(&new).map(foreign).filter(|texts| !texts.is_empty()).collect();
        let known = |(word, worth): &&(Folded, u32)| index::worth(&self.own_common, word) == *worth;
        let common: Vec<(Folded, u32)> = self.common.iter().filter(|word| !known(word)).cloned().collect();
        Some(WrittenOthers { also: bits(&also), part: self.part(&new, &lists, first..self.texts.len(), &common) })
    }

    /// Its everyday words: of the page's language, or of all others.
    pub fn written_words(&self, own: bool) -> WrittenWords {
        let Everyday { meanings, phrases, .. } = &self.everyday;
        let (mut leads, mut groups) = (String::new(), String::new());
        for meaning in meanings.iter().filter(|_| own) {
            number(&mut leads, meaning.leads.len() as u32 * 2 + u32::from(meaning.danger));
            meaning.leads.iter().for_each(|lead| number(&mut leads, *lead));
        }
        let mut keys = Vec::new();
        for phrase in phrases {
            let of: Vec<u32> = phrase.groups_of(own).collect();
            let Some(further) = of.len().checked_sub(1) else { continue };
            keys.push(String::from_utf16_lossy(&phrase.key).replace(' ', "_"));
            number(&mut groups, further as u32);
            for group in of {
                let stands =
                    meanings[group as usize].targets.iter().any(|target| target.words.join(&32) == *phrase.key);
                number(&mut groups, group * 2 + u32::from(stands));
            }
        }
        let shown = meanings.iter().filter(|_| own).map(|meaning| meaning.shown.clone()).collect();
        WrittenWords { shown, leads, phrases: front_coded(keys.into_iter()), groups }
    }

    fn terms(&self) -> std::ops::Range<u32> {
        0..self.words.terms.len() as u32
    }

    /// The first text in another language than the page's; those stand last.
    fn first_foreign(&self) -> usize {
        self.texts.partition_point(|text| !text.foreign)
    }

    /// How many of the texts that hold a word are in the page's language; those stand first.
    fn own_texts(&self, term: u32) -> usize {
        self.texts_with(term).partition_point(|slot| !self.texts[*slot as usize].foreign)
    }

    /// Words, lists of texts in a range, and these texts.
    fn part(
        &self,
        terms: &[u32],
        lists: &[&[u32]],
        range: std::ops::Range<usize>,
        common: &[(Folded, u32)],
    ) -> WrittenPart {
        let (mut counts, mut others) = (String::new(), String::new());
        for texts in lists {
            number(&mut counts, texts.len() as u32 - 1);
            texts.windows(2).for_each(|pair| number(&mut others, pair[1] - pair[0]));
        }
        let firsts: Vec<usize> = lists.iter().map(|texts| texts[0] as usize - range.start).collect();
        WrittenPart {
            words: front_coded(terms.iter().map(|term| self.words.terms[*term as usize].written.to_string())),
            tails: tails(&self.words, terms),
            counts,
            firsts: digits(&firsts, range.len()),
            others,
            texts: texts(&self.texts[range]),
            common: by_worth(common),
        }
    }

    fn written_begins(&self) -> String {
        let all = self.terms().flat_map(|term| self.beginnings_with(term));
        let phrases = all.filter(|(slot, _)| {
            let text = self.texts[**slot as usize];
            text.size > 0 && !text.foreign
        });
        bits(&phrases.map(|(_, begins)| begins).collect::<Vec<bool>>())
    }
}

fn form(field: Field, phrase: bool) -> u8 {
    match field {
        Field::Address => 2,
        Field::People => 3,
        Field::Keywords => 4,
        Field::Id => 5,
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

fn tails(words: &Vocabulary, terms: &[u32]) -> String {
    let mut sorted: Vec<(u32, u32)> =
        words.tails.iter().filter_map(|(term, at)| Some((terms.binary_search(term).ok()? as u32, *at))).collect();
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

/// Numbers below a most, a string for each digit.
fn digits(numbers: &[usize], most: usize) -> Vec<String> {
    let base = SIGNS.len();
    let mut digits = Vec::new();
    let mut unit = 1;
    while unit <= most.max(1) {
        digits.push(numbers.iter().map(|number| char::from(SIGNS[number / unit % base])).collect());
        unit *= base;
    }
    digits
}

/// Six to a sign.
fn bits(bits: &[bool]) -> String {
    let sign = |bits: &[bool]| {
        let value: usize = bits.iter().enumerate().map(|(place, bit)| usize::from(*bit) << place).sum();
        char::from(SIGNS[value])
    };
    bits.chunks(6).map(sign).collect()
}

fn texts(texts: &[Text]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for slot in texts {
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
        number(&mut text, kind * 4 + u32::from(entry.emergency) * 2 + u32::from(entry.retired));
        number(&mut text, entry.successor.map_or(0, |place| place + 1));
        number(&mut text, entry.audiences);
    }
    text
}

fn by_worth(common: &[(Folded, u32)]) -> Vec<(u32, String)> {
    let mut worths: Vec<u32> = common.iter().map(|(_, worth)| *worth).collect();
    worths.sort_unstable();
    worths.dedup();
    worths
        .into_iter()
        .map(|worth| {
            let words = common.iter().filter(|(_, other)| *other == worth);
            (worth, front_coded(words.map(|(word, _)| String::from_utf16_lossy(word))))
        })
        .collect()
}
