//! Colons that are missing or stand in the middle of a text.

use std::ops::Range;

use super::layout::Line;
use super::syntax_error::SyntaxError;

/// A colon between brackets with no comma before its key: the comma is missing, or it is part of a text.
pub(super) fn second_key(text: &str, line: &Line<'_>, colon: usize) -> SyntaxError {
    let before = text.get(line.start..colon).unwrap_or("");
    let word = before.len() - before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let key = text.get(colon - word..colon).unwrap_or("");
    let gap = text.get(..colon - word).unwrap_or("").trim_end();
    if gap.ends_with(';') {
        let semicolon = gap.len() - 1..gap.len();
        return SyntaxError::new(
            semicolon.clone(),
            "between brackets a comma stands between two keys, not `;`",
            "write `,`",
        )
        .instead(semicolon, ",");
    }
    let help = format!("if `{key}` is a key, write a comma before it; {IN_QUOTES}");
    SyntaxError::new(colon..colon + 1, "a colon in the middle of a text", help)
}

/// A key whose colon, or the space behind it, is missing before a bracket: `cost {en: Free}`, `what:{en: A key}`; or
/// before a text, on this line or as the first key of the group that goes on here: `- service:repair`.
pub(super) fn unmarked_key(line: &Line<'_>, above: Option<&Line<'_>>) -> Option<SyntaxError> {
    before_bracket(line).or_else(|| first_key(line, above?))
}

fn before_bracket(line: &Line<'_>) -> Option<SyntaxError> {
    let (from, text) = behind_dash(line);
    let bracket = text.find(['{', '[']).filter(|at| *at > 0)?;
    let head = text.get(..bracket)?;
    let key = head.trim_end().trim_end_matches(':');
    if !is_word(key) || head.trim_end().len() > key.len() + 1 {
        return None;
    }
    let gap = from + key.len()..from + bracket;
    if head.contains(':') {
        return (!head.ends_with(' '))
            .then(|| with_spaces(missing_space(gap.clone()), gap, text.get(bracket..).unwrap_or("")));
    }
    let at = from..from + key.len();
    let slip = |help: String| SyntaxError::new(at, format!("a colon is missing behind `{key}`"), help);
    let rest = text.get(bracket..)?;
    // Braces around a value alone are a slip of their own.
    let bare = rest.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).filter(|rest| !rest.contains(':'));
    Some(match bare.map(str::trim) {
        Some(words) if words.contains(',') => slip(format!("write `{key}: [{words}]`")),
        Some(word) => slip(format!("write `{key}: {word}`")),
        None => slip(format!("write `{key}:`, with a space behind it")).instead(gap, ": "),
    })
}

/// The line above begins the group to which this one belongs, and its colon was taken for a part of its text.
fn first_key(line: &Line<'_>, above: &Line<'_>) -> Option<SyntaxError> {
    let (from, text) = behind_dash(above);
    let beside = line.indent() == from - above.start;
    let Some((key, value)) = text.split_once(':') else {
        let is_bare =
            above.is_item() && beside && text.starts_with(char::is_alphabetic) && line.colons().next().is_some();
        return is_bare.then(|| text_before_keys(from..from + text.len(), text));
    };
    let tight = !value.is_empty() && !value.starts_with([' ', '/', ':']) && above.colons().next().is_none();
    (beside && tight && is_word(key) && line.colons().next().is_some())
        .then(|| missing_space(from + key.len()..from + key.len() + 1))
}

/// The first line of a group, without a colon, above one that has its own.
pub(super) fn first_line(line: &Line<'_>, above: Option<&Line<'_>>) -> Option<SyntaxError> {
    let above = above.filter(|above| above.indent() == line.indent() && !above.is_item() && !line.is_item())?;
    let is_bare = above.colons().next().is_none() && above.text.trim().starts_with(char::is_alphabetic);
    (is_bare && line.colons().count() == 1).then(|| missing_colon(above, None))
}

/// For an item that begins with a text and goes on with keys.
fn text_before_keys(at: Range<usize>, text: &str) -> SyntaxError {
    let meant = match text.split(' ').collect::<Vec<_>>().as_slice() {
        [key, value] if is_word(key) && key.starts_with(|c: char| c.is_lowercase()) => format!("{key}: {value}"),
        _ => format!("what: {text}"),
    };
    let what = "this item begins with a text without a key, and goes on with keys";
    SyntaxError::new(at, what, format!("write the key of the text before it, such as `{meant}`"))
}

