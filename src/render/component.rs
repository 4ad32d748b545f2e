//! Components as they are defined, and the arguments of calls.

use std::collections::BTreeSet;

use super::code::{Part, names};

/// A component whose text may stand in the place of a call.
pub(super) struct Component<'s> {
    pub(super) parameters: Vec<Parameter<'s>>,
    /// Names that it gives to values itself.
    pub(super) locals: BTreeSet<&'s str>,
    pub(super) parts: &'s [Part<'s>],
    /// Whether a call holds something between its tags.
    pub(super) has_content: bool,
}

/// What a component is given.
pub(super) struct Parameter<'s> {
    pub(super) name: &'s str,
    /// What it is where a call does not say; none where it has to.
    pub(super) default: Option<&'s str>,
    /// How it is used.
    pub(super) used: Use,
}

/// How a component uses what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Not at all.
    Never,
    /// Once, as the whole of a print or a condition and in no loop: any expression may stand there.
    Whole,
    /// As a value among others: a literal may stand there.
    Value,
    /// With its fields or items: only a name may stand there.
    Inside,
}

impl<'s> Component<'s> {
    /// The component that a template defines, by its name; none where its text would not mean the same elsewhere.
    pub(super) fn new(parts: &'s [Part<'s>]) -> Option<(&'s str, Self)> {
        let is_start = |part: &Part<'_>| matches!(part, Part::Tag(code) if code.starts_with("component "));
        let start = parts.iter().position(is_start)?;
        let Part::Tag(head) = parts[start] else { return None };
        let (name, declared) = head.strip_prefix("component ")?.trim().split_once('(')?;
        let parts = parts.get(start + 1..)?;
        let end = parts.iter().position(|part| matches!(part, Part::Tag(code) if code.starts_with("endcomponent")))?;
        let parts = &parts[..end];
        let locals = locals(parts);
        let mut implicit = BTreeSet::new();
        let mut parameters = Vec::new();
        for parameter in split(declared.strip_suffix(')')?) {
            match parameter.strip_prefix('@') {
                Some(name) => drop(implicit.insert(name)),
                None => parameters.push(Parameter::new(parameter, parts)?),
            }
        }
        let content = parts.iter().filter(|part| **part == Part::Print("body")).count();
        let known = |name: &str| {
            implicit.contains(name)
                || locals.contains(name) != parameters.iter().any(|parameter| parameter.name == name)
        };
        let others = parts.iter().filter(|part| **part != Part::Print("body"));
        let is_closed = others.flat_map(|part| code(part).map(names_in).unwrap_or_default()).all(known);
        let has_plain_tags = parts.iter().all(|part| !matches!(part, Part::Tag(code) if is_odd(code)));
        let stands = is_closed && has_plain_tags && content <= 1 && !is_in_loop(parts, Part::Print("body"));
        stands.then(|| (name.trim(), Self { parameters, locals, parts, has_content: content == 1 }))
    }
}

impl<'s> Parameter<'s> {
    /// `of: map`, `plain: bool = false`, `calendar=none`.
    fn new(declared: &'s str, parts: &[Part<'_>]) -> Option<Self> {
        let (name, default) = match declared.split_once('=') {
            Some((name, default)) => (name, Some(default.trim())),
            None => (declared, None),
        };
        let name = name.split_once(':').map_or(name, |(name, _)| name).trim();
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_name.then(|| Self { name, default, used: Use::of(name, parts) })
    }
}

