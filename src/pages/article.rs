//! The page of an article, and the list of all.

use serde::Serialize;

use crate::model::ArticleId;
use crate::pages::parts::entries::article_entry;
use crate::site::phrase::{Entry, Link, Passage, Phrase};
use crate::site::reader::Reader;

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
    /// When it was last read through: ISO 8601 and in words.
    pub reviewed: Option<(String, String)>,
}

impl<'a> ArticleView<'a> {
    /// The view of an article.
    pub fn new(id: ArticleId, reader: Reader<'a>) -> Self {
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
                (date.value.to_string(), words.format("service.reviewed", &[("date", &words.date(date.value))]))
            }),
        }
    }
}

/// All articles.
#[derive(Debug, Serialize)]
pub struct ArticlesView<'a> {
    /// By department.
    pub groups: Vec<ArticleGroup<'a>>,
}

/// The articles of a department.
#[derive(Debug, Serialize)]
pub struct ArticleGroup<'a> {
    /// The department.
    pub department: Link<'a>,
    /// Its articles.
    pub articles: Vec<Entry<'a>>,
}

impl<'a> ArticlesView<'a> {
    /// The view of all articles.
    pub fn new(reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let mut groups: Vec<ArticleGroup<'a>> = catalog
            .departments()
            .filter_map(|(department, _)| {
                let own = catalog.articles().filter(|(_, article)| article.department == department);
                let articles: Vec<_> = own.map(|(id, _)| article_entry(id, reader)).collect();
                (!articles.is_empty()).then(|| ArticleGroup {
                    department: reader.department(department),
                    articles: reader.sorted(articles),
                })
            })
            .collect();
        groups.sort_by_cached_key(|group| reader.words().sort_key(&group.department.name.text));
        Self { groups }
    }
}
