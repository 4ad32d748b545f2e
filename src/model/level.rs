//! How much findings weigh in this company, and which of them are allowed where.

use chrono::NaiveDate;

use crate::diagnostic::{Span, Spanned};

/// How much the findings of a code weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The site is not built.
    Error,
    /// The site is built; readers miss something.
    Warning,
    /// Worth knowing.
    Note,
    /// Not told.
    Off,
}

/// A company's word on the findings of a code.
#[derive(Debug)]
pub struct LevelRule {
    /// The code.
    pub code: Spanned<Box<str>>,
    /// How much they weigh.
    pub level: Level,
    /// The folder or the file of the catalog in which that holds; everywhere when left out.
    pub path: Option<Spanned<Box<str>>>,
}

/// A finding that an entry's authors know and keep for a while.
#[derive(Debug)]
pub struct Allowance {
    /// The code.
    pub code: Spanned<Box<str>>,
    /// Why it stays.
    pub because: Box<str>,
    /// The last day on which it is not told.
    pub until: NaiveDate,
    /// Where the entry stands.
    pub entry: Span,
}
