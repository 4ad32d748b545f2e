//! How often an entry is read through: a number of days, weeks, months or years.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

/// A calendar interval such as "6 months".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Days.
    Days(u32),
    /// Months.
    Months(u32),
}

impl Interval {
    /// Reads `6 months`, `1 year`, `2 weeks`, `90 days`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let number: u32 = words.next()?.parse().ok().filter(|n| (1..=1000).contains(n))?;
        let unit = words.next()?;
        if words.next().is_some() {
            return None;
        }
        match unit.strip_suffix('s').unwrap_or(unit) {
            "day" => Some(Self::Days(number)),
            "week" => Some(Self::Days(number * 7)),
            "month" => Some(Self::Months(number)),
            "year" => Some(Self::Months(number * 12)),
            _ => None,
        }
    }

    /// The date that lies one interval after `date`; the last date there is when it lies beyond.
    pub fn after(self, date: NaiveDate) -> NaiveDate {
        match self {
            Self::Days(days) => date.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => date.checked_add_months(Months::new(months)),
        }
        .unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Interval {
    /// As the format writes it: `14 days`, `6 months`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) => (months, "month"),
        };
        write!(f, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}
