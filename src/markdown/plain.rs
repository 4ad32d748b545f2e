//! The words of a text without its marks, for those who look for words.

use pulldown_cmark::{Event, Parser};

use crate::markdown::raw::each_shown;
use crate::markdown::render::{OPTIONS, cut};

/// What a reader sees of a text, as plain words: no marks, no addresses.
pub fn plain(source: &str) -> String {
    let mut words = String::with_capacity(source.len());
    each_shown(Parser::new_ext(cut(source), OPTIONS), |event| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            words.push_str(&text);
        }
        Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
        _ => {}
    });
    words
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn addresses_and_marks_are_no_words() {
        assert_eq!(plain("**Lost** [it](https://a.example)?\nRing."), "Lost  it ? Ring. ");
        assert_eq!(plain("a<!-- hidden -->b"), "ab ");
    }
}
