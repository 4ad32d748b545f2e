//! Texts as they stand in a file, and as they can stand between brackets.

use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{Node, NodeKind};

/// For a value of another kind than is needed.
pub(super) fn wrong(span: Span, what: String) -> Diagnostic {
    Diagnostic::error("wrong-type", span, what).why("each key holds one kind of thing, and this is another kind")
}

/// A text of one line.
pub(super) fn text_of<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } if !text.contains('\n') => Some(text),
        _ => None,
    }
}

/// A text as it can stand between brackets.
pub(super) fn quoted(text: &str) -> String {
    let plain = text.starts_with(char::is_alphanumeric) && !text.contains([',', ':', '#', '"', '[', ']', '{', '}']);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}
