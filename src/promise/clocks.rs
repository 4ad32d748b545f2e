//! The open spans of every calendar of a catalog, made once and shared by all that is asked of
//! promises.

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::{Calendar, Spans, Turnaround};
use crate::model::{CalendarId, Catalog, Service, Standard};

/// How far beyond the horizon an answer is looked for before it counts as never: long enough for a
/// service that opens in one season only.
const FAR: TimeDelta = TimeDelta::days(3 * 366);

/// By which clock a time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clock {
    /// While a calendar is open.
    Hours(CalendarId),
    /// Round the clock: a day is 24 hours.
    Always,
}

impl Clock {
    /// The clock of a service's standard; `None` when it should run by the service's hours and the
    /// service has none, so that no time can be worked out.
    pub fn of(service: &Service, standard: &Standard) -> Option<Self> {
        if standard.always { Some(Self::Always) } else { service.calendar.map(Self::Hours) }
    }
}

/// The calendars' open spans over a horizon. Each is worked out when it is first needed.
#[derive(Debug)]
pub struct Clocks<'a> {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    /// The same in seconds since the epoch.
    end: i64,
    calendars: Vec<Entry<'a>>,
}

#[derive(Debug)]
struct Entry<'a> {
    calendar: &'a Calendar,
    near: OnceLock<Spans>,
    far: OnceLock<Spans>,
}

impl<'a> Clocks<'a> {
    /// The clocks of a catalog for what is asked between two instants.
    pub fn new(catalog: &'a Catalog, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let entry = |calendar| Entry { calendar, near: OnceLock::new(), far: OnceLock::new() };
        let calendars = catalog.calendars().map(|(_, calendar)| entry(calendar)).collect();
        Self { from, to, end: to.timestamp(), calendars }
    }

    /// The clocks for what is asked within a year of `now`, with room for the answers.
    pub fn coming_year(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        Self::new(catalog, now, now.checked_add_signed(TimeDelta::days(440)).unwrap_or(now))
    }

    /// The open spans of a calendar over the horizon.
    pub fn spans(&self, calendar: CalendarId) -> &Spans {
        let entry = self.entry(calendar);
        entry.near.get_or_init(|| entry.calendar.spans(self.from, self.to))
    }

    /// The calendar itself.
    pub fn calendar(&self, calendar: CalendarId) -> &'a Calendar {
        self.entry(calendar).calendar
    }

    /// When the clock starts for somebody who asks; `None` before the horizon, or when it never opens.
    pub fn starts(&self, clock: Clock, asked: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match clock {
            Clock::Always => Some(asked),
            Clock::Hours(calendar) => {
                (self.spans(calendar).clock_starts(asked)).or_else(|| self.far(calendar, asked)?.clock_starts(asked))
            }
        }
    }

    /// The same in seconds since the epoch.
    pub(super) fn starts_at(&self, clock: Clock, asked: i64) -> Option<i64> {
        self.starts(clock, DateTime::from_timestamp(asked, 0)?).map(|starts| starts.timestamp())
    }

    /// When what is asked for is due; `None` before the horizon, or when it never is. A clock that always runs has no
    /// opening days, so that nothing is due at a time of day.
    pub fn add(&self, clock: Clock, asked: DateTime<Utc>, time: Turnaround) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(self.add_seconds(clock, asked.timestamp(), time)?, 0)
    }

    /// The same in seconds since the epoch, for those who ask a million times.
    pub fn add_seconds(&self, clock: Clock, asked: i64, time: Turnaround) -> Option<i64> {
        match clock {
            Clock::Always => {
                time.duration().map(|time| asked + (i64::from(time.days()) * 1_440 + i64::from(time.minutes())) * 60)
            }
            Clock::Hours(calendar) => self
                .spans(calendar)
                .add_seconds(asked, time)
                .or_else(|| self.far(calendar, DateTime::from_timestamp(asked, 0)?)?.add_seconds(asked, time)),
        }
    }

    /// The seconds that a clock runs between two instants.
    pub fn running(&self, clock: Clock, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        match clock {
            Clock::Always => (to - from).num_seconds().max(0),
            Clock::Hours(calendar) if to < self.to => self.spans(calendar).open_seconds(from, to),
            Clock::Hours(calendar) => self.far(calendar, from).map_or(0, |spans| spans.open_seconds(from, to)),
        }
    }

    /// The seconds that a clock has run up to an instant, both in seconds since the epoch, from a beginning that
    /// is the same for all instants: two of them tell how long it runs in between, without asking twice.
    pub(super) fn run_before(&self, clock: Clock, at: i64) -> i64 {
        match clock {
            Clock::Always => at,
            Clock::Hours(calendar) if at < self.end => self.spans(calendar).open_before(at),
            Clock::Hours(calendar) => self.far(calendar, self.from).map_or(0, |spans| spans.open_before(at)),
        }
    }

    /// Until when a clock runs on that runs at an instant, at most until another, all in seconds since the epoch.
    pub(super) fn runs_until(&self, clock: Clock, from: i64, to: i64) -> i64 {
        let Clock::Hours(calendar) = clock else { return to };
        let spans = if from < self.end { Some(self.spans(calendar)) } else { self.far(calendar, self.from) };
        spans.and_then(|spans| spans.open_between(from, to).next()).map_or(from, |(_, end)| end)
    }

    /// The last instant from which a clock runs so many seconds until another instant, both in seconds since the
    /// epoch; while it stands still before it runs for the rest of them, the one at which it runs again. `None` when
    /// that lies before the horizon, or where it is not known.
    pub(super) fn latest_start(&self, clock: Clock, by: i64, seconds: i64) -> Option<i64> {
        match clock {
            Clock::Always => Some(by - seconds),
            Clock::Hours(calendar) if by < self.end => self.spans(calendar).latest_start(by, seconds),
            Clock::Hours(calendar) => self.far(calendar, self.from)?.latest_start(by, seconds),
        }
    }

    fn far(&self, calendar: CalendarId, asked: DateTime<Utc>) -> Option<&Spans> {
        let entry = self.entry(calendar);
        let far = || entry.calendar.spans(self.from, self.to.checked_add_signed(FAR).unwrap_or(self.to));
        // What lies before the horizon stays unknown however far it reaches.
        (asked >= self.from).then(|| entry.far.get_or_init(far))
    }

    fn entry(&self, calendar: CalendarId) -> &Entry<'a> {
        &self.calendars[calendar.index()]
    }
}
