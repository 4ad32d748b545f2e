//! A journey: a situation across departments.

use schemars::JsonSchema;
use serde::Serialize;

use super::address::Pages;
use super::list::{Lazy, List};
use super::opening_times::Times;
use super::published::Published;
use super::reference::Ref;
use super::text::{Text, TextList};
use super::value::Spelled;
use super::who::Who;
use crate::clock::Duration;
use crate::model::{self, ArticleId, AudienceId, EntryId, JourneyId, ServiceId, When};
use crate::promise;

/// A situation across departments.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Journey<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: JourneyId,
    /// Its id.
    pub id: &'a str,
    /// The situation.
    pub name: Text<'a>,
    /// What it leads to.
    pub summary: Option<Text<'a>>,
    /// More about it, in Markdown.
    pub description: Option<Text<'a>>,
    /// Whether it is the way into the company.
    pub kind: JourneyKind,
    /// For whom it is, by id; everyone when empty.
    pub audience: List<'a, AudienceId, Ref<'a, AudienceId>>,
    /// What day 1 is.
    pub starts: Option<Text<'a>>,
    /// How long it takes; none when that cannot be told.
    pub lead_time: Lazy<'a, JourneyId, Option<LeadTime>>,
    /// The steps.
    pub steps: Lazy<'a, JourneyId, Vec<JourneyStep<'a>>>,
    /// What people say when they are in it.
    pub asked_as: TextList<'a>,
    /// Further words by which people look for it.
    pub keywords: TextList<'a>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Its pages.
    pub pages: Pages<'a>,
}

/// The kinds of journeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JourneyKind {
    /// The way into the company.
    Onboarding,
    /// A situation in life or work.
    Situation,
}

/// How long a journey takes, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeadTime {
    /// The median over all times at which it may be begun.
    pub usual: usize,
    /// At the worst of these times.
    pub worst: usize,
    /// True when it takes at least so long: a service on the way promises no time.
    pub at_least: bool,
}

/// One step of a journey.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct JourneyStep<'a> {
    /// The name by which others refer to it.
    pub id: Option<&'a str>,
    /// When it is done.
    pub when: Option<Spelled<When>>,
    /// What to do, in Markdown.
    pub what: Text<'a>,
    /// The service that helps, by id.
    pub service: Option<Ref<'a, ServiceId>>,
    /// The article that helps, by id.
    pub article: Option<Ref<'a, ArticleId>>,
    /// Who does it with the reader.
    pub with: Option<Who<'a>>,
    /// How long it takes, if that is said.
    pub takes: Option<Spelled<Duration>>,
    /// The steps before it, as places in the list, counted from 0.
    pub after: &'a [usize],
    /// Which counts of what it takes by itself and what its service promises; none where it cannot be told.
    pub counted: Option<Counted>,
    /// Whether the length of the whole depends on it, at the worst.
    pub critical: bool,
    /// Whether it can be done by the time of its `when`, on the best day to begin the journey; none where that
    /// cannot be told.
    pub room: Option<Room>,
}

/// Whether a step can be done in the time that its `when` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// It can be begun and done in it.
    Enough,
    /// It is done in it when its service is asked ahead.
    Ahead,
    /// It is done only afterwards.
    Over,
}

impl From<promise::Room> for Room {
    fn from(room: promise::Room) -> Self {
        match room {
            promise::Room::Enough => Self::Enough,
            promise::Room::Ahead => Self::Ahead,
            promise::Room::Over => Self::Over,
        }
    }
}

/// What decides how long a step takes: the longer of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// What its service promises.
    Promise,
    /// What it takes by itself.
    Takes,
    /// Sometimes the one, sometimes the other.
    Either,
}

impl From<promise::Counted> for Counted {
    fn from(counted: promise::Counted) -> Self {
        match counted {
            promise::Counted::Promise => Self::Promise,
            promise::Counted::Takes => Self::Takes,
            promise::Counted::Either => Self::Either,
        }
    }
}

impl Journey<'_> {
    /// True for the way into the company.
    pub fn is_onboarding(&self) -> bool {
        self.kind == JourneyKind::Onboarding
    }

    /// Whether it is for an audience by name.
    pub fn is_for(&self, audience: AudienceId) -> bool {
        self.audience.iter().any(|of| of.key == audience)
    }
}

impl<'a> Published<'a> {
    /// A journey.
    pub fn journey(&'a self, key: JourneyId) -> Journey<'a> {
        let journey = self.catalog().journey(key);
        Journey {
            key,
            id: &journey.slug,
            name: self.text(&journey.name),
            summary: self.maybe(&journey.summary),
            description: self.maybe(&journey.description),
            kind: if journey.onboarding { JourneyKind::Onboarding } else { JourneyKind::Situation },
            audience: self.list(&journey.audiences),
            starts: self.maybe(&journey.starts),
            lead_time: Lazy::new(key, self, |key, published| published.lead_time(key)),
            steps: Lazy::new(key, self, |key, published| published.journey_steps(key)),
            asked_as: self.texts(&journey.asked_as),
            keywords: self.texts(&journey.keywords),
            aliases: &journey.aliases,
            pages: Pages::of(EntryId::Journey(key), self),
        }
    }

    /// All journeys, by id.
    pub fn journeys(&'a self) -> impl ExactSizeIterator<Item = Journey<'a>> + DoubleEndedIterator + Clone {
        self.catalog().journeys().map(|(key, _)| self.journey(key))
    }

    /// The audiences that have a way into the company of their own, in the company's order.
    pub fn newcomers(&self) -> impl Iterator<Item = AudienceId> + use<'a> {
        self.catalog().newcomers().collect::<Vec<_>>().into_iter()
    }

    /// Whether there is any way into the company.
    pub fn has_newcomers(&self) -> bool {
        self.catalog().has_newcomers()
    }

    /// The dates of a journey's steps. Worked out once, when it is first asked for.
    pub fn times(&self, journey: JourneyId) -> &Times {
        self.timetables().of(journey)
    }

    fn lead_time(&self, key: JourneyId) -> Option<LeadTime> {
        let time = self.timetables().of(key).lead_time.as_ref()?;
        Some(LeadTime { usual: time.usual, worst: time.worst, at_least: !time.unpromised.is_empty() })
    }

    fn journey_steps(&'a self, key: JourneyId) -> Vec<JourneyStep<'a>> {
        let times = self.timetables().of(key);
        let steps = self.catalog().journey(key).steps.iter().enumerate();
        steps.map(|(place, step)| self.journey_step(step, place, times)).collect()
    }

    fn journey_step(&'a self, step: &'a model::JourneyStep, place: usize, times: &Times) -> JourneyStep<'a> {
        let lead_time = times.lead_time.as_ref();
        JourneyStep {
            id: step.id.as_deref(),
            when: step.when.map(Spelled),
            what: self.text(&step.what),
            service: self.maybe(&step.service),
            article: self.maybe(&step.article),
            with: self.maybe(&step.with),
            takes: step.takes.map(Spelled),
            after: &step.after,
            counted: lead_time.and_then(|time| time.counted.get(place).copied().map(Counted::from)),
            critical: lead_time.is_some_and(|time| time.critical.contains(&place)),
            room: times.rooms.get(place).copied().flatten().map(Room::from),
        }
    }
}
