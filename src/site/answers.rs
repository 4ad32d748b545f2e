//! When the answer comes to what is asked on a weekday at a time of day: the table that holds on paper
//! and where no script runs.
//!
//! It is worked out for the regular week, as if there were neither holidays nor a change of the clocks.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use super::phrase::html;
use super::regular_week::{WEEK, at};
use crate::clock::{Spans, Turnaround};
use crate::i18n::Words;
use crate::markdown::{Html, Markup};
use crate::publish::{CalendarId, Service, Standard};

/// The hours of the day at which the table asks.
const ASKED_AT: [u8; 4] = [8, 12, 15, 20];

/// The table. Services with the same hours and promise share it, so it is written here, once.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct AnswersView(Html);

impl AnswersView {
    /// The table for a first answer within that time of the hours of a week that begins on a Monday; none
    /// where an answer is so far ahead that its weekday would not say which one is meant.
    pub(crate) fn new(time: Turnaround, spans: &Spans, monday: NaiveDate, words: &Words<'_>) -> Option<Self> {
        let days = (0..WEEK).map(|ahead| day(monday + TimeDelta::days(ahead), time, spans, words));
        let days: Vec<AnswerDay> = days.collect::<Option<_>>()?;
        Some(Self(html(|markup| {
            markup.element("table", &[("class", Some("answer-table"))], |table| {
                table.element("caption", &[], |caption| _ = caption.text(&words.text("clock.table")));
                table.element("thead", &[], |head| _ = head.element("tr", &[], |row| times(row, words)));
                table.element("tbody", &[], |body| days.iter().for_each(|day| day.push(body)));
            });
        })))
    }
}

fn times(row: &mut Markup, words: &Words<'_>) {
    row.element("th", &[("scope", Some("col"))], |cell| {
        cell.element("span", &[("class", Some("visually-hidden"))], |hidden| {
            _ = hidden.text(&words.text("clock.asked"))
        });
    });
    for hour in ASKED_AT {
        row.element("th", &[("scope", Some("col"))], |cell| _ = cell.text(&words.time(hour, 0)));
    }
}

/// What is asked on one day of the week.
struct AnswerDay {
    /// The day.
    day: String,
    /// The answers, by time of day.
    answers: Vec<AnswerView>,
}

impl AnswerDay {
    fn push(&self, body: &mut Markup) {
        body.element("tr", &[], |row| {
            row.element("th", &[("scope", Some("row"))], |cell| _ = cell.text(&self.day));
            for answer in &self.answers {
                let later = answer.later.then_some("");
                row.element("td", &[("data-later", later)], |cell| _ = cell.text(&answer.text));
            }
        });
    }
}

/// By when the answer comes.
struct AnswerView {
    /// Day and time.
    text: String,
    /// True when it is another day than that of the question.
    later: bool,
}

/// What a table depends on besides its language: services with the same hours and promise share one.
pub(crate) type Asked = (CalendarId, Turnaround);

/// What the table of a service depends on; none where the promise runs around the clock.
pub(crate) fn asked(service: &Service<'_>) -> Option<Asked> {
    let standard = service.standard(Standard::NORMAL).filter(|standard| !standard.is_always())?;
    Some((service.hours?.calendar, *standard.first_response?))
}

fn day(date: NaiveDate, time: Turnaround, spans: &Spans, words: &Words<'_>) -> Option<AnswerDay> {
    let answers = ASKED_AT.iter().map(|hour| answer(at(date, *hour), time, spans, words)).collect::<Option<_>>()?;
    Some(AnswerDay { day: words.weekday_short(date.weekday()), answers })
}

fn answer(asked: DateTime<Utc>, time: Turnaround, spans: &Spans, words: &Words<'_>) -> Option<AnswerView> {
    let due = spans.add(asked, time)?;
    if (due.date_naive() - asked.date_naive()).num_days() >= WEEK {
        return None;
    }
    Some(AnswerView {
        text: format!("{} {}", words.weekday_short(due.weekday()), words.clock(due.time())),
        later: due.date_naive() != asked.date_naive(),
    })
}
