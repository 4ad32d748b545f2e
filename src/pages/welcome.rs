//! What the new people of an audience need in their first weeks, in one place.

use std::collections::HashMap;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::entries::person_entry;
use crate::pages::parts::journey_entries;
use crate::publish::{AudienceId, Deadline, Home, Journey, PersonId, Service, ServiceId, Text, Who};
use crate::site::deadline::DeadlineView;
use crate::site::phrase::{Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, menu};

/// How many services are shown.
const SERVICES: usize = 10;
/// How many people are shown at most.
const PEOPLE: usize = 12;
/// How many dates are shown at most.
const DATES: usize = 12;

/// What new people need.
#[derive(Debug, Serialize)]
pub struct WelcomeView<'a> {
    /// Who they are.
    pub title: Phrase<'a>,
    /// Their ways into the company.
    pub journeys: Vec<Entry<'a>>,
    /// The services that they need first.
    pub services: Vec<Entry<'a>>,
    /// The people behind these.
    pub people: Vec<Entry<'a>>,
    /// Words of the house.
    pub glossary: Vec<TermView<'a>>,
    /// The dates that come next.
    pub dates: Vec<DateView<'a>>,
}

/// A word of the house.
#[derive(Debug, Serialize)]
pub struct TermView<'a> {
    /// The word.
    pub term: Phrase<'a>,
    /// What it means.
    pub meaning: Phrase<'a>,
}

/// A date that new people must not miss.
#[derive(Debug, Serialize)]
pub struct DateView<'a> {
    /// What is due.
    pub what: Phrase<'a>,
    /// The service that keeps the date.
    pub service: Link<'a>,
    /// When.
    pub deadline: DeadlineView,
}

impl<'a> PageView<'a> for WelcomeView<'a> {
    type Of = AudienceId;

    fn new(audience: AudienceId, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let theirs = |journey: &Journey<'a>| {
            journey.is_onboarding() && (journey.audience.is_empty() || journey.is_for(audience))
        };
        let journeys: Vec<Journey<'a>> = published.journeys().filter(theirs).collect();
        let services = services(audience, &journeys, reader);
        Self {
            title: reader.phrase(published.audience(audience).name),
            journeys: reader.sorted(journeys.iter().map(|journey| journey_entries::entry(journey, reader)).collect()),
            services: services.iter().map(|service| reader.service_entry_with_team(service.key)).collect(),
            people: people(&services, reader),
            glossary: glossary(reader),
            dates: dates(audience, &services, reader),
        }
    }

    fn head(audience: AudienceId, reader: Reader<'a>) -> Head<'a> {
        Head {
            title: reader.phrase(reader.published().audience(audience).name),
            lead: Some(menu::lead(Place::NewHere, reader)),
            back: vec![menu::link(Place::NewHere, reader)],
        }
    }
}

/// Whether somebody is an audience, or all.
fn is_theirs(who: Who<'_>, audience: AudienceId) -> bool {
    matches!(who, Who::Everyone) || is_just(who, audience)
}

fn is_just(who: Who<'_>, audience: AudienceId) -> bool {
    matches!(who, Who::Audience(of) if of.key == audience)
}

/// Whether a service is there for an audience.
fn serves(service: &Service<'_>, audience: AudienceId) -> bool {
    service.serves.iter().any(|who| is_theirs(who, audience))
}

/// The services that new people need first, of those that serve the audience or everyone: those of their
/// journeys, in the order of how many of the journeys name them and how early; then in the order of how
/// often they were asked for and how many depend on them. What a journey's step needs from a service for
/// others, such as managers, is theirs to ask for.
fn services<'a>(audience: AudienceId, journeys: &[Journey<'a>], reader: Reader<'a>) -> Vec<Service<'a>> {
    let published = reader.published();
    let mut named: HashMap<ServiceId, (usize, usize)> = HashMap::new();
    for journey in journeys {
        let mut seen: Vec<ServiceId> = Vec::new();
        for (place, step) in journey.steps.get().iter().enumerate() {
            let service = step.service.map(|service| service.key).filter(|service| !seen.contains(service));
            let Some(service) = service else { continue };
            seen.push(service);
            let (times, earliest) = named.entry(service).or_insert((0, place));
            *times += 1;
            *earliest = place.min(*earliest);
        }
    }
    let unsaid = |service: &Service<'a>| service.serves.is_empty() && named.contains_key(&service.key);
    let mut services: Vec<Service<'a>> =
        published.offered().filter(|service| unsaid(service) || serves(service, audience)).collect();
    services.sort_by_cached_key(|service| {
        let (times, place) = named.get(&service.key).copied().unwrap_or((0, usize::MAX));
        let asked = published.requests(service.key);
        (usize::MAX - times, place, u64::MAX - asked, usize::MAX - published.dependants(service.key).count())
    });
    services.truncate(SERVICES);
    services
}

