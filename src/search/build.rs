//! An index from documents.

use std::collections::{HashMap, HashSet};

use super::compounds;
use super::document::{Document, Field, Passage};
use super::everyday::{Everyday, Group};
use super::fold::{Folded, fold};
use super::index::{Entry, Index, Text, worth};
use super::tokens::{words, words_and_joined};
use super::vocabulary::Term;
use super::weights::{self, FIELDS};

/// Words about words: what no catalog says.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Words that say nothing, by the tag of their language.
    pub fillers: Vec<(String, String)>,
    /// Words that say little, by the tag of their language.
    pub weak: Vec<(String, String)>,
    /// Everyday words.
    pub groups: Vec<Group>,
}

impl Index {
    /// The index of documents for pages in one of the site's languages, by its place and its tag.
    pub fn build(documents: &[Document], (language, tag): (usize, &str), lexicon: &Lexicon) -> Self {
        let common = common_words(documents, (language, tag), lexicon);
        let mut builder = Builder { common: &common, texts: Vec::new(), begins: Vec::new(), found: HashMap::new() };
        let languages = documents.iter().flat_map(|document| &document.passages).filter_map(|text| text.language);
        let most = languages.max().unwrap_or(0);
        let mut own = HashMap::new();
        for part in std::iter::once(language).chain((0..=most).filter(|other| *other != language)) {
            let foreign = part != language;
            for (number, document) in (0..).zip(documents) {
                let here = |passage: &&Passage| {
                    passage.field != Field::Body
                        && passage.language.unwrap_or(language) == part
                        && (!foreign || counts_everywhere(passage.field))
                };
                builder.read(number, document.passages.iter().filter(here), foreign);
            }
            if !foreign {
                own = builder.found.iter().map(|(word, slots)| (word.clone(), slots.len())).collect();
            }
        }
        for (number, document) in (0..).zip(documents) {
            builder.read_body(number, document, language, &own);
        }
        let (texts, begins, found) = (builder.texts, builder.begins, builder.found);
        let mut index = Self { texts, common, entries: documents.iter().map(entry).collect(), ..Self::default() };
        index.sort(found, &begins);
        index.words.tails = compounds::tails(&index.words);
        let is_filler = |word: &[u16]| worth(&index.common, word) == weights::FILLER;
        index.everyday = Everyday::build(&lexicon.groups, tag, &index.words, is_filler);
        index
    }

    /// Takes the words in their order; `begins` says of some texts which word is their first.
    fn sort(&mut self, found: HashMap<String, Vec<u32>>, begins: &[Option<String>]) {
        let mut sorted: Vec<(Term, Vec<u32>)> = found
            .into_iter()
            .map(|(word, slots)| (Term::new(&word, |folded| worth(&self.common, folded)), slots))
            .collect();
        sorted.sort_by(|(a, _), (b, _)| a.folded.cmp(&b.folded).then_with(|| a.written.cmp(&b.written)));
        self.starts.push(0);
        for (term, slots) in sorted {
            let first = |slot: &u32| begins.get(*slot as usize).and_then(Option::as_deref) == Some(&*term.written);
            self.begins.extend(slots.iter().map(first));
            self.words.terms.push(term);
            self.slots.extend(slots);
            self.starts.push(self.slots.len() as u32);
        }
    }
}

struct Builder<'a> {
    common: &'a [(Folded, u32)],
    texts: Vec<Text>,
    /// By text, where it counts: the first of its words that means something.
    begins: Vec<Option<String>>,
    found: HashMap<String, Vec<u32>>,
}

