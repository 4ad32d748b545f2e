//! How long something may take: `30m`, `4h`, `2d`, `1d 4h`.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::duration_words;

/// The longest duration that is taken: ten years of days. More is a slip of the pen.
pub(super) const MOST_DAYS: u32 = 3_660;
/// The longest time of day part: as many hours as there are in a year.
const MOST_MINUTES: u32 = 366 * 24 * 60;

/// Days and, after them, minutes.
///
/// A day is not a number of hours: by a service's clock `1d` is the same time of day on the next
/// opening day, and `24h` are twenty-four open hours. There is therefore no order between durations;
/// two of them are compared by adding both to an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    days: u32,
    minutes: u32,
}

/// Why a text is not a duration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DurationError {
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// The duration that was probably meant, as it should be written; it always parses.
    pub suggestion: Option<String>,
}

impl Duration {
    /// From whole days and minutes; `None` for nothing at all, and for more than ten years of days
    /// or a year of hours.
    pub fn new(days: u32, minutes: u32) -> Option<Self> {
        let some = days > 0 || minutes > 0;
        (some && days <= MOST_DAYS && minutes <= MOST_MINUTES).then_some(Self { days, minutes })
    }

    /// Reads the format's notation: days, hours and minutes in this order, each a whole number with
    /// its letter `d`, `h` or `m`, with one space between them, and at least one of them.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let Some((days, minutes)) = read(text) else {
            let meant = duration_words::guess(text).and_then(|(days, minutes)| Self::new(days, minutes));
            return Err(DurationError {
                message: complaint(text),
                suggestion: meant.map(|duration| duration.to_string()),
            });
        };
        Self::new(days, minutes).ok_or_else(|| DurationError {
            message: if days == 0 && minutes == 0 {
                format!("`{text}` is no time at all")
            } else {
                format!("`{text}` is longer than anybody would wait")
            },
            suggestion: None,
        })
    }

    /// Whole days: opening days by a service's clock, 24 hours each when the clock always runs.
    pub fn days(self) -> u32 {
        self.days
    }

    /// The minutes that follow the days; open minutes by a service's clock.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// The instant this long after `asked` when the clock always runs (`clock: always`): a day is 24
    /// hours, whatever the clocks on the wall do. `None` only at the end of chrono's calendar.
    pub fn always_after(self, asked: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let minutes = i64::from(self.days) * 24 * 60 + i64::from(self.minutes);
        asked.checked_add_signed(TimeDelta::minutes(minutes))
    }
}

impl fmt::Display for Duration {
    /// The canonical form: `1d 4h 30m`; minutes never reach 60, hours are not folded into days.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.days, 'd'), (self.minutes / 60, 'h'), (self.minutes % 60, 'm')];
        let mut gap = "";
        for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{gap}{count}{unit}")?;
            gap = " ";
        }
        Ok(())
    }
}

/// Days and minutes of a text in strict notation.
fn read(text: &str) -> Option<(u32, u32)> {
    let (mut days, mut minutes) = (0_u32, 0_u32);
    let mut units = ['d', 'h', 'm'].into_iter();
    for part in text.split(' ') {
        let unit = part.chars().next_back()?;
        let digits = part.strip_suffix(unit)?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count: u32 = digits.parse().ok()?;
        units.find(|next| *next == unit)?;
        match unit {
            'd' => days = count,
            'h' => minutes = count.checked_mul(60)?,
            _ => minutes = minutes.checked_add(count)?,
        }
    }
    Some((days, minutes))
}

fn complaint(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "a duration is missing here, such as `30m`, `4h`, `2d` or `1d 4h`".into();
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("`{text}` of what? Write `{text}m` for minutes, `{text}h` for hours or `{text}d` for days");
    }
    let shown: String = text.chars().take(40).collect();
    format!("`{shown}` is not a duration: write minutes as `30m`, hours as `4h`, days as `2d`, or `1d 4h`")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::Duration;

    #[test]
    fn the_notation() {
        for (text, days, minutes) in [
            ("30m", 0, 30),
            ("4h", 0, 240),
            ("2d", 2, 0),
            ("1d 4h", 1, 240),
            ("1d 4h 30m", 1, 270),
            ("1d 30m", 1, 30),
            ("36h", 0, 2160),
            ("90m", 0, 90),
            ("0d 4h", 0, 240),
        ] {
            let duration = Duration::parse(text).unwrap();
            assert_eq!((duration.days(), duration.minutes()), (days, minutes), "{text}");
        }
        assert_eq!(Duration::parse("90m").unwrap().to_string(), "1h 30m");
    }

    #[test]
    fn what_a_clerk_would_write_gets_a_suggestion() {
        for (text, meant) in [
            ("4 hours", "4h"),
            ("4 t", "4h"),
            ("4 tuntia", "4h"),
            ("2 days", "2d"),
            ("2 working days", "2d"),
            ("2 pv", "2d"),
            ("kaksi päivää", "2d"),
            ("1.5h", "1h 30m"),
            ("1,5 h", "1h 30m"),
            ("90 min", "1h 30m"),
            ("1d4h", "1d 4h"),
            ("4h 1d", "1d 4h"),
            ("1d, 4h", "1d 4h"),
            ("1d  4h", "1d 4h"),
            (" 4h", "4h"),
            ("4H", "4h"),
            ("PT4H", "4h"),
            ("P1DT4H", "1d 4h"),
            ("1:30", "1h 30m"),
            ("2 arbetsdagar", "2d"),
            ("4 godziny", "4h"),
            ("2 dni robocze", "2d"),
            ("half an hour", "30m"),
            ("an hour", "1h"),
            ("0.5d", "4h"),
            ("1 week", "5d"),
            ("two weeks", "10d"),
            ("1 day and 4 hours", "1d 4h"),
        ] {
            let error = Duration::parse(text).unwrap_err();
            assert_eq!(error.suggestion.as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn no_guess_where_none_is_safe() {
        for text in ["", "4", "soon", "0.3d", "-4h", "4x", "d", "0m", "0d 0h", "99999999999h", "99999d", "4h 4h"] {
            let error = Duration::parse(text).unwrap_err();
            assert_eq!(error.suggestion, None, "{text}");
            assert!(!error.message.is_empty());
        }
        assert!(Duration::parse("4").unwrap_err().message.contains("`4h` for hours"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in ".{0,60}") {
            if let Err(error) = Duration::parse(&text)
                && let Some(meant) = error.suggestion
            {
                prop_assert!(Duration::parse(&meant).is_ok(), "{meant}");
            }
        }

        #[test]
        fn what_is_written_is_read_again(days in 0_u32..4000, minutes in any::<u32>()) {
            if let Some(duration) = Duration::new(days, minutes % 600_000) {
                prop_assert_eq!(Duration::parse(&duration.to_string()).unwrap(), duration);
            }
        }
    }
}
