//! A template taken apart: text, code, and the names in code.

use std::ops::Range;

/// A part of a template. White space that code takes away (`{%-`) is gone from the text beside it, and comments are
/// gone, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'s> {
    /// What is printed as it stands.
    Text(&'s str),
    /// `{{ ... }}`, without the braces.
    Print(&'s str),
    /// `{% ... %}`, likewise.
    Tag(&'s str),
}

/// The parts of a template.
pub(super) fn parts(source: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = source;
    let mut trimmed = false;
    while !rest.is_empty() {
        let start = rest.match_indices('{').find_map(|(at, _)| code_end(rest, at).map(|end| (at, end)));
        let (at, end) = start.unwrap_or((rest.len(), rest.len()));
        let (mut text, code) = (&rest[..at], &rest[at..end]);
        let (open, close) = (code.get(..2), code.len().checked_sub(2));
        let inner = close.and_then(|close| code.get(2..close)).unwrap_or_default();
        if trimmed {
            text = text.trim_start();
        }
        if inner.starts_with('-') {
            text = text.trim_end();
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        trimmed = inner.ends_with('-');
        let inner = inner.strip_prefix('-').unwrap_or(inner);
        let inner = inner.strip_suffix('-').unwrap_or(inner).trim();
        match open {
            Some("{{") => parts.push(Part::Print(inner)),
            Some("{%") => parts.push(Part::Tag(inner)),
            _ => {}
        }
        rest = &rest[end..];
    }
    parts
}

/// Where template code that begins at a place ends, if any begins there.
pub(super) fn code_end(source: &str, at: usize) -> Option<usize> {
    let close = match source.get(at..at + 2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    Some(source[at + 2..].find(close).map_or(source.len(), |end| at + 2 + end + 2))
}

/// Words that are no names.
const KEYWORDS: [&str; 25] = [
    "and",
    "or",
    "not",
    "is",
    "in",
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "block",
    "endblock",
    "include",
    "extends",
    "component",
    "endcomponent",
    "break",
    "continue",
    "true",
    "false",
    "none",
    "loop",
];

/// Where the names of values stand in code: no fields, filters, tests, functions, components and names of arguments.
pub(super) fn names(code: &str) -> Vec<Range<usize>> {
    let tokens = tokens(code);
    let text =
        |place: Option<usize>| place.and_then(|place| tokens.get(place)).map_or("", |range| &code[range.clone()]);
    let is_name = |place: usize| {
        let (before, after) = (text(place.checked_sub(1)), text(Some(place + 1)));
        let is_component = text(Some(0)) == "<" && (place == 1 || place == 2 && before == "/");
        let is_test = before == "is" || before == "not" && text(place.checked_sub(2)) == "is";
        let is_argument = after == "=" && text(Some(place + 2)) != "=" && before != "set";
        !(is_component || is_test || is_argument || matches!(before, "." | "|") || after == "(")
    };
    let is_word = |range: &Range<usize>| {
        let word = &code[range.clone()];
        word.starts_with(|first: char| first.is_alphabetic() || first == '_') && !KEYWORDS.contains(&word)
    };
    let known = tokens.iter().enumerate().filter(|(place, range)| is_word(range) && is_name(*place));
    known.map(|(_, range)| range.clone()).collect()
}

/// Words, numbers, strings in quotes, three dots and single signs.
fn tokens(code: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = code.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &code[at..];
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            '.' if rest.starts_with("...") => 3,
            _ if is_in_word(first) => rest.find(|c| !is_in_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        if !first.is_whitespace() {
            tokens.push(at..at + length);
        }
        at += length;
    }
    tokens
}

fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::{Part, names, parts};

    #[test]
    fn code_takes_the_space_beside_it_away() {
        let source = "a {{- b }} {# c #}\n{%- if d -%}\n e{% endif %}";
        let expected = [
            Part::Text("a"),
            Part::Print("b"),
            Part::Text(" "),
            Part::Tag("if d"),
            Part::Text("e"),
            Part::Tag("endif"),
        ];
        assert_eq!(parts(source), expected);
    }

    #[test]
    fn names_are_told_from_what_is_spelt_like_them() {
        let found = |code: &'static str| names(code).into_iter().map(|at| &code[at]).collect::<Vec<_>>();
        assert_eq!(found("a.b | join(sep=\", x\") | safe"), ["a"]);
        assert_eq!(found("<card of={c.d} e=\"f\" g={[...h, 1.5]} />"), ["c", "h"]);
        assert_eq!(found("set x = y if z is not none and w == v else f(u=1)"), ["x", "y", "z", "w", "v"]);
        assert_eq!(found("for k in loop.first"), ["k"]);
    }
}
