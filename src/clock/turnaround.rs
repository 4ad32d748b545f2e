//! When what was asked for is due: after a time, or at a time of day as counters and couriers promise it.

use std::fmt;

use chrono::Timelike;

use crate::clock::deadline_words;
use crate::clock::duration::{Duration, MOST_DAYS};
use crate::clock::recurrence::DueTime;

/// Minutes from midnight to midnight.
const DAY: u16 = 24 * 60;

/// When what was asked for is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turnaround {
    /// After so much time.
    Within(Duration),
    /// At a time of day.
    By(DayTime),
}

/// A time of day on an opening day: asked by two o'clock, done at four.
///
/// Who asks by `asked_by` on an opening day has that day as the first one, even when it has closed by then; everybody
/// else the next opening day. Without `asked_by` it is the day on which the clock starts. So many `days` later, counted
/// in opening days, it is due `at` that time of day, or where it is not open then at the last open moment before on
/// that day, or else when the day opens. Where that were earlier than the question, the next opening day counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayTime {
    days: u32,
    at: ClockTime,
    asked_by: Option<ClockTime>,
}

/// A time of day, from midnight to midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClockTime(u16);

/// The pieces of a time of day as they stand in the catalog, numbers as text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DayTimeParts<'a> {
    /// How many opening days later; the same one when left out.
    pub days: Option<&'a str>,
    /// The time of day, `HH:MM` (or `24:00`).
    pub at: Option<&'a str>,
    /// Until when one has to ask; until it closes when left out, and on the same day until `at`.
    pub asked_by: Option<&'a str>,
}

/// A key of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayTimeField {
    /// `days`
    Days,
    /// `at`
    At,
    /// `asked_by`
    AskedBy,
}

/// Why the pieces make no time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayTimeError {
    /// Whose value is wrong.
    pub field: DayTimeField,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// A value for that field that was probably meant.
    pub suggestion: Option<String>,
}

impl Turnaround {
    /// The length of time, if it is one.
    pub fn duration(self) -> Option<Duration> {
        match self {
            Self::Within(duration) => Some(duration),
            Self::By(_) => None,
        }
    }

    /// The minutes of a length of time that has no days.
    pub fn minutes_alone(self) -> Option<u32> {
        self.duration().filter(|duration| duration.days() == 0).map(Duration::minutes)
    }

    /// Whether it matters when one asks while it is closed: who asks in time on a day that is over has that day.
    pub fn counts_while_closed(self) -> bool {
        matches!(self, Self::By(time) if time.asked_by.is_some())
    }

    /// Whole days: opening days by a service's clock.
    pub fn days(self) -> u32 {
        match self {
            Self::Within(duration) => duration.days(),
            Self::By(time) => time.days,
        }
    }

    /// Due a day later; `None` beyond ten years.
    pub fn a_day_later(self) -> Option<Self> {
        match self {
            Self::Within(time) => Duration::new(time.days() + 1, time.minutes()).map(Self::Within),
            Self::By(time) => (time.days < MOST_DAYS).then(|| Self::By(DayTime { days: time.days + 1, ..time })),
        }
    }
}

impl From<Duration> for Turnaround {
    fn from(duration: Duration) -> Self {
        Self::Within(duration)
    }
}

impl DayTime {
    /// Reads the pieces; each that is wrong is told.
    pub fn parse(parts: &DayTimeParts<'_>) -> Result<Self, Vec<DayTimeError>> {
        let days = parts.days.map_or(Ok(0), read_days);
        let at = parts.at.map(|at| clock_time(at, DayTimeField::At)).unwrap_or_else(|| Err(without_time(parts, &days)));
        let asked_by = parts.asked_by.map(|by| clock_time(by, DayTimeField::AskedBy)).transpose();
        let (days, at, asked_by) = match (days, at, asked_by) {
            (Ok(days), Ok(at), Ok(asked_by)) => (days, at, asked_by),
            (days, at, asked_by) => return Err([days.err(), at.err(), asked_by.err()].into_iter().flatten().collect()),
        };
        match asked_by.filter(|by| days == 0 && *by > at) {
            None => Ok(Self { days, at, asked_by }),
            Some(by) => Err(vec![DayTimeError {
                field: DayTimeField::AskedBy,
                message: format!("asked by {by} it cannot be due at {at} on the same day"),
                suggestion: None,
            }]),
        }
    }

    /// How many opening days after the one on which it is asked in time.
    pub fn days(self) -> u32 {
        self.days
    }

    /// The time of day.
    pub fn at(self) -> ClockTime {
        self.at
    }

    /// Until when one has to ask.
    pub fn asked_by(self) -> Option<ClockTime> {
        self.asked_by
    }

