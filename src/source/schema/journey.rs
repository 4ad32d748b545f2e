//! A journey: a situation in life that takes a person to several departments.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{OneOrMany, Str, TextDoc, TextListDoc};

/// A situation that leads through several departments.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a journey: keys such as `name` and `steps`")]
#[schemars(title = "Journey", extend("required" = ["name"]))]
pub struct JourneyDoc {
    /// The situation, as the reader would say it.
    pub name: Option<TextDoc>,
    /// What the journey leads to, in one line.
    pub summary: Option<TextDoc>,
    /// More about it, in Markdown.
    pub description: Option<TextDoc>,
    /// For whom it is: an audience, or a list of audiences.
    pub audience: OneOrMany,
    /// Whether it is the way into the company or a situation; `situation` when left out.
    pub kind: Option<JourneyKindDoc>,
    /// What day zero is, for example "your first day".
    pub starts: Option<TextDoc>,
    /// The steps.
    pub steps: Vec<JourneyStepDoc>,
    /// Words by which people look for it.
    pub keywords: TextListDoc,
    /// What people say when they are in it, in their own words.
    pub asked_as: TextListDoc,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}

/// What a journey is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JourneyKindDoc {
    /// The way into the company.
    Onboarding,
    /// Anything else that happens to people.
    Situation,
}

/// One step of a journey.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a step: `what` and perhaps `when` and `service`")]
#[schemars(title = "Journey step")]
pub struct JourneyStepDoc {
    /// The name by which other steps refer to this one.
    #[serde(default)]
    pub id: Option<Str>,
    /// When it is done: `before day 1`, `day 1`, `week 2`, `month 1`. Nobody is told to begin it earlier; a
    /// service that promises more time than this has is asked ahead, or told to be ready afterwards.
    #[serde(default)]
    pub when: Option<Str>,
    /// What to do, in inline Markdown.
    pub what: TextDoc,
    /// The service that helps.
    #[serde(default)]
    pub service: Option<Str>,
    /// The article that helps.
    #[serde(default)]
    pub article: Option<Str>,
    /// Who does it with you: a person, a team, or in words.
    #[serde(default)]
    pub with: Option<TextDoc>,
    /// How long it takes, for example `2d`, in the company's working hours. Beside a `service` the longer of
    /// this and what the service promises counts.
    #[serde(default)]
    pub takes: Option<Str>,
    /// The steps that must be done before; the step above when left out.
    #[serde(default)]
    pub after: Option<OneOrMany>,
}
