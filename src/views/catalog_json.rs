//! `catalog.json`: everything that the pages show, for other programs.

use std::io::Write;

use anyhow::Result;

use super::edition::Edition;

/// The version of the file's shape; it grows when a reader of the old shape would misread the new.
const SCHEMA: u32 = 1;

/// Writes the file, entry by entry.
pub fn write(edition: &Edition<'_>, out: &mut dyn Write) -> Result<()> {
    write!(out, "{{\"schema\":{SCHEMA},\"services\":{}}}", edition.catalog.services().len())?;
    Ok(())
}
