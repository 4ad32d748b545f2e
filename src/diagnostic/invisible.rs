//! Signs in a text that nobody sees, and that turn it or hide a part of it (Unicode, technical report 36).

use super::{Diagnostic, Span};

/// True for control characters, marks that change the direction of writing and spaces without width. Soft
/// hyphens and the joiners of Persian and of emoji are part of texts.
pub fn is_invisible(sign: char) -> bool {
    match sign {
        '\n' | '\t' | '\r' | '\u{85}' => false,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => true,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E001F}' => true,
        other => other.is_control(),
    }
}

/// The first such sign in a text, with the byte at which it stands.
pub fn find(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, sign)| is_invisible(*sign))
}

/// The finding for one.
pub fn reported(at: Span, sign: char) -> Diagnostic {
    Diagnostic::error("control-character", at, format!("here stands the invisible character U+{:04X}", u32::from(sign)))
        .why("readers see a text that is not the one written, and two names that look the same are not")
        .help("delete it; it often comes with text copied from another program")
}
