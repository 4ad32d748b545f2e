//! What a step of a journey is on every page that shows it: the name of its tick, the way to whoever helps.

use super::channel::ChannelView;
use crate::publish::{JourneyStep, Service, Who};
use crate::site::phrase::Fact;
use crate::site::reader::Reader;

/// The name under which a tick is remembered: the author's, or the number after a sign that none has.
pub(crate) fn key(step: &JourneyStep<'_>, place: usize) -> String {
    step.id.map_or_else(|| format!("#{}", place + 1), str::to_owned)
}

/// The best way to reach whoever helps with a step: the service, else the team or person with whom it
/// is done.
pub(crate) fn reach<'a>(step: &JourneyStep<'a>, service: Option<&Service<'a>>, reader: Reader<'a>) -> Option<Fact<'a>> {
    let published = reader.published();
    let own = |person| ChannelView::of_person(&published.person(person), reader).into_iter().next();
    let channel = match (service, step.with) {
        (Some(service), _) => service.channels.first(),
        (None, Some(Who::Team(team))) => published.team(team.key).channels.first(),
        (None, Some(Who::Department(department))) => published.department(department.key).channels.first(),
        (None, Some(Who::Person(person))) => match own(person.key) {
            Some(own) => return Some(own.fact()),
            None => published.through_team(person.key)?.0.first(),
        },
        _ => None,
    };
    Some(ChannelView::new(&channel?, None, reader).fact())
}
