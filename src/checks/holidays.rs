//! Holidays and time zones that hours need, and that nobody has told.

use std::collections::HashSet;

use crate::checks::check::{Subject, check};
use crate::checks::opening;
use crate::clock::{Calendar, HolidayData, SpecialDay};
use crate::diagnostic::{Diagnostics, Span};

check! {
    /// Ensures that hours with public or school holidays (`PH`, `SH`) mean days that are known. Each gap is
    /// told once; listing the days under `closed_days` fills it, but one closed day does not.
    UNKNOWN_HOLIDAYS: Warning "unknown-holidays" => unknown_holidays, waits
}

fn unknown_holidays(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut told = HashSet::new();
    opening::each(catalog, &mut |id, span, what, slug| {
        let calendar = catalog.calendar(id);
        for (gap, help) in gaps(calendar, subject) {
            if !told.insert((calendar.country(), help)) {
                continue;
            }
            // What never matches stands rightly anywhere.
            if help == WITHOUT_SCHOOL_HOLIDAYS {
                found.take(|other| {
                    other.code == "doubtful-hours" && other.primary.span == span && other.message.starts_with("`SH")
                });
            }
            found.push(
                UNKNOWN_HOLIDAYS
                    .at(span, format!("{gap}, so that the hours of {what} `{slug}` miss them"))
                    .why("readers would be told that somebody answers on a holiday, and would wait in vain")
                    .help(help),
            );
        }
    });
}

/// What to write where nobody knows when the schools are closed.
const WITHOUT_SCHOOL_HOLIDAYS: &str =
    "name the dates instead, behind the other rules: `Mo-Fr 08:00-16:00; Jun 01-Aug 15 off`";

/// So many closed days of the coming year at least are taken for a country's public holidays: India has three, and
/// hardly any country fewer.
const NATIONAL: usize = 3;

/// So many are taken for those that a part of a country keeps besides.
const REGIONAL: usize = 2;

/// How many closed days or ranges of them in the coming year a calendar lists: its own, and those of the company where
/// its country is the company's.
fn listed(calendar: &Calendar, subject: &Subject<'_>) -> usize {
    let company = &subject.catalog.company;
    let abroad = calendar.country() != company.country;
    let counts = |day: &&SpecialDay| day.is_closed() && !(abroad && company.special_days.contains(day));
    // A range is a holiday of the company's own, however long it is.
    let days = calendar.special_days().iter().filter(counts);
    days.filter(|day| subject.today.iter_days().take(366).any(|date| day.covers(date))).take(NATIONAL).count()
}

/// What is not known of the holidays that a calendar names, and what to do about it.
fn gaps(calendar: &Calendar, subject: &Subject<'_>) -> Vec<(String, &'static str)> {
    let mut gaps = Vec::new();
    let (hours, listed) = (calendar.hours(), listed(calendar, subject));
    if hours.names_public_holidays() {
        match calendar.country().map(|country| (country, country.holiday_data())) {
            None => gaps.push((
                "nobody says whose public holidays `PH` means".to_owned(),
                "add `country: ` with its code of ISO 3166, such as `FI`, to catalog.yaml, the place, the department \
                 or the team",
            )),
            Some((country, HolidayData::Missing)) if listed < NATIONAL => gaps.push((
                format!("the public holidays of `{country}` are not known here"),
                "list them under `closed_days` of catalog.yaml, the place, the department or the team",
            )),
            Some((country, HolidayData::NationwideOnly)) if listed < REGIONAL => gaps.push((
                match country.subdivision() {
                    None => {
                        format!("nobody says in which part of `{country}`, and some keep holidays of their own")
                    }
                    Some(part) => format!("the public holidays that only `{part}` keeps are not known here"),
                },
                match country.subdivision() {
                    None => "add `subdivision: ` with its code of ISO 3166-2, such as `DE-BY`, beside the `country`",
                    Some(_) => "list them under `closed_days` of catalog.yaml, the place, the department or the team",
                },
            )),
            Some(_) => {}
        }
    }
    if hours.names_school_holidays() && !calendar.country().is_some_and(|country| country.knows_school_holidays()) {
        gaps.push(("school holidays (`SH`) are not known here".to_owned(), WITHOUT_SCHOOL_HOLIDAYS));
    }
    gaps
}

check! {
    /// Ensures that hours are those of a place: without a `time_zone` they are taken to be those of UTC,
    /// and every opening and every answer is told hours too early or too late.
    MISSING_TIME_ZONE: Warning "missing-time-zone" => missing_time_zone, waits
}

fn missing_time_zone(subject: &Subject<'_>, found: &mut Diagnostics) {
    let company = &subject.catalog.company;
    let mut calendars = subject.catalog.calendars().map(|(_, calendar)| calendar);
    if company.names_zone || !calendars.any(|calendar| calendar.zone() == company.zone) {
        return;
    }
    let Some(locale) = company.locales.first() else { return };
    found.push(
        MISSING_TIME_ZONE
            .at(
                Span::top(locale.span.file),
                "the company names no `time_zone`, so that all hours are taken for those of UTC",
            )
            .why("a desk that opens at 8:00 in Helsinki would be shown as opening at 10:00")
            .help("add `time_zone: Europe/Helsinki`, or what your own zone is called, to catalog.yaml"),
    );
}
