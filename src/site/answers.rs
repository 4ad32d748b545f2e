//! When the answer comes to what is asked on a weekday at a time of day: the table that holds on paper
//! and where no script runs.
//!
//! It is worked out for the regular week, as if there were neither holidays nor a change of the clocks.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use serde::Serialize;

use super::regular_week::{WEEK, at};
use crate::clock::{Duration, Spans};
use crate::i18n::Words;
use crate::publish::{CalendarId, Service, Standard};

/// The hours of the day at which the table asks.
const ASKED_AT: [u8; 4] = [8, 12, 15, 20];

/// The table.
#[derive(Debug, Serialize)]
pub struct AnswersView {
    /// The times of day.
    pub times: Vec<String>,
    /// The days of the week.
    pub days: Vec<AnswerDay>,
}

/// What is asked on one day of the week.
#[derive(Debug, Serialize)]
pub struct AnswerDay {
    /// The day.
    pub day: String,
    /// The answers, by time of day.
    pub answers: Vec<AnswerView>,
}

/// By when the answer comes.
#[derive(Debug, Serialize)]
pub struct AnswerView {
    /// Day and time.
    pub text: String,
    /// True when it is another day than that of the question.
    pub later: bool,
}

impl AnswersView {
    /// The table for a first answer within that time of the hours of a week that begins on a Monday; none
    /// where an answer is so far ahead that its weekday would not say which one is meant.
    pub(crate) fn new(time: Duration, spans: &Spans, monday: NaiveDate, words: &Words<'_>) -> Option<Self> {
        let days = (0..WEEK).map(|ahead| day(monday + TimeDelta::days(ahead), time, spans, words));
        Some(Self {
            times: ASKED_AT.iter().map(|hour| words.time(*hour, 0)).collect(),
            days: days.collect::<Option<_>>()?,
        })
    }
}

/// What a table depends on besides its language: services with the same hours and promise share one.
pub(crate) type Asked = (CalendarId, Duration);

/// What the table of a service depends on; none where the promise runs around the clock.
pub(crate) fn asked(service: &Service<'_>) -> Option<Asked> {
    let standard = service.standard(Standard::NORMAL).filter(|standard| !standard.is_always())?;
    Some((service.hours?.calendar, *standard.first_response?))
}

fn day(date: NaiveDate, time: Duration, spans: &Spans, words: &Words<'_>) -> Option<AnswerDay> {
    let answers = ASKED_AT.iter().map(|hour| answer(at(date, *hour), time, spans, words)).collect::<Option<_>>()?;
    Some(AnswerDay { day: words.weekday_short(date.weekday()), answers })
}

fn answer(asked: DateTime<Utc>, time: Duration, spans: &Spans, words: &Words<'_>) -> Option<AnswerView> {
    let due = spans.add(asked, time)?;
    if (due.date_naive() - asked.date_naive()).num_days() >= WEEK {
        return None;
    }
    let (hour, minute) = (u8::try_from(due.hour()).ok()?, u8::try_from(due.minute()).ok()?);
    Some(AnswerView {
        text: format!("{} {}", words.weekday_short(due.weekday()), words.time(hour, minute)),
        later: due.date_naive() != asked.date_naive(),
    })
}
