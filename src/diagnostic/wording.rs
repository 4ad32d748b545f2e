//! Counts, lists and moments in the sentences of findings, and of the command line.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

/// How many names a sentence holds before it is no longer read.
const SHOWN: usize = 3;

/// "1 service", "12 services", "2,140 services".
pub fn count(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// A number with commas between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "`a`, `b` and `c`"; of more than three, "`a`, `b`, `c` and 4 more".
pub fn listed<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut parts: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    if ids.len() > SHOWN {
        parts.push(format!("{} more", grouped(ids.len() - SHOWN)));
    }
    joined(&parts)
}

/// "a, b and c".
pub fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// An instant as the wall of a zone shows it: `Fri 27 Nov 15:40`, with the year where it is another one
/// than that of the moment at which it is read.
pub fn moment(at: DateTime<Utc>, zone: Tz, read: DateTime<Utc>) -> String {
    let (at, read) = (at.with_timezone(&zone), read.with_timezone(&zone));
    let form = if at.year() == read.year() { "%a %-d %b %H:%M" } else { "%a %-d %b %Y %H:%M" };
    at.format(form).to_string()
}

/// A length of time in hours and minutes: `2 hours and 5 minutes`; a part of a minute counts as one.
pub fn length(seconds: i64) -> String {
    let minutes = usize::try_from((seconds + 59) / 60).unwrap_or_default();
    let parts = [(minutes / 60, "hour"), (minutes % 60, "minute")];
    let parts: Vec<String> = parts.iter().filter(|(number, _)| *number > 0).map(|(n, noun)| count(*n, noun)).collect();
    joined(&parts)
}
