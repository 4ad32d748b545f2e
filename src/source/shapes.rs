//! What an author wrote where another shape is needed: a list for one value, one value or a group for a list, a
//! list for a group.

use super::written::{quoted, text_of, wrong};
use super::{for_one, items, lists_meant, other_words};
use crate::clock::{Deadline, Hours};
use crate::diagnostic::wording::joined;
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{Node, NodeKind, Pair};

/// How what is needed begins where a list stands.
const LIST: &str = "a list";

/// Keys that take a list of groups, each with a group to begin with; `{}` stands for what was written.
const LISTS_OF_GROUPS: [(&str, &str); 14] = [
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
    ("short_days", "{on: 2026-12-23, hours: \"08:00-12:00\"}"),
    ("steps", "{what: ..., who: ...}"),
    ("you_provide", "{what: ...}"),
];

/// True for a key that takes a list, so that one value cannot stand behind it.
pub(super) fn takes_a_list(key: &str) -> bool {
    items::is_list_of_words(key) || LISTS_OF_GROUPS.iter().any(|(list, _)| *list == key)
}

/// A list of groups with one language each, `- pl: ...`, as the one group that it was meant as.
pub(super) fn by_language(list: &Node<'_>) -> Option<String> {
    let NodeKind::Sequence(items) = &list.kind else { return None };
    let pair = |item: &Node<'_>| match &item.kind {
        NodeKind::Mapping(entries) => match entries.as_slice() {
            [entry] => text_of(&entry.value).map(|text| format!("{}: {}", entry.key, quoted(text))),
            _ => None,
        },
        _ => None,
    };
    let pairs: Vec<String> = items.iter().map(pair).collect::<Option<_>>()?;
    (!pairs.is_empty()).then(|| format!("{{{}}}", pairs.join(", ")))
}

/// A list where one text by language was meant.
pub(super) fn list_for_text(key: &str, meant: String, span: Span) -> Diagnostic {
    wrong(span, format!("`{key}` takes one text, by language, and this is a list"))
        .help(format!("write the languages in one group, without dashes: `{key}: {meant}`"))
}

/// A list behind a key that takes one value.
pub(super) fn list_for_one(
    (key, known, expected): (&str, &'static [&'static str], &str),
    items: &[String],
    span: Span,
) -> Diagnostic {
    let several: Vec<String> = other_words::several(key, known).iter().map(|key| format!("`{key}`")).collect();
    let diagnostic = wrong(span, format!("`{key}` takes one value, and this is a list"));
    if let [only] = items {
        let help = format!("write it without brackets and without a dash: `{key}: {only}`");
        let plain = only.chars().all(|c| c.is_alphanumeric() || "._-: /".contains(c)) && !only.contains(": ");
        return if plain { diagnostic.help(help).replace(span, only.as_str()) } else { diagnostic.help(help) };
    }
    if key == "who" && known.contains(&"when") {
        return for_one::turns(diagnostic, items);
    }
    diagnostic.help(match (key, several.as_slice()) {
        ("hours" | "when", _) if hours_of(items).is_some() => {
            let meant = hours_of(items).unwrap_or_default();
            format!("write them as one text, with commas between them: `\"{meant}\"`")
        }
        _ if expected.starts_with("text, or a group") => {
            format!("write one text, or one for each language: `{key}: {{en: ..., fi: ...}}`")
        }
        ("email" | "phone", []) => {
            format!("write one here; where `channels` stand, each has an item of its own: `{{{key}: ...}}`")
        }
        (_, []) => "write one value here".to_owned(),
        (_, [one]) => format!("write one value here; {one} takes several"),
        (_, many) => format!("write one value here; {} take several", joined(many)),
    })
}

/// A text whose colon was meant to end a key, where a group stands: `service:repair`.
pub(super) fn tight_key(text: &str, expected: &str, span: Span) -> Option<Diagnostic> {
    let (key, value) = text.split_once(':')?;
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let is_address = value.starts_with('/') || key == "mailto" || key == "tel";
    let is_group = expected.contains('`') && !expected.starts_with("text") && !expected.starts_with(LIST);
    if !is_key || is_address || value.is_empty() || value.contains(['\n', ':']) || !is_group {
        return None;
    }
    let meant = format!("{key}: {value}");
    let finding = Diagnostic::error("missing-space", span, format!("a space is missing behind the colon in `{text}`"))
        .why("without it the whole is taken for one word");
    Some(finding.help(format!("write `{meant}`")).replace(span, meant))
}

