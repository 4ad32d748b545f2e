//! Which entry a place in the catalog's files belongs to.

use std::collections::BTreeMap;

use crate::diagnostic::{FileId, Span};
use crate::model::{Catalog, EntryKind};

/// Where the entries of each kind begin.
pub(super) struct Entries {
    /// By file and byte, with the place of the kind in [`EntryKind::ALL`].
    begins: BTreeMap<(FileId, u32), usize>,
}

impl Entries {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut begins = BTreeMap::new();
        for (place, kind) in EntryKind::ALL.into_iter().enumerate() {
            let spans = catalog.entries(kind).map(|(_, entry)| entry.span());
            begins.extend(spans.map(|span| ((span.file, span.start), place)));
        }
        Self { begins }
    }

    /// The kind and the beginning of the entry in which something stands.
    pub(super) fn find(&self, at: Span) -> Option<(usize, (FileId, u32))> {
        let ((file, start), kind) = self.begins.range(..=(at.file, at.start)).next_back()?;
        (*file == at.file).then_some((*kind, (*file, *start)))
    }

    pub(super) fn count(&self, kind: usize) -> usize {
        self.begins.values().filter(|other| **other == kind).count()
    }
}
