//! The page of a journey: a checklist across departments.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::clock::Turnaround;
use crate::i18n::Words;
use crate::markdown::Html;
use crate::pages::parts::channel::ticks;
use crate::pages::parts::emergencies::{at_the_beginning, is_emergency};
use crate::pages::parts::journey_entries::{length, name};
use crate::pages::parts::journey_line::{Stop, journey_line};
use crate::pages::parts::journey_step::{key, reach};
use crate::pages::parts::reach::ReachView;
use crate::publish::{Counted, Journey, JourneyId, JourneyStep, Room, Service, Times, Unit, When};
use crate::site::clock::Ticks;
use crate::site::phrase::{Fact, HERE, Link, Passage, Phrase, with_links};
use crate::site::reader::Reader;
use crate::site::{Place, menu};

/// A journey.
#[derive(Debug, Serialize)]
pub struct JourneyView<'a> {
    /// Its id, under which ticks are remembered.
    pub id: &'a str,
    /// The situation.
    pub name: Phrase<'a>,
    /// What it leads to.
    pub summary: Option<Phrase<'a>>,
    /// For whom it is, what day 1 is, how long it takes.
    pub facts: Vec<Fact<'a>>,
    /// Whom to call first, where it begins with an emergency.
    pub emergency: Option<ReachView<'a>>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// The phases as a line in time, an SVG, where there is room for it.
    pub line: Option<Html>,
    /// The steps, as they follow each other in time.
    pub phases: Vec<PhaseView<'a>>,
    /// True where some steps set the pace and others do not.
    pub is_paced: bool,
    /// For planning by a date.
    pub plan: PlanView<'a>,
}

/// Steps that are done at the same time.
#[derive(Debug, Serialize)]
pub struct PhaseView<'a> {
    /// When, in words.
    pub title: String,
    /// The heading's id.
    pub anchor: String,
    /// The number of the first step.
    pub start: usize,
    /// The steps.
    pub steps: Vec<JourneyStepView<'a>>,
}

/// A step of a journey.
#[derive(Debug, Serialize)]
pub struct JourneyStepView<'a> {
    /// The name under which a tick is remembered: the author's, or the number after a sign that none has.
    pub key: String,
    /// Which one it is, from 1.
    pub number: usize,
    /// What to do.
    pub what: Html,
    /// Who and what helps, how to reach them, how long it takes.
    pub facts: Vec<Fact<'a>>,
    /// The steps before it, in words.
    pub after: Option<Html>,
    /// True when the length of the whole depends on it, and not on every step.
    pub critical: bool,
    /// True for what cannot wait for a date.
    pub at_once: bool,
    /// What it says for each date of day 1, as the script reads it.
    pub dates: Option<&'a str>,
}

/// What planning by a date needs.
#[derive(Debug, Serialize)]
pub struct PlanView<'a> {
    /// The language in which dates are written.
    pub dates: &'a str,
    /// The earliest date, ISO 8601.
    pub first: String,
    /// The latest.
    pub last: String,
    /// Both in words, for those who give another.
    pub range: String,
}

