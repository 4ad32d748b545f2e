//! The files that pages and findings are written in, and where they are changed.

use super::published::Published;
use super::uri;
use crate::checks::Checked;
use crate::diagnostic::Span;
use crate::model::{Company, EntryId, EntryKind, LocaleId};

/// The file that a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFile<'a> {
    /// Its path in the catalog.
    pub path: &'a str,
    /// The line at which the page's entry begins, from 1; none where the whole file is about it.
    pub line: Option<usize>,
}

/// Where the company changes its files, and shows their changes.
#[derive(Clone, Debug, Default)]
pub struct FileAddresses {
    edit: Option<Box<str>>,
    history: Option<Box<str>>,
}

impl FileAddresses {
    /// Those of a company.
    pub fn of(company: &Company) -> Self {
        Self { edit: company.edit.clone(), history: company.history.clone() }
    }

    /// True when the company says neither.
    pub fn is_empty(&self) -> bool {
        self.edit.is_none() && self.history.is_none()
    }

    /// Where a file is changed, by its path in the catalog.
    pub fn edit(&self, path: &str) -> Option<String> {
        filled(self.edit.as_deref(), path)
    }

    /// Where the changes of a file are shown.
    pub fn history(&self, path: &str) -> Option<String> {
        filled(self.history.as_deref(), path)
    }
}

fn filled(template: Option<&str>, path: &str) -> Option<String> {
    let path = path.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    Some(uri::web(&template?.replace("{path}", &path)).into_owned())
}

/// The places of entries that share a file with others, if the company says where files are changed.
pub fn places_in_files(checked: &Checked) -> Vec<Span> {
    let catalog = checked.catalog();
    if FileAddresses::of(&catalog.company).is_empty() {
        return Vec::new();
    }
    let entries = EntryKind::ALL.into_iter().flat_map(|kind| catalog.entries(kind));
    entries.map(|(_, entry)| entry.span()).filter(|span| span.start > 0).collect()
}

impl<'a> Published<'a> {
    /// Where the company changes its files.
    pub fn file_addresses(&self) -> FileAddresses {
        FileAddresses::of(&self.catalog().company)
    }

    /// The file that the page of an entry is written in; that of the company for `None`.
    pub fn written_in(&self, entry: Option<EntryId>, locale: LocaleId) -> Option<SourceFile<'_>> {
        let catalog = self.catalog();
        let span = match entry {
            None => Span::top(catalog.company.file),
            // Each translation is a file of its own.
            Some(EntryId::Article(id)) => Span::top(catalog.article(id).body.value.get(locale).file),
            Some(entry) => catalog.entry(entry).span(),
        };
        Some(SourceFile { path: catalog.pictures.path(span.file)?, line: self.lines.get(&span).copied() })
    }
}
