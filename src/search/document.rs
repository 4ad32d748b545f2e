//! What can be found: the search's view of an entry.

use std::borrow::Cow;

use serde::Serialize;

use crate::markdown::plain;
use crate::publish::EntryKind;

/// An entry that can be found.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub kind: EntryKind,
    /// Its id.
    pub id: Box<str>,
    /// True when readers are no longer sent there.
    pub retired: bool,
}

/// An entry and the texts by which it is found. They are the catalog's own, and needed no longer than it takes to
/// build an index.
#[derive(Debug)]
pub(super) struct Sought<'a> {
    pub(super) kind: EntryKind,
    pub(super) id: &'a str,
    pub(super) retired: bool,
    /// Which emergency line of its own it is reached by, if any.
    pub(super) emergency: Emergency,
    /// The entry to use instead, by its place in the list.
    pub(super) successor: Option<usize>,
    /// The audiences that it is for, by their places in the company's list.
    pub(super) audiences: Vec<usize>,
    pub(super) passages: Vec<Passage<'a>>,
    /// Its phone numbers, digits only.
    pub(super) numbers: Vec<String>,
}

/// What whoever is in danger is helped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Emergency {
    /// Nothing.
    #[default]
    None,
    /// A line of the company.
    Own,
    /// The number that all know: 112.
    Public,
}

/// A text of an entry.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// Which of its texts.
    pub(super) field: Field,
    /// In which of the site's languages; none where it is the same in all.
    pub(super) language: Option<usize>,
    /// The text as it was written.
    pub(super) text: Cow<'a, str>,
    /// Whether that is Markdown.
    pub(super) markdown: bool,
}

impl Passage<'_> {
    /// The text without marks.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        if self.markdown { plain(&self.text).into() } else { Cow::Borrowed(&self.text) }
    }
}

/// A text of an entry, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// What it is called.
    Name,
    /// What people say when they need it.
    Asked,
    /// Its id and earlier ids.
    Id,
    /// Further words.
    Keywords,
    /// E-mail addresses and names in chats.
    Address,
    /// One line about it.
    Summary,
    /// The team and the department.
    Unit,
    /// Who answers for it.
    People,
    /// All other texts.
    Body,
    /// No text: the line that is called by whoever is in danger.
    Emergency,
}

impl Field {
    /// What it is called in messages: by the key of the format where there is one.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Asked => "asked_as",
            Self::Id => "id",
            Self::Keywords => "keywords",
            Self::Address => "addresses",
            Self::Summary => "summary",
            Self::Unit => "team or department",
            Self::People => "people",
            Self::Body => "text",
            Self::Emergency => "emergency line",
        }
    }
}
