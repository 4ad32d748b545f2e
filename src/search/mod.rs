//! Search: what a reader types in their own words, and the entries that answer it, best first.
//!
//! An [`Index`] is built for the pages of one language from [`Document`]s, which an edition's entries are turned
//! into, and a [`Lexicon`](crate::lexicon::Lexicon); [`Findable`] keeps them. [`rank`] is pure and counts in whole
//! numbers only; `themes/default/js/search` counts the same in the browser, on the same index ([`Index::written`]).

mod build;
mod candidates;
mod compounds;
mod distance;
mod document;
mod documents;
mod everyday;
mod explain;
mod findable;
mod fold;
mod index;
mod likeness;
mod query;
mod rank;
mod tokens;
mod vocabulary;
mod weights;
mod write;

pub use document::{Document, Field};
pub use explain::{Evidence, explain};
pub use findable::Findable;
pub use index::Index;
pub use rank::{Hit, Ranking, rank};
pub use write::{Written, WrittenOthers, WrittenWords};
