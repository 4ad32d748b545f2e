//! Addresses of entries in Markdown outside of a link's brackets, and links as wikis write them.

use std::ops::Range;

use crate::model::{EntryKind, Meaning, References};

/// What is no link: its bytes, what is wrong and what to do.
pub(super) type Near = (Range<usize>, String, String);

/// Where an address ends that has no bracket behind it.
const ENDS: [char; 16] = [' ', '\n', '\t', ')', ']', '}', '>', ',', ';', '"', '\'', '`', '*', '|', '!', '?'];

/// All of them in a text.
pub(super) fn all(text: &str, references: &References<'_>) -> Vec<Near> {
    let mut found = Vec::new();
    if text.contains("[[") {
        found.extend(of_wikis(text, references));
    }
    // Each address of an entry has a colon.
    for (colon, _) in text.match_indices(':') {
        let before = text.get(..colon).unwrap_or_default();
        let nouns = EntryKind::ALL.iter().map(|kind| kind.noun()).filter(|noun| before.ends_with(noun));
        found.extend(nouns.filter_map(|noun| one(text, (colon - noun.len(), noun), references)));
    }
    found
}

/// `service:pay` in the running text, `[pay](service: pay)`, `[pay]service:pay`.
fn one(text: &str, (at, noun): (usize, &str), references: &References<'_>) -> Option<Near> {
    let (before, rest) = (text.get(..at)?, text.get(at + noun.len() + 1..)?);
    let in_link = before.ends_with("](");
    let id = rest.trim_start_matches(' ');
    let spaces = rest.len() - id.len();
    let id = id.get(..id.find(ENDS).unwrap_or(id.len()))?.trim_end_matches(['.', ':']);
    let meant = format!("{noun}:{id}");
    if id.is_empty() || !matches!(references.meaning(&meant), Meaning::Entry(..)) {
        return None;
    }
    let end = at + noun.len() + 1 + spaces + id.len();
    if in_link {
        let what = format!("a space stands behind the colon of `{noun}:`, so that this is no link");
        return (spaces > 0).then(|| (at..end, what, format!("write `({meant})`")));
    }
    // What stands between backticks, or in a path, is told to readers as it is.
    let stands_alone = before.ends_with([' ', '\n', '(', '[', ']', '*']) || before.is_empty();
    let in_code = before.rsplit('\n').next().is_some_and(|line| line.matches('`').count() % 2 == 1);
    if spaces > 0 || !stands_alone || in_code || before.ends_with("![") {
        return None;
    }
    let words = before.strip_suffix(']').and_then(|before| before.rsplit_once('[')).map_or("...", |(_, words)| words);
    let begin = if words == "..." { at } else { at - words.len() - 2 };
    let what = format!("`{meant}` stands in no brackets of a link, so that readers see it as it is");
    Some((begin..end, what, format!("write the words of the link before it: `[{words}]({meant})`")))
}

/// Whether a place stands between backticks, in a fenced block or in an indented one, as far as its line and the fences
/// above it tell.
fn is_code(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_fence = |line: &&str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    let is_fenced = before.lines().filter(is_fence).count() % 2 == 1;
    is_fenced || line.starts_with("    ") || line.matches('`').count() % 2 == 1
}

/// `[[pay]]`
fn of_wikis(text: &str, references: &References<'_>) -> Vec<Near> {
    let link = |(at, _): (usize, &str)| {
        let inner = text.get(at + 2..)?;
        let inner = inner.get(..inner.find("]]")?).filter(|inner| !inner.contains(['\n', '[', '`']))?;
        if is_code(text, at) {
            return None;
        }
        let (id, words) = inner.split_once('|').unwrap_or((inner, inner));
        let address = match references.meaning(id) {
            Meaning::Entry(entry, _) => format!("{}:{id}", entry.kind().noun()),
            _ => "service:...".to_owned(),
        };
        let what = "two square brackets make a link in a wiki, and none here".to_owned();
        Some((at..at + inner.len() + 4, what, format!("write `[{words}]({address})`")))
    };
    text.match_indices("[[").filter_map(link).collect()
}
