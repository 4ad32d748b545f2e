//! Promised times and shares in the words of the findings.

use crate::clock::Duration;
use crate::diagnostic::wording::{count, joined};

/// A promised time: `1 working day`, `4 working hours`, and without "working" when the clock always runs.
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
