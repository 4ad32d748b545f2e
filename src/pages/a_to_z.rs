//! All services under every word by which people look for them: on one page, or on a page for each
//! letter where they are too many for one.

use serde::Serialize;

use crate::site::alphabet::Word;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::route::Place;

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
                words: initial.words.iter().map(|word| view(word, reader)).collect(),
            })
            .collect();
        Self { letters, shown }
    }
}

/// A letter by its number.
pub(super) fn letter(number: u16, reader: Reader<'_>) -> &str {
    let initial = reader.edition.alphabet(reader.locale()).get(usize::from(number));
    initial.map_or("", |initial| &initial.letter)
}

fn anchor(number: u16) -> String {
    format!("letter-{}", number + 1)
}

fn view<'a>(word: &Word<'a>, reader: Reader<'a>) -> WordView<'a> {
    let link = reader.service(word.service);
    if word.own_name {
        let team = reader.team(reader.catalog().service(word.service).team).name;
        return WordView { link, see: None, team: Some(team) };
    }
    let see = Some(link.name);
    WordView { link: Link { href: link.href, name: Phrase::own(word.text) }, see, team: None }
}
