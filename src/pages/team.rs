//! The page of a team.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{Member, Served, ServiceId, Team, TeamId};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{person_entry, served_by, services_for_us};
use crate::pages::parts::rota::DutyView;
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
    /// How to reach it, best first.
    pub channels: Vec<ChannelView<'a>>,
    /// When it works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// More about it.
    pub description: Option<Passage<'a>>,
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
        let catalog = reader.catalog();
        let team = catalog.team(id);
        let services = catalog.services_of(id);
        let (for_us, for_us_more) = services_for_us(Served::Team(id), reader);
        Self {
            name: reader.phrase(&team.name),
            summary: reader.maybe(&team.summary),
            lead: team.lead.as_ref().map(|lead| reader.person(lead.value)),
            channels: ChannelView::all(catalog.channels_of_team(id), team.calendar, reader),
            hours: team.calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: team.calendar.map(|calendar| calendar.index()),
            description: team.description.as_ref().map(|text| reader.description(text)),
            services: offered(services, reader),
            serves: served_by(services, reader),
            for_us,
            for_us_more,
            people: people(team, reader),
            rota: DutyView::all(team, reader),
            languages: reader.languages(&team.languages),
        }
    }

    fn head(id: TeamId, reader: Reader<'a>) -> Head<'a> {
        let team = reader.catalog().team(id);
        Head {
            title: reader.phrase(&team.name),
            lead: reader.maybe(&team.summary),
            back: vec![reader.department(team.department)],
        }
    }

    fn ticks(&self) -> Ticks {
        ticks(self.calendar, &self.channels)
    }
}

/// Services that are still offered, by name.
fn offered<'a>(services: &[ServiceId], reader: Reader<'a>) -> Vec<Entry<'a>> {
    let catalog = reader.catalog();
    let entries =
        services.iter().filter(|id| catalog.service(**id).is_offered()).map(|id| reader.service_entry(*id)).collect();
    reader.sorted(entries)
}

/// The people of a team: the lead first, then the others by name.
fn people<'a>(team: &'a Team, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let lead = team.lead.as_ref().map(|lead| lead.value);
    let members = team.members.iter().filter(|member| Some(member.person) != lead);
    let mut entries: Vec<Entry<'a>> = members.map(|member| member_entry(member, reader)).collect();
    entries = reader.sorted(entries);
    if let Some(lead) = lead {
        let as_member = team.members.iter().find(|member| member.person == lead);
        let mut entry = person_entry(lead, reader);
        if let Some(member) = as_member {
            entry = member_entry(member, reader);
        }
        entry.facts.insert(0, Fact::words(reader.words().text("role.lead")));
        entries.insert(0, entry);
    }
    entries
}

fn member_entry<'a>(member: &'a Member, reader: Reader<'a>) -> Entry<'a> {
    let mut entry = person_entry(member.person, reader);
    if let Some(role) = &member.role {
        entry.summary = Some(reader.phrase(role));
    }
    entry.facts.splice(0..0, member.ask_for.as_ref().map(|what| Fact::phrase(reader.phrase(what))));
    entry
}
