//! Words of a text.

use std::borrow::Cow;

/// The words of a text in small letters, in order. `-`, `.`, `_` and apostrophes part words.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    each_word(text, |word| all.push(word.to_owned()));
    all
}

/// Hands on the words of a text, one by one.
pub(super) fn each_word(text: &str, mut take: impl FnMut(&str)) {
    split(&small(text)).for_each(&mut take);
}

/// The same for an index, with the words that such a sign parts also as one: `Wi-Fi` is `wi`, `fi` and, joined, `wifi`.
pub(super) fn each_word_and_joined(text: &str, mut take: impl FnMut(&str, bool)) {
    let small = small(text);
    let (mut run, mut parts, mut end) = (String::new(), 0, 0);
    for word in split(&small) {
        let start = word.as_ptr() as usize - small.as_ptr() as usize;
        let beside = end > 0 && matches!(&small[end..start], "-" | "." | "_" | "'" | "’" | "‑");
        if !beside {
            if parts > 1 {
                take(&run, true);
            }
            run.clear();
            parts = 0;
        }
        run.push_str(word);
        parts += 1;
        end = start + word.len();
        take(word, false);
    }
    if parts > 1 {
        take(&run, true);
    }
}

/// A text in small letters: those of ASCII at once, and the others one by one only where one of them is large.
fn small(text: &str) -> Cow<'_, str> {
    let is_small = |letter: char| letter.to_lowercase().eq([letter]);
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let Some(letter) = rest[at..].chars().next().filter(|letter| is_small(*letter)) else {
            return Cow::Owned(text.to_lowercase());
        };
        rest = &rest[at + letter.len_utf8()..];
    }
    match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(text.to_ascii_lowercase()),
        false => Cow::Borrowed(text),
    }
}

fn split(small: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = run(small, at, false);
        at = run(small, start, true);
        (start < at).then(|| &small[start..at])
    })
}

/// Where the letters that stand at a place end, or what is none.
fn run(text: &str, mut at: usize, letters: bool) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            if ASCII_LETTERS[usize::from(*byte)] != letters {
                break;
            }
            at += 1;
            continue;
        }
        let Some(letter) = text[at..].chars().next().filter(|letter| is_letter(*letter) == letters) else { break };
        at += letter.len_utf8();
    }
    at
}

/// By byte: whether it is a letter or a digit of ASCII.
const ASCII_LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// Letters, digits, and the marks above letters that are written apart from them.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::{each_word_and_joined, words};

    #[test]
    fn signs_part_words() {
        assert_eq!(words("Minun HR-asia, maija.v!"), ["minun", "hr", "asia", "maija", "v"]);
        assert_eq!(words("Työ – ÄÄNI ΟΔΟΣ e\u{301} "), ["työ", "ääni", "οδος", "e\u{301}"]);
        assert_eq!(words("TYÖ – on pöytä"), ["työ", "on", "pöytä"]);
        let mut joined = Vec::new();
        each_word_and_joined("Wi-Fi on e-mail", |word, is_joined| joined.extend(is_joined.then(|| word.to_owned())));
        assert_eq!(joined, ["wifi", "email"]);
    }
}