    /// The same due at another time of day. Who asks later than that on the same day has the next day in any case.
    pub(super) fn due_at(self, minute: u16) -> Self {
        let at = ClockTime(minute);
        let asked_by = self.asked_by.map(|by| if self.days == 0 { by.min(at) } else { by });
        Self { at, asked_by, ..self }
    }
}

fn without_time(parts: &DayTimeParts<'_>, days: &Result<u32, DayTimeError>) -> DayTimeError {
    let message = match (parts.asked_by, days) {
        (None, Ok(days @ 1..)) => format!("without a time of day it is a length of time: write `{days}d`"),
        _ => "it does not say at what time it is due: add `at:`, such as `at: \"16:00\"`".to_owned(),
    };
    DayTimeError { field: DayTimeField::At, message, suggestion: None }
}

fn read_days(text: &str) -> Result<u32, DayTimeError> {
    let figures = text.len() <= 4 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let days = figures.then(|| text.parse().ok()).flatten().filter(|days| *days <= MOST_DAYS);
    days.ok_or_else(|| DayTimeError {
        field: DayTimeField::Days,
        message: "`days` is how many opening days later it is due: `0` for the same day, `1` for the next".to_owned(),
        suggestion: Duration::parse(text)
            .map_or_else(|error| error.suggestion.and_then(|text| Duration::parse(&text).ok()), Some)
            .filter(|time| time.minutes() == 0)
            .map(|time| time.days().to_string()),
    })
}

fn clock_time(text: &str, field: DayTimeField) -> Result<ClockTime, DayTimeError> {
    match deadline_words::time(text) {
        Ok(time) => Ok(time.into()),
        Err(error) => Err(DayTimeError { field, message: error.message, suggestion: error.suggestion }),
    }
}

impl ClockTime {
    /// Minutes since midnight, at most 24 hours of them.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl From<DueTime> for ClockTime {
    fn from(time: DueTime) -> Self {
        match time {
            DueTime::At(time) => Self(u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(DAY)),
            DueTime::DayEnd | DueTime::Closing => Self(DAY),
        }
    }
}

impl fmt::Display for ClockTime {
    /// `16:00`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Display for DayTime {
    /// As the format writes it: `{days: 0, at: "16:00", asked_by: "14:00"}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{days: {}, at: \"{}\"", self.days, self.at)?;
        if let Some(by) = self.asked_by {
            write!(f, ", asked_by: \"{by}\"")?;
        }
        f.write_str("}")
    }
}

impl fmt::Display for Turnaround {
    /// As the format writes it: `1d 4h`, `{days: 0, at: "16:00"}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(duration) => duration.fmt(f),
            Self::By(time) => time.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DayTime, DayTimeField, DayTimeParts};

    fn parse(days: Option<&str>, at: Option<&str>, asked_by: Option<&str>) -> Result<String, (DayTimeField, String)> {
        let parsed = DayTime::parse(&DayTimeParts { days, at, asked_by });
        parsed.map(|time| time.to_string()).map_err(|errors| {
            let error = errors.into_iter().next().unwrap();
            (error.field, error.suggestion.unwrap_or(error.message))
        })
    }

    #[test]
    fn the_notation() {
        let whole = parse(Some("0"), Some("16:00"), Some("14:00"));
        assert_eq!(whole.as_deref(), Ok("{days: 0, at: \"16:00\", asked_by: \"14:00\"}"));
        assert_eq!(parse(None, Some("24:00"), None).as_deref(), Ok("{days: 0, at: \"24:00\"}"));
        let next = parse(Some("1"), Some("10:00"), Some("14:00"));
        assert_eq!(next.as_deref(), Ok("{days: 1, at: \"10:00\", asked_by: \"14:00\"}"));
    }

    #[test]
    fn what_a_clerk_would_write_is_told() {
        for (days, at, asked_by, field, told) in [
            (Some("1d"), Some("16:00"), None, DayTimeField::Days, "1"),
            (Some("2 days"), Some("16:00"), None, DayTimeField::Days, "2"),
            (Some("0"), Some("4 pm"), None, DayTimeField::At, "16:00"),
            (Some("0"), Some("16.00"), None, DayTimeField::At, "16:00"),
            (Some("0"), Some("16:00"), Some("klo 14"), DayTimeField::AskedBy, "14:00"),
            (
                Some("0"),
                Some("10:00"),
                Some("14:00"),
                DayTimeField::AskedBy,
                "asked by 14:00 it cannot be due at 10:00 on the same day",
            ),
            (Some("2"), None, None, DayTimeField::At, "without a time of day it is a length of time: write `2d`"),
        ] {
            assert_eq!(parse(days, at, asked_by), Err((field, told.to_owned())), "{days:?} {at:?} {asked_by:?}");
        }
    }
}
