//! What is shown for an address that leads nowhere.

use serde::Serialize;

use super::view::PageView;
use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Door, Place, menu};

/// Ways on from nowhere.
#[derive(Debug, Serialize)]
pub struct NotFoundView<'a> {
    /// Where the reader may have wanted to go.
    pub ways: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for NotFoundView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let mut ways = menu::entries(Door::Lost, reader);
        ways.push(Entry {
            link: Link { href: Some(reader.href(Place::Home)), name: Phrase::own(reader.words().text("site.home")) },
            summary: Some(Phrase::own(reader.words().text("home.lead"))),
            facts: Vec::new(),
            badge: None,
        });
        Self { ways }
    }
}
