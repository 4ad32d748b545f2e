//! How much findings weigh, and which of them are allowed.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::text::{Keyed, Str};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LevelDoc {
    /// The site is not built.
    Error,
    /// The site is built; readers miss something.
    Warning,
    /// Worth knowing.
    Note,
    /// Not told at all.
    Off,
}

/// The key under which levels hold for a part of the catalog.
const PATHS: &str = "paths";

/// Levels by the codes of findings, and under `paths` those of a folder or a file.
#[derive(Clone, Debug, Default)]
pub struct LevelsDoc {
    /// Everywhere.
    pub everywhere: Keyed<LevelDoc>,
    /// By path in the catalog.
    pub paths: Keyed<Keyed<LevelDoc>>,
}

impl<'de> Deserialize<'de> for LevelsDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Levels;
        impl<'de> Visitor<'de> for Levels {
            type Value = LevelsDoc;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("levels by code, such as `overdue-review: note`")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LevelsDoc, A::Error> {
                let mut levels = LevelsDoc::default();
                while let Some(code) = map.next_key::<Str>()? {
                    match code.value.as_str() {
                        PATHS => levels.paths = map.next_value()?,
                        _ => levels.everywhere.0.push((code, map.next_value()?)),
                    }
                }
                Ok(levels)
            }
        }
        deserializer.deserialize_map(Levels)
    }
}

impl JsonSchema for LevelsDoc {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (level, paths) =
            (generator.subschema_for::<LevelDoc>(), generator.subschema_for::<Keyed<Keyed<LevelDoc>>>());
        json_schema!({"title": "Levels", "type": "object", "properties": {PATHS: paths}, "additionalProperties": level})
    }
}

/// A finding that is known and stays for a while.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "what is allowed: `code`, `because` and `until`")]
#[schemars(title = "Allowance")]
pub struct AllowDoc {
    /// The code of the finding, as in `warning[missing-hours]`.
    pub code: Str,
    /// Why it stays, for whoever looks after the catalog.
    pub because: Str,
    /// The last day on which it is not told (ISO 8601).
    pub until: Str,
}
