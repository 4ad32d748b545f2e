//! The list of all articles.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::by_department::{self, anchor, slice, split};
use crate::pages::parts::entries::article_entry;
use crate::publish::{Article, DepartmentId};
use crate::site::phrase::{Entry, Link};
use crate::site::reader::Reader;
use crate::site::{Part, Place, splits};

/// All articles.
#[derive(Debug, Serialize)]
pub struct ArticlesView<'a> {
    /// By department.
    pub groups: Vec<ArticleGroup<'a>>,
    /// The ways to each part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
}

/// The articles of a department.
#[derive(Debug, Serialize)]
pub struct ArticleGroup<'a> {
    /// The department.
    pub department: Link<'a>,
    /// The name of its place on the page.
    pub anchor: String,
    /// Its articles.
    pub articles: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for ArticlesView<'a> {
    type Of = Option<Part>;

    fn new(part: Option<Part>, reader: Reader<'a>) -> Self {
        let (groups, parts) = split(part, splits::of_articles, Place::Articles, reader, |department, part| {
            group(department, part, reader)
        });
        Self { groups, parts }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
    }
}

fn group(department: DepartmentId, part: Option<Part>, reader: Reader<'_>) -> Option<ArticleGroup<'_>> {
    let own = reader.published().articles().filter(|article| article.department.key == department);
    let mut articles: Vec<Article<'_>> = own.collect();
    articles.sort_by_cached_key(|article| reader.words().sort_key(&article.title.str(reader.locale())));
    let articles: Vec<_> = slice(&articles, part).iter().map(|article| article_entry(article.key, reader)).collect();
    (!articles.is_empty()).then(|| ArticleGroup {
        department: reader.department(department),
        anchor: anchor(department, reader),
        articles,
    })
}
