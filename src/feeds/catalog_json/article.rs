//! An article.

use chrono::NaiveDate;
use serde::Serialize;

use super::export::Export;
use super::texts::{Lists, Pages, Texts};
use crate::model::ArticleId;
use crate::site::Place;

/// A page of self-service.
#[derive(Serialize)]
pub(super) struct ArticleEntry<'a> {
    id: &'a str,
    department: &'a str,
    title: Texts<'a>,
    summary: Option<Texts<'a>>,
    services: Vec<&'a str>,
    asked_as: Lists<'a>,
    keywords: Lists<'a>,
    reviewed: Option<NaiveDate>,
    /// Markdown.
    body: Texts<'a>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

impl<'a> ArticleEntry<'a> {
    pub(super) fn new(id: ArticleId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let article = catalog.article(id);
        Self {
            id: &article.slug,
            department: &catalog.department(article.department).slug,
            title: export.texts(&article.title),
            summary: export.maybe(&article.summary),
            services: article.services.iter().map(|service| &*catalog.service(*service).slug).collect(),
            asked_as: export.lists(&article.asked_as),
            keywords: export.lists(&article.keywords),
            reviewed: article.reviewed.as_ref().map(|date| date.value),
            body: export.texts(&article.body.value),
            aliases: &article.aliases,
            pages: export.pages(Place::Article(id)),
        }
    }
}
