//! What people of the house say for things, for those who are new to it: "the fifteenth" means payday.

use crate::lexicon::Lexicon;
use crate::publish::{LocaleId, Published};

/// In a language: what is said, in a row, and what it means, which is the word to show of its group.
pub(super) fn house_words<'a>(
    published: &'a Published<'a>,
    lexicon: &Lexicon,
    locale: LocaleId,
) -> Vec<(String, String)> {
    let tag = published.language(locale).tag();
    let mut all = Vec::new();
    for (id, said) in published.house_words() {
        let shown = lexicon.group(id).and_then(|group| group.words_in(tag).first());
        let Some(meaning) = shown else { continue };
        let other: Vec<&str> = said.get(locale).iter().map(|word| &**word).filter(|word| word != meaning).collect();
        if !other.is_empty() {
            all.push((other.join(", "), meaning.clone()));
        }
    }
    all
}
