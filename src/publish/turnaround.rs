//! When a promise is due.

use std::ops::Deref;

use schemars::JsonSchema;
use serde::Serialize;

use super::value::Spelled;
use crate::clock::{ClockTime, Duration, Turnaround};

/// When a promise is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "Written")]
#[schemars(inline)]
pub struct Promised(#[schemars(with = "Written")] pub Turnaround);

/// As it is written.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Written {
    /// After a length of time: `1d 4h`.
    Within(Spelled<Duration>),
    /// At a time of day on an opening day.
    By(TimeOfDay),
}

/// A time of day on an opening day.
#[derive(Serialize, JsonSchema)]
struct TimeOfDay {
    /// How many opening days after the one on which it is asked in time.
    days: u32,
    /// The time of day, `16:00`.
    at: Spelled<ClockTime>,
    /// Until when one has to ask.
    asked_by: Option<Spelled<ClockTime>>,
}

impl From<Promised> for Written {
    fn from(promised: Promised) -> Self {
        match promised.0 {
            Turnaround::Within(time) => Self::Within(Spelled(time)),
            Turnaround::By(time) => Self::By(TimeOfDay {
                days: time.days(),
                at: Spelled(time.at()),
                asked_by: time.asked_by().map(Spelled),
            }),
        }
    }
}

impl Deref for Promised {
    type Target = Turnaround;

    fn deref(&self) -> &Turnaround {
        &self.0
    }
}
