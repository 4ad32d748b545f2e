//! The first page: what lives today. News, who is open now, what is due next, what people need most.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::ChannelView;
use crate::pages::parts::emergencies::{EmergencyView, emergencies};
use crate::pages::parts::entries::department_entry;
use crate::pages::parts::journey_entries;
use crate::pages::parts::news::{self, NewsView};
use crate::pages::parts::next_dates::{self, GroupView};
use crate::publish::{Channel, Home, Hours, Service, ServiceId, Who};
use crate::site::clock::Ticks;
use crate::site::needs::{self, Need};
use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::search_box::SearchBox;
use crate::site::{Door, Place, menu};

/// How many needs are shown.
const NEEDS: usize = 9;
/// How many services are shown of a company that is one department.
const SERVICES: usize = 30;
/// How many desks are shown.
const DESKS: usize = 6;
/// With how many calendars at most: each is a file that the first visit waits for.
const CALENDARS: usize = 3;
/// How many situations are shown.
const SITUATIONS: usize = 12;

/// The first page.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// What the site is for.
    pub lead: Phrase<'a>,
    /// The search box.
    pub search: SearchBox,
    /// What does not work today.
    pub outages: Vec<NewsView<'a>>,
    /// What changes, what is to be known.
    pub news: Vec<NewsView<'a>>,
    /// Numbers for emergencies.
    pub emergencies: Vec<EmergencyView<'a>>,
    /// The desks that most people need.
    pub desks: Vec<DeskView<'a>>,
    /// What is due next, by those who keep it.
    pub dates: Vec<GroupView<'a>>,
    /// The way to all dates, where there are any.
    pub all_dates: Option<Link<'a>>,
    /// What people ask for most, in their own words.
    pub needs: Vec<NeedView<'a>>,
    /// What people want to do, where there is a choice: each leads to the services that help.
    pub kinds: Vec<Link<'a>>,
    /// The departments, where there is more than one.
    pub departments: Vec<Entry<'a>>,
    /// What is done for readers, where one department does it all.
    pub services: Vec<Entry<'a>>,
    /// The ways into the company.
    pub onboarding: Vec<Entry<'a>>,
    /// Their first days on a page; the front door where they are everyone's.
    pub first_days: Vec<Link<'a>>,
    /// Situations that take people to several departments.
    pub situations: Vec<Entry<'a>>,
    /// The way to all journeys.
    pub journeys: String,
    /// Ways to all there is.
    pub overviews: Vec<Entry<'a>>,
    /// The way to all services.
    pub a_to_z: String,
}

/// A need in somebody's words.
#[derive(Debug, Serialize)]
pub struct NeedView<'a> {
    /// The words.
    pub words: &'a str,
    /// Where the service that answers it is.
    pub href: String,
    /// What that service is called.
    pub service: Phrase<'a>,
    /// The team that does the work.
    pub team: Phrase<'a>,
}

/// A desk that many people need.
#[derive(Debug, Serialize)]
pub struct DeskView<'a> {
    /// The team, or the department that acts as one.
    pub who: Link<'a>,
    /// Its hours in a line.
    pub hours: &'a str,
    /// The number of its calendar.
    pub calendar: usize,
    /// The best way to reach it that can be tapped.
    pub channel: Option<ChannelView<'a>>,
}

impl<'a> PageView<'a> for HomeView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let published = reader.published();
        let one = published.is_one_department() && published.has_services();
        let departments = published.departments().filter(|_| !one);
        let departments = departments.map(|department| department_entry(department.key, reader));
        let ranked = in_demand(reader);
        let services: Vec<ServiceId> = if one { reader.by_name(ranked.iter().copied()) } else { Vec::new() };
        let dates = next_dates::by_audience(reader);
        let (outages, news) = news::of_today(reader).into_iter().partition(|news| news.is_outage);
        Self {
            lead: lead(reader),
            search: SearchBox::new(reader),
            outages,
            news,
            emergencies: emergencies(reader),
            desks: desks(&ranked, reader),
            all_dates: (!dates.is_empty()).then(|| menu::link(Place::Deadlines(None), reader)),
            dates,
            needs: needs(&ranked, reader),
            kinds: kinds(reader),
            departments: reader.sorted(departments.collect()),
            services: services.into_iter().take(SERVICES).map(|id| reader.service_entry(id)).collect(),
            onboarding: journey_entries::onboarding(reader),
            first_days: first_days(reader),
            situations: journey_entries::all_situations(reader).into_iter().take(SITUATIONS).collect(),
            journeys: reader.href(Place::Journeys),
            overviews: menu::entries(Door::Home, reader),
            a_to_z: reader.href(Place::AToZ(None)),
        }
    }

    fn ticks(&self) -> Ticks {
        let calendars = self.desks.iter().map(|desk| desk.calendar).collect();
        Ticks { calendars, ..Ticks::default() }
    }

    fn head((): (), reader: Reader<'a>) -> Head<'a> {
        let company = reader.published().company();
        Head { title: reader.name(company.name), lead: Some(lead(reader)), back: Vec::new() }
    }
}

