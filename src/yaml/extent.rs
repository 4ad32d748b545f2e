//! How far the text reaches that an author wrote at a place, where the parser understood something else.

use std::ops::Range;

use super::layout::Line;

/// The text that begins at byte `start` of a file, up to the end of the line; between brackets up to the comma that
/// stands before another key, or to the bracket that ends the group. Each comma of a list ends a text.
pub(super) fn extent(line: &Line<'_>, start: usize, bracket: Option<char>) -> Range<usize> {
    let text = line.text.get(start - line.start..).unwrap_or("");
    let text = text.split(" #").next().unwrap_or(text);
    let length = match bracket {
        None => text.len(),
        Some('[') => text.find([',', ']']).unwrap_or(text.len()),
        Some(_) => {
            let end = text.find(['}', ']']).unwrap_or(text.len());
            let commas = text.match_indices(',').map(|(at, _)| at);
            commas.take_while(|at| *at < end).find(|at| begins_key(text.get(at + 1..).unwrap_or(""))).unwrap_or(end)
        }
    };
    start..start + text.get(..length).unwrap_or("").trim_end().len()
}

/// True for ` key: ...`.
fn begins_key(text: &str) -> bool {
    let key = text.trim_start().split(": ").next().unwrap_or("");
    key.len() < text.trim_start().len() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// A text with quotes in its midst as it was meant, and whether that is certain. `sign` is the quote before it.
pub(super) fn requoted(written: &str, sign: char) -> Option<(String, bool)> {
    let other = if sign == '"' { '\'' } else { '"' };
    let inner = written.strip_prefix(sign)?;
    let first = inner.find(sign)?;
    let (before, behind) = (inner.get(..first)?, inner.get(first + 1..)?);
    if written.contains('\\') || before.is_empty() {
        return None;
    }
    let whole = |text: &str| (!text.contains(other)).then(|| format!("{other}{text}{other}"));
    let Some(within) = inner.strip_suffix(sign) else {
        // The closing quote stands too early: `"Mo-Fr 08:00-16:00"; PH off`.
        let goes_on = behind.trim_start().starts_with([';', '.', ',', '!', '?', ':', ')']);
        return (!behind.contains(sign)).then(|| (format!("{sign}{before}{behind}{sign}"), goes_on));
    };
    let is_apostrophe = sign == '\'' && behind.starts_with(char::is_alphabetic) && !before.ends_with(' ');
    match before.ends_with([' ', '(', '-']) || is_apostrophe {
        true => Some((whole(within)?, true)),
        false => Some((whole(written)?, true)),
    }
}

#[cfg(test)]
mod tests {
    use super::requoted;

    #[test]
    fn quotes_in_the_midst_of_a_text() {
        let is = |written: &str, sign, meant: &str, sure| {
            assert_eq!(requoted(written, sign), Some((meant.to_owned(), sure)), "{written}");
        };
        is("\"Mo-Fr 08:00-16:00\"; PH off", '"', "\"Mo-Fr 08:00-16:00; PH off\"", true);
        is("\"Pays\" everybody", '"', "\"Pays everybody\"", false);
        is("'Your manager's approval'", '\'', "\"Your manager's approval\"", true);
        is("\"Pays \"everybody\" now\"", '"', "'Pays \"everybody\" now'", true);
        is("\"Gold\" and \"Silver\"", '"', "'\"Gold\" and \"Silver\"'", true);
        assert_eq!(requoted("\"it's \"here\" now\"", '"'), None);
    }
}
