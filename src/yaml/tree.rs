//! The tree: lists, groups and texts with their places, and what is broken among them.

use std::borrow::Cow;
use std::cell::Cell;

use crate::diagnostic::Span;

/// A value in the tree.
#[derive(Debug)]
pub struct Node<'t> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind<'t>,
    /// True once it was found not to be what is needed in its place; it is then passed over.
    wrong: Cell<bool>,
}

/// What a value is.
#[derive(Debug)]
pub enum NodeKind<'t> {
    /// Text.
    Scalar {
        /// What it says.
        text: Cow<'t, str>,
        /// True when it stood without quotes, so that `3` may be meant as a number.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node<'t>>),
    /// A group of keys and values.
    Mapping(Vec<Pair<'t>>),
    /// What cannot be read; it has been reported.
    Broken,
}

/// A key and its value.
#[derive(Debug)]
pub struct Pair<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'t>,
    /// True once the key was found not to belong here.
    wrong: Cell<bool>,
}

impl<'t> Node<'t> {
    /// A value at its place.
    pub fn new(span: Span, kind: NodeKind<'t>) -> Self {
        Self { span, kind, wrong: Cell::new(false) }
    }

    /// True for what cannot be read or is not what is needed: it has been reported.
    pub fn is_broken(&self) -> bool {
        self.wrong.get() || matches!(self.kind, NodeKind::Broken)
    }

    pub(super) fn leave_out(&self) {
        self.wrong.set(true);
    }

    /// True for what says nothing: a value left out, an empty list, an empty group.
    pub fn is_nothing(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar { .. } => self.is_null(),
            NodeKind::Sequence(items) => items.is_empty(),
            NodeKind::Mapping(entries) => entries.is_empty(),
            NodeKind::Broken => false,
        }
    }

    /// True for `key:` with nothing behind it, and for `null` and `~`.
    pub fn is_null(&self) -> bool {
        let NodeKind::Scalar { text, plain: true } = &self.kind else { return false };
        matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// True for a value that was left out.
    pub fn is_absent(&self) -> bool {
        self.is_null() && self.span.start == self.span.end
    }
}

impl<'t> Pair<'t> {
    /// A key and its value.
    pub(super) fn new(key: Cow<'t, str>, key_span: Span, value: Node<'t>) -> Self {
        Self { key, key_span, value, wrong: Cell::new(false) }
    }

    /// True when the key or the value is broken.
    pub fn is_broken(&self) -> bool {
        self.wrong.get() || self.value.is_broken()
    }

    /// True when the key itself does not belong here.
    pub fn is_misplaced(&self) -> bool {
        self.wrong.get()
    }

    pub(super) fn leave_out(&self) {
        self.wrong.set(true);
    }
}
