//! Numbers as readers need them.

/// A phone number that does not break at the end of a line.
pub(crate) fn shown(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}
