//! The first days of an audience's new people.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::first_days::FirstDaysView;
use crate::publish::AudienceId;
use crate::site::clock::Ticks;
use crate::site::phrase::Phrase;
use crate::site::reader::Reader;
use crate::site::{Place, menu};

/// What new people need.
#[derive(Debug, Serialize)]
pub struct WelcomeView<'a> {
    /// Who they are.
    pub title: Phrase<'a>,
    /// Their first days.
    pub first: FirstDaysView<'a>,
}

impl<'a> PageView<'a> for WelcomeView<'a> {
    type Of = AudienceId;

    fn new(audience: AudienceId, reader: Reader<'a>) -> Self {
        Self {
            title: reader.phrase(reader.published().audience(audience).name),
            first: FirstDaysView::of_audience(audience, reader),
        }
    }

    fn head(audience: AudienceId, reader: Reader<'a>) -> Head<'a> {
        Head {
            title: reader.phrase(reader.published().audience(audience).name),
            lead: Some(menu::lead(Place::NewHere, reader)),
            back: vec![menu::link(Place::NewHere, reader)],
        }
    }

    fn ticks(&self) -> Ticks {
        self.first.ticks()
    }
}
