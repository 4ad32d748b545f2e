//! What every kind of page has to say of itself.

use crate::site::clock::Ticks;
use crate::site::menu;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// A page of some kind, in its reader's words.
pub(super) trait PageView<'a>: Sized {
    /// What tells the pages of the kind apart.
    type Of: Copy;

    /// The view of a page.
    fn new(of: Self::Of, reader: Reader<'a>) -> Self;

    /// Its head; that of the table's words for a page that is no entry's.
    fn head(_: Self::Of, reader: Reader<'a>) -> Head<'a> {
        Head::of_words(reader)
    }

    /// What on it ticks.
    fn ticks(&self) -> Ticks {
        Ticks::default()
    }
}

/// What a page is called, what it is about, and the way back from it.
#[derive(Debug)]
pub struct Head<'a> {
    /// The heading.
    pub title: Phrase<'a>,
    /// What the page is about.
    pub lead: Option<Phrase<'a>>,
    /// The way from the first page to this one, without both.
    pub back: Vec<Link<'a>>,
}

impl<'a> Head<'a> {
    /// The head of a page that is no entry's.
    pub(super) fn of_words(reader: Reader<'a>) -> Self {
        let place = reader.route.place;
        Self { title: menu::title(place, reader), lead: Some(menu::lead(place, reader)), back: Vec::new() }
    }

    /// The head of a part of such a page: the whole and the part.
    pub(super) fn of_part(part: &str, reader: Reader<'a>) -> Self {
        let Some(whole) = reader.route.place.whole() else { return Self::of_words(reader) };
        let title = menu::title(whole, reader);
        let back = Link { href: Some(reader.href(whole)), name: title.clone() };
        Self { title: Phrase::own(format!("{}: {part}", title.text)), lead: None, back: vec![back] }
    }
}
