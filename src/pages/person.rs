//! The page of a person, as far as the company's privacy goes.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{PersonId, Privacy, TeamId};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{away_badge, away_until};
use crate::site::clock::Ticks;
use crate::site::hours::{HoursView, city};
use crate::site::phrase::{Badge, Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A person.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    /// First and last name.
    pub name: Phrase<'a>,
    /// What they do.
    pub title: Option<Phrase<'a>>,
    /// A picture: its address.
    pub photo: Option<String>,
    /// What the picture shows, for those who do not see it.
    pub photo_text: String,
    /// A word when they are away.
    pub away: Option<Badge>,
    /// The same in a sentence, with whom to ask.
    pub away_ask: Option<String>,
    /// How to reach whoever stands in while they are away.
    pub stand_in: Option<StandInView<'a>>,
    /// Who stands in.
    pub deputy: Option<Link<'a>>,
    /// The words over their channels.
    pub reach: String,
    /// When their team works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// How to reach them; their team's channels when their own are private.
    pub channels: Vec<ChannelView<'a>>,
    /// True when they are reached through their team.
    pub through_team: bool,
    /// The city whose time they keep, where that is said.
    pub city: Option<String>,
    /// Their teams.
    pub teams: Vec<Entry<'a>>,
    /// Languages that they speak.
    pub languages: Vec<Phrase<'a>>,
    /// Services that they answer for.
    pub answers_for: Vec<Entry<'a>>,
    /// Services for which they stand in.
    pub deputy_for: Vec<Entry<'a>>,
}

/// Somebody who stands in.
#[derive(Debug, Serialize)]
pub struct StandInView<'a> {
    /// The words over their channels.
    pub reach: String,
    /// How to reach them.
    pub channels: Vec<ChannelView<'a>>,
}

impl<'a> PageView<'a> for PersonView<'a> {
    type Of = PersonId;

    fn new(id: PersonId, reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let person = catalog.person(id);
        let full = catalog.company.privacy == Privacy::Full;
        let own = if full { ChannelView::of_person(person, reader) } else { Vec::new() };
        let home = catalog.home_team(id);
        let calendar = home.and_then(|team| catalog.team(team).calendar);
        let away = away_badge(id, reader);
        let stand_in = deputy(id, reader).filter(|_| away.is_some());
        let of_team = home.map_or(&[][..], |team| catalog.channels_of_team(team));
        let through_team = own.is_empty() && !of_team.is_empty();
        let channels = if through_team { ChannelView::all(of_team, calendar, reader) } else { own };
        let part = |owner: bool| {
            let entries = catalog.services_of_person(id).iter().filter(|service| {
                let service = catalog.service(**service);
                let owns = service.owner.as_ref().is_some_and(|of| of.value == id);
                service.is_offered() && owns == owner
            });
            reader.sorted(entries.map(|service| reader.service_entry(*service)).collect())
        };
        let photo = person.photo.as_deref().filter(|_| full).and_then(|path| reader.edition.pictures.get(path));
        Self {
            name: reader.name(&person.name),
            title: reader.maybe(&person.title),
            photo: photo.map(|path| reader.route.to_root(catalog) + path),
            photo_text: reader.words().format("person.photo", &[("name", person.name.str(reader.locale()))]),
            away_ask: away_until(id, reader).map(|date| match stand_in {
                Some(other) => {
                    let name = reader.person(other).name.text;
                    reader.words().format("role.away_ask", &[("date", &date), ("name", &name)])
                }
                None => reader.words().format("role.away", &[("date", &date)]) + ".",
            }),
            away,
            stand_in: stand_in.filter(|_| full).and_then(|other| stand_in_view(other, reader)),
            deputy: deputy(id, reader).map(|deputy| reader.person(deputy)),
            reach: reach(id, reader),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            channels,
            through_team,
            city: person.zone.map(city),
            teams: catalog.teams_of_person(id).iter().map(|team| membership(*team, id, reader)).collect(),
            languages: reader.languages(&person.languages),
            answers_for: part(true),
            deputy_for: part(false),
        }
    }

    fn head(id: PersonId, reader: Reader<'a>) -> Head<'a> {
        let person = reader.catalog().person(id);
        Head { title: reader.name(&person.name), lead: reader.maybe(&person.title), back: breadcrumbs(id, reader) }
    }

    fn ticks(&self) -> Ticks {
        ticks(self.calendar, &self.channels)
    }
}

/// Who stands in: during a time away whoever is named for it, else the usual deputy.
fn deputy(id: PersonId, reader: Reader<'_>) -> Option<PersonId> {
    let catalog = reader.catalog();
    let away = catalog.away_on(id, reader.edition.today());
    away.and_then(|away| away.deputy).or(catalog.person(id).deputy.as_ref().map(|deputy| deputy.value))
}

fn reach(id: PersonId, reader: Reader<'_>) -> String {
    reader.words().format("person.reach", &[("name", &reader.person(id).name.text)])
}

/// Whoever stands in, if they can be reached themselves.
fn stand_in_view(id: PersonId, reader: Reader<'_>) -> Option<StandInView<'_>> {
    let channels = ChannelView::of_person(reader.catalog().person(id), reader);
    (!channels.is_empty()).then(|| StandInView { reach: reach(id, reader), channels })
}

fn membership(team: TeamId, person: PersonId, reader: Reader<'_>) -> Entry<'_> {
    let entry = reader.catalog().team(team);
    let leads = entry.lead.as_ref().is_some_and(|lead| lead.value == person);
    let role = entry.members.iter().find(|member| member.person == person).and_then(|member| member.role.as_ref());
    let facts = leads.then(|| Fact::words(reader.words().text("role.lead"))).into_iter().collect();
    Entry { link: reader.team(team), summary: role.map(|role| reader.phrase(role)), facts, badge: None }
}

/// The way back from a person: the department and the team.
fn breadcrumbs(id: PersonId, reader: Reader<'_>) -> Vec<Link<'_>> {
    let catalog = reader.catalog();
    let Some(team) = catalog.home_team(id) else {
        return Vec::new();
    };
    let department = reader.department(catalog.team(team).department);
    if catalog.team(team).acting { vec![department] } else { vec![department, reader.team(team)] }
}
