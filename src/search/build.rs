//! An index from documents.

use std::collections::HashSet;

use ahash::AHashMap;

use super::compounds;
use super::document::{Emergency, Field, Passage, Sought};
use super::everyday::Everyday;
use super::fold::{Folded, fold};
use super::index::{Common, Entry, Index, Text, worth};
use super::tokens::{each_word, each_word_and_joined, words};
use super::vocabulary::Term;
use super::weights::{self, FIELDS};
use crate::lexicon::Lexicon;

impl Index {
    /// The index of documents for pages in one of the site's languages, by its place and its tag.
    pub(super) fn build(documents: &[Sought<'_>], (language, tag): (usize, &str), lexicon: &Lexicon) -> Self {
        let (own_common, common) = common_words(documents, (language, tag), lexicon);
        let mut builder = Builder { common: &common, texts: Vec::new(), begins: Vec::new(), words: Words::default() };
        let languages = documents.iter().flat_map(|document| &document.passages).filter_map(|text| text.language);
        let most = languages.max().unwrap_or(0);
        for part in std::iter::once(language).chain((0..=most).filter(|other| *other != language)) {
            let foreign = part != language;
            for (number, document) in (0..).zip(documents) {
                let here = |passage: &&Passage<'_>| {
                    passage.field != Field::Body
                        && passage.language.unwrap_or(language) == part
                        && (!foreign || counts_everywhere(passage.field))
                };
                builder.read(number, document.passages.iter().filter(here), foreign);
            }
            if !foreign {
                builder.words.note_own();
                (0..).zip(documents).for_each(|(number, document)| builder.read_body(number, document, language));
            }
        }
        let (texts, begins, words) = (builder.texts, builder.begins, builder.words);
        let line = documents.iter().map(|document| document.emergency).max().unwrap_or_default();
        let entries = documents.iter().map(|document| entry(document, line)).collect();
        let mut index = Self { texts, own_common, common, entries, ..Self::default() };
        index.sort(words, &begins);
        index.words.tails = compounds::tails(&index.words);
        let worth = |word: &[u16]| worth(&index.common, word);
        index.everyday = Everyday::build((&lexicon.groups, line > Emergency::None), tag, &index.words, worth);
        index
    }

    /// Takes the words in their order; `begins` says of some texts which word is their first.
    fn sort(&mut self, words: Words, begins: &[Option<u32>]) {
        let mut sorted: Vec<Word> = words.all.into_iter().filter(|word| !word.slots.is_empty()).collect();
        sorted.sort_unstable_by(|a, b| a.folded.cmp(&b.folded).then_with(|| a.written.cmp(&b.written)));
        self.starts.push(0);
        for word in sorted {
            let first = |slot: &u32| begins.get(*slot as usize).is_some_and(|begins| *begins == Some(word.number));
            self.begins.extend(word.slots.iter().map(first));
            self.slots.extend(&word.slots);
            self.starts.push(self.slots.len() as u32);
            self.words.terms.push(Term::new(word.written, word.folded, word.worth));
        }
    }
}

/// A word, as texts are read.
struct Word {
    /// The place in the order in which words were met.
    number: u32,
    written: Box<str>,
    folded: Folded,
    worth: u32,
    /// The texts that hold it, and how many of them are of the page's language.
    slots: Vec<u32>,
    own: usize,
}

/// The words that were met.
#[derive(Default)]
struct Words {
    numbers: AHashMap<Box<str>, u32>,
    all: Vec<Word>,
}

impl Words {
    /// The number of a word.
    fn number(&mut self, word: &str, common: &[(Folded, u32)]) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let (number, folded) = (self.all.len() as u32, fold(word));
        self.numbers.insert(word.into(), number);
        let worth = worth(common, &folded);
        self.all.push(Word { number, written: word.into(), folded, worth, slots: Vec::new(), own: 0 });
        number
    }

    /// Notes that all texts of the page's language but bodies have been read.
    fn note_own(&mut self) {
        self.all.iter_mut().for_each(|word| word.own = word.slots.len());
    }

    fn worth(&self, number: u32) -> u32 {
        self.all[number as usize].worth
    }
}

struct Builder<'a> {
    common: &'a [(Folded, u32)],
    texts: Vec<Text>,
    /// By text, where it counts: the first of its words that means something.
    begins: Vec<Option<u32>>,
    words: Words,
}

