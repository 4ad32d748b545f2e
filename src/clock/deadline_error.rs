//! What is wrong with a deadline, and in which of its keys.

/// A key of the catalog's deadline, so that an error can point at its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeadlineField {
    /// `every`
    Every,
    /// `on`: which of its days, from 0
    On(usize),
    /// `from`
    From,
    /// `at`
    At,
    /// `if_closed`
    IfClosed,
}

/// Why the pieces make no deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineError {
    /// Whose value is wrong.
    pub field: DeadlineField,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// A value for that field that was probably meant.
    pub suggestion: Option<String>,
}
