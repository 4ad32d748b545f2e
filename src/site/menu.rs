//! The ways to the pages that are no entry's: the bar, the menu, the first page, the way back.

use std::borrow::Cow;

use serde::Serialize;

use super::phrase::{Entry, Link, Phrase};
use super::place::{Door, Place};
use super::reader::Reader;
use super::routes::behind;

/// A page in the navigation.
#[derive(Debug, Serialize)]
pub struct NavigationItem<'a> {
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub name: Cow<'a, str>,
    /// True on that very page.
    pub current: bool,
}

/// The pages behind a door, for the navigation.
pub(crate) fn navigation(door: Door, reader: Reader<'_>) -> Vec<NavigationItem<'_>> {
    let item = |place| NavigationItem {
        href: reader.href(place),
        name: said(place, &["menu", "title"], reader).text,
        current: reader.route.place == place,
    };
    behind(door, reader.edition).map(item).collect()
}

/// The way to the departments, which stand on the first page.
pub(super) fn departments(reader: Reader<'_>) -> NavigationItem<'_> {
    let href = format!("{}#departments", reader.href(Place::Home));
    NavigationItem { href, name: reader.words().text("site.departments"), current: false }
}

/// The pages behind a door, each with a line about it.
pub(crate) fn entries(door: Door, reader: Reader<'_>) -> Vec<Entry<'_>> {
    let entry = |place| Entry {
        link: link(place, reader),
        summary: Some(said(place, &["hint_plain", "hint", "lead_plain", "lead"], reader)),
        facts: Vec::new(),
        badge: None,
    };
    behind(door, reader.edition).map(entry).collect()
}

/// The way to a page that is no entry's, by the short name that it has in menus.
pub(crate) fn link(place: Place, reader: Reader<'_>) -> Link<'_> {
    Link { href: Some(reader.href(place)), name: said(place, &["menu", "title"], reader) }
}

/// The heading of a page that is no entry's.
pub(crate) fn title(place: Place, reader: Reader<'_>) -> Phrase<'_> {
    said(place, &["title"], reader)
}

/// What such a page is about.
pub(crate) fn lead(place: Place, reader: Reader<'_>) -> Phrase<'_> {
    said(place, &["lead_plain", "lead"], reader)
}

/// The first of the page's words by these names.
fn said<'a>(place: Place, names: &[&str], reader: Reader<'a>) -> Phrase<'a> {
    let group = place.kind().words.unwrap_or("home");
    let words = reader.words();
    let fits = |name: &&&str| !name.ends_with("_plain") || says_less(place, reader);
    let own = names.iter().filter(fits).find_map(|name| words.find(&format!("{group}.{name}")));
    Phrase::own(own.unwrap_or_default())
}

/// Whether a page holds less than its usual words promise, since the company does not write it.
fn says_less(place: Place, reader: Reader<'_>) -> bool {
    let practice = reader.published().practice();
    match place {
        Place::Home => !practice.promises,
        Place::AToZ(_) | Place::Needs(_) => !practice.sayings,
        Place::People(_) => !practice.presence,
        _ => false,
    }
}
