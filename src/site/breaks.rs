//! Where an endless word may be broken: a web address in a table would otherwise make it wider than the page.

use crate::markdown::Markup;

/// Shorter words stay whole.
const ENDLESS: usize = 30;

/// So many letters without a mark may be broken anywhere.
const UNMARKED: usize = 60;

/// Behind these a word may be broken.
const MARKS: [char; 12] = ['/', '?', '&', '=', '#', '.', '-', '_', '@', ':', ';', ','];

/// Writes a text; the endless words in it may be broken.
pub(super) fn push(text: &str, markup: &mut Markup) {
    let endless = |word: &str| word.len() > ENDLESS && word.chars().count() > ENDLESS;
    if has_short_words(text.as_bytes()) || !text.split(char::is_whitespace).any(endless) {
        markup.text(text);
        return;
    }
    for word in text.split_inclusive(char::is_whitespace) {
        if !endless(word.trim_end()) {
            markup.text(word);
            continue;
        }
        let (body, space) = word.split_at(word.trim_end().len());
        let mut pieces = pieces(body).peekable();
        while let Some(piece) = pieces.next() {
            markup.text(piece);
            if pieces.peek().is_some() {
                markup.may_break();
            }
        }
        markup.text(space);
    }
}

/// Whether there is a space in any so many bytes in a row: it is looked for from behind, so that few are looked at.
fn has_short_words(mut text: &[u8]) -> bool {
    while let Some(next) = text.get(..=ENDLESS) {
        let Some(space) = next.iter().rposition(|byte| *byte == b' ') else { return false };
        text = &text[space + 1..];
    }
    true
}

/// A word cut behind its marks, and where it has none.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(MARKS).flat_map(|part| {
        let cuts = part.char_indices().map(|(at, _)| at).step_by(UNMARKED).skip(1).chain([part.len()]);
        cuts.scan(0, |from, to| Some(&part[std::mem::replace(from, to)..to]))
    })
}

#[cfg(test)]
mod tests {
    use super::push;
    use crate::markdown::Markup;

    fn written(text: &str) -> String {
        let mut markup = Markup::default();
        push(text, &mut markup);
        markup.finish().as_str().to_owned()
    }

    #[test]
    fn an_address_may_be_broken_behind_its_marks() {
        let broken = written("See https://acme.example/forms?b=1&c, please");
        assert_eq!(broken, "See https:<wbr>/<wbr>/<wbr>acme.<wbr>example/<wbr>forms?<wbr>b=<wbr>1&amp;<wbr>c, please");
    }

    #[test]
    fn words_stay_whole() {
        for text in ["Lentokonesuihkuturbiinimoottori", "a/b/c", "Well-known, and short", ""] {
            assert_eq!(written(text), text);
        }
    }

    #[test]
    fn a_word_without_marks_may_be_broken_all_the_same() {
        let parts: Vec<String> = written(&"ä".repeat(130)).split("<wbr>").map(str::to_owned).collect();
        assert_eq!(parts.iter().map(|part| part.chars().count()).collect::<Vec<_>>(), [60, 60, 10]);
    }
}
