//! All journeys: the ways into the company first, then the situations, by those for whom they are.

use serde::Serialize;

use super::view::PageView;
use crate::pages::parts::journey_entries::{chosen, onboarding};
use crate::publish::AudienceId;
use crate::site::phrase::{Entry, Phrase};
use crate::site::reader::Reader;

/// All journeys.
#[derive(Debug, Serialize)]
pub struct JourneysView<'a> {
    /// The groups.
    pub groups: Vec<GroupView<'a>>,
}

/// Journeys for the same people.
#[derive(Debug, Serialize)]
pub struct GroupView<'a> {
    /// For whom.
    pub title: Phrase<'a>,
    /// The heading's id.
    pub anchor: String,
    /// The journeys, by name.
    pub journeys: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for JourneysView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let words = reader.words();
        let mut groups = vec![
            GroupView {
                title: Phrase::own(words.text("journey.onboarding")),
                anchor: "onboarding".to_owned(),
                journeys: onboarding(reader),
            },
            GroupView {
                title: Phrase::own(words.text("service.everyone")),
                anchor: "everyone".to_owned(),
                journeys: situations(None, reader),
            },
        ];
        for audience in reader.published().audiences().iter() {
            groups.push(GroupView {
                title: reader.phrase(audience.name),
                anchor: format!("for-{}", audience.id.unwrap_or_default()),
                journeys: situations(audience.key, reader),
            });
        }
        groups.retain(|group| !group.journeys.is_empty());
        Self { groups }
    }
}

fn situations(audience: Option<AudienceId>, reader: Reader<'_>) -> Vec<Entry<'_>> {
    chosen(reader, |journey| {
        let theirs = audience.map_or(journey.audience.is_empty(), |audience| journey.is_for(audience));
        theirs && !journey.is_onboarding()
    })
}
