//! The front door for new people: which of them somebody is, and the first days of everyone.

use serde::Serialize;

use super::view::PageView;
use crate::pages::parts::emergencies::{EmergencyView, emergencies};
use crate::pages::parts::first_days::{self, ChoiceView, FirstDaysView, TermView};
use crate::site::clock::Ticks;
use crate::site::reader::Reader;

/// The front door.
#[derive(Debug, Serialize)]
pub struct NewHereView<'a> {
    /// Those who have a page of their own.
    pub audiences: Vec<ChoiceView<'a>>,
    /// Numbers for emergencies: whoever is new needs to have seen them.
    pub emergencies: Vec<EmergencyView<'a>>,
    /// Words of the house, where they do not stand below.
    pub words: Vec<TermView<'a>>,
    /// The first days of everyone, where a way into the company is for all.
    pub first: Option<FirstDaysView<'a>>,
}

impl<'a> PageView<'a> for NewHereView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let first = FirstDaysView::of_everyone(reader);
        Self {
            audiences: reader.published().newcomers().map(|audience| first_days::newcomers(audience, reader)).collect(),
            emergencies: emergencies(reader),
            words: if first.is_some() { Vec::new() } else { first_days::words(reader) },
            first,
        }
    }

    fn ticks(&self) -> Ticks {
        self.first.as_ref().map(FirstDaysView::ticks).unwrap_or_default()
    }
}