/// The same for all keys in the brackets that follow, if they lack the space, too.
fn with_spaces(slip: SyntaxError, gap: Range<usize>, brackets: &str) -> SyntaxError {
    let mut meant = String::new();
    let mut key = String::new();
    for (at, sign) in brackets.char_indices() {
        meant.push(sign);
        let tight =
            brackets.get(at + 1..).is_some_and(|rest| !rest.starts_with([' ', '/', ',', '}']) && !rest.is_empty());
        match sign {
            '{' | ',' => key.clear(),
            ':' if tight && is_word(key.trim()) => meant.push(' '),
            _ => key.push(sign),
        }
    }
    let whole = gap.start..gap.end + brackets.len();
    if meant == brackets { slip } else { slip.instead(whole, format!(": {meant}")) }
}

fn missing_space(colon: Range<usize>) -> SyntaxError {
    let help = "write `key: value`, with a space between";
    SyntaxError::new(colon.clone(), "a space is missing behind this colon", help).instead(colon, ": ")
}

/// What stands on a line behind its dash, if it has one, and where.
fn behind_dash<'t>(line: &Line<'t>) -> (usize, &'t str) {
    let content = line.content();
    let text = line.text.trim();
    match text.strip_prefix('-').filter(|_| line.is_item()) {
        Some(rest) => (content.end - rest.trim_start().len(), rest.trim_start()),
        None => (content.start, text),
    }
}

/// True for what may be a key: one word, no time of day.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

pub(super) const IN_QUOTES: &str = "a text with `: ` in it belongs in quotes: \"...\"";

/// A line in which the parser looks for a colon in vain; `below` is the next one.
pub(super) fn missing_colon(line: &Line<'_>, below: Option<&Line<'_>>) -> SyntaxError {
    let content = line.content();
    if line.text.trim().starts_with(['{', '[']) {
        return SyntaxError::new(
            content.start..content.start + 1,
            "a group in brackets stands here without a dash or a key before it",
            "put `- ` before it if it is an item of the list above, otherwise its key",
        );
    }
    let sign = |sign: char| line.text.find(sign).map(|at| line.start + at..line.start + at + sign.len_utf8());
    if let Some(wide) = sign('：') {
        return SyntaxError::new(wide.clone(), "this is not a plain colon", "type a plain `:` and a space")
            .instead(wide, ": ");
    }
    if let Some(slip) = before_bracket(line) {
        return slip;
    }
    let tight = |colon: &Range<usize>| {
        !line.text.get(colon.end - line.start..).is_some_and(|rest| rest.starts_with("//") || rest.starts_with(' '))
    };
    if let Some(colon) = sign(':').filter(tight) {
        return missing_space(colon);
    }
    if let Some(equals) = sign('=') {
        return SyntaxError::new(equals.clone(), "a key is followed by a colon, not by `=`", "write `key: value`")
            .instead(line.trimmed_end(equals.start)..equals.end, ":");
    }
    let what = "there is no colon in this line";
    let text = line.text.trim();
    let opens = below.is_some_and(|below| below.indent() > line.indent());
    if opens && is_word(text) && !line.is_item() {
        return SyntaxError::new(content.clone(), what, format!("write `{text}:`"))
            .instead(content.end..content.end, ":");
    }
    let parts: Vec<&str> = text.split(' ').collect();
    let divided = match parts.as_slice() {
        [key, "–" | "—" | "-" | "->" | "→", value] => Some((*key, *value)),
        [key, value] => key.strip_suffix([',', ';']).map(|key| (key, *value)),
        _ => None,
    };
    if let Some((key, value)) = divided.filter(|(key, _)| is_word(key) && key.starts_with(char::is_lowercase)) {
        let meant = format!("{key}: {value}");
        let slip = SyntaxError::new(content.clone(), "a key is followed by a colon", format!("write `{meant}`"));
        return slip.instead(content, meant);
    }
    let goes_on = "if the line goes on with the text above it, indent it deeper than the key of that text";
    let meant = match text.split(' ').collect::<Vec<_>>().as_slice() {
        [key, value] if is_word(key) && key.starts_with(|c: char| c.is_lowercase()) => format!("{key}: {value}"),
        _ => "key: value".to_owned(),
    };
    SyntaxError::new(content, what, format!("write `{meant}`; {goes_on}"))
}
