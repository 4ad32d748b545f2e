//! What people in the company say for things: its own everyday words.

use super::text::TextList;
use crate::diagnostic::Spanned;

/// What the company says otherwise than the table that luukku brings.
#[derive(Debug, Default)]
pub struct Words {
    /// Its own groups, and what it adds to shipped ones.
    pub groups: Vec<WordGroup>,
    /// The ids of the shipped groups that it leaves out.
    pub left_out: Vec<Box<str>>,
}

/// Words that mean the same.
#[derive(Debug)]
pub struct WordGroup {
    /// The id, where it is written.
    pub id: Spanned<Box<str>>,
    /// The words; the first of each language is the one to show.
    pub say: TextList,
    /// The ids of the groups to which it leads.
    pub leads_to: Vec<Box<str>>,
    /// Words that are none of the shipped group's here.
    pub not: TextList,
}
