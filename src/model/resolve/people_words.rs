//! What people write in place of the format's words for people: whoever asks, everyone, the team's lead, nobody.

use crate::source::means;

/// The word of ours for a group of people that stands in other words.
pub(super) fn served_word(word: &str) -> Option<&'static str> {
    ["everyone", "customers"].into_iter().find(|ours| means(word, ours))
}

/// Whether a word means whoever leads the team.
pub(super) fn is_lead(word: &str) -> bool {
    means(word, "lead") && !means(word, "owner")
}

/// Whether a word means whoever asks.
pub(super) fn is_asker(word: &str) -> bool {
    means(word, "you")
}

/// Whether a word says that there is nobody, or nobody yet.
pub(super) fn is_nobody(word: &str) -> bool {
    let is_sign = word.chars().all(|c| !c.is_alphanumeric());
    is_sign || means(word, "nobody") || means(word, "later")
}
