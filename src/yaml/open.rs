//! Lists and groups whose end has not been read yet, and where another entry begins in the midst of one.

use std::borrow::Cow;
use std::collections::HashMap;

use super::tree::{Node, NodeKind, Pair};
use crate::diagnostic::{Diagnostic, Span};

/// A list or group whose end has not been read yet.
pub(super) enum Open<'t> {
    Sequence {
        start: usize,
        flow: bool,
        items: Vec<Node<'t>>,
    },
    Mapping {
        start: usize,
        flow: bool,
        entries: Vec<Pair<'t>>,
        key: Option<(Cow<'t, str>, Span)>,
        seen: HashMap<Cow<'t, str>, Span>,
        /// True when the value of the key is not wanted: the key stood before, or is none of ours.
        skip: bool,
    },
}

/// A key that is the first one of its group once more: another entry begins here. Either its id stands right above it,
/// too deep, or it is an item of a list without its dash. It is read as what was meant, and reported.
pub(super) fn begun_anew<'t>(open: &mut [Open<'t>], (key, begin, at): (&str, usize, Span)) -> Option<Diagnostic> {
    let [.., outer, inner] = open else { return None };
    let Open::Mapping { start, flow: false, entries, key: None, seen, .. } = inner else { return None };
    let first = entries.first().filter(|first| first.key == key && entries.len() > 1)?.key_span;
    match outer {
        Open::Sequence { items, flow: false, .. } => {
            items.push(closed(entries, first));
            *start = begin;
            seen.clear();
            Some(without_dash(key, at, first))
        }
        Open::Mapping { entries: outer, key: above @ Some(_), skip: false, flow: false, .. } => {
            let id = entries.pop_if(|last| last.value.is_absent())?;
            let (name, span) = above.replace((id.key.clone(), id.key_span))?;
            let told = too_deep((&id.key, id.key_span), &name, span);
            outer.push(Pair::new(name, span, closed(entries, first)));
            *start = begin;
            seen.clear();
            Some(told)
        }
        _ => None,
    }
}

/// The group of what was read so far, which began at `first`.
fn closed<'t>(entries: &mut Vec<Pair<'t>>, first: Span) -> Node<'t> {
    let entries = std::mem::take(entries);
    let end = entries.last().map_or(first.end, |last| last.value.span.end);
    Node::new(Span { end, ..first }, NodeKind::Mapping(entries))
}

fn too_deep((id, at): (&str, Span), above: &str, neighbour: Span) -> Diagnostic {
    let what = format!("`{id}:` stands among the keys of `{above}`, and the keys of another entry stand below it");
    Diagnostic::error("duplicate-key", at, what)
        .also(neighbour, "an entry")
        .why("only one of two keys of the same name could count, and nobody could tell which")
        .help(format!("let `{id}:` begin in the column of `{above}:`"))
}

fn without_dash(key: &str, at: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", at, format!("the key `{key}` stands twice in the same item of a list"))
        .label("again here")
        .also(first, "first here")
        .why("only one of the two could count, and nobody could tell which")
        .help("if another item begins here, put `- ` before it, below the dash above; if not, keep one of them")
}
