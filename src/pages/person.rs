//! The page of a person, as far as the company's privacy goes.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{away_badge, away_until};
use crate::pages::parts::field::{self, FieldView};
use crate::pages::parts::local_time::LocalTimeView;
use crate::pages::parts::portrait::PortraitView;
use crate::pages::parts::reach::ReachView;
use crate::pages::parts::related_link;
use crate::publish::{Home, Membership, PersonId, ServiceId};
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Badge, Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A person.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    /// First and last name.
    pub name: Phrase<'a>,
    /// What they do.
    pub title: Option<Phrase<'a>>,
    /// Their face.
    pub portrait: PortraitView,
    /// What the picture shows, for those who do not see it.
    pub photo_text: String,
    /// A word when they are away.
    pub away: Option<Badge>,
    /// The same in a sentence, with whom to ask.
    pub away_ask: Option<String>,
    /// How to reach whoever stands in while they are away.
    pub stand_in: Option<StandInView<'a>>,
    /// Who stands in.
    pub deputy: Vec<Link<'a>>,
    /// The words over their channels.
    pub reach: String,
    /// When their team works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// How to reach them; their team's channels when their own are private.
    pub channels: Option<ReachView<'a>>,
    /// True when they are reached through their team.
    pub through_team: bool,
    /// Where they work.
    pub place: Option<Link<'a>>,
    /// Whose time they keep, where that is said.
    pub local_time: Option<LocalTimeView>,
    /// What to ask them about.
    pub ask_for: Vec<Phrase<'a>>,
    /// The company's own facts.
    pub fields: Vec<FieldView<'a>>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<Link<'a>>,
    /// Their teams.
    pub teams: Vec<Entry<'a>>,
    /// The teams that they belonged to.
    pub former_teams: Vec<Link<'a>>,
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
    pub channels: ReachView<'a>,
}

impl<'a> PageView<'a> for PersonView<'a> {
    type Of = PersonId;

    fn new(id: PersonId, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let person = published.person(id);
        let who = reader.published().who(id);
        let (of_team, hours) = published.through_team(id).unzip();
        // Whoever is away is not at work, whatever the hours of the team.
        let here = hours.flatten().filter(|_| person.away.is_none());
        let calendar = here.map(|hours| hours.calendar);
        let own = ChannelView::of_person_within(&person, calendar, reader);
        let through = of_team.filter(|channels| own.is_empty() && !channels.is_empty());
        let deputies = person.deputies_today();
        // Who is here comes first.
        let mut deputies: Vec<_> = deputies.iter().collect();
        deputies.sort_by_key(|deputy| published.person(deputy.key).away.is_some());
        let stand_in = deputies.first().copied().filter(|_| person.away.is_some());
        let (answers_for, deputy_for) = published.answers_for(id);
        let services = |ids: Vec<ServiceId>| {
            reader.by_name(ids).into_iter().map(|service| reader.service_entry(service)).collect()
        };
        Self {
            name: reader.name(person.name),
            title: reader.maybe(person.title),
            portrait: PortraitView::new(&person, reader),
            photo_text: reader.words().format("person.photo", &[("name", &person.name.str(reader.locale()))]),
            away: away_badge(who, reader),
            away_ask: away_until(who, reader).map(|date| match stand_in {
                Some(_) => {
                    let names = deputies.iter().map(|deputy| reader.person(deputy.key).name.text);
                    let name = reader.words().list(&names.collect::<Vec<_>>());
                    reader.words().format("role.away_ask", &[("date", &date), ("name", &name)])
                }
                None => reader.words().format("role.away", &[("date", &date)]) + ".",
            }),
            stand_in: stand_in.and_then(|other| stand_in_view(other.key, reader)),
            deputy: deputies.iter().map(|deputy| reader.person(deputy.key)).collect(),
            reach: reach(id, reader),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            through_team: through.is_some(),
            channels: ReachView::new(
                through.map_or(own, |channels| ChannelView::all(channels.iter(), calendar, reader)),
            ),
            local_time: person.time_zone.map(|zone| LocalTimeView::new(zone, reader)),
            place: person.place.map(|place| reader.place(place.key)),
            ask_for: (published
                .memberships(id)
                .flat_map(|membership| membership.roles.iter())
                .filter_map(|role| role.ask_for))
            .chain(person.knows.iter())
            .map(|what| reader.phrase(what))
            .collect(),
            fields: field::all(person.fields.iter(), reader),
            links: related_link::all(person.links.iter(), reader),
            teams: published.memberships(id).map(|membership| team_entry(membership, reader)).collect(),
            former_teams: published.former_teams(id).map(|team| reader.home(team)).collect(),
            languages: reader.languages(person.languages),
            answers_for: services(answers_for),
            deputy_for: services(deputy_for),
        }
    }

    fn head(id: PersonId, reader: Reader<'a>) -> Head<'a> {
        let person = reader.published().person(id);
        let mut back = Vec::new();
        if let Some(home) = person.team {
            if let Home::Team(team) = home {
                back.push(reader.department(reader.published().team(team.key).department.key));
            }
            back.push(reader.home(home));
        }
        Head { title: reader.name(person.name), lead: reader.maybe(person.title), back }
    }

    fn ticks(&self) -> Ticks {
        let always = self.local_time.is_some();
        let ways = self.stand_in.iter().map(|other| &other.channels).chain(&self.channels);
        Ticks { always, ..ticks(self.calendar, ways.flat_map(ReachView::all)) }
    }
}

fn reach(id: PersonId, reader: Reader<'_>) -> String {
    reader.words().format("person.reach", &[("name", &reader.person(id).name.text)])
}

/// Whoever stands in, if they can be reached themselves.
fn stand_in_view(id: PersonId, reader: Reader<'_>) -> Option<StandInView<'_>> {
    let published = reader.published();
    let hours = published.through_team(id).and_then(|(_, hours)| Some(hours?.calendar));
    let hours = hours.filter(|_| published.person(id).away.is_none());
    let channels = ReachView::new(ChannelView::of_person_within(&published.person(id), hours, reader))?;
    Some(StandInView { reach: reach(id, reader), channels })
}

fn team_entry<'a>(membership: Membership<'a>, reader: Reader<'a>) -> Entry<'a> {
    let leads = membership.leads.then(|| Fact::words(reader.words().text("role.lead")));
    let mut roles = membership.roles.iter().filter_map(|role| reader.maybe(role.role));
    Entry {
        link: reader.home(membership.team),
        summary: roles.next(),
        facts: leads.into_iter().chain(roles.map(Fact::phrase)).collect(),
        badge: None,
    }
}
