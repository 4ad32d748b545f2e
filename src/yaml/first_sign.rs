//! Texts that begin with a sign that has a meaning of its own in YAML.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::extent::extent;
use super::layout::Line;
use super::quotes;
use super::syntax_error::SyntaxError;

/// Values that begin with a character that has a meaning of its own.
pub(super) fn special_beginning(text: &str, line: &Line<'_>, at: usize, error: &ErrorKind) -> Option<SyntaxError> {
    let reserved = is_reserved(error) || matches!(error, ErrorKind::UnexpectedCharacter { .. });
    let bracket = quotes::open(text, 0, at).sign(text);
    let value = match bracket.is_some() && reserved {
        true => extent(line, beginning_at(line, at)?, bracket),
        false => line.value(),
    };
    let whole = text.get(value.clone())?;
    let first = whole.chars().next()?;
    if reserved && whole.starts_with("* ") && bracket.is_none() {
        return starred(text, line);
    }
    let here = value.start..value.start + first.len_utf8();
    match first {
        '|' | '>'
            if matches!(
                error,
                ErrorKind::InvalidBlockScalarHeader
                    | ErrorKind::ZeroBlockScalarIndent
                    | ErrorKind::TabAtBlockScalarStart
                    | ErrorKind::InvalidBlockScalarIndent
            ) =>
        {
            Some(SyntaxError::new(
                here,
                format!("behind `{first}` nothing else may stand"),
                "begin the text on the next line, two spaces deeper",
            ))
        }
        '-' if *error == ErrorKind::BlockSequenceEntryNotAllowed => Some(SyntaxError::new(
            here,
            "a list cannot begin behind a key",
            "begin each item on a line of its own below the key; or put a text that begins with `-` in quotes",
        )),
        '*' | '&' | '!' | '?' | '@' | '`' | '%' if reserved => Some(reserved_sign(here, first, value, whole)),
        '[' if whole.starts_with("[ ] ") || whole.starts_with("[x] ") => {
            let at = value.start..value.start + "[ ] ".len();
            let slip = SyntaxError::new(at.clone(), "a box to tick is no part of a text", "delete the box");
            Some(slip.instead(at, ""))
        }
        '{' | '[' if at > value.start && line.contains(at) && ends_early(error) => Some(SyntaxError::new(
            here,
            format!("a text that begins with `{first}` is taken for a {}", if first == '{' { "group" } else { "list" }),
            "put the whole text in quotes: \"...\"",
        )),
        _ => None,
    }
}

/// Items of a list that begin with a star, all that follow one another.
fn starred(text: &str, first: &Line<'_>) -> Option<SyntaxError> {
    let starts = first.content().start;
    let is_doubled = first.is_item();
    let mark = if is_doubled { "- * " } else { "* " };
    let mut meant = String::new();
    let mut end = starts;
    for (place, line) in text.get(starts..)?.split('\n').enumerate() {
        let Some(rest) = line.trim_start().strip_prefix(mark) else { break };
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or("");
        meant.push_str(if place == 0 { "" } else { "\n" });
        meant.push_str(&format!("{indent}- {rest}"));
        end += line.len() + usize::from(place > 0);
    }
    let at = starts + mark.len() - 2..starts + mark.len() - 1;
    let help = match is_doubled {
        true => "delete the `*`: the dash before it begins the item",
        false => "begin each item with `- ` in place of `* `",
    };
    let slip = SyntaxError::new(at, "the items of a list begin with `-`, not with `*`", help);
    Some(if end > starts { slip.instead(starts..end, meant) } else { slip })
}

/// For a text that begins with a sign of YAML's own.
fn reserved_sign(here: Range<usize>, first: char, value: Range<usize>, whole: &str) -> SyntaxError {
    let slip = |help: String| SyntaxError::new(here.clone(), format!("text cannot begin with `{first}`"), help);
    let figure = whole.strip_prefix('%').map(str::trim).filter(|rest| rest.chars().all(|c| c.is_ascii_digit()));
    if let Some(figure) = figure.filter(|figure| !figure.is_empty()) {
        let meant = format!("{figure}%");
        return slip(format!("the sign stands behind its figure: `{meant}`")).instead(value, meant);
    }
    let id = whole.strip_prefix('@').filter(|id| {
        id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
    });
    if let Some(id) = id {
        return slip(format!(
            "write the id of a person without it, `{id}`, and a name in the chat in quotes: \"{whole}\""
        ));
    }
    match whole.contains('"') || whole.contains('\\') {
        true => slip("put the text in quotes: \"...\"".to_owned()),
        false => slip(format!("put the text in quotes: \"{whole}\"")).instead(value, format!("\"{whole}\"")),
    }
}

/// Where the text between brackets begins at which the parser gave up.
fn beginning_at(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.text.get(..=at.saturating_sub(line.start)).map_or(line.text.len(), str::len);
    let before = line.text.get(..end)?;
    let begins = |(start, sign): &(usize, char)| {
        "*&!@`%?".contains(*sign) && line.text.get(..*start).is_some_and(|head| head.ends_with([' ', '{', '[', ',']))
    };
    before.char_indices().rev().find(begins).map(|(start, _)| line.start + start)
}

/// True when the parser read a sign of its own at the beginning of a text.
fn is_reserved(error: &ErrorKind) -> bool {
    matches!(
        error,
        ErrorKind::MissingAnchorOrAliasName
            | ErrorKind::UnknownAnchor
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::UndeclaredTagHandle
            | ErrorKind::MissingTagUri
            | ErrorKind::InvalidTagTerminator
    )
}

/// True when the parser took a value to be complete, and something follows it.
fn ends_early(error: &ErrorKind) -> bool {
    matches!(error, ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry)
}
