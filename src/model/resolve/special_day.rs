//! Days on which a company, a department or a team is closed or closes early.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::scope::Scope;
use super::value;
use crate::clock::{Calendar, DayName, DayTime, DayTimeParts, Opening, SpecialDay, day_of_each_year, days_in_a_row};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::source::schema::{ClosedDayDoc, ShortDayDoc, Shorthand, Str, TextDoc};

/// A year with a 29 February, to read days of each year with.
const LEAP_YEAR: &str = "2000";

/// Nothing is closed for longer by a line in a calendar.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// What is written of special days.
#[derive(Clone, Copy)]
pub(super) struct Days<'a> {
    pub(super) closed: &'a [Spanned<Shorthand<ClosedDayDoc>>],
    pub(super) short: &'a [Spanned<ShortDayDoc>],
}

pub(super) fn resolve(days: Days<'_>, scope: &mut Scope<'_>) -> BTreeSet<SpecialDay> {
    let dates: Vec<Str> = days.closed.iter().filter_map(as_date).collect();
    value::report_doubles(&dates, scope.diagnostics);
    let closed: Vec<SpecialDay> = days.closed.iter().filter_map(|day| closed(day, scope)).collect();
    let short: Vec<SpecialDay> = days.short.iter().filter_map(|day| short(day, scope)).collect();
    closed.into_iter().chain(short).collect()
}

fn as_date(day: &Spanned<Shorthand<ClosedDayDoc>>) -> Option<Str> {
    match &day.value {
        Shorthand::Bare(date) => Some(date.clone()),
        Shorthand::Full(_) => None,
    }
}

fn closed(day: &Spanned<Shorthand<ClosedDayDoc>>, scope: &mut Scope<'_>) -> Option<SpecialDay> {
    let doc = match &day.value {
        Shorthand::Bare(date) => {
            if let Some(meant) = group_meant(&date.value) {
                scope.report(bare(date, meant));
                return None;
            }
            let otherwise = "write the year, month and day, `2026-12-24`, or the first and the last day: `{from: \
                             2027-07-05, until: 2027-07-25}`";
            return Some(value::date_or(date, otherwise, scope.diagnostics)?.value.into());
        }
        Shorthand::Full(doc) => doc,
    };
    let name = name(doc.name.as_ref(), scope);
    let yearly = doc.every.is_some();
    if doc.on.is_some() && scope.gaps.reported(day.span, "every") {
        return None;
    }
    let (first, last) = match (&doc.on, &doc.from, &doc.until) {
        (Some(on), None, None) => {
            let day = one(on, yearly, scope)?;
            (day, day)
        }
        (None, Some(from), Some(until)) if !yearly => {
            let named = ("the closed time", "nothing would be closed");
            let (first, last) = value::stretch((from, until), named, scope.diagnostics)?;
            if last.value - first.value > LONGEST {
                scope.report(endless(last.span));
                return None;
            }
            (first.value, last.value)
        }
        // What was reported in it may have been its day.
        _ if scope.gaps.any(day.span) => return None,
        _ => {
            scope.report(undated(day.span, doc));
            return None;
        }
    };
    Some(SpecialDay { first, last, yearly, name, ..SpecialDay::from(first) })
}

fn short(doc: &Spanned<ShortDayDoc>, scope: &mut Scope<'_>) -> Option<SpecialDay> {
    let name = name(doc.name.as_ref(), scope);
    if let Some(end) = end_alone(&doc.hours.value) {
        let day = one(&doc.on, doc.every.is_some(), scope);
        scope.report(without_beginning(&doc.hours, &end, day.is_some()));
        return None;
    }
    let (day, hours) = (one(&doc.on, doc.every.is_some(), scope), scope.hours(&doc.hours));
    let (day, hours) = (day?, hours?);
    // The same day of another year is another weekday.
    let timetable = Calendar::new(hours, None, [], chrono_tz::UTC).timetable();
    let openings = timetable.on(day);
    if openings.is_empty() || day.iter_days().take(7).any(|other| timetable.on(other) != openings) {
        scope.report(
            Diagnostic::error("invalid-hours", doc.hours.span, "a short day has the same hours on every weekday")
                .why("a short day is cut to the times that stand here")
                .help("write times alone: `\"08:00-12:00\"`; a day on which nothing opens belongs into `closed_days`"),
        );
        return None;
    }
    let hours: Arc<[Opening]> = openings.into();
    Some(SpecialDay { yearly: doc.every.is_some(), hours, name, ..SpecialDay::from(day) })
}

