//! Dates in hours that cannot be meant: days that no month has, and spans of days that end before they
//! begin. The library takes them and then matches every day, or none.

use chrono::NaiveDate;
use opening_hours_syntax::rules::OpeningHoursExpression;
use opening_hours_syntax::rules::day::{Date, Month, MonthdayRange, Year};

/// A date that cannot be meant, in hours that are written in the notation.
pub(super) struct Impossible {
    /// What is wrong, in a sentence without its full stop.
    pub(super) message: String,
    /// The hours with the dates that were probably meant.
    pub(super) meant: Option<String>,
}

/// The first such date of an expression.
pub(super) fn impossible(expression: &OpeningHoursExpression) -> Option<Impossible> {
    let mut ranges = expression.rules.iter().flat_map(|rule| &rule.day_selector.monthday);
    ranges.find_map(|range| {
        let MonthdayRange::Date { start: (start, _), end: (end, _) } = range else { return None };
        if let Some(wrong) = [start, end].into_iter().find(|date| !exists(date)) {
            return Some(Impossible { message: format!("there is no `{wrong}`"), meant: None });
        }
        let (from, to) = (day(start)?, day(end)?);
        let Date::Fixed { year: Some(year), month, day } = *end else { return None };
        (to < from).then(|| {
            let written = format!("{start}-{end}");
            let next = Date::Fixed { year: Some(Year(*year + 1)), month, day };
            // The library prints `off` as `closed`.
            let text = expression.to_string().replace(" closed", " off");
            let meant = text.contains(&written).then(|| text.replace(&written, &format!("{start}-{next}")));
            Impossible { message: format!("`{written}` ends before it begins"), meant }
        })
    })
}

/// Whether a date is in the calendar; without a year it may be that of a leap year.
fn exists(date: &Date) -> bool {
    match *date {
        Date::Fixed { year, month, day } => of(year.map_or(2_000, |year| *year), month, day).is_some(),
        Date::Weekday { .. } | Date::Easter { .. } => true,
    }
}

/// The day of a date with its year.
fn day(date: &Date) -> Option<NaiveDate> {
    match *date {
        Date::Fixed { year, month, day } => of(*year?, month, day),
        Date::Weekday { .. } | Date::Easter { .. } => None,
    }
}

fn of(year: i32, month: Month, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month as u32, day.into())
}
