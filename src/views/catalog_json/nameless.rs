//! Texts of a company that names nobody: a link to a person leads to the person's team, in the
//! Markdown as on the pages.

use std::borrow::Cow;

use super::export::Export;
use super::who::Who;
use crate::model::{Entry, Meaning, PersonId};

/// What ends a link's target in Markdown.
const AROUND: [char; 8] = ['(', ')', '<', '>', '[', ']', '"', '\''];

/// A text in which no link names a person.
pub(super) fn nameless<'t>(text: &'t str, export: Export<'_>) -> Cow<'t, str> {
    let person = |part: &str| {
        let target = part.trim_end_matches(|c: char| c.is_whitespace() || AROUND.contains(&c));
        let linked = target.contains([':', '/', '.']);
        match export.edition.references().meaning(target) {
            Meaning::Entry(Entry::Person(id), _) if linked => Some((target.len(), id)),
            _ => None,
        }
    };
    let parts = || text.split_inclusive(|c: char| c.is_whitespace() || AROUND.contains(&c));
    if parts().all(|part| person(part).is_none()) {
        return Cow::Borrowed(text);
    }
    let rewritten = parts().map(|part| match person(part) {
        Some((length, id)) => instead(id, export) + part.get(length..).unwrap_or_default(),
        None => part.to_owned(),
    });
    Cow::Owned(rewritten.collect())
}

/// The link to a person's team; nothing where there is none.
fn instead(id: PersonId, export: Export<'_>) -> String {
    let catalog = export.catalog();
    let team = catalog.person(id).team.or(catalog.teams_of_person(id).first().copied());
    match team.map(|team| export.team(team)) {
        Some(Who::Team(id)) => format!("team:{id}"),
        Some(Who::Department(id)) => format!("department:{id}"),
        _ => String::new(),
    }
}
