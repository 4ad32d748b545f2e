//! The numbers for emergencies, each once.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::channel::ChannelView;
use super::reach::ReachView;
use crate::publish::{CalendarId, Channel, ChannelKind, Journey, Who};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// A number for emergencies.
#[derive(Debug, Serialize)]
pub struct EmergencyView<'a> {
    /// The number and what it is called.
    pub channel: ChannelView<'a>,
    /// Who answers.
    pub who: Link<'a>,
    /// When it is answered.
    pub hours: Cow<'a, str>,
    /// The number of its calendar, where that is not day and night.
    pub calendar: Option<usize>,
}

/// A number of so many digits is the country's: 112, 999, 911.
const PUBLIC: usize = 3;

/// Every emergency number once, under the first entry that names it: departments, teams, services. The country's own
/// comes first.
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
    let mut known = BTreeSet::new();
    let mut numbers = Vec::new();
    for (who, channels) in of_departments.chain(of_teams).chain(of_services) {
        for channel in channels.iter().filter(|channel| is_emergency(channel)) {
            if known.insert(channel.link.clone()) {
                let own = channel.hours.map(|own| own.calendar);
                let hours = own.map(|own| reader.edition.hours(reader.locale(), own));
                let always = || reader.words().text("hours.open_always");
                numbers.push(EmergencyView {
                    channel: ChannelView::new(channel, None, reader),
                    hours: hours.map_or_else(always, |hours| hours.line.as_str().into()),
                    calendar: own.filter(|_| hours.is_some_and(|hours| !hours.is_always)).map(CalendarId::index),
                    who: who.clone(),
                });
            }
        }
    }
    numbers.sort_by_key(|one: &EmergencyView<'_>| one.channel.number.as_ref().is_none_or(|text| text.len() > PUBLIC));
    numbers
}

/// The numbers of a situation that begins with an emergency: those of its first step's service, or of the team with
/// which it is done and the team's department, where the best way to reach them is one.
pub(crate) fn at_the_beginning<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> Option<ReachView<'a>> {
    let published = reader.published();
    let steps = journey.steps.get();
    let first = steps.first().filter(|_| !journey.is_onboarding())?;
    let (best, all): (_, Vec<Channel<'a>>) = match (first.service, first.with) {
        (Some(service), _) => {
            let service = published.service(service.key);
            (service.channels.first(), service.channels.iter().collect())
        }
        (None, Some(Who::Team(team))) => {
            let team = published.team(team.key);
            let of_department = published.department(team.department.key).channels;
            (team.channels.first(), of_department.iter().chain(team.channels.iter()).collect())
        }
        _ => return None,
    };
    best.filter(is_emergency)?;
    let mut known = BTreeSet::new();
    let once = |channel: &Channel<'a>| is_emergency(channel) && known.insert(channel.link.clone());
    let numbers = all.into_iter().filter(once);
    ReachView::new(numbers.map(|channel| ChannelView::new(&channel, None, reader)).collect())
}

/// Whether a channel is for emergencies.
pub(crate) fn is_emergency(channel: &Channel<'_>) -> bool {
    channel.kind == ChannelKind::Emergency
}
