//! The table of the ranking. It travels in the index, so that the browser counts with the same numbers.

use serde::Serialize;

use super::document::Field;
use crate::publish::EntryKind;

/// How much a word in a field is worth of 100, in the page's language and in another, and whether the field is a
/// phrase: something short that a query may be as a whole.
pub(super) const FIELDS: &[(Field, u32, u32, bool)] = &[
    (Field::Name, 100, 80, true),
    (Field::Asked, 85, 70, true),
    (Field::Id, 90, 90, true),
    (Field::Keywords, 75, 60, false),
    (Field::Address, 70, 70, false),
    (Field::Summary, 45, 30, false),
    (Field::Unit, 35, 30, false),
    (Field::People, 30, 30, false),
    (Field::Body, 18, 10, false),
];

/// What a kind's scores are multiplied by, in per cent: when words were typed, and when a phone number was.
pub(super) const KINDS: &[(EntryKind, u32, u32)] = &[
    (EntryKind::Service, 100, 90),
    (EntryKind::Article, 92, 50),
    (EntryKind::Journey, 85, 50),
    (EntryKind::Team, 88, 100),
    (EntryKind::Department, 88, 95),
    (EntryKind::Person, 88, 100),
    (EntryKind::Place, 88, 95),
];

/// What a word of a query is worth, in per cent: of no meaning, of little, of some.
pub(super) const FILLER: u32 = 8;
pub(super) const WEAK: u32 = 35;
pub(super) const PLAIN: u32 = 100;

/// What a guess is worth, of 100 or in per cent.
#[derive(Debug, Serialize)]
pub(super) struct Weights {
    /// The word without its marks.
    pub(super) folded: u32,
    /// A later part of a compound.
    pub(super) tail: u32,
    /// Somewhere inside a word; at its end.
    pub(super) inside: u32,
    pub(super) ending: u32,
    /// A slip in a word that is still being typed.
    pub(super) typing: u32,
    /// Where words go on like the typed one: another form of it, and what is a slip away.
    pub(super) other: u32,
    pub(super) instead: u32,
    /// What a second slip costs, and one in the first letter.
    pub(super) twice: u32,
    pub(super) initial: u32,
    /// A common word for another, at most; and what is no guess any more.
    pub(super) common: u32,
    pub(super) least: u32,
    /// Two words of the query that the catalog writes as one.
    pub(super) joined: u32,
    /// A word is split when nothing is surer than `whole`, into parts that are as sure as `head` and `rest`; into
    /// parts that are as sure as `sure` when something is surer than `guess`.
    pub(super) whole: u32,
    pub(super) guess: u32,
    pub(super) head: u32,
    pub(super) rest: u32,
    pub(super) sure: u32,
    /// What the first and the second part are worth, and the whole beside them.
    pub(super) first: u32,
    pub(super) second: u32,
    pub(super) compound: u32,
    /// An everyday word, and one that itself stands in the catalog, too.
    pub(super) everyday: u32,
    pub(super) beside: u32,
    /// What a word alone counts in an everyday phrase that stands nowhere as a whole, in per cent.
    pub(super) within: u32,
    /// Forms that are so much alike are forms of one word.
    pub(super) form: u32,
    /// A guess in a text of another language than the page's.
    pub(super) foreign: u32,
    /// What fits less does not count when it is asked how rare a word is.
    pub(super) counted: u32,
    /// What a document says again in other texts counts so much beside the best of them, in per cent, up to a most.
    pub(super) repeated: u32,
    pub(super) repeats: u32,
    /// A phrase that is the query counts so much beside its words.
    pub(super) phrase: u64,
    /// One that begins with the first word of the query counts as if so much of what is missing were typed.
    pub(super) begins: u64,
    /// What a phrase that is nearly all of the query, and the query of it, counts beyond that.
    pub(super) equal: u64,
    /// A word in the keywords that is all of the query.
    pub(super) alone: u32,
    /// What a phone number counts less that is not the first.
    pub(super) further: u64,
    /// What covers nothing of a query keeps so much of its score.
    pub(super) uncovered: u64,
    /// What is for the reader's own audience.
    pub(super) own_audience: u64,
    /// What is reached by an emergency line earns so much when all of the query says that somebody is in danger.
    pub(super) danger: u64,
}

pub(super) const WEIGHTS: Weights = Weights {
    folded: 97,
    tail: 84,
    inside: 58,
    ending: 66,
    typing: 75,
    other: 80,
    instead: 70,
    twice: 10,
    initial: 8,
    common: 60,
    least: 30,
    joined: 95,
    whole: 80,
    guess: 70,
    head: 62,
    rest: 78,
    sure: 88,
    first: 70,
    second: 70,
    compound: 80,
    everyday: 75,
    beside: 60,
    within: 85,
    form: 84,
    foreign: 85,
    counted: 60,
    repeated: 12,
    repeats: 20_000,
    phrase: 60,
    begins: 70,
    equal: 25,
    alone: 95,
    further: 4,
    uncovered: 40,
    own_audience: 115,
    danger: 16_000,
};
