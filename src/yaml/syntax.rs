//! What an author meant when a text is not YAML. The parser says where it gave up and by which rule; here
//! the slip is looked for where a person would look, and reported in a person's words.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::colon::{IN_QUOTES, first_line, missing_colon, second_key, unmarked_key};
use super::first_sign::special_beginning;
use super::key::is_language;
use super::layout::{Layout, Line};
use super::syntax_error::SyntaxError;
use super::{backslash, beginning, comment, meant_groups, quotes};

/// The slip behind a syntax error at byte `at` of a text that was understood up to byte `read`.
pub(super) fn syntax_error(text: &str, (read, at): (usize, usize), error: &ErrorKind) -> SyntaxError {
    let layout = Layout::new(text);
    let at = layout.floor(at);
    let line = layout.line_at(at);
    odd_character(&layout, at, error)
        .or_else(|| leftover_of_a_merge(&layout, &line))
        .or_else(|| swallowed(text, layout.floor(read), at))
        .or_else(|| hidden_by_a_comment(text, &layout, &line, error))
        .or_else(|| key_without_colon(&layout, &line, error))
        .or_else(|| layout.group_below_a_value(&line, error))
        .or_else(|| layout.item_without_dash(&line, error))
        .or_else(|| beginning::slip(&layout, &line, error))
        .or_else(|| escape(text, at, error))
        .or_else(|| plain_words(at..at + layout.width_at(at), error))
        .or_else(|| quote(text, &layout, at, error))
        .or_else(|| bracket(text, &layout, at, error))
        .or_else(|| meant_groups::link_as_address(&line))
        .or_else(|| special_beginning(text, &line, at, error))
        .or_else(|| {
            let above = layout.above(line.number).next();
            (*error == ErrorKind::MappingValueNotAllowed).then(|| first_line(&line, above.as_ref())).flatten()
        })
        .or_else(|| colon((&line, layout.below(line.number)), error))
        .or_else(|| layout.syntax_error(&line, error))
        .unwrap_or_else(|| {
            SyntaxError::new(
                at..at + layout.width_at(at),
                format!("this is not valid YAML: {error}"),
                "compare the indentation and the colons with the lines above; text with `: ` or ` #` in it belongs in \
                 quotes",
            )
        })
}

/// Characters that look like a space or like nothing.
fn odd_character(layout: &Layout<'_>, at: usize, error: &ErrorKind) -> Option<SyntaxError> {
    let here = layout.line_at(at).number;
    // The parser often gives up on the line below or above.
    for line in [here, here + 1, here.wrapping_sub(1)].into_iter().filter_map(|number| layout.line(number)) {
        let indent = line.text.len() - line.text.trim_start().len();
        let head = line.text.get(..indent).unwrap_or("");
        if let Some(tab) = head.find('\t') {
            let width = head[tab..].chars().take_while(|c| *c == '\t').count();
            let at = line.start + tab..line.start + tab + width;
            return Some(
                SyntaxError::new(
                    at.clone(),
                    "a tab stands before this line",
                    "indent with spaces, never with tabs; two for each step",
                )
                .instead(line.start..line.start + indent, " ".repeat(layout.wanted_indent(&line, width))),
            );
        }
        if let Some((odd, c)) = line.text.char_indices().find(|(_, c)| is_odd_space(*c)) {
            let end =
                odd + line.text[odd..].chars().take_while(|c| is_odd_space(*c)).map(char::len_utf8).sum::<usize>();
            let at = line.start + odd..line.start + end;
            return Some(SyntaxError::new(
                at,
                format!("here stands an odd space (U+{:04X}) that YAML does not take for one", u32::from(c)),
                "delete it and type a plain space; it often comes with text copied from another program",
            ));
        }
        if let Some((odd, c)) = line.text.char_indices().find(|(_, c)| c.is_control() && *c != '\t' && *c != '\r') {
            let at = line.start + odd;
            return Some(SyntaxError::new(
                at..at + c.len_utf8(),
                format!("here stands an invisible character (U+{:04X})", u32::from(c)),
                "delete it; it often comes with text copied from another program",
            ));
        }
    }
    (*error == ErrorKind::RecursionLimitExceeded).then(|| {
        SyntaxError::new(
            at..at + layout.width_at(at),
            "lists and groups stand too deep in one another here",
            "the catalog needs no more than six levels: check the brackets and the indentation",
        )
    })
}

