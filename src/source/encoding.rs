//! Files that are not UTF-8: which encoding they look like, as old programs and spreadsheets write it.

use crate::diagnostic::{Diagnostic, FileId, Span};

/// The letters of Polish in Windows-1250 that are other signs in Windows-1252.
const CENTRAL: [(u8, char); 12] = [
    (0x8C, 'Ś'),
    (0x8F, 'Ź'),
    (0x9C, 'ś'),
    (0x9F, 'ź'),
    (0xA3, 'Ł'),
    (0xA5, 'Ą'),
    (0xAF, 'Ż'),
    (0xB3, 'ł'),
    (0xB9, 'ą'),
    (0xBF, 'ż'),
    (0xE6, 'ć'),
    (0xEA, 'ę'),
];

/// The signs of Windows-1252 that ISO 8859-1 does not have and that people type.
const WESTERN: [(u8, char); 10] = [
    (0x80, '€'),
    (0x85, '…'),
    (0x8A, 'Š'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x96, '–'),
    (0x97, '—'),
    (0x9A, 'š'),
];

/// An encoding that a file looks like.
enum Encoding {
    Utf16 { is_big_endian: bool },
    Windows1250,
    Windows1252,
}

fn of(bytes: &[u8]) -> Option<Encoding> {
    let zeros = |place: usize| bytes.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count();
    let mostly = |zeros: usize| zeros * 4 > bytes.len();
    match bytes {
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16 { is_big_endian: true }),
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16 { is_big_endian: false }),
        _ if mostly(zeros(0)) => return Some(Encoding::Utf16 { is_big_endian: true }),
        _ if mostly(zeros(1)) => return Some(Encoding::Utf16 { is_big_endian: false }),
        _ => {}
    }
    let mut odd = bytes.utf8_chunks().flat_map(|chunk| chunk.invalid()).copied().peekable();
    odd.peek()?;
    let within_words = bytes.windows(2).any(|pair| {
        let polish = |byte: u8| CENTRAL.iter().any(|(other, _)| *other == byte && byte < 0xE0);
        let letter = |byte: u8| byte.is_ascii_alphabetic();
        letter(pair[0]) && polish(pair[1]) || polish(pair[0]) && letter(pair[1])
    });
    Some(if within_words { Encoding::Windows1250 } else { Encoding::Windows1252 })
}

impl Encoding {
    /// The sign that a byte is; none where it is none.
    fn sign(&self, byte: u8) -> Option<char> {
        let find = |table: &[(u8, char)]| table.iter().find(|(other, _)| *other == byte).map(|(_, sign)| *sign);
        match self {
            Self::Utf16 { .. } => None,
            Self::Windows1250 => find(&CENTRAL).or_else(|| find(&WESTERN)),
            Self::Windows1252 => find(&WESTERN),
        }
        .or_else(|| (byte >= 0xA0).then(|| char::from(byte)))
    }
}

/// What is wrong with the encoding of a file; none for UTF-8.
pub(super) fn wrong(file: FileId, bytes: &[u8], is_table: bool) -> Option<Diagnostic> {
    let at = std::str::from_utf8(bytes).err().map(|error| error.valid_up_to());
    let finding = |at: usize, what: String| {
        Diagnostic::error("invalid-utf8", Span::new(file, at, at + 1), what)
            .why("letters such as ä or ł would come out wrong on the site")
            .help(match is_table {
                true => "save the file again as \u{201c}CSV UTF-8\u{201d}, or with the encoding UTF-8",
                false => "save the file again with the encoding UTF-8",
            })
    };
    match of(bytes)? {
        Encoding::Utf16 { .. } => {
            Some(finding(0, "this file is UTF-16 (some programs say Unicode), not UTF-8 text".to_owned()))
        }
        of_windows => {
            let name = if matches!(of_windows, Encoding::Windows1250) { "Windows-1250" } else { "Windows-1252" };
            let sign = of_windows.sign(*bytes.get(at?)?);
            let looks = sign.map(|sign| format!(": it looks like {name}, in which this is `{sign}`"));
            Some(finding(at?, format!("this file is not UTF-8 text{}", looks.unwrap_or_default())))
        }
    }
}

/// A text of any encoding as far as it can be read, up to the first slip byte by byte as it stands in the file.
pub(super) fn shown(bytes: &[u8]) -> String {
    let encoding = of(bytes);
    if let Some(Encoding::Utf16 { is_big_endian }) = encoding {
        let pairs = bytes.as_chunks::<2>().0.iter();
        let unit = |pair: &[u8; 2]| if is_big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
        let text = String::from_utf16_lossy(&pairs.map(unit).collect::<Vec<_>>());
        return text.trim_start_matches('\u{FEFF}').to_owned();
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let sign = |byte: &u8| encoding.as_ref().and_then(|of| of.sign(*byte)).unwrap_or(char::REPLACEMENT_CHARACTER);
        text.extend(chunk.invalid().iter().map(sign));
    }
    text
}
