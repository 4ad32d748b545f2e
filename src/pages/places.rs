//! All places: where they are, and whether their doors are open.

use serde::Serialize;

use super::view::PageView;
use crate::publish::PlaceId;
use crate::site::clock::Ticks;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// All places.
#[derive(Debug, Serialize)]
pub struct PlacesView<'a> {
    /// By name.
    pub places: Vec<PlaceRow<'a>>,
}

/// A place in the list.
#[derive(Debug, Serialize)]
pub struct PlaceRow<'a> {
    /// The place.
    pub link: Link<'a>,
    /// What is there.
    pub summary: Option<Phrase<'a>>,
    /// Its address.
    pub address: Option<Phrase<'a>>,
    /// When its doors are open, in a line.
    pub hours: Option<&'a str>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
}

impl<'a> PageView<'a> for PlacesView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let mut places: Vec<PlaceRow<'a>> = reader.published().places().map(|place| row(place.key, reader)).collect();
        places.sort_by_cached_key(|place| reader.words().sort_key(&place.link.name.text));
        Self { places }
    }

    fn ticks(&self) -> Ticks {
        Ticks { calendars: self.places.iter().filter_map(|place| place.calendar).collect(), ..Ticks::default() }
    }
}

fn row<'a>(id: PlaceId, reader: Reader<'a>) -> PlaceRow<'a> {
    let place = reader.published().place(id);
    let calendar = place.hours.map(|hours| hours.calendar);
    PlaceRow {
        link: reader.place(id),
        summary: reader.maybe(place.summary),
        address: place.address.map(|address| reader.name(address)),
        hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str()),
        calendar: calendar.map(|calendar| calendar.index()),
    }
}
