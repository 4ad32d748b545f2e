//! The page of a journey: a checklist across departments.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::clock::Duration;
use crate::i18n::Words;
use crate::markdown::Html;
use crate::model::{
    Channel, Companion, Journey, JourneyId, JourneyStep, Party, PersonId, Privacy, ServiceId, Unit, When,
};
use crate::pages::parts::channel::ChannelView;
use crate::pages::parts::journey_entries::length;
use crate::promise::{Counted, main_standard};
use crate::site::phrase::{Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;
use crate::site::timetable::Times;
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
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// The steps, as they follow each other in time.
    pub phases: Vec<PhaseView<'a>>,
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
    /// The steps before it.
    pub after: Vec<Link<'a>>,
    /// True when the length of the whole depends on it.
    pub critical: bool,
    /// When it is begun, as the script reads it.
    pub begins: Option<&'a str>,
    /// Whether these are the latest days or the earliest.
    pub latest: bool,
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

    fn new(id: JourneyId, reader: Reader<'a>) -> Self {
        let journey = reader.catalog().journey(id);
        let times = reader.edition.timetables.of(id);
        Self {
            id: &journey.slug,
            name: reader.phrase(&journey.name),
            summary: reader.maybe(&journey.summary),
            facts: facts(journey, times, reader),
            description: journey.description.as_ref().map(|text| reader.description(&text.value)),
            phases: phases(journey, times, reader),
            plan: plan(times, reader),
        }
    }

    fn head(id: JourneyId, reader: Reader<'a>) -> Head<'a> {
        let journey = reader.catalog().journey(id);
        Head {
            title: reader.phrase(&journey.name),
            lead: reader.maybe(&journey.summary),
            back: vec![menu::link(if journey.onboarding { Place::NewHere } else { Place::Journeys }, reader)],
        }
    }
}

fn facts<'a>(journey: &'a Journey, times: &Times, reader: Reader<'a>) -> Vec<Fact<'a>> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = Vec::new();
    facts.extend(journey.audiences.iter().map(|id| Fact::link(reader.audience(*id))));
    if facts.is_empty() {
        facts.push(Fact::words(words.text("service.everyone")));
    }
    if let Some(first) = facts.first_mut() {
        first.label = Some(words.text("journey.for"));
    }
    if let Some(starts) = &journey.starts {
        facts.push(Fact::labelled(words.text("journey.starts"), reader.phrase(starts)));
    }
    if let Some(time) = &times.lead_time {
        facts.push(Fact::labelled(words.text("journey.lead_time"), Phrase::own(length(time, words))));
    }
    facts
}

/// Neighbours with the same time stand under one heading; a step without a time joins those above.
fn phases<'a>(journey: &'a Journey, times: &'a Times, reader: Reader<'a>) -> Vec<PhaseView<'a>> {
    let mut phases: Vec<(Option<When>, PhaseView<'a>)> = Vec::new();
    for (place, step) in journey.steps.iter().enumerate() {
        let view = step_view(journey, place, step, times, reader);
        match phases.last_mut() {
            Some((when, phase)) if step.when.is_none() || step.when == *when => phase.steps.push(view),
            _ => {
                let title =
                    step.when.map_or_else(|| reader.word("journey.any_time"), |when| title(when, reader.words()));
                let anchor = format!("phase-{}", phases.len() + 1);
                phases.push((step.when, PhaseView { title, anchor, start: view.number, steps: vec![view] }));
            }
        }
    }
    phases.into_iter().map(|(_, phase)| phase).collect()
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

fn step_view<'a>(
    journey: &'a Journey,
    place: usize,
    step: &'a JourneyStep,
    times: &'a Times,
    reader: Reader<'a>,
) -> JourneyStepView<'a> {
    let begins = times.begins.get(place).and_then(Option::as_ref);
    let after = step.after.iter().filter(|before| journey.steps.get(**before).is_some());
    JourneyStepView {
        key: step.id.as_deref().map_or_else(|| format!("#{}", place + 1), str::to_owned),
        number: place + 1,
        what: reader.inline(&step.what),
        facts: step_facts(place, step, times, reader),
        after: after
            .map(|before| Link {
                href: Some(format!("#step-{}", before + 1)),
                name: Phrase::own(reader.words().number((before + 1) as i64)),
            })
            .collect(),
        critical: times.lead_time.as_ref().is_some_and(|time| time.critical.contains(&place)),
        begins: begins.map(|begins| begins.moves.as_str()),
        latest: begins.is_some_and(|begins| begins.latest),
    }
}

