//! The numbers for emergencies, each once.

use std::collections::BTreeSet;

use serde::Serialize;

use super::channel::ChannelView;
use crate::publish::{Channel, ChannelKind};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// A number for emergencies.
#[derive(Debug, Serialize)]
pub struct EmergencyView<'a> {
    /// The number and what it is called.
    pub channel: ChannelView<'a>,
    /// Who answers.
    pub who: Link<'a>,
}

/// Every emergency number once, under the first entry that names it: departments, teams, services.
pub(crate) fn emergencies(reader: Reader<'_>) -> Vec<EmergencyView<'_>> {
    let published = reader.published();
    let of_departments = published.departments().map(|department| {
        let channels: Vec<Channel<'_>> = department.channels.iter().collect();
        (reader.department(department.key), channels)
    });
    let of_teams = published.teams().map(|team| {
        let own = team.channels.iter().filter(|_| !team.inherits_channels);
        (reader.team(team.key), own.collect())
    });
    let of_services = published.offered().map(|service| {
        let own = service.channels.iter().filter(|_| !service.inherits_channels);
        (reader.service(service.key), own.collect())
    });
    let mut known: BTreeSet<Option<String>> = BTreeSet::new();
    let mut numbers = Vec::new();
    for (who, channels) in of_departments.chain(of_teams).chain(of_services) {
        for channel in channels.iter().filter(|channel| channel.kind == ChannelKind::Emergency) {
            if known.insert(channel.link.as_deref().map(str::to_owned)) {
                numbers.push(EmergencyView { channel: ChannelView::new(channel, None, reader), who: who.clone() });
            }
        }
    }
    numbers
}
