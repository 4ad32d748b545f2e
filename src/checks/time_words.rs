//! Times and durations in the words of the findings.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::clock::Duration;

/// An instant as the wall of a zone shows it: `Fri 27 Nov 15:40`.
pub(super) fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%a %-d %b %H:%M").to_string()
}

/// A promised time: `1 working day`, `4 working hours`, and without "working" when the clock always runs.
pub(super) fn duration(time: Duration, always: bool) -> String {
    let kind = if always { "" } else { "working " };
    let days = counted(time.days().into(), &format!("{kind}day"));
    let hours = counted((time.minutes() / 60).into(), &format!("{kind}hour"));
    let minutes_kind = if time.minutes() >= 60 { "" } else { kind };
    let minutes = counted((time.minutes() % 60).into(), &format!("{minutes_kind}minute"));
    joined([days, hours, minutes])
}

/// A length of time in hours and minutes: `2 hours and 5 minutes`.
pub(super) fn length(seconds: i64) -> String {
    // A part of a minute is late, too.
    let minutes = (seconds + 59) / 60;
    joined([String::new(), counted(minutes / 60, "hour"), counted(minutes % 60, "minute")])
}

/// A share in whole per cent; the smallest and the largest are not rounded away.
pub(super) fn share(part: u32, whole: u32) -> String {
    let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
    match (part * 200 + whole) / (whole * 2) {
        0 => "less than 1%".into(),
        100 if part < whole => "more than 99%".into(),
        percent => format!("{percent}%"),
    }
}

fn counted(count: i64, unit: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {unit}"),
        _ => format!("{count} {unit}s"),
    }
}

fn joined(parts: [String; 3]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" and ")
}
