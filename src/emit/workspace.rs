//! The hidden working folder beside the target: the lock, the new site, the old one set aside.
//!
//! It is beside the target so that both are on one file system. Only one process works in it at a
//! time; the operating system gives the lock back when that process ends, however it ends.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use same_file::Handle;

/// How often to begin again when other builds come and go at the same moment.
const ATTEMPTS: u32 = 1000;

/// `.NAME.luukku` beside the target `NAME`; removed when dropped.
#[derive(Debug)]
pub(super) struct Workspace {
    target: PathBuf,
    folder: PathBuf,
    lock: Option<File>,
}

impl Workspace {
    /// Takes the lock, undoes what a killed build left behind.
    pub(super) fn open(target: &Path) -> Result<Self> {
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".luukku");
        let folder = target.with_file_name(name);
        let lock = lock(&folder, target)?;
        let workspace = Self { target: target.to_owned(), folder, lock: Some(lock) };
        workspace.clean().with_context(|| {
            format!("cannot clean up what an interrupted build left in {}", workspace.folder.display())
        })?;
        Ok(workspace)
    }

    /// Where the new site is written.
    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the old site goes on a file system that cannot exchange two folders at once.
    pub(super) fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Removes the folder and gives the lock back.
    pub(super) fn close(mut self) -> Result<()> {
        self.remove().with_context(|| format!("cannot remove {}", self.folder.display()))
    }

    /// Brings back a site that was set aside and never replaced, then removes what is left over.
    fn clean(&self) -> io::Result<()> {
        let old = self.old_site();
        if !self.target.exists() && old.exists() {
            fs::rename(&old, &self.target)?;
        }
        let new = self.new_site();
        remove_folder(&new)?;
        // Removed under the other name, so that what is called `old` is whole, also after a kill.
        match fs::rename(&old, &new) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            renamed => renamed.and_then(|()| remove_folder(&new)),
        }
    }

    fn remove(&mut self) -> io::Result<()> {
        let Some(_held) = self.lock.take() else {
            return Ok(());
        };
        self.clean()?;
        // The lock's name goes last: whoever takes it from here on finds nothing to trip over.
        fs::remove_file(self.folder.join("lock"))?;
        match fs::remove_dir(&self.folder) {
            // The next build is already in it.
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            result => result,
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // Already on the way out with an error of its own; the next build cleans up.
        let _ = self.remove();
    }
}

fn lock(folder: &Path, target: &Path) -> Result<File> {
    let path = folder.join("lock");
    let mut trouble = io::Error::from(ErrorKind::NotFound);
    for _ in 0..ATTEMPTS {
        let file = match create_folder(folder).and_then(|()| create_lock(&path)) {
            Ok(file) => file,
            Err(error) => {
                trouble = error;
                // Another build removed the folder between the two calls.
                if trouble.kind() == ErrorKind::NotFound {
                    continue;
                }
                break;
            }
        };
        match file.try_lock() {
            Ok(()) => {}
            // A file system without locks must not stop the only build there is.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::WouldBlock) => bail!(
                "another luukku is building {} right now; wait until it is done and build again",
                target.display()
            ),
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
        }
        // Locked, but perhaps a file that its last holder removed meanwhile: then try the new one.
        let held = file.try_clone().and_then(Handle::from_file);
        if held.is_ok_and(|held| Handle::from_path(&path).is_ok_and(|named| named == held)) {
            return Ok(file);
        }
    }
    Err(trouble)
        .with_context(|| format!("cannot create the working folder {} beside the output folder", folder.display()))
}

/// Whoever else may write beside the target could have put a link there: nothing is followed.
fn create_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && fs::symlink_metadata(folder)?.is_dir() => Ok(()),
        result => result,
    }
}

#[cfg(unix)]
fn create_lock(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::CREATE | OFlags::WRONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::from_raw_mode(0o666))?.into())
}

#[cfg(not(unix))]
fn create_lock(path: &Path) -> io::Result<File> {
    File::create(path)
}

fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
