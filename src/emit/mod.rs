//! Last stage: writes the site beside its target and puts it in place in one step.
//!
//! 1. [`Site::begin`] takes the lock, opens an empty staging folder beside the target
//!    (`workspace`) and makes sure that the target may be replaced (`target`).
//! 2. [`Site::write`] and [`Site::stream`] fill the staging folder (`staging`), from as many
//!    threads as there are; a file whose bytes did not change is linked over from the old site.
//! 3. [`Site::finish`] exchanges the two folders (`exchange`) and removes the old one last.
//!
//! Whoever kills the program or fills the disk before the exchange leaves the old site as it was;
//! after it, the new one is there in whole. Nothing is forced to the disk (`fsync`): after a power
//! cut, build again; each file is compared by its bytes, so that a torn one is written anew.

mod claims;
mod exchange;
mod staging;
mod stream;
mod target;
mod workspace;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub use self::stream::Stream;

use self::exchange::exchange;
use self::staging::Staging;
use self::target::Target;
use self::workspace::Workspace;

/// A site being written; dropped without [`Site::finish`], it leaves no trace.
#[derive(Debug)]
pub struct Site {
    staging: Staging,
    // After the files, so that the folder is removed when nothing can be open in it any more.
    workspace: Workspace,
    // Last, so that parents created for the site are empty when they are removed.
    target: Target,
}

/// What a finished build wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Files of the site, without the marker.
    pub files: u64,
    /// Their size in bytes.
    pub bytes: u64,
    /// How many of them have the bytes, and so the modification time, of the site before.
    pub unchanged: u64,
    /// Where the site now is: absolute, links resolved.
    pub target: PathBuf,
}

impl Site {
    /// Prepares to write the site to the folder `out`; its parents are created, a link is followed.
    ///
    /// # Errors
    /// When `out` holds anything but a site of ours (the catalog, a home folder and `/` among
    /// them), is the current folder, or is being built by another process; when the machine
    /// refuses.
    pub fn begin(out: &Path) -> Result<Self> {
        let target = Target::resolve(out)?;
        let workspace = Workspace::open(target.path())?;
        // Under the lock: a build that is just exchanging folders must not look like a stranger's.
        target.check()?;
        let old = target.path().is_dir().then(|| target.path().to_owned());
        let staging = Staging::create(workspace.new_site(), old)?;
        Ok(Self { staging, workspace, target })
    }

    /// Writes one file. `path` is relative to the site, with `/` between its parts.
    ///
    /// # Errors
    /// When the path is not a plain relative one or was claimed before (also in other letter
    /// case), or when the machine refuses. The site can then no longer be finished.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.staging.write(path, bytes)
    }

    /// Opens one file to be written piece by piece; it counts once [`Stream::finish`] was called.
    ///
    /// # Errors
    /// As [`Site::write`].
    pub fn stream(&self, path: &str) -> Result<Stream<'_>> {
        Stream::open(&self.staging, path)
    }

    /// Puts the new site in the place of the old one, then removes the old one.
    ///
    /// # Errors
    /// When a file was not written in whole, when something else appeared at the target
    /// meanwhile, or when the folders cannot be exchanged: the old site is then untouched. The
    /// message says so if only the removal of the old site failed.
    pub fn finish(self) -> Result<Summary> {
        let Self { staging, workspace, target } = self;
        let written = staging.seal(target.path())?;
        target.check()?;
        exchange(target.path(), &workspace)?;
        workspace.close().with_context(|| {
            format!("the new site is in place in {}, but cleaning up failed", target.path().display())
        })?;
        Ok(Summary {
            files: written.files,
            bytes: written.bytes,
            unchanged: written.unchanged,
            target: target.path().to_owned(),
        })
    }
}

impl crate::render::Sink for Site {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        Self::write(self, path, bytes)
    }

    fn stream(&self, path: &str, fill: &mut dyn FnMut(&mut dyn std::io::Write) -> Result<()>) -> Result<()> {
        let mut stream = Self::stream(self, path)?;
        fill(&mut stream)?;
        stream.finish()
    }
}
