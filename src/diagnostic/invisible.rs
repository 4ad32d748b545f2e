//! Signs in a text that nobody sees, and that turn it or hide a part of it (Unicode, technical report 36).

use std::borrow::Cow;

use super::{Diagnostic, Span};

/// True for control characters, marks that change the direction of writing, spaces without width and letters that
/// fill a place without being seen. Soft hyphens and the joiners of Persian and of emoji are part of texts.
fn is_invisible(sign: char) -> bool {
    match sign {
        '\n' | '\t' | '\r' => false,
        '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{3164}' | '\u{FFA0}' => true,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => true,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        // What is no character in any text (Unicode, 23.7), HTML and XML forbid.
        '\u{FDD0}'..='\u{FDEF}' => true,
        other => other.is_control() || u32::from(other) & 0xFFFE == 0xFFFE,
    }
}

/// The first such sign in a text, with the byte at which it stands.
pub fn find(text: &str) -> Option<(usize, char)> {
    // Nearly all texts.
    if text.bytes().all(|byte| OF_LETTERS[usize::from(byte)]) { None } else { all(text).next() }
}

/// By byte: whether it is of ASCII and seen, a break, or of a letter up to U+05FF. Each invisible sign has another one.
const OF_LETTERS: [bool; 256] = {
    let mut of_letters = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        of_letters[byte] = matches!(byte as u8, b' '..=b'~' | b'\n' | b'\t' | b'\r' | 0x80..=0xBF | 0xC3..=0xD7);
        byte += 1;
    }
    of_letters
};

/// All such signs in a text, each with the byte at which it stands. The signs behind a black flag make it the flag of
/// a part of a country.
pub fn all(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut of_a_flag = false;
    text.char_indices().filter(move |(_, sign)| {
        // Nearly all signs of nearly all texts.
        if (' '..'\u{7f}').contains(sign) {
            of_a_flag = false;
            return false;
        }
        let tag = ('\u{E0020}'..='\u{E007F}').contains(sign);
        of_a_flag = *sign == '\u{1F3F4}' || of_a_flag && tag;
        is_invisible(*sign) && !(of_a_flag && tag)
    })
}

/// A text with such signs and the ends of its lines written out, for whoever reads it in a terminal: `\\u{202E}`.
pub fn written_out(text: &str) -> Cow<'_, str> {
    let is_plain = |sign: char| !is_invisible(sign) && !matches!(sign, '\n' | '\t' | '\r');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        if is_plain(sign) { shown.push(sign) } else { shown.extend(sign.escape_default()) }
    }
    Cow::Owned(shown)
}

/// A sign that is a part of texts but hardly of an id, a number or an address: a soft hyphen, a joiner, a space of
/// another kind than the one on the keyboard; and what it is called.
pub fn odd(text: &str) -> Option<(char, &'static str)> {
    let name = |sign: char| match sign {
        '\u{AD}' => Some("soft hyphen"),
        '\u{200C}' | '\u{200D}' => Some("joiner"),
        '\u{A0}' | '\u{202F}' => Some("no-break space"),
        other if other.is_whitespace() && !other.is_ascii() => Some("space of another kind"),
        other if is_invisible(other) => Some("sign that nobody sees"),
        _ => None,
    };
    text.chars().find_map(|sign| Some((sign, name(sign)?)))
}

/// A text without such signs at its ends, as YAML takes spaces away there.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| !sign.is_ascii() && odd(sign.encode_utf8(&mut [0; 4])).is_some())
}

/// A key without the signs in it that nobody sees.
pub fn without(key: &str) -> String {
    key.chars().filter(|sign| *sign != '\u{AD}' && !is_invisible(*sign)).collect()
}

/// The finding for one.
pub fn reported(at: Span, sign: char) -> Diagnostic {
    Diagnostic::error("control-character", at, format!("here stands the invisible character U+{:04X}", u32::from(sign)))
        .why("readers see a text that is not the one written, and two names that look the same are not")
        .help("delete it; it often comes with text copied from another program")
}
