//! What the search shows of an entry: whose it is, the best way to reach them, and when the answer comes.

use super::channel::ChannelView;
use crate::model::{CalendarId, DepartmentId, PersonId, Privacy, ServiceId, TeamId};
use crate::site::Place;
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
    /// "An answer within 4 working hours"
    pub promise: String,
    /// The department.
    pub department: String,
    /// The languages in which it is given.
    pub languages: Vec<String>,
}

impl CardView {
    /// The card of the entry at a place; an empty one for pages that are no entries.
    pub fn new(place: Place, reader: Reader<'_>) -> Self {
        let catalog = reader.catalog();
        let plain = |text: &crate::model::Text| reader.phrase(text).text.into_owned();
        match place {
            Place::Service(id) => Self::of_service(id, reader),
            Place::Team(id) => Self { name: plain(&catalog.team(id).name), ..Self::of_team(id, reader) },
            Place::Department(id) => {
                let department = catalog.department(id);
                let first = department.acting_team.or(department.teams.first().copied());
                let through = first.map(|team| Self::of_team(team, reader)).unwrap_or_default();
                let own = ChannelView::all(&department.channels, department.calendar, reader);
                Self {
                    name: plain(&department.name),
                    within: String::new(),
                    channel: best(own).or(through.channel),
                    calendar: department.calendar.map(CalendarId::index).or(through.calendar),
                    ..through
                }
            }
            Place::Person(id) => Self::of_person(id, reader),
            Place::Article(id) => {
                let article = catalog.article(id);
                let department = department_name(article.department, reader);
                Self { name: plain(&article.title), within: department.clone(), department, ..Self::default() }
            }
            Place::Journey(id) => Self { name: plain(&catalog.journey(id).name), ..Self::default() },
            _ => Self::default(),
        }
    }

    fn of_service(id: ServiceId, reader: Reader<'_>) -> Self {
        let service = reader.catalog().service(id);
        let team = Self::of_team(service.team, reader);
        let first = service.standards.iter().find_map(|standard| {
            let time = standard.first_response.as_ref()?;
            let within = reader.words().within(reader.span(time.value, standard.always));
            Some(reader.words().format("promise.answer", &[("within", &within)]))
        });
        let languages: Vec<String> = service.languages.iter().map(|tag| tag.to_string()).collect();
        Self {
            name: reader.phrase(&service.name).text.into_owned(),
            within: reader.phrase(&reader.catalog().team(service.team).name).text.into_owned(),
            channel: best(ChannelView::of_service(id, reader)).or(team.channel),
            calendar: service.calendar.map(CalendarId::index),
            promise: first.unwrap_or_default(),
            department: team.department,
            languages: if languages.is_empty() { team.languages } else { languages },
        }
    }

    /// A team without its name.
    fn of_team(id: TeamId, reader: Reader<'_>) -> Self {
        let team = reader.catalog().team(id);
        let department = department_name(team.department, reader);
        let channels = reader.catalog().channels_of_team(id);
        Self {
            within: department.clone(),
            channel: best(ChannelView::all(channels, team.calendar, reader)),
            calendar: team.calendar.map(CalendarId::index),
            department,
            languages: team.languages.iter().map(|tag| tag.to_string()).collect(),
            ..Self::default()
        }
    }

    /// A person, as far as the company's privacy goes.
    fn of_person(id: PersonId, reader: Reader<'_>) -> Self {
        let catalog = reader.catalog();
        let person = catalog.person(id);
        let team = catalog.home_team(id).map(|team| Self::of_team(team, reader)).unwrap_or_default();
        let own = catalog.company.privacy == Privacy::Full;
        let own = if own { best(ChannelView::of_person(person, reader)) } else { None };
        Self {
            name: reader.name(&person.name).text.into_owned(),
            within: reader.maybe(&person.title).map_or_else(String::new, |title| title.text.into_owned()),
            channel: own.or(team.channel),
            languages: person.languages.iter().map(|tag| tag.to_string()).collect(),
            ..team
        }
    }
}

fn department_name(id: DepartmentId, reader: Reader<'_>) -> String {
    reader.phrase(&reader.catalog().department(id).name).text.into_owned()
}

fn best(channels: Vec<ChannelView<'_>>) -> Option<(&'static str, String, Option<String>)> {
    // On a phone it is one tap away: what can be tapped goes before where one has to walk.
    let place = channels.iter().position(|channel| channel.href.is_some()).unwrap_or(0);
    let channel = channels.into_iter().nth(place)?;
    Some((channel.kind, channel.name.text.into_owned(), channel.href))
}
