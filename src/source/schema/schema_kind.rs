//! The kinds of files and groups that a catalog is made of, in the order in which one reads of
//! them: what the reference and the JSON Schema are made from.

use std::fmt;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};
use serde_json::Value;

use super::article::ArticleDoc;
use super::channel::ChannelDoc;
use super::company::{AudienceDoc, ChatDoc, CompanyDoc, GlossaryDoc};
use super::department::DepartmentDoc;
use super::field::FieldDoc;
use super::journey::{JourneyDoc, JourneyStepDoc};
use super::news::{IdeaDoc, NewsDoc, StoryDoc};
use super::person::{AwayDoc, PersonDoc};
use super::place::PlaceDoc;
use super::question::{QuestionDoc, QuestionsDoc};
use super::related_link::RelatedLinkDoc;
use super::service::{DependencyDoc, EscalationDoc, FaqDoc, NotIncludedDoc, ProvideDoc, ServiceDoc, StepDoc};
use super::special_day::{ClosedDayDoc, ShortDayDoc};
use super::standard::{DeadlineDoc, StandardDoc};
use super::team::{DutyDoc, MemberDoc, TeamDoc};
use super::text::Keyed;
use super::word::{WordGroupDoc, WordsDoc};

/// A kind of file, or of a group within one.
pub struct SchemaKind {
    /// What it is called.
    pub title: &'static str,
    /// The files in which it stands; none for a group within others.
    pub files: Option<&'static str>,
    /// The name of its type among the definitions.
    pub(super) definition: fn() -> String,
    /// Its keys in the order in which the type has them.
    pub(super) keys: fn() -> &'static [&'static str],
    schema: fn(SchemaGenerator) -> schemars::Schema,
}

/// All kinds.
pub const KINDS: &[SchemaKind] = &[
    file::<CompanyDoc>("Company", "`catalog.yaml`"),
    part::<AudienceDoc>("Audience"),
    part::<ChatDoc>("Chat"),
    part::<FieldDoc>("Field"),
    part::<GlossaryDoc>("Glossary entry"),
    SchemaKind {
        schema: |generator| generator.into_root_schema_for::<Keyed<PersonDoc>>(),
        ..file::<PersonDoc>("Person", "`people.yaml` or `people/*.yaml`, each under an id")
    },
    part::<AwayDoc>("Time away"),
    SchemaKind {
        schema: |generator| generator.into_root_schema_for::<Keyed<PlaceDoc>>(),
        ..file::<PlaceDoc>("Place", "`places.yaml` or `places/*.yaml`, each under an id")
    },
    part::<RelatedLinkDoc>("Link"),
    part::<ClosedDayDoc>("Closed days"),
    part::<ShortDayDoc>("Short day"),
    file::<DepartmentDoc>("Department", "`departments/ID.yaml` or `departments/ID/department.yaml`"),
    file::<TeamDoc>("Team", "`departments/*/teams/ID.yaml`, or under `teams` of its department"),
    part::<MemberDoc>("Member"),
    part::<DutyDoc>("Turn of duty"),
    file::<ServiceDoc>("Service", "`departments/*/services/ID.yaml`, or under `services` of its department"),
    part::<ChannelDoc>("Channel"),
    part::<StandardDoc>("Standard"),
    part::<DeadlineDoc>("Deadline"),
    part::<ProvideDoc>("You provide"),
    part::<NotIncludedDoc>("Not included"),
    part::<StepDoc>("Step"),
    part::<DependencyDoc>("Dependency"),
    part::<EscalationDoc>("Escalation"),
    part::<FaqDoc>("Question and answer"),
    file::<ArticleDoc>("Article", "the head of `departments/*/articles/ID.md`"),
    file::<JourneyDoc>("Journey", "`journeys/ID.yaml`"),
    part::<JourneyStepDoc>("Journey step"),
    file::<QuestionsDoc>("Questions", "`questions.yaml`"),
    part::<QuestionDoc>("Question"),
    file::<WordsDoc>("Words", "`words.yaml`"),
    part::<WordGroupDoc>("Word group"),
    file::<NewsDoc>("News", "the head of `news/ID.md`"),
    file::<StoryDoc>("Story", "the head of `stories/ID.md`"),
    file::<IdeaDoc>("Idea", "`ideas/ID.yaml`"),
];

impl SchemaKind {
    /// The word that names it on the command line: `service`.
    pub fn word(&self) -> String {
        self.title.to_lowercase().replace(' ', "-")
    }
}

const fn file<T: JsonSchema + for<'de> Deserialize<'de>>(title: &'static str, files: &'static str) -> SchemaKind {
    SchemaKind { files: Some(files), ..part::<T>(title) }
}

const fn part<T: JsonSchema + for<'de> Deserialize<'de>>(title: &'static str) -> SchemaKind {
    SchemaKind {
        title,
        files: None,
        definition: || T::schema_name().into_owned(),
        keys: keys::<T>,
        schema: |generator| generator.into_root_schema_for::<T>(),
    }
}

/// The JSON Schema (draft 2020-12) of a kind of file, by which editors complete keys.
pub fn json_schema(kind: &SchemaKind) -> Value {
    let mut schema = (kind.schema)(SchemaSettings::draft2020_12().into_generator()).to_value();
    without_null(&mut schema);
    schema
}

/// An optional key is left out, not written as nothing.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.retain(|key, value| !(key == "default" && value.is_null()));
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|name| name != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    object.insert("type".into(), one);
                }
            }
            if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
                choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
                if let [Value::Object(one)] = choices.as_slice() {
                    let one = one.clone();
                    object.remove("anyOf");
                    object.extend(one.into_iter().filter(|(key, _)| key != "description"));
                }
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(values) => values.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// The keys that a type takes, in its own order: the JSON Schema has them by the alphabet.
fn keys<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    match T::deserialize(Asked) {
        Err(Keys(keys)) => keys,
        Ok(_) => &[],
    }
}

/// Answers with the keys that it is asked for.
struct Asked;

#[derive(Debug)]
struct Keys(&'static [&'static str]);

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.join(", "))
    }
}

impl std::error::Error for Keys {}

impl de::Error for Keys {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}

impl<'de> Deserializer<'de> for Asked {
    type Error = Keys;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Keys> {
        Err(Keys(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Keys> {
        Err(Keys(keys))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
