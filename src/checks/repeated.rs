//! One finding for what holds of nearly every entry, and for one error in many places: it says something of the
//! catalog, not of each of them.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::{Entries, Group};
use crate::diagnostic::wording::grouped;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Severity};
use crate::model::{Catalog, EntryKind};

/// Fewer entries of a kind are named one by one, unless they are all.
const FEWEST: usize = 10;
/// Fewer are always named one by one.
const FEWEST_OF_ALL: usize = 5;
/// How many places are shown.
const PLACES: usize = 5;

/// So many findings of one code are told of a file; the others are counted.
const MOST_OF_A_FILE: usize = 100;

/// Folds the errors that say the same, word by word, in more places than can be shown into one.
pub(super) fn fold_equal(diagnostics: &mut Diagnostics) {
    let key = |finding: &Diagnostic| (finding.code, finding.message.clone(), finding.help.clone());
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for finding in diagnostics.iter().filter(|finding| finding.severity == Severity::Error) {
        *places.entry(key(finding)).or_default() += 1;
    }
    places.retain(|_, places| *places > PLACES);
    if places.is_empty() {
        return;
    }
    let is_repeated = |finding: &Diagnostic| finding.severity == Severity::Error && places.contains_key(&key(finding));
    let mut equal: BTreeMap<_, Diagnostics> = BTreeMap::new();
    for finding in diagnostics.take(is_repeated) {
        equal.entry(key(&finding)).or_default().push(finding);
    }
    for (same, mut all) in equal {
        all.sort();
        let number = grouped(places.get(&same).copied().unwrap_or(0));
        diagnostics.extend(first(&all, |message| format!("{message}; so it is in {number} places")));
    }
}

/// Folds what is found of one code in one file beyond what anybody mends before looking again: a file can hold as many
/// mistakes as it has lines.
pub(super) fn fold_excess(diagnostics: &mut Diagnostics) {
    let mut told: BTreeMap<(FileId, &str), usize> = BTreeMap::new();
    for finding in diagnostics.iter() {
        *told.entry((finding.primary.span.file, finding.code)).or_default() += 1;
    }
    told.retain(|_, number| *number > MOST_OF_A_FILE);
    if told.is_empty() {
        return;
    }
    let of = |finding: &Diagnostic| (finding.primary.span.file, finding.code);
    diagnostics.sort();
    let mut groups: BTreeMap<(FileId, &str), Vec<Diagnostic>> = BTreeMap::new();
    for finding in diagnostics.take(|finding| told.contains_key(&of(finding))) {
        groups.entry(of(&finding)).or_default().push(finding);
    }
    for mut all in groups.into_values() {
        let rest = all.split_off(MOST_OF_A_FILE);
        let count = rest.iter().map(|finding| finding.count).sum();
        diagnostics.extend(all);
        diagnostics.extend(rest.into_iter().next().map(|next| Diagnostic {
            message: format!("{} more findings of this kind in this file, of which this is the first", grouped(count)),
            why: None,
            help: Some("put those above right, and check again".to_owned()),
            replacement: None,
            secondary: Vec::new(),
            count,
            ..next
        }));
    }
}

/// A code, its weight, what is to be done, and the number of a kind of entry.
type Repeated = (&'static str, Severity, Option<String>, usize);

/// Folds the warnings that are repeated for at least three of four entries of a kind, and for ten, or for all of them,
/// into one, as far as there is the same to be done about them. Of what is told only of services on offer, or of teams
/// that offer something, the others do not count.
pub(super) fn fold(catalog: &Catalog, diagnostics: &mut Diagnostics) {
    let entries = Entries::of(catalog);
    let mut hit: BTreeMap<Repeated, BTreeSet<(FileId, u32)>> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Error) {
        if let Some((kind, at)) = entries.find(diagnostic.primary.span) {
            let key = (diagnostic.code, diagnostic.severity, diagnostic.help.clone(), kind);
            hit.entry(key).or_default().insert(at);
        }
    }
    hit.retain(|(.., kind), entries_hit| {
        let (number, (of, _)) = (entries_hit.len(), entries.count(*kind, &entries.groups(entries_hit)));
        number >= FEWEST && number * 4 >= of * 3 || number >= FEWEST_OF_ALL && number == of
    });
    for ((code, severity, help, kind), entries_hit) in hit {
        let of_kind = |diagnostic: &Diagnostic| {
            diagnostic.code == code
                && diagnostic.help == help
                && diagnostic.severity == severity
                && entries.find(diagnostic.primary.span).is_some_and(|(other, _)| other == kind)
        };
        let mut all = Diagnostics::new();
        diagnostics.take(of_kind).into_iter().for_each(|diagnostic| all.push(diagnostic));
        all.sort();
        let groups = entries.groups(&entries_hit);
        let (of, all_of_kind) = entries.count(kind, &groups);
        let noun = match (EntryKind::ALL[kind], groups.first()) {
            (EntryKind::Service, Some(Group::Offering)) if of < all_of_kind => "services on offer",
            (EntryKind::Service, Some(Group::Other)) if of < all_of_kind => "retired services",
            (EntryKind::Team, Some(Group::Offering)) if of < all_of_kind => "teams with services",
            (EntryKind::Department, Some(Group::Offering)) if of < all_of_kind => {
                "departments with services of their own"
            }
            (kind, _) => plural(kind),
        };
        let (hit, of) = (grouped(entries_hit.len()), grouped(of));
        diagnostics.extend(first(&all, |message| format!("{message}; so it is with {hit} of {of} {noun}")));
    }
}

/// The first of some findings, with the places of the next ones.
fn first(all: &Diagnostics, message: impl FnOnce(&str) -> String) -> Option<Diagnostic> {
    let mut rest = all.iter();
    let first = rest.next()?;
    let count = all.iter().map(|finding| finding.count).sum();
    let mut diagnostic = Diagnostic { message: message(&first.message), count, replacement: None, ..first.clone() };
    diagnostic.primary.text.clear();
    diagnostic.secondary.clear();
    for other in rest.take(PLACES - 1) {
        diagnostic = diagnostic.also(other.primary.span, "here, too");
    }
    Some(diagnostic)
}

/// "services", "people"
fn plural(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Service => "services",
        EntryKind::Article => "articles",
        EntryKind::Journey => "journeys",
        EntryKind::Team => "teams",
        EntryKind::Department => "departments",
        EntryKind::Person => "people",
        EntryKind::Place => "places",
    }
}
