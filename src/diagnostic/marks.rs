//! The signs and numbers that people and word processors write before the items of a list.

/// Dashes and dots that stand in place of the dash.
const PLAIN: [char; 14] = ['–', '—', '−', '‐', '•', '·', '◦', '▪', '‣', '●', '○', '■', '\u{f0a7}', '\u{f0b7}'];

/// Pictures that do, and that may be meant as they are.
const PICTURES: [char; 13] = ['□', '◆', '►', '▶', '→', '➢', '❖', '✓', '✔', '✅', '☐', '☑', '☒'];

/// Signs that have a meaning of their own in YAML and Markdown, so that a space stands behind them.
const SPACED: [&str; 6] = ["* ", "+ ", "- ", "[ ] ", "[x] ", "o "];

/// A text behind the sign that stands before it in place of a dash, and the sign.
pub fn signed(text: &str) -> Option<(char, &str)> {
    let sign = text.chars().next().filter(|sign| is_plain(*sign) || PICTURES.contains(sign))?;
    let rest = text.get(sign.len_utf8()..)?.trim_start_matches('\u{fe0f}').trim_start();
    (!rest.is_empty()).then_some((sign, rest))
}

/// Whether a sign is a dash or a dot, which nobody means for itself.
pub fn is_plain(sign: char) -> bool {
    PLAIN.contains(&sign)
}

/// A text behind its number or letter in a list, and that: `1.`, `2)`, `(3)`, `a)`.
pub fn numbered(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let figures = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter =
        inner.starts_with(|c: char| c.is_ascii_lowercase()) && inner.get(1..).is_some_and(|it| it.starts_with(')'));
    let roman = inner.len() - inner.trim_start_matches(['i', 'v', 'x']).len();
    let letter = letter || roman > 0 && inner.get(roman..).is_some_and(|it| it.starts_with(')'));
    let count = if letter { roman.max(1) } else { figures };
    let end = if inner.len() < text.len() || letter { ")" } else { ".)" };
    let rest = inner.get(count..)?.strip_prefix(|c: char| end.contains(c))?;
    let words = rest.trim_start();
    let is_number =
        (1..=4).contains(&count) && (letter || figures < 3) && rest.len() > words.len() && !words.is_empty();
    is_number.then(|| (text.get(..text.len() - rest.len()).unwrap_or(""), words))
}

/// Whether a text begins as an item of a list does, whatever else it may say.
pub fn is_item(text: &str) -> bool {
    signed(text).is_some() || numbered(text).is_some()
}

/// A text without the sign or number before it; a letter or a sign of Markdown may be one.
fn behind(text: &str) -> Option<&str> {
    let spaced = || SPACED.iter().find_map(|mark| text.strip_prefix(mark)).map(str::trim_start);
    signed(text).map(|(_, rest)| rest).or_else(|| numbered(text).map(|(_, rest)| rest)).or_else(spaced)
}

/// The items of a list without what stands before each of them. With a single one it has to be a sign or a number.
pub fn bare<'t>(items: &[&'t str]) -> Option<Vec<&'t str>> {
    let sure = items.len() > 1 || items.first().is_some_and(|item| is_item(item));
    items.iter().map(|item| behind(item)).collect::<Option<Vec<_>>>().filter(|_| sure)
}

#[cfg(test)]
mod tests {
    use super::{bare, numbered};

    #[test]
    fn numbers_and_letters_of_lists() {
        assert_eq!(numbered("1. my pay"), Some(("1.", "my pay")));
        assert_eq!(numbered("(2) my pay"), Some(("(2)", "my pay")));
        assert_eq!(numbered("a) my pay"), Some(("a)", "my pay")));
        for text in ["1.5 hours", "2026. was", "a. b", "(1 of 2) x", "i", "1."] {
            assert_eq!(numbered(text), None, "{text}");
        }
    }

    #[test]
    fn all_items_have_the_same_kind_of_mark() {
        assert_eq!(bare(&["• a", "– b"]), Some(vec!["a", "b"]));
        assert_eq!(bare(&["o a", "o b"]), Some(vec!["a", "b"]));
        assert_eq!(bare(&["o urlop"]), None);
        assert_eq!(bare(&["1. a", "b"]), None);
    }
}
