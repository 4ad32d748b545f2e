//! Texts of a company that names nobody: a link to a person leads to the person's team, in the
//! Markdown as on the pages.

use std::borrow::Cow;

use crate::model::{Catalog, Entry, Meaning, PersonId};
use crate::views::edition::Edition;

/// What ends a link's target in Markdown.
const AROUND: [char; 8] = ['(', ')', '<', '>', '[', ']', '"', '\''];

/// A text in which no link names a person.
pub(super) fn nameless<'t>(text: &'t str, edition: &Edition<'_>) -> Cow<'t, str> {
    let person = |part: &str| {
        let target = part.trim_end_matches(|c: char| c.is_whitespace() || AROUND.contains(&c));
        let linked = target.contains([':', '/', '.']);
        match edition.references().meaning(target) {
            Meaning::Entry(Entry::Person(id), _) if linked => Some((target.len(), id)),
            _ => None,
        }
    };
    let parts = || text.split_inclusive(|c: char| c.is_whitespace() || AROUND.contains(&c));
    if parts().all(|part| person(part).is_none()) {
        return Cow::Borrowed(text);
    }
    let rewritten = parts().map(|part| match person(part) {
        Some((length, id)) => instead(id, edition.catalog) + part.get(length..).unwrap_or_default(),
        None => part.to_owned(),
    });
    Cow::Owned(rewritten.collect())
}

/// The link to a person's team; nothing where there is none.
fn instead(id: PersonId, catalog: &Catalog) -> String {
    let team = catalog.person(id).team.or(catalog.teams_of_person(id).first().copied());
    match team.map(|team| catalog.team(team)) {
        Some(team) if team.acting => format!("department:{}", catalog.department(team.department).slug),
        Some(team) => format!("team:{}", team.slug),
        None => String::new(),
    }
}
