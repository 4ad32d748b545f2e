//! The pages of a list in alphabetical order: all of it on one, or a page for each letter where it is too long.

use serde::Serialize;

use crate::pages::view::Head;
use crate::site::letters::{Initial, LetterPart};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, Share};

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

/// The letters of a list, as one of its pages sees them.
pub(crate) struct Letters<'a, T> {
    /// All of them.
    pub(crate) all: &'a [Initial<T>],
    /// The parts of the list; none where it is on one page.
    pub(crate) parts: Vec<LetterPart>,
    /// Which of these the page is.
    pub(crate) here: Option<LetterPart>,
    /// What a part's place is.
    pub(crate) place: fn(Option<LetterPart>) -> Place,
    /// Who reads it.
    pub(crate) reader: Reader<'a>,
}

impl<'a, T> Letters<'a, T> {
    /// The ways to the letters that have entries.
    pub(crate) fn links(&self) -> Vec<LetterLink> {
        let link = |initial: &Initial<T>| LetterLink {
            letter: initial.letter.clone(),
            href: match self.parts.iter().find(|part| part.letter == initial.sign()) {
                Some(part) => self.reader.href((self.place)(Some(*part))),
                None => format!("#{}", initial.anchor()),
            },
            current: self.here.is_some_and(|part| part.letter == initial.sign() && part.share.number == 0),
        };
        self.all.iter().map(link).collect()
    }

    /// What stands on this page: letters with their entries.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (&'a Initial<T>, &'a [T])> {
        self.all.iter().filter_map(|initial| {
            let entries = self.here.map_or(&*initial.entries, |part| part.share.slice(&initial.entries));
            let kept = self.here.map_or(self.parts.is_empty(), |part| part.letter == initial.sign());
            kept.then_some((initial, entries))
        })
    }

    /// The parts of this page's letter, where it has several, each by its first and its last entry.
    pub(crate) fn siblings(&self, name: impl Fn(&T) -> String) -> Vec<Link<'a>> {
        let Some((part, initial)) = self.here.zip(self.initial()) else { return Vec::new() };
        let link = |share: Share| {
            let to = LetterPart { share, ..part };
            let entries = share.slice(&initial.entries);
            let [first, last] = [entries.first(), entries.last()].map(|entry| entry.map(&name).unwrap_or_default());
            let href = (to != part).then(|| self.reader.href((self.place)(Some(to))));
            Link { href, name: Phrase::own(format!("{first} – {last}")) }
        };
        part.share.siblings().map(link).collect()
    }

    /// The head of the page.
    pub(crate) fn head(&self) -> Head<'a> {
        let Some(part) = self.here else { return Head::of_words(self.reader) };
        Head::of_part(&part.share.name(self.initial().map_or("", |initial| &initial.letter)), self.reader)
    }

    /// The letter of this page.
    fn initial(&self) -> Option<&'a Initial<T>> {
        self.all.iter().find(|initial| self.here.is_some_and(|part| initial.sign() == part.letter))
    }
}
