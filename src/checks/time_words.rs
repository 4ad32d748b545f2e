//! Promised times and shares in the words of the findings.

use crate::clock::{DayTime, Duration, Turnaround};
use crate::diagnostic::wording::{count, joined};

/// When a promise is due, behind a verb: `within 1 working day`, `by 16:00 on the same opening day, asked by 14:00`.
pub(super) fn within(time: Turnaround, always: bool) -> String {
    match time {
        Turnaround::Within(time) => format!("within {}", duration(time, always)),
        Turnaround::By(time) => by(time),
    }
}

/// The same as it stands alone: `1 working day`.
pub(super) fn turnaround(time: Turnaround, always: bool) -> String {
    match time {
        Turnaround::Within(time) => duration(time, always),
        Turnaround::By(time) => by(time),
    }
}

fn by(time: DayTime) -> String {
    let day = match time.days() {
        0 => "on the same opening day".to_owned(),
        1 => "on the next opening day".to_owned(),
        days => format!("{days} opening days later"),
    };
    let asked = time.asked_by().map(|by| format!(", asked by {by}")).unwrap_or_default();
    format!("by {} {day}{asked}", time.at())
}

/// A length of time: `1 working day`, `4 working hours`, and without "working" when the clock always runs.
pub(super) fn duration(time: Duration, always: bool) -> String {
    let kind = if always { "" } else { "working " };
    let minutes_kind = if time.minutes() >= 60 { "" } else { kind };
    let parts = [
        (time.days(), format!("{kind}day")),
        (time.minutes() / 60, format!("{kind}hour")),
        (time.minutes() % 60, format!("{minutes_kind}minute")),
    ];
    let some = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = some.map(|(number, noun)| count(*number as usize, noun)).collect();
    joined(&parts)
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
