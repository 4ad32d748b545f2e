//! The front door for new people: which of them somebody is, and the first days of everyone.

use serde::Serialize;

use super::view::PageView;
use crate::pages::parts::first_days::FirstDaysView;
use crate::pages::parts::journey_entries;
use crate::publish::AudienceId;
use crate::site::Place;
use crate::site::clock::Ticks;
use crate::site::phrase::{Entry, Fact, Link};
use crate::site::reader::Reader;

/// The front door.
#[derive(Debug, Serialize)]
pub struct NewHereView<'a> {
    /// Those who have a page of their own.
    pub audiences: Vec<Entry<'a>>,
    /// The first days of everyone, where a way into the company is for all.
    pub first: Option<FirstDaysView<'a>>,
}

impl<'a> PageView<'a> for NewHereView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let published = reader.published();
        Self {
            audiences: published.newcomers().map(|audience| audience_entry(audience, reader)).collect(),
            first: FirstDaysView::of_everyone(reader),
        }
    }

    fn ticks(&self) -> Ticks {
        self.first.as_ref().map(FirstDaysView::ticks).unwrap_or_default()
    }
}

fn audience_entry(id: AudienceId, reader: Reader<'_>) -> Entry<'_> {
    let published = reader.published();
    let audience = published.audience(id);
    let own = published.journeys().filter(|journey| journey.is_onboarding() && journey.is_for(id));
    Entry {
        link: Link { href: Some(reader.href(Place::Welcome(id))), name: reader.phrase(audience.name) },
        summary: reader.maybe(audience.summary),
        facts: own.map(|journey| Fact::link(journey_entries::link(&journey, reader))).collect(),
        badge: None,
    }
}
