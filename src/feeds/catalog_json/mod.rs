//! `catalog.json`: everything that the pages show, for other programs.
//!
//! Every list is sorted by id, or newest first where the pages do so; every key of an entry is
//! always there, with `null` or an empty list where nothing is known. Texts are groups from
//! language to text, as authors wrote them: Markdown stays Markdown. What the company's privacy
//! keeps off the pages is not in the file either.

mod article;
mod calendar;
mod chain;
mod channel;
mod company;
mod deadline;
mod department;
mod document;
mod export;
mod journey;
mod measurement;
mod news;
mod person;
mod service;
mod shown;
mod standard;
mod team;
mod texts;
mod who;
mod work;

use std::io::Write;

use anyhow::Result;

use self::article::ArticleEntry;
use self::company::{AudienceEntry, CompanyEntry, TermEntry};
use self::department::DepartmentEntry;
use self::document::Document;
use self::export::Export;
use self::journey::JourneyEntry;
use self::measurement::MeasurementEntry;
use self::news::{IdeaEntry, NewsEntry, StoryEntry};
use self::person::PersonEntry;
use self::service::ServiceEntry;
use self::standard::StandardEntry;
use self::team::TeamEntry;
use crate::model::Privacy;
use crate::site::edition::Edition;

/// The version of the file's shape; it grows when a reader of the old shape would misread the new.
const SCHEMA: u32 = 1;

/// Writes the file, entry by entry, one on each line.
///
/// # Errors
/// When the machine refuses to write.
pub fn write(edition: &Edition<'_>, out: &mut dyn Write) -> Result<()> {
    let export = Export { edition };
    let catalog = edition.catalog;
    let company = &catalog.company;
    let named = company.privacy != Privacy::Roles;
    let mut document = Document::begin(out)?;
    document.value("schema", &SCHEMA)?;
    document.value("company", &CompanyEntry::new(export))?;
    document.list("standards", company.standards.iter().map(|standard| StandardEntry::new(standard, export)))?;
    document.list("audiences", company.audiences.iter().map(|audience| AudienceEntry::new(audience, export)))?;
    document.list("glossary", company.glossary.iter().map(|term| TermEntry::new(term, export)))?;
    document.list("departments", catalog.departments().map(|(id, _)| DepartmentEntry::new(id, export)))?;
    let teams = catalog.teams().filter(|(_, team)| !team.acting);
    document.list("teams", teams.map(|(id, _)| TeamEntry::new(id, export)))?;
    document.list("services", catalog.services().map(|(id, _)| ServiceEntry::new(id, export)))?;
    let people = catalog.people().filter(|_| named);
    document.list("people", people.map(|(id, _)| PersonEntry::new(id, export)))?;
    document.list("articles", catalog.articles().map(|(id, _)| ArticleEntry::new(id, export)))?;
    document.list("journeys", catalog.journeys().map(|(id, _)| JourneyEntry::new(id, export)))?;
    document.list("news", catalog.news.iter().map(|news| NewsEntry::new(news, export)))?;
    // A story thanks somebody by name.
    let stories = catalog.stories.iter().filter(|_| named);
    document.list("stories", stories.map(|story| StoryEntry::new(story, export)))?;
    document.list("ideas", catalog.ideas.iter().map(|idea| IdeaEntry::new(idea, export)))?;
    document.list("measurements", catalog.measurements.iter().map(|figure| MeasurementEntry::new(figure, export)))?;
    document.end()
}