impl Builder<'_> {
    /// Reads the texts of a document in one language, the weightiest first.
    fn read<'p>(&mut self, entry: u32, passages: impl Iterator<Item = &'p Passage>, foreign: bool) {
        let mut passages: Vec<(usize, &Passage)> = passages.map(|passage| (place(passage.field), passage)).collect();
        passages.sort_by_key(|(field, _)| *field);
        for (field, passage) in passages {
            let phrase = FIELDS[field].3;
            let (words, joined) = words_and_joined(&passage.text);
            let last = self.texts.last().filter(|text| text.entry == entry && text.foreign == foreign);
            if phrase || last.is_none_or(|text| usize::from(text.field) != field) {
                let size = if phrase { self.size(&words) } else { 0 };
                self.texts.push(Text { entry, field: field as u8, foreign, size });
                let may_begin = !foreign && matches!(passage.field, Field::Name | Field::Asked);
                self.begins.push(may_begin.then(|| self.first(&words)).flatten());
            }
            let slot = self.texts.len() as u32 - 1;
            let least = match passage.field {
                Field::Asked | Field::Summary => weights::WEAK,
                _ => 0,
            };
            // The parts of an id and of an address are enough.
            let is_parts = matches!(passage.field, Field::Id | Field::Address);
            for word in words.into_iter().chain(joined.into_iter().filter(|_| !is_parts)) {
                if least > 0 && worth(self.common, &fold(&word)) < least {
                    continue;
                }
                let slots = self.found.entry(word).or_default();
                let here = slots.last().map(|last| self.texts[*last as usize]);
                // A bag adds nothing to what a weightier text of the same document says.
                let said = here.is_some_and(|text| text.entry == entry && text.foreign == foreign);
                if slots.last() != Some(&slot) && (phrase || !said || passage.field == Field::Address) {
                    slots.push(slot);
                }
            }
        }
    }

    /// Reads the body of a document: only for words that stand in some weightier text, and for those of which this
    /// document's say nothing. The others would double the index and are hardly ever asked.
    fn read_body(&mut self, entry: u32, document: &Document, language: usize, own: &HashMap<String, usize>) {
        let slot = self.texts.len() as u32;
        let bodies = document
            .passages
            .iter()
            .filter(|passage| passage.field == Field::Body && passage.language.is_none_or(|other| other == language));
        let field = place(Field::Body) as u8;
        self.texts.push(Text { entry, field, foreign: false, size: 0 });
        for word in bodies.flat_map(|passage| words(&passage.text)) {
            let Some(before) = own.get(&word) else { continue };
            let Some(slots) = self.found.get_mut(&word) else { continue };
            let said = slots[..*before].binary_search_by_key(&entry, |slot| self.texts[*slot as usize].entry).is_ok();
            if slots.last() != Some(&slot) && !said && worth(self.common, &fold(&word)) == weights::PLAIN {
                slots.push(slot);
            }
        }
    }

    /// The first word of a phrase that means something; its first, if none does.
    fn first(&self, words: &[String]) -> Option<String> {
        let meaningful = words.iter().find(|word| worth(self.common, &fold(word)) > weights::FILLER);
        meaningful.or(words.first()).cloned()
    }

    /// How many words of a phrase mean something; all, if none does.
    fn size(&self, words: &[String]) -> u8 {
        let meaningful = words.iter().filter(|word| worth(self.common, &fold(word)) > weights::FILLER).count();
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
/// another language: `IT` is somebody in Swedish.
fn common_words(documents: &[Document], (language, tag): (usize, &str), lexicon: &Lexicon) -> Vec<(Folded, u32)> {
    let own = tag.split('-').next().unwrap_or(tag);
    let passages = documents.iter().flat_map(|document| &document.passages);
    let names = passages.filter(|text| text.field == Field::Name && text.language == Some(language));
    let named: HashSet<Folded> = names.flat_map(|text| words(&text.text)).map(|word| fold(&word)).collect();
    let of = |list: &[(String, String)], worth| -> Vec<(Folded, u32)> {
        let words = list.iter().flat_map(|(tag, text)| words(text).into_iter().map(move |word| (tag, fold(&word))));
        words.filter(|(tag, word)| *tag == own || !named.contains(word)).map(|(_, word)| (word, worth)).collect()
    };
    let mut all = of(&lexicon.fillers, weights::FILLER);
    all.extend(of(&lexicon.weak, weights::WEAK));
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    all
}

fn entry(document: &Document) -> Entry {
    Entry {
        kind: document.kind,
        url: document.url.as_str().into(),
        retired: document.retired,
        successor: document.successor.map(|place| place as u32),
        audiences: document.audiences.iter().filter(|place| **place < 32).fold(0, |bits, place| bits | 1 << place),
        numbers: document.numbers.iter().map(|number| number.as_str().into()).collect(),
    }
}
