//! The page of a team.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{person_entry, services_for_us};
use crate::pages::parts::reach::ReachView;
use crate::pages::parts::related_link;
use crate::pages::parts::rota::DutyView;
use crate::pages::parts::standby::StandbyView;
use crate::publish::{Group, Member, Team, TeamId};
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Entry, Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What it does.
    pub summary: Option<Phrase<'a>>,
    /// Who leads it.
    pub lead: Option<Link<'a>>,
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
    /// Who is on duty when.
    pub rota: Vec<DutyView<'a>>,
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
            lead: team.lead.map(|lead| reader.who(lead)),
            channels: ReachView::new(ChannelView::all(team.channels.iter(), calendar, reader)),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            standby: StandbyView::new(team.channels.iter(), calendar, None, reader),
            description: team.description.map(|text| reader.description(text)),
            links: related_link::all(team.links.iter(), reader),
            services: services.map(|service| reader.service_entry(service)).collect(),
            people: people(&team, reader),
            rota: DutyView::all(&team, reader),
            languages: reader.languages(team.languages),
            serves: reader.all(team.serves),
            for_us,
            for_us_more,
        }
    }

    fn head(id: TeamId, reader: Reader<'a>) -> Head<'a> {
        let team = reader.published().team(id);
        Head {
            title: reader.phrase(team.name),
            lead: reader.maybe(team.summary),
            back: vec![reader.department(team.department.key)],
        }
    }

    fn ticks(&self) -> Ticks {
        ticks(self.calendar, self.channels.iter().flat_map(ReachView::all))
    }
}

/// The people of a team: the lead first, then the others by name.
fn people<'a>(team: &Team<'a>, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let leads = |member: &Member<'a>| Some(member.person) == team.leader;
    let members = team.members.iter().filter(|member| !leads(member));
    let mut entries = reader.sorted(members.map(|member| member_entry(member, reader)).collect());
    if let Some(lead) = team.lead {
        let as_member = team.members.iter().find(leads);
        let mut entry = as_member.map_or_else(|| person_entry(lead, reader), |member| member_entry(member, reader));
        entry.facts.insert(0, Fact::words(reader.words().text("role.lead")));
        entries.insert(0, entry);
    }
    entries
}

fn member_entry<'a>(member: Member<'a>, reader: Reader<'a>) -> Entry<'a> {
    let mut entry = person_entry(member.who, reader);
    if let Some(role) = member.role {
        entry.summary = Some(reader.phrase(role));
    }
    entry.facts.splice(0..0, member.ask_for.map(|what| Fact::phrase(reader.phrase(what))));
    entry
}
