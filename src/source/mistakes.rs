//! How the mistakes in a file are reported to its author.

use super::gaps::is_meant;
use super::other_words;
use crate::diagnostic::wording::joined;
use crate::diagnostic::{Diagnostic, Likeness, Span, likeness};
use crate::yaml::{Mistake, MistakeKind, Node, NodeKind, TRUTH};

/// The finding for a mistake in the tree at `root`; none for what is only the echo of another one.
pub(super) fn reported(mistake: Mistake, root: &Node<'_>) -> Option<Diagnostic> {
    let span = mistake.span.unwrap_or(root.span);
    if let MistakeKind::MissingKey(key) = mistake.kind
        && is_echo(root, span, key)
    {
        return None;
    }
    Some(match mistake.kind {
        MistakeKind::UnknownKey { key, known } => unknown_key(&key, known, span),
        MistakeKind::UnknownWord { word, known } => {
            unknown_word("unknown-word", (&word, span), "one of the words that can stand here", known)
        }
        MistakeKind::MissingKey(key) => Diagnostic::error("missing-key", span, format!("`{key}` is missing here"))
            .why("without it nobody can tell what is meant")
            .help(format!("add `{key}: ...`")),
        MistakeKind::EmptyItem => Diagnostic::error("empty-item", span, "this item of the list is empty")
            .why("nobody can tell what was meant to stand here")
            .help("write something behind the dash, or delete it"),
        MistakeKind::EmptyKey(key) => Diagnostic::error("missing-key", span, format!("`{key}:` has nothing behind it"))
            .why("without it nobody can tell what is meant")
            .help("write it behind the colon, or delete the line"),
        MistakeKind::ListForOne { key, known } => list_for_one(&key, known, span),
        MistakeKind::WrongType { found, scalar, expected } => wrong_type(&found, scalar, &expected, span),
        MistakeKind::Other(message) => Diagnostic::error("wrong-type", span, message)
            .why("each key holds one kind of thing, and this is another kind"),
    })
}

/// True when a missing key in the group at `group` is only the echo of a mistake that has been
/// reported: its value is broken, or it is written so that it is not known.
fn is_echo(node: &Node<'_>, group: Span, key: &str) -> bool {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => false,
        NodeKind::Sequence(items) => items.iter().any(|item| is_echo(item, group, key)),
        NodeKind::Mapping(entries) if node.span == group => {
            entries.iter().any(|entry| entry.value.is_broken() || entry.is_misplaced() && is_meant(&entry.key, key))
        }
        NodeKind::Mapping(entries) => entries.iter().any(|entry| is_echo(&entry.value, group, key)),
    }
}

fn unknown_key(key: &str, known: &'static [&'static str], span: Span) -> Diagnostic {
    let mut known = known.to_vec();
    known.sort_unstable();
    let diagnostic = Diagnostic::error("unknown-key", span, format!("there is no key `{key}` here"))
        .why("a key that is not known would be lost without a word");
    match other_words::meant(key, &known).as_slice() {
        [] => diagnostic.did_you_mean(key, known.iter().copied(), format!("the keys here are: {}", known.join(", "))),
        [ours] => diagnostic.help(format!("write `{ours}`: that is what it is called here")).replace(span, *ours),
        several => diagnostic.help(format!("write {}, whichever is meant", alternatives(several))),
    }
}

/// The finding for a word that is none of those that can stand in its place; `what` says what those are.
pub(crate) fn unknown_word(
    code: &'static str,
    (word, span): (&str, Span),
    what: &str,
    known: &[&'static str],
) -> Diagnostic {
    let all = known.join(", ");
    let diagnostic = Diagnostic::error(code, span, format!("`{word}` is not {what}"))
        .why("each of these words has a meaning of its own; another one has none");
    match likeness(word, known.iter().copied()) {
        Some(Likeness { name, sure }) => {
            let diagnostic = diagnostic.help(format!("did you mean `{name}`? It can be: {all}"));
            if sure { diagnostic.replace(span, name) } else { diagnostic }
        }
        None => diagnostic.help(format!("it can be: {all}")),
    }
}

fn list_for_one(key: &str, known: &'static [&'static str], span: Span) -> Diagnostic {
    let several: Vec<String> = other_words::several(key, known).iter().map(|key| format!("`{key}`")).collect();
    Diagnostic::error("wrong-type", span, format!("`{key}` takes one value, and this is a list"))
        .why("each key holds one kind of thing, and this is another kind")
        .help(match several.as_slice() {
            [] => "write one value here; each further one needs a group of its own".to_owned(),
            [one] => format!("write one value here; {one} takes several"),
            many => format!("write one value here; {} take several", joined(many)),
        })
}

fn wrong_type(found: &str, scalar: Option<String>, expected: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error("wrong-type", span, format!("expected {expected}, found {found}"))
        .why("each key holds one kind of thing, and this is another kind");
    match scalar {
        Some(text) if expected.starts_with("a list") && text.starts_with('-') => diagnostic
            .help("a space is missing behind the dash: write `- ` before each item of a list")
            .replace(span, format!("- {}", text.trim_start_matches('-'))),
        Some(text) if expected.starts_with("a list") => {
            diagnostic.help("put square brackets around it, even if it is only one").replace(span, format!("[{text}]"))
        }
        Some(text) if expected == TRUTH && truth(&text).is_some() => {
            let meant = truth(&text).unwrap_or_default();
            diagnostic.help(format!("write `{meant}`, without quotes")).replace(span, meant)
        }
        _ => diagnostic.help(format!("write {expected} here")),
    }
}

/// "`owner` or `lead`"
fn alternatives(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" or ")
}

/// The truth that was meant by a word for it.
fn truth(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some("true"),
        "false" | "no" | "off" | "n" | "0" => Some("false"),
        _ => None,
    }
}
