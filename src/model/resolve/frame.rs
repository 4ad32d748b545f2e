//! What a company, a department or a team gives to what is in it: hours, holidays and a zone.

use std::collections::BTreeSet;

use chrono_tz::Tz;

use super::scope::Scope;
use super::special_day::{self, Days};
use super::{value, zone};
use crate::clock::{Calendar, Country, Hours, SpecialDay};
use crate::model::id::CalendarId;
use crate::source::schema::Str;

/// What decides when something is open, besides its own hours.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) hours: Option<Hours>,
    pub(super) zone: Tz,
    pub(super) country: Option<Country>,
    pub(super) special_days: BTreeSet<SpecialDay>,
    /// Those of them that are written beside the hours, or below: they hold also for hours round the clock.
    pub(super) beside_hours: BTreeSet<SpecialDay>,
}

/// What an entry within a frame says of its own.
pub(super) struct Within<'a> {
    pub(super) hours: Option<&'a Str>,
    pub(super) zone: Option<&'a Str>,
    pub(super) country: Option<&'a Str>,
    pub(super) days: Days<'a>,
}

impl Frame {
    /// The calendar of some hours within this frame. Who is there round the clock is there on the closed
    /// days of others, too.
    pub(super) fn calendar(&self, hours: Hours) -> Calendar {
        if hours == Hours::always() {
            return Calendar::always(self.zone);
        }
        Calendar::new(hours, self.country, self.special_days.iter().cloned(), self.zone)
    }

    /// The calendar of a turn of duty: a team that never closes has turns on the closed days of others, too.
    pub(super) fn turn(&self, hours: Hours) -> Calendar {
        if self.hours.as_ref() == Some(&Hours::always()) {
            return Calendar::new(hours, self.country, self.beside_hours.iter().cloned(), self.zone);
        }
        self.calendar(hours)
    }

    /// This frame with what an entry within it says of its own.
    pub(super) fn within(&self, written: &Within<'_>, scope: &mut Scope<'_>) -> Self {
        let Within { hours, zone, country, days } = written;
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
        let own = special_day::resolve(*days, scope);
        if says_hours {
            frame.beside_hours.clear();
        }
        frame.beside_hours.extend(own.iter().cloned());
        frame.special_days.extend(own);
        frame
    }

    /// The number of the calendar of this frame's own hours.
    pub(super) fn own_calendar(&self, scope: &mut Scope<'_>) -> Option<CalendarId> {
        let hours = self.hours.clone()?;
        if hours == Hours::always() {
            let days = self.beside_hours.iter().cloned();
            return Some(scope.calendar(Calendar::new(hours, self.country, days, self.zone)));
        }
        Some(scope.calendar(self.calendar(hours)))
    }
}
