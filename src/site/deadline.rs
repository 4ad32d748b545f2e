//! Dates by which something is due, in words.

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::reader::Reader;
use crate::clock::{self, DueDay, DueTime, Every, IfClosed};
use crate::i18n::Words;
use crate::publish::{Deadline, Due};

/// How far ahead a date needs no year: half a year.
const NEAR: TimeDelta = TimeDelta::days(183);

/// A deadline.
#[derive(Debug, Serialize)]
pub struct DeadlineView {
    /// The rule: "every month on the 25th at 12:00; if that is a day off, the working day before".
    pub rule: String,
    /// The next time that it is due.
    pub next: Option<NextView>,
}

/// A moment at which something is due.
#[derive(Debug, Serialize)]
pub struct NextView {
    /// RFC 3339 where it has a time of day, else the ISO 8601 date.
    pub datetime: String,
    /// In words.
    pub text: String,
}

impl DeadlineView {
    /// A deadline; where nobody knows when it is due there is only the rule.
    pub(crate) fn new(deadline: Deadline<'_>, reader: Reader<'_>) -> Self {
        let words = reader.words();
        let next = deadline.next.map(|due| moment(due, |date| words_of(date, reader), words));
        Self { rule: rule(deadline.rule, words), next }
    }
}

/// A date with its year, where it is so far away that it could be taken for one of this year.
fn words_of(date: NaiveDate, reader: Reader<'_>) -> String {
    let words = reader.words();
    if date - reader.published().today() > NEAR { words.date_of_year(date) } else { words.date_short(date) }
}

/// One time at which something is due, with the date in such words.
pub(crate) fn moment(due: Due, date: impl Fn(NaiveDate) -> String, words: &Words<'_>) -> NextView {
    let datetime = due.to_string();
    let when = date(due.date());
    let text = match due {
        Due::On(_) => when,
        Due::At(moment) => {
            words.format("deadline.at", &[("when", &when), ("time", &time(moment.local().time(), words))])
        }
    };
    NextView { datetime, text }
}

/// The rule in words.
pub(crate) fn rule(deadline: &clock::Deadline, words: &Words<'_>) -> String {
    let day = day(deadline, words);
    let timed = match deadline.at() {
        DueTime::At(at) => words.format("deadline.at", &[("when", &day), ("time", &time(at, words))]),
        DueTime::DayEnd => words.format("deadline.at", &[("when", &day), ("time", &words.time(24, 0))]),
        DueTime::Closing => day,
    };
    let if_closed = match deadline.if_closed() {
        IfClosed::Same => return timed,
        IfClosed::Before => words.text("deadline.if_closed_before"),
        IfClosed::After => words.text("deadline.if_closed_after"),
    };
    words.format("deadline.full", &[("when", &timed), ("if_closed", &if_closed)])
}

fn day(deadline: &clock::Deadline, words: &Words<'_>) -> String {
    let period = match deadline.every() {
        Every::Week => "week",
        Every::Month => "month",
        Every::Quarter => "quarter",
        Every::Year => "year",
        Every::Once => "once",
    };
    let numbered = |key: &str, number: u32| {
        let ordinal = words.plural("ordinal.day", u64::from(number), &[]);
        words.format(&format!("deadline.{period}_{key}"), &[("day", &ordinal)])
    };
    match deadline.day() {
        DueDay::Weekday(day) => words.every_weekday(day),
        DueDay::OfMonth(number) => numbered("day", number),
        DueDay::WorkingDay(number) => numbered("working_day", number),
        DueDay::LastWorkingDay => words.text(&format!("deadline.{period}_last_working_day")).into_owned(),
        DueDay::MonthDay(month, day) if deadline.every() == Every::Quarter => {
            let months = (0..4).map(|quarter| (month - 1) % 3 + 1 + quarter * 3);
            let dates: Vec<String> = months.map(|month| month_day(month, day, words)).collect();
            words.format("deadline.quarter_date", &[("dates", &words.list(&dates))])
        }
        DueDay::MonthDay(month, day) => words.format("deadline.year_date", &[("date", &month_day(month, day, words))]),
        DueDay::Date(date) => words.format("deadline.once", &[("date", &words.date(date))]),
    }
}

/// A day of every year; a month that is too short has its last day instead.
fn month_day(month: u32, day: u32, words: &Words<'_>) -> String {
    (1..=day).rev().find_map(|day| words.month_day(month, day)).unwrap_or_default()
}

fn time(at: chrono::NaiveTime, words: &Words<'_>) -> String {
    use chrono::Timelike;
    words.time(u8::try_from(at.hour()).unwrap_or(0), u8::try_from(at.minute()).unwrap_or(0))
}
