//! Hours at which somebody is really there.

use chrono::Days;

use crate::checks::check::{Subject, check};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::{CalendarId, Catalog};

/// How far is looked ahead. Days; a year, so that hours of one season are found.
const AHEAD: u64 = 366;

check! {
    /// Ensures that everything with hours opens at least once within the coming year. Hours that
    /// have ended, or never begin, leave readers waiting for an answer that never comes.
    NEVER_OPEN: Warning "never-open" => never_open
}

fn never_open(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut told = vec![false; catalog.calendars().len()];
    for (id, calendar) in catalog.calendars() {
        let timetable = calendar.timetable();
        let first = calendar.date_at(subject.now);
        let mut dates = (0..AHEAD).filter_map(|days| first.checked_add_days(Days::new(days)));
        // What has opened needs no finding.
        told[id.index()] = dates.any(|date| timetable.opens_on(date));
    }
    each(catalog, &mut |calendar, span, what, slug| {
        let Some(told) = told.get_mut(calendar.index()) else { return };
        if !std::mem::replace(told, true) {
            found.push(
                NEVER_OPEN
                    .at(span, format!("{what} `{slug}` does not open once within a year"))
                    .why("readers would wait for an answer that never comes")
                    .help("correct its `hours`, or those of its team, department or place, and look at `closed_days`"),
            );
        }
    });
}

/// Tells all that has hours and is on offer: its calendar, its place, and what it is called.
pub(super) fn each(catalog: &Catalog, tell: &mut impl FnMut(CalendarId, Span, &str, &str)) {
    let mut tell = |calendar: Option<CalendarId>, span: Span, what: &str, slug: &str| {
        calendar.into_iter().for_each(|calendar| tell(calendar, span, what, slug));
    };
    for (_, place) in catalog.places() {
        tell(place.doors, place.hours_at.unwrap_or(place.span), "the place", &place.slug);
    }
    for (_, department) in catalog.departments() {
        tell(department.calendar, department.hours_at.unwrap_or(department.span), "the department", &department.slug);
        department.channels.iter().for_each(|c| tell(c.calendar, c.span, "this channel of", &department.slug));
    }
    for (_, team) in catalog.teams() {
        tell(team.calendar, team.hours_at.unwrap_or(team.span), "the team", &team.slug);
        team.channels.iter().for_each(|c| tell(c.calendar, c.span, "this channel of", &team.slug));
    }
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        tell(service.calendar, service.hours_at.unwrap_or(service.span), "the service", &service.slug);
        service.channels.iter().for_each(|c| tell(c.calendar, c.span, "this channel of", &service.slug));
    }
}
