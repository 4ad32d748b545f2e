//! A service, as written in `departments/*/services/*.yaml` or under `services:` of its department.

use schemars::JsonSchema;
use serde::Deserialize;

use super::channel::ChannelDoc;
use super::level::AllowDoc;
use super::related_link::RelatedLinkDoc;
use super::standard::{DeadlineDoc, StandardsDoc};
use super::text::{Keyed, OneOrMany, Scalar, Str, TextDoc, TextListDoc};
use crate::diagnostic::Spanned;

/// A service: something that one part of the company does for another.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a service: keys such as `name` and `summary`")]
#[schemars(title = "Service", extend("required" = ["name"]))]
pub struct ServiceDoc {
    /// What the service is called, as a reader would say it.
    pub name: Option<TextDoc>,
    /// What the reader gets, in one line.
    pub summary: Option<TextDoc>,
    /// More about it, in Markdown.
    pub description: Option<TextDoc>,
    /// What people say when they need it, in their own words.
    pub asked_as: TextListDoc,
    /// Further words by which people look for it.
    pub keywords: TextListDoc,
    /// Where it is in its life; `live` when left out.
    pub status: Option<StatusDoc>,
    /// For a retired service: the service to use instead.
    pub replaced_by: Option<Str>,
    /// The team that does the work; the department itself when left out.
    pub team: Option<Str>,
    /// Who answers for the promise: a person, or a list of equals, of whom the first is shown first.
    pub owner: Option<OneOrMany>,
    /// Who answers when the owner is away: a person, or a list.
    pub deputy: Option<OneOrMany>,
    /// Teams that are asked before (RACI's C).
    pub consults: Vec<Str>,
    /// Teams that are told after (RACI's I).
    pub informs: Vec<Str>,
    /// Whom it serves: audiences, departments, teams, `everyone` or `customers`.
    pub serves: Vec<Str>,
    /// How to reach it, best first; the team's channels when left out.
    pub channels: Vec<Spanned<ChannelDoc>>,
    /// When it is open: opening hours or the name of shared hours; the team's when left out.
    pub hours: Option<Str>,
    /// Languages in which it is given, as BCP 47 tags.
    pub languages: Vec<Str>,
    /// What it costs, and whom.
    pub cost: Option<TextDoc>,
    /// What somebody must have or be before asking.
    pub requires: Vec<TextDoc>,
    /// What it promises, by urgency; `normal` first; the team's when left out.
    pub standards: StandardsDoc,
    /// What the reader has to bring, and by when.
    pub you_provide: Vec<ProvideDoc>,
    /// What the reader gets.
    pub you_receive: Vec<TextDoc>,
    /// What it does not do, and who does.
    pub not_included: Vec<NotIncludedDoc>,
    /// What happens once somebody asks.
    pub steps: Vec<StepDoc>,
    /// The services whose answers it needs to keep its promise.
    pub depends_on: Vec<DependencyDoc>,
    /// The working time that the team itself needs, for example `4h`. It runs in the service's hours; of a
    /// promise with `clock: always` also while an `emergency` channel for that standard is answered.
    pub own_work: Option<Str>,
    /// Whom to turn to when the promise is not kept.
    pub escalate: Vec<Spanned<EscalationDoc>>,
    /// Questions that come again and again, and their answers.
    pub faq: Vec<FaqDoc>,
    /// Articles with which readers help themselves.
    pub articles: Vec<Str>,
    /// Dates that the service keeps.
    pub deadlines: Vec<Spanned<DeadlineDoc>>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<RelatedLinkDoc>,
    /// The company's own facts, by the ids of its `fields`.
    #[schemars(with = "std::collections::BTreeMap<String, Scalar>")]
    pub fields: Keyed<String>,
    /// When somebody last read this entry through (ISO 8601).
    pub reviewed: Option<Str>,
    /// How often it should be read through, if not as the company does: `90 days`, `6 months`, `1 year`.
    pub review_every: Option<Str>,
    /// Findings that are known and stay for a while, each with its reason.
    pub allow: Vec<AllowDoc>,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}

/// Where a service is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusDoc {
    /// Just begun.
    New,
    /// In use.
    Live,
    /// About to work differently.
    Changing,
    /// About to end.
    Retiring,
    /// Ended; `replaced_by` says what to use instead.
    Retired,
}

/// Something that the reader has to bring.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "what the reader brings: `what` and perhaps `deadline`")]
#[schemars(title = "You provide")]
pub struct ProvideDoc {
    /// What it is.
    pub what: TextDoc,
    /// Who brings it: audiences, departments or teams; everyone when left out.
    #[serde(default)]
    pub from: Vec<Str>,
    /// By when.
    #[serde(default)]
    pub deadline: Option<Spanned<DeadlineDoc>>,
    /// What happens otherwise.
    #[serde(default)]
    pub why: Option<TextDoc>,
}

/// Something that the service does not do.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "what is not included: `what` and `go_to`")]
#[schemars(title = "Not included")]
pub struct NotIncludedDoc {
    /// What it is.
    pub what: TextDoc,
    /// Who does it: a service, a team, a department, a person or a web address.
    pub go_to: Str,
}

/// One step of what happens once somebody asks.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a step: `what` and perhaps `who` and `takes`")]
#[schemars(title = "Step")]
pub struct StepDoc {
    /// What happens, in inline Markdown.
    pub what: TextDoc,
    /// Who does it: `you`, a team, a person, `lead` (of the service's team) or `TEAM-lead`.
    #[serde(default)]
    pub who: Option<Str>,
    /// How long it takes.
    #[serde(default)]
    pub takes: Option<Str>,
}

/// A service whose answer is needed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a dependency: `service` and perhaps `for` and `blocking`")]
#[schemars(title = "Dependency")]
pub struct DependencyDoc {
    /// The service.
    pub service: Str,
    /// What it is needed for.
    #[serde(default, rename = "for")]
    pub needed_for: Option<TextDoc>,
    /// Which of its standards all of yours count on. Left out, each of yours counts on the one of the same name there,
    /// or else on `normal`.
    #[serde(default)]
    pub standard: Option<Str>,
    /// Whether the work waits for its answer; true when left out.
    #[serde(default)]
    pub blocking: Option<Spanned<bool>>,
    /// The share of cases that need it, for example `30%`.
    #[serde(default)]
    pub share: Option<Box<Str>>,
    /// The dependency that must have answered before this one is asked: a service id.
    #[serde(default)]
    pub after: Option<Box<Str>>,
    /// How often it is asked: `daily`, `weekly`, `monthly`, `yearly`, or in words.
    #[serde(default)]
    pub how_often: Option<Box<TextDoc>>,
}

/// Whom to turn to when the promise is not kept.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an escalation: `to` and `after`")]
#[schemars(title = "Escalation")]
pub struct EscalationDoc {
    /// A person, a team, `lead` (of the service's team), `TEAM-lead` (of another one), or a list of these.
    pub to: OneOrMany,
    /// How long after one has asked; not before the first answer is due. As soon as the promise is broken when left
    /// out.
    #[serde(default)]
    pub after: Option<Str>,
}

/// A question and its answer.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a question: `question` and `answer`")]
#[schemars(title = "Question and answer")]
pub struct FaqDoc {
    /// The question.
    pub question: TextDoc,
    /// The answer, in Markdown.
    pub answer: TextDoc,
}
