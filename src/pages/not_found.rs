//! What is shown for an address that leads nowhere.

use serde::Serialize;

use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::route::Place;

/// Ways on from nowhere.
#[derive(Debug, Serialize)]
pub struct NotFoundView<'a> {
    /// Where the reader may have wanted to go.
    pub ways: Vec<Entry<'a>>,
}

impl<'a> NotFoundView<'a> {
    /// The view.
    pub fn new(reader: Reader<'a>) -> Self {
        let way = |href: String, name: &str, hint: &str| Entry {
            link: Link { href: Some(href), name: Phrase::own(reader.words().text(name)) },
            summary: Some(Phrase::own(reader.words().text(hint))),
            facts: Vec::new(),
            badge: None,
        };
        Self {
            ways: vec![
                way(reader.href(Place::AToZ), "site.a_to_z", "home.a_to_z_hint"),
                way(reader.href(Place::Home), "site.home", "home.lead"),
                way(reader.href(Place::PhoneList), "site.phone_list", "home.phone_list_hint"),
            ],
        }
    }
}
