//! What is written in `standards`, or should be: promises in time, by urgency.

use super::written::{text_of, wrong};
use crate::clock::Duration;
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{Node, NodeKind, Pair};

/// The keys of a standard.
pub(super) const KEYS: [&str; 9] =
    ["clock", "first_contact", "first_response", "handling", "name", "resolution", "satisfaction", "target", "when"];

/// What is wrong with a value within `standards`, if that is where it stands: a list of groups, or times without the
/// urgency that they are for. None within is for what has been told by another finding.
pub(super) fn in_standards(root: &Node<'_>, span: Span) -> Option<Option<Diagnostic>> {
    let standards = holding(root, span, "standards")?;
    match &standards.kind {
        NodeKind::Sequence(items) => {
            let group = items.iter().find(|item| matches!(item.kind, NodeKind::Mapping(_)) && item.span == span)?;
            let what = "`standards` is a group by urgency, and this is an item of a list".to_owned();
            let help = "write it without brackets and dashes: `standards: {normal: {resolution: 2d}}`";
            Some(Some(wrong(group.span, what).help(help)))
        }
        NodeKind::Mapping(entries) => {
            // An urgency may be called like the other two.
            let is_time = |entry: &&Pair<'_>| KEYS.contains(&&*entry.key) && !matches!(&*entry.key, "name" | "when");
            let first = entries.iter().find(is_time)?;
            let here = entries.iter().filter(is_time).find(|entry| entry.value.span == span)?;
            let what = format!("`{}` stands in no standard: nothing says for which urgency it is", first.key);
            let help = "write the urgency before it: `standards: {normal: {first_response: 4h, resolution: 2d}}`";
            Some((here.key_span == first.key_span).then(|| wrong(first.key_span, what).help(help)))
        }
        _ => None,
    }
}

/// What is promised by a length of time where the promises by urgency stand.
pub(super) fn promise(entry: &Pair<'_>) -> Option<String> {
    promised(text_of(&entry.value)?)
}

/// The same of the text.
pub(super) fn promised(text: &str) -> Option<String> {
    length(text).map(|time| format!("resolution: {time}"))
}

/// A length of time in our notation, as far as it can be understood.
pub(super) fn length(text: &str) -> Option<String> {
    match Duration::parse(text) {
        Ok(_) => Some(text.to_owned()),
        Err(error) => error.suggestion,
    }
}

/// The value behind the innermost key of that name which holds a place.
fn holding<'n, 't>(node: &'n Node<'t>, span: Span, key: &str) -> Option<&'n Node<'t>> {
    let holds = |node: &Node<'_>| node.span.start <= span.start && span.end <= node.span.end;
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => None,
        NodeKind::Sequence(items) => items.iter().filter(|item| holds(item)).find_map(|item| holding(item, span, key)),
        NodeKind::Mapping(entries) => entries
            .iter()
            .filter(|entry| holds(&entry.value))
            .find_map(|entry| holding(&entry.value, span, key).or_else(|| (entry.key == key).then_some(&entry.value))),
    }
}
