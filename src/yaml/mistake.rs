//! What can be wrong with a value when it is decoded, as data.

use std::fmt;

use serde::de::{self, Unexpected};

use super::tree::{Node, NodeKind, Pair};
use crate::diagnostic::Span;

/// What is found where a value was left out.
const NOTHING: &str = "nothing";
/// What is expected where only yes or no can be said.
pub const TRUTH: &str = "`true` or `false`";
/// How what is needed begins where a group stands.
pub const GROUP: &str = "a group of ";
/// What is found where a list stands.
const LIST: &str = "a list";

/// One mistake and its place.
#[derive(Debug)]
pub struct Mistake {
    /// What is wrong.
    pub kind: MistakeKind,
    /// Where; none for the whole.
    pub span: Option<Span>,
    /// True once the smallest part that is wrong has been marked in the tree.
    pub(super) left_out: bool,
}

/// What is wrong with a key or a value.
#[derive(Debug)]
pub enum MistakeKind {
    /// A key that cannot stand here.
    UnknownKey {
        /// The key.
        key: String,
        /// Those that can.
        known: &'static [&'static str],
    },
    /// A word that cannot stand here.
    UnknownWord {
        /// The word.
        word: String,
        /// Those that can.
        known: &'static [&'static str],
    },
    /// A group without a key that it needs.
    MissingKey(&'static str),
    /// A list's item with nothing in it.
    EmptyItem,
    /// A key with nothing behind it, where something is needed.
    EmptyKey(String),
    /// A list behind a key that takes one value.
    ListForOne {
        /// The key.
        key: String,
        /// The keys that can stand in the same group.
        known: &'static [&'static str],
        /// What the list holds, as far as it is text.
        items: Vec<String>,
        /// What is needed, in words.
        expected: String,
    },
    /// Another kind of value than is needed.
    WrongType {
        /// What stands there, in words.
        found: String,
        /// The same as it is written, where it is a text or a figure.
        scalar: Option<String>,
        /// What is needed, in words.
        expected: String,
    },
    /// Anything else, in words.
    Other(String),
}

impl Mistake {
    pub(super) fn new(kind: MistakeKind) -> Self {
        Self { kind, span: None, left_out: false }
    }

    /// Adds the place, unless a nearer one is known.
    pub(super) fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// Marks a part of the tree as the one that is wrong, unless a smaller one is marked already.
    pub(super) fn leave_out(mut self, mark: impl FnOnce()) -> Self {
        if !self.left_out {
            mark();
            self.left_out = true;
        }
        self
    }

    /// Names the key behind which the value is wrong, where that says more. `known` are the keys of its group.
    pub(super) fn of(mut self, entry: &Pair<'_>, known: &'static [&'static str]) -> Self {
        let MistakeKind::WrongType { found, expected, .. } = &self.kind else { return self };
        if entry.value.is_absent() && found == NOTHING {
            self.kind = MistakeKind::EmptyKey(entry.key.to_string());
            self.span = Some(entry.key_span);
        } else if found == LIST && self.span == Some(entry.value.span) && is_one(expected) {
            let expected = expected.clone();
            let NodeKind::Sequence(items) = &entry.value.kind else { return self };
            let text = |item: &Node<'_>| match &item.kind {
                NodeKind::Scalar { text, .. } => Some(text.to_string()),
                _ => None,
            };
            let items = items.iter().filter_map(text).collect();
            self.kind = MistakeKind::ListForOne { key: entry.key.to_string(), known, items, expected };
        }
        self
    }
}

/// True where a single text, word or number is needed, not a group.
fn is_one(expected: &str) -> bool {
    ["text", "a word", "a whole number", "an id", TRUTH].iter().any(|one| expected.starts_with(one))
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(MistakeKind::Other(message.to_string()))
    }
    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_value(found, expected)
    }
    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let (found, scalar) = in_words(found);
        let expected = match expected.to_string().as_str() {
            "a sequence" => LIST.to_owned(),
            "a map" => "a group of `key: value` lines".to_owned(),
            "a string" => "text".to_owned(),
            "a boolean" => TRUTH.to_owned(),
            "u32" | "u8" | "u16" | "u64" | "usize" => "a whole number".to_owned(),
            other => other.to_owned(),
        };
        Self::new(MistakeKind::WrongType { found, scalar, expected })
    }
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(MistakeKind::UnknownWord { word: word.to_owned(), known })
    }
    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(MistakeKind::UnknownKey { key: key.to_owned(), known })
    }
    fn missing_field(key: &'static str) -> Self {
        Self::new(MistakeKind::MissingKey(key))
    }
}

/// What was found, as a person would say it; for a text also the text itself.
fn in_words(found: Unexpected<'_>) -> (String, Option<String>) {
    match found {
        Unexpected::Str(text) if text.chars().count() <= 40 && !text.contains('\n') => {
            (format!("the text `{text}`"), Some(text.to_owned()))
        }
        Unexpected::Str(text) => ("a long text".to_owned(), Some(text.to_owned())),
        Unexpected::Bool(b) => (format!("`{b}`"), Some(b.to_string())),
        Unexpected::Unsigned(n) => (format!("the number {n}"), Some(n.to_string())),
        Unexpected::Signed(n) => (format!("the number {n}"), Some(n.to_string())),
        Unexpected::Float(n) => (format!("the number {n:?}"), Some(format!("{n:?}"))),
        Unexpected::Unit | Unexpected::Option => (NOTHING.to_owned(), None),
        Unexpected::Seq => (LIST.to_owned(), None),
        Unexpected::Map => ("a group of `key: value` lines".to_owned(), None),
        other => (other.to_string(), None),
    }
}
