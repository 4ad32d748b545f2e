//! What both sides of a service do: what readers bring, what happens, whose help it takes.

use schemars::JsonSchema;
use serde::Serialize;

use super::agenda::Item;
use super::deadline::Deadline;
use super::list::{List, Publish};
use super::published::Published;
use super::reference::Ref;
use super::text::Text;
use super::value::{Percent, Spelled};
use super::who::Who;
use crate::clock::Duration;
use crate::model::{self, CalendarId, Served, ServiceId};
use crate::promise::usual_standard;

/// Something that the reader has to bring.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Provision<'a> {
    /// What it is.
    pub what: Text<'a>,
    /// Who brings it; everyone when empty.
    pub from: List<'a, Served, Who<'a>>,
    /// By when.
    pub deadline: Option<Deadline<'a>>,
    /// What happens otherwise.
    pub why: Option<Text<'a>>,
}

/// A date that the service keeps.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct NamedDeadline<'a> {
    /// What is due; the service itself when it has no name.
    pub name: Option<Text<'a>>,
    /// When.
    #[serde(flatten)]
    pub deadline: Deadline<'a>,
}

impl<'a> Published<'a> {
    pub(super) fn provisions(&'a self, id: ServiceId) -> Vec<Provision<'a>> {
        let service = self.catalog().service(id);
        let calendar = self.calendar_of(service);
        let provision = |item: &'a model::Provision| Provision {
            what: self.text(&item.what),
            from: self.list(&item.from),
            deadline: self.deadline(Item::Provided(item), calendar),
            why: self.maybe(&item.why),
        };
        service.you_provide.iter().map(provision).collect()
    }

    pub(super) fn deadlines(&'a self, id: ServiceId) -> Vec<NamedDeadline<'a>> {
        let service = self.catalog().service(id);
        let calendar = self.calendar_of(service);
        let named = |item: &'a model::NamedDeadline| {
            let deadline = self.deadline(Item::Own(item), calendar)?;
            Some(NamedDeadline { name: self.maybe(&item.name), deadline })
        };
        service.deadlines.iter().filter_map(named).collect()
    }

    /// What has ended opens no more.
    fn calendar_of(&self, service: &model::Service) -> Option<CalendarId> {
        service.calendar.filter(|_| service.is_offered())
    }
}

/// Something that the service does not do.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Exclusion<'a> {
    /// What it is.
    pub what: Text<'a>,
    /// Who does it.
    pub go_to: Who<'a>,
}

impl<'a> Publish<'a, model::Exclusion> for Exclusion<'a> {
    fn publish(item: &'a model::Exclusion, published: &'a Published<'a>) -> Self {
        Self { what: published.text(&item.what), go_to: Who::publish(&item.go_to, published) }
    }
}

/// One step of what happens.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Step<'a> {
    /// What happens, in Markdown.
    pub what: Text<'a>,
    /// Who does it: several where the team's lead does, and it has several.
    pub who: List<'a, model::Actor, Who<'a>>,
    /// How long it takes.
    pub takes: Option<Spelled<Duration>>,
}

impl<'a> Publish<'a, model::Step> for Step<'a> {
    fn publish(step: &'a model::Step, published: &'a Published<'a>) -> Self {
        Self { what: published.text(&step.what), who: published.list(&step.who), takes: step.takes.map(Spelled) }
    }
}

/// A service whose answer is needed.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Dependency<'a> {
    /// The service, by id.
    pub service: Ref<'a, ServiceId>,
    /// What it is needed for.
    #[serde(rename = "for")]
    pub needed_for: Option<Text<'a>>,
    /// The urgency that is counted on.
    pub standard: &'a str,
    /// Whether the work waits for it.
    pub blocking: bool,
    /// The share of cases that need it.
    pub share: Option<Percent>,
    /// The service that must have answered before, by id.
    pub after: Option<Ref<'a, ServiceId>>,
    /// How often it is asked.
    pub how_often: Option<Frequency<'a>>,
}

/// How often something is asked.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Frequency<'a> {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
    /// In words.
    Words(Text<'a>),
}

impl<'a> Publish<'a, model::Dependency> for Dependency<'a> {
    fn publish(dependency: &'a model::Dependency, published: &'a Published<'a>) -> Self {
        Self {
            service: published.reference(dependency.service),
            needed_for: published.maybe(&dependency.needed_for),
            standard: usual_standard(published.catalog(), dependency)
                .map_or(&dependency.standard, |standard| &standard.urgency),
            blocking: dependency.blocking,
            share: dependency.share.map(Percent),
            after: published.maybe(&dependency.after),
            how_often: published.rare(&dependency.how_often),
        }
    }
}

impl<'a> Publish<'a, model::Frequency> for Frequency<'a> {
    fn publish(frequency: &'a model::Frequency, published: &'a Published<'a>) -> Self {
        match frequency {
            model::Frequency::Daily => Self::Daily,
            model::Frequency::Weekly => Self::Weekly,
            model::Frequency::Monthly => Self::Monthly,
            model::Frequency::Yearly => Self::Yearly,
            model::Frequency::Words(text) => Self::Words(published.text(text)),
        }
    }
}

/// Whom to turn to when the promise is not kept.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Escalation<'a> {
    /// Who, at least one.
    pub to: List<'a, model::Party, Who<'a>>,
    /// How long after one has asked.
    pub after: Option<Spelled<Duration>>,
}

impl<'a> Publish<'a, model::Escalation> for Escalation<'a> {
    fn publish(step: &'a model::Escalation, published: &'a Published<'a>) -> Self {
        Self { to: published.list(&step.to), after: step.after.as_ref().map(|time| Spelled(time.value)) }
    }
}

/// A question and its answer.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Faq<'a> {
    /// The question.
    pub question: Text<'a>,
    /// The answer, in Markdown.
    pub answer: Text<'a>,
}

impl<'a> Publish<'a, model::Faq> for Faq<'a> {
    fn publish(faq: &'a model::Faq, published: &'a Published<'a>) -> Self {
        Self { question: published.text(&faq.question), answer: published.text(&faq.answer) }
    }
}
