//! What the new people of an audience need in their first weeks, in one place.

use std::collections::HashMap;

use serde::Serialize;

use super::deadline::DeadlineView;
use super::entries::person_entry;
use super::journey_entries as journey;
use super::phrase::{Entry, Fact, Link, Phrase};
use super::reader::Reader;
use super::requests::requests;
use crate::clock::Deadline;
use crate::model::{AudienceId, Catalog, JourneyId, PersonId, Served, Service, ServiceId};

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
    /// Words of the house: the word and what it means.
    pub glossary: Vec<(Phrase<'a>, Phrase<'a>)>,
    /// The dates that come next.
    pub dates: Vec<DateView<'a>>,
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

impl<'a> WelcomeView<'a> {
    /// The view for an audience.
    pub fn new(audience: AudienceId, reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let journeys = journeys(audience, catalog);
        let services = services(audience, &journeys, catalog);
        Self {
            title: reader.phrase(&catalog.audience(audience).name),
            journeys: reader.sorted(journeys.iter().map(|id| journey::entry(*id, reader)).collect()),
            services: services.iter().map(|id| reader.service_entry_with_team(*id)).collect(),
            people: people(&services, reader),
            glossary: glossary(reader),
            dates: dates(audience, &services, reader),
        }
    }
}

/// The ways into the company of an audience: its own and those for everyone.
fn journeys(audience: AudienceId, catalog: &Catalog) -> Vec<JourneyId> {
    let theirs = catalog.journeys().filter(|(_, journey)| {
        journey.onboarding && (journey.audiences.is_empty() || journey.audiences.contains(&audience))
    });
    theirs.map(|(id, _)| id).collect()
}

/// The services that new people need first: those of their journeys, in the order of how many of the
/// journeys name them and how early; then those that serve the audience or everyone, in the order of
/// how often they were asked for and how many depend on them.
fn services(audience: AudienceId, journeys: &[JourneyId], catalog: &Catalog) -> Vec<ServiceId> {
    let mut named: HashMap<ServiceId, (usize, usize)> = HashMap::new();
    for id in journeys {
        let mut seen: Vec<ServiceId> = Vec::new();
        for (place, step) in catalog.journey(*id).steps.iter().enumerate() {
            let Some(service) = step.service.filter(|service| !seen.contains(service)) else { continue };
            seen.push(service);
            let (times, earliest) = named.entry(service).or_insert((0, place));
            *times += 1;
            *earliest = place.min(*earliest);
        }
    }
    let requests = requests(catalog);
    let serves = |service: &Service| {
        service.serves.iter().any(|served| matches!(served, Served::Everyone) || *served == Served::Audience(audience))
    };
    let mut services: Vec<ServiceId> = catalog
        .services()
        .filter(|(id, service)| service.is_offered() && (named.contains_key(id) || serves(service)))
        .map(|(id, _)| id)
        .collect();
    services.sort_by_cached_key(|id| {
        let (times, place) = named.get(id).copied().unwrap_or((0, usize::MAX));
        let asked = requests.get(id).copied().unwrap_or(0);
        (usize::MAX - times, place, u64::MAX - asked, usize::MAX - catalog.dependants(*id).count())
    });
    services.truncate(SERVICES);
    services
}

/// Who answers for the services and who leads the teams that do the work, each once, in their order.
fn people<'a>(services: &[ServiceId], reader: Reader<'a>) -> Vec<Entry<'a>> {
    let catalog = reader.catalog();
    let mut order: Vec<PersonId> = Vec::new();
    let mut facts: HashMap<PersonId, Vec<Fact<'a>>> = HashMap::new();
    let mut add = |person: PersonId, fact: Fact<'a>| {
        let known = facts.entry(person).or_insert_with(|| {
            order.push(person);
            Vec::new()
        });
        if !known.iter().any(|other| other.label == fact.label && other.link.href == fact.link.href) {
            known.push(fact);
        }
    };
    for id in services {
        let service = catalog.service(*id);
        if let Some(owner) = &service.owner {
            add(owner.value, labelled(reader.word("person.answers_for"), reader.service(*id)));
        }
        if let Some(lead) = &catalog.team(service.team).lead {
            add(lead.value, labelled(reader.word("person.leads"), reader.team(service.team)));
        }
    }
    order.truncate(PEOPLE);
    let entry =
        |person: PersonId| Entry { facts: facts.remove(&person).unwrap_or_default(), ..person_entry(person, reader) };
    order.into_iter().map(entry).collect()
}

fn labelled(label: String, link: Link<'_>) -> Fact<'_> {
    Fact { label: Some(label.into()), ..Fact::link(link) }
}

fn glossary(reader: Reader<'_>) -> Vec<(Phrase<'_>, Phrase<'_>)> {
    let terms = reader.catalog().company.glossary.iter();
    let mut glossary: Vec<_> = terms.map(|term| (reader.phrase(&term.term), reader.phrase(&term.meaning))).collect();
    glossary.sort_by_cached_key(|(term, _)| reader.words().sort_key(&term.text));
    glossary
}

/// What the services want from the audience or everyone and what they do by a date, and what others
/// want from just this audience; the nearest first.
fn dates<'a>(audience: AudienceId, services: &[ServiceId], reader: Reader<'a>) -> Vec<DateView<'a>> {
    let catalog = reader.catalog();
    let mut dates: Vec<DateView<'a>> = Vec::new();
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let first = services.contains(&id);
        let mut add = |what: Phrase<'a>, deadline: &Deadline| {
            let deadline = DeadlineView::new(deadline, service.calendar, reader);
            if deadline.next.is_some() {
                dates.push(DateView { what, service: reader.service(id), deadline });
            }
        };
        for item in &service.you_provide {
            let all = item.from.is_empty() || item.from.contains(&Served::Everyone);
            let wanted = item.from.contains(&Served::Audience(audience)) || (first && all);
            if let Some(deadline) = item.deadline.as_ref().filter(|_| wanted) {
                add(reader.phrase(&item.what), deadline);
            }
        }
        for named in service.deadlines.iter().filter(|_| first) {
            let name = named.name.as_ref().unwrap_or(&service.name);
            add(reader.phrase(name), &named.deadline);
        }
    }
    dates.sort_by(|a, b| datetime(a).cmp(datetime(b)));
    dates.truncate(DATES);
    dates
}

/// The next date as it sorts: ISO 8601.
fn datetime<'a>(date: &'a DateView<'_>) -> &'a str {
    date.deadline.next.as_ref().map_or("", |next| &next.datetime)
}
