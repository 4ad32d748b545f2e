//! What a company, a department or a team gives to what is in it: hours, holidays and a zone.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::scope::Scope;
use super::{value, zone};
use crate::clock::{Calendar, Country, Hours};
use crate::model::id::CalendarId;
use crate::source::schema::Str;

/// What decides when something is open, besides its own hours.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) hours: Option<Hours>,
    pub(super) zone: Tz,
    pub(super) country: Option<Country>,
    pub(super) closed_days: BTreeSet<NaiveDate>,
    /// Those of them that are written beside the hours, or below: they hold also for hours round the clock.
    pub(super) beside_hours: BTreeSet<NaiveDate>,
}

/// What an entry within a frame says of its own.
pub(super) struct Within<'a> {
    pub(super) hours: Option<&'a Str>,
    pub(super) zone: Option<&'a Str>,
    pub(super) country: Option<&'a Str>,
    pub(super) closed_days: &'a [Str],
}

impl Frame {
    /// The calendar of some hours within this frame. Who is there round the clock is there on the closed
    /// days of others, too.
    pub(super) fn calendar(&self, hours: Hours) -> Calendar {
        if hours == Hours::always() {
            return Calendar::always(self.zone);
        }
        Calendar::new(hours, self.country, self.closed_days.iter().copied(), self.zone)
    }

    /// This frame with what an entry within it says of its own.
    pub(super) fn within(&self, written: &Within<'_>, scope: &mut Scope<'_>) -> Self {
        let Within { hours, zone, country, closed_days } = written;
        let mut frame = self.clone();
        let own = hours.and_then(|hours| scope.hours(hours));
        let says_hours = own.is_some();
        frame.hours = own.or(frame.hours);
        if let Some(zone) = zone.and_then(|zone| zone::zone(zone, country.or(scope.country), scope.diagnostics)) {
            frame.zone = zone;
        }
        if let Some(country) = country.and_then(|country| value::country(country, scope.diagnostics)) {
            frame.country = Some(country);
        }
        value::report_doubles(closed_days, scope.diagnostics);
        let closed = closed_days.iter().filter_map(|day| value::date(day, scope.diagnostics)).map(|day| day.value);
        let closed: BTreeSet<NaiveDate> = closed.collect();
        if says_hours {
            frame.beside_hours.clear();
        }
        frame.beside_hours.extend(&closed);
        frame.closed_days.extend(&closed);
        frame
    }

    /// The number of the calendar of this frame's own hours.
    pub(super) fn own_calendar(&self, scope: &mut Scope<'_>) -> Option<CalendarId> {
        let hours = self.hours.clone()?;
        if hours == Hours::always() {
            let closed = self.beside_hours.iter().copied();
            return Some(scope.calendar(Calendar::new(hours, self.country, closed, self.zone)));
        }
        Some(scope.calendar(self.calendar(hours)))
    }
}
