//! A text that is not YAML: where, what is wrong and what to do.

use std::ops::Range;

/// A syntax error, by the bytes of the text that was parsed.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) at: Range<usize>,
    /// What is wrong, without a full stop.
    pub(super) what: String,
    pub(super) help: String,
    /// What to write at a place instead.
    pub(super) instead: Option<(Range<usize>, String)>,
    /// Another place that explains it.
    pub(super) also: Option<(Range<usize>, &'static str)>,
}

impl SyntaxError {
    pub(super) fn new(at: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, what: what.into(), help: help.into(), instead: None, also: None }
    }

    pub(super) fn instead(mut self, at: Range<usize>, text: impl Into<String>) -> Self {
        self.instead = Some((at, text.into()));
        self
    }

    pub(super) fn also(mut self, at: Range<usize>, text: &'static str) -> Self {
        self.also = Some((at, text));
        self
    }
}
