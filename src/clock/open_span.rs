//! One opening as instants, and what is to be said of an instant.

use chrono::{DateTime, NaiveDate, Utc};

use crate::clock::local::moment;

/// One opening of one day, as instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSpan {
    pub(super) start: i64,
    pub(super) end: i64,
    /// The index of its opening day.
    pub(super) day: u32,
    pub(super) date: NaiveDate,
}

/// What is to be said of an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Open, until the first instant at which it is closed, through spans that touch; `None`: not
    /// within the horizon.
    Open {
        /// When it closes.
        until: Option<DateTime<Utc>>,
    },
    /// Closed, until it opens next; `None`: not within the horizon.
    Closed {
        /// When it opens.
        opens: Option<DateTime<Utc>>,
    },
}

impl OpenSpan {
    /// When it opens.
    pub fn start(&self) -> DateTime<Utc> {
        moment(self.start)
    }

    /// When it closes.
    pub fn end(&self) -> DateTime<Utc> {
        moment(self.end)
    }

    /// The local date to which it belongs: the one on which it begins.
    pub fn date(&self) -> NaiveDate {
        self.date
    }
}
