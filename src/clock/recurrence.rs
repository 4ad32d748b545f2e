//! The pieces of a deadline's rule.

use std::fmt;

use chrono::{NaiveDate, NaiveTime, Weekday};

/// How often a deadline comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Each week, from Monday (ISO 8601).
    Week,
    /// Each fourteen days, counted from a date.
    #[serde(rename = "2 weeks")]
    TwoWeeks,
    /// Each calendar month.
    Month,
    /// Each three months from January.
    Quarter,
    /// Each calendar year.
    Year,
    /// Once only.
    Once,
}

/// Which day of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueDay {
    /// 1 to 31, of the month or of the quarter's first month.
    OfMonth(u32),
    /// A day of the week.
    Weekday(Weekday),
    /// The weekday with this number, from 1 to 4, of the period: its second Monday.
    NthWeekday(u32, Weekday),
    /// The last such weekday of the period.
    LastWeekday(Weekday),
    /// The last opening day of the period.
    LastWorkingDay,
    /// The opening day with this number, from 1, of the period.
    WorkingDay(u32),
    /// A month (1 to 12) and a day (1 to 31).
    MonthDay(u32, u32),
    /// A single date.
    Date(NaiveDate),
}

impl fmt::Display for Every {
    /// As the format writes it: `month`, `2 weeks`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Week => "week",
            Self::TwoWeeks => "2 weeks",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Once => "once",
        })
    }
}

impl fmt::Display for DueTime {
    /// As the format writes it: `12:00`; nothing for closing time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => write!(f, "{}", time.format("%H:%M")),
            Self::DayEnd => f.write_str("24:00"),
            Self::Closing => Ok(()),
        }
    }
}

impl fmt::Display for IfClosed {
    /// As the format writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Same => "same",
        })
    }
}

impl fmt::Display for DueDay {
    /// As the format writes it: `15`, `fri`, `first mon`, `last-working-day`, `12-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekday = |day: Weekday| day.to_string().to_lowercase();
        match *self {
            Self::OfMonth(day) => write!(f, "{day}"),
            Self::Weekday(day) => f.write_str(&weekday(day)),
            Self::NthWeekday(number, day) => {
                let which = ["first", "second", "third", "fourth"];
                let word = which.get(number.saturating_sub(1) as usize).copied().unwrap_or_default();
                write!(f, "{word} {}", weekday(day))
            }
            Self::LastWeekday(day) => write!(f, "last {}", weekday(day)),
            Self::LastWorkingDay => f.write_str("last-working-day"),
            Self::WorkingDay(number) => write!(f, "working-day {number}"),
            Self::MonthDay(month, day) => write!(f, "{month:02}-{day:02}"),
            Self::Date(date) => write!(f, "{date}"),
        }
    }
}

/// At what local time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueTime {
    /// A time of day, to the minute.
    At(NaiveTime),
    /// 24:00, the end of the day.
    DayEnd,
    /// When the service closes on that day; the end of the day if it does not open.
    Closing,
}

/// What happens to a deadline on a day on which nothing opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IfClosed {
    /// It moves to the last working day before.
    Before,
    /// It moves to the first working day after.
    After,
    /// It stays.
    Same,
}