impl Use {
    fn of(name: &str, parts: &[Part<'_>]) -> Self {
        let mut found = Self::Never;
        let mut loops = 0_usize;
        for code in parts.iter().filter_map(code) {
            loops = loops + usize::from(code.starts_with("for ")) - usize::from(code == "endfor").min(loops);
            let whole = code.strip_prefix("if ").or(code.strip_prefix("elif ")).unwrap_or(code);
            for at in names(code).into_iter().filter(|at| &code[at.clone()] == name) {
                found = match (found, code[at.end..].trim_start().chars().next()) {
                    (Self::Inside, _) | (_, Some('.' | '[' | '?')) => Self::Inside,
                    (Self::Never, _) if whole == name && loops == 0 => Self::Whole,
                    _ => Self::Value,
                };
            }
        }
        found
    }

    /// Whether an expression may stand wherever the parameter does.
    pub(super) fn takes(self, expression: &str) -> bool {
        let is_quoted = |quote: char| {
            let inner = expression.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
            inner.is_some_and(|inner| !inner.contains([quote, '\\']))
        };
        let mut parts = expression.split('.');
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_path = parts.clone().all(is_word) && parts.next() != Some("loop");
        let is_literal = is_quoted('"') || matches!(expression, "true" | "false" | "none");
        match self {
            Self::Never | Self::Whole => true,
            Self::Value => is_path || is_literal,
            Self::Inside => is_path && !is_literal && !expression.starts_with(|c: char| c.is_ascii_digit()),
        }
    }
}

/// The code of a part.
fn code<'s>(part: &Part<'s>) -> Option<&'s str> {
    match *part {
        Part::Text(_) => None,
        Part::Print(code) | Part::Tag(code) => Some(code),
    }
}

fn names_in(code: &str) -> Vec<&str> {
    names(code).into_iter().map(|at| &code[at]).collect()
}

/// Names that loops and `set` give.
fn locals<'s>(parts: &[Part<'s>]) -> BTreeSet<&'s str> {
    let given = parts.iter().filter_map(|part| {
        let code = code(part)?;
        match code.strip_prefix("for ") {
            Some(rest) => rest.split_once(" in ").map(|(names, _)| names),
            None => code.strip_prefix("set ").map(|rest| rest.split_once('=').map_or(rest, |(name, _)| name)),
        }
    });
    given.flat_map(|names| names.split(',')).map(str::trim).collect()
}

/// Whether a tag means something else in another template, or is not understood here.
fn is_odd(code: &str) -> bool {
    let word = code.split_whitespace().next().unwrap_or_default();
    let plain = ["if", "elif", "else", "endif", "for", "endfor", "set", "endset"];
    !(plain.contains(&word) || word.starts_with('<'))
}

/// Whether a part stands in a loop.
fn is_in_loop(parts: &[Part<'_>], wanted: Part<'_>) -> bool {
    let mut loops = 0_usize;
    parts.iter().any(|part| {
        match part {
            Part::Tag(code) if code.starts_with("for ") => loops += 1,
            Part::Tag("endfor") => loops = loops.saturating_sub(1),
            _ => {}
        }
        loops > 0 && *part == wanted
    })
}

/// The arguments of a call: `of={one.two} rank="three"`.
pub(super) fn arguments(given: &str) -> Option<Vec<(&str, &str)>> {
    let mut arguments = Vec::new();
    let mut rest = given.trim();
    while !rest.is_empty() {
        let (name, value) = rest.split_once('=')?;
        let (value, behind) = match value.chars().next()? {
            quote @ ('"' | '\'') => value.split_at(value[1..].find(quote)? + 2),
            '{' => value.split_at(closing_brace(value)? + 1),
            _ => return None,
        };
        arguments.push((
            name.trim(),
            value.strip_prefix('{').and_then(|code| code.strip_suffix('}')).unwrap_or(value).trim(),
        ));
        rest = behind.trim_start();
    }
    Some(arguments)
}

/// Where the brace that opens a text is closed.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    text.char_indices().find_map(|(at, character)| {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            (None, '{') => depth += 1,
            (None, '}') => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// What commas part, outside of brackets and quotes.
fn split(list: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0_usize, false);
    for (at, character) in list.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '[' | '{' | '(' if !quoted => depth += 1,
            ']' | '}' | ')' if !quoted => depth = depth.saturating_sub(1),
            ',' if !quoted && depth == 0 => {
                items.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(list[start..].trim());
    items.retain(|item| !item.is_empty());
    items
}
