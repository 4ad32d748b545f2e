//! When a promise is due: after a length of time, or at a time of day.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::text::{Scalar, Str};
use crate::diagnostic::Spanned;

/// When a promise is due.
#[derive(Clone, Debug)]
pub enum TurnaroundDoc {
    /// A length of time: `4h`.
    Within(Str),
    /// A time of day.
    By(Box<Spanned<DayTimeDoc>>),
}

/// A time of day on an opening day, as counters and couriers promise it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "a time such as `4h`, or `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`"
)]
#[schemars(title = "Time of day", extend("required" = ["at"]))]
pub struct DayTimeDoc {
    /// How many opening days after the one on which it is asked in time: `0` (when left out) is the same day, `1` the
    /// next one.
    #[schemars(with = "Option<Scalar>")]
    pub days: Option<Str>,
    /// At what time it is due, `"16:00"`. Where it is not open then, the last open moment before on that day counts,
    /// or else its opening.
    pub at: Option<Str>,
    /// Until when one has to ask, `"14:00"`: whoever asks later, or on a closed day, has the next opening day as the
    /// first one. Until it closes when left out; on the same day until `at`.
    pub asked_by: Option<Str>,
}

impl<'de> Deserialize<'de> for TurnaroundDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Raw {
            Within(String),
            By(DayTimeDoc),
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time such as `4h`, or `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`")
            }
            fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw::Within(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Raw, A::Error> {
                DayTimeDoc::deserialize(MapAccessDeserializer::new(map)).map(Raw::By)
            }
        }
        impl<'de> Deserialize<'de> for Raw {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string(Either)
            }
        }
        let raw = Spanned::<Raw>::deserialize(deserializer)?;
        Ok(match raw.value {
            Raw::Within(text) => Self::Within(Spanned::new(text, raw.span)),
            Raw::By(doc) => Self::By(Box::new(Spanned::new(doc, raw.span))),
        })
    }
}

impl JsonSchema for TurnaroundDoc {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Turnaround".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let time_of_day = generator.subschema_for::<DayTimeDoc>();
        json_schema!({"anyOf": [{"type": "string"}, time_of_day]})
    }
}
