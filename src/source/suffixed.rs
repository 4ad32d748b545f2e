//! Keys with a language behind them, `name_fi: ...`, where one key holds the texts by language.

use super::other_words;
use super::written::{quoted, text_of};
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{Node, NodeKind, Pair};

/// The keys that take a text by language.
const TEXTS: [&str; 24] = [
    "address",
    "answer",
    "asked_as",
    "body",
    "cost",
    "description",
    "directions",
    "for",
    "keywords",
    "knows",
    "label",
    "meaning",
    "name",
    "question",
    "requires",
    "role",
    "subject",
    "summary",
    "term",
    "title",
    "what",
    "when",
    "why",
    "you_receive",
];

/// The languages that people write behind a key; `id` and the like are none.
const LANGUAGES: [&str; 22] = [
    "ar", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro",
    "ru", "sv", "uk",
];

/// What is told of all keys of one text, and where they stand.
pub(super) fn told(
    (group, at): (&[Pair<'_>], Span),
    known: &[&str],
    (text, first): (&str, &str),
) -> Option<(Diagnostic, Vec<Span>)> {
    let entry = group.iter().find(|entry| entry.key_span == at)?;
    let (ours, _) = divided(&entry.key, known)?;
    let of_it = |entry: &Pair<'_>| match divided(&entry.key, known) {
        _ if entry.key == ours => Some(String::new()),
        Some((other, language)) if other == ours => Some(language),
        _ => None,
    };
    let all: Vec<(usize, &Pair<'_>, String)> =
        group.iter().enumerate().filter_map(|(place, entry)| Some((place, entry, of_it(entry)?))).collect();
    let (_, told, language) = all.iter().find(|(.., language)| !language.is_empty())?;
    let finding = Diagnostic::error("unknown-key", told.key_span, format!("there is no key `{}` here", told.key))
        .why("the languages of a text stand together, below its one key");
    let places = all.iter().filter(|(.., language)| !language.is_empty()).map(|(_, entry, _)| entry.key_span).collect();
    let by_language = all.iter().find(|(_, entry, _)| matches!(entry.value.kind, NodeKind::Mapping(_)));
    if by_language.is_some() {
        let meant = format!("{language}: {}", meant(&told.value).unwrap_or_else(|| "...".to_owned()));
        return Some((finding.help(format!("move it below `{ours}`: `{meant}`")), places));
    }
    let pairs = all.iter().map(|(_, entry, language)| {
        let language = if language.is_empty() { first } else { language };
        Some(format!("{language}: {}", meant(&entry.value)?))
    });
    let Some(pairs) = pairs.collect::<Option<Vec<_>>>() else {
        return Some((finding.help(format!("write `{ours}:`, and below it `{language}:` with this text")), places));
    };
    let whole = format!("{ours}: {{{}}}", pairs.join(", "));
    let finding = finding.help(format!("write the languages in one group: `{whole}`"));
    let ((start, from, _), (end, until, _)) = (all.first()?, all.last()?);
    let span = Span { end: until.value.span.end, ..from.key_span };
    let written = text.get(span.start as usize..span.end as usize).unwrap_or("");
    let is_whole = end - start + 1 == all.len() && !written.contains(" #");
    Some((if is_whole { finding.replace(span, whole) } else { finding }, places))
}

/// A text, or a list of texts, as it stands between braces.
fn meant(node: &Node<'_>) -> Option<String> {
    match &node.kind {
        NodeKind::Sequence(items) => {
            let items: Vec<String> = items.iter().map(|item| text_of(item).map(quoted)).collect::<Option<_>>()?;
            Some(format!("[{}]", items.join(", ")))
        }
        _ => text_of(node).filter(|text| !text.is_empty()).map(quoted),
    }
}

/// Our key and the language of `name_fi`, `name (fi)`, `nameFi` and `fi_name`.
fn divided<'k>(key: &str, known: &[&'k str]) -> Option<(&'k str, String)> {
    let key = key.trim().trim_end_matches([')', ']']);
    let signs = ['_', '-', '.', ' ', '(', '[', '@', ':'];
    let last = key.char_indices().rev().nth(1).map(|(at, _)| key.split_at(at));
    let camel = last.filter(|(_, end)| end.starts_with(|c: char| c.is_ascii_uppercase()));
    let behind = key.rsplit_once(signs);
    let before = key.split_once(signs).map(|(language, key)| (key, language));
    [behind, before, camel].into_iter().flatten().find_map(|(name, language)| {
        let language = language.to_lowercase();
        let name = name.trim_end_matches(signs);
        let meant = || other_words::meant(name, known).first().copied();
        let ours = known.iter().copied().find(|key| *key == name).or_else(meant)?;
        (LANGUAGES.contains(&&*language) && TEXTS.contains(&ours)).then_some((ours, language))
    })
}
