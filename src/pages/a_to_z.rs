//! All services under every word by which people look for them: on one page, or on a page for each
//! letter where they are too many for one.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::site::alphabet::{self, Initial, LetterPart, Word};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, Share};

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
        let letters = alphabet.iter().map(|initial| LetterLink {
            letter: initial.letter.clone(),
            href: match all.iter().find(|part| part.letter == initial.sign()) {
                Some(part) => reader.href(Place::AToZ(Some(*part))),
                None => format!("#{}", initial.anchor()),
            },
            current: part.is_some_and(|part| part.letter == initial.sign() && part.share.number == 0),
        });
        let shown = alphabet.iter().filter_map(|initial| {
            let words = part.map_or(&*initial.words, |part| part.share.slice(&initial.words));
            let kept = part.map_or(all.is_empty(), |part| part.letter == initial.sign());
            kept.then(|| LetterView {
                letter: &initial.letter,
                anchor: initial.anchor(),
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
        let letter = initial(part, reader.edition.alphabet(reader.locale())).map_or("", |initial| &initial.letter);
        Head::of_part(&part.share.name(letter), reader)
    }
}

/// The parts of a letter that has several, each by its first and its last word.
fn siblings<'a>(part: LetterPart, alphabet: &'a [Initial<'a>], reader: Reader<'a>) -> Vec<Link<'a>> {
    let Some(initial) = initial(part, alphabet) else { return Vec::new() };
    let link = |share: Share| {
        let to = LetterPart { share, ..part };
        let words = share.slice(&initial.words);
        let (first, last) = (words.first().map_or("", |word| &word.text), words.last().map_or("", |word| &word.text));
        let href = (to != part).then(|| reader.href(Place::AToZ(Some(to))));
        Link { href, name: Phrase::own(format!("{first} – {last}")) }
    };
    part.share.siblings().map(link).collect()
}

/// The letter of a part.
fn initial<'i, 'a>(part: LetterPart, alphabet: &'i [Initial<'a>]) -> Option<&'i Initial<'a>> {
    alphabet.iter().find(|initial| initial.sign() == part.letter)
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
