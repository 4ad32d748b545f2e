//! How the mistakes in a file are reported to its author.

use super::gaps::is_meant;
use super::other_place::Declared;
use super::{for_one, other_place, other_words, shapes, urgency, whole};
use crate::diagnostic::{Diagnostic, Likeness, Span, likeness};
use crate::yaml::{GROUP, Mistake, MistakeKind, Node, NodeKind, Pair, TRUTH};

/// What is found, or needed, where a list stands.
const LIST: &str = "a list";

/// The kinds of channels that stand by themselves in other formats, and the place of a desk.
const CHANNELS: [&str; 10] = ["email", "phone", "chat", "form", "web", "desk", "meeting", "post", "booking", "place"];

/// Words for values that are keys of the format, too, or stand in no table of other words.
const OTHER_VALUES: [(&str, &str); 7] = [
    ("annual", "year"),
    ("monthly", "month"),
    ("opening hours", "service"),
    ("quarterly", "quarter"),
    ("weekly", "week"),
    ("working hours", "service"),
    ("yearly", "year"),
];

/// The findings for the mistakes in the tree at `root`, of a file with this text. `declared` are the company's own
/// fields.
pub(super) fn all(mistakes: Vec<Mistake>, root: &Node<'_>, (text, declared): (&str, &Declared)) -> Vec<Diagnostic> {
    let mut told: Vec<Span> = Vec::new();
    let mut findings = Vec::new();
    for mistake in mistakes {
        let at = mistake.span.unwrap_or(root.span);
        if told.iter().any(|place| place.start <= at.start && at.end <= place.end) {
            continue;
        }
        match whole::told(&mistake, root, (text, &declared.language)) {
            Some(whole) => {
                told.extend(whole.places);
                findings.push(whole.finding);
            }
            None => findings.extend(reported(mistake, root, (text, declared))),
        }
    }
    findings
}

/// The finding for a mistake in the tree at `root`, of a file with this text; none for what is only the echo of
/// another one. `declared` are the company's own fields.
fn reported(mistake: Mistake, root: &Node<'_>, (text, declared): (&str, &Declared)) -> Option<Diagnostic> {
    let span = mistake.span.unwrap_or(root.span);
    if let MistakeKind::MissingKey(key) = mistake.kind
        && is_echo(root, span, key)
    {
        return None;
    }
    if let MistakeKind::UnknownKey { key, known } = &mistake.kind
        && key == "until"
        && shapes::entry_at(root, span).is_some_and(|(group, _)| other_place::is_of_short_days(known, group))
    {
        return None;
    }
    Some(match mistake.kind {
        MistakeKind::UnknownKey { key, known } => unknown_key((&key, known), (root, span), (text, declared)),
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
        MistakeKind::ListForOne { key, known, items, expected } => {
            let list = shapes::entry_at(root, span).map(|(_, entry)| &entry.value);
            match list.filter(|_| expected.starts_with("text, or a group")).and_then(shapes::by_language) {
                Some(meant) => shapes::list_for_text(&key, meant, span),
                None => shapes::list_for_one((&key, known, &expected), &items, span),
            }
        }
        MistakeKind::WrongType { found, scalar, expected } => {
            return another_kind((&found, scalar, &expected), (root, span), text);
        }
        MistakeKind::Other(message) => Diagnostic::error("wrong-type", span, message)
            .why("each key holds one kind of thing, and this is another kind"),
    })
}

/// For a value of another kind than is needed; `text` is the file.
fn another_kind(
    (found, scalar, expected): (&str, Option<String>, &str),
    (root, span): (&Node<'_>, Span),
    text: &str,
) -> Option<Diagnostic> {
    if let Some(told) = urgency::in_standards(root, span) {
        return told;
    }
    let entry = shapes::entry_at(root, span).map(|(_, entry)| entry);
    if let Some(told) = scalar.as_deref().and_then(|text| shapes::tight_key(text, expected, span)) {
        return Some(told);
    }
    let written = text.get(span.start as usize..span.end as usize).unwrap_or("");
    Some(match (&scalar, expected) {
        (Some(text), expected) if expected.starts_with(LIST) => {
            shapes::one_for_list(entry, (text, written), (found, span))
        }
        (None, LIST) if found.starts_with(GROUP) => shapes::group_for_list(entry, written, (found, span)),
        (None, expected) if found == LIST => shapes::list_for_group(expected, (entry, span)),
        (None, _) if found.starts_with(GROUP) && entry.is_some_and(shapes::is_of_hours) => {
            shapes::group_for_hours(entry, span)
        }
        (None, expected) if found.starts_with(GROUP) && expected.starts_with("one of them") => {
            let wrong = || wrong_type(found, None, expected, span);
            let key = entry.map_or("", |entry| &*entry.key);
            for_one::group(wrong(), key, (root, span)).unwrap_or_else(wrong)
        }
        (None, expected) if found.starts_with(GROUP) && expected.starts_with("text") => {
            let bare = entry.and_then(shapes::text_without_bar);
            let length = || entry.and_then(|entry| shapes::group_for_length(&entry.key, span));
            let wrong = || wrong_type(found, None, expected, span);
            let key = entry.map_or("", |entry| &*entry.key);
            let id = || (expected == "text").then(|| for_one::group(wrong(), key, (root, span))).flatten();
            bare.or_else(length).or_else(id).unwrap_or_else(wrong)
        }
        _ => wrong_type(found, scalar, expected, span),
    })
}

/// True when a missing key in the group at `group` is only the echo of a mistake that has been
/// reported: its value is broken, or it is written so that it is not known.
fn is_echo(node: &Node<'_>, group: Span, key: &str) -> bool {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => false,
        NodeKind::Sequence(items) => items.iter().any(|item| is_echo(item, group, key)),
        NodeKind::Mapping(entries) if node.span == group => {
            let means = |entry: &Pair<'_>| entry.is_misplaced() && is_meant(&entry.key, key);
            other_place::is_told(key, entries) || entries.iter().any(|entry| entry.value.is_broken() || means(entry))
        }
        NodeKind::Mapping(entries) => entries.iter().any(|entry| is_echo(&entry.value, group, key)),
    }
}

