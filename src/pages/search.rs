//! The page of the search's results, which a script fills.

use serde::Serialize;

use super::view::PageView;
use crate::site::Place;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::search_box::SearchBox;

/// The page of results.
#[derive(Debug, Serialize)]
pub struct SearchView<'a> {
    /// The search box.
    pub search: SearchBox,
    /// Where those go who ask nothing, or have no scripts.
    pub a_to_z: Link<'a>,
}

impl<'a> PageView<'a> for SearchView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let name = Phrase::own(reader.words().text("search.alphabet"));
        Self { search: SearchBox::new(reader), a_to_z: Link { href: Some(reader.href(Place::AToZ(None))), name } }
    }
}
