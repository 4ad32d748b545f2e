//! Texts of a catalog in Markdown that others read: no text calls anybody, leads anywhere or is a mark.

use luukku::diagnostic::invisible::written_out;

/// So many letters of a text are shown.
const LONGEST: usize = 600;
/// What Markdown takes for marks inside a line.
const MARKS: &str = "\\`*_[]<>|~&#!";
/// What code hosts take for the name of somebody or of a request.
const CALLS: &str = "@#!~%$&^";
/// Stands behind signs that would call somebody or lead somewhere.
const APART: char = '\u{200B}';

/// A line of which nothing is a mark, calls anybody or leads anywhere.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 16);
    for sign in written_out(text).chars().take(LONGEST) {
        if MARKS.contains(sign) {
            plain.push('\\');
        }
        plain.push(sign);
        if CALLS.contains(sign) {
            plain.push(APART);
        }
    }
    plain.replace("://", &format!(":{APART}//")).replace("www.", &format!("www{APART}."))
}
