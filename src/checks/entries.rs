//! Which entry a place in the catalog's files belongs to.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::diagnostic::{FileId, Span};
use crate::model::{Catalog, EntryId, EntryKind, TeamId};

/// Where the entries of each kind begin.
pub(super) struct Entries {
    /// By file and byte, with the place of the kind in [`EntryKind::ALL`].
    begins: BTreeMap<(FileId, u32), Entry>,
}

/// An entry's kind, as its place in [`EntryKind::ALL`], and its group within the kind.
#[derive(Clone, Copy)]
struct Entry {
    kind: usize,
    group: Group,
}

/// Entries of a kind of which different things are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What is on offer, and who offers something.
    Offering,
    /// What is retired, and teams and departments without services of their own.
    Other,
}

impl Entries {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let offered = catalog.services().filter(|(_, service)| service.is_offered());
        let offering: HashSet<TeamId> = offered.map(|(_, service)| service.team).collect();
        let offers = |id: EntryId| match id {
            EntryId::Service(id) => catalog.service(id).is_offered(),
            EntryId::Team(id) => offering.contains(&id),
            EntryId::Department(id) => catalog.department(id).acting_team.is_some_and(|team| offering.contains(&team)),
            _ => true,
        };
        let mut begins = BTreeMap::new();
        for (kind, of) in EntryKind::ALL.into_iter().enumerate() {
            begins.extend(catalog.entries(of).map(|(id, entry)| {
                let group = if offers(id) { Group::Offering } else { Group::Other };
                ((entry.span().file, entry.span().start), Entry { kind, group })
            }));
        }
        Self { begins }
    }

    /// The kind and the beginning of the entry in which something stands.
    pub(super) fn find(&self, at: Span) -> Option<(usize, (FileId, u32))> {
        let ((file, start), entry) = self.begins.range(..=(at.file, at.start)).next_back()?;
        (*file == at.file).then_some((entry.kind, (*file, *start)))
    }

    /// The groups to which some entries belong.
    pub(super) fn groups(&self, entries: &BTreeSet<(FileId, u32)>) -> BTreeSet<Group> {
        entries.iter().filter_map(|at| self.begins.get(at)).map(|entry| entry.group).collect()
    }

    /// How many entries of a kind belong to these groups, and how many there are in all.
    pub(super) fn count(&self, kind: usize, groups: &BTreeSet<Group>) -> (usize, usize) {
        let of_kind = || self.begins.values().filter(|entry| entry.kind == kind);
        (of_kind().filter(|entry| groups.contains(&entry.group)).count(), of_kind().count())
    }
}
