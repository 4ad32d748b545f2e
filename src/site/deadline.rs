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
        Self { rule: rule(deadline.rule, reader), next }
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
            words.format("deadline.at", &[("when", &when), ("time", &words.clock(moment.local().time()))])
        }
    };
    NextView { datetime, text }
}

/// The rule in words.
pub(crate) fn rule(deadline: &clock::Deadline, reader: Reader<'_>) -> String {
    reader.edition.rules(reader.locale()).text(deadline, |deadline| put_into_words(deadline, reader.words()))
}

fn put_into_words(deadline: &clock::Deadline, words: &Words<'_>) -> String {
    let day = day(deadline, words);
    let timed = match deadline.at() {
        DueTime::At(at) => words.format("deadline.at", &[("when", &day), ("time", &words.clock(at))]),
        DueTime::DayEnd => words.format("deadline.at", &[("when", &day), ("time", &words.time(24, 0))]),
        DueTime::Closing => day,
    };
    let is_working = |day: &DueDay| matches!(day, DueDay::WorkingDay(_) | DueDay::LastWorkingDay);
    if deadline.days().iter().all(is_working) {
        // Such a day is never a day off.
        return timed;
    }
    let if_closed = match deadline.if_closed() {
        IfClosed::Same => return timed,
        IfClosed::Before => words.text("deadline.if_closed_before"),
        IfClosed::After => words.text("deadline.if_closed_after"),
    };
    words.format("deadline.full", &[("when", &timed), ("if_closed", &if_closed)])
}

/// On which days, in words: those of one kind are told together, "every month on the 1st and 15th".
fn day(deadline: &clock::Deadline, words: &Words<'_>) -> String {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for (key, days) in deadline.days().iter().map(|day| told(*day, deadline.every(), words)) {
        match kinds.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.extend(days),
            None => kinds.push((key, days)),
        }
    }
    let phrase = |(key, days): &(String, Vec<String>)| words.format(key, &[("day", &words.list(days))]);
    words.list(&kinds.iter().map(phrase).collect::<Vec<_>>())
}

/// The text that tells a kind of day, and which of its kind it is.
fn told(day: DueDay, every: Every, words: &Words<'_>) -> (String, Vec<String>) {
    let period = match every {
        Every::Week => "week",
        Every::TwoWeeks => "two_weeks",
        Every::Month => "month",
        Every::Quarter => "quarter",
        Every::Year => "year",
        Every::Once => "once",
    };
    let key = |kind: &str| format!("deadline.{period}_{kind}");
    let ordinal = |number: u32| words.plural("ordinal.day", u64::from(number), &[]);
    match day {
        DueDay::Weekday(day) if every == Every::TwoWeeks => (key("weekday"), vec![words.on_weekday(day)]),
        DueDay::Weekday(day) => ("deadline.week_weekday".into(), vec![words.every_weekday(day)]),
        DueDay::NthWeekday(number, day) => (key("weekday"), vec![words.nth_weekday(&ordinal(number), day)]),
        DueDay::LastWeekday(day) => (key("weekday"), vec![words.last_weekday(day)]),
        DueDay::OfMonth(number) => (key("day"), vec![ordinal(number)]),
        DueDay::WorkingDay(number) => (key("working_day"), vec![ordinal(number)]),
        DueDay::LastWorkingDay => (key("last_working_day"), Vec::new()),
        DueDay::MonthDay(month, day) if every == Every::Quarter => {
            let months = (0..4).map(|quarter| (month - 1) % 3 + 1 + quarter * 3);
            (key("date"), months.map(|month| month_day(month, day, words)).collect())
        }
        DueDay::MonthDay(month, day) => (key("date"), vec![month_day(month, day, words)]),
        DueDay::Date(date) => ("deadline.once".into(), vec![words.date(date)]),
    }
}

/// A day of every year; a month that is too short has its last day instead.
fn month_day(month: u32, day: u32, words: &Words<'_>) -> String {
    (1..=day).rev().find_map(|day| words.month_day(month, day)).unwrap_or_default()
}
