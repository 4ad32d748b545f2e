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
    /// The services whose names begin with it.
    pub names: Vec<NameView<'a>>,
    /// The everyday words that begin with it.
    pub others: Vec<WordView<'a>>,
    /// How many these are, in words.
    pub more: String,
    /// True where there are so few words in all that none need to be folded.
    pub open: bool,
}

/// A service under its own name.
#[derive(Debug, Serialize)]
pub struct NameView<'a> {
    /// The service.
    pub link: Link<'a>,
    /// Its team.
    pub team: Phrase<'a>,
}

/// An everyday word.
#[derive(Debug, Serialize)]
pub struct WordView<'a> {
    /// The word, leading to its service.
    pub link: Link<'a>,
    /// The service's name.
    pub see: Phrase<'a>,
}

/// With more words than this in all, everyday words fold behind the names of their letter.
const WORDS_IN_SIGHT: usize = 150;

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
            kept.then(|| letter_view(initial, words, reader))
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

fn letter_view<'a>(initial: &'a Initial<'a>, words: &'a [Word<'a>], reader: Reader<'a>) -> LetterView<'a> {
    let (names, others): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.own_name);
    let all: usize = reader.edition.alphabet(reader.locale()).iter().map(|initial| initial.words.len()).sum();
    let name = |word: &Word<'a>| {
        let doer = reader.published().service(word.service).doer();
        NameView { link: reader.service(word.service), team: reader.home(doer).name }
    };
    let other = |word: &Word<'a>| {
        let Link { href, name } = reader.service(word.service);
        WordView { link: Link { href, name: Phrase::own(word.text.clone()) }, see: name }
    };
    LetterView {
        letter: &initial.letter,
        anchor: initial.anchor(),
        names: names.into_iter().map(name).collect(),
        more: reader.words().format("a_to_z.everyday", &[("n", &others.len().to_string())]),
        others: others.into_iter().map(other).collect(),
        open: all <= WORDS_IN_SIGHT,
    }
}
