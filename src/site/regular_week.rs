//! A calendar's regular week, as if there were neither holidays nor a change of the clocks.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

use crate::clock::{Calendar, Spans};

/// A weekday names one day only within so many days.
pub(crate) const WEEK: i64 = 7;
/// Days that the regular week is repeated: no answer in the table may lie further ahead than a week.
const AHEAD_DAYS: i64 = 4 * WEEK;

/// The open spans of a calendar's regular week, repeated from this week's Monday on; none where it
/// never closes.
pub(crate) fn regular_week(calendar: &Calendar, now: DateTime<Utc>) -> Option<Spans> {
    let week = calendar.week(calendar.date_at(now));
    if week.never_closes() {
        return None;
    }
    let begin = at(monday(calendar, now), 0);
    Some(week.calendar()?.spans(begin, begin + TimeDelta::days(AHEAD_DAYS)))
}

/// The Monday of the week in which a moment lies.
pub(crate) fn monday(calendar: &Calendar, now: DateTime<Utc>) -> NaiveDate {
    let today = calendar.date_at(now);
    today - TimeDelta::days(i64::from(today.weekday().num_days_from_monday()))
}

/// An hour of a date; the regular week has no zone, so its wall shows UTC.
pub(crate) fn at(date: NaiveDate, hour: u8) -> DateTime<Utc> {
    (date.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(i64::from(hour))).and_utc()
}
