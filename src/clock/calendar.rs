//! When a service, a team or a channel is open: hours, holidays, closed days and a time zone.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use opening_hours::ContextHolidays;

use crate::clock::country::Country;
use crate::clock::hours::Hours;
use crate::clock::local::wall;
use crate::clock::spans::Spans;
use crate::clock::timetable::Timetable;

/// Everything that decides when it is open.
///
/// Equal calendars open at the same times, so that services can share what is worked out from one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    hours: Hours,
    country: Option<Country>,
    closed_days: Arc<[NaiveDate]>,
    zone: Tz,
    /// It is open while one of these is, too.
    also: Arc<[Self]>,
}

impl Calendar {
    /// From its parts. `country` is whose public holidays `PH` means; nothing opens on a closed day
    /// (a night that began the evening before still runs to its end).
    pub fn new(
        hours: Hours,
        country: Option<Country>,
        closed_days: impl IntoIterator<Item = NaiveDate>,
        zone: Tz,
    ) -> Self {
        let mut closed_days: Vec<NaiveDate> = closed_days.into_iter().collect();
        closed_days.sort_unstable();
        closed_days.dedup();
        Self { hours, country, closed_days: closed_days.into(), zone, also: Arc::new([]) }
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

    /// The weekly rules.
    pub fn hours(&self) -> &Hours {
        &self.hours
    }

    /// Whose public holidays count.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The days on which nothing opens, in order, each once.
    pub fn closed_days(&self) -> &[NaiveDate] {
        &self.closed_days
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
        let also = self.also.iter().map(|other| (other.timetable(), other.zone)).collect();
        Timetable::new(&self.hours, &holidays, Arc::clone(&self.closed_days)).or(self.zone, also)
    }

    /// The open spans between two instants, and some around them; see [`Spans`].
    pub fn spans(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Spans {
        Spans::new(&self.timetable(), self.zone, from, to)
    }

    /// As if there were neither holidays nor closed days.
    pub(super) fn ordinary_timetable(&self) -> Timetable {
        Timetable::new(&self.hours, &ContextHolidays::default(), Arc::new([]))
    }

    fn names_holidays(&self) -> bool {
        self.hours.names_public_holidays() || self.hours.names_school_holidays()
    }
}
