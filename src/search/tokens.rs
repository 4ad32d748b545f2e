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

/// A text in small letters.
fn small(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true if !text.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Borrowed(text),
        true => Cow::Owned(text.to_ascii_lowercase()),
        false => Cow::Owned(text.to_lowercase()),
    }
}

fn split(small: &str) -> impl Iterator<Item = &str> {
    small.split(|letter: char| !is_letter(letter)).filter(|word| !word.is_empty())
}

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
        let mut joined = Vec::new();
        each_word_and_joined("Wi-Fi on e-mail", |word, is_joined| joined.extend(is_joined.then(|| word.to_owned())));
        assert_eq!(joined, ["wifi", "email"]);
    }
}
