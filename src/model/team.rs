//! A team.

use super::channel::Channel;
use super::field::FieldValue;
use super::id::{CalendarId, DepartmentId, PersonId, PlaceId, TeamId};
use super::related_link::RelatedLink;
use super::standard::Standard;
use super::text::{Text, TextList};
use crate::clock::Calendar;
use crate::diagnostic::{Span, Spanned};

/// The people who do the work of some services.
#[derive(Debug)]
pub struct Team {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// The department that it belongs to.
    pub department: DepartmentId,
    /// True when it stands for its department as a whole, which then has the page.
    pub acting: bool,
    /// What it is called.
    pub name: Text,
    /// What it does, in one line.
    pub summary: Option<Text>,
    /// More about it, in Markdown.
    pub description: Option<Spanned<Text>>,
    /// The larger team that it belongs to.
    pub part_of: Option<Spanned<TeamId>>,
    /// Who leads it, equals among themselves.
    pub lead: Box<[Spanned<PersonId>]>,
    /// Who belongs to it.
    pub members: Vec<Member>,
    /// Who belonged to it.
    pub former: Box<[PersonId]>,
    /// How to reach it, best first; empty when the department's channels serve.
    pub channels: Vec<Channel>,
    /// Where it works, by its own word or its department's.
    pub place: Option<PlaceId>,
    /// When it works, by its own hours or its department's.
    pub calendar: Option<CalendarId>,
    /// Where its own hours stand, if it has any.
    pub hours_at: Option<Span>,
    /// Who is on duty when.
    pub rota: Vec<Duty>,
    /// False when a turn of it could not be read, which has been reported.
    pub rota_is_whole: bool,
    /// Languages that it speaks, as BCP 47 tags.
    pub languages: Vec<Box<str>>,
    /// What its services promise that say nothing themselves, by its own word or its department's; `normal` first.
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

/// A member of a team.
#[derive(Debug)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// What they do in this team; empty where nothing is said.
    pub roles: Vec<MemberRole>,
}

/// Something that a member does.
#[derive(Debug)]
pub struct MemberRole {
    /// What it is called.
    pub role: Option<Text>,
    /// What to ask them about.
    pub ask_for: Option<Text>,
}

/// A turn of duty.
#[derive(Debug)]
pub struct Duty {
    /// Where it is written.
    pub span: Span,
    /// Who is on duty.
    pub who: PersonId,
    /// When, by the holidays and in the zone of the team.
    pub when: Calendar,
}