/// A backslash in double quotes begins a sign of its own.
fn escape(text: &str, at: usize, error: &ErrorKind) -> Option<SyntaxError> {
    if !matches!(
        error,
        ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape
    ) {
        return None;
    }
    let behind = text.get(at..)?.split('\n').next()?;
    let slash = at + behind.find('\\').unwrap_or(0);
    let found = SyntaxError::new(
        slash..slash + 1,
        "a backslash in double quotes begins a special sign, and this is none",
        "put the text in single quotes: 'C:\\files'",
    );
    let start = text.get(..slash)?.rfind(['"', '\n']).filter(|start| text[*start..].starts_with('"'));
    let whole = start.and_then(|start| {
        let end = text.get(slash..)?.find(['"', '\n']).map(|end| slash + end + 1)?;
        Some((start..end, backslash::in_single_quotes(text.get(start..end)?)?))
    });
    Some(match whole {
        Some((at, text)) => found.instead(at, text),
        None => found,
    })
}

/// What the parser tells plainly enough to be said in other words.
fn plain_words(here: Range<usize>, error: &ErrorKind) -> Option<SyntaxError> {
    if *error == ErrorKind::DirectiveDisallowed {
        let what = "a line that begins with `%` is not part of the catalog format";
        return Some(SyntaxError::new(here, what, "delete the line; a text that begins with `%` belongs in quotes"));
    }
    (*error == ErrorKind::UnexpectedEofImplicitFlowMapping).then(|| {
        let what = "between the brackets stands a comma with nothing before it, or a colon without a key";
        SyntaxError::new(here, what, "write something between the two commas, or delete one of them")
    })
}

