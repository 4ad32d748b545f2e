//! All journeys: the ways into the company first, then the situations, by those for whom they are.

use serde::Serialize;

use super::view::PageView;
use crate::model::AudienceId;
use crate::pages::parts::journey_entries::{chosen, onboarding};
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
        let catalog = reader.catalog();
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
        for (place, audience) in catalog.company.audiences.iter().enumerate() {
            groups.push(GroupView {
                title: reader.phrase(&audience.name),
                anchor: format!("for-{}", audience.slug),
                journeys: situations(Some(AudienceId::from(place)), reader),
            });
        }
        groups.retain(|group| !group.journeys.is_empty());
        Self { groups }
    }
}

fn situations(audience: Option<AudienceId>, reader: Reader<'_>) -> Vec<Entry<'_>> {
    chosen(reader, |id| {
        let journey = reader.catalog().journey(id);
        let theirs = audience.map_or(journey.audiences.is_empty(), |audience| journey.audiences.contains(&audience));
        theirs && !journey.onboarding
    })
}
