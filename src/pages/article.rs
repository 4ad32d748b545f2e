//! The page of an article.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::publish::ArticleId;
use crate::site::phrase::{Entry, Passage, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, menu};

/// An article.
#[derive(Debug, Serialize)]
pub struct ArticleView<'a> {
    /// The heading.
    pub title: Phrase<'a>,
    /// What the reader will be able to do.
    pub summary: Option<Phrase<'a>>,
    /// The article itself.
    pub body: Passage<'a>,
    /// Whom to ask when it did not help.
    pub services: Vec<Entry<'a>>,
    /// When it was last read through.
    pub reviewed: Option<String>,
}

impl<'a> PageView<'a> for ArticleView<'a> {
    type Of = ArticleId;

    fn new(id: ArticleId, reader: Reader<'a>) -> Self {
        let article = reader.published().article(id);
        let services = reader.by_name(reader.published().services_with(id)).into_iter();
        Self {
            title: reader.phrase(article.title),
            summary: reader.maybe(article.summary),
            body: reader.passage_at(article.body, "", 2),
            services: services.map(|service| reader.service_entry_with_team(service)).collect(),
            reviewed: article.reviewed.map(|date| {
                let words = reader.words();
                words.format("service.reviewed", &[("date", &words.date(date))])
            }),
        }
    }

    fn head(id: ArticleId, reader: Reader<'a>) -> Head<'a> {
        let article = reader.published().article(id);
        let back = vec![menu::link(Place::Articles(None), reader), reader.department(article.department.key)];
        Head { title: reader.phrase(article.title), lead: reader.maybe(article.summary), back }
    }
}