/// One value, `text`, where a list stands, and as it is `written`. `entry` is what it stands behind.
pub(super) fn one_for_list(
    entry: Option<&Pair<'_>>,
    (text, written): (&str, &str),
    (found, span): (&str, Span),
) -> Diagnostic {
    let diagnostic = wrong(span, format!("expected a list, found {found}"));
    let key = entry.map_or("", |entry| &*entry.key);
    if text.starts_with('-') && !text.contains('\n') {
        return diagnostic
            .help("a space is missing behind the dash: write `- ` before each item of a list")
            .replace(span, format!("- {}", text.trim_start_matches('-')));
    }
    if let Some((_, group)) = LISTS_OF_GROUPS.iter().find(|(list, _)| *list == key) {
        return match group_of(key, group, text).or_else(|| lists_meant::of_text(key, text, written)) {
            Some(meant) => diagnostic.help(format!("write a list of groups: `{meant}`")).replace(span, meant),
            None => diagnostic.help(format!("write a list of groups: `[{}]`", group.replace("{}", "..."))),
        };
    }
    if let Some(meant) = lists_meant::standards(key, text) {
        return diagnostic.help(format!("write it by urgency: `standards: {meant}`")).replace(span, meant);
    }
    let items: Vec<String> = items::all(key, text, written).iter().map(|item| quoted(item)).collect();
    let meant = format!("[{}]", items.join(", "));
    let help = match items.len() > 1 {
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

/// Keys of which people write a group, the one text behind the other: with the keys that both have in a list.
const PAIRS: [(&str, &str, &str); 8] = [
    ("escalate", "to", "after"),
    ("faq", "question", "answer"),
    ("glossary", "term", "meaning"),
    ("links", "name", "url"),
    ("members", "person", "role"),
    ("not_included", "what", "go_to"),
    ("rota", "who", "when"),
    ("you_provide", "what", "why"),
];

/// Groups that people write as the one text that matters most in them, by how it is said what is needed.
const GROUPS: [(&str, &str); 6] = [
    ("a dependency", "service"),
    ("a step", "what"),
    ("an audience", "name"),
    ("an escalation", "to"),
    ("what is not included", "what"),
    ("what the reader brings", "what"),
];

/// The group that was meant by a text in the place of one.
pub(super) fn text_for_group(expected: &str, text: &str) -> Option<String> {
    if expected.starts_with("a channel") {
        let list = group_of("channels", "", text)?;
        return list.strip_prefix('[')?.strip_suffix(']').map(str::to_owned);
    }
    if expected.starts_with("a deadline") {
        return Deadline::meant(text);
    }
    if text.contains('\n') {
        return None;
    }
    if let Some(list) = lists_meant::escalation(text).filter(|_| expected.starts_with("an escalation")) {
        return list.strip_prefix('[')?.strip_suffix(']').map(str::to_owned);
    }
    let (_, key) = GROUPS.iter().find(|(what, _)| expected.starts_with(what))?;
    Some(format!("{{{key}: {}}}", quoted(text)))
}

/// A group where a list stands behind `entry`; `written` is the group as it stands in the file.
pub(super) fn group_for_list(entry: Option<&Pair<'_>>, written: &str, (found, span): (&str, Span)) -> Diagnostic {
    let diagnostic = wrong(span, format!("expected a list, found {found}"));
    let key = entry.map_or("", |entry| &*entry.key);
    let pairs = match entry.map(|entry| &entry.value.kind) {
        Some(NodeKind::Mapping(pairs)) => pairs.as_slice(),
        _ => &[],
    };
    if matches!(key, "languages" | "locales") && !pairs.is_empty() {
        let codes: Vec<&str> = pairs.iter().map(|pair| &*pair.key).collect();
        let meant = format!("[{}]", codes.join(", "));
        return diagnostic.help(format!("write the codes alone, in square brackets: `{meant}`")).replace(span, meant);
    }
    if let Some(meant) = lists_meant::channels(key, pairs) {
        let help = format!("make each an item of a list: `channels: {meant}`");
        return diagnostic.help(help).replace(span, meant);
    }
    if let Some(meant) = lists_by_language(pairs) {
        let help = format!("each item is one text in its languages: `{meant}`");
        return diagnostic.help(help).replace(span, meant);
    }
    if let Some((_, one, other)) = PAIRS.iter().find(|(list, ..)| *list == key)
        && !pairs.iter().any(|pair| [*one, *other].contains(&&*pair.key))
        && let Some((pair, text)) = pairs.iter().find_map(|pair| Some((pair, text_of(&pair.value)?)))
    {
        let meant = format!("- {{{one}: {}, {other}: {}}}", quoted(&pair.key), quoted(text));
        return diagnostic.help(format!("write each as an item of a list, with a dash before it: `{meant}`"));
    }
    if written.starts_with('{') && written.ends_with('}') {
        return diagnostic
            .help("put square brackets around it, even if it is only one")
            .replace(span, format!("[{written}]"));
    }
    diagnostic.help("each item of a list begins with `- `, and its keys stand below one another behind the dash")
}

/// Lists by language, `{en: [Stains], fi: [Tahrat]}`, as the list of texts by language that was meant.
fn lists_by_language(pairs: &[Pair<'_>]) -> Option<String> {
    let items = |pair: &Pair<'_>| match &pair.value.kind {
        NodeKind::Sequence(items) => items.iter().map(|item| text_of(item).map(quoted)).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    let lists: Vec<Vec<String>> = pairs.iter().map(items).collect::<Option<_>>()?;
    let is_language = |pair: &Pair<'_>| (2..=3).contains(&pair.key.split('-').next().unwrap_or("").len());
    let longest = lists.iter().map(Vec::len).max().filter(|_| pairs.iter().all(is_language))?;
    let text = |place: usize| {
        let versions = pairs.iter().zip(&lists);
        let versions = versions.filter_map(|(pair, list)| Some(format!("{}: {}", pair.key, list.get(place)?)));
        format!("{{{}}}", versions.collect::<Vec<_>>().join(", "))
    };
    Some(format!("[{}]", (0..longest).map(text).collect::<Vec<_>>().join(", ")))
}

/// Several hours as one text.
fn hours_of(items: &[String]) -> Option<String> {
    let read = |text: String| match Hours::parse(&text) {
        Ok(_) => Some(text),
        Err(error) => error.suggestion,
    };
    let rules: Option<Vec<String>> = items.iter().map(|item| read(item.clone())).collect();
    read(items.join(", ")).or_else(|| read(rules?.join(", "))).filter(|_| !items.is_empty())
}

/// A text of several lines without its bar, read as a group since a line of it ends with a colon.
pub(super) fn text_without_bar(entry: &Pair<'_>) -> Option<Diagnostic> {
    let NodeKind::Mapping(lines) = &entry.value.kind else { return None };
    let first = lines.first().filter(|line| line.key.contains(' '))?;
    let what = format!("below `{}` stands a text of several lines, and nothing says so", entry.key);
    let finding = wrong(entry.key_span, what).also(first.key_span, "here it begins");
    Some(finding.help(format!("write `|` behind the colon: `{}: |`", entry.key)))
}

/// True for a key behind which hours stand.
pub(super) fn is_of_hours(entry: &Pair<'_>) -> bool {
    entry.key == "hours" || entry.key == "when"
}

/// A group by weekdays where hours stand as one text.
pub(super) fn group_for_hours(entry: Option<&Pair<'_>>, span: Span) -> Diagnostic {
    let diagnostic = wrong(span, "hours are one text, and this is a group of `key: value` lines".to_owned());
    let rules: Option<Vec<String>> = match entry.map(|entry| &entry.value.kind) {
        Some(NodeKind::Mapping(days)) => days.iter().map(|day| Some(rule(&day.key, text_of(&day.value)?))).collect(),
        _ => None,
    };
    let written = rules.unwrap_or_default().join("; ");
    let meant = match Hours::parse(&written) {
        Ok(_) => Some(written),
        Err(error) => error.suggestion,
    };
    match meant {
        Some(meant) => {
            let help = format!("write the days before their times, in quotes: `\"{meant}\"`");
            diagnostic.help(help).replace(span, format!("\"{meant}\""))
        }
        None => {
            diagnostic.help("write the days before their times, in quotes: `\"Mo-Th 08:00-16:00; Fr 08:00-14:00\"`")
        }
    }
}

/// The hours of a day as a rule of the notation.
fn rule(day: &str, times: &str) -> String {
    let rule = format!("{day} {times}");
    let meant = Hours::parse(&rule).err().and_then(|error| error.suggestion);
    meant.unwrap_or(rule)
}

/// A list where a group stands.
pub(super) fn list_for_group(expected: &str, (entry, span): (Option<&Pair<'_>>, Span)) -> Diagnostic {
    let of_entries = expected.contains("under its id");
    let diagnostic = wrong(span, format!("expected {expected}, found a list"));
    if let Some(meant) = entry.filter(|_| of_entries).and_then(group_by_id) {
        return diagnostic.help(format!("write them in one group: `{meant}`")).replace(span, meant);
    }
    diagnostic.help(match of_entries {
        _ if expected.starts_with("one value, or") => "write one of the two here, without brackets and dashes",
        true => "write each entry below its id, without a dash: `the-id:`, and its keys indented below it",
        false => "delete the dashes or brackets: its keys stand below one another without them",
    })
}

/// The group that was meant by a list of words, each with its name in readers' words (`[gold, silver]`), or of groups
/// with one key each.
fn group_by_id(entry: &Pair<'_>) -> Option<String> {
    let NodeKind::Sequence(items) = &entry.value.kind else { return None };
    let words = || -> Option<Vec<String>> { items.iter().map(|item| text_of(item).and_then(named)).collect() };
    match entry.key == "choices" {
        true => words().filter(|_| !items.is_empty()).map(|pairs| format!("{{{}}}", pairs.join(", "))),
        false => by_language(&entry.value),
    }
}

/// `gold: Gold`
fn named(word: &str) -> Option<String> {
    let id = word.trim().to_lowercase().replace([' ', '_'], "-");
    let is_id = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let mut letters = word.trim().chars();
    let first = letters.next()?.to_uppercase();
    is_id.then(|| format!("{id}: {}", quoted(&format!("{first}{}", letters.as_str()))))
}

/// A group where a length of time stands, such as the time of day that a promise may name.
pub(super) fn group_for_length(key: &str, span: Span) -> Option<Diagnostic> {
    let is_length = matches!(key, "own_work" | "takes" | "after" | "handling");
    is_length.then(|| {
        wrong(span, format!("`{key}` is a length of time, and this is a group"))
            .help("write `30m`, `4h`, `2d` or `1d 4h`; a time of day is for `first_response` and `resolution` alone")
    })
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
