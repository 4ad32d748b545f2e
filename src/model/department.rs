//! A department.

use super::channel::Channel;
use super::field::FieldValue;
use super::id::{CalendarId, DepartmentId, PersonId, PlaceId, TeamId};
use super::party::Served;
use super::related_link::RelatedLink;
use super::standard::Standard;
use super::text::{Text, TextList};
use crate::diagnostic::{Span, Spanned};

/// A department of the company.
#[derive(Debug)]
pub struct Department {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// What it is called.
    pub name: Text,
    /// What it does, in one line.
    pub summary: Option<Text>,
    /// More about it, in Markdown.
    pub description: Option<Spanned<Text>>,
    /// The department that it belongs to.
    pub part_of: Option<Spanned<DepartmentId>>,
    /// Who leads it, equals among themselves.
    pub lead: Box<[Spanned<PersonId>]>,
    /// How to reach it, best first.
    pub channels: Vec<Channel>,
    /// Where it works.
    pub place: Option<PlaceId>,
    /// When it works.
    pub calendar: Option<CalendarId>,
    /// Where its hours stand, if it has any.
    pub hours_at: Option<Span>,
    /// Whom it serves.
    pub serves: Vec<Served>,
    /// Its teams, in the order of their ids, without the one that acts for it.
    pub teams: Vec<TeamId>,
    /// The team that stands for the department as a whole, where it acts as one.
    pub acting_team: Option<TeamId>,
    /// What its services promise that say nothing themselves; `normal` first.
    pub standards: Box<[Standard]>,
    /// Pages to read that stand elsewhere.
    pub links: Box<[RelatedLink]>,
    /// Words by which people look for it.
    pub keywords: TextList,
    /// The company's own facts.
    pub fields: Box<[FieldValue]>,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}
