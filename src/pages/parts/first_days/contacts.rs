//! Whom somebody new asks: those with whom a step is done, and the desks that help with it, each with a face.

use serde::Serialize;

use crate::pages::parts::address::AddressView;
use crate::pages::parts::channel::ChannelView;
use crate::pages::parts::entries::away_badge;
use crate::pages::parts::face::FaceView;
use crate::publish::{Channel, ChannelKind, Home, Hours, Journey, JourneyStep, PersonId, ServiceId, Who};
use crate::site::phrase::{Badge, Fact, Link};
use crate::site::reader::Reader;

/// How many are shown at most.
const MOST: usize = 24;
/// How many services of a desk are named at most.
const SERVICES: usize = 2;

/// Somebody to ask.
#[derive(Debug, Serialize)]
pub struct ContactView<'a> {
    /// The face of the person, or of whoever leads the desk.
    pub face: FaceView,
    /// The person or the desk.
    pub name: Link<'a>,
    /// A word when that person is away.
    pub away: Option<Badge>,
    /// What the person does, who leads the desk, what to ask about.
    pub facts: Vec<Fact<'a>>,
    /// When the desk is there, in a line.
    pub hours: Option<&'a str>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// The best way that can be tapped.
    pub channel: Option<ChannelView<'a>>,
    /// The number to call, for paper.
    pub number: Option<String>,
    /// The ids of the ways into the company on which they are met, with spaces between.
    pub ways: String,
}

/// Where a desk is.
#[derive(Debug, Serialize)]
pub struct WhereView<'a> {
    /// The desk.
    pub who: Link<'a>,
    /// The place.
    pub place: Fact<'a>,
    /// As with contacts.
    pub ways: String,
}

/// Somebody to ask, and what led there.
pub(super) struct Contact<'a> {
    pub(super) view: ContactView<'a>,
    home: Option<Home<'a>>,
}

/// Whoever it is that is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whom<'a> {
    Person(PersonId),
    Desk(Home<'a>),
}

/// One of them with what to ask about and on which ways, while they are collected.
struct Met<'a> {
    whom: Whom<'a>,
    services: Vec<ServiceId>,
    ways: Vec<&'a str>,
}

/// Whom the journeys' steps are done with, people first, each once in the order of the steps.
pub(super) fn contacts<'a>(journeys: &[Journey<'a>], reader: Reader<'a>) -> Vec<Contact<'a>> {
    let mut all: Vec<Met<'a>> = Vec::new();
    for journey in journeys {
        for step in &journey.steps.get() {
            let Some(whom) = whom(step, reader) else { continue };
            let place = all.iter().position(|met| met.whom == whom).unwrap_or_else(|| {
                all.push(Met { whom, services: Vec::new(), ways: Vec::new() });
                all.len() - 1
            });
            let Some(met) = all.get_mut(place) else { continue };
            met.services.extend(step.service.map(|service| service.key).filter(|id| !met.services.contains(id)));
            if !met.ways.contains(&journey.id) {
                met.ways.push(journey.id);
            }
        }
    }
    all.sort_by_key(|met| matches!(met.whom, Whom::Desk(_)));
    all.truncate(MOST);
    all.iter().map(|met| contact(met, reader)).collect()
}

/// With whom a step is done, else who does the work of its service.
fn whom<'a>(step: &JourneyStep<'a>, reader: Reader<'a>) -> Option<Whom<'a>> {
    let doer = || step.service.map(|service| Whom::Desk(reader.published().doer(service.key)));
    match step.with {
        Some(Who::Person(person)) => Some(Whom::Person(person.key)),
        Some(Who::Team(team)) => Some(Whom::Desk(Home::Team(team))),
        Some(Who::Department(department)) => Some(Whom::Desk(Home::Department(department))),
        _ => doer(),
    }
}

