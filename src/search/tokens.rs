//! Words of a text.

/// The words of a text in small letters, in order. `-`, `.`, `_` and apostrophes part words.
pub(super) fn words(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    split(&small).map(str::to_owned).collect()
}

/// The same for an index, with the words that such a sign parts also as one: `Wi-Fi` is `wi`, `fi` and `wifi`.
pub(super) fn words_and_joined(text: &str) -> (Vec<String>, Vec<String>) {
    let small = text.to_lowercase();
    let mut joined = Vec::new();
    let mut run: Option<(String, usize)> = None;
    let mut end = 0;
    for word in split(&small) {
        let start = word.as_ptr() as usize - small.as_ptr() as usize;
        let beside = end > 0 && matches!(&small[end..start], "-" | "." | "_" | "'" | "’" | "‑");
        run = match run.take() {
            Some((mut one, parts)) if beside => {
                one.push_str(word);
                Some((one, parts + 1))
            }
            before => {
                joined.extend(before.filter(|(_, parts)| *parts > 1).map(|(one, _)| one));
                Some((word.to_owned(), 1))
            }
        };
        end = start + word.len();
    }
    joined.extend(run.filter(|(_, parts)| *parts > 1).map(|(one, _)| one));
    (split(&small).map(str::to_owned).collect(), joined)
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
    use super::{words, words_and_joined};

    #[test]
    fn signs_part_words() {
        assert_eq!(words("Minun HR-asia, maija.v!"), ["minun", "hr", "asia", "maija", "v"]);
        assert_eq!(words_and_joined("Wi-Fi on e-mail").1, ["wifi", "email"]);
    }
}
