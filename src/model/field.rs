//! The company's own facts: declared once, said of entries.

use super::text::Text;
use crate::diagnostic::Span;

/// A fact that the company wants said of its entries.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its id.
    pub slug: Box<str>,
    /// Where it is declared.
    pub span: Span,
    /// What readers call it.
    pub name: Text,
    /// Of which entries it is said; of all when empty.
    pub on: Vec<FieldOwner>,
    /// What a value looks like, as a regular expression.
    pub pattern: Option<Box<str>>,
    /// The values that there are; any when empty.
    pub choices: Vec<Choice>,
}

/// A value that a field may have.
#[derive(Clone, Debug)]
pub struct Choice {
    /// As it is written.
    pub slug: Box<str>,
    /// What readers call it.
    pub name: Text,
}

/// What a field is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldOwner {
    /// A service.
    Service,
    /// A team.
    Team,
    /// A department.
    Department,
    /// A person.
    Person,
}

impl FieldOwner {
    /// All of them with their words in the format.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Service, "service"), (Self::Team, "team"), (Self::Department, "department"), (Self::Person, "person")];

    /// Its word in the format.
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(owner, _)| *owner == self).map_or("", |(_, word)| word)
    }
}

/// What an entry says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldValue {
    /// The field's place among those of the company.
    pub field: usize,
    /// The value, as it is written.
    pub value: Box<str>,
}
