//! The services that new people need first.

use std::collections::HashMap;

use crate::publish::{AudienceId, Journey, Service, ServiceId, Who};
use crate::site::reader::Reader;

/// How many are shown where the journeys name fewer.
const FEWEST: usize = 10;

/// A service that new people need, with the ids of the ways into the company on which they do.
pub(super) struct Needed<'a> {
    pub(super) service: Service<'a>,
    pub(super) ways: Vec<&'a str>,
}

pub(super) fn is_just(who: Who<'_>, audience: Option<AudienceId>) -> bool {
    matches!(who, Who::Audience(of) if Some(of.key) == audience)
}

/// Whether somebody is an audience, or all.
pub(super) fn is_theirs(who: Who<'_>, audience: Option<AudienceId>) -> bool {
    matches!(who, Who::Everyone) || is_just(who, audience)
}

/// The services that new people need first, of those that serve the audience or everyone: those of their
/// journeys, in the order of how many of the journeys name them and how early; then, where these are few, in the order
/// of how often they were asked for and how many depend on them. What a journey's step needs from a service for
/// others, such as managers, is theirs to ask for.
pub(super) fn services<'a>(
    audience: Option<AudienceId>,
    journeys: &[Journey<'a>],
    reader: Reader<'a>,
) -> Vec<Needed<'a>> {
    let published = reader.published();
    let mut named: HashMap<ServiceId, (Vec<&'a str>, usize)> = HashMap::new();
    for journey in journeys {
        for (place, step) in journey.steps.get().iter().enumerate() {
            let Some(service) = step.service else { continue };
            let (ways, earliest) = named.entry(service.key).or_insert((Vec::new(), place));
            if !ways.contains(&journey.id) {
                ways.push(journey.id);
                *earliest = place.min(*earliest);
            }
        }
    }
    let unsaid = |service: &Service<'a>| service.serves.is_empty() && named.contains_key(&service.key);
    let serves = |service: &Service<'a>| service.serves.iter().any(|who| is_theirs(who, audience));
    let theirs = published.offered().filter(|service| unsaid(service) || serves(service));
    let mut services: Vec<ServiceId> = theirs.map(|service| service.key).collect();
    services.sort_by_cached_key(|id| {
        let (times, place) = named.get(id).map_or((0, usize::MAX), |(ways, place)| (ways.len(), *place));
        let dependants = published.dependants(*id).count();
        (usize::MAX - times, place, u64::MAX - published.requests(*id), usize::MAX - dependants)
    });
    let of_journeys = services.iter().filter(|id| named.contains_key(id)).count();
    services.truncate(of_journeys.max(FEWEST));
    let all = || journeys.iter().map(|journey| journey.id).collect();
    let needed = services.into_iter().map(|id| Needed {
        service: published.service(id),
        ways: named.remove(&id).map_or_else(all, |(ways, _)| ways),
    });
    needed.collect()
}
