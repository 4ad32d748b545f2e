//! What a company, a place, a department or a team gives to what is in it: hours, holidays and a zone.

use std::collections::BTreeSet;

use chrono_tz::Tz;

use super::scope::Scope;
use super::special_day::{self, Days};
use super::{region, value, zone};
use crate::clock::{Calendar, Country, Hours, SpecialDay};
use crate::model::company::Company;
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

/// What an entry writes of its own.
#[derive(Clone, Copy)]
pub(super) struct Within<'a> {
    pub(super) hours: Option<&'a Str>,
    pub(super) zone: Option<&'a Str>,
    pub(super) country: Option<&'a Str>,
    pub(super) subdivision: Option<&'a Str>,
    pub(super) days: Days<'a>,
}

/// What that means: its hours, and the rest.
pub(super) struct Own {
    pub(super) hours: Option<Hours>,
    pub(super) said: Said,
}

/// What an entry says besides hours.
pub(super) struct Said {
    zone: Option<Tz>,
    country: Option<Country>,
    special_days: BTreeSet<SpecialDay>,
}

/// What a place gives to those who are there.
pub(super) struct Ground {
    pub(super) said: Said,
    /// When its doors are open.
    pub(super) doors: Option<CalendarId>,
}

/// What the places give to those who are there, by number.
pub(super) type Grounds<'a> = &'a [Ground];

impl Within<'_> {
    /// Reads it, in the country that stands around the entry.
    pub(super) fn read(self, around: Option<Country>, scope: &mut Scope<'_>) -> Own {
        let Self { hours: written, zone, country, subdivision, days } = self;
        let hours = written.and_then(|written| scope.hours(written));
        // Shared hours may be meant for those on duty, too.
        let own = written.filter(|written| scope.hours_place(Some(written)) == Some(written.span));
        let doubt = own.and_then(|own| Some((hours.as_ref()?.nightly(&own.value)?, own.span)));
        if let Some((doubt, span)) = doubt {
            scope.report(value::doubtful_hours(&doubt, span));
        }
        Own {
            hours,
            said: Said {
                zone: zone.and_then(|zone| zone::zone(zone, country.or(scope.country), scope.diagnostics)),
                country: region::resolve(country, subdivision, around, scope.diagnostics),
                special_days: special_day::resolve(days, scope),
            },
        }
    }
}

impl Frame {
    /// What the company gives to all that is in it.
    pub(super) fn of_company(company: &Company) -> Self {
        Self {
            hours: None,
            zone: company.zone,
            country: company.country,
            special_days: company.special_days.iter().cloned().collect(),
            beside_hours: BTreeSet::new(),
        }
    }

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

    /// This frame with what is said within it, closed days on top.
    pub(super) fn with(&self, said: &Said) -> Self {
        let mut frame = self.clone();
        frame.zone = said.zone.unwrap_or(frame.zone);
        frame.country = said.country.or(frame.country);
        frame.special_days.extend(said.special_days.iter().cloned());
        frame.beside_hours.extend(said.special_days.iter().cloned());
        frame
    }

    /// This frame with what an entry within it says of its own.
    pub(super) fn within(&self, own: &Own) -> Self {
        let mut frame = self.clone();
        if own.hours.is_some() {
            frame.hours.clone_from(&own.hours);
            frame.beside_hours.clear();
        }
        frame.with(&own.said)
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
