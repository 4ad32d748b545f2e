//! Quotes that are opened and closed somewhere else than their author meant.

use std::ops::Range;

use super::extent::{extent, requoted};
use super::layout::Layout;
use super::syntax_error::SyntaxError;

/// A text in quotes, from its first quote to behind its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) range: Range<usize>,
    pub(super) sign: char,
}

/// What stands open at a byte, and what was closed last before it.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// The quote that is not closed, and its sign.
    pub(super) quote: Option<(usize, char)>,
    /// The last bracket that is not closed.
    pub(super) bracket: Option<usize>,
    /// The last text in quotes.
    pub(super) closed: Option<Quoted>,
}

impl Open {
    /// The sign of the last bracket that is not closed.
    pub(super) fn sign(&self, text: &str) -> Option<char> {
        text.get(self.bracket?..)?.chars().next()
    }
}

/// Reads a text from `from` up to `at`.
pub(super) fn open(text: &str, from: usize, at: usize) -> Open {
    let mut found = Open::default();
    let mut brackets = Vec::new();
    let mut previous = '\n';
    let mut comment = false;
    for (i, c) in text.get(from..).unwrap_or("").char_indices().map(|(i, c)| (from + i, c)) {
        if i >= at {
            break;
        }
        match (found.quote, c) {
            _ if comment => comment = c != '\n',
            (Some((start, sign)), c) if c == sign && !(sign == '"' && previous == '\\') => {
                found.closed = Some(Quoted { range: start..i + 1, sign });
                found.quote = None;
            }
            (Some(_), _) => {}
            (None, '"' | '\'') if " \t\n[{,:(-".contains(previous) => found.quote = Some((i, c)),
            (None, '#') if previous.is_whitespace() => comment = true,
            (None, '[' | '{') if " \t\n[{,:".contains(previous) => brackets.push(i),
            (None, ']' | '}') => {
                brackets.pop();
            }
            _ => {}
        }
        previous = c;
    }
    found.bracket = brackets.last().copied();
    found
}

/// True when a text in quotes has swallowed further lines: one of them begins like a key or an item of its
/// own, no deeper than the line on which the quote is opened.
pub(super) fn swallows(text: &str, quoted: &Range<usize>) -> bool {
    let before = text.get(..quoted.start).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let depth = indent(line);
    let further = text.get(quoted.clone()).unwrap_or("").split('\n').skip(1);
    further.into_iter().any(|line| !line.trim().is_empty() && indent(line) <= depth && begins_anew(line.trim_start()))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// True for `key: ...`, `key:` and `- ...`.
fn begins_anew(line: &str) -> bool {
    if line.starts_with("- ") {
        return true;
    }
    let Some((key, behind)) = line.split_once(':') else { return false };
    let legal = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    !key.is_empty() && key.chars().all(legal) && (behind.is_empty() || behind.starts_with([' ', '\r']))
}

/// The words for a quote that is not closed where it should be.
pub(super) fn not_closed(sign: char) -> (String, String) {
    (
        format!("the quote {sign} that is opened here is not closed on its line"),
        format!("add {sign} at the end of the text; if the text goes on below, indent its further lines"),
    )
}

/// A text in quotes that goes on behind the closing one.
pub(super) fn closed_early(text: &str, layout: &Layout<'_>, at: usize) -> SyntaxError {
    let here = at..at + layout.width_at(at);
    let slip = |help: String| SyntaxError::new(here.clone(), "something stands behind the closing quote", help);
    let line = layout.line_at(at);
    let read = open(text, 0, at);
    let bracket = read.sign(text);
    let quoted = read.closed.filter(|quoted| line.contains(quoted.range.start));
    let meant = quoted.and_then(|quoted| {
        let extent = extent(&line, quoted.range.start, bracket);
        let written = text.get(extent.clone())?;
        Some((requoted(written, quoted.sign)?, extent, written))
    });
    match meant {
        Some(((meant, true), extent, written)) => {
            let help = match meant.starts_with(sign_of(written)) {
                true => format!("write the closing quote at the end: `{meant}`"),
                false => format!("put the other kind of quotes around the whole: `{meant}`"),
            };
            slip(help).instead(extent, meant)
        }
        Some(((meant, false), _, written)) => {
            let other = if sign_of(written) == '"' { '\'' } else { '"' };
            slip(format!(
                "write the closing quote at the end, `{meant}`, or other quotes around the whole: \
                          `{other}{written}{other}`"
            ))
        }
        None => slip(
            "a text in quotes ends at the next quote of the same kind: put the other kind around the whole, as in 'so \
             \"to say\" it' or \"it's here\""
                .to_owned(),
        ),
    }
}

fn sign_of(written: &str) -> char {
    if written.starts_with('"') { '"' } else { '\'' }
}

#[cfg(test)]
mod tests {
    use super::{Quoted, open, swallows};

    #[test]
    fn what_is_open_and_what_was_closed() {
        let text = "a: ['b', \"c\" # it's\n  d: 'e";
        let found = open(text, 0, text.len());
        assert_eq!(found.quote, Some((25, '\'')));
        assert_eq!(found.bracket, Some(3));
        assert_eq!(found.closed, Some(Quoted { range: 9..12, sign: '"' }));
    }

    #[test]
    fn a_text_that_goes_on_deeper_swallows_nothing() {
        let swallowing = "a: 'one\nb: two\nc: three'";
        assert!(swallows(swallowing, &(3..swallowing.len())));
        let folded = "a: 'one\n  note: two'";
        assert!(!swallows(folded, &(3..folded.len())));
        let items = "- 'one\n- two'";
        assert!(swallows(items, &(2..items.len())));
    }
}
