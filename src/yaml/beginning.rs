//! Lines that begin wrongly, so that the parser gives up at them or at the next one: signs that look like a dash, a
//! dash without its space, a first line that is indented, an item without its dash.

use granit_parser::ErrorKind;

use super::layout::{Layout, Line};
use super::syntax_error::SyntaxError;
use crate::diagnostic::marks;

/// The slip in how a line begins, or the one above it.
pub(super) fn slip(layout: &Layout<'_>, line: &Line<'_>, error: &ErrorKind) -> Option<SyntaxError> {
    if *error == ErrorKind::ExpectedDocumentStart {
        return indented_first(layout);
    }
    let structural = matches!(
        error,
        ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::UnexpectedEofBlockMapping
    );
    if !structural {
        return None;
    }
    let above = layout.above(line.number).next();
    let begins_wrongly = |line: &Line<'_>| bullet(line).or_else(|| tight_dash(line));
    begins_wrongly(line)
        .or_else(|| begins_wrongly(&above?))
        .or_else(|| layout.undashed_item(line, error))
        .or_else(|| layout.text_without_bar(line))
}

/// A file whose first line is indented, and the others are not.
fn indented_first(layout: &Layout<'_>) -> Option<SyntaxError> {
    let first = (0..).map_while(|number| layout.line(number)).find(|line| !line.is_blank())?;
    let content = first.content();
    let slip = SyntaxError::new(
        content.clone(),
        "this line is indented, and its neighbours below are not",
        "delete the spaces before it",
    );
    (content.start > first.start).then(|| slip.instead(first.start..content.start, ""))
}

fn bullet(line: &Line<'_>) -> Option<SyntaxError> {
    let content = line.content();
    let (sign, rest) = marks::signed(line.text.trim())?;
    let end = content.end - rest.len();
    let what = format!("this item begins with `{sign}` (U+{:04X}), which is no plain dash", u32::from(sign));
    let slip = SyntaxError::new(content.start..content.start + sign.len_utf8(), what, "type a plain `-` and a space");
    Some(slip.instead(content.start..end, "- "))
}

/// `-to: lead`, which is read as a key.
fn tight_dash(line: &Line<'_>) -> Option<SyntaxError> {
    let content = line.content();
    let rest = line.text.trim_start().strip_prefix('-')?;
    let tight = rest.starts_with(|c: char| c.is_alphabetic() || "\"'[{".contains(c));
    (tight && (rest.contains(": ") || rest.ends_with(':'))).then(|| {
        let dash = content.start..content.start + 1;
        SyntaxError::new(dash.clone(), "a space is missing behind this dash", "write `- ` before each item of a list")
            .instead(dash, "- ")
    })
}
