//! Response standards and deadlines: what both sides promise in time.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Keyed, OneOrMany, Scalar, ScalarOrMany, Str, TextDoc};
use super::turnaround::TurnaroundDoc;

/// A service's standards: a group by urgency, or a list of names of standards around it.
#[derive(Clone, Debug)]
pub enum StandardsDoc {
    /// Names of shared standards.
    Named(Vec<Str>),
    /// By urgency; what a group leaves out is taken from the shared standard of the same name.
    Own(Keyed<StandardDoc>),
}

impl Default for StandardsDoc {
    fn default() -> Self {
        Self::Named(Vec::new())
    }
}

impl<'de> Deserialize<'de> for StandardsDoc {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = StandardsDoc;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of names such as `[normal]`, or a group such as `normal: {first_response: 4h}`")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<StandardsDoc, A::Error> {
                let mut names = Vec::with_capacity(seq.size_hint().unwrap_or(0));
                while let Some(name) = seq.next_element()? {
                    names.push(name);
                }
                Ok(StandardsDoc::Named(names))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<StandardsDoc, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(StandardsDoc::Own(Keyed(entries)))
            }
        }
        deserializer.deserialize_seq(Either)
    }
}

impl JsonSchema for StandardsDoc {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Standards".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let own = generator.subschema_for::<Keyed<StandardDoc>>();
        schemars::json_schema!({"anyOf": [{"type": "array", "items": {"type": "string"}}, own]})
    }
}

/// A promise in time, for one urgency. What a service's own standard leaves out comes from the nearest
/// standard of the same name: its team's, its department's or the company's.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a standard such as `{first_response: 4h, resolution: 2d}`")]
#[schemars(title = "Standard")]
pub struct StandardDoc {
    /// What readers call this urgency; `normal` and `urgent` have names in every language of the interface.
    pub name: Option<TextDoc>,
    /// When the first answer comes, at the latest: `30m`, `4h`, `2d`, `1d 4h`; or at a time of day,
    /// `{days: 0, at: "16:00", asked_by: "14:00"}`.
    pub first_response: Option<TurnaroundDoc>,
    /// When it is done, at the latest.
    pub resolution: Option<TurnaroundDoc>,
    /// The share of cases that keep the promise, both times of it where there are two, for example `90%`.
    pub target: Option<Str>,
    /// Whether time runs only while the service is open (`service`) or round the clock (`always`);
    /// `service` when left out.
    pub clock: Option<ClockDoc>,
    /// What makes this urgency apply.
    pub when: Option<TextDoc>,
    /// The working time that one case takes.
    pub handling: Option<Box<Str>>,
    /// The share of cases solved at the first contact, for example `70%`.
    pub first_contact: Option<Box<Str>>,
    /// The mean grade that customers give, from 1 to 5, for example `4.2`.
    #[schemars(with = "Option<Scalar>")]
    pub satisfaction: Option<Box<Str>>,
}

/// Whose time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClockDoc {
    /// Only while the service is open.
    Service,
    /// Round the clock; a day is 24 hours.
    Always,
}

/// A date by which something is due, once or again and again.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a deadline such as `{every: month, on: 25}`")]
#[schemars(title = "Deadline", extend("anyOf" = [{"required": ["on"]}, {"required": ["from"]}]))]
pub struct DeadlineDoc {
    /// What is due.
    pub name: Option<TextDoc>,
    /// How often; `once` when left out beside a date.
    #[schemars(with = "Option<EveryDoc>")]
    pub every: Option<Str>,
    /// On which day: a day of the month, a weekday `fri`, `first mon` (to `fourth mon`, `last mon`),
    /// `last-working-day`, `working-day 3`, `12-15` for 15 December, a date, or a list of these. Of a quarter, `15`
    /// means a day of its first month; weekdays and working days are those of the whole quarter.
    #[schemars(with = "Option<ScalarOrMany>")]
    pub on: Option<OneOrMany>,
    /// For `2 weeks`: the date from which they are counted. It is due on that date's weekday, unless `on` names
    /// another.
    pub from: Option<Str>,
    /// At what time of day, `"12:00"`; closing time when left out.
    pub at: Option<Str>,
    /// What happens when that day is closed: the working day `before` or `after` it, or the `same` (when left out).
    #[schemars(with = "Option<IfClosedDoc>")]
    pub if_closed: Option<Str>,
}

/// How often a deadline comes: the words that the schema allows. The clock reads them.
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "they are the schema's")]
enum EveryDoc {
    /// Every month.
    Month,
    /// Every week.
    Week,
    /// Every two weeks, counted `from` a date.
    #[serde(rename = "2 weeks")]
    TwoWeeks,
    /// Every quarter of the year.
    Quarter,
    /// Every year.
    Year,
    /// Once, on a date.
    Once,
}

/// What happens to a deadline on a closed day: the words that the schema allows. The clock reads them.
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "they are the schema's")]
enum IfClosedDoc {
    /// It moves to the working day before.
    Before,
    /// It moves to the working day after.
    After,
    /// It stays where it is.
    Same,
}