pub(super) fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r' | '\n') || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The marks that version control leaves where two people changed the same lines.
fn leftover_of_a_merge(layout: &Layout<'_>, last: &Line<'_>) -> Option<SyntaxError> {
    let marks = ["<<<<<<<", "=======", ">>>>>>>"];
    let line = (0..=last.number + 1)
        .filter_map(|number| layout.line(number))
        .find(|line| marks.iter().any(|mark| line.text.starts_with(mark)))?;
    Some(SyntaxError::new(
        line.content(),
        "two versions of this file were joined here and nobody has chosen between them",
        "keep one of the versions and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ))
}

/// A text in quotes that ends lines below the one on which its author meant it to end.
fn swallowed(text: &str, read: usize, at: usize) -> Option<SyntaxError> {
    let quoted = quotes::open(text, read, at).closed?;
    quotes::swallows(text, &quoted.range).then(|| {
        let (what, help) = quotes::not_closed(quoted.sign);
        SyntaxError::new(quoted.range.start..quoted.range.start + 1, what, help)
            .also(quoted.range.end - 1..quoted.range.end, "all up to here is taken for one text")
    })
}

/// A comment that hides a bracket or a colon: the ` #` was meant as a part of the text.
fn hidden_by_a_comment(text: &str, layout: &Layout<'_>, line: &Line<'_>, error: &ErrorKind) -> Option<SyntaxError> {
    let open = quotes::open(text, 0, line.start + line.text.len()).bracket;
    // The parser may notice only lines below that a bracket was hidden.
    let hidden = |open: &usize| {
        let lost = comment::on_line(text, layout.line_at(*open).start);
        lost.and_then(|lost| text.get(lost)).is_some_and(|words| words.contains([']', '}']))
    };
    let open = open.filter(|open| breaks_brackets(error) || hidden(open));
    let first = match (open, error) {
        (Some(open), _) => layout.line_at(open).number,
        (None, ErrorKind::CommentInterceptedScalar) => line.number.saturating_sub(1),
        (None, ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey) => line.number,
        _ => return None,
    };
    let lines = (first..=line.number).filter_map(|number| layout.line(number));
    let lost = lines.into_iter().find_map(|line| comment::on_line(text, line.start))?;
    let words = text.get(lost.clone()).unwrap_or("");
    let what = match words.contains([']', '}']) {
        true => format!("` #` begins a comment, which hides the closing bracket in `{words}`"),
        false => format!("` #` begins a comment, so `{words}` is not part of the text"),
    };
    Some(SyntaxError::new(lost, what, comment::HELP))
}

/// True when the parser gave up within brackets.
fn breaks_brackets(error: &ErrorKind) -> bool {
    matches!(
        error,
        ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::UnexpectedEofBlockSequence
            | ErrorKind::UnexpectedEofBlockMapping
            | ErrorKind::UnexpectedEof
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::FlowMappingValueAdjacentCollection
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::CommentInterceptedScalar
    )
}

fn quote(text: &str, layout: &Layout<'_>, at: usize, error: &ErrorKind) -> Option<SyntaxError> {
    if matches!(error, ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar) {
        let list = meant_groups::quoted_list(&layout.line_at(at), at);
        return list.or_else(|| Some(quotes::closed_early(text, layout, at)));
    }
    let unfinished = matches!(
        error,
        ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::UnexpectedEof
            | ErrorKind::UnexpectedEofBlockMapping
            | ErrorKind::UnexpectedEofBlockSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
    );
    let (open, sign) = quotes::open(text, 0, at).quote.filter(|_| unfinished)?;
    let (what, help) = quotes::not_closed(sign);
    Some(SyntaxError::new(open..open + 1, what, help))
}

fn bracket(text: &str, layout: &Layout<'_>, at: usize, error: &ErrorKind) -> Option<SyntaxError> {
    let line = &layout.line_at(at);
    if matches!(error, ErrorKind::MismatchedFlowCollectionEnd { .. }) {
        let open = quotes::open(text, 0, at).bracket.unwrap_or(at);
        return Some(SyntaxError::new(
            open..open + 1,
            "this bracket is closed by one of another kind",
            "a list is written `[a, b]`, a group `{key: value}`",
        ));
    }
    if *error == ErrorKind::MisplacedFlowCollectionEnd {
        return Some(SyntaxError::new(
            at..at + 1,
            "this bracket closes nothing",
            "delete it, or add the one that opens it",
        ));
    }
    if !breaks_brackets(error) {
        return None;
    }
    let open = quotes::open(text, 0, at).bracket?;
    if open >= line.start {
        let colon = line.inner_colon(at)?;
        return Some(meant_groups::inner_group(line).unwrap_or_else(|| second_key(text, line, colon)));
    }
    if let Some(slip) = layout.missing_comma(line, open) {
        return Some(slip);
    }
    let sign = text.get(open..open + 1).unwrap_or("[");
    let closing = if sign == "{" { "}" } else { "]" };
    Some(SyntaxError::new(
        open..open + 1,
        format!("the bracket `{sign}` that is opened here is never closed"),
        format!("add `{closing}` at the end"),
    ))
}

/// A key that the parser took for a text, so that it met the colon of another one.
fn key_without_colon(layout: &Layout<'_>, line: &Line<'_>, error: &ErrorKind) -> Option<SyntaxError> {
    let above = layout.above(line.number).next();
    (*error == ErrorKind::MappingValueNotAllowed).then(|| unmarked_key(line, above.as_ref())).flatten()
}

/// `name: en: Pay, fi: Palkat`, whose second colon stands at a byte of the text.
fn languages_without_braces(line: &Line<'_>, colon: usize) -> Option<SyntaxError> {
    let first = line.colons().next()?;
    let content = line.content();
    let value = line.text.get(first + 1 - line.start..content.end - line.start)?;
    let start = content.end - value.trim_start().len();
    let value = value.trim();
    let language = |part: &str| part.trim().split_once(": ").is_some_and(|(code, _)| is_language(code));
    let is_one = language(value) && !value.contains(['{', '"', '#']);
    is_one.then(|| {
        let what = "texts by language stand between braces";
        match value.split(',').all(language) {
            true => SyntaxError::new(start..colon, what, format!("write `{{{value}}}`"))
                .instead(start..content.end, format!("{{{value}}}")),
            false => SyntaxError::new(start..colon, what, "write `{en: ..., fi: ...}`; a text with a comma in quotes"),
        }
    })
}

/// Keys without a proper colon, and texts with one too many.
fn colon((line, below): (&Line<'_>, Option<Line<'_>>), error: &ErrorKind) -> Option<SyntaxError> {
    let content = line.content();
    let text = line.text.trim();
    let dashed = text.strip_prefix('-').filter(|rest| !rest.starts_with([' ', '-']) && !rest.is_empty());
    let no_colon = *error == ErrorKind::SimpleKeyExpected;
    let structural =
        no_colon || matches!(error, ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidColonPlacement);
    if dashed.is_some_and(|rest| structural || rest.contains(": ")) {
        let at = content.start..content.start + 1;
        return Some(
            SyntaxError::new(
                at.clone(),
                "a space is missing behind this dash",
                "write `- ` before each item of a list",
            )
            .instead(at, "- "),
        );
    }
    if *error == ErrorKind::MappingValueNotAllowed {
        let colon = line.colons().nth(1)?;
        if let Some(slip) = meant_groups::inner_group(line) {
            return Some(slip);
        }
        if let Some(slip) = languages_without_braces(line, colon) {
            return Some(slip);
        }
        let help = match text.contains(['“', '”', '„', '«']) {
            true => "put straight quotes around the text: \"...\"; curved ones are taken for letters",
            false => IN_QUOTES,
        };
        return Some(SyntaxError::new(colon..colon + 1, "a second colon in one line", help));
    }
    (no_colon || *error == ErrorKind::InvalidColonPlacement).then(|| missing_colon(line, below.as_ref()))
}
