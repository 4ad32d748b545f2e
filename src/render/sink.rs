//! Where rendered files go: onto the disk while a site is built, into memory in tests.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

use anyhow::{Result, bail};

/// Takes files, from many threads at once. A path may be claimed once.
pub trait Sink: Sync {
    /// Takes a whole file.
    ///
    /// # Errors
    /// When the path is claimed already or the file cannot be written.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()>;

    /// Takes a file piece by piece, for what is too large to be held at once.
    ///
    /// # Errors
    /// As [`Sink::write`], and whatever `fill` returns.
    fn stream(&self, path: &str, fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>) -> Result<()>;
}

/// A site in memory: path → bytes.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Memory {
    /// The files.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let mut files = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if files.insert(path.to_owned(), bytes.to_vec()).is_some() {
            bail!("two pages claim the path `{path}`");
        }
        Ok(())
    }

    fn stream(&self, path: &str, fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>) -> Result<()> {
        let mut bytes = Vec::new();
        fill(&mut bytes)?;
        self.write(path, &bytes)
    }
}
