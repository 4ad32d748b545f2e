//! All services under every word by which people look for them: on one page, or on a page for each
//! letter where they are too many for one.

use serde::Serialize;

use super::edition::Edition;
use super::phrase::{Link, Phrase};
use super::reader::Reader;
use super::route::Place;
use crate::i18n::Words;
use crate::model::{Catalog, LocaleId, Service, ServiceId};

/// The index, or one letter of it.
#[derive(Debug, Serialize)]
pub struct AToZView<'a> {
    /// The letters that have entries, in the language's order.
    pub letters: Vec<LetterLink>,
    /// The letters that are shown on this page.
    pub shown: Vec<LetterView<'a>>,
}

/// The way to a letter.
#[derive(Debug, Serialize)]
pub struct LetterLink {
    /// The letter.
    pub letter: String,
    /// Where it is.
    pub href: String,
    /// True when it is this very page.
    pub current: bool,
}

/// One letter.
#[derive(Debug, Serialize)]
pub struct LetterView<'a> {
    /// The letter.
    pub letter: &'a str,
    /// The name of its place on the page.
    pub anchor: String,
    /// What begins with it.
    pub words: Vec<WordView<'a>>,
}

/// One word.
#[derive(Debug, Serialize)]
pub struct WordView<'a> {
    /// The word, leading to its service.
    pub link: Link<'a>,
    /// For everyday words, the service's name.
    pub see: Option<Phrase<'a>>,
    /// For a service's own name, its team.
    pub team: Option<Phrase<'a>>,
}

impl<'a> AToZView<'a> {
    /// The view of the index, or of one of its letters.
    pub fn new(only: Option<u16>, reader: Reader<'a>) -> Self {
        let alphabet = reader.edition.alphabet(reader.locale());
        let numbered = || (0u16..).zip(alphabet);
        let split = reader.edition.is_large();
        let letters = numbered()
            .map(|(number, initial)| LetterLink {
                letter: initial.letter.clone(),
                href: if split { reader.href(Place::Letter(number)) } else { format!("#{}", anchor(number)) },
                current: only == Some(number),
            })
            .collect();
        let shown = numbered()
            .filter(|(number, _)| !split || only == Some(*number))
            .map(|(number, initial)| LetterView {
                letter: &initial.letter,
                anchor: anchor(number),
                words: initial.words.iter().map(|word| word.view(reader)).collect(),
            })
            .collect();
        Self { letters, shown }
    }
}

fn anchor(number: u16) -> String {
    format!("letter-{}", number + 1)
}

/// A letter and the words that begin with it.
#[derive(Debug)]
pub(super) struct Initial<'a> {
    letter: String,
    words: Vec<Word<'a>>,
}

/// A word and the service that it leads to.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    service: ServiceId,
    own_name: bool,
}

impl<'a> Word<'a> {
    fn view(&self, reader: Reader<'a>) -> WordView<'a> {
        let link = reader.service(self.service);
        if self.own_name {
            return WordView {
                link,
                see: None,
                team: Some(reader.team(reader.catalog().service(self.service).team).name),
            };
        }
        let see = Some(link.name);
        WordView { link: Link { href: link.href, name: Phrase::own(self.text) }, see, team: None }
    }
}

/// All words of a language by their letters.
pub(super) fn alphabet<'a>(
    catalog: &'a Catalog,
    services: &[ServiceId],
    locale: LocaleId,
    words: &Words<'_>,
) -> Vec<Initial<'a>> {
    let mut all: Vec<(Vec<u8>, Word<'a>)> = Vec::new();
    for id in services {
        let service = catalog.service(*id);
        let name = service.name.str(locale);
        all.push((words.sort_key(name), Word { text: name, service: *id, own_name: true }));
        all.extend(
            other_words(service, name, locale)
                .map(|text| (words.sort_key(text), Word { text, service: *id, own_name: false })),
        );
    }
    all.sort_by(|a, b| (&a.0, a.1.service).cmp(&(&b.0, b.1.service)));
    let mut letters: Vec<(Vec<u8>, Initial<'a>)> = Vec::new();
    for (_, word) in all {
        let letter = words.initial(word.text);
        match letters.iter_mut().find(|(_, initial)| initial.letter == letter) {
            Some((_, initial)) => initial.words.push(word),
            None => letters.push((words.sort_key(&letter), Initial { letter: letter.into_owned(), words: vec![word] })),
        }
    }
    letters.sort_by(|a, b| (a.1.letter == "#", &a.0).cmp(&(b.1.letter == "#", &b.0)));
    letters.into_iter().map(|(_, initial)| initial).collect()
}

/// The everyday words of a service, each once and none that is its name.
fn other_words<'a>(service: &'a Service, name: &str, locale: LocaleId) -> impl Iterator<Item = &'a str> {
    let mut words: Vec<&'a str> = Vec::new();
    for word in service.asked_as.get(locale).iter().chain(service.keywords.get(locale)) {
        let known = word.eq_ignore_ascii_case(name) || words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if !known {
            words.push(word);
        }
    }
    words.into_iter()
}

/// How many letters have a page of their own.
pub(super) fn letter_pages(edition: &Edition<'_>, locale: LocaleId) -> u16 {
    if edition.is_large() { u16::try_from(edition.alphabet(locale).len()).unwrap_or(u16::MAX) } else { 0 }
}
