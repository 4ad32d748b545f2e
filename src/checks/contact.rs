//! How to reach whom, and when.

use crate::checks::check::{Check, Subject, check};
use crate::diagnostic::wording::{count, listed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Channel, ChannelTarget, Service, Standard, Team, TeamId};

check! {
    /// Ensures that every service on offer can be reached: by channels of its own, of its team or of
    /// its department. A service that nobody can reach might as well not exist.
    UNREACHABLE_SERVICE: Warning "unreachable-service" => unreachable_service, waits
}

fn unreachable_service(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, _, lone) in without_channels(subject) {
        if let [service] = lone.as_slice() {
            found.push(
                UNREACHABLE_SERVICE
                    .at(service.span, format!("nobody can reach the service `{}`", service.slug))
                    .why("neither it nor its team nor its department has a channel")
                    .help("add `channels: [{email: ...}]` here, or to the team for all its services"),
            );
        }
    }
}

check! {
    /// Ensures that every team can be reached: by channels of its own or of its department. Where
    /// several services lean on its channels, they are named in one finding.
    UNREACHABLE_TEAM: Warning "unreachable-team" => unreachable_team, waits
}

fn unreachable_team(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (team, services, lone) in without_channels(subject) {
        let diagnostic = match lone.len() {
            // Told where the service stands.
            1 => continue,
            // The channels of its department's other teams and services may do.
            0 if team.acting => continue,
            0 if services > 0 => UNREACHABLE_TEAM
                .at(team.span, format!("nobody can reach {} itself", naming(team)))
                .why("its services have channels, but who wants to ask the team something finds none"),
            0 => UNREACHABLE_TEAM
                .at(team.span, format!("nobody can reach {}", naming(team)))
                .why("neither it nor its department has a channel"),
            _ => grouped(&UNREACHABLE_TEAM, team, &lone, "nobody can reach")
                .why("neither they nor their team nor its department has a channel"),
        };
        found.push(diagnostic.help("add `channels: [{email: ...}]`"));
    }
}

/// The teams without channels: how many services each has on offer, and those that have no channels
/// of their own either.
fn without_channels<'a>(subject: &Subject<'a>) -> Vec<(&'a Team, usize, Vec<&'a Service>)> {
    let catalog = subject.catalog;
    let silent = catalog.teams().filter(|(id, _)| catalog.channels_of_team(*id).is_empty());
    silent
        .map(|(id, team)| {
            let offered = offered(subject, id);
            let count = offered.len();
            (team, count, offered.into_iter().filter(|service| service.channels.is_empty()).collect())
        })
        .collect()
}

check! {
    /// Ensures that every service on offer has hours: its own, its team's or its department's, or at least
    /// those of one of its channels when it promises no time. Without them nobody can tell when an answer comes;
    /// a promise that runs round the clock needs none, nor does a form or a system that readers use by themselves.
    MISSING_HOURS: Warning "missing-hours" => missing_hours, waits
}

fn missing_hours(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (id, team) in subject.catalog.teams().filter(|(_, team)| team.calendar.is_none()) {
        let timeless = |channels: &[Channel]| channels.iter().all(|channel| channel.calendar.is_none());
        let of_team = timeless(subject.catalog.channels_of_team(id));
        let unknown = |service: &&Service| {
            let channels = if service.channels.is_empty() { of_team } else { timeless(&service.channels) };
            // Only the hours of the service count for a promise, and none for one that runs round the clock.
            let promised = |standard: &&Standard| standard.first_response.is_some() || standard.resolution.is_some();
            let mut promises = service.standards.iter().filter(promised).peekable();
            let unknown = match promises.peek() {
                Some(_) => promises.any(|standard| !standard.always),
                None => channels && !is_self_service(subject, id, service),
            };
            service.calendar.is_none() && unknown
        };
        let closed: Vec<&Service> = offered(subject, id).into_iter().filter(unknown).collect();
        let diagnostic = match closed.as_slice() {
            [] => continue,
            [service] => {
                MISSING_HOURS.at(service.span, format!("nobody knows when the service `{}` is open", service.slug))
            }
            several => grouped(&MISSING_HOURS, team, several, "nobody knows the hours of"),
        };
        found.push(
            diagnostic
                .why("without hours the site cannot say when an answer comes")
                .help("add `hours: \"Mo-Fr 08:00-16:00; PH off\"` here, or to the department for all its teams"),
        );
    }
}

/// Whether a service is reached only where readers do it themselves, at any hour.
fn is_self_service(subject: &Subject<'_>, team: TeamId, service: &Service) -> bool {
    let of_team = subject.catalog.channels_of_team(team);
    let channels = if service.channels.is_empty() { of_team } else { &service.channels };
    let by_oneself = |channel: &Channel| matches!(channel.target, ChannelTarget::Form(_) | ChannelTarget::Web(_));
    !channels.is_empty() && channels.iter().all(by_oneself)
}

/// One finding for all services of a team that lack the same thing.
fn grouped(check: &Check, team: &Team, services: &[&Service], complaint: &str) -> Diagnostic {
    let names = listed(services.iter().map(|service| &*service.slug));
    check.at(team.span, format!("{complaint} {} of {}: {names}", count(services.len(), "service"), naming(team)))
}

fn offered<'a>(subject: &Subject<'a>, team: TeamId) -> Vec<&'a Service> {
    let services = subject.catalog.services_of(team).iter().map(|id| subject.catalog.service(*id));
    let mut offered: Vec<&Service> = services.filter(|service| service.is_offered()).collect();
    offered.sort_by_key(|service| service.span);
    offered
}

/// A team that acts for its department is not known by that name to its author.
fn naming(team: &Team) -> String {
    format!("the {} `{}`", if team.acting { "department" } else { "team" }, team.slug)
}