fn step_facts<'a>(place: usize, step: &'a JourneyStep, times: &Times, reader: Reader<'a>) -> Vec<Fact<'a>> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = Vec::new();
    facts.extend(step.service.map(|service| Fact::link(reader.service(service))));
    facts.extend(reach(step, reader));
    if let Some(article) = step.article {
        let name = reader.phrase(&reader.catalog().article(article).title);
        facts.push(Fact::link(Link { href: Some(reader.href(Place::Article(article))), name }));
    }
    let with = step.with.as_ref().map(|with| match with {
        Companion::Party(party) => reader.party(*party),
        Companion::Words(text) => Link { href: None, name: reader.phrase(text) },
    });
    facts.extend(with.map(|link| Fact { label: Some(words.text("journey.with")), ..Fact::link(link) }));
    let counted = times.lead_time.as_ref().and_then(|time| time.counted.get(place).copied());
    facts.extend(step_times(step, counted, reader).into_iter().map(Fact::words));
    facts
}

/// How long a step takes: of what it takes by itself and what its service promises the longer one, or both
/// where it depends on the day.
fn step_times(step: &JourneyStep, counted: Option<Counted>, reader: Reader<'_>) -> Vec<String> {
    let words = reader.words();
    let takes = step.takes.map(|takes| words.duration(reader.span(takes, false)));
    let takes_words = takes.as_ref().map(|takes| words.format("journey.takes", &[("duration", takes)]));
    let promise = step.service.and_then(|service| main_promise(service, reader));
    let promise_words = step.service.map(|service| promised(service, reader));
    match (takes, promise, counted) {
        (Some(_), Some(_), Some(Counted::Takes)) => takes_words.into_iter().collect(),
        (Some(_), Some(_), Some(Counted::Promise)) => promise_words.into_iter().collect(),
        (Some(takes), Some((time, always)), _) => {
            let promised = words.duration(reader.span(time, always));
            vec![words.format("journey.takes_longer", &[("one", &takes), ("other", &promised)])]
        }
        _ => takes_words.into_iter().chain(promise_words).collect(),
    }
}

/// The resolution that a service promises as a rule, and whether its clock always runs.
fn main_promise(service: ServiceId, reader: Reader<'_>) -> Option<(Duration, bool)> {
    let standard = main_standard(reader.catalog().service(service))?;
    Some((standard.resolution.as_ref()?.value, standard.always))
}

/// When the service of a step promises to be done.
fn promised(service: ServiceId, reader: Reader<'_>) -> String {
    match main_promise(service, reader) {
        Some((time, always)) => {
            let within = reader.words().within(reader.span(time, always));
            reader.words().format("promise.done", &[("within", &within)])
        }
        None => reader.word("journey.no_promise"),
    }
}

/// The best way to reach whoever helps with a step: the service, else the team or person with whom it
/// is done.
fn reach<'a>(step: &'a JourneyStep, reader: Reader<'a>) -> Option<Fact<'a>> {
    let catalog = reader.catalog();
    let first =
        |channels: &'a [Channel]| Some(ChannelView::all(channels.get(..1)?, None, reader).into_iter().next()?.fact());
    match (step.service, &step.with) {
        (Some(service), _) => first(catalog.channels_of(service)),
        (None, Some(Companion::Party(Party::Team(team)))) => first(catalog.channels_of_team(*team)),
        (None, Some(Companion::Party(Party::Person(person)))) => {
            own(*person, reader).or_else(|| first(catalog.channels_of_team(catalog.home_team(*person)?)))
        }
        _ => None,
    }
}

/// A person's own phone or address, where the company shows them.
fn own(person: PersonId, reader: Reader<'_>) -> Option<Fact<'_>> {
    let channels = match reader.catalog().company.privacy {
        Privacy::Full => ChannelView::of_person(reader.catalog().person(person), reader),
        Privacy::Names | Privacy::Roles => Vec::new(),
    };
    channels.into_iter().next().map(ChannelView::fact)
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
