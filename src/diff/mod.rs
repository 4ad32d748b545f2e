//! Two catalogs compared in the readers' words: what changes for those who are served.
//!
//! Both sides are published, so that nothing is told that may not be shown. What nobody would notice is no change:
//! another order of a list, another spelling of the same hours.

mod change;
mod entries;
mod promise;
mod service;
mod side;

use std::collections::{BTreeMap, HashMap};

pub use change::{Change, Kind, json_schema};
pub use side::Side;

use crate::publish::EntryKind;

/// All changes from one catalog to another: by department, then by entry, the one with the weightiest change first.
pub fn changes(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let mut changes = service::all(old, new);
    for kind in [EntryKind::Department, EntryKind::Team, EntryKind::Article, EntryKind::Journey, EntryKind::Place] {
        changes.extend(entries::of_kind(kind, old, new));
    }
    changes.extend(entries::of_kind(EntryKind::Person, old, new));
    let of_entry = |change: &Change| (change.entry, change.id.clone());
    let mut weightiest: HashMap<(EntryKind, String), Kind> = HashMap::new();
    for change in &changes {
        let known = weightiest.entry(of_entry(change)).or_insert(change.kind);
        *known = change.kind.min(*known);
    }
    let order = |change: &Change| {
        let Change { department, kind, name, id, text, .. } = change;
        let first = weightiest.get(&of_entry(change)).copied();
        (department.clone(), first, name.clone(), id.clone(), *kind, text.clone())
    };
    changes.sort_by_cached_key(order);
    changes.dedup();
    changes
}

/// How many changes there are of each kind.
pub fn counts(changes: &[Change]) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    for change in changes {
        *counts.entry(change.kind).or_default() += 1;
    }
    counts
}
