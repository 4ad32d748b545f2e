//! A JSON object written key by key, its lists entry by entry: no more of it is held than one entry.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

/// An object whose opening brace is written.
pub(super) struct Document<'w> {
    out: &'w mut dyn Write,
    /// The entry at hand, so that `out` gets it in one piece.
    entry: Vec<u8>,
    first: bool,
}

impl<'w> Document<'w> {
    /// Opens the object.
    pub(super) fn begin(out: &'w mut dyn Write) -> Result<Self> {
        out.write_all(b"{")?;
        Ok(Self { out, entry: Vec::new(), first: true })
    }

    /// A key and its value.
    pub(super) fn value(&mut self, key: &str, value: &impl Serialize) -> Result<()> {
        self.key(key)?;
        self.write(value)
    }

    /// A key and a list.
    pub(super) fn list<T: Serialize>(&mut self, key: &str, entries: impl Iterator<Item = T>) -> Result<()> {
        self.key(key)?;
        self.out.write_all(b"[")?;
        for (number, entry) in entries.enumerate() {
            self.out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
            self.write(&entry)?;
        }
        self.out.write_all(b"]")?;
        Ok(())
    }

    /// Closes the object.
    pub(super) fn end(self) -> Result<()> {
        self.out.write_all(b"\n}\n")?;
        Ok(())
    }

    fn key(&mut self, key: &str) -> Result<()> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        self.write(&key)?;
        self.out.write_all(b":")?;
        Ok(())
    }

    fn write(&mut self, value: &impl Serialize) -> Result<()> {
        self.entry.clear();
        serde_json::to_writer(&mut self.entry, value)?;
        self.out.write_all(&self.entry)?;
        Ok(())
    }
}
