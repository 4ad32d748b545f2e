//! All that can be found on a site: its entries as documents, and an index of them for each language.

use std::borrow::Cow;
use std::sync::OnceLock;

use anyhow::Result;

use super::document::Document;
use super::documents::documents;
use super::index::Index;
use crate::lexicon::Lexicon;
use crate::publish::{EntryId, LocaleId, Published};

/// What can be found on a site. An index is made when it is first asked for, and kept.
#[derive(Debug)]
pub struct Findable {
    /// The entries, in the order of the documents.
    pub entries: Vec<EntryId>,
    /// What is found.
    pub documents: Vec<Document>,
    /// Words about words, as the company says them.
    lexicon: Cow<'static, Lexicon>,
    languages: Vec<(String, OnceLock<Index>)>,
}

impl Findable {
    /// What can be found of all that is published.
    ///
    /// # Errors
    /// When the program's own table of words cannot be read.
    pub fn new<'a>(published: &'a Published<'a>) -> Result<Self> {
        let (entries, documents) = documents(published).into_iter().unzip();
        let tag = |locale| published.language(locale).tag().to_owned();
        let languages = published.locales().map(|locale| (tag(locale), OnceLock::new())).collect();
        Ok(Self { entries, documents, lexicon: published.lexicon()?, languages })
    }

    /// The index for the pages of a language.
    pub fn index_of(&self, locale: LocaleId) -> &Index {
        let (tag, index) = &self.languages[locale.index()];
        index.get_or_init(|| Index::build(&self.documents, (locale.index(), tag), &self.lexicon))
    }

    /// Whether a group of everyday words means something that can be found.
    pub fn leads_somewhere(&self, group: &str) -> bool {
        self.index_of(LocaleId::FIRST).everyday.knows(group)
    }
}
