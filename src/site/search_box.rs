//! The search box of a page.

use serde::Serialize;

use super::place::Place;
use super::reader::Reader;
use super::{alphabet, directory};

/// The search box of a page.
#[derive(Debug, Serialize)]
pub struct SearchBox {
    /// The way to the site's root, empty or ending in a slash.
    pub root: String,
    /// The place of the page's language among the site's.
    pub language: usize,
    /// Where those go who have no scripts.
    pub a_to_z: String,
    /// The page of results.
    pub page: String,
}

impl SearchBox {
    /// The search box of a page.
    pub fn new(reader: Reader<'_>) -> Self {
        Self {
            root: reader.root(),
            language: reader.locale().index(),
            a_to_z: reader.href(Place::AToZ(None)),
            page: reader.href(Place::Search),
        }
    }

    /// The search box of the first page of a list that is too long for one: what one looks for stands on another.
    pub fn instead_of_a_list(place: Place, reader: Reader<'_>) -> Option<Self> {
        let is_split = match place {
            Place::AToZ(None) => !alphabet::parts(reader.edition.alphabet(reader.locale())).is_empty(),
            Place::People(None) => !directory::parts(reader.edition.directory(reader.locale())).is_empty(),
            _ => false,
        };
        is_split.then(|| Self::new(reader))
    }
}
