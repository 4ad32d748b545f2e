//! The page of an article.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::ArticleId;
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
        let catalog = reader.catalog();
        let article = catalog.article(id);
        let services = catalog
            .services()
            .filter(|(service, entry)| entry.is_offered() && catalog.articles_for(*service).contains(&id));
        Self {
            title: reader.phrase(&article.title),
            summary: reader.maybe(&article.summary),
            body: reader.passage_at(&article.body, "", 2),
            services: reader.sorted(services.map(|(service, _)| reader.service_entry_with_team(service)).collect()),
            reviewed: article.reviewed.as_ref().map(|date| {
                let words = reader.words();
                words.format("service.reviewed", &[("date", &words.date(date.value))])
            }),
        }
    }

    fn head(id: ArticleId, reader: Reader<'a>) -> Head<'a> {
        let article = reader.catalog().article(id);
        let back = vec![menu::link(Place::Articles(None), reader), reader.department(article.department)];
        Head { title: reader.phrase(&article.title), lead: reader.maybe(&article.summary), back }
    }
}
