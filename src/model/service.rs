//! A service.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::channel::Channel;
use super::field::FieldValue;
use super::id::{ArticleId, CalendarId, PersonId, ServiceId, TeamId};
use super::interval::Interval;
use super::party::{Actor, Destination, Party, Served};
use super::related_link::RelatedLink;
use super::standard::Standard;
use super::text::{Text, TextList};
use crate::clock::{Deadline, Duration};
use crate::diagnostic::{Span, Spanned};

/// Something that one part of the company does for another.
///
/// Its lists of larger things are boxed slices: a vector that is collected from what was written keeps the
/// room that the written form took, and most of a large catalog are services.
#[derive(Debug)]
pub struct Service {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// What it is called.
    pub name: Text,
    /// What the reader gets, in one line.
    pub summary: Option<Text>,
    /// More about it, in Markdown.
    pub description: Option<Spanned<Text>>,
    /// What people say when they need it.
    pub asked_as: TextList,
    /// Further words by which people look for it.
    pub keywords: TextList,
    /// Where it is in its life.
    pub status: Status,
    /// The service to use instead.
    pub replaced_by: Option<Spanned<ServiceId>>,
    /// The team that does the work.
    pub team: TeamId,
    /// Who answers for the promise, equals among themselves.
    pub owner: Box<[Spanned<PersonId>]>,
    /// Who answers when the owner is away.
    pub deputy: Box<[Spanned<PersonId>]>,
    /// Who is asked before.
    pub consults: Vec<TeamId>,
    /// Who is told after.
    pub informs: Vec<TeamId>,
    /// Whom it serves.
    pub serves: Vec<Served>,
    /// How to reach it, best first; empty when the team's channels serve.
    pub channels: Box<[Channel]>,
    /// When it is open, by its own hours or its team's.
    pub calendar: Option<CalendarId>,
    /// Where its own hours stand, if it has any.
    pub hours_at: Option<Span>,
    /// The zone in which it works, whether or not it has hours: its team's.
    pub zone: Tz,
    /// Languages in which it is given, as BCP 47 tags.
    pub languages: Vec<Box<str>>,
    /// What it costs, and whom.
    pub cost: Option<Text>,
    /// What somebody must have or be before asking.
    pub requires: Box<[Text]>,
    /// What it promises, by urgency, by its own word, its team's or its department's; `normal` first.
    pub standards: Box<[Standard]>,
    /// What the reader has to bring.
    pub you_provide: Box<[Provision]>,
    /// What the reader gets.
    pub you_receive: Box<[Text]>,
    /// What it does not do, and who does.
    pub not_included: Box<[Exclusion]>,
    /// What happens once somebody asks.
    pub steps: Box<[Step]>,
    /// The services whose answers it needs.
    pub depends_on: Box<[Dependency]>,
    /// The working time that the team itself needs.
    pub own_work: Option<Spanned<Duration>>,
    /// Whom to turn to when the promise is not kept.
    pub escalate: Box<[Escalation]>,
    /// Questions that come again and again.
    pub faq: Box<[Faq]>,
    /// Articles with which readers help themselves.
    pub articles: Vec<ArticleId>,
    /// Dates that the service keeps.
    pub deadlines: Box<[NamedDeadline]>,
    /// Pages to read that stand elsewhere.
    pub links: Box<[RelatedLink]>,
    /// The company's own facts.
    pub fields: Box<[FieldValue]>,
    /// When somebody last read the entry through.
    pub reviewed: Option<Spanned<NaiveDate>>,
    /// How often it is read through, by its own word or the company's.
    pub review_every: Option<Interval>,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}

impl Service {
    /// The standard of that urgency.
    pub fn standard(&self, urgency: &str) -> Option<&Standard> {
        self.standards.iter().find(|standard| &*standard.urgency == urgency)
    }

    /// True when readers are still sent here.
    pub fn is_offered(&self) -> bool {
        self.status != Status::Retired
    }
}

/// Where a service is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Just begun.
    New,
    /// In use.
    Live,
    /// About to work differently.
    Changing,
    /// About to end.
    Retiring,
    /// Ended.
    Retired,
}

/// Something that the reader has to bring.
#[derive(Debug)]
pub struct Provision {
    /// What it is.
    pub what: Text,
    /// Who brings it; everyone when empty.
    pub from: Vec<Served>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// Where it is written: the deadline's day if it has one.
    pub span: Span,
    /// What happens otherwise.
    pub why: Option<Text>,
}

/// Something that the service does not do.
#[derive(Debug)]
pub struct Exclusion {
    /// What it is.
    pub what: Text,
    /// Who does it.
    pub go_to: Destination,
    /// Where `go_to` is written.
    pub span: Span,
}

/// One step of what happens once somebody asks.
#[derive(Debug)]
pub struct Step {
    /// What happens, in inline Markdown.
    pub what: Text,
    /// Who does it: several where the team's lead does, and it has several.
    pub who: Box<[Actor]>,
    /// How long it takes.
    pub takes: Option<Duration>,
}

/// A service whose answer is needed.
#[derive(Debug)]
pub struct Dependency {
    /// Where it is written.
    pub span: Span,
    /// The service.
    pub service: ServiceId,
    /// What it is needed for.
    pub needed_for: Option<Text>,
    /// The urgency that is counted on: for the main promise, or for all of them if it is chosen.
    pub standard: Box<str>,
    /// Whether the file names the urgency.
    pub is_chosen: bool,
    /// Whether the work waits for it.
    pub blocking: bool,
    /// The share of cases that need it, in per mille.
    pub share: Option<u16>,
    /// The dependency that must have answered before.
    pub after: Option<ServiceId>,
    /// How often it is asked.
    pub how_often: Option<Box<Frequency>>,
}

/// How often something is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
    /// In words.
    Words(Text),
}

/// Whom to turn to when the promise is not kept.
#[derive(Debug)]
pub struct Escalation {
    /// Where it is written.
    pub span: Span,
    /// Who, at least one.
    pub to: Box<[Party]>,
    /// How long after one has asked; none for as soon as the promise is broken.
    pub after: Option<Spanned<Duration>>,
}

/// A question and its answer.
#[derive(Debug)]
pub struct Faq {
    /// The question.
    pub question: Text,
    /// The answer, in Markdown.
    pub answer: Spanned<Text>,
}

/// A date that the service keeps.
#[derive(Debug)]
pub struct NamedDeadline {
    /// What is due.
    pub name: Option<Text>,
    /// When.
    pub deadline: Deadline,
    /// Where its day is written.
    pub span: Span,
}
