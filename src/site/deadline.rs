//! Dates by which something is due, in words.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use serde::Serialize;

use super::agenda::Item;
use super::reader::Reader;
use crate::clock::{Deadline, DueDay, DueTime, Every, IfClosed, Occurrence};
use crate::i18n::Words;
use crate::model::CalendarId;

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
    /// The deadline of an item by a calendar; without one there is only the rule.
    pub(crate) fn new(item: Item<'_>, calendar: Option<CalendarId>, reader: Reader<'_>) -> Option<Self> {
        let deadline = item.deadline()?;
        let next = calendar.and_then(|id| next(item, deadline, id, reader));
        Some(Self { rule: rule(deadline, reader.words()), next })
    }
}

fn next(item: Item<'_>, deadline: &Deadline, calendar: CalendarId, reader: Reader<'_>) -> Option<NextView> {
    let calendar = reader.catalog().calendar(calendar);
    let now = reader.edition.now;
    let occurrence = deadline.next(now, calendar)?;
    let date = |date| words_of(date, calendar.date_at(now), reader.words());
    Some(moment(&occurrence, calendar.zone(), item.is_timed(&occurrence), date, reader.words()))
}

/// A date with its year, where it is so far away that it could be taken for one of this year.
fn words_of(date: NaiveDate, today: NaiveDate, words: &Words<'_>) -> String {
    if date - today > NEAR { words.date_of_year(date) } else { words.date_short(date) }
}

/// One time at which a deadline falls, in the zone in which it is meant, with the date in such words.
pub(crate) fn moment(
    occurrence: &Occurrence,
    zone: Tz,
    timed: bool,
    date: impl Fn(NaiveDate) -> String,
    words: &Words<'_>,
) -> NextView {
    let datetime = datetime(occurrence, zone, timed);
    if !timed {
        return NextView { datetime, text: date(occurrence.date) };
    }
    let local = occurrence.at.with_timezone(&zone);
    let when = date(local.date_naive());
    let text = words.format("deadline.at", &[("when", &when), ("time", &time(local.time(), words))]);
    NextView { datetime, text }
}

/// RFC 3339 where it has a time of day, else the ISO 8601 date.
pub(crate) fn datetime(occurrence: &Occurrence, zone: Tz, timed: bool) -> String {
    if !timed {
        return occurrence.date.to_string();
    }
    occurrence.at.with_timezone(&zone).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// The rule in words.
pub(crate) fn rule(deadline: &Deadline, words: &Words<'_>) -> String {
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

fn day(deadline: &Deadline, words: &Words<'_>) -> String {
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
