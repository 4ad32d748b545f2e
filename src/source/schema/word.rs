//! `words.yaml`: what people here say, for the search.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Keyed, Str, TextListDoc};

/// The company's own everyday words. The search knows some six hundred groups of words that people say at work; here
/// stands what is said otherwise.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "the keys `words` and `leave_out`")]
#[schemars(title = "Words")]
pub struct WordsDoc {
    /// Groups of words by id: your own, or one of luukku's, to which yours are added.
    pub words: Keyed<WordGroupDoc>,
    /// The ids of luukku's groups that mean something else here. One that stands under `words`, too, has your words
    /// instead of luukku's.
    pub leave_out: Vec<Str>,
}

/// Words that mean the same, in all languages. Whoever types one of them finds what says another.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a group of words: `say`")]
#[schemars(title = "Word group")]
pub struct WordGroupDoc {
    /// What people say, the best known word first: words, and phrases of at most five.
    pub say: TextListDoc,
    /// Other groups, your own or luukku's, that are meant by whoever says a word of this one. The way leads in this
    /// direction only, one step far.
    pub leads_to: Vec<Str>,
    /// Words of luukku's group that mean something else here.
    pub not: TextListDoc,
}
