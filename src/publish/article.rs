//! An article: the reader solves it without asking anybody.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::address::Pages;
use super::list::List;
use super::published::Published;
use super::reference::Ref;
use super::text::{Text, TextList};
use crate::model::{ArticleId, DepartmentId, EntryId, ServiceId};

/// A page of self-service.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Article<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: ArticleId,
    /// Its id.
    pub id: &'a str,
    /// The department that keeps it, by id.
    pub department: Ref<'a, DepartmentId>,
    /// The heading.
    pub title: Text<'a>,
    /// What the reader will be able to do.
    pub summary: Option<Text<'a>>,
    /// The services whose readers it helps, by id.
    pub services: List<'a, ServiceId, Ref<'a, ServiceId>>,
    /// What people say when they need it.
    pub asked_as: TextList<'a>,
    /// Further words by which people look for it.
    pub keywords: TextList<'a>,
    /// When somebody last read it through.
    pub reviewed: Option<NaiveDate>,
    /// The article itself, in Markdown.
    pub body: Text<'a>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Its pages.
    pub pages: Pages<'a>,
}

impl<'a> Published<'a> {
    /// An article.
    pub fn article(&'a self, key: ArticleId) -> Article<'a> {
        let article = self.catalog().article(key);
        Article {
            key,
            id: &article.slug,
            department: self.reference(article.department),
            title: self.text(&article.title),
            summary: self.maybe(&article.summary),
            services: self.list(&article.services),
            asked_as: self.texts(&article.asked_as),
            keywords: self.texts(&article.keywords),
            reviewed: article.reviewed.as_ref().map(|date| date.value),
            body: self.text(&article.body),
            aliases: &article.aliases,
            pages: Pages::of(EntryId::Article(key), self),
        }
    }

    /// All articles, by id.
    pub fn articles(&'a self) -> impl ExactSizeIterator<Item = Article<'a>> + DoubleEndedIterator + Clone {
        self.catalog().articles().map(|(key, _)| self.article(key))
    }
}
