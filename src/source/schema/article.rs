//! An article's front matter; its body is the Markdown below.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Str, TextDoc, TextListDoc};

/// An article: the reader solves it without asking anybody. Its text stands below the head;
/// `ID.fi.md` is its translation into Finnish.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "an article's head: keys such as `title`")]
#[schemars(title = "Article", extend("required" = ["title"]))]
pub struct ArticleDoc {
    /// The heading.
    pub title: Option<TextDoc>,
    /// What the reader will be able to do, in one line.
    pub summary: Option<TextDoc>,
    /// The services whose readers it helps.
    pub services: Vec<Str>,
    /// What people say when they need it, in their own words.
    pub asked_as: TextListDoc,
    /// Further words by which people look for it.
    pub keywords: TextListDoc,
    /// When somebody last read it through (ISO 8601).
    pub reviewed: Option<Str>,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}
