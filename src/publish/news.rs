//! What changes and what was done: news, stories, ideas.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::list::{List, Publish};
use super::published::Published;
use super::reference::Ref;
use super::text::Text;
use super::who::Who;
use crate::model::{self, DepartmentId, IdeaStatus, NewsKind, PersonId, Privacy, ServiceId, TeamId};

/// A change, an outage or a notice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct News<'a> {
    /// Its id.
    pub id: &'a str,
    /// The heading.
    pub title: Text<'a>,
    /// What it is.
    pub kind: NewsKind,
    /// From when.
    pub date: Option<NaiveDate>,
    /// Until when it is shown.
    pub until: Option<NaiveDate>,
    /// The services that it is about, by id.
    pub services: List<'a, ServiceId, Ref<'a, ServiceId>>,
    /// The departments that it is about, by id.
    pub departments: List<'a, DepartmentId, Ref<'a, DepartmentId>>,
    /// The text, in Markdown.
    pub body: Text<'a>,
}

impl<'a> Publish<'a, model::News> for News<'a> {
    fn publish(news: &'a model::News, published: &'a Published<'a>) -> Self {
        Self {
            id: &news.slug,
            title: published.text(&news.title),
            kind: news.kind,
            date: news.date,
            until: news.until,
            services: published.list(&news.services),
            departments: published.list(&news.departments),
            body: published.text(&news.body),
        }
    }
}

/// Work worth thanking. It thanks somebody by name, so that a company that names nobody has none.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Story<'a> {
    /// Its id.
    pub id: &'a str,
    /// The heading.
    pub title: Text<'a>,
    /// When it was told.
    pub date: Option<NaiveDate>,
    /// The teams that did it.
    pub teams: List<'a, TeamId, Who<'a>>,
    /// The people who did it.
    pub people: List<'a, PersonId, Who<'a>>,
    /// The services that it is about, by id.
    pub services: List<'a, ServiceId, Ref<'a, ServiceId>>,
    /// The text, in Markdown.
    pub body: Text<'a>,
}

impl<'a> Publish<'a, model::Story> for Story<'a> {
    fn publish(story: &'a model::Story, published: &'a Published<'a>) -> Self {
        Self {
            id: &story.slug,
            title: published.text(&story.title),
            date: story.date,
            teams: published.list(&story.teams),
            people: published.list(&story.people),
            services: published.list(&story.services),
            body: published.text(&story.body),
        }
    }
}

/// A proposal from staff and what became of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Idea<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is proposed.
    pub title: Text<'a>,
    /// The team that proposed it.
    pub from: Option<Who<'a>>,
    /// The service that it is about, by id.
    pub about: Option<Ref<'a, ServiceId>>,
    /// How far it has come.
    pub status: IdeaStatus,
    /// What came of it.
    pub outcome: Option<Text<'a>>,
    /// When it was proposed.
    pub date: Option<NaiveDate>,
}

impl<'a> Publish<'a, model::Idea> for Idea<'a> {
    fn publish(idea: &'a model::Idea, published: &'a Published<'a>) -> Self {
        Self {
            id: &idea.slug,
            title: published.text(&idea.title),
            from: published.maybe(&idea.from),
            about: published.maybe(&idea.about),
            status: idea.status,
            outcome: published.maybe(&idea.outcome),
            date: idea.date,
        }
    }
}

impl<'a> Published<'a> {
    /// News, newest first.
    pub fn news(&'a self) -> List<'a, model::News, News<'a>> {
        self.list(&self.catalog().news)
    }

    /// Stories, newest first.
    pub fn stories(&'a self) -> List<'a, model::Story, Story<'a>> {
        let named = self.privacy() != Privacy::Roles;
        self.list(if named { &self.catalog().stories } else { &[] })
    }

    /// Ideas, newest first.
    pub fn ideas(&'a self) -> List<'a, model::Idea, Idea<'a>> {
        self.list(&self.catalog().ideas)
    }
}
