//! One big file of the site, written piece by piece and compared with the old one on the way.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::time::SystemTime;

use anyhow::{Context, Result};

use super::staging::{Staging, not_written};

const PIECE: usize = 64 * 1024;

/// A file being written; [`Stream::finish`] completes it. Dropped before that, the site cannot be
/// finished.
#[derive(Debug)]
pub struct Stream<'a> {
    staging: &'a Staging,
    path: String,
    file: BufWriter<Compared>,
    finished: bool,
}

impl<'a> Stream<'a> {
    pub(super) fn open(staging: &'a Staging, path: &str) -> Result<Self> {
        let (file, old) = staging.open(path)?;
        let old = old.map(|(file, modified)| Old { file: BufReader::with_capacity(PIECE, file), modified });
        let compared = Compared { file, old, bytes: 0 };
        Ok(Self { staging, path: path.to_owned(), file: BufWriter::with_capacity(PIECE, compared), finished: false })
    }

    /// Writes what is still held back; if all bytes are those of the old file, keeps its
    /// modification time.
    ///
    /// # Errors
    /// When the machine refuses; the site can then no longer be finished.
    pub fn finish(mut self) -> Result<()> {
        let unchanged =
            self.file.flush().and_then(|()| self.file.get_mut().settle()).with_context(|| not_written(&self.path))?;
        self.staging.count(self.file.get_ref().bytes, unchanged);
        self.finished = true;
        Ok(())
    }
}

impl Write for Stream<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Stream<'_> {
    fn drop(&mut self) {
        if !self.finished {
            self.staging.fail(&self.path);
        }
    }
}

/// The new file, and the old one for as long as it says the same.
#[derive(Debug)]
struct Compared {
    file: File,
    old: Option<Old>,
    bytes: u64,
}

#[derive(Debug)]
struct Old {
    file: BufReader<File>,
    modified: SystemTime,
}

impl Compared {
    /// Whether the whole file is that of the old site.
    fn settle(&mut self) -> io::Result<bool> {
        let Some(mut old) = self.old.take() else {
            return Ok(false);
        };
        if !matches!(old.file.read(&mut [0]), Ok(0)) {
            return Ok(false);
        }
        self.file.set_modified(old.modified)?;
        Ok(true)
    }
}

impl Write for Compared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.bytes += written as u64;
        self.old = self.old.take().and_then(|old| old.continues_with(bytes.get(..written)?));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Old {
    fn continues_with(mut self, bytes: &[u8]) -> Option<Self> {
        let mut piece = vec![0; bytes.len()];
        self.file.read_exact(&mut piece).ok()?;
        (piece == bytes).then_some(self)
    }
}
