//! The front door for new people: which of them somebody is.

use serde::Serialize;

use super::view::PageView;
use crate::model::AudienceId;
use crate::pages::parts::journey_entries as journey;
use crate::site::Place;
use crate::site::phrase::{Entry, Fact, Link};
use crate::site::reader::Reader;

/// The front door.
#[derive(Debug, Serialize)]
pub struct NewHereView<'a> {
    /// Those who have a page of their own.
    pub audiences: Vec<Entry<'a>>,
    /// The ways into the company that are for everyone.
    pub journeys: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for NewHereView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let for_everyone = catalog.journeys().filter(|(_, journey)| journey.onboarding && journey.audiences.is_empty());
        Self {
            audiences: catalog.newcomers().map(|audience| audience_entry(audience, reader)).collect(),
            journeys: reader.sorted(for_everyone.map(|(id, _)| journey::entry(id, reader)).collect()),
        }
    }
}

fn audience_entry(id: AudienceId, reader: Reader<'_>) -> Entry<'_> {
    let catalog = reader.catalog();
    let audience = catalog.audience(id);
    let own = catalog.journeys().filter(|(_, journey)| journey.onboarding && journey.audiences.contains(&id));
    Entry {
        link: Link { href: Some(reader.href(Place::Welcome(id))), name: reader.phrase(&audience.name) },
        summary: reader.maybe(&audience.summary),
        facts: own.map(|(id, _)| Fact::link(journey::link(id, reader))).collect(),
        badge: None,
    }
}
