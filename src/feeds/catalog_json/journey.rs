//! A journey.

use serde::Serialize;

use super::export::Export;
use super::shown::Shown;
use super::texts::{Lists, Pages, Texts};
use super::who::Who;
use crate::clock::Duration;
use crate::model::{Companion, JourneyId, JourneyStep, When};
use crate::promise::LeadTime;
use crate::site::Place;

/// A situation across departments.
#[derive(Serialize)]
pub(super) struct JourneyEntry<'a> {
    id: &'a str,
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
    /// Markdown.
    description: Option<Texts<'a>>,
    kind: &'static str,
    /// For whom it is; everyone when empty.
    audience: Vec<&'a str>,
    /// What day zero is.
    starts: Option<Texts<'a>>,
    /// How long it takes; none when that cannot be told.
    lead_time: Option<LeadTimeEntry>,
    steps: Vec<StepEntry<'a>>,
    asked_as: Lists<'a>,
    keywords: Lists<'a>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

/// How long a journey takes, in working days.
#[derive(Serialize)]
struct LeadTimeEntry {
    usual: usize,
    worst: usize,
    /// Whether it takes at least so long, since a step waits for a service that promises no time.
    at_least: bool,
}

/// One step of a journey.
#[derive(Serialize)]
struct StepEntry<'a> {
    id: Option<&'a str>,
    when: Option<Shown<When>>,
    /// Markdown.
    what: Texts<'a>,
    service: Option<&'a str>,
    article: Option<&'a str>,
    with: Option<Who<'a>>,
    takes: Option<Shown<Duration>>,
    /// The steps before it, as places in the list, counted from 0.
    after: &'a [usize],
    /// Whether the length of the whole depends on it, at the worst.
    critical: bool,
}

impl<'a> JourneyEntry<'a> {
    pub(super) fn new(id: JourneyId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let journey = catalog.journey(id);
        let lead_time = export.edition.timetables.of(id).lead_time.as_ref();
        let critical = |place| lead_time.is_some_and(|time| time.critical.contains(&place));
        Self {
            id: &journey.slug,
            name: export.texts(&journey.name),
            summary: export.maybe(&journey.summary),
            description: export.markdown(&journey.description),
            kind: if journey.onboarding { "onboarding" } else { "situation" },
            audience: journey.audiences.iter().map(|audience| &*catalog.audience(*audience).slug).collect(),
            starts: export.maybe(&journey.starts),
            lead_time: lead_time.map(LeadTimeEntry::new),
            steps: (journey.steps.iter().enumerate())
                .map(|(place, step)| StepEntry::new(step, critical(place), export))
                .collect(),
            asked_as: export.lists(&journey.asked_as),
            keywords: export.lists(&journey.keywords),
            aliases: &journey.aliases,
            pages: export.pages(Place::Journey(id)),
        }
    }
}

impl LeadTimeEntry {
    fn new(time: &LeadTime) -> Self {
        Self { usual: time.usual, worst: time.worst, at_least: !time.unpromised.is_empty() }
    }
}

impl<'a> StepEntry<'a> {
    fn new(step: &'a JourneyStep, critical: bool, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        Self {
            id: step.id.as_deref(),
            when: step.when.map(Shown),
            what: export.texts(&step.what),
            service: step.service.map(|service| &*catalog.service(service).slug),
            article: step.article.map(|article| &*catalog.article(article).slug),
            with: step.with.as_ref().map(|with| match with {
                Companion::Party(party) => export.party(*party),
                Companion::Words(text) => Who::Words(export.texts(text)),
            }),
            takes: step.takes.map(Shown),
            after: &step.after,
            critical,
        }
    }
}
