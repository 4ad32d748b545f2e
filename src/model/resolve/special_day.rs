//! Days on which a company, a department or a team is closed or closes early.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::scope::Scope;
use super::value;
use crate::clock::{Calendar, DayName, Opening, SpecialDay};
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
        Shorthand::Bare(date) => return Some(value::date(date, scope.diagnostics)?.value.into()),
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
            scope.report(undated(day.span, yearly));
            return None;
        }
    };
    Some(SpecialDay { first, last, yearly, name, ..SpecialDay::from(first) })
}

fn short(doc: &Spanned<ShortDayDoc>, scope: &mut Scope<'_>) -> Option<SpecialDay> {
    let name = name(doc.name.as_ref(), scope);
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

fn undated(at: Span, yearly: bool) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("invalid-date", at, "this does not say which days are closed").why("nothing would be closed");
    diagnostic.help(match yearly {
        true => "write one day: `{every: year, on: 12-31}`",
        false => "write `{on: 2026-12-24}`, or both ends: `{from: 2027-07-05, until: 2027-07-25}`",
    })
}

fn name(doc: Option<&TextDoc>, scope: &mut Scope<'_>) -> Option<DayName> {
    let name = scope.maybe_text(doc.cloned())?;
    scope.day_names.push(name);
    Some(DayName(scope.day_names.len() - 1))
}
