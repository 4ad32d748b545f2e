//! Lists of words in one string, as the tables of this room keep them.

/// Whether a word stands in a list whose words are separated by a comma and a blank.
pub(super) fn listed(list: &str, word: &str) -> bool {
    list.split(", ").any(|listed| listed == word)
}
