//! The search box of a page.

use serde::Serialize;

use super::place::Place;
use super::reader::Reader;

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
}
