//! A date by which something is due: the rule in the format's own words.

use std::fmt;

use serde::Serialize;

use super::export::Export;
use super::shown::Shown;
use crate::clock::{Deadline, DueDay, DueTime, Every, IfClosed};
use crate::model::CalendarId;
use crate::site::deadline::datetime;

/// A deadline's rule.
#[derive(Serialize)]
pub(super) struct DeadlineEntry {
    every: &'static str,
    on: Shown<On>,
    /// A local time of day; none when it is closing time.
    at: Option<Shown<At>>,
    if_closed: &'static str,
    /// When it is due next: an instant, or the date where it has no time of day (RFC 3339).
    next: Option<String>,
}

impl DeadlineEntry {
    /// A deadline of what opens by a calendar; without one nobody knows when it is due.
    pub(super) fn new(deadline: &Deadline, calendar: Option<CalendarId>, export: Export<'_>) -> Self {
        let calendar = calendar.map(|id| export.catalog().calendar(id));
        let next = calendar.and_then(|calendar| {
            let next = deadline.next(export.edition.now, calendar)?;
            Some(datetime(&next, calendar.zone(), next.timed))
        });
        Self {
            every: match deadline.every() {
                Every::Week => "week",
                Every::Month => "month",
                Every::Quarter => "quarter",
                Every::Year => "year",
                Every::Once => "once",
            },
            on: Shown(On(deadline.day())),
            at: (deadline.at() != DueTime::Closing).then_some(Shown(At(deadline.at()))),
            if_closed: match deadline.if_closed() {
                IfClosed::Before => "before",
                IfClosed::After => "after",
                IfClosed::Same => "same",
            },
            next,
        }
    }
}

struct On(DueDay);

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            DueDay::OfMonth(day) => write!(f, "{day}"),
            DueDay::Weekday(day) => f.write_str(&day.to_string().to_lowercase()),
            DueDay::LastWorkingDay => f.write_str("last-working-day"),
            DueDay::WorkingDay(number) => write!(f, "working-day {number}"),
            DueDay::MonthDay(month, day) => write!(f, "{month:02}-{day:02}"),
            DueDay::Date(date) => write!(f, "{date}"),
        }
    }
}

struct At(DueTime);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            DueTime::At(time) => write!(f, "{}", time.format("%H:%M")),
            DueTime::DayEnd => f.write_str("24:00"),
            DueTime::Closing => Ok(()),
        }
    }
}
