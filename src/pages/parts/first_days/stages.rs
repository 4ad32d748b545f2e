//! The steps of the first days, by when they are done and by way into the company.

use serde::Serialize;

use crate::markdown::Html;
use crate::pages::parts::journey_entries::link;
use crate::pages::parts::journey_step::key;
use crate::publish::{Journey, JourneyStep, Unit, When};
use crate::site::Place;
use crate::site::phrase::{Fact, Link};
use crate::site::reader::Reader;

/// What is done at a time.
#[derive(Debug, Serialize)]
pub struct StageView<'a> {
    /// When: `today`, `week` or `ready`; the heading's id.
    pub id: &'static str,
    /// The same in words.
    pub title: String,
    /// What is to be said of it.
    pub hint: Option<String>,
    /// The steps of each way into the company.
    pub ways: Vec<WayStepsView<'a>>,
}

/// The steps of one way at a time.
#[derive(Debug, Serialize)]
pub struct WayStepsView<'a> {
    /// The journey's id, under which ticks are remembered.
    pub id: &'a str,
    /// Its name, where there are several.
    pub name: Option<Link<'a>>,
    /// The steps.
    pub steps: Vec<StepView<'a>>,
}

/// A step.
#[derive(Debug, Serialize)]
pub struct StepView<'a> {
    /// The name under which a tick is remembered.
    pub key: String,
    /// The box's id.
    pub id: String,
    /// What to do.
    pub what: Html,
    /// With whom, and what helps.
    pub facts: Vec<Fact<'a>>,
}

/// When a step of the first days is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Today,
    Week,
    Ready,
}

impl Stage {
    fn id(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Week => "week",
            Self::Ready => "ready",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Today => "new_here.today",
            Self::Week => "new_here.week",
            Self::Ready => "new_here.ready",
        }
    }

    /// When a time is; none of them after the first week. What has no time is done when there is some.
    fn of(when: Option<When>) -> Option<Self> {
        let Some(when) = when else { return Some(Self::Week) };
        match (when.before, when.unit, when.number) {
            (true, ..) => Some(Self::Ready),
            (false, Unit::Day, ..=1) => Some(Self::Today),
            (false, Unit::Day, ..=7) | (false, Unit::Week, ..=1) => Some(Self::Week),
            _ => None,
        }
    }
}

/// What is done today, then this week, then what was to be done before; without those at which nothing is.
pub(super) fn stages<'a>(journeys: &[Journey<'a>], reader: Reader<'a>) -> Vec<StageView<'a>> {
    let view = |stage: Stage| StageView {
        id: stage.id(),
        title: reader.word(stage.words()),
        hint: (stage == Stage::Ready).then(|| reader.word("new_here.ready_hint")),
        ways: journeys.iter().enumerate().filter_map(|way| steps(way, stage, journeys.len() > 1, reader)).collect(),
    };
    let mut stages: Vec<StageView<'a>> = [Stage::Today, Stage::Week, Stage::Ready].map(view).into();
    stages.retain(|stage| !stage.ways.is_empty());
    stages
}

/// What is done first: on the first day, or else at the beginning.
pub(super) fn first<'a>(journey: &Journey<'a>) -> Option<JourneyStep<'a>> {
    let is_today = |step: &JourneyStep<'a>| step.when.is_some_and(|when| Stage::of(Some(*when)) == Some(Stage::Today));
    let steps = journey.steps.get();
    let of_today = steps.iter().position(is_today).unwrap_or_default();
    steps.into_iter().nth(of_today)
}

/// A step without a time is done with the one above it.
fn steps<'a>(
    (way, journey): (usize, &Journey<'a>),
    stage: Stage,
    named: bool,
    reader: Reader<'a>,
) -> Option<WayStepsView<'a>> {
    let mut at = None;
    let mut steps = Vec::new();
    for (place, step) in journey.steps.get().iter().enumerate() {
        at = step.when.map(|when| *when).or(at);
        if Stage::of(at) == Some(stage) {
            steps.push(StepView {
                key: key(step, place),
                id: format!("done-{}-{}", way + 1, place + 1),
                what: reader.inline(step.what),
                facts: facts(step, reader),
            });
        }
    }
    let name = named.then(|| link(journey, reader));
    (!steps.is_empty()).then_some(WayStepsView { id: journey.id, name, steps })
}

fn facts<'a>(step: &JourneyStep<'a>, reader: Reader<'a>) -> Vec<Fact<'a>> {
    let published = reader.published();
    let with = step.with.or_else(|| Some(published.doer(step.service?.key).into()));
    let mut facts: Vec<Fact<'a>> = Vec::new();
    facts.extend(
        with.map(|with| Fact { label: Some(reader.word("journey.with").into()), ..Fact::link(reader.who(with)) }),
    );
    facts.extend(step.service.map(|service| Fact::link(reader.service(service.key))));
    facts.extend(step.article.map(|article| {
        let name = reader.phrase(published.article(article.key).title);
        Fact::link(Link { href: Some(reader.href(Place::Article(article.key))), name })
    }));
    facts
}