/// Who answers for the services and who leads the teams that do the work, each once, in their order.
fn people<'a>(services: &[Service<'a>], reader: Reader<'a>) -> Vec<Entry<'a>> {
    let published = reader.published();
    let leads = |service: &Service<'a>| published.leader(service.doer());
    let mut people: Vec<PersonId> = Vec::new();
    for person in services.iter().flat_map(|service| service.answerer.into_iter().chain(leads(service))) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people.truncate(PEOPLE);
    let entry = |person: PersonId| {
        let owned = services.iter().filter(|service| service.answerer == Some(person));
        let mut teams: Vec<Home<'a>> = Vec::new();
        for team in services.iter().filter(|service| leads(service) == Some(person)).map(Service::doer) {
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
        let mut entry = person_entry(published.who(person), reader);
        let owned = owned.map(|service| reader.service(service.key));
        entry.facts.extend(Fact::links(reader.word("person.answers_for"), owned));
        entry.facts.extend(Fact::links(reader.word("person.leads"), teams.into_iter().map(|team| reader.home(team))));
        entry
    };
    people.into_iter().map(entry).collect()
}

fn glossary(reader: Reader<'_>) -> Vec<TermView<'_>> {
    let terms = reader.published().glossary().iter();
    let mut glossary: Vec<_> =
        terms.map(|term| TermView { term: reader.phrase(term.term), meaning: reader.phrase(term.meaning) }).collect();
    glossary.sort_by_cached_key(|view| reader.words().sort_key(&view.term.text));
    glossary
}

/// What is due from the audience, or from everyone at a service that is there for them, and what such
/// services do by a date; the nearest first. Where there are too many, what is due from just the audience
/// stays, then what the services do by a date.
fn dates<'a>(audience: AudienceId, services: &[Service<'a>], reader: Reader<'a>) -> Vec<DateView<'a>> {
    let mut dates: Vec<(usize, DateView<'a>)> = Vec::new();
    for service in reader.published().offered() {
        let chosen = services.iter().any(|chosen| chosen.key == service.key);
        let theirs = chosen || serves(&service, audience);
        for (rank, what, deadline) in due(&service, audience, theirs) {
            let deadline = DeadlineView::new(deadline, reader);
            if deadline.next.is_some() {
                let what = reader.phrase(what);
                dates.push((rank, DateView { what, service: reader.service(service.key), deadline }));
            }
        }
    }
    dates.sort_by(|a, b| (a.0, datetime(&a.1)).cmp(&(b.0, datetime(&b.1))));
    dates.truncate(DATES);
    dates.sort_by(|a, b| datetime(&a.1).cmp(datetime(&b.1)));
    dates.into_iter().map(|(_, date)| date).collect()
}

/// What of a service's dates concerns an audience, each with how much it matters.
fn due<'a>(service: &Service<'a>, audience: AudienceId, theirs: bool) -> Vec<(usize, Text<'a>, Deadline<'a>)> {
    let mut due = Vec::new();
    for item in service.you_provide.get() {
        let Some(deadline) = item.deadline else { continue };
        if item.from.iter().any(|who| is_just(who, audience)) {
            due.push((0, item.what, deadline));
        } else if theirs && (item.from.is_empty() || item.from.iter().any(|who| is_theirs(who, audience))) {
            due.push((2, item.what, deadline));
        }
    }
    let own = service.deadlines.get().into_iter().filter(|_| theirs);
    due.extend(own.map(|named| (1, named.name.unwrap_or(service.name), named.deadline)));
    due
}

/// The next date as it sorts: ISO 8601.
fn datetime<'a>(date: &'a DateView<'_>) -> &'a str {
    date.deadline.next.as_ref().map_or("", |next| &next.datetime)
}
