//! What both sides of a service do: what readers bring, what happens, whose help it takes.

use serde::Serialize;

use super::deadline::DeadlineEntry;
use super::export::Export;
use super::shown::{Shown, percent};
use super::texts::Texts;
use super::who::Who;
use crate::clock::Duration;
use crate::model::{
    Actor, CalendarId, Dependency, Destination, Escalation, Exclusion, Faq, Frequency, NamedDeadline, Provision, Step,
};
use crate::promise::usual_standard;

/// Something that the reader has to bring.
#[derive(Serialize)]
pub(super) struct ProvisionEntry<'a> {
    what: Texts<'a>,
    /// Everyone when empty.
    from: Vec<Who<'a>>,
    deadline: Option<DeadlineEntry>,
    why: Option<Texts<'a>>,
}

impl<'a> ProvisionEntry<'a> {
    pub(super) fn new(item: &'a Provision, calendar: Option<CalendarId>, export: Export<'a>) -> Self {
        Self {
            what: export.texts(&item.what),
            from: export.served(&item.from),
            deadline: item.deadline.as_ref().map(|deadline| DeadlineEntry::new(deadline, calendar, export)),
            why: export.maybe(&item.why),
        }
    }
}

/// Something that the service does not do.
#[derive(Serialize)]
pub(super) struct ExclusionEntry<'a> {
    what: Texts<'a>,
    go_to: Who<'a>,
}

impl<'a> ExclusionEntry<'a> {
    pub(super) fn new(item: &'a Exclusion, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let go_to = match &item.go_to {
            Destination::Service(id) => Who::Service(&catalog.service(*id).slug),
            Destination::Team(id) => export.team(*id),
            Destination::Department(id) => Who::Department(&catalog.department(*id).slug),
            Destination::Person(id) => export.person(*id),
            Destination::Url(url) => Who::Url(url),
        };
        Self { what: export.texts(&item.what), go_to }
    }
}

/// One step of what happens.
#[derive(Serialize)]
pub(super) struct StepEntry<'a> {
    /// Markdown.
    what: Texts<'a>,
    who: Option<Who<'a>>,
    takes: Option<Shown<Duration>>,
}

impl<'a> StepEntry<'a> {
    pub(super) fn new(step: &'a Step, export: Export<'a>) -> Self {
        let who = step.who.map(|who| match who {
            Actor::You => Who::You,
            Actor::Party(party) => export.party(party),
        });
        Self { what: export.texts(&step.what), who, takes: step.takes.map(Shown) }
    }
}

/// A service whose answer is needed.
#[derive(Serialize)]
pub(super) struct DependencyEntry<'a> {
    service: &'a str,
    #[serde(rename = "for")]
    needed_for: Option<Texts<'a>>,
    /// The urgency that is counted on.
    standard: &'a str,
    blocking: bool,
    /// The share of cases that need it, in per cent.
    share: Option<f64>,
    /// The service that must have answered before.
    after: Option<&'a str>,
    how_often: Option<FrequencyEntry<'a>>,
}

impl<'a> DependencyEntry<'a> {
    pub(super) fn new(dependency: &'a Dependency, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        Self {
            service: &catalog.service(dependency.service).slug,
            needed_for: export.maybe(&dependency.needed_for),
            standard: usual_standard(catalog, dependency).map_or(&dependency.standard, |standard| &standard.urgency),
            blocking: dependency.blocking,
            share: dependency.share.map(percent),
            after: dependency.after.map(|after| &*catalog.service(after).slug),
            how_often: dependency.how_often.as_ref().map(|often| match often {
                Frequency::Daily => FrequencyEntry::Daily,
                Frequency::Weekly => FrequencyEntry::Weekly,
                Frequency::Monthly => FrequencyEntry::Monthly,
                Frequency::Yearly => FrequencyEntry::Yearly,
                Frequency::Words(text) => FrequencyEntry::Words(export.texts(text)),
            }),
        }
    }
}

/// How often something is asked: a word, or `{"words": ...}`.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum FrequencyEntry<'a> {
    Daily,
    Weekly,
    Monthly,
    Yearly,
    Words(Texts<'a>),
}

/// Whom to turn to when the promise is not kept.
#[derive(Serialize)]
pub(super) struct EscalationEntry<'a> {
    to: Who<'a>,
    after: Option<Shown<Duration>>,
}

impl<'a> EscalationEntry<'a> {
    pub(super) fn new(step: &'a Escalation, export: Export<'a>) -> Self {
        Self { to: export.party(step.to), after: step.after.map(Shown) }
    }
}

/// A question and its answer.
#[derive(Serialize)]
pub(super) struct FaqEntry<'a> {
    question: Texts<'a>,
    /// Markdown.
    answer: Texts<'a>,
}

impl<'a> FaqEntry<'a> {
    pub(super) fn new(faq: &'a Faq, export: Export<'a>) -> Self {
        Self { question: export.texts(&faq.question), answer: export.texts(&faq.answer.value) }
    }
}

/// A date that the service keeps.
#[derive(Serialize)]
pub(super) struct NamedDeadlineEntry<'a> {
    name: Option<Texts<'a>>,
    #[serde(flatten)]
    deadline: DeadlineEntry,
}

impl<'a> NamedDeadlineEntry<'a> {
    pub(super) fn new(named: &'a NamedDeadline, calendar: Option<CalendarId>, export: Export<'a>) -> Self {
        Self { name: export.maybe(&named.name), deadline: DeadlineEntry::new(&named.deadline, calendar, export) }
    }
}
