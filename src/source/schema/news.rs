//! What changes: news, stories and ideas.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Str, TextDoc};

/// A change, an outage or a notice. Its text stands below the head.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a news item's head: keys such as `title` and `date`")]
#[schemars(title = "News", extend("required" = ["title", "date"]))]
pub struct NewsDoc {
    /// The heading.
    pub title: Option<TextDoc>,
    /// What it is; `notice` when left out.
    pub kind: Option<NewsKindDoc>,
    /// From when (ISO 8601).
    pub date: Option<Str>,
    /// Until when it holds (ISO 8601).
    pub until: Option<Str>,
    /// The services that it is about.
    pub services: Vec<Str>,
    /// The departments that it is about.
    pub departments: Vec<Str>,
    /// Earlier ids.
    pub aliases: Vec<Str>,
}

/// What a news item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NewsKindDoc {
    /// Something will work differently.
    Change,
    /// Something does not work.
    Outage,
    /// Something to know.
    Notice,
}

/// Work worth thanking. The story stands below the head.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a story's head: keys such as `title` and `date`")]
#[schemars(title = "Story", extend("required" = ["title", "date"]))]
pub struct StoryDoc {
    /// The heading.
    pub title: Option<TextDoc>,
    /// When it was told (ISO 8601).
    pub date: Option<Str>,
    /// The teams that did it.
    pub teams: Vec<Str>,
    /// The people who did it.
    pub people: Vec<Str>,
    /// The services that it is about.
    pub services: Vec<Str>,
    /// Earlier ids.
    pub aliases: Vec<Str>,
}

/// A proposal from staff and what became of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "an idea: keys such as `title` and `status`")]
#[schemars(title = "Idea", extend("required" = ["title"]))]
pub struct IdeaDoc {
    /// What is proposed.
    pub title: Option<TextDoc>,
    /// The team that proposed it.
    pub from: Option<Str>,
    /// The service that it is about.
    pub about: Option<Str>,
    /// How far it has come; `proposed` when left out.
    pub status: Option<IdeaStatusDoc>,
    /// What came of it.
    pub outcome: Option<TextDoc>,
    /// When it was proposed (ISO 8601).
    pub date: Option<Str>,
    /// Earlier ids.
    pub aliases: Vec<Str>,
}

/// How far an idea has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IdeaStatusDoc {
    /// Just said.
    Proposed,
    /// Being tried out.
    Trying,
    /// Taken into use.
    Adopted,
    /// Not taken, with a reason in `outcome`.
    Declined,
}
