//! What an author wrote where another shape is needed: a list for one value, one value or a group for a list, a
//! list for a group.

use super::other_words;
use crate::diagnostic::wording::joined;
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{self, Node, NodeKind, Pair};

/// Keys that take a list of groups, each with a group to begin with; `{}` stands for what was written.
const LISTS_OF_GROUPS: [(&str, &str); 13] = [
    ("away", "{from: 2026-12-07, until: 2026-12-11}"),
    ("channels", "{email: ...}"),
    ("deadlines", "{name: ..., every: month, on: 25}"),
    ("depends_on", "{service: {}}"),
    ("escalate", "{to: {}}"),
    ("faq", "{question: ..., answer: ...}"),
    ("glossary", "{term: ..., meaning: ...}"),
    ("links", "{name: ..., url: ...}"),
    ("not_included", "{what: ..., go_to: ...}"),
    ("questions", "{question: ..., answer: ...}"),
    ("rota", "{who: ..., hours: ...}"),
    ("steps", "{what: ..., who: ...}"),
    ("you_provide", "{what: ...}"),
];

/// Keys that take a list of ids, languages or dates: each of them a word.
const LISTS_OF_WORDS: [&str; 15] = [
    "aliases",
    "articles",
    "closed_days",
    "consults",
    "departments",
    "informs",
    "keywords",
    "languages",
    "locales",
    "members",
    "people",
    "serves",
    "services",
    "standards",
    "teams",
];

/// True for a key that takes a list, so that one value cannot stand behind it.
pub(super) fn takes_a_list(key: &str) -> bool {
    LISTS_OF_WORDS.contains(&key) || LISTS_OF_GROUPS.iter().any(|(list, _)| *list == key)
}

fn wrong(span: Span, what: String) -> Diagnostic {
    Diagnostic::error("wrong-type", span, what).why("each key holds one kind of thing, and this is another kind")
}

/// A list behind a key that takes one value.
pub(super) fn list_for_one((key, known): (&str, &'static [&'static str]), items: &[String], span: Span) -> Diagnostic {
    let several: Vec<String> = other_words::several(key, known).iter().map(|key| format!("`{key}`")).collect();
    let diagnostic = wrong(span, format!("`{key}` takes one value, and this is a list"));
    if let [only] = items {
        let help = format!("write it without brackets and without a dash: `{key}: {only}`");
        let plain = only.chars().all(|c| c.is_alphanumeric() || "._-: /".contains(c)) && !only.contains(": ");
        return if plain { diagnostic.help(help).replace(span, only.as_str()) } else { diagnostic.help(help) };
    }
    diagnostic.help(match (key, several.as_slice()) {
        ("hours", _) if !items.is_empty() => {
            format!("write them as one text, with commas between them: `{}`", items.join(", "))
        }
        (_, []) => "write one value here".to_owned(),
        (_, [one]) => format!("write one value here; {one} takes several"),
        (_, many) => format!("write one value here; {} take several", joined(many)),
    })
}

/// One value, `text`, where a list stands. `entry` is what it stands behind.
pub(super) fn one_for_list(entry: Option<&Pair<'_>>, text: &str, (found, span): (&str, Span)) -> Diagnostic {
    let diagnostic = wrong(span, format!("expected a list, found {found}"));
    let key = entry.map_or("", |entry| &*entry.key);
    if let Some(rest) = yaml::behind_bullet(text) {
        let help = "a list's item begins with a plain dash and a space: `- `";
        return diagnostic.help(help).replace(span, format!("- {rest}"));
    }
    if text.starts_with('-') {
        return diagnostic
            .help("a space is missing behind the dash: write `- ` before each item of a list")
            .replace(span, format!("- {}", text.trim_start_matches('-')));
    }
    if let Some((_, group)) = LISTS_OF_GROUPS.iter().find(|(list, _)| *list == key) {
        return match group_of(key, group, text) {
            Some(meant) => diagnostic.help(format!("write a list of groups: `{meant}`")).replace(span, meant),
            None => diagnostic.help(format!("write a list of groups: `[{group}]`")),
        };
    }
    let words = text.trim_matches(['(', ')', '{', '}']);
    let words: Vec<&str> = words.split([' ', ',', ';']).map(str::trim).filter(|word| !word.is_empty()).collect();
    let meant = match LISTS_OF_WORDS.contains(&key) && words.len() > 1 {
        true => format!("[{}]", words.join(", ")),
        false => format!("[{text}]"),
    };
    let help = match words.len() > 1 && LISTS_OF_WORDS.contains(&key) {
        true => format!("put square brackets around it, and commas between its items: `{meant}`"),
        false => "put square brackets around it, even if it is only one".to_owned(),
    };
    diagnostic.help(help).replace(span, meant)
}

/// The list with one group that a text was meant as.
fn group_of(key: &str, group: &str, text: &str) -> Option<String> {
    let id = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
    match key {
        "channels" if text.contains('@') => Some(format!("[{{email: {text}}}]")),
        "channels" if text.starts_with('+') => Some(format!("[{{phone: \"{text}\"}}]")),
        "channels" if text.contains("://") => Some(format!("[{{form: \"{text}\"}}]")),
        "depends_on" | "escalate" if id => Some(format!("[{}]", group.replace("{}", text))),
        _ => None,
    }
}

/// A group where a list stands; `written` is the group as it stands in the file.
pub(super) fn group_for_list(written: &str, (found, span): (&str, Span)) -> Diagnostic {
    let diagnostic = wrong(span, format!("expected a list, found {found}"));
    if written.starts_with('{') && written.ends_with('}') {
        return diagnostic
            .help("put square brackets around it, even if it is only one")
            .replace(span, format!("[{written}]"));
    }
    diagnostic.help("each item of a list begins with `- `, and its keys stand below one another behind the dash")
}

/// A list where a group stands.
pub(super) fn list_for_group(expected: &str, span: Span) -> Diagnostic {
    let of_entries = expected.contains("under its id");
    wrong(span, format!("expected {expected}, found a list")).help(match of_entries {
        true => "write each entry below its id, without a dash: `the-id:`, and its keys indented below it",
        false => "delete the dashes or brackets: its keys stand below one another without them",
    })
}

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
            let is_time = |entry: &&Pair<'_>| {
                matches!(
                    &*entry.key,
                    "first_response" | "resolution" | "target" | "clock" | "handling" | "first_contact"
                )
            };
            let first = entries.iter().find(is_time)?;
            let here = entries.iter().filter(is_time).find(|entry| entry.value.span == span)?;
            let what = format!("`{}` stands in no standard: nothing says for which urgency it is", first.key);
            let help = "write the urgency before it: `standards: {normal: {first_response: 4h, resolution: 2d}}`";
            Some((here.key_span == first.key_span).then(|| wrong(first.key_span, what).help(help)))
        }
        _ => None,
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

/// The group in which a key or a value stands, and its entry.
pub(super) fn entry_at<'n, 't>(node: &'n Node<'t>, span: Span) -> Option<(&'n [Pair<'t>], &'n Pair<'t>)> {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => None,
        NodeKind::Sequence(items) => items.iter().find_map(|item| entry_at(item, span)),
        NodeKind::Mapping(entries) => {
            let own = entries.iter().find(|entry| entry.key_span == span || entry.value.span == span);
            let own = own.map(|entry| (entries.as_slice(), entry));
            own.or_else(|| entries.iter().find_map(|entry| entry_at(&entry.value, span)))
        }
    }
}
