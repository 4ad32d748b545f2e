//! Mistakes that come from the shape of the group or list around them: one slip makes several of them, and is told
//! once.

use super::written::{quoted, text_of, wrong};
use super::{other_words, suffixed, urgency};
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{GROUP, Mistake, MistakeKind, Node, NodeKind, Pair, is_language};

/// What is told of all mistakes in some places.
pub(super) struct Whole {
    pub(super) finding: Diagnostic,
    pub(super) places: Vec<Span>,
}

impl Whole {
    fn of(finding: Diagnostic, place: Span) -> Option<Self> {
        Some(Self { finding, places: vec![place] })
    }
}

/// A node around a place, and the key behind which it stands.
struct Around<'n, 't> {
    node: &'n Node<'t>,
    key: &'n str,
}

/// What is found where a list stands.
const LIST: &str = "a list";

/// The keys of a standard that stand nowhere else.
const TIMES: [&str; 3] = ["first_response", "resolution", "target"];

/// The key of the text that matters most in an item of a list, by the list; and the other key that it needs.
const MAIN: [(&str, &str, Option<&str>); 5] = [
    ("faq", "question", Some("answer")),
    ("links", "name", Some("url")),
    ("not_included", "what", Some("go_to")),
    ("steps", "what", None),
    ("you_provide", "what", None),
];

/// What is wrong with the whole in which a mistake stands; none where it stands for itself.
pub(super) fn told(mistake: &Mistake, root: &Node<'_>, (text, language): (&str, &str)) -> Option<Whole> {
    let at = mistake.span?;
    let mut around = Vec::new();
    ancestors(Around { node: root, key: "" }, at, &mut around);
    beside_its_urgency(&around, at).or_else(|| match &mistake.kind {
        MistakeKind::UnknownKey { key, known } => {
            let group = around.last()?;
            let list = around.len().checked_sub(2).and_then(|place| around.get(place));
            text_alone(group, list, text).or_else(|| outside_standards(group, known, at)).or_else(|| {
                let NodeKind::Mapping(entries) = &group.node.kind else { return None };
                if let Some((finding, places)) = suffixed::told((entries, at), known, (text, language)) {
                    return Some(Whole { finding, places });
                }
                let entry = entries.iter().find(|entry| entry.key_span == at)?;
                entry_within_another((key, known), entry, entries.len() == 1)
            })
        }
        MistakeKind::MissingKey(key) => {
            let item = around.iter().position(|around| around.node.span == at)?;
            let list = around.get(item.checked_sub(1)?)?;
            text_alone(around.get(item)?, Some(list), text).or_else(|| divided_item(list.node, key, (at, text)))
        }
        MistakeKind::WrongType { found, expected, .. } if found == LIST && expected.starts_with("text") => {
            let list = around.iter().rev().find(|around| doubled_dashes(around.node).is_some())?;
            with_two_dashes(list)
        }
        MistakeKind::WrongType { found, expected, .. } if found.starts_with(GROUP) && expected.starts_with("text") => {
            let list = around.iter().rev().find(|around| matches!(around.node.kind, NodeKind::Sequence(_)))?;
            list_by_language(list, text)
        }
        _ => None,
    })
}

/// The nodes around a place, the outermost first.
fn ancestors<'n, 't>(around: Around<'n, 't>, at: Span, found: &mut Vec<Around<'n, 't>>) {
    let Around { node, key } = around;
    if node.span.start > at.start || node.span.end < at.end {
        return;
    }
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => {}
        NodeKind::Sequence(items) => {
            found.push(Around { node, key });
            items.iter().for_each(|item| ancestors(Around { node: item, key }, at, found));
        }
        NodeKind::Mapping(entries) => {
            found.push(Around { node, key });
            entries.iter().for_each(|entry| ancestors(Around { node: &entry.value, key: &entry.key }, at, found));
        }
    }
}

fn keys<'n, 't>(node: &'n Node<'t>) -> &'n [Pair<'t>] {
    match &node.kind {
        NodeKind::Mapping(entries) => entries,
        _ => &[],
    }
}

fn is_by_language(node: &Node<'_>) -> bool {
    !keys(node).is_empty() && keys(node).iter().all(|entry| is_language(&entry.key))
}

fn written(text: &str, span: Span) -> &str {
    text.get(span.start as usize..span.end as usize).unwrap_or("")
}

