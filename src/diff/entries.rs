//! What is new, gone or called otherwise.

use std::collections::BTreeMap;

use super::change::{Change, Kind};
use super::side::Side;
use crate::publish::{EntryId, EntryKind, Home};

/// The entries of a kind by their ids. Services are compared more closely elsewhere.
pub(super) fn of_kind(kind: EntryKind, old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let (before, now) = (entries(kind, old), entries(kind, new));
    let aliases: BTreeMap<&str, EntryId> = now
        .values()
        .flat_map(|entry| new.published.aliases_of(*entry).iter().map(move |alias| (&**alias, *entry)))
        .collect();
    let mut changes = Vec::new();
    let mut found = Vec::new();
    for (id, entry) in &before {
        let Some(other) = now.get(id).or_else(|| aliases.get(id)) else {
            changes.push(change(Kind::Gone, (old, *entry), "is not there any more".to_owned()));
            continue;
        };
        found.push(*other);
        let (was, is) = (old.published.title(*entry, old.locale), new.published.title(*other, new.locale));
        if was != is {
            changes.push(change(Kind::Renamed, (new, *other), format!("was called “{was}”")));
        } else if new.published.slug(*other) != *id {
            changes.push(change(Kind::Renamed, (new, *other), format!("has another address: it was `{id}`")));
        }
    }
    let added = now.values().filter(|entry| !found.contains(entry));
    changes.extend(added.map(|entry| change(Kind::New, (new, *entry), "is new".to_owned())));
    changes
}

fn entries<'a>(kind: EntryKind, side: &Side<'a>) -> BTreeMap<&'a str, EntryId> {
    let published = side.published;
    let all: Vec<EntryId> = match kind {
        EntryKind::Department => published.departments().map(|one| EntryId::Department(one.key)).collect(),
        EntryKind::Team => published.teams().map(|one| EntryId::Team(one.key)).collect(),
        EntryKind::Article => published.articles().map(|one| EntryId::Article(one.key)).collect(),
        EntryKind::Journey => published.journeys().map(|one| EntryId::Journey(one.key)).collect(),
        EntryKind::Person => published.people().map(|one| EntryId::Person(one.key)).collect(),
        EntryKind::Place => published.places().map(|one| EntryId::Place(one.key)).collect(),
        EntryKind::Service => published.services().map(|one| EntryId::Service(one.key)).collect(),
    };
    all.into_iter().map(|entry| (published.slug(entry), entry)).collect()
}

fn change(kind: Kind, (side, entry): (&Side<'_>, EntryId), text: String) -> Change {
    let published = side.published;
    let of_home = |home: Home<'_>| match home {
        Home::Team(team) => published.team(team.key).department.key,
        Home::Department(department) => department.key,
    };
    let department = match entry {
        EntryId::Department(id) => Some(id),
        EntryId::Team(id) => Some(published.team(id).department.key),
        EntryId::Article(id) => Some(published.article(id).department.key),
        EntryId::Person(id) => published.person(id).team.map(of_home),
        EntryId::Service(id) => Some(published.department_of(id)),
        EntryId::Journey(_) | EntryId::Place(_) => None,
    };
    let affected = match entry {
        EntryId::Journey(id) => {
            published.journey(id).audience.iter().map(|audience| side.audience(audience.key)).collect()
        }
        _ => Vec::new(),
    };
    Change {
        department: department.map(|id| side.department(id)).unwrap_or_default(),
        kind,
        entry: entry.kind(),
        id: published.slug(entry).to_owned(),
        name: published.title(entry, side.locale),
        text,
        affected,
    }
}