impl<'a> PageView<'a> for JourneyView<'a> {
    type Of = JourneyId;

    fn ticks(&self) -> Ticks {
        ticks(None, self.emergency.iter().flat_map(ReachView::all))
    }

    fn new(id: JourneyId, reader: Reader<'a>) -> Self {
        let journey = reader.published().journey(id);
        let times = reader.published().times(id);
        let (whens, mut phases): (Vec<Option<When>>, Vec<PhaseView<'a>>) =
            phases(&journey, times, reader).into_iter().unzip();
        let emergency = at_the_beginning(&journey, reader);
        let first = phases.first_mut().and_then(|phase| phase.steps.first_mut());
        if let Some(first) = first.filter(|_| emergency.is_some()) {
            (first.at_once, first.dates) = (true, None);
        }
        let is_paced = journey.steps.get().iter().any(|step| !step.critical);
        for step in phases.iter_mut().flat_map(|phase| &mut phase.steps) {
            step.critical &= is_paced;
        }
        Self {
            id: journey.id,
            name: reader.phrase(journey.name),
            summary: reader.maybe(journey.summary),
            facts: facts(&journey, reader),
            emergency,
            description: journey.description.map(|text| reader.description(text)),
            line: line(&whens, &phases, reader),
            phases,
            is_paced: is_paced && journey.steps.get().iter().any(|step| step.critical),
            plan: plan(times, reader),
        }
    }

    fn head(id: JourneyId, reader: Reader<'a>) -> Head<'a> {
        let journey = reader.published().journey(id);
        Head {
            title: name(&journey, reader),
            lead: reader.maybe(journey.summary),
            back: vec![menu::link(if journey.is_onboarding() { Place::NewHere } else { Place::Journeys }, reader)],
        }
    }
}

fn facts<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> Vec<Fact<'a>> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = Vec::new();
    let audiences = journey.audience.iter().map(|audience| Fact::link(reader.audience(audience.key)));
    facts.extend(audiences);
    if facts.is_empty() {
        facts.push(Fact::words(words.text("service.everyone")));
    }
    if let Some(first) = facts.first_mut() {
        first.label = Some(words.text("journey.for"));
    }
    if let Some(starts) = journey.starts {
        facts.push(Fact::labelled(words.text("journey.starts"), reader.phrase(starts)));
    }
    if let Some(time) = journey.lead_time.get() {
        facts.push(Fact::labelled(words.text("journey.lead_time"), Phrase::own(length(time, words))));
    }
    facts
}

/// Neighbours with the same time stand under one heading; a step without a time joins those above.
fn phases<'a>(journey: &Journey<'a>, times: &'a Times, reader: Reader<'a>) -> Vec<(Option<When>, PhaseView<'a>)> {
    let mut phases: Vec<(Option<When>, PhaseView<'a>)> = Vec::new();
    for (place, step) in journey.steps.get().iter().enumerate() {
        let when = step.when.map(|when| *when);
        let view = step_view(place, step, times, reader);
        match phases.last_mut() {
            Some((before, phase)) if when.is_none() || when == *before => phase.steps.push(view),
            _ => {
                let title = when.map_or_else(|| reader.word("journey.any_time"), |when| title(when, reader.words()));
                let anchor = format!("phase-{}", phases.len() + 1);
                phases.push((when, PhaseView { title, anchor, start: view.number, steps: vec![view] }));
            }
        }
    }
    phases
}

/// The phases that have a time as stops of a line; none where one has no time.
fn line(whens: &[Option<When>], phases: &[PhaseView<'_>], reader: Reader<'_>) -> Option<Html> {
    let stop = |(when, phase): (&Option<When>, &PhaseView<'_>)| {
        Some(Stop {
            when: (*when)?,
            label: phase.title.clone(),
            steps: phase.steps.iter().map(|step| step.key.clone()).collect(),
            count: reader.words().plural("count.steps", phase.steps.len() as u64, &[]),
        })
    };
    let stops: Option<Vec<Stop>> = whens.iter().zip(phases).map(stop).collect();
    journey_line(&stops?, &reader.word("journey.today"))
}

fn title(when: When, words: &Words<'_>) -> String {
    let unit = match when.unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
    };
    let number = u64::from(when.number);
    match (when.before, when.unit, when.number) {
        (true, Unit::Day, 1) => words.format("journey.before_day", &[("n", "1")]),
        (true, ..) => words.plural(&format!("journey.{unit}s_before"), number, &[]),
        (false, ..) => words.format(&format!("journey.{unit}"), &[("n", &words.number(i64::from(when.number)))]),
    }
}

fn step_view<'a>(place: usize, step: &JourneyStep<'a>, times: &'a Times, reader: Reader<'a>) -> JourneyStepView<'a> {
    JourneyStepView {
        key: key(step, place),
        number: place + 1,
        what: reader.inline(step.what),
        facts: step_facts(step, reader),
        after: after(step.after, reader.words()),
        critical: step.critical,
        at_once: false,
        dates: times.dates.get(place).and_then(Option::as_deref),
    }
}

