//! Words that stand where a text is to come.

use crate::source::means;

/// The longest text that may be a word for another one.
const LONGEST: usize = 200;
/// The longest of the words themselves.
const WORDS: usize = 60;

/// Whether a text only says that another one will come, or is a note of its author: `tbd`, `???`.
pub fn is_stand_in(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_note = first.len() > 2 && first.chars().all(|c| c.is_ascii_uppercase()) && means(first, "later");
    let is_sign = text.chars().all(|c| c.is_ascii_punctuation() || matches!(c, '…' | '–' | '—'));
    is_note || is_sign || text.len() <= WORDS && means(text, "later") || text.to_lowercase().starts_with("lorem ipsum")
}
