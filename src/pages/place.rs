//! The page of a place: when its doors are open, how to get there, where to walk in, who is there.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::ChannelView;
use crate::pages::parts::entries::{department_entry, person_entry};
use crate::pages::parts::local_time::LocalTimeView;
use crate::publish::{DepartmentId, DeskAt, DeskOf, Map, PlaceId, Workplace};
use crate::site::address::shown;
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Entry, Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, menu};

/// At most so many people stand on the page.
const MOST_PEOPLE: usize = 200;

/// A place.
#[derive(Debug, Serialize)]
pub struct PlaceView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What is there.
    pub summary: Option<Phrase<'a>>,
    /// Its address.
    pub address: Option<Phrase<'a>>,
    /// The number of its reception.
    pub phone: Option<Link<'a>>,
    /// When its doors are open.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// Its zone, where its clock does not show the company's time.
    pub local_time: Option<LocalTimeView>,
    /// How to get there.
    pub directions: Option<Passage<'a>>,
    /// Where a map is.
    pub map_link: Option<&'a str>,
    /// The address of a picture of a map.
    pub map_picture: Option<String>,
    /// What that shows, for those who do not see it.
    pub map_text: String,
    /// Where to walk in.
    pub desks: Vec<DeskView<'a>>,
    /// The departments and teams that work there.
    pub teams: Vec<Entry<'a>>,
    /// Who works there.
    pub people: Vec<Entry<'a>>,
    /// How many more there are, in words.
    pub more_people: Option<String>,
}

/// A desk.
#[derive(Debug, Serialize)]
pub struct DeskView<'a> {
    /// Whose it is.
    pub who: Link<'a>,
    /// The services that say that they have it, too.
    pub also: Vec<Link<'a>>,
    /// What it is called, and where in the place.
    pub at: Vec<Phrase<'a>>,
    /// What it is best for, in which languages.
    pub facts: Vec<Fact<'a>>,
    /// When it is open, in a line.
    pub hours: Option<Cow<'a, str>>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
}

impl<'a> PageView<'a> for PlaceView<'a> {
    type Of = PlaceId;

    fn new(id: PlaceId, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let place = published.place(id);
        let calendar = place.hours.map(|hours| hours.calendar);
        let (people, more_people) = people(&place, reader);
        let (map_link, map_picture) = match place.map {
            Some(Map::Url(url)) => (Some(url), None),
            Some(Map::Picture(path)) => (None, Some(reader.root() + path)),
            None => (None, None),
        };
        let elsewhere = place.time_zone != published.company().time_zone;
        Self {
            name: reader.phrase(place.name),
            summary: reader.maybe(place.summary),
            address: place.address.map(|address| reader.name(address)),
            phone: place.phone.map(|phone| Link { href: Some(phone.href()), name: Phrase::own(shown(phone.shown())) }),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            local_time: elsewhere.then(|| LocalTimeView::new(place.time_zone, reader)),
            directions: place.directions.map(|text| reader.description(text)),
            map_link,
            map_picture,
            map_text: reader.words().format("place.map_of", &[("name", &place.name.str(reader.locale()))]),
            desks: desks(id, reader),
            teams: teams(&place, reader),
            people,
            more_people,
        }
    }

    fn head(id: PlaceId, reader: Reader<'a>) -> Head<'a> {
        let place = reader.published().place(id);
        Head {
            title: reader.phrase(place.name),
            lead: reader.maybe(place.summary),
            back: vec![menu::link(Place::Workplaces, reader)],
        }
    }

    fn ticks(&self) -> Ticks {
        let desks = self.desks.iter().filter_map(|desk| desk.calendar);
        Ticks { calendars: self.calendar.into_iter().chain(desks).collect(), always: self.local_time.is_some() }
    }
}

/// The desks by the names of those whose they are. What several say of the same desk stands there once.
fn desks(id: PlaceId, reader: Reader<'_>) -> Vec<DeskView<'_>> {
    let place = reader.published().place(id).time_zone;
    let mut desks: Vec<DeskView<'_>> = Vec::new();
    for one in reader.published().desks_at(id) {
        let new = desk(&one, place, reader);
        let same = |known: &&mut DeskView<'_>| {
            let hours = known.calendar == new.calendar && known.hours == new.hours;
            !new.at.is_empty() && known.at == new.at && hours
        };
        match desks.iter_mut().find(same) {
            Some(known) => known.also.push(new.who),
            None => desks.push(new),
        }
    }
    desks.sort_by_cached_key(|desk| reader.words().sort_key(&desk.who.name.text));
    desks
}

fn desk<'a>(desk: &DeskAt<'a>, zone: &str, reader: Reader<'a>) -> DeskView<'a> {
    let calendar = desk.hours.map(|hours| hours.calendar);
    let hours = calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar));
    let who = match desk.of {
        DeskOf::Home(home) => reader.home(home),
        DeskOf::Service(id) => reader.service(id),
    };
    // The place is the page itself, and the hours stand beside.
    let mut channel = desk.channel.clone();
    let words = [channel.label, channel.address, channel.at].into_iter().filter_map(|text| reader.maybe(text));
    let at = words.filter(|words| words.text != who.name.text).collect();
    channel.hours = None;
    DeskView {
        who,
        also: Vec::new(),
        at,
        facts: ChannelView::new(&channel, None, reader).facts,
        hours: hours.map(|hours| {
            // Whose clock it is has to be said where it is not the place's.
            let own = calendar.map(|calendar| reader.published().calendar(calendar).zone().name());
            match own.filter(|own| *own != zone) {
                Some(own) => format!("{} ({})", hours.line, reader.words().city(own)).into(),
                None => hours.line.as_str().into(),
            }
        }),
        calendar: calendar.filter(|_| hours.is_some_and(|hours| !hours.is_always)).map(|calendar| calendar.index()),
    }
}

/// The departments that work there with their teams, and the teams whose department does not.
fn teams<'a>(place: &Workplace<'a>, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let published = reader.published();
    let teams: Vec<_> = place.teams.get().iter().map(|team| published.team(team.key)).collect();
    let departments = place.departments.get();
    let here = |department: &DepartmentId| departments.iter().any(|known| known.key == *department);
    let whole = departments.iter().map(|department| {
        let own = teams.iter().filter(|team| team.department.key == department.key);
        let facts = own.map(|team| Fact::link(reader.team(team.key))).collect();
        Entry { facts, ..department_entry(department.key, reader) }
    });
    let others = teams.iter().filter(|team| !here(&team.department.key)).map(|team| Entry {
        link: reader.team(team.key),
        summary: reader.maybe(team.summary),
        facts: vec![Fact::link(reader.department(team.department.key))],
        badge: None,
    });
    reader.sorted(whole.chain(others).collect())
}

fn people<'a>(place: &Workplace<'a>, reader: Reader<'a>) -> (Vec<Entry<'a>>, Option<String>) {
    let published = reader.published();
    let mut people = reader
        .sorted(place.people.get().iter().map(|person| person_entry(published.who(person.key), reader)).collect());
    let hidden = people.len().saturating_sub(MOST_PEOPLE);
    people.truncate(MOST_PEOPLE);
    (people, (hidden > 0).then(|| reader.words().plural("count.more", hidden as u64, &[])))
}
