//! All that can be found on a site: its entries, and an index of them for each language.

use anyhow::Result;
use rayon::prelude::*;

use super::document::{Document, Sought};
use super::documents::documents;
use super::index::Index;
use crate::publish::{EntryId, LocaleId, Published};

/// What can be found on a site.
#[derive(Debug)]
pub struct Findable {
    /// The entries, in the order of the documents.
    pub entries: Vec<EntryId>,
    /// What is found.
    pub documents: Vec<Document>,
    /// By language.
    indexes: Vec<Index>,
}

impl Findable {
    /// What can be found of all that is published.
    ///
    /// # Errors
    /// When the program's own table of words cannot be read.
    pub fn new<'a>(published: &'a Published<'a>) -> Result<Self> {
        let lexicon = published.lexicon()?;
        let (entries, sought): (Vec<EntryId>, Vec<_>) = documents(published).into_iter().unzip();
        let locales: Vec<LocaleId> = published.locales().collect();
        let index =
            |locale: &LocaleId| Index::build(&sought, (locale.index(), published.language(*locale).tag()), &lexicon);
        let indexes = locales.par_iter().map(index).collect();
        let document =
            |sought: &Sought<'_>| Document { kind: sought.kind, id: sought.id.into(), retired: sought.retired };
        let documents = sought.iter().map(document).collect();
        Ok(Self { entries, documents, indexes })
    }

    /// The index for the pages of a language.
    pub fn index_of(&self, locale: LocaleId) -> &Index {
        &self.indexes[locale.index()]
    }

    /// The entries, and the index of each language.
    pub(crate) fn into_parts(self) -> (Vec<EntryId>, Vec<Index>) {
        (self.entries, self.indexes)
    }

    /// Whether a group of everyday words means something that can be found.
    pub fn leads_somewhere(&self, group: &str) -> bool {
        self.index_of(LocaleId::FIRST).everyday.knows(group)
    }
}
