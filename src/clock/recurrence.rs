//! The pieces of a deadline's rule.

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
