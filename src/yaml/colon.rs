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

pub(super) const IN_QUOTES: &str = "a text with `: ` in it belongs in quotes: \"...\"";

/// A line in which the parser looks for a colon in vain.
pub(super) fn missing_colon(line: &Line<'_>) -> SyntaxError {
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
    let tight = |colon: &Range<usize>| {
        !line.text.get(colon.end - line.start..).is_some_and(|rest| rest.starts_with("//") || rest.starts_with(' '))
    };
    if let Some(colon) = sign(':').filter(tight) {
        let help = "write `key: value`, with a space between";
        return SyntaxError::new(colon.clone(), "a space is missing behind this colon", help).instead(colon, ": ");
    }
    if let Some(equals) = sign('=') {
        return SyntaxError::new(equals.clone(), "a key is followed by a colon, not by `=`", "write `key: value`")
            .instead(line.trimmed_end(equals.start)..equals.end, ":");
    }
    SyntaxError::new(
        content,
        "there is no colon in this line",
        "write `key: value`; if the line goes on with the text above it, indent it deeper than the key of that text",
    )
}
