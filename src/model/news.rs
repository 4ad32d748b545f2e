//! What changes and what was done: news, stories, ideas.

use chrono::NaiveDate;

use super::id::{DepartmentId, PersonId, ServiceId, TeamId};
use super::text::Text;
use crate::diagnostic::{Span, Spanned};

/// A change, an outage or a notice.
#[derive(Debug)]
pub struct News {
    /// The id.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// The heading.
    pub title: Text,
    /// What it is.
    pub kind: NewsKind,
    /// From when.
    pub date: Option<NaiveDate>,
    /// Until when it is shown.
    pub until: Option<NaiveDate>,
    /// The services that it is about.
    pub services: Vec<ServiceId>,
    /// The departments that it is about.
    pub departments: Vec<DepartmentId>,
    /// The Markdown, by language.
    pub body: Spanned<Text>,
}

/// What a news item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NewsKind {
    /// Something will work differently.
    Change,
    /// Something does not work.
    Outage,
    /// Something to know.
    Notice,
}

/// Work worth thanking.
#[derive(Debug)]
pub struct Story {
    /// The id.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// The heading.
    pub title: Text,
    /// When it was told.
    pub date: Option<NaiveDate>,
    /// The teams that did it.
    pub teams: Vec<TeamId>,
    /// The people who did it.
    pub people: Vec<PersonId>,
    /// The services that it is about.
    pub services: Vec<ServiceId>,
    /// The Markdown, by language.
    pub body: Spanned<Text>,
}

/// A proposal from staff and what became of it.
#[derive(Debug)]
pub struct Idea {
    /// The id.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// What is proposed.
    pub title: Text,
    /// The team that proposed it.
    pub from: Option<TeamId>,
    /// The service that it is about.
    pub about: Option<ServiceId>,
    /// How far it has come.
    pub status: IdeaStatus,
    /// What came of it.
    pub outcome: Option<Text>,
    /// When it was proposed.
    pub date: Option<NaiveDate>,
}

/// How far an idea has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IdeaStatus {
    /// Just said.
    Proposed,
    /// Being tried out.
    Trying,
    /// Taken into use.
    Adopted,
    /// Not taken.
    Declined,
}