impl Builder<'_> {
    /// Reads the texts of a document in one language, the weightiest first.
    fn read<'p>(&mut self, entry: u32, passages: impl Iterator<Item = &'p Passage<'p>>, foreign: bool) {
        let mut passages: Vec<(usize, &Passage<'_>)> =
            passages.map(|passage| (place(passage.field), passage)).collect();
        passages.sort_by_key(|(field, _)| *field);
        for (field, passage) in passages {
            let phrase = FIELDS[field].3;
            let (mut words, mut joined) = (Vec::new(), Vec::new());
            let mut number = |word: &str| self.words.number(word, self.common);
            each_word_and_joined(&passage.plain(), |word, is_joined| {
                let list = if is_joined { &mut joined } else { &mut words };
                list.push(number(word));
            });
            let last = self.texts.last().filter(|text| text.entry == entry && text.foreign == foreign);
            if phrase || last.is_none_or(|text| usize::from(text.field) != field) {
                let size = if phrase { self.size(&words) } else { 0 };
                self.texts.push(Text { entry, field: field as u8, foreign, size });
                let may_begin = !foreign && matches!(passage.field, Field::Name | Field::Asked);
                self.begins.push(may_begin.then(|| self.first(&words)).flatten());
            }
            // The parts of an id and of an address are enough.
            if !matches!(passage.field, Field::Id | Field::Address) {
                words.append(&mut joined);
            }
            self.note(&words, passage.field, phrase);
        }
    }

    /// Notes that words stand in the last text.
    fn note(&mut self, words: &[u32], field: Field, phrase: bool) {
        let slot = self.texts.len() as u32 - 1;
        let Text { entry, foreign, .. } = self.texts[slot as usize];
        let least = if matches!(field, Field::Asked | Field::Summary) { weights::WEAK } else { 0 };
        for word in words {
            let word = &mut self.words.all[*word as usize];
            let here = word.slots.last().map(|last| self.texts[*last as usize]);
            // A bag adds nothing to what a weightier text of the same document says.
            let said = here.is_some_and(|text| text.entry == entry && text.foreign == foreign);
            if word.worth >= least && word.slots.last() != Some(&slot) && (phrase || !said || field == Field::Address) {
                word.slots.push(slot);
            }
        }
    }

    /// Reads the body of a document: only for words that stand in some weightier text, and for those of which this
    /// document's say nothing. The others would double the index and are hardly ever asked.
    fn read_body(&mut self, entry: u32, document: &Sought<'_>, language: usize) {
        let slot = self.texts.len() as u32;
        let field = place(Field::Body) as u8;
        self.texts.push(Text { entry, field, foreign: false, size: 0 });
        self.begins.push(None);
        let is_here = |passage: &&Passage<'_>| {
            passage.field == Field::Body && passage.language.is_none_or(|other| other == language)
        };
        for passage in document.passages.iter().filter(is_here) {
            each_word(&passage.plain(), |word| {
                let Some(number) = self.words.numbers.get(word) else { return };
                let word = &mut self.words.all[*number as usize];
                if word.own == 0 || word.worth != weights::PLAIN || word.slots.last() == Some(&slot) {
                    return;
                }
                let own = &word.slots[..word.own];
                if own.binary_search_by_key(&entry, |slot| self.texts[*slot as usize].entry).is_err() {
                    word.slots.push(slot);
                }
            });
        }
    }

    /// The first word of a phrase that means much; if none does, the first that means something, or the first.
    fn first(&self, words: &[u32]) -> Option<u32> {
        let worth = |least: u32| words.iter().find(|word| self.words.worth(**word) >= least);
        worth(weights::PLAIN).or_else(|| worth(weights::WEAK)).or(words.first()).copied()
    }

    /// How many words of a phrase mean something; all, if none does.
    fn size(&self, words: &[u32]) -> u8 {
        let meaningful = words.iter().filter(|word| self.words.worth(**word) > weights::FILLER).count();
        (if meaningful == 0 { words.len() } else { meaningful }).min(50) as u8
    }
}

/// The place of a field in the table.
fn place(field: Field) -> usize {
    FIELDS.iter().position(|(other, ..)| *other == field).unwrap_or(0)
}

/// Whether a text is looked in from pages of other languages.
fn counts_everywhere(field: Field) -> bool {
    matches!(field, Field::Name | Field::Asked | Field::Keywords)
}

/// The common words of all languages, since readers type whichever they speak. What is a name on the page is none of
/// another language: `IT` is somebody in Swedish. Those of the page's own language stand apart, too.
fn common_words(documents: &[Sought<'_>], (language, tag): (usize, &str), lexicon: &Lexicon) -> (Common, Common) {
    let own = tag.split('-').next().unwrap_or(tag);
    let passages = documents.iter().flat_map(|document| &document.passages);
    let names = passages.filter(|text| text.field == Field::Name && text.language == Some(language));
    let named: HashSet<Folded> = names.flat_map(|text| words(&text.plain())).map(|word| fold(&word)).collect();
    let of = |is_own: bool| {
        let lists = [(&lexicon.fillers, weights::FILLER), (&lexicon.weak, weights::WEAK)];
        let mut all: Common = Vec::new();
        for (list, worth) in lists {
            let of_language = list.iter().filter(|(tag, _)| !is_own || tag == own);
            let words = of_language.flat_map(|(tag, text)| words(text).into_iter().map(move |word| (tag, fold(&word))));
            let meant = words.filter(|(tag, word)| *tag == own || !named.contains(word));
            all.extend(meant.map(|(_, word)| (word, worth)));
        }
        all.sort();
        all.dedup_by(|a, b| a.0 == b.0);
        all
    };
    (of(true), of(false))
}

/// A document as an entry, where this is the best emergency line of all.
fn entry(document: &Sought<'_>, line: Emergency) -> Entry {
    Entry {
        kind: document.kind,
        retired: document.retired,
        emergency: line > Emergency::None && document.emergency == line,
        successor: document.successor.map(|place| place as u32),
        audiences: document.audiences.iter().filter(|place| **place < 32).fold(0, |bits, place| bits | 1 << place),
        numbers: document.numbers.iter().map(|number| number.as_str().into()).collect(),
    }
}
