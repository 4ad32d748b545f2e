//! What stands around the content of many pages alike: the menu, the links at the foot, the words of the clock.

use std::borrow::Cow;

use serde::Serialize;

use super::menu::{NavigationItem, departments, navigation};
use super::place::{Door, Place};
use super::reader::Reader;
use super::route::Route;
use super::search_box::SearchBox;
use crate::publish::{EntryKind, LocaleId};

/// The frame of pages.
#[derive(Debug, Serialize)]
pub struct Frame<'a> {
    /// The company's name.
    pub company: Cow<'a, str>,
    /// The way to the site's root, empty or ending in a slash.
    pub root: String,
    /// The first page.
    pub home: String,
    /// The main pages.
    pub navigation: Vec<NavigationItem<'a>>,
    /// Further pages.
    pub more: Vec<NavigationItem<'a>>,
    /// The search box at the top; none where it stands in the page itself.
    pub search: Option<SearchBox>,
    /// The locale by which dates and times are written.
    pub formats: &'a str,
}

/// What pages have in common that share a frame.
pub type Sharing = (LocaleId, EntryKind);

impl<'a> Frame<'a> {
    /// The frame of a page.
    pub fn new(reader: Reader<'a>) -> Self {
        let mut bar = navigation(Door::Bar, reader);
        if !reader.published().is_one_department() {
            bar.insert(bar.len().min(1), departments(reader));
        }
        let is_central = match reader.route.place {
            Place::Home | Place::Search => true,
            place => SearchBox::instead_of_a_list(place, reader).is_some(),
        };
        Self {
            company: reader.published().company().name.str(reader.locale()),
            root: reader.root(),
            home: reader.href(Place::Home),
            navigation: bar,
            more: navigation(Door::More, reader),
            search: (!is_central).then(|| SearchBox::new(reader)),
            formats: reader.words().formats(),
        }
    }

    /// Whether the page at a route shares its frame, and with which: those of the entries of one kind lie in one
    /// folder, and no menu leads to them.
    pub fn sharing(route: Route) -> Option<Sharing> {
        Some((route.locale, route.place.entry()?.kind()))
    }
}
