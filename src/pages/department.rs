//! The page of a department.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{DepartmentId, Served, Team, TeamId};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::entries::{department_entry, served_by, services_for_us};
use crate::site::Feed;
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Entry, Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;

/// A department.
#[derive(Debug, Serialize)]
pub struct DepartmentView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What it does.
    pub summary: Option<Phrase<'a>>,
    /// The department that it belongs to.
    pub part_of: Option<Link<'a>>,
    /// Who leads it.
    pub lead: Option<Link<'a>>,
    /// How to reach it, best first.
    pub channels: Vec<ChannelView<'a>>,
    /// Its teams and how to reach them, where it has no channels of its own.
    pub doors: Vec<DoorView<'a>>,
    /// When it works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// Its services, each with its team.
    pub services: Vec<Entry<'a>>,
    /// Whom it serves.
    pub serves: Vec<Link<'a>>,
    /// The services of others that are there for it.
    pub for_us: Vec<Entry<'a>>,
    /// How many more there are, in words.
    pub for_us_more: Option<String>,
    /// Its teams.
    pub teams: Vec<Entry<'a>>,
    /// The departments that are part of it.
    pub parts: Vec<Entry<'a>>,
    /// Its calendar file, if it has dates.
    pub calendar_file: Option<String>,
}

/// A team through which a department is reached.
#[derive(Debug, Serialize)]
pub struct DoorView<'a> {
    /// The team.
    pub team: Link<'a>,
    /// The best way to reach it.
    pub channels: Vec<ChannelView<'a>>,
}

impl<'a> PageView<'a> for DepartmentView<'a> {
    type Of = DepartmentId;

    fn new(id: DepartmentId, reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let department = catalog.department(id);
        let services = catalog.services_in(id);
        let offered = services.iter().filter(|service| catalog.service(**service).is_offered());
        let by_team = department.teams.len() + usize::from(department.acting_team.is_some()) > 1;
        let entries = offered
            .map(
                |service| {
                    if by_team { reader.service_entry_with_team(*service) } else { reader.service_entry(*service) }
                },
            )
            .collect();
        let (for_us, for_us_more) = services_for_us(Served::Department(id), reader);
        Self {
            name: reader.phrase(&department.name),
            summary: reader.maybe(&department.summary),
            part_of: department.part_of.as_ref().map(|whole| reader.department(whole.value)),
            lead: department.lead.as_ref().map(|lead| reader.person(lead.value)),
            channels: ChannelView::all(&department.channels, department.calendar, reader),
            doors: if department.channels.is_empty() { doors(&department.teams, reader) } else { Vec::new() },
            hours: department.calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: department.calendar.map(|calendar| calendar.index()),
            description: department.description.as_ref().map(|text| reader.description(text)),
            services: reader.sorted(entries),
            serves: match &*department.serves {
                [] => served_by(&services, reader),
                own => reader.all_served(own),
            },
            for_us,
            for_us_more,
            teams: reader
                .sorted(department.teams.iter().map(|team| team_entry(*team, catalog.team(*team), reader)).collect()),
            calendar_file: reader.calendar_file(Feed::Department(id)),
            parts: reader.sorted(catalog.parts_of(id).iter().map(|part| department_entry(*part, reader)).collect()),
        }
    }

    fn head(id: DepartmentId, reader: Reader<'a>) -> Head<'a> {
        let department = reader.catalog().department(id);
        let whole = department.part_of.as_ref().map(|whole| reader.department(whole.value));
        Head {
            title: reader.phrase(&department.name),
            lead: reader.maybe(&department.summary),
            back: whole.into_iter().collect(),
        }
    }

    fn ticks(&self) -> Ticks {
        let doors = self.doors.iter().flat_map(|door| &door.channels);
        ticks(self.calendar, self.channels.iter().chain(doors))
    }
}

/// The teams that can be reached, by name, each by its best channel and with its hours.
fn doors<'a>(teams: &[TeamId], reader: Reader<'a>) -> Vec<DoorView<'a>> {
    let door = |id: &TeamId| {
        let team = reader.catalog().team(*id);
        let mut channels = ChannelView::all(team.channels.get(..1)?, None, reader);
        for channel in channels.iter_mut().filter(|channel| channel.calendar.is_none()) {
            let Some(calendar) = team.calendar else { continue };
            channel.calendar = Some(calendar.index());
            channel.facts.push(Fact::words(reader.edition.hours(reader.locale(), calendar).line.as_str()));
        }
        Some(DoorView { team: reader.team(*id), channels })
    };
    let mut doors: Vec<DoorView<'a>> = teams.iter().filter_map(door).collect();
    doors.sort_by_cached_key(|door| reader.words().sort_key(&door.team.name.text));
    doors
}

fn team_entry<'a>(id: TeamId, team: &'a Team, reader: Reader<'a>) -> Entry<'a> {
    let facts = team
        .lead
        .iter()
        .map(|lead| Fact { label: Some(reader.words().text("role.lead")), ..Fact::link(reader.person(lead.value)) })
        .collect();
    Entry { link: reader.team(id), summary: reader.maybe(&team.summary), facts, badge: None }
}