fn contact<'a>(met: &Met<'a>, reader: Reader<'a>) -> Contact<'a> {
    let ways = met.ways.join(" ");
    match met.whom {
        Whom::Person(id) => Contact { view: person(id, ways, reader), home: reader.published().person(id).team },
        Whom::Desk(home) => {
            let mut view = desk(home, ways, reader);
            let about = met.services.iter().take(SERVICES).map(|id| reader.service(*id));
            view.facts.extend(about.map(Fact::link));
            Contact { view, home: Some(home) }
        }
    }
}

fn person<'a>(id: PersonId, ways: String, reader: Reader<'a>) -> ContactView<'a> {
    let person = reader.published().person(id);
    let channels = ChannelView::of_person(&person, reader);
    ContactView {
        face: FaceView::of_person(id, reader),
        name: reader.person(id),
        away: away_badge(reader.published().who(id), reader),
        facts: person.title.map(|title| Fact::phrase(reader.phrase(title))).into_iter().collect(),
        hours: None,
        calendar: None,
        number: number(&channels),
        channel: channels.into_iter().next(),
        ways,
    }
}

fn desk<'a>(home: Home<'a>, ways: String, reader: Reader<'a>) -> ContactView<'a> {
    let published = reader.published();
    let (hours, channels) = reached(home, reader);
    let calendar = hours.map(|hours| hours.calendar);
    let mut usual = ChannelView::all(channels, calendar, reader);
    usual.retain(|channel| !channel.urgent);
    let leads = published.leaders(home).map(|lead| (lead, published.who(lead)));
    let lead = leads.clone().next();
    let name = reader.home(home);
    let label = |nth: usize| (nth == 0).then(|| reader.word("role.lead").into());
    let led = |(nth, (_, who))| Fact { label: label(nth), ..Fact::link(reader.who(who)) };
    ContactView {
        face: match lead {
            Some((id, Who::Person(_))) => FaceView::of_person(id, reader),
            _ => FaceView::of_name(&name.name.text),
        },
        away: lead.and_then(|(_, who)| away_badge(who, reader)),
        facts: leads.enumerate().map(led).collect(),
        hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str()),
        calendar: calendar.map(|calendar| calendar.index()),
        number: number(&usual),
        channel: usual.into_iter().find(|channel| channel.href.is_some()),
        name,
        ways,
    }
}

/// The first number among channels.
fn number(channels: &[ChannelView<'_>]) -> Option<String> {
    channels.iter().find_map(|channel| channel.number.clone())
}

fn reached<'a>(home: Home<'a>, reader: Reader<'a>) -> (Option<Hours<'a>>, Vec<Channel<'a>>) {
    let published = reader.published();
    match home {
        Home::Team(team) => {
            let team = published.team(team.key);
            (team.hours, team.channels.iter().collect())
        }
        Home::Department(department) => {
            let department = published.department(department.key);
            (department.hours, department.channels.iter().collect())
        }
    }
}

/// Where somebody works.
fn reached_at<'a>(home: Home<'a>, reader: Reader<'a>) -> Option<Link<'a>> {
    let published = reader.published();
    let place = match home {
        Home::Team(team) => published.team(team.key).place,
        Home::Department(department) => published.department(department.key).place,
    };
    place.map(|place| reader.place(place.key))
}

/// Where one walks in to those who are asked, or else where they work; each place once.
pub(super) fn places<'a>(contacts: &[Contact<'a>], reader: Reader<'a>) -> Vec<WhereView<'a>> {
    let mut places: Vec<WhereView<'a>> = Vec::new();
    for contact in contacts {
        let Some(home) = contact.home else { continue };
        let desks = reached(home, reader).1.into_iter().filter(|channel| channel.kind == ChannelKind::Desk);
        let desks: Vec<Fact<'a>> =
            desks.filter_map(|desk| AddressView::new(&desk, reader).and_then(AddressView::fact)).collect();
        let house = reached_at(home, reader).filter(|_| desks.is_empty()).map(Fact::link);
        for place in desks.into_iter().chain(house) {
            if !places.iter().any(|known| known.place == place) {
                places.push(WhereView { who: reader.home(home), place, ways: contact.view.ways.clone() });
            }
        }
    }
    places
}