/// What the company says that the site is for, or what such a site is for.
fn lead(reader: Reader<'_>) -> Phrase<'_> {
    reader.maybe(reader.published().company().summary).unwrap_or_else(|| menu::lead(Place::Home, reader))
}

/// The pages of those who have a way into the company of their own, else the page of everyone.
fn first_days(reader: Reader<'_>) -> Vec<Link<'_>> {
    let page = |id| Link { href: Some(reader.href(Place::Welcome(id))), name: reader.audience(id).name };
    let pages: Vec<Link<'_>> = reader.published().newcomers().map(page).collect();
    if pages.is_empty() { vec![menu::link(Place::NewHere, reader)] } else { pages }
}

/// What the company has named, in its order; then what people ask for most: what is there for everyone first, then by
/// the requests that were counted, then by how many depend on it. Customers do not read here.
fn in_demand(reader: Reader<'_>) -> Vec<ServiceId> {
    let published = reader.published();
    let only_customers =
        |service: &Service<'_>| service.serves.len() == 1 && matches!(service.serves.first(), Some(Who::Customers));
    let named: Vec<ServiceId> = published.company().home.iter().map(|service| service.key).collect();
    let place = |id: &ServiceId| named.iter().position(|named| named == id);
    let is_for_staff = |id: &ServiceId| place(id).is_some() || !only_customers(&published.service(*id));
    let services = reader.edition.services_by_name(reader.locale()).iter().copied();
    let mut ranked: Vec<ServiceId> = services.filter(is_for_staff).collect();
    ranked.sort_by_cached_key(|id| {
        let everyone = published.service(*id).serves.iter().any(|who| matches!(who, Who::Everyone));
        let demand = (everyone, published.requests(*id), published.dependants(*id).count());
        (place(id).unwrap_or(usize::MAX), Reverse(demand))
    });
    ranked
}

/// Those of them that people have said in their own words. At most two of one team, so that the list shows what
/// there is; what the company has named stands there all the same.
fn needs<'a>(ranked: &[ServiceId], reader: Reader<'a>) -> Vec<NeedView<'a>> {
    let mut of_team: HashMap<_, usize> = HashMap::new();
    let mut is_among_two = |service: &Service<'a>| {
        let count = of_team.entry(service.doer().entry()).or_default();
        *count += 1;
        *count <= 2
    };
    let need = |service: Service<'a>| {
        Some(NeedView {
            words: service.asked_as.get(reader.locale()).first()?,
            href: reader.href(Place::Service(service.key)),
            service: reader.phrase(service.name),
            team: reader.home(service.doer()).name,
        })
    };
    let services = ranked.iter().map(|id| reader.published().service(*id));
    let said = services.filter(|service| !service.asked_as.get(reader.locale()).is_empty());
    let named: Vec<ServiceId> = reader.published().company().home.iter().map(|service| service.key).collect();
    said.filter(|service| is_among_two(service) || named.contains(&service.key)).take(NEEDS).filter_map(need).collect()
}

/// What people want to do.
fn kinds(reader: Reader<'_>) -> Vec<Link<'_>> {
    let all = reader.edition.needs(reader.locale());
    let parts = needs::parts(all);
    let link = |need: &'_ Need<'_>| {
        let href = match parts.iter().find(|part| part.kind == need.kind) {
            Some(part) => reader.href(Place::Needs(Some(*part))),
            None => format!("{}#{}", reader.href(Place::Needs(None)), need.anchor()),
        };
        Link { href: Some(href), name: Phrase::own(need.title.clone()) }
    };
    if all.len() > 1 { all.iter().map(link).collect() } else { Vec::new() }
}

/// The desks behind them, each once, those with hours.
fn desks<'a>(ranked: &[ServiceId], reader: Reader<'a>) -> Vec<DeskView<'a>> {
    let (mut known, mut calendars) = (HashSet::new(), BTreeSet::new());
    let mut desks = Vec::new();
    for home in ranked.iter().map(|id| reader.published().doer(*id)) {
        let Some(desk) = desk(home, reader).filter(|_| known.insert(home.entry())) else { continue };
        if calendars.contains(&desk.calendar) || calendars.len() < CALENDARS {
            calendars.insert(desk.calendar);
            desks.push(desk);
        }
        if desks.len() == DESKS {
            break;
        }
    }
    desks
}

fn desk<'a>(home: Home<'a>, reader: Reader<'a>) -> Option<DeskView<'a>> {
    let published = reader.published();
    let (hours, channels): (Option<Hours<'_>>, Vec<Channel<'_>>) = match home {
        Home::Team(team) => (published.team(team.key).hours, published.team(team.key).channels.iter().collect()),
        Home::Department(department) => {
            let department = published.department(department.key);
            (department.hours, department.channels.iter().collect())
        }
    };
    let calendar = hours?.calendar;
    let usual = ChannelView::all(channels, Some(calendar), reader).into_iter();
    Some(DeskView {
        who: reader.home(home),
        hours: &reader.edition.hours(reader.locale(), calendar).line,
        calendar: calendar.index(),
        channel: usual.filter(|channel| !channel.urgent).find(|channel| channel.href.is_some()),
    })
}
