//! YAML as people write it: a tree in which every key and value knows its place, and from it the types
//! that a program reads, with every mistake found in one go. Knows nothing of catalogs.
//!
//! [`parse`] makes the tree and reports what is not YAML, or not the plain YAML that is read here; such
//! parts stay in the tree as [`NodeKind::Broken`]. [`decode`] reads a type from the tree and gives the
//! [`Mistake`]s as data: how they are reported is the business of who knows the keys. What a plain scalar means
//! is `serde_yaml`'s word. [`locate`] finds a piece of a text in the file again.

mod backslash;
mod bare;
mod beginning;
mod builder;
mod colon;
mod comment;
mod decode;
mod extent;
mod first_sign;
mod key;
mod layout;
mod locate;
mod meant_groups;
mod mistake;
mod open;
mod property;
mod quotes;
mod syntax;
mod syntax_error;
mod tree;
mod unmarked;

pub use builder::parse;
pub use decode::{Decoded, MAX_MISTAKES, decode};
pub use key::is_language;
pub use locate::locate;
pub use mistake::{GROUP, Mistake, MistakeKind, TRUTH};
pub use tree::{Node, NodeKind, Pair};
