//! The services that new people need first.

use std::collections::HashMap;

use crate::publish::{AudienceId, Journey, Service, ServiceId, Who};
use crate::site::reader::Reader;

/// How many are shown.
const MOST: usize = 10;

/// Whether somebody is an audience, or all.
pub(super) fn is_theirs(who: Who<'_>, audience: Option<AudienceId>) -> bool {
    matches!(who, Who::Everyone) || is_just(who, audience)
}

pub(super) fn is_just(who: Who<'_>, audience: Option<AudienceId>) -> bool {
    matches!(who, Who::Audience(of) if Some(of.key) == audience)
}

/// Whether a service is there for an audience.
pub(super) fn serves(service: &Service<'_>, audience: Option<AudienceId>) -> bool {
    service.serves.iter().any(|who| is_theirs(who, audience))
}

/// The services that new people need first, of those that serve the audience or everyone: those of their
/// journeys, in the order of how many of the journeys name them and how early; then in the order of how
/// often they were asked for and how many depend on them. What a journey's step needs from a service for
/// others, such as managers, is theirs to ask for.
pub(super) fn services<'a>(
    audience: Option<AudienceId>,
    journeys: &[Journey<'a>],
    reader: Reader<'a>,
) -> Vec<Service<'a>> {
    let published = reader.published();
    let mut named: HashMap<ServiceId, (usize, usize)> = HashMap::new();
    for journey in journeys {
        let mut seen: Vec<ServiceId> = Vec::new();
        for (place, step) in journey.steps.get().iter().enumerate() {
            let service = step.service.map(|service| service.key).filter(|service| !seen.contains(service));
            let Some(service) = service else { continue };
            seen.push(service);
            let (times, earliest) = named.entry(service).or_insert((0, place));
            *times += 1;
            *earliest = place.min(*earliest);
        }
    }
    let unsaid = |service: &Service<'a>| service.serves.is_empty() && named.contains_key(&service.key);
    let theirs = published.offered().filter(|service| unsaid(service) || serves(service, audience));
    let mut services: Vec<ServiceId> = theirs.map(|service| service.key).collect();
    services.sort_by_cached_key(|id| {
        let (times, place) = named.get(id).copied().unwrap_or((0, usize::MAX));
        let dependants = published.dependants(*id).count();
        (usize::MAX - times, place, u64::MAX - published.requests(*id), usize::MAX - dependants)
    });
    services.truncate(MOST);
    services.into_iter().map(|id| published.service(id)).collect()
}
