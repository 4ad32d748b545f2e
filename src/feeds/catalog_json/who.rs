//! Whom or what an entry names.

use serde::Serialize;

use super::texts::Texts;

/// Somebody or something that is named: `{"team": "payroll-desk"}`, or `"everyone"`.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Who<'a> {
    /// A person, by id.
    Person(&'a str),
    /// Somebody whose name the company does not show.
    Role(Role<'a>),
    /// A team, by id.
    Team(&'a str),
    /// A department, by id.
    Department(&'a str),
    /// An audience, by id.
    Audience(&'a str),
    /// A service, by id.
    Service(&'a str),
    /// An address outside the site.
    Url(&'a str),
    /// Somebody in words: "your manager".
    Words(Texts<'a>),
    /// The reader.
    You,
    /// The whole staff.
    Everyone,
    /// The company's own customers.
    Customers,
}

/// Somebody by what they do.
#[derive(Serialize)]
pub(super) struct Role<'a> {
    /// What they do.
    pub(super) title: Option<Texts<'a>>,
    /// Where they are found.
    pub(super) team: Option<Box<Who<'a>>>,
}
