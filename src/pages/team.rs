//! The page of a team.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{person_entry, services_for_us, team_entry};
use crate::pages::parts::field::{self, FieldView};
use crate::pages::parts::reach::ReachView;
use crate::pages::parts::related_link;
use crate::pages::parts::rota::DutyView;
use crate::pages::parts::standby::StandbyView;
use crate::pages::parts::turns::TurnView;
use crate::pages::parts::whom_to_ask;
use crate::publish::{Group, Member, MemberRole, PersonId, Team, TeamId, Who};
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Entry, Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;

/// So many turns of duty are told.
const MOST_TURNS: usize = 4;

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What it does.
    pub summary: Option<Phrase<'a>>,
    /// The teams that belong to it.
    pub parts: Vec<Entry<'a>>,
    /// Who leads it.
    pub lead: Vec<Link<'a>>,
    /// Where it works.
    pub place: Option<Link<'a>>,
    /// Whom to ask where nobody says how it is reached.
    pub ask: Vec<Link<'a>>,
    /// How to reach it.
    pub channels: Option<ReachView<'a>>,
    /// When it works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// Who answers while it is closed.
    pub standby: Option<StandbyView<'a>>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// The company's own facts.
    pub fields: Vec<FieldView<'a>>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<Link<'a>>,
    /// Its services.
    pub services: Vec<Entry<'a>>,
    /// Whom its services serve.
    pub serves: Vec<Link<'a>>,
    /// The services of others that are there for it.
    pub for_us: Vec<Entry<'a>>,
    /// How many more there are, in words.
    pub for_us_more: Option<String>,
    /// Its people.
    pub people: Vec<Entry<'a>>,
    /// Who belonged to it.
    pub former: Vec<Link<'a>>,
    /// Who is on duty when.
    pub rota: Vec<DutyView<'a>>,
    /// Who is on duty now and next.
    pub turns: Vec<TurnView<'a>>,
    /// Languages that it speaks.
    pub languages: Vec<Phrase<'a>>,
}

impl<'a> PageView<'a> for TeamView<'a> {
    type Of = TeamId;

    fn new(id: TeamId, reader: Reader<'a>) -> Self {
        let team = reader.published().team(id);
        let calendar = team.hours.map(|hours| hours.calendar);
        let services = reader.by_name(reader.published().services_of(id)).into_iter();
        let (for_us, for_us_more) = services_for_us(Group::Team(id), reader);
        Self {
            name: reader.phrase(team.name),
            summary: reader.maybe(team.summary),
            parts: reader
                .sorted(team.parts.iter().map(|part| team_entry(&reader.published().team(part.key), reader)).collect()),
            lead: reader.all(team.lead.iter()),
            place: team.place.map(|place| reader.place(place.key)),
            channels: ReachView::new(ChannelView::all(team.channels.iter(), calendar, reader)),
            ask: whom_to_ask::of_team(&team, reader),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            standby: StandbyView::new(team.channels.iter(), calendar, None, reader),
            description: team.description.map(|text| reader.description(text)),
            fields: field::all(team.fields.iter(), reader),
            links: related_link::all(team.links.iter(), reader),
            services: services.map(|service| reader.service_entry(service)).collect(),
            people: people(&team, reader),
            former: reader.all(team.former.iter()),
            rota: DutyView::all(&team, reader),
            turns: TurnView::all(&team, MOST_TURNS, reader),
            languages: reader.languages(team.languages),
            serves: reader.all(team.serves),
            for_us,
            for_us_more,
        }
    }

    fn head(id: TeamId, reader: Reader<'a>) -> Head<'a> {
        let team = reader.published().team(id);
        let mut back = vec![reader.department(team.department.key)];
        back.extend(team.part_of.map(|whole| reader.team(whole.key)));
        Head { title: reader.phrase(team.name), lead: reader.maybe(team.summary), back }
    }

    fn ticks(&self) -> Ticks {
        let always = !self.turns.is_empty();
        Ticks { always, ..ticks(self.calendar, self.channels.iter().flat_map(ReachView::all)) }
    }
}

/// The people of a team: those who lead it first, then the others as the team has written them.
fn people<'a>(team: &Team<'a>, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let leads = |member: &Member<'a>| team.leaders.contains(&member.person);
    let lead = |(who, id): (Who<'a>, &PersonId)| {
        let as_member = team.members.iter().find(|member| member.person == *id);
        let mut entry = as_member.map_or_else(|| person_entry(who, reader), |member| member_entry(member, reader));
        entry.facts.insert(0, Fact::words(reader.words().text("role.lead")));
        entry
    };
    let mut entries: Vec<Entry<'a>> = team.lead.iter().zip(&team.leaders).map(lead).collect();
    let members = team.members.iter().filter(|member| !leads(member));
    entries.extend(members.map(|member| member_entry(member, reader)));
    entries
}

/// "Nights: anything after ten"
fn role_fact<'a>(role: MemberRole<'a>, reader: Reader<'a>) -> Option<Fact<'a>> {
    match (reader.maybe(role.role), reader.maybe(role.ask_for)) {
        (Some(name), Some(what)) => Some(Fact::labelled(name.text, what)),
        (name, what) => name.or(what).map(Fact::phrase),
    }
}

fn member_entry<'a>(member: Member<'a>, reader: Reader<'a>) -> Entry<'a> {
    let mut entry = person_entry(member.who, reader);
    // One role stands in the place of the title; of several each stands with what it is asked about.
    let (summary, facts) = match member.roles.first().filter(|_| member.roles.len() == 1) {
        Some(only) => (reader.maybe(only.role), Vec::from_iter(reader.maybe(only.ask_for).map(Fact::phrase))),
        None => (None, member.roles.iter().filter_map(|role| role_fact(role, reader)).collect()),
    };
    entry.summary = summary.or(entry.summary);
    entry.facts.splice(0..0, facts);
    entry
}
