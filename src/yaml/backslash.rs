//! Backslashes between double quotes, where they begin signs of their own: `"C:\new"` is two lines.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span, invisible};

/// What a backslash in a text did that its author hardly meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Eaten {
    /// The backslash and the letter behind it, by the bytes of what is written.
    at: Range<usize>,
    /// False where it may have been meant after all.
    pub(super) sure: bool,
}

/// Looks for one in a text as it is written, quotes included; `read` is what became of it.
pub(super) fn eaten(written: &str, read: &str) -> Option<Eaten> {
    let escapes: Vec<usize> = escapes(written);
    let sign = |at: usize| written.get(at + 1..).and_then(|rest| rest.chars().next());
    let single = |at: &&usize| sign(**at).is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '_');
    let first = *escapes.iter().find(single)?;
    let found = |at: usize, sure: bool| Some(Eaten { at: at..at + 2, sure });
    let unseen = |at: &&usize| sign(**at).is_some_and(|sign| "0abefvNLP".contains(sign));
    if invisible::find(read).is_some()
        && let Some(at) = escapes.iter().find(unseen)
    {
        return found(*at, true);
    }
    let before = written.get(..first)?;
    let behind = written.get(first + 1..)?;
    let folder = |text: &str| text.chars().next_back().is_some_and(char::is_alphanumeric);
    let word = behind.split([' ', '"', ',', ';', ')']).next().unwrap_or(behind);
    let is_long = word.contains('\\') || has_ending(word);
    let drive = before.strip_suffix(':').and_then(|rest| {
        let letter = rest.chars().next_back().filter(char::is_ascii_alphabetic)?;
        let outside = rest.get(..rest.len() - letter.len_utf8())?.chars().next_back();
        outside.is_none_or(|c| !c.is_alphanumeric()).then_some(())
    });
    if drive.is_some() {
        // A line may end behind `Plan B:`, but hardly before a small letter.
        let goes_on = word.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase() || c.is_numeric()));
        return if is_long || goes_on { found(first, is_long) } else { None };
    }
    let word_before = before.rsplit([' ', '"', '(', '<']).next().unwrap_or("");
    let server = word_before.strip_prefix("\\\\").is_some_and(folder);
    let in_a_path = !word_before.contains('.') && folder(word_before) && has_ending(word);
    if server || in_a_path { found(first, true) } else { None }
}

/// Where the backslashes stand that begin a sign.
fn escapes(written: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut escaped = false;
    for (at, sign) in written.char_indices() {
        match (escaped, sign) {
            (true, _) => escaped = false,
            (false, '\\') => {
                found.push(at);
                escaped = true;
            }
            _ => {}
        }
    }
    found
}

/// True for `new.xlsx`.
fn has_ending(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(stem, ending)| {
        stem.len() > 1 && (2..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// The same text between single quotes, where a backslash is one; none for one of several lines.
pub(super) fn in_single_quotes(written: &str) -> Option<String> {
    let text = written.strip_prefix('"')?.strip_suffix('"').filter(|text| !text.contains('\n'))?;
    Some(format!("'{}'", text.replace("\\\"", "\"").replace('\'', "''")))
}

impl Eaten {
    /// The finding, for a text that begins at a place; `place` makes places of bytes from there.
    pub(super) fn reported(&self, written: &str, place: impl Fn(Range<usize>) -> Span) -> Diagnostic {
        let escape = written.get(self.at.clone()).unwrap_or("");
        let what = match escape {
            "\\n" | "\\r" => format!("between double quotes `{escape}` is the end of a line, not a backslash"),
            "\\t" => format!("between double quotes `{escape}` is a wide gap, not a backslash"),
            _ => format!("between double quotes `{escape}` is a sign of its own that nobody sees, not a backslash"),
        };
        let at = place(self.at.clone());
        let diagnostic = match self.sure {
            true => Diagnostic::error("eaten-backslash", at, what),
            false => Diagnostic::warning("eaten-backslash", at, what),
        }
        .why("readers would see the path without it, torn in two");
        match in_single_quotes(written) {
            Some(text) => diagnostic
                .help("write single quotes, in which a backslash is one")
                .replace(place(0..written.len()), text),
            None => diagnostic.help("write each backslash twice: `\\\\`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::eaten;

    #[test]
    fn paths_are_told_from_ends_of_lines() {
        let sure = |written: &str, read: &str| eaten(written, read).map(|eaten| (eaten.at.start, eaten.sure));
        for (written, found) in [
            (r#""C:\new\table.xlsx is where""#, Some((3, true))),
            (r#""Look at P:\new""#, Some((11, false))),
            (r#""\\srv\new\table""#, Some((6, true))),
            (r#""maps\new.png""#, Some((5, true))),
            (r#""one\ntwo""#, None),
            (r#""Plan B:\nWe meet""#, None),
            (r#""Read:\n- a.pdf\n- b.pdf""#, None),
            (r#""C:\\new\\table.xlsx""#, None),
            (r#""say \"new\"""#, None),
        ] {
            assert_eq!(sure(written, ""), found, "{written}");
        }
        assert_eq!(sure(r#""P:\a\forms""#, "P:\u{7}\u{c}orms"), Some((3, true)));
    }
}
