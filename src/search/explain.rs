//! Why a document was found: which word of which text earned what.

use super::document::Field;
use super::index::Index;
use super::query::Query;
use super::weights::{FIELDS, WEIGHTS};

/// What a word of a query found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The word as it was typed, or a part of it.
    pub typed: String,
    /// What it was taken for; none for an everyday word that means another.
    pub word: Option<String>,
    /// In which text that stands.
    pub field: Field,
    /// Whether the text is in another language than the page's.
    pub foreign: bool,
    /// How sure it is, of 100.
    pub sure: u32,
    /// What it earned of 100: how sure it is, and what the text is worth.
    pub earned: u32,
}

/// What each word of a query found best in a document, in the order of the query.
pub fn explain(index: &Index, query: &str, entry: usize) -> Vec<Evidence> {
    let mut all = Vec::new();
    for unit in Query::read(index, query).units {
        let by_word = unit.candidates.iter().flat_map(|(term, sure)| {
            let word = &index.words.terms[*term as usize].written;
            index.texts_with(*term).iter().map(move |text| (*text, *sure, Some(word.to_string())))
        });
        let by_meaning = unit.meant.iter().map(|(text, sure)| (*text, *sure, None));
        let here = by_word.chain(by_meaning).filter(|(text, ..)| index.texts[*text as usize].entry as usize == entry);
        let best = here.max_by_key(|(text, sure, _)| sure * index.texts[*text as usize].value());
        if unit.danger && index.entries[entry].emergency {
            let (typed, field) = (unit.typed.written.clone(), Field::Emergency);
            let earned = WEIGHTS.danger as u32 / 100;
            all.push(Evidence { typed, word: None, field, foreign: false, sure: 100, earned });
        }
        let Some((text, sure, word)) = best else { continue };
        let text = index.texts[text as usize];
        all.push(Evidence {
            typed: unit.typed.written,
            word,
            field: FIELDS[text.field as usize].0,
            foreign: text.foreign,
            sure,
            earned: sure * text.value() / 100,
        });
    }
    all
}
