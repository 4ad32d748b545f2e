//! The new site while it is being written, beside the old one.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{OnceLock, PoisonError, RwLock};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::claims::Claims;
use super::target::{MARKER, MARKER_LINE};

/// Shared by all writing threads; the locks are held for one look-up each, never during I/O.
#[derive(Debug)]
pub(super) struct Staging {
    root: PathBuf,
    old: Option<PathBuf>,
    claims: Claims,
    /// Folders that exist, relative to the root.
    folders: RwLock<HashSet<String>>,
    files: AtomicU64,
    bytes: AtomicU64,
    unchanged: AtomicU64,
    /// The first path that could not be written.
    failed: OnceLock<String>,
}

/// What was written, in files and bytes.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) files: u64,
    pub(super) bytes: u64,
    pub(super) unchanged: u64,
}

impl Staging {
    /// Creates the folder `root`; `old` is the site to compare with.
    pub(super) fn create(root: PathBuf, old: Option<PathBuf>) -> Result<Self> {
        fs::create_dir(&root).with_context(|| format!("cannot create the folder {}", root.display()))?;
        if let Some(old) = &old {
            // Whoever opened the folder to a web server's group expects it to stay open.
            fs::metadata(old)
                .and_then(|old| fs::set_permissions(&root, old.permissions()))
                .with_context(|| format!("cannot give {} its permissions", root.display()))?;
        }
        let staging = Self {
            root,
            old,
            claims: Claims::default(),
            folders: RwLock::default(),
            files: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            unchanged: AtomicU64::new(0),
            failed: OnceLock::new(),
        };
        staging.claims.claim(MARKER)?;
        staging.put(MARKER, MARKER_LINE.as_bytes())?;
        Ok(staging)
    }

    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let written = self.claims.claim(path).and_then(|()| self.put(path, bytes));
        match written {
            Ok(unchanged) => self.count(bytes.len() as u64, unchanged),
            Err(_) => self.fail(path),
        }
        written.map(|_| ())
    }

    /// An empty file to be written piece by piece, and the old one with its modification time.
    pub(super) fn open(&self, path: &str) -> Result<(File, Option<(File, SystemTime)>)> {
        let opened = self.claims.claim(path).and_then(|()| self.create_file(path));
        match opened {
            Ok(file) => Ok((file, self.open_old(path, None))),
            Err(error) => {
                self.fail(path);
                Err(error)
            }
        }
    }

    /// The counts, unless a file is missing.
    pub(super) fn seal(self, target: &Path) -> Result<Written> {
        if let Some(path) = self.failed.get() {
            bail!("`{path}` was not written in whole; {} stays as it was", target.display());
        }
        let (expected, found) = (self.files.load(Relaxed) + 1, plain_files(&self.root));
        if expected != found {
            bail!(
                "{} of {expected} files are gone before the site was complete: something else works in {}; {} stays as \
                 it was",
                expected.abs_diff(found),
                self.root.display(),
                target.display()
            );
        }
        Ok(Written {
            files: self.files.into_inner(),
            bytes: self.bytes.into_inner(),
            unchanged: self.unchanged.into_inner(),
        })
    }

    /// One more file is complete.
    pub(super) fn count(&self, bytes: u64, unchanged: bool) {
        self.files.fetch_add(1, Relaxed);
        self.bytes.fetch_add(bytes, Relaxed);
        self.unchanged.fetch_add(u64::from(unchanged), Relaxed);
    }

    /// The site lacks this file, so it must not be put in place.
    pub(super) fn fail(&self, path: &str) {
        let _ = self.failed.set(path.to_owned());
    }

    /// Links the old file over or writes a new one; says whether the old bytes are the same.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<bool> {
        let old = self.open_old(path, Some(bytes.len() as u64)).filter(|(file, _)| same_bytes(file, bytes));
        let Some((old_file, modified)) = old else {
            self.write_new(path, bytes)?;
            return Ok(false);
        };
        drop(old_file);
        self.create_parent(path)?;
        let linked = self.old.as_ref().map(|old| fs::hard_link(old.join(path), self.root.join(path)));
        if !matches!(linked, Some(Ok(()))) {
            // Not every file system has links, nor may one link another user's file.
            let file = self.write_new(path, bytes)?;
            file.set_modified(modified).with_context(|| not_written(path))?;
        }
        Ok(true)
    }

    fn write_new(&self, path: &str, bytes: &[u8]) -> Result<File> {
        let mut file = self.create_file(path)?;
        file.write_all(bytes).with_context(|| not_written(path))?;
        Ok(file)
    }

    fn create_file(&self, path: &str) -> Result<File> {
        self.create_parent(path)?;
        File::create_new(self.root.join(path)).with_context(|| not_written(path))
    }

    fn create_parent(&self, path: &str) -> Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        if self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(self.root.join(folder)).with_context(|| not_written(path))?;
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }

    /// The file that the old site has at `path`, with its modification time; only a plain file,
    /// and only one of this size if a size is given. One that cannot be read counts as absent.
    fn open_old(&self, path: &str, size: Option<u64>) -> Option<(File, SystemTime)> {
        let path = self.old.as_ref()?.join(path);
        let found = fs::symlink_metadata(&path).ok()?;
        if !found.is_file() || size.is_some_and(|size| size != found.len()) {
            return None;
        }
        Some((File::open(path).ok()?, found.modified().ok()?))
    }
}

/// How many files stand in a folder and below.
fn plain_files(folder: &Path) -> u64 {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files.filter(|entry| entry.file_type().is_file()).count() as u64
}

/// What every failure to write says.
pub(super) fn not_written(path: &str) -> String {
    format!("cannot write `{path}`; the site in place stays as it was")
}

/// Compares a file of the same size, piece by piece.
fn same_bytes(mut file: &File, mut bytes: &[u8]) -> bool {
    let mut piece = [0; 16 * 1024];
    while !bytes.is_empty() {
        let (here, rest) = bytes.split_at(bytes.len().min(piece.len()));
        let there = &mut piece[..here.len()];
        if file.read_exact(there).is_err() || there != here {
            return false;
        }
        bytes = rest;
    }
    true
}
