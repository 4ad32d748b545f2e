//! All services under every word by which people look for them: on one page, or on a page for each
//! letter where they are too many for one.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::site::Place;
use crate::site::alphabet::{self, Initial, LetterPart, Word};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// The index, or one letter of it.
#[derive(Debug, Serialize)]
pub struct AToZView<'a> {
    /// The letters that have entries, in the language's order.
    pub letters: Vec<LetterLink>,
    /// The parts of this letter, where it has several.
    pub parts: Vec<Link<'a>>,
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

impl<'a> PageView<'a> for AToZView<'a> {
    type Of = Option<LetterPart>;

    fn new(part: Option<LetterPart>, reader: Reader<'a>) -> Self {
        let alphabet = reader.edition.alphabet(reader.locale());
        let all = alphabet::parts(alphabet);
        let first = |number: u16| all.iter().find(|part| part.letter == number);
        let letters = (0..).zip(alphabet).map(|(number, initial)| LetterLink {
            letter: initial.letter.clone(),
            href: match first(number) {
                Some(part) => reader.href(Place::AToZ(Some(*part))),
                None => format!("#{}", anchor(number)),
            },
            current: part.is_some_and(|part| part.letter == number && part.number == 0),
        });
        let shown = (0..).zip(alphabet).filter_map(|(number, initial)| {
            let words = match part {
                Some(part) => part.slice(&initial.words),
                None => &initial.words,
            };
            let kept = part.map_or(all.is_empty(), |part| part.letter == number);
            kept.then(|| LetterView {
                letter: &initial.letter,
                anchor: anchor(number),
                words: words.iter().map(|word| view(word, reader)).collect(),
            })
        });
        Self {
            letters: letters.collect(),
            parts: part.map(|part| siblings(part, alphabet, reader)).unwrap_or_default(),
            shown: shown.collect(),
        }
    }

    fn head(part: Option<LetterPart>, reader: Reader<'a>) -> Head<'a> {
        let Some(part) = part else { return Head::of_words(reader) };
        let letter = reader.edition.alphabet(reader.locale()).get(usize::from(part.letter));
        let letter = letter.map_or("", |initial| &initial.letter);
        let name = if part.of == 1 { letter.to_owned() } else { format!("{letter} {}/{}", part.number + 1, part.of) };
        Head::of_part(&name, reader)
    }
}

/// The parts of a letter that has several, each by its first and its last word.
fn siblings<'a>(part: LetterPart, alphabet: &'a [Initial<'a>], reader: Reader<'a>) -> Vec<Link<'a>> {
    let Some(initial) = alphabet.get(usize::from(part.letter)).filter(|_| part.of > 1) else { return Vec::new() };
    let link = |number| {
        let to = LetterPart { number, ..part };
        let words = to.slice(&initial.words);
        let (first, last) = (words.first().map_or("", |word| &word.text), words.last().map_or("", |word| &word.text));
        let href = (to != part).then(|| reader.href(Place::AToZ(Some(to))));
        Link { href, name: Phrase::own(format!("{first} – {last}")) }
    };
    (0..part.of).map(link).collect()
}

fn anchor(number: u16) -> String {
    format!("letter-{}", number + 1)
}

fn view<'a>(word: &Word<'a>, reader: Reader<'a>) -> WordView<'a> {
    let link = reader.service(word.service);
    if word.own_name {
        let team = reader.home(reader.published().service(word.service).doer()).name;
        return WordView { link, see: None, team: Some(team) };
    }
    let see = Some(link.name);
    WordView { link: Link { href: link.href, name: Phrase::own(word.text.clone()) }, see, team: None }
}
