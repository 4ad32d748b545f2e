//! A person.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::channel::Phone;
use super::field::FieldValue;
use super::id::{PersonId, PlaceId, TeamId};
use super::related_link::RelatedLink;
use super::text::Text;
use crate::diagnostic::{Span, Spanned};

/// A person who answers for something, or belongs to a team.
#[derive(Debug)]
pub struct Person {
    /// The id: the address of the person's page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// First and last name.
    pub name: Text,
    /// What the person does.
    pub title: Option<Text>,
    /// The team.
    pub team: Option<TeamId>,
    /// Email address.
    pub email: Option<Box<str>>,
    /// Phone number.
    pub phone: Option<Phone>,
    /// The name in the company's chat, or the address of a chat.
    pub chat: Option<Box<str>>,
    /// Languages spoken, as BCP 47 tags.
    pub languages: Vec<Box<str>>,
    /// What to ask them about.
    pub knows: Box<[Text]>,
    /// Pages to read that stand elsewhere.
    pub links: Box<[RelatedLink]>,
    /// Who answers when this person does not.
    pub deputy: Box<[Spanned<PersonId>]>,
    /// Times away, by first day.
    pub away: Vec<Away>,
    /// The person's own time zone.
    pub zone: Option<Tz>,
    /// Where they work, if they say so themselves.
    pub place: Option<PlaceId>,
    /// A picture: its path in the catalog.
    pub photo: Option<Box<str>>,
    /// The company's own facts.
    pub fields: Box<[FieldValue]>,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}

/// A time away.
#[derive(Clone, Debug)]
pub struct Away {
    /// Where it is written.
    pub span: Span,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Who stands in.
    pub deputy: Box<[Spanned<PersonId>]>,
}