/// A list with an item for each language, `- en: [...]`, where a group of lists stands.
fn list_by_language(list: &Around<'_, '_>, text: &str) -> Option<Whole> {
    let NodeKind::Sequence(items) = &list.node.kind else { return None };
    if !items.iter().all(is_by_language) {
        return None;
    }
    let mut meant: Vec<(&str, Vec<String>)> = Vec::new();
    for entry in items.iter().flat_map(keys) {
        let texts: Vec<&Node<'_>> = match &entry.value.kind {
            NodeKind::Sequence(texts) => texts.iter().collect(),
            _ => vec![&entry.value],
        };
        let texts = texts.into_iter().map(|text| match &text.kind {
            NodeKind::Scalar { text, .. } if !text.contains('\n') => Some(quoted(text)),
            _ => None,
        });
        let texts: Vec<String> = texts.collect::<Option<_>>()?;
        match meant.iter_mut().find(|(language, _)| *language == entry.key) {
            Some((_, known)) => known.extend(texts),
            None => meant.push((&entry.key, texts)),
        }
    }
    let lists: Vec<String> = meant.iter().map(|(key, texts)| format!("{key}: [{}]", texts.join(", "))).collect();
    let meant = format!("{{{}}}", lists.join(", "));
    let first = items.first().and_then(|item| keys(item).first())?.key_span;
    let what = format!("`{}` has one list for each language, and here stands an item for a language", list.key);
    let finding = wrong(first, what).help(format!("write the languages without dashes: `{}: {meant}`", list.key));
    let keeps_all = !written(text, list.node.span).contains(" #");
    Whole::of(if keeps_all { finding.replace(list.node.span, meant) } else { finding }, list.node.span)
}

/// The texts of a list whose items are lists of one text each: `- - my pay`.
fn doubled_dashes(node: &Node<'_>) -> Option<Vec<String>> {
    let NodeKind::Sequence(items) = &node.kind else { return None };
    let inner = |item: &Node<'_>| match &item.kind {
        NodeKind::Sequence(texts) if texts.len() == 1 => texts.first().and_then(text_of).map(quoted),
        _ => None,
    };
    items.iter().map(inner).collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty())
}

/// For such a list.
fn with_two_dashes(list: &Around<'_, '_>) -> Option<Whole> {
    let meant = format!("[{}]", doubled_dashes(list.node)?.join(", "));
    let finding = wrong(list.node.span, format!("each item of `{}` begins with two dashes", list.key));
    let finding = finding.help(format!("write one dash before each, or brackets around all: `{meant}`"));
    Whole::of(finding.replace(list.node.span, meant), list.node.span)
}

/// A text by language alone, `- {en: Travel}`, where an item is a group.
fn text_alone(item: &Around<'_, '_>, list: Option<&Around<'_, '_>>, text: &str) -> Option<Whole> {
    let list = list.filter(|list| matches!(list.node.kind, NodeKind::Sequence(_)))?;
    let (_, main, other) = MAIN.iter().find(|(key, ..)| *key == list.key)?;
    if !is_by_language(item.node) {
        return None;
    }
    let what = format!("this item of `{}` is a text alone, and nothing says what it is", list.key);
    let finding = wrong(item.node.span, what);
    let own = written(text, item.node.span);
    let is_flow = own.starts_with('{') && own.ends_with('}');
    let shown = if is_flow { own } else { "{en: ...}" };
    let (help, meant) = match other {
        Some(other) => (format!("write it behind `{main}`: `{{{main}: {shown}, {other}: ...}}`"), None),
        None => {
            let meant = format!("{{{main}: {shown}}}");
            (format!("write it behind `{main}`: `{meant}`"), Some(meant).filter(|_| is_flow))
        }
    };
    let finding = finding.help(help);
    Whole::of(
        match meant {
            Some(meant) => finding.replace(item.node.span, meant),
            None => finding,
        },
        item.node.span,
    )
}

/// The keys of an urgency in its own column instead of below it.
fn beside_its_urgency(around: &[Around<'_, '_>], at: Span) -> Option<Whole> {
    let standards = around.iter().find(|around| around.key == "standards" && !keys(around.node).is_empty())?.node;
    let entries = keys(standards);
    let own = |entry: &Pair<'_>| urgency::KEYS.contains(&&*entry.key);
    let place = entries.windows(2).position(|pair| match pair {
        [urgency, key] => urgency.value.is_absent() && !own(urgency) && own(key),
        _ => false,
    })?;
    let (urgency, first) = (entries.get(place)?, entries.get(place + 1)?);
    let stray: Vec<&Pair<'_>> = entries.iter().skip(place + 1).take_while(|entry| own(entry)).collect();
    let places: Vec<Span> = stray
        .iter()
        .map(|entry| Span { end: entry.value.span.end.max(entry.key_span.end), ..entry.key_span })
        .collect();
    if !places.iter().any(|place| place.start <= at.start && at.end <= place.end) {
        return None;
    }
    let what = format!("`{}` stands beside `{}:`, not below it", first.key, urgency.key);
    let help = match stray.len() {
        1 => "indent it by two more spaces".to_owned(),
        _ => format!("indent it and the keys up to `{}` by two more spaces", stray.last()?.key),
    };
    Some(Whole { finding: wrong(first.key_span, what).also(urgency.key_span, "the urgency").help(help), places })
}

