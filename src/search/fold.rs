//! Letters as people type them: small, without marks, and in the units in which browsers count.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A folded word. UTF-16, as in a browser, so that lengths, orders and distances are the same there.
pub(super) type Folded = Box<[u16]>;

/// Letters that do not fall apart into a plain one and a mark.
const PLAIN: &[(char, &str)] = &[
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
];

/// A word in small letters without diacritics: `Työvuoro` is `tyovuoro`, `Łódź` is `lodz`.
pub(super) fn fold(word: &str) -> Folded {
    plain(word).encode_utf16().collect()
}

fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    let small = word.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&small);
    let mut plain = String::with_capacity(apart.len());
    for letter in apart.chars().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)) {
        match PLAIN.iter().find(|(from, _)| *from == letter) {
            Some((_, to)) => plain.push_str(to),
            None => plain.push(letter),
        }
    }
    Cow::Owned(plain)
}

/// Which letters a word has, as bits. Words that differ in more letters than there may be slips are no
/// typos of each other, and most are told apart by this alone.
pub(super) fn letters(word: &[u16]) -> u32 {
    word.iter().fold(0, |bits, unit| bits | 1 << (unit % 32))
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn words_lose_capitals_and_marks() {
        let folded = |word| String::from_utf16(&fold(word)).unwrap();
        assert_eq!(folded("Työvuoro"), "tyovuoro");
        assert_eq!(folded("ŁÓDŹ"), "lodz");
        assert_eq!(folded("Straße"), "strasse");
        assert_eq!(folded("İstanbul"), "istanbul");
        assert_eq!(folded("Ελλάδα"), "ελλαδα");
    }
}
