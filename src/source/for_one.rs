//! A group or a list where one id stands: a person with more about them, a place that is described on the spot, a turn
//! of duty for two.

use crate::diagnostic::{Diagnostic, Span, folded};
use crate::yaml::{Node, NodeKind, Pair};

/// The keys behind which the id of an entry stands in a group.
const IDS: [&str; 6] = ["id", "person", "who", "team", "service", "place"];

/// The keys behind which people are named.
const PEOPLE: [&str; 6] = ["deputy", "lead", "owner", "person", "to", "who"];

/// What to write in place of a group at a place; none where the group tells nothing.
pub(super) fn group(diagnostic: Diagnostic, key: &str, (root, span): (&Node<'_>, Span)) -> Option<Diagnostic> {
    let entries = group_at(root, span)?;
    let text = |keys: &[&str]| {
        entries.iter().find(|entry| keys.contains(&&*entry.key)).and_then(|entry| match &entry.value.kind {
            NodeKind::Scalar { text, .. } if !text.is_empty() && !text.contains('\n') => Some(&**text),
            _ => None,
        })
    };
    if let Some(id) = text(&IDS) {
        return Some(diagnostic.help(format!("write the id alone: `{id}`")).replace(span, id));
    }
    if PEOPLE.contains(&key)
        && let Some(name) = text(&["name"])
    {
        let id = name.split_whitespace().map(folded).collect::<Vec<_>>().join(".");
        return Some(diagnostic.help(format!(
            "describe them in `people.yaml` below an id, `{id}: {{name: {name}, ...}}`, and name that here: \
             `{key}: {id}`"
        )));
    }
    let name = text(&["name"]).filter(|_| key == "place")?;
    let id = folded(name.split_whitespace().next().unwrap_or(name));
    Some(diagnostic.help(format!(
        "describe it in `places.yaml` below an id, `{id}: {{name: {name}, ...}}`, and name that here: `place: {id}`"
    )))
}

/// What to write in place of a list of people on duty.
pub(super) fn turns(diagnostic: Diagnostic, items: &[String]) -> Diagnostic {
    let turns: Vec<String> = items.iter().map(|id| format!("`{{who: {id}, when: ...}}`")).collect();
    diagnostic.help(format!("give each a turn of their own with the same `when`: {}", turns.join(" and ")))
}

fn group_at<'n, 't>(node: &'n Node<'t>, span: Span) -> Option<&'n [Pair<'t>]> {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => None,
        NodeKind::Sequence(items) => items.iter().find_map(|item| group_at(item, span)),
        NodeKind::Mapping(entries) if node.span == span => Some(entries),
        NodeKind::Mapping(entries) => entries.iter().find_map(|entry| group_at(&entry.value, span)),
    }
}
