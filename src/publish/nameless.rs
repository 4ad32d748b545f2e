//! Texts of a company that names nobody: a link to a person leads to the person's team, on the pages
//! and in the Markdown that other programs get.

use std::borrow::Cow;

use crate::model::{Catalog, EntryId, Meaning, PersonId, References};

/// What ends a link's target in Markdown.
const AROUND: [char; 8] = ['(', ')', '<', '>', '[', ']', '"', '\''];

/// A text in which no link names a person.
pub(crate) fn nameless<'t>(text: &'t str, catalog: &Catalog, references: &References<'_>) -> Cow<'t, str> {
    let person = |part: &str| {
        let target = part.trim_end_matches(|c: char| c.is_whitespace() || AROUND.contains(&c));
        let linked = target.contains([':', '/', '.']);
        match references.meaning(target) {
            Meaning::Entry(EntryId::Person(id), _) if linked => Some((target.len(), id)),
            _ => None,
        }
    };
    let parts = || text.split_inclusive(|c: char| c.is_whitespace() || AROUND.contains(&c));
    if parts().all(|part| person(part).is_none()) {
        return Cow::Borrowed(text);
    }
    let rewritten = parts().map(|part| match person(part) {
        Some((length, id)) => {
            let (target, rest) = part.split_at(length);
            instead(id, target.contains([':', '/']), catalog) + rest
        }
        None => part.to_owned(),
    });
    Cow::Owned(rewritten.collect())
}

/// The link to a person's team, or the team's id alone where nothing but an id was written; nothing
/// where there is none.
fn instead(id: PersonId, linked: bool, catalog: &Catalog) -> String {
    let Some(team) = catalog.home_team(id).map(|team| catalog.team(team)) else { return String::new() };
    let (kind, slug) =
        if team.acting { ("department", &catalog.department(team.department).slug) } else { ("team", &team.slug) };
    if linked { format!("{kind}:{slug}") } else { slug.to_string() }
}
