//! What the search shows of an entry: whose it is, the best way to reach them, and when the answer comes.

use super::channel::ChannelView;
use crate::publish::{
    CalendarId, Channel, ChannelKind, Department, EntryId, Home, Person, Service, Team, Text, Workplace,
};
use crate::site::address::shown;
use crate::site::reader::Reader;

/// An entry among the results of a search.
#[derive(Debug, Default)]
pub struct CardView {
    /// What it is called.
    pub name: String,
    /// The team, the department, or what a person does.
    pub within: String,
    /// The best way to reach somebody: its kind, what one does there, and where it leads.
    pub channel: Option<(&'static str, String, Option<String>)>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// Its emergency line, which may be open when all else is closed.
    pub line: Option<Line>,
    /// "An answer within 4 working hours"
    pub promise: String,
    /// The department.
    pub department: String,
    /// The languages in which it is given.
    pub languages: Vec<String>,
}

/// When an emergency line is open.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// Day and night.
    Always,
    /// By the calendar of this number.
    Hours(usize),
}

impl CardView {
    /// The card of an entry.
    pub fn new<'a>(entry: EntryId, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let plain = |text: Text<'a>| reader.phrase(text).text.into_owned();
        match entry {
            EntryId::Service(id) => Self::of_service(&published.service(id), reader),
            EntryId::Team(id) => {
                let team = published.team(id);
                Self { name: plain(team.name), ..Self::of_team(&team, reader) }
            }
            EntryId::Department(id) => {
                let department = published.department(id);
                let first = department.teams.first().filter(|_| !department.acts);
                let through = match first {
                    Some(team) => Self::of_team(&published.team(team.key), reader),
                    None => Self::of_department(&department, reader),
                };
                let own = Self::of_department(&department, reader);
                Self {
                    name: plain(department.name),
                    within: String::new(),
                    channel: own.channel.or(through.channel),
                    calendar: own.calendar.or(through.calendar),
                    line: own.line.or(through.line),
                    ..through
                }
            }
            EntryId::Person(id) => Self::of_person(&published.person(id), reader),
            EntryId::Article(id) => {
                let article = published.article(id);
                let department = plain(published.department(article.department.key).name);
                Self { name: plain(article.title), within: department.clone(), department, ..Self::default() }
            }
            EntryId::Journey(id) => Self { name: plain(published.journey(id).name), ..Self::default() },
            EntryId::Place(id) => Self::of_place(&published.place(id), reader),
        }
    }

    /// A place: its address, the number of its reception, and whether its doors are open.
    fn of_place<'a>(place: &Workplace<'a>, reader: Reader<'a>) -> Self {
        let call = |number: &str| reader.words().format("channel.call_number", &[("number", &shown(number))]);
        Self {
            name: reader.phrase(place.name).text.into_owned(),
            within: place.address.map_or_else(String::new, |address| reader.name(address).text.into_owned()),
            channel: place.phone.map(|phone| ("phone", call(phone.shown()), Some(phone.href()))),
            calendar: place.hours.map(|hours| hours.calendar.index()),
            ..Self::default()
        }
    }

    fn of_service<'a>(service: &Service<'a>, reader: Reader<'a>) -> Self {
        let home = Self::of_home(service.doer(), reader);
        let first = service.standards.iter().find_map(|standard| {
            let within = reader.within(*standard.first_response?, standard.is_always());
            Some(reader.words().format("promise.answer", &[("within", &within)]))
        });
        let languages = tags(service.languages);
        Self {
            name: reader.phrase(service.name).text.into_owned(),
            within: reader.phrase(reader.published().name_of(service.doer())).text.into_owned(),
            channel: best(ChannelView::of_service(service, reader)).or(home.channel),
            calendar: service.hours.map(|hours| hours.calendar.index()),
            line: line(service.channels.iter(), reader),
            promise: first.unwrap_or_default(),
            department: home.department,
            languages: if languages.is_empty() { home.languages } else { languages },
        }
    }

    fn of_home<'a>(home: Home<'a>, reader: Reader<'a>) -> Self {
        match home {
            Home::Team(team) => Self::of_team(&reader.published().team(team.key), reader),
            Home::Department(department) => Self::of_department(&reader.published().department(department.key), reader),
        }
    }

    /// A team without its name.
    fn of_team<'a>(team: &Team<'a>, reader: Reader<'a>) -> Self {
        let department = reader.published().department(team.department.key).name;
        let department = reader.phrase(department).text.into_owned();
        let calendar = team.hours.map(|hours| hours.calendar);
        Self {
            within: department.clone(),
            channel: best(ChannelView::all(team.channels.iter(), calendar, reader)),
            calendar: calendar.map(CalendarId::index),
            line: line(team.channels.iter(), reader),
            department,
            languages: tags(team.languages),
            ..Self::default()
        }
    }

    /// A department without its name.
    fn of_department<'a>(department: &Department<'a>, reader: Reader<'a>) -> Self {
        let name = reader.phrase(department.name).text.into_owned();
        let calendar = department.hours.map(|hours| hours.calendar);
        Self {
            within: name.clone(),
            channel: best(ChannelView::all(department.channels.iter(), calendar, reader)),
            calendar: calendar.map(CalendarId::index),
            line: line(department.channels.iter(), reader),
            department: name,
            ..Self::default()
        }
    }

    /// A person who may be named.
    fn of_person<'a>(person: &Person<'a>, reader: Reader<'a>) -> Self {
        let home = person.team.map(|home| Self::of_home(home, reader)).unwrap_or_default();
        Self {
            name: reader.name(person.name).text.into_owned(),
            within: reader.maybe(person.title).map_or_else(String::new, |title| title.text.into_owned()),
            channel: best(ChannelView::of_person(person, reader)).or(home.channel),
            languages: tags(person.languages),
            line: None,
            ..home
        }
    }
}

fn tags(languages: &[Box<str>]) -> Vec<String> {
    languages.iter().map(|tag| tag.to_string()).collect()
}

/// The first emergency line among channels. One without hours is open day and night.
fn line<'a>(mut channels: impl Iterator<Item = Channel<'a>>, reader: Reader<'a>) -> Option<Line> {
    let channel = channels.find(|channel| channel.kind == ChannelKind::Emergency)?;
    let own = channel.hours.map(|hours| hours.calendar);
    let always = own.is_none_or(|own| reader.edition.hours(reader.locale(), own).is_always);
    Some(own.filter(|_| !always).map_or(Line::Always, |own| Line::Hours(own.index())))
}

fn best(channels: Vec<ChannelView<'_>>) -> Option<(&'static str, String, Option<String>)> {
    // On a phone it is one tap away: what can be tapped goes before where one has to walk.
    let place = channels.iter().position(|channel| channel.href.is_some()).unwrap_or(0);
    let channel = channels.into_iter().nth(place)?;
    Some((channel.kind, channel.name.text.into_owned(), channel.href))
}