/// The time of day that stands alone, or beside a sign or words for "until".
fn end_alone(hours: &str) -> Option<String> {
    let time = hours.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
    let (hour, minute) = time.split_once([':', '.']).unwrap_or((time, "00"));
    // Shared hours have a name.
    if hour.is_empty() {
        return None;
    }
    let time = format!("{hour:0>2}:{minute}");
    DayTime::parse(&DayTimeParts { at: Some(&time), ..DayTimeParts::default() }).ok().map(|time| time.at().to_string())
}

fn without_beginning(hours: &Str, end: &str, is_day: bool) -> Diagnostic {
    let begin = if end > "08:00" { "08:00" } else { "00:00" };
    let finding = Diagnostic::error("invalid-hours", hours.span, format!("`{}` is a single time", hours.value.trim()))
        .why("a short day is cut to the times that stand here")
        .help(format!("write from when until when it is open at most: `\"{begin}-{end}\"`"));
    if is_day { finding.replace(hours.span, format!("\"{begin}-{end}\"")) } else { finding }
}

/// A single day; of each year it may stand without one.
fn one(on: &Str, yearly: bool, scope: &mut Scope<'_>) -> Option<NaiveDate> {
    let day = on.value.trim();
    let in_leap_year = NaiveDate::parse_from_str(&format!("{LEAP_YEAR}-{day}"), "%Y-%m-%d");
    match in_leap_year.ok().filter(|_| day.len() == 5).ok_or(()) {
        Ok(date) if yearly => Some(date),
        Ok(_) => {
            scope.report(
                Diagnostic::error("invalid-date", on.span, format!("`{day}` does not say of which year"))
                    .why("the day has to be known")
                    .help(format!("add `every: year`, or write the year: `2026-{day}`")),
            );
            None
        }
        Err(()) if yearly && day.len() != 10 => {
            scope.report(
                Diagnostic::error("invalid-date", on.span, format!("`{day}` is not a day of a year"))
                    .why("nothing would be closed on it")
                    .help("write the month and the day: `12-31` for 31 December"),
            );
            None
        }
        Err(()) => value::date(on, scope.diagnostics).map(|date| date.value),
    }
}

fn endless(at: Span) -> Diagnostic {
    Diagnostic::error("invalid-date", at, "this is more than a year after the first closed day")
        .why("nothing would open in all that time")
        .help("correct the year")
}

fn undated(at: Span, doc: &ClosedDayDoc) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("invalid-date", at, "this does not say which days are closed").why("nothing would be closed");
    let in_a_year = |day: &Str| match day.value.trim().len() {
        5 => format!("2027-{}", day.value.trim()),
        _ => day.value.trim().to_owned(),
    };
    diagnostic.help(match (&doc.every, &doc.from, &doc.until) {
        (Some(_), Some(from), Some(until)) => {
            let (first, from, until) = (from.value.trim(), in_a_year(from), in_a_year(until));
            let first = first.get(first.len().saturating_sub(5)..).unwrap_or(first);
            format!(
                "what is closed each year is one day, `{{every: year, on: {first}}}`; write several in a row with \
                 their year: `{{from: {from}, until: {until}}}`"
            )
        }
        (Some(_), ..) => "write one day: `{every: year, on: 12-31}`".to_owned(),
        (None, ..) => "write `{on: 2026-12-24}`, or both ends: `{from: 2027-07-05, until: 2027-07-25}`".to_owned(),
    })
}

/// The group that was meant by a text in the place of one date: two dates, or a day of each year.
fn group_meant(text: &str) -> Option<String> {
    if let Some((from, until)) = days_in_a_row(text) {
        return Some(format!("{{from: {from}, until: {until}}}"));
    }
    let of_each_year = || {
        let (month, day) = text.trim().split_once('-')?;
        NaiveDate::from_ymd_opt(2000, month.parse().ok()?, day.parse().ok()?)
    };
    let day = day_of_each_year(text).or_else(|| Some(of_each_year()?.format("%m-%d").to_string()))?;
    Some(format!("{{every: year, on: {day}}}"))
}

fn bare(written: &Str, meant: String) -> Diagnostic {
    let text = written.value.trim();
    let (what, help) = match meant.starts_with("{from") {
        true => (format!("`{text}` is more than one date"), "write the first and the last day"),
        false => (format!("`{text}` does not say of which year"), "write it for each year, or add the year"),
    };
    Diagnostic::error("invalid-date", written.span, what)
        .why("the days have to be known")
        .help(format!("{help}: `{meant}`"))
        .replace(written.span, meant)
}

fn name(doc: Option<&TextDoc>, scope: &mut Scope<'_>) -> Option<DayName> {
    let name = scope.maybe_text(doc.cloned())?;
    scope.day_names.push(name);
    Some(DayName(scope.day_names.len() - 1))
}
