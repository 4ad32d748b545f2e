//! What a browser needs of a calendar: its open spans for the coming year, small enough to be sent.
//!
//! All times are whole minutes. Together with the offsets of the calendar's zone the spans answer every
//! question that [`crate::clock::Spans`] answers, by the same rules and up to the same horizon.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use crate::clock::{Calendar, OpenSpan, month_start};

/// How far ahead of the month's beginning the spans reach, in days: at least 400 from any day of it.
const AHEAD_DAYS: i64 = 431;

/// The open spans of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarData {
    /// The beginning of the horizon, a local midnight, in minutes since the Unix epoch.
    pub from: i64,
    /// Its end.
    pub until: i64,
    /// From when on (minutes after `from`) the zone is so many minutes east of UTC.
    pub offsets: Vec<(i64, i64)>,
    /// The different ways from the end of one span to the end of the next, as [`CalendarData::walk`] goes them.
    pub steps: Vec<Step>,
    /// The spans in order, each by its step's place in `steps`. The first step begins at `from` and on
    /// its date.
    pub walk: Vec<usize>,
}

/// Minutes from the end of the span before to the beginning of this one (negative where they overlap),
/// its length in minutes, and how many dates after that of the span before it belongs to.
type Step = (i64, i64, i64);

impl CalendarData {
    /// The spans from the beginning of the month on. Every page names its calendars by their content, which therefore
    /// must not move from day to day.
    pub fn new(calendar: &Calendar, now: DateTime<Utc>) -> Self {
        let begin = month_start(calendar.zone(), now);
        let spans = calendar.spans(begin, begin + TimeDelta::days(AHEAD_DAYS));
        let (from, until) = spans.horizon();
        let mut data = Self {
            from: minutes(from),
            until: minutes(until),
            offsets: spans.offsets().into_iter().map(|(at, east)| (minutes(at) - minutes(from), east / 60)).collect(),
            steps: Vec::new(),
            walk: Vec::new(),
        };
        let mut before = (minutes(from), calendar.date_at(from));
        for span in spans.spans() {
            data.push(step(before, span));
            before = (minutes(span.end()), span.date());
        }
        data
    }

    fn push(&mut self, step: Step) {
        let place = self.steps.iter().position(|known| *known == step).unwrap_or_else(|| {
            self.steps.push(step);
            self.steps.len() - 1
        });
        self.walk.push(place);
    }
}

fn step((end, date): (i64, NaiveDate), span: &OpenSpan) -> Step {
    (minutes(span.start()) - end, minutes(span.end()) - minutes(span.start()), (span.date() - date).num_days())
}

fn minutes(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}
