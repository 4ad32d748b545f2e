//! Days that the weekly rules do not know, closed or shorter (schema.org, `specialOpeningHoursSpecification`).

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::clock::opening::Opening;

/// A day, or several in a row, with less open than the weekly rules say.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpecialDay {
    /// The first of them.
    pub first: NaiveDate,
    /// The last of them, the first one itself when it is alone.
    pub last: NaiveDate,
    /// Whether the same day of each year is meant; such a day is alone.
    pub yearly: bool,
    /// To what the openings of the day are cut; it is closed without any.
    pub hours: Arc<[Opening]>,
    /// How readers know it.
    pub name: Option<DayName>,
}

/// The number of the name of a special day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DayName(pub usize);

impl SpecialDay {
    /// Whether a date is one of them.
    pub fn covers(&self, date: NaiveDate) -> bool {
        match self.yearly {
            true => (self.first.month(), self.first.day()) == (date.month(), date.day()),
            false => (self.first..=self.last).contains(&date),
        }
    }

    /// Whether nothing opens on it.
    pub fn is_closed(&self) -> bool {
        self.hours.is_empty()
    }

    /// What is left of an opening of such a day.
    pub(super) fn cut(&self, opening: Opening) -> impl Iterator<Item = Opening> {
        let left =
            move |hours: &Opening| Opening { start: opening.start.max(hours.start), end: opening.end.min(hours.end) };
        self.hours.iter().map(left).filter(|left| left.start < left.end)
    }
}

impl From<NaiveDate> for SpecialDay {
    /// A single closed day.
    fn from(date: NaiveDate) -> Self {
        Self { first: date, last: date, yearly: false, hours: Arc::new([]), name: None }
    }
}
