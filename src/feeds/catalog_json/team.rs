//! A team.

use serde::Serialize;

use super::calendar::HoursEntry;
use super::channel::ChannelEntry;
use super::export::Export;
use super::texts::{Lists, Pages, Texts};
use super::who::Who;
use crate::model::{Duty, Member, TeamId};
use crate::site::Place;

/// A team. One that acts for its whole department is not listed: the department is.
#[derive(Serialize)]
pub(super) struct TeamEntry<'a> {
    id: &'a str,
    department: &'a str,
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
    /// Markdown.
    description: Option<Texts<'a>>,
    lead: Option<Who<'a>>,
    members: Vec<MemberEntry<'a>>,
    /// Its own, or its department's.
    channels: Vec<ChannelEntry<'a>>,
    hours: Option<HoursEntry<'a>>,
    rota: Vec<DutyEntry<'a>>,
    languages: &'a [Box<str>],
    keywords: Lists<'a>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

/// A member of a team.
#[derive(Serialize)]
struct MemberEntry<'a> {
    who: Who<'a>,
    role: Option<Texts<'a>>,
    /// What to ask them about.
    #[serde(rename = "for")]
    ask_for: Option<Texts<'a>>,
}

/// A turn of duty.
#[derive(Serialize)]
struct DutyEntry<'a> {
    who: Who<'a>,
    /// OpenStreetMap `opening_hours` notation.
    when: &'a str,
}

impl<'a> TeamEntry<'a> {
    pub(super) fn new(id: TeamId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let team = catalog.team(id);
        Self {
            id: &team.slug,
            department: &catalog.department(team.department).slug,
            name: export.texts(&team.name),
            summary: export.maybe(&team.summary),
            description: export.markdown(&team.description),
            lead: export.maybe_person(&team.lead),
            members: team.members.iter().map(|member| MemberEntry::new(member, export)).collect(),
            channels: ChannelEntry::all(catalog.channels_of_team(id), export),
            hours: export.hours(team.calendar),
            rota: team.rota.iter().map(|duty| DutyEntry::new(duty, export)).collect(),
            languages: &team.languages,
            keywords: export.lists(&team.keywords),
            aliases: &team.aliases,
            pages: export.pages(Place::Team(id)),
        }
    }
}

impl<'a> MemberEntry<'a> {
    fn new(member: &'a Member, export: Export<'a>) -> Self {
        Self {
            who: export.person(member.person),
            role: export.maybe(&member.role),
            ask_for: export.maybe(&member.ask_for),
        }
    }
}

impl<'a> DutyEntry<'a> {
    fn new(duty: &'a Duty, export: Export<'a>) -> Self {
        Self { who: export.person(duty.who), when: duty.when.hours().text() }
    }
}
