//! Desks: where they stand, and when one can walk in. Doors bound them: a desk is open only while the doors of its
//! place are, too.

use std::collections::HashMap;

use super::frame::Grounds;
use super::place;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::model::catalog::Desks;
use crate::model::channel::{Channel, ChannelTarget, Desk};
use crate::model::department::Department;
use crate::model::id::{CalendarId, PlaceId, ServiceId, TeamId};
use crate::model::service::Service;
use crate::model::team::Team;
use crate::source::schema::{ChannelDoc, TextDoc};

/// A desk: its own words, its place, where in the place. The id of a place alone is that place.
pub(super) fn resolve(doc: &mut ChannelDoc, scope: &mut Scope<'_>) -> Option<Desk> {
    let named = doc.place.is_some();
    let place = place::reference(doc.place.as_deref(), scope);
    let at = doc.at.take().and_then(|at| scope.text(*at));
    let own = doc.desk.take().map(|text| *text);
    let (text, place) = match own.as_ref().and_then(|text| as_place(text, scope)) {
        Some(meant) if !named || place == Some(meant) => (None, Some(meant)),
        _ => (own.and_then(|text| scope.text(text)), place),
    };
    let desk = Desk { text, place, at, has_hours: false };
    (desk.text.is_some() || desk.place.is_some() || desk.at.is_some()).then_some(desk)
}

fn as_place(text: &TextDoc, scope: &Scope<'_>) -> Option<PlaceId> {
    match text {
        TextDoc::One(text) if scope.names.places.has(&text.value) => scope.names.places.get(&text.value),
        _ => None,
    }
}

/// When a desk is open at whose hours somebody is there: while the doors of its place are, too. None where the
/// place says nothing of its doors.
pub(super) fn calendar(
    desk: &Desk,
    hours: Option<CalendarId>,
    grounds: Grounds<'_>,
    scope: &mut Scope<'_>,
) -> Option<CalendarId> {
    let doors = grounds[desk.place?.index()].doors?;
    Some(match hours {
        None => doors,
        Some(hours) if hours == doors || scope.calendars.get(doors).never_closes() => hours,
        Some(hours) => {
            let bounded = scope.calendars.get(hours).within(scope.calendars.get(doors).clone());
            scope.calendar(bounded)
        }
    })
}

/// The channels of departments and teams, for those who have them at other hours: a desk without hours of its own is
/// open at theirs.
pub(super) fn inherited(
    (services, teams, departments): (&[Service], &[Team], &[Department]),
    grounds: Grounds<'_>,
    scope: &mut Scope<'_>,
) -> Desks {
    let mut desks = Desks::default();
    for (index, team) in teams.iter().enumerate().filter(|(_, team)| team.channels.is_empty()) {
        let department = &departments[team.department.index()];
        if team.calendar != department.calendar
            && let Some(channels) = at_hours(&department.channels, team.calendar, grounds, scope)
        {
            desks.of_team.insert(TeamId::from(index), channels);
        }
    }
    for (index, service) in services.iter().enumerate().filter(|(_, service)| service.channels.is_empty()) {
        let team = &teams[service.team.index()];
        let department = &departments[team.department.index()];
        let (channels, hours) = match team.channels.is_empty() {
            true => (&department.channels, department.calendar),
            false => (&team.channels, team.calendar),
        };
        if service.calendar != hours
            && let Some(channels) = at_hours(channels, service.calendar, grounds, scope)
        {
            desks.of_service.insert(ServiceId::from(index), channels);
        }
    }
    desks
}

fn at_hours(
    channels: &[Channel],
    hours: Option<CalendarId>,
    grounds: Grounds<'_>,
    scope: &mut Scope<'_>,
) -> Option<Box<[Channel]>> {
    let mut bounded: HashMap<usize, CalendarId> = HashMap::new();
    for (index, channel) in channels.iter().enumerate() {
        if let ChannelTarget::Desk(desk) = &channel.target
            && !desk.has_hours
            && let Some(calendar) = calendar(desk, hours, grounds, scope)
        {
            bounded.insert(index, calendar);
        }
    }
    let at = |(index, channel): (usize, &Channel)| {
        let calendar = bounded.get(&index).copied().or(channel.calendar);
        Channel { calendar, ..channel.clone() }
    };
    (!bounded.is_empty()).then(|| channels.iter().enumerate().map(at).collect())
}

/// `place` and `at` belong to a desk.
pub(super) fn check_other(doc: &ChannelDoc, scope: &mut Scope<'_>) {
    let at = doc.at.as_ref().and_then(|at| at.span());
    let place = doc.place.as_ref().map(|place| place.span);
    if let Some(span) = place.or(at) {
        scope.report(
            Diagnostic::error("misplaced-key", span, "`place` and `at` belong to a desk")
                .why("nobody can walk into any other channel")
                .help("make a channel of its own of them, `{desk: ..., place: ..., at: ...}`, or delete them"),
        );
    }
}
