//! Keys without a colon, which stand between brackets where a text has a comma in it: `{en: one, two}`,
//! `{hours: Mo 08:00-12:00,13:00-16:00}`; and a colon without a space: `{who:you}`.

use std::borrow::Cow;
use std::ops::Range;

use super::key::is_language;
use super::tree::{Node, NodeKind, Pair};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};

/// The entries of a group without such keys, which are reported. `text` begins at byte `offset` of its file.
pub(super) fn without<'t>(
    entries: Vec<Pair<'t>>,
    (text, offset): (&str, usize),
    diagnostics: &mut Diagnostics,
) -> Vec<Pair<'t>> {
    let range = |span: Span| span.start as usize - offset..span.end as usize - offset;
    let mut kept: Vec<Pair<'t>> = Vec::with_capacity(entries.len());
    let mut cut: Option<Cut> = None;
    let mut tight: Vec<(Span, Range<usize>)> = Vec::new();
    for entry in entries {
        let words = range(entry.key_span);
        let behind = text.get(words.end..).unwrap_or("").trim_start();
        let bare = entry.value.is_absent() && !behind.starts_with(':');
        match (bare, tight_colon(&entry.key), kept.last_mut()) {
            (true, Some(colon), _) => {
                tight.push((entry.key_span, range(entry.key_span)));
                let key = Cow::Owned(entry.key.get(..colon).unwrap_or("").to_owned());
                kept.push(Pair::new(key, entry.key_span, Node::new(entry.key_span, NodeKind::Broken)));
            }
            (true, None, Some(last)) if cut.is_some() || matches!(last.value.kind, NodeKind::Scalar { .. }) => {
                let (first, is_days) = (entry.key_span, last.key == "on");
                let cut = cut.get_or_insert_with(|| Cut { first, whole: range(last.value.span), is_days });
                cut.whole.end = words.end;
                last.value.kind = NodeKind::Broken;
                continue;
            }
            _ => kept.push(entry),
        }
        diagnostics.extend(cut.take().map(|cut| cut.reported(text, offset)));
    }
    diagnostics.extend(cut.map(|cut| cut.reported(text, offset)));
    diagnostics.extend(missing_spaces(&tight, text));
    kept
}

