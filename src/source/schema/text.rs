//! The building blocks of all files: text in several languages, lists of it, groups by id.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::{Span, Spanned};

/// A piece of text and where it stands.
pub type Str = Spanned<String>;

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// The schema of a [`Str`] that authors may well write as a bare number.
pub(super) struct Scalar;

impl JsonSchema for Scalar {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Scalar".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number"]})
    }
}

/// The schema of a [`OneOrMany`] of such values.
pub(super) struct ScalarOrMany;

impl JsonSchema for ScalarOrMany {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "ScalarOrMany".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let one = serde_json::json!({"type": ["string", "number"]});
        json_schema!({"anyOf": [one.clone(), {"type": "array", "items": one}]})
    }
}

/// Text in the company's first language, or a group from language to text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextDoc {
    /// In the first language.
    One(Str),
    /// By language.
    Many(Vec<(Str, Str)>),
}

impl TextDoc {
    /// Where its first version stands; none when it is an empty group.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::One(text) => Some(text.span),
            Self::Many(entries) => entries.first().map(|(_, text)| text.span),
        }
    }
}

impl<'de> Deserialize<'de> for TextDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Raw {
            One(String),
            Many(Vec<(Str, Str)>),
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or a group such as `{en: ..., fi: ...}`")
            }
            fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw::One(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Raw::Many(entries))
            }
        }
        impl<'de> Deserialize<'de> for Raw {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string(Either)
            }
        }
        let raw = Spanned::<Raw>::deserialize(deserializer)?;
        Ok(match raw.value {
            Raw::One(text) => Self::One(Spanned::new(text, raw.span)),
            Raw::Many(entries) => Self::Many(entries),
        })
    }
}

impl JsonSchema for TextDoc {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Text in the company's first language, or a group from language to text.",
            "anyOf": [
                {"type": ["string", "number", "boolean"]},
                {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
            ]
        })
    }
}

/// A list of texts in the first language, or a group from language to such a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextListDoc {
    /// In the first language.
    One(Vec<Str>),
    /// By language.
    Many(Vec<(Str, Vec<Str>)>),
}

impl Default for TextListDoc {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl<'de> Deserialize<'de> for TextListDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = TextListDoc;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list such as `[pay is late, payslip]`, or such a list for each language")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<TextListDoc, A::Error> {
                let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0));
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(TextListDoc::One(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TextListDoc, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(TextListDoc::Many(entries))
            }
        }
        deserializer.deserialize_seq(Either)
    }
}

impl JsonSchema for TextListDoc {
    fn schema_name() -> Cow<'static, str> {
        "TextList".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let list = serde_json::json!({"type": "array", "items": {"type": ["string", "number", "boolean"]}});
        json_schema!({
            "description": "A list of texts in the company's first language, or a group from language to such a list.",
            "anyOf": [list.clone(), {"type": "object", "additionalProperties": list}]
        })
    }
}

/// Entries by id, in the order in which they were written.
#[derive(Clone, Debug)]
pub struct Keyed<T>(pub Vec<(Str, Spanned<T>)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Keyed<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a group of entries, each under its id")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<T>, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Keyed(entries))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Keyed<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("{}ById", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"type": "object", "additionalProperties": item})
    }
}

/// One value alone, an id or a date or a time, or the whole group when there is more to say.
#[derive(Clone, Debug)]
pub enum Shorthand<T> {
    /// Just the value.
    Bare(Str),
    /// The whole.
    Full(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shorthand<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Raw<T> {
            Bare(String),
            Full(T),
        }
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = Raw<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value, or a group of `key: value` lines")
            }
            fn visit_str<E>(self, text: &str) -> Result<Raw<T>, E> {
                Ok(Raw::Bare(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Raw<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Raw::Full)
            }
        }
        impl<'de, T: Deserialize<'de>> Deserialize<'de> for Raw<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string(Either(PhantomData))
            }
        }
        let raw = Spanned::<Raw<T>>::deserialize(deserializer)?;
        Ok(match raw.value {
            Raw::Bare(value) => Self::Bare(Spanned::new(value, raw.span)),
            Raw::Full(full) => Self::Full(full),
        })
    }
}

impl<T: JsonSchema> JsonSchema for Shorthand<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}OrValue", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let full = generator.subschema_for::<T>();
        json_schema!({"anyOf": [{"type": "string"}, full]})
    }
}

/// One value, or a list of such values: ids, or days.
#[derive(Clone, Debug, Default)]
pub struct OneOrMany(pub Vec<Str>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Raw {
            One(String),
            Many(Vec<Str>),
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one of them, or a list such as `[one, another]`")
            }
            fn visit_str<E>(self, id: &str) -> Result<Raw, E> {
                Ok(Raw::One(id.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
                let mut ids = Vec::with_capacity(seq.size_hint().unwrap_or(0));
                while let Some(id) = seq.next_element()? {
                    ids.push(id);
                }
                Ok(Raw::Many(ids))
            }
        }
        impl<'de> Deserialize<'de> for Raw {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string(Either)
            }
        }
        let raw = Spanned::<Raw>::deserialize(deserializer)?;
        Ok(match raw.value {
            Raw::One(id) => Self(vec![Spanned::new(id, raw.span)]),
            Raw::Many(ids) => Self(ids),
        })
    }
}

impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
    }
}
