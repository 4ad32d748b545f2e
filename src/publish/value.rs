//! Small values in the spelling of the format: durations, shares, instants.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::Deref;

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A value in the spelling of the format: `1d 4h`, `6 months`, `week 2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelled<T>(pub T);

impl<T> Deref for Spelled<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Display> Serialize for Spelled<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<T> JsonSchema for Spelled<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Spelled".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A share, kept in per mille and written in per cent: 975 is 97.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub(super) u16);

impl Percent {
    /// In per cent.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// A mean grade, kept in hundredths: 420 is 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade(pub(super) u16);

impl Grade {
    /// From 1 to 5.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A moment, told in a time zone (RFC 3339).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The zone in which it is told.
    pub zone: Tz,
}

impl Moment {
    /// As the clock on the wall shows it.
    pub fn local(self) -> chrono::NaiveDateTime {
        self.at.with_timezone(&self.zone).naive_local()
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.at.with_timezone(&self.zone).to_rfc3339_opts(SecondsFormat::Secs, false))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A moment, told in the time zone of the service (RFC 3339).",
            "type": "string",
            "format": "date-time"
        })
    }
}

/// Numbers that are kept as whole ones.
macro_rules! number {
    ($name:ident, $least:literal, $most:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.value())
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "number", "minimum": $least, "maximum": $most })
            }
        }
    };
}

number!(Percent, 0, 100);
number!(Grade, 1, 5);
