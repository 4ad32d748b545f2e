//! When a promise is due.

use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result};
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::value::Spelled;
use crate::clock::{DayTime, Duration, Turnaround};

/// When a promise is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promised(pub Turnaround);

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
    at: Spelled<Minute>,
    /// Until when one has to ask.
    asked_by: Option<Spelled<Minute>>,
}

/// A minute of the day.
struct Minute(u16);

impl Display for Minute {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<DayTime> for TimeOfDay {
    fn from(time: DayTime) -> Self {
        let asked_by = time.asked_by().map(|by| Spelled(Minute(by)));
        Self { days: time.days(), at: Spelled(Minute(time.at())), asked_by }
    }
}

impl Deref for Promised {
    type Target = Turnaround;

    fn deref(&self) -> &Turnaround {
        &self.0
    }
}

impl Serialize for Promised {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self.0 {
            Turnaround::Within(time) => Written::Within(Spelled(time)),
            Turnaround::By(time) => Written::By(time.into()),
        }
        .serialize(serializer)
    }
}

impl JsonSchema for Promised {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Promised".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Written::json_schema(generator)
    }
}
