//! All services under every word by which people look for them.

use serde::Serialize;

use super::phrase::{Link, Phrase};
use super::reader::Reader;
use crate::model::ServiceId;

/// The index.
#[derive(Debug, Serialize)]
pub struct AToZView<'a> {
    /// The letters that have entries, in the language's order.
    pub letters: Vec<LetterView<'a>>,
}

/// One letter.
#[derive(Debug, Serialize)]
pub struct LetterView<'a> {
    /// The letter.
    pub letter: String,
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
    /// The view of the index.
    pub fn new(reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let words = reader.words();
        let mut all: Vec<(String, Vec<u8>, WordView<'a>)> = Vec::new();
        let mut add =
            |text: &str, view: WordView<'a>| all.push((words.initial(text).into_owned(), words.sort_key(text), view));
        for id in reader.edition.services_by_name(reader.locale()) {
            let service = catalog.service(*id);
            let link = reader.service(*id);
            let name = link.name.text.to_string();
            add(&name, WordView { link, see: None, team: Some(reader.team(service.team).name) });
            for word in other_words(*id, &name, reader) {
                let link = Link { name: Phrase::own(word), ..reader.service(*id) };
                add(word, WordView { link, see: Some(reader.phrase(&service.name)), team: None });
            }
        }
        let first = |letter: &str| (letter == "#", words.sort_key(letter));
        all.sort_by(|a, b| (first(&a.0), &a.1).cmp(&(first(&b.0), &b.1)));
        let mut letters: Vec<LetterView<'a>> = Vec::new();
        for (letter, _, word) in all {
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.words.push(word),
                _ => letters.push(LetterView {
                    anchor: format!("letter-{}", letters.len() + 1),
                    letter,
                    words: vec![word],
                }),
            }
        }
        Self { letters }
    }
}

/// The everyday words of a service, each once and none that is its name.
fn other_words<'a>(id: ServiceId, name: &str, reader: Reader<'a>) -> Vec<&'a str> {
    let service = reader.catalog().service(id);
    let locale = reader.locale();
    let mut words: Vec<&'a str> = Vec::new();
    for word in service.asked_as.get(locale).iter().chain(service.keywords.get(locale)) {
        let new = !word.eq_ignore_ascii_case(name) && !words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if new {
            words.push(word);
        }
    }
    words
}
