//! What the new people of an audience need in their first weeks, in one place.

use std::collections::HashMap;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{AudienceId, Catalog, JourneyId, PersonId, Served, Service, ServiceId, TeamId};
use crate::pages::parts::entries::person_entry;
use crate::pages::parts::journey_entries as journey;
use crate::pages::parts::requests::requests;
use crate::site::agenda::Item;
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

    fn head(audience: AudienceId, reader: Reader<'a>) -> Head<'a> {
        Head {
            title: reader.phrase(&reader.catalog().audience(audience).name),
            lead: Some(menu::lead(Place::NewHere, reader)),
            back: vec![menu::link(Place::NewHere, reader)],
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

/// Whether a service is there for an audience.
fn serves(service: &Service, audience: AudienceId) -> bool {
    service.serves.iter().any(|served| matches!(served, Served::Everyone) || *served == Served::Audience(audience))
}

/// The services that new people need first, of those that serve the audience or everyone: those of their
/// journeys, in the order of how many of the journeys name them and how early; then in the order of how
/// often they were asked for and how many depend on them. What a journey's step needs from a service for
/// others, such as managers, is theirs to ask for.
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
    let mut services: Vec<ServiceId> = catalog
        .services()
        .filter(|(id, service)| {
            let unsaid = service.serves.is_empty() && named.contains_key(id);
            service.is_offered() && (unsaid || serves(service, audience))
        })
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
    let owners = |id: &ServiceId| catalog.service(*id).owner.as_ref().map(|owner| owner.value);
    let leads = |id: &ServiceId| catalog.team(catalog.service(*id).team).lead.as_ref().map(|lead| lead.value);
    let mut people: Vec<PersonId> = Vec::new();
    for person in services.iter().flat_map(|id| owners(id).into_iter().chain(leads(id))) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people.truncate(PEOPLE);
    let entry = |person: PersonId| {
        let owned = services.iter().filter(|id| owners(id) == Some(person)).map(|id| reader.service(*id));
        let mut teams: Vec<TeamId> = Vec::new();
        for team in services.iter().filter(|id| leads(id) == Some(person)).map(|id| catalog.service(*id).team) {
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
        let mut entry = person_entry(person, reader);
        entry.facts.extend(Fact::links(reader.word("person.answers_for"), owned));
        entry.facts.extend(Fact::links(reader.word("person.leads"), teams.into_iter().map(|id| reader.team(id))));
        entry
    };
    people.into_iter().map(entry).collect()
}

fn glossary(reader: Reader<'_>) -> Vec<TermView<'_>> {
    let terms = reader.catalog().company.glossary.iter();
    let mut glossary: Vec<_> =
        terms.map(|term| TermView { term: reader.phrase(&term.term), meaning: reader.phrase(&term.meaning) }).collect();
    glossary.sort_by_cached_key(|view| reader.words().sort_key(&view.term.text));
    glossary
}

/// What is due from the audience, or from everyone at a service that is there for them, and what such
/// services do by a date; the nearest first. Where there are too many, what is due from just the audience
/// stays, then what the services do by a date.
fn dates<'a>(audience: AudienceId, services: &[ServiceId], reader: Reader<'a>) -> Vec<DateView<'a>> {
    let catalog = reader.catalog();
    let mut dates: Vec<(usize, DateView<'a>)> = Vec::new();
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let theirs = services.contains(&id) || serves(service, audience);
        let mut add = |rank: usize, what: Phrase<'a>, item: Item<'_>| {
            let deadline = DeadlineView::new(item, service.calendar, reader);
            if let Some(deadline) = deadline.filter(|deadline| deadline.next.is_some()) {
                dates.push((rank, DateView { what, service: reader.service(id), deadline }));
            }
        };
        for item in &service.you_provide {
            let all = item.from.is_empty() || item.from.contains(&Served::Everyone);
            if item.from.contains(&Served::Audience(audience)) {
                add(0, reader.phrase(&item.what), Item::Provided(item));
            } else if theirs && all {
                add(2, reader.phrase(&item.what), Item::Provided(item));
            }
        }
        for named in service.deadlines.iter().filter(|_| theirs) {
            let name = named.name.as_ref().unwrap_or(&service.name);
            add(1, reader.phrase(name), Item::Own(named));
        }
    }
    dates.sort_by(|a, b| (a.0, datetime(&a.1)).cmp(&(b.0, datetime(&b.1))));
    dates.truncate(DATES);
    dates.sort_by(|a, b| datetime(&a.1).cmp(datetime(&b.1)));
    dates.into_iter().map(|(_, date)| date).collect()
}

/// The next date as it sorts: ISO 8601.
fn datetime<'a>(date: &'a DateView<'_>) -> &'a str {
    date.deadline.next.as_ref().map_or("", |next| &next.datetime)
}
