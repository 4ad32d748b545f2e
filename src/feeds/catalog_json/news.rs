//! News, stories and ideas.

use chrono::NaiveDate;
use serde::Serialize;

use super::export::Export;
use super::texts::Texts;
use super::who::Who;
use crate::model::{Idea, IdeaStatus, News, NewsKind, ServiceId, Story};

/// A change, an outage or a notice.
#[derive(Serialize)]
pub(super) struct NewsEntry<'a> {
    id: &'a str,
    title: Texts<'a>,
    kind: NewsKind,
    date: Option<NaiveDate>,
    until: Option<NaiveDate>,
    services: Vec<&'a str>,
    departments: Vec<&'a str>,
    /// Markdown.
    body: Texts<'a>,
}

impl<'a> NewsEntry<'a> {
    pub(super) fn new(news: &'a News, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        Self {
            id: &news.slug,
            title: export.texts(&news.title),
            kind: news.kind,
            date: news.date,
            until: news.until,
            services: services(&news.services, export),
            departments: news.departments.iter().map(|id| &*catalog.department(*id).slug).collect(),
            body: export.texts(&news.body.value),
        }
    }
}

/// Work worth thanking.
#[derive(Serialize)]
pub(super) struct StoryEntry<'a> {
    id: &'a str,
    title: Texts<'a>,
    date: Option<NaiveDate>,
    teams: Vec<Who<'a>>,
    people: Vec<Who<'a>>,
    services: Vec<&'a str>,
    /// Markdown.
    body: Texts<'a>,
}

impl<'a> StoryEntry<'a> {
    pub(super) fn new(story: &'a Story, export: Export<'a>) -> Self {
        Self {
            id: &story.slug,
            title: export.texts(&story.title),
            date: story.date,
            teams: export.teams(&story.teams),
            people: story.people.iter().map(|person| export.person(*person)).collect(),
            services: services(&story.services, export),
            body: export.texts(&story.body.value),
        }
    }
}

/// A proposal from staff and what became of it.
#[derive(Serialize)]
pub(super) struct IdeaEntry<'a> {
    id: &'a str,
    title: Texts<'a>,
    from: Option<Who<'a>>,
    about: Option<&'a str>,
    status: IdeaStatus,
    outcome: Option<Texts<'a>>,
    date: Option<NaiveDate>,
}

impl<'a> IdeaEntry<'a> {
    pub(super) fn new(idea: &'a Idea, export: Export<'a>) -> Self {
        Self {
            id: &idea.slug,
            title: export.texts(&idea.title),
            from: idea.from.map(|team| export.team(team)),
            about: idea.about.map(|service| &*export.catalog().service(service).slug),
            status: idea.status,
            outcome: export.maybe(&idea.outcome),
            date: idea.date,
        }
    }
}

fn services<'a>(ids: &[ServiceId], export: Export<'a>) -> Vec<&'a str> {
    ids.iter().map(|id| &*export.catalog().service(*id).slug).collect()
}
