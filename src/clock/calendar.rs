//! When a service, a team or a channel is open: hours, holidays, closed days and a time zone.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use opening_hours::ContextHolidays;

use crate::clock::country::Country;
use crate::clock::hours::Hours;
use crate::clock::local::wall;
use crate::clock::spans::Spans;
use crate::clock::special_day::SpecialDay;
use crate::clock::subdivision::Subdivision;
use crate::clock::timetable::Timetable;

/// Everything that decides when it is open.
///
/// Equal calendars open at the same times, so that services can share what is worked out from one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    hours: Hours,
    country: Option<Country>,
    special_days: Arc<[SpecialDay]>,
    zone: Tz,
    /// It is open while one of these is, too.
    also: Arc<[Self]>,
    /// It is open only while each of these is, too.
    within: Arc<[Self]>,
}

impl Calendar {
    /// From its parts. `country` is whose public holidays `PH` means; nothing opens on a closed day
    /// (a night that began the evening before still runs to its end), and less on a shorter one.
    pub fn new(
        hours: Hours,
        country: Option<Country>,
        special_days: impl IntoIterator<Item = SpecialDay>,
        zone: Tz,
    ) -> Self {
        let mut special_days: Vec<SpecialDay> = special_days.into_iter().collect();
        special_days.sort_unstable();
        special_days.dedup();
        Self { hours, country, special_days: special_days.into(), zone, also: Arc::new([]), within: Arc::new([]) }
    }

    /// Open at every hour of every day in a zone. A day of it is a day of the wall clock, 23 or 25
    /// hours at a change; for `clock: always` see [`crate::clock::Duration::always_after`].
    pub fn always(zone: Tz) -> Self {
        Self::new(Hours::always(), None, [], zone)
    }

    /// Open while this one or one of the others is; days are counted as in this one's zone.
    pub fn or(&self, others: impl IntoIterator<Item = Self>) -> Self {
        Self { also: self.also.iter().cloned().chain(others).collect(), ..self.clone() }
    }

    /// Open only while both this one and another are, as behind the doors of a house; days are counted as in this
    /// one's zone.
    pub fn within(&self, other: Self) -> Self {
        Self { within: self.within.iter().cloned().chain([other]).collect(), ..self.clone() }
    }

    /// What it is open within.
    pub fn bounds(&self) -> &[Self] {
        &self.within
    }

    /// Whether it is open round the clock, on all days.
    pub fn never_closes(&self) -> bool {
        self.hours == Hours::always() && self.special_days.is_empty() && self.within.is_empty()
    }

    /// The weekly rules.
    pub fn hours(&self) -> &Hours {
        &self.hours
    }

    /// Whose public holidays count.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The code of the part of the country whose holidays count, if one is meant.
    pub fn subdivision(&self) -> Option<&str> {
        self.country.as_ref().and_then(Country::subdivision).map(Subdivision::code)
    }

    /// The days on which nothing opens, or less than usual, in order, each once.
    pub fn special_days(&self) -> &[SpecialDay] {
        &self.special_days
    }

    /// The zone in which the hours are meant.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The local date at an instant.
    pub fn date_at(&self, at: DateTime<Utc>) -> NaiveDate {
        wall(self.zone, at.timestamp()).date()
    }

    /// The calendar made ready to be asked what opens on a date; make it once for many dates.
    pub fn timetable(&self) -> Timetable {
        let holidays = self.country.filter(|_| self.names_holidays()).map(Country::holidays).unwrap_or_default();
        let ready = |others: &[Self]| others.iter().map(|other| (other.timetable(), other.zone)).collect();
        Timetable::new(&self.hours, &holidays, Arc::clone(&self.special_days))
            .or(self.zone, ready(&self.also))
            .within(self.zone, ready(&self.within))
    }

    /// The open spans between two instants, and some around them; see [`Spans`].
    pub fn spans(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Spans {
        Spans::new(&self.timetable(), self.zone, from, to)
    }

    /// As if there were neither holidays nor closed days.
    pub(super) fn ordinary_timetable(&self) -> Timetable {
        let ready = |other: &Self| (other.ordinary_timetable(), other.zone);
        Timetable::new(&self.hours, &ContextHolidays::default(), Arc::new([]))
            .within(self.zone, self.within.iter().map(ready).collect())
    }

    /// Whether public holidays matter here, or in what it is open within.
    pub(super) fn names_public_holidays(&self) -> bool {
        self.hours.names_public_holidays() || self.within.iter().any(Self::names_public_holidays)
    }

    fn names_holidays(&self) -> bool {
        self.hours.names_public_holidays() || self.hours.names_school_holidays()
    }
}
