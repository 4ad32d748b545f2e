//! Between the clock on the wall and the line of instants, with one rule for summer time.
//!
//! **The rule.** A local time means *the first instant at which the clock on the wall shows that time
//! or a later one*. A time that is shown twice (autumn) is its first showing; a time that is skipped
//! (spring) is the instant at which the clock skips it. So a span `03:30-12:00` opens at 04:00 on the
//! day on which 03:00 becomes 04:00, and no local time is ever without an instant.
//!
//! Instants inside this room are whole seconds since the Unix epoch (`i64`).

use chrono::{DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Seconds of a day without a change of the clock.
pub(super) const DAY: i64 = 86_400;

/// The longest jump of a clock that is looked through, in minutes: Samoa left out a whole day in 2011.
const LONGEST_GAP: i64 = 26 * 60;

/// The instant of a local time, in seconds since the epoch, by the rule of this file.
pub(super) fn instant(zone: Tz, local: NaiveDateTime) -> i64 {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(one) => one.timestamp(),
        MappedLocalTime::Ambiguous(a, b) => a.timestamp().min(b.timestamp()),
        MappedLocalTime::None => end_of_gap(zone, local),
    }
}

/// The instant at which the clock jumps over `skipped`.
fn end_of_gap(zone: Tz, skipped: NaiveDateTime) -> i64 {
    let seconds = skipped.and_utc().timestamp().rem_euclid(60);
    let minute = skipped - TimeDelta::seconds(seconds);
    (1..=LONGEST_GAP)
        .find_map(|back| zone.from_local_datetime(&(minute - TimeDelta::minutes(back))).latest())
        .map_or_else(|| skipped.and_utc().timestamp(), |last_shown| last_shown.timestamp() + 60)
}

/// The instant so many seconds of wall clock after a day's midnight.
pub(super) fn after_midnight(zone: Tz, midnight: NaiveDateTime, steady_midnight: Option<i64>, seconds: i64) -> i64 {
    match steady_midnight {
        Some(midnight) if seconds <= 2 * DAY => midnight + seconds,
        _ => instant(zone, midnight + TimeDelta::seconds(seconds)),
    }
}

/// Midnight as an instant, if the clock stays the same from then for two days.
pub(super) fn steady(zone: Tz, midnight: NaiveDateTime) -> Option<i64> {
    let start = instant(zone, midnight);
    let now = offset(zone, start);
    let shown = midnight.and_utc().timestamp() - now == start;
    // Before the midnight as well: the first showing of a midnight that is shown twice is another offset.
    (shown && [1, 2].into_iter().all(|days| offset(zone, start + days * DAY) == now)).then_some(start)
}

/// What the clock on the wall shows at an instant.
pub(super) fn wall(zone: Tz, at: i64) -> NaiveDateTime {
    let utc = moment(at).naive_utc();
    utc + TimeDelta::seconds(offset(zone, at))
}

/// Seconds east of UTC at an instant.
pub(super) fn offset(zone: Tz, at: i64) -> i64 {
    let utc = moment(at).naive_utc();
    i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
}

/// The offset at `from` and each change of it before `until`: when it begins, and seconds east of UTC.
///
/// Looks once a day and then closes in on the second; no zone changes its clock twice in a day.
pub(super) fn offsets(zone: Tz, from: i64, until: i64) -> Vec<(i64, i64)> {
    let mut found = vec![(from, offset(zone, from))];
    let mut day = from;
    while day < until {
        let (mut same, mut other) = (day, (day + DAY).min(until));
        let (before, after) = (offset(zone, same), offset(zone, other));
        if before != after {
            while other - same > 1 {
                let middle = same.midpoint(other);
                if offset(zone, middle) == before { same = middle } else { other = middle }
            }
            found.push((other, after));
        }
        day += DAY;
    }
    found
}

/// Midnight at which a local date begins, as the wall would show it.
pub(super) fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN)
}

/// A date some days later (or earlier, when negative); it stops at the ends of chrono's calendar.
pub(super) fn shift(date: NaiveDate, days: i64) -> NaiveDate {
    let span = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(span).unwrap_or(NaiveDate::MIN)
    } else {
        date.checked_add_days(span).unwrap_or(NaiveDate::MAX)
    }
}

/// The instant at which a zone's month begins that an instant falls into.
pub(crate) fn month_start(zone: Tz, at: DateTime<Utc>) -> DateTime<Utc> {
    let today = wall(zone, at.timestamp()).date();
    moment(instant(zone, midnight(today.with_day(1).unwrap_or(today))))
}

/// Seconds since the epoch as chrono's instant.
pub(super) fn moment(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use chrono_tz::Europe::Helsinki;
    use chrono_tz::Tz;

    use super::{instant, moment, offsets};

    fn utc(zone: Tz, date: (i32, u32, u32), hour: u32, minute: u32) -> String {
        let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap();
        let local = date.and_hms_opt(hour, minute, 0).unwrap();
        moment(instant(zone, local)).format("%d %H:%M").to_string()
    }

    #[test]
    fn a_skipped_time_is_the_instant_of_the_jump() {
        assert_eq!(utc(Helsinki, (2026, 3, 29), 2, 59), "29 00:59");
        assert_eq!(utc(Helsinki, (2026, 3, 29), 3, 0), "29 01:00");
        assert_eq!(utc(Helsinki, (2026, 3, 29), 3, 30), "29 01:00");
        assert_eq!(utc(Helsinki, (2026, 3, 29), 4, 0), "29 01:00");
        assert_eq!(utc(chrono_tz::Pacific::Apia, (2011, 12, 30), 12, 0), "30 10:00");
    }

    #[test]
    fn a_time_shown_twice_is_its_first_showing() {
        assert_eq!(utc(Helsinki, (2026, 10, 25), 3, 30), "25 00:30");
        assert_eq!(utc(Helsinki, (2026, 10, 25), 4, 0), "25 02:00");
    }

    #[test]
    fn the_changes_of_a_year() {
        let begin = 1_767_225_600; // 2026-01-01 in UTC
        let changes = offsets(Helsinki, begin, begin + 365 * super::DAY);
        let shown: Vec<String> =
            changes.iter().map(|(at, by)| format!("{} {by}", moment(*at).format("%m-%d %H:%M"))).collect();
        assert_eq!(shown, ["01-01 00:00 7200", "03-29 01:00 10800", "10-25 01:00 7200"]);
    }
}