/// A list in braces, `{nurses, doctors}`, and keys with `=` in place of the colon, `{en=Pay, fi=Palkat}`.
pub(super) fn list_in_braces(entries: &[Pair<'_>], group: Span, (text, offset): (&str, usize)) -> Option<Diagnostic> {
    let bare = |entry: &Pair<'_>| entry.value.is_absent() && tight_colon(&entry.key).is_none();
    if entries.is_empty() || !entries.iter().all(bare) {
        return None;
    }
    let range = group.start as usize - offset..group.end as usize - offset;
    let inner = text.get(range)?.strip_prefix('{')?.strip_suffix('}')?;
    // `{email: }` has a colon with nothing behind it, which is another slip.
    if inner.contains([':', '"', '\'', '\n']) {
        return None;
    }
    let pairs: Option<Vec<(&str, &str)>> = inner.split(',').map(|pair| pair.split_once('=')).collect();
    let (what, why, meant) = match pairs {
        Some(pairs) => {
            let pairs: Vec<String> =
                pairs.iter().map(|(key, value)| format!("{}: {}", key.trim(), value.trim())).collect();
            let why = "without a colon the whole is taken for one word";
            ("a key is followed by a colon, not by `=`", why, format!("{{{}}}", pairs.join(", ")))
        }
        None => {
            let why = "between `{` and `}` stand keys with their values";
            ("a list stands between square brackets, not between braces", why, format!("[{}]", inner.trim()))
        }
    };
    let diagnostic = Diagnostic::error("invalid-yaml", group, what).why(why);
    Some(diagnostic.help(format!("write `{meant}`")).replace(group, meant))
}

/// A text that is cut by a comma.
struct Cut {
    /// The first words that are cut off.
    first: Span,
    /// All of the text.
    whole: Range<usize>,
    /// Whether it stands where days are listed.
    is_days: bool,
}

impl Cut {
    fn reported(self, text: &str, offset: usize) -> Diagnostic {
        let whole = text.get(self.whole.clone()).unwrap_or("");
        let words = text.get(self.first.start as usize - offset..self.whole.end).unwrap_or("");
        let (noun, nouns) = if has_time(words) { ("hours", "hours") } else { ("text", "a text") };
        let diagnostic = Diagnostic::error(
            "unquoted-comma",
            self.first,
            format!("`{words}` stands behind a comma and so is not part of the {noun} before it"),
        )
        .why("between `{` and `}` each comma begins a new `key: value`");
        if whole.contains(['"', '\n', '\'']) {
            return diagnostic.help("put a text with a comma in it in quotes: \"one, two\"");
        }
        let span = Span::new(self.first.file, self.whole.start + offset, self.whole.end + offset);
        if let Some((before, behind)) = whole.split_once(',')
            && !self.is_days
            && is_figure(before)
            && is_figure(behind.trim_end_matches(['%', ' ']))
        {
            let meant = format!("{before}.{behind}");
            let help = format!("write a point, not a comma, in a number: `{meant}`");
            return diagnostic.help(help).replace(span, meant);
        }
        if let Some(meant) = language(words, text) {
            let span = Span::new(self.first.file, self.first.start as usize, self.whole.end + offset);
            let code = meant.split(':').next().unwrap_or(&meant);
            return diagnostic.help(format!("a colon is missing behind `{code}`: `{meant}`")).replace(span, meant);
        }
        let parts: Vec<&str> = whole.split(',').map(str::trim).collect();
        // Ids with a sign in them are no text; bare words may be either.
        let are_ids = parts.iter().all(|part| is_id(part)) && parts.iter().any(|part| part.contains(['.', '-']));
        if are_ids || self.is_days || parts.iter().all(|part| is_figure(part)) {
            let list = format!("[{}]", parts.join(", "));
            return diagnostic.help(format!("put several of them between square brackets: {list}")).replace(span, list);
        }
        let curly = ['“', '”', '„', '«', '»', '‘', '’'];
        let bare =
            whole.strip_prefix(curly).and_then(|rest| rest.strip_suffix(curly)).filter(|rest| !rest.contains(curly));
        if let Some(bare) = bare {
            let quoted = format!("\"{bare}\"");
            let help = format!("write straight quotes, which YAML knows, in place of the curly ones: {quoted}");
            return diagnostic.help(help).replace(span, quoted);
        }
        let quoted = format!("\"{whole}\"");
        diagnostic.help(format!("put {nouns} with a comma in quotes: {quoted}")).replace(span, quoted)
    }
}

/// A text behind the code of a language without its colon, where the file writes in that language elsewhere.
fn language(words: &str, text: &str) -> Option<String> {
    let (code, said) = words.split_once(' ')?;
    let is_key = |(at, _): (usize, &str)| text.get(..at).is_some_and(|before| before.ends_with([' ', '{', '\n']));
    let is_used = text.match_indices(&format!("{code}: ")).any(is_key);
    (is_language(code) && is_used && !words.contains(',')).then(|| format!("{code}: {}", said.trim()))
}

/// The colon within a key between brackets that was meant to end it: `who:you`. One between digits is part of
/// a time of day.
fn tight_colon(key: &str) -> Option<usize> {
    let colon = key.find(':')?;
    let (before, behind) = (key.get(..colon)?, key.get(colon + 1..)?);
    let word = before.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let is_time = before.ends_with(|c: char| c.is_ascii_digit()) && behind.starts_with(|c: char| c.is_ascii_digit());
    (word && !is_time && !behind.is_empty() && !behind.starts_with('/')).then_some(colon)
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Small letters and figures, with dots, hyphens or underscores between them.
fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_'))
}

/// Whether a colon between two figures makes it a time of day.
fn has_time(words: &str) -> bool {
    let figure = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = words.as_bytes();
    words
        .match_indices(':')
        .any(|(at, _)| figure(at.checked_sub(1).and_then(|at| bytes.get(at))) && figure(bytes.get(at + 1)))
}

/// For the keys of a group that have no space behind their colon.
fn missing_spaces(keys: &[(Span, Range<usize>)], text: &str) -> Option<Diagnostic> {
    let ((first, from), (last, _)) = (keys.first()?, keys.last()?);
    let spaced = |key: &Range<usize>| text.get(key.clone()).unwrap_or("").replacen(':', ": ", 1);
    let key = text.get(from.clone())?;
    let diagnostic = |what: String| {
        Diagnostic::error("missing-space", *first, what).why("without it the whole is taken for one word")
    };
    if keys.len() == 1 {
        let what = format!("a space is missing behind the colon in `{key}`");
        return Some(diagnostic(what).help(format!("write `{}`", spaced(from))).replace(*first, spaced(from)));
    }
    let mut meant = String::new();
    let mut done = from.start;
    for (_, key) in keys {
        meant.push_str(text.get(done..key.start)?);
        meant.push_str(&spaced(key));
        done = key.end;
    }
    let more = if keys.len() == 2 { "another key" } else { "further keys" };
    let what = format!("a space is missing behind the colon in `{key}` and in {more} of the group");
    let whole = Span { end: last.end, ..*first };
    Some(diagnostic(what).help(format!("write `{meant}`")).replace(whole, meant))
}
