//! What can be found: the search's view of an entry.

use serde::Serialize;

use crate::publish::EntryKind;

/// An entry and the texts by which it is found.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub kind: EntryKind,
    /// Its id.
    pub id: String,
    /// What it is called, by language.
    pub names: Vec<String>,
    /// Its page, from the site's root, by language.
    pub urls: Vec<String>,
    /// True when readers are no longer sent there.
    pub retired: bool,
    /// The document to use instead, by its place in the list.
    pub successor: Option<usize>,
    /// The audiences that it is for, by their places in the company's list.
    pub audiences: Vec<usize>,
    /// The texts.
    pub passages: Vec<Passage>,
    /// Its phone numbers, digits only.
    pub numbers: Vec<String>,
}

/// A text of a document.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Which of its texts.
    pub field: Field,
    /// In which of the site's languages; none where it is the same in all.
    pub language: Option<usize>,
    /// The text, plain.
    pub text: String,
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
        }
    }
}
