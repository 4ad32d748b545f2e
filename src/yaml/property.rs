//! Anchors and tags, which YAML calls the properties of a value: where they stand.

use std::ops::Range;

/// Where the word with this sign stands, at the beginning of a value or before it.
pub(super) fn place(text: &str, sign: char, value: &Range<usize>) -> Range<usize> {
    let begins = |at: &usize| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || "[{,:".contains(c))
    };
    let near = text.get(..=value.start).unwrap_or(text);
    let Some(start) = near.rmatch_indices(sign).map(|(at, _)| at).find(begins) else { return value.clone() };
    let word = text.get(start..).unwrap_or("").split([' ', '\t', '\r', '\n', ',', ']', '}']).next();
    start..start + word.unwrap_or("").len()
}