fn unknown_key(
    (key, known): (&str, &'static [&'static str]),
    (root, span): (&Node<'_>, Span),
    (text, declared): (&str, &Declared),
) -> Diagnostic {
    let mut known = known.to_vec();
    known.sort_unstable();
    let diagnostic = Diagnostic::error("unknown-key", span, format!("there is no key `{key}` here"))
        .why("a key that is not known would be lost without a word");
    let entry = shapes::entry_at(root, span);
    if let Some(told) = entry.and_then(|entry| other_place::told(&diagnostic, (key, &known), entry, (text, declared))) {
        return told;
    }
    let ours = match other_words::meant(key, &known).as_slice() {
        [] => match likeness(key, known.iter().copied()) {
            Some(Likeness { name, sure: true }) => name,
            Some(Likeness { name, .. }) => return diagnostic.help(format!("did you mean `{name}`?")),
            None => return diagnostic.help(elsewhere(key, &known)),
        },
        [ours] => *ours,
        several => return diagnostic.help(format!("write {}, whichever is meant", alternatives(several))),
    };
    if let Some(meant) = entry.filter(|_| ours == "standards").and_then(|(_, entry)| urgency::promise(entry)) {
        let there = entry.is_some_and(|(group, _)| group.iter().any(|entry| entry.key == ours));
        return diagnostic.help(match there {
            true => format!("write it into `standards`, below its urgency: `{meant}`"),
            false => format!("write it by urgency: `standards: {{normal: {{{meant}}}}}`"),
        });
    }
    if entry.is_some_and(|(group, _)| stands_already(group, (ours, &known), span)) {
        return diagnostic
            .help(format!("that is called `{ours}` here, which stands in this group already: join the two"));
    }
    let is_one = entry.is_some_and(|(_, entry)| matches!(entry.value.kind, NodeKind::Scalar { .. }));
    if is_one && shapes::takes_a_list(ours) {
        return diagnostic.help(format!("did you mean `{ours}`? It takes a list"));
    }
    let help = match other_words::meant(key, &known).is_empty() {
        true => format!("did you mean `{ours}`?"),
        false => format!("write `{ours}`: that is what it is called here"),
    };
    diagnostic.help(help).replace(span, ours)
}

/// True when a group has our key besides the one at `span`, or an earlier one that means the same.
fn stands_already(group: &[Pair<'_>], (ours, known): (&str, &[&str]), span: Span) -> bool {
    let is_ours = |entry: &Pair<'_>| known.contains(&&*entry.key);
    let means = |entry: &Pair<'_>| !is_ours(entry) && !other_words::meant(&entry.key, &[ours]).is_empty();
    group.iter().any(|entry| entry.key == ours || entry.key_span.start < span.start && means(entry))
}

/// What to do about a key that belongs somewhere else, or nowhere.
fn elsewhere(key: &str, known: &[&str]) -> String {
    let all = format!("the keys here are: {}", known.join(", "));
    let channel = other_words::meant(key, &CHANNELS).first().copied();
    match channel.or_else(|| CHANNELS.into_iter().find(|kind| *kind == key)) {
        Some(kind) if known.contains(&"channels") => format!("write it as a channel: `channels: [{{{kind}: ...}}]`"),
        _ if key == "id" => format!("delete it: the name of the file, or the key above the group, is the id; {all}"),
        _ => all,
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
    let said = |(other, _): &&(&str, &str)| other.eq_ignore_ascii_case(word);
    let often = OTHER_VALUES.iter().find(|pair| said(pair) && known.contains(&pair.1)).map(|(_, meant)| *meant);
    let meant = match other_words::meant(word, known).as_slice() {
        [only] => Some(*only),
        _ => often,
    };
    if let Some(meant) = meant {
        return diagnostic.help(format!("did you mean `{meant}`? It can be: {all}")).replace(span, meant);
    }
    match likeness(word, known.iter().copied()) {
        Some(Likeness { name, sure }) => {
            let diagnostic = diagnostic.help(format!("did you mean `{name}`? It can be: {all}"));
            if sure { diagnostic.replace(span, name) } else { diagnostic }
        }
        None => diagnostic.help(format!("it can be: {all}")),
    }
}

fn wrong_type(found: &str, scalar: Option<String>, expected: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error("wrong-type", span, format!("expected {expected}, found {found}"))
        .why("each key holds one kind of thing, and this is another kind");
    match scalar {
        Some(text) if shapes::text_for_group(expected, &text).is_some() => {
            let meant = shapes::text_for_group(expected, &text).unwrap_or_default();
            let diagnostic = diagnostic.help(format!("write a group: `{meant}`"));
            if expected.contains("go_to") { diagnostic } else { diagnostic.replace(span, meant) }
        }
        Some(text) if expected == "a whole number" && text.ends_with(".0") => {
            let whole = text.trim_end_matches(".0");
            diagnostic.help(format!("write `{whole}`, without a point")).replace(span, whole)
        }
        Some(text) if expected == TRUTH && truth(&text).is_some() => {
            let meant = truth(&text).unwrap_or_default();
            let without = if text.eq_ignore_ascii_case(meant) { ", without quotes" } else { "" };
            diagnostic.help(format!("write `{meant}`{without}")).replace(span, meant)
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
    other_words::meant(word, &["true", "false"]).first().copied()
}
