//! Ways between folders.

/// The way out of a folder.
pub(super) fn up(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}
