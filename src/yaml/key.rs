//! Keys that cannot stand as they are written.

use std::borrow::Cow;
use std::collections::HashMap;

use super::tree::Pair;
use crate::diagnostic::{Diagnostic, Span, invisible};

/// Groups up to this size look for doubled keys by walking; larger ones by a table.
pub(super) const SMALL_GROUP: usize = 24;

/// Words of the catalog's format that could be taken for languages.
const NO_LANGUAGES: [&str; 15] =
    ["ask", "at", "by", "faq", "for", "id", "map", "on", "or", "say", "to", "url", "web", "who", "why"];

/// True for a key that reads like the code of a language: `sv`, `pt-BR`.
pub fn is_language(key: &str) -> bool {
    let (part, region) = key.split_once('-').unwrap_or((key, "XX"));
    let small = (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase());
    small && region.chars().all(char::is_alphanumeric) && !NO_LANGUAGES.contains(&key)
}

/// Where a key stood before in its group; `seen` is the table of a large one.
pub(super) fn doubled<'t>(entries: &[Pair<'t>], seen: &mut HashMap<Cow<'t, str>, Span>, key: &str) -> Option<Span> {
    if entries.len() < SMALL_GROUP {
        return entries.iter().find(|e| e.key == key).map(|e| e.key_span);
    }
    if seen.is_empty() {
        seen.extend(entries.iter().map(|e| (e.key.clone(), e.key_span)));
    }
    seen.get(key).copied()
}

/// A key as it is seen: without spaces behind it, and without the signs in it that nobody sees, which were reported
/// where they are no mere hyphens.
pub(super) fn seen(key: Cow<'_, str>, clean: bool) -> Cow<'_, str> {
    if key.is_ascii() || clean && invisible::odd(&key).is_none() {
        return key;
    }
    let odd_ahead = key.len() - key.trim_start().len();
    let (ahead, rest) = key.split_at(odd_ahead);
    format!("{ahead}{}", invisible::without(invisible::trimmed(rest))).into()
}

/// For a key with spaces before it that YAML takes for letters.
pub(super) fn odd_indentation(key: Span, odd: char) -> Diagnostic {
    let what =
        format!("before this key stands an odd space (U+{:04X}) that YAML does not take for one", u32::from(odd));
    Diagnostic::error("invalid-yaml", key, what)
        .why("the space is taken for a part of the key")
        .help("delete it and indent with plain spaces; it often comes with text copied from another program")
}

pub(super) fn double_key(key: &str, span: Span, first: Span, heads_lines: bool) -> Diagnostic {
    Diagnostic::error("duplicate-key", span, format!("the key `{key}` stands twice in the same group"))
        .label("again here")
        .also(first, "first here")
        .why("only one of the two could count, and nobody could tell which")
        .help(match heads_lines {
            true => "if two entries were meant, give one of them another id; if not, join what stands below the two",
            false => "keep one of them; join lists into one",
        })
}

pub(super) fn merge_key(span: Span) -> Diagnostic {
    Diagnostic::error("unsupported-yaml", span, "a merge key (`<<`) is not part of the catalog format")
        .why("a catalog uses plain YAML only, so that everyone can read every file")
        .help("write the values out where they are needed")
}
