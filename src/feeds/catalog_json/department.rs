//! A department.

use serde::Serialize;

use super::calendar::HoursEntry;
use super::channel::ChannelEntry;
use super::export::Export;
use super::texts::{Lists, Pages, Texts};
use super::who::Who;
use crate::model::DepartmentId;
use crate::site::Place;

/// A department.
#[derive(Serialize)]
pub(super) struct DepartmentEntry<'a> {
    id: &'a str,
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
    /// Markdown.
    description: Option<Texts<'a>>,
    part_of: Option<&'a str>,
    lead: Option<Who<'a>>,
    channels: Vec<ChannelEntry<'a>>,
    hours: Option<HoursEntry<'a>>,
    serves: Vec<Who<'a>>,
    teams: Vec<&'a str>,
    keywords: Lists<'a>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

impl<'a> DepartmentEntry<'a> {
    pub(super) fn new(id: DepartmentId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let department = catalog.department(id);
        Self {
            id: &department.slug,
            name: export.texts(&department.name),
            summary: export.maybe(&department.summary),
            description: export.markdown(&department.description),
            part_of: department.part_of.as_ref().map(|other| &*catalog.department(other.value).slug),
            lead: export.maybe_person(&department.lead),
            channels: ChannelEntry::all(&department.channels, export),
            hours: export.hours(department.calendar),
            serves: export.served(&department.serves),
            teams: department.teams.iter().map(|team| &*catalog.team(*team).slug).collect(),
            keywords: export.lists(&department.keywords),
            aliases: &department.aliases,
            pages: export.pages(Place::Department(id)),
        }
    }
}