/// "After steps 2 and 3", each number leading to its step.
fn after(places: &[usize], words: &Words<'_>) -> Option<Html> {
    let link = |place: &usize| Link {
        href: Some(format!("#step-{}", place + 1)),
        name: Phrase::own(words.number((place + 1) as i64)),
    };
    let steps = words.list(&vec![HERE; places.len()]);
    let sentence = words.plural("journey.after", places.len() as u64, &[("steps", &steps)]);
    let links: Vec<Link<'_>> = places.iter().map(link).collect();
    (!places.is_empty()).then(|| with_links(&sentence, &links))
}

fn step_facts<'a>(step: &JourneyStep<'a>, reader: Reader<'a>) -> Vec<Fact<'a>> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = Vec::new();
    let service = step.service.map(|service| reader.published().service(service.key));
    facts.extend(step.service.map(|service| Fact::link(reader.service(service.key))));
    facts.extend(reach(step, service.as_ref(), reader));
    if let Some(article) = step.article {
        let name = reader.phrase(reader.published().article(article.key).title);
        facts.push(Fact::link(Link { href: Some(reader.href(Place::Article(article.key))), name }));
    }
    let with = step.with.map(|with| Fact { label: Some(words.text("journey.with")), ..Fact::link(reader.who(with)) });
    facts.extend(with);
    // Beside the number for emergencies stands no promise of the office.
    let is_emergency =
        service.as_ref().and_then(|service| service.channels.first()).is_some_and(|channel| is_emergency(&channel));
    let promising = service.as_ref().filter(|_| !is_emergency);
    facts.extend(step_times(step, promising, reader).into_iter().map(Fact::words));
    if step.room == Some(Room::Ahead) && !is_emergency {
        facts.push(Fact::words(words.text("journey.ask_ahead")));
    }
    facts
}

/// How long a step takes: of what it takes by itself and what its service promises the longer one, or both
/// where it depends on the day.
fn step_times(step: &JourneyStep<'_>, service: Option<&Service<'_>>, reader: Reader<'_>) -> Vec<String> {
    let words = reader.words();
    let takes = step.takes.map(|takes| words.duration(reader.effort(*takes)));
    let takes_words = takes.as_ref().map(|takes| words.format("journey.takes", &[("duration", takes)]));
    let promise = service.and_then(main_promise);
    let promise_words = service.map(|service| promised(service, reader));
    match (takes, promise, step.counted) {
        (Some(_), Some(_), Some(Counted::Takes)) => takes_words.into_iter().collect(),
        (Some(_), Some(_), Some(Counted::Promise)) => promise_words.into_iter().collect(),
        (Some(takes), Some((time, always)), _) => {
            let promised = reader.takes(time, always);
            if promised == takes {
                return takes_words.into_iter().collect();
            }
            vec![words.format("journey.takes_longer", &[("one", &takes), ("other", &promised)])]
        }
        _ => takes_words.into_iter().chain(promise_words).collect(),
    }
}

/// The resolution that a service promises as a rule, and whether its clock always runs.
fn main_promise(service: &Service<'_>) -> Option<(Turnaround, bool)> {
    let standard = service.main_standard()?;
    Some((*standard.resolution?, standard.is_always()))
}

/// When the service of a step promises to be done.
fn promised(service: &Service<'_>, reader: Reader<'_>) -> String {
    match main_promise(service) {
        Some((time, always)) => {
            let within = reader.within(time, always);
            reader.words().format("promise.done", &[("within", &within)])
        }
        None => reader.word("journey.no_promise"),
    }
}

fn plan<'a>(times: &Times, reader: Reader<'a>) -> PlanView<'a> {
    let words = reader.words();
    let (first, last) = (words.date(times.first), words.date(times.last));
    PlanView {
        dates: words.formats(),
        first: times.first.to_string(),
        last: times.last.to_string(),
        range: words.format("journey.date_range", &[("first", &first), ("last", &last)]),
    }
}
