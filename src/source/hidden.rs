//! Signs that nobody sees in what was refused: without a word of them the finding is a puzzle.

use crate::diagnostic::{Diagnostic, invisible};

/// Whether a finding is about a value that is not what is needed in its place.
pub(super) fn is_refusal(diagnostic: &Diagnostic) -> bool {
    let prefixes = ["unknown-", "invalid-"];
    prefixes.iter().any(|prefix| diagnostic.code.starts_with(prefix)) && !diagnostic.message.contains("U+")
}

/// Names the first such sign in what a finding marks, or right behind it, given the text of its file.
pub(super) fn name(diagnostic: &mut Diagnostic, text: &str) {
    let (start, end) = (diagnostic.primary.span.start as usize, diagnostic.primary.span.end as usize);
    let (Some(marked), Some(behind)) = (text.get(start..end), text.get(end..)) else { return };
    if marked.contains('\n') {
        return;
    }
    let behind = behind.chars().next().map(String::from).unwrap_or_default();
    if let Some((sign, what)) = invisible::odd(marked).or_else(|| invisible::odd(&behind)) {
        let code = u32::from(sign);
        diagnostic.message.push_str(&format!("; a {what} stands in it (U+{code:04X}): delete it, or type it anew"));
    }
}
