//! What the commands say. A terminal that is gone or a disk that is full is no reason to panic.

use std::io::Write;

use anyhow::{Context, Result};

/// Prints on the standard output.
///
/// # Errors
/// When it takes nothing.
pub(super) fn say(text: &str) -> Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("cannot print")
}

/// Prints a line on the standard error. Where that takes nothing, nobody can be told.
pub(super) fn complain(text: &str) {
    let _unread = writeln!(anstream::stderr().lock(), "{text}");
}