/// Times of a promise beside the other keys of an entry instead of in its `standards`.
fn outside_standards(group: &Around<'_, '_>, known: &[&str], at: Span) -> Option<Whole> {
    let is_time = |entry: &&Pair<'_>| {
        !known.contains(&&*entry.key)
            && (TIMES.contains(&&*entry.key) || !other_words::meant(&entry.key, &TIMES).is_empty())
            && other_words::meant(&entry.key, known).is_empty()
    };
    let times: Vec<&Pair<'_>> = keys(group.node).iter().filter(is_time).collect();
    if !known.contains(&"standards") || known.contains(&"privacy") || !times.iter().any(|time| time.key_span == at) {
        return None;
    }
    let first = times.first()?;
    let pair = |entry: &&Pair<'_>| {
        let key = other_words::meant(&entry.key, &TIMES).first().copied().unwrap_or(&entry.key);
        match &entry.value.kind {
            NodeKind::Scalar { text, .. } if key != "target" && urgency::length(text).is_some() => {
                format!("{key}: {}", urgency::length(text).unwrap_or_default())
            }
            NodeKind::Scalar { text, .. } if !text.contains('\n') => format!("{key}: {}", quoted(text)),
            _ => format!("{key}: ..."),
        }
    };
    let times_meant = times.iter().map(pair).collect::<Vec<_>>().join(", ");
    let finding = Diagnostic::error("unknown-key", first.key_span, format!("there is no key `{}` here", first.key))
        .why("a promise is made for each urgency, so that its times stand below one");
    let named = keys(group.node).iter().find(|entry| entry.key == "standards").map(|entry| &entry.value.kind);
    let finding = finding.help(match named {
        None => format!("write it within `standards`: `standards: {{normal: {{{times_meant}}}}}`"),
        Some(NodeKind::Mapping(_)) => {
            format!("move it into `standards`, below its urgency: `normal: {{{times_meant}}}`")
        }
        Some(_) => format!("write it into `standards` in place of what stands there: `{{normal: {{{times_meant}}}}}`"),
    });
    Some(Whole { finding, places: times.iter().map(|entry| entry.key_span).collect() })
}

/// An entry below another one's keys, with its own keys below it.
fn entry_within_another((key, known): (&str, &[&str]), entry: &Pair<'_>, is_alone: bool) -> Option<Whole> {
    let own = keys(&entry.value);
    let ours = own.iter().filter(|entry| known.contains(&&*entry.key)).count();
    if ours < 2 || ours < own.len() || !other_words::meant(key, known).is_empty() {
        return None;
    }
    let what = format!("`{key}:` stands among the keys of another entry, with keys of an entry below it");
    let finding = Diagnostic::error("unknown-key", entry.key_span, what)
        .why("a key that is not known would be lost without a word");
    let finding = finding.help(match is_alone {
        true => "delete this line, and let the keys below it begin where it begins",
        false => {
            "if it is an entry of its own, let it begin in the column of the other one's id, and its keys below it"
        }
    });
    Whole::of(finding, Span { end: entry.value.span.end, ..entry.key_span })
}

/// An item of a list that is divided in two by a dash before its second key.
fn divided_item(list: &Node<'_>, missing: &str, (at, text): (Span, &str)) -> Option<Whole> {
    let NodeKind::Sequence(items) = &list.kind else { return None };
    let place = items.iter().position(|item| item.span == at)?;
    let has = |item: &Node<'_>, key: &str| keys(item).iter().any(|entry| entry.key == key);
    let item = items.get(place)?;
    let next = items.get(place + 1).filter(|next| has(next, missing)).map(|next| (item, next));
    let before = place.checked_sub(1).and_then(|before| items.get(before)).filter(|before| has(before, missing));
    let fits = |(first, second): &(&Node<'_>, &Node<'_>)| {
        let is_ours = |node: &Node<'_>| !keys(node).is_empty() && !keys(node).iter().any(Pair::is_misplaced);
        is_ours(first) && is_ours(second) && !keys(second).iter().any(|entry| has(first, &entry.key))
    };
    let (first, second) = next.into_iter().chain(before.map(|before| (before, item))).find(fits)?;
    let key = keys(second).first()?;
    let what = format!("the dash before `{}` begins another item of the list", key.key);
    let help = format!("write two spaces in place of the dash, so that it stands below `{}`", keys(first).first()?.key);
    let finding = wrong(key.key_span, what).also(keys(first).first()?.key_span, "its item").help(help);
    let start = key.key_span.start;
    let dash = Span { start: start.checked_sub(2)?, end: start, ..key.key_span };
    let finding = if written(text, dash) == "- " { finding.replace(dash, "  ") } else { finding };
    Some(Whole { finding, places: vec![first.span, second.span] })
}
