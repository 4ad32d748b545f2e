//! Where the files of a catalog are: in a folder on the disk, or in memory, as a preview or an editor has
//! texts that nobody has saved.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// What stands under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// A file of its own.
    Plain,
    /// A link, a pipe or a device. It is never read: a link would show what stands outside of the catalog,
    /// and a pipe would wait for somebody to write.
    Foreign,
    /// Nothing.
    Absent,
}

/// The files of a catalog, by their paths in it, with `/` between the parts.
pub trait Files: fmt::Debug + Send + Sync {
    /// All paths in any order, links and devices among them. What begins with a dot is hidden, and so is all
    /// that stands in such a folder.
    ///
    /// # Errors
    /// When this machine cannot list them.
    fn paths(&self) -> Result<Vec<String>>;

    /// What stands under a path.
    fn form(&self, path: &str) -> FileForm;

    /// How many bytes a plain file has; none where there is nothing.
    fn size(&self, path: &str) -> u64;

    /// The bytes of a plain file. Whoever expects a small one asks for its size first.
    ///
    /// # Errors
    /// When there is no plain file, or this machine cannot read it.
    fn read(&self, path: &str) -> Result<Vec<u8>>;
}

/// A folder on the disk, which may itself be a link.
#[derive(Clone, Debug)]
pub struct FilesOnDisk(PathBuf);

impl FilesOnDisk {
    /// The files of a folder.
    pub fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }
}

impl Files for FilesOnDisk {
    fn paths(&self) -> Result<Vec<String>> {
        let root = &self.0;
        let context = || format!("cannot read the catalog's folder `{}`", root.display());
        std::fs::read_dir(root).with_context(context)?;
        let visible =
            |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
        let mut paths = Vec::new();
        for entry in walkdir::WalkDir::new(root).into_iter().filter_entry(visible) {
            let entry = entry.with_context(context)?;
            // The catalog's own folder may well be a link.
            if entry.file_type().is_dir() || entry.depth() == 0 {
                continue;
            }
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
            paths.push(parts.collect::<Vec<_>>().join("/"));
        }
        Ok(paths)
    }

    fn form(&self, path: &str) -> FileForm {
        match std::fs::symlink_metadata(self.0.join(path)) {
            Ok(meta) if meta.is_file() => FileForm::Plain,
            Ok(_) => FileForm::Foreign,
            Err(_) => FileForm::Absent,
        }
    }

    fn size(&self, path: &str) -> u64 {
        std::fs::symlink_metadata(self.0.join(path)).map_or(0, |meta| meta.len())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let full = self.0.join(path);
        if self.form(path) == FileForm::Foreign {
            bail!("`{}` is not a file of its own", full.display());
        }
        std::fs::read(&full).with_context(|| format!("cannot read `{}`", full.display()))
    }
}

/// Files that are nowhere but here.
#[derive(Clone, Debug, Default)]
pub struct FilesInMemory(BTreeMap<String, Vec<u8>>);

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for FilesInMemory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect())
    }
}

impl Files for FilesInMemory {
    fn paths(&self) -> Result<Vec<String>> {
        let visible = |path: &&String| !path.split('/').any(|part| part.starts_with('.'));
        Ok(self.0.keys().filter(visible).cloned().collect())
    }

    fn form(&self, path: &str) -> FileForm {
        if self.0.contains_key(path) { FileForm::Plain } else { FileForm::Absent }
    }

    fn size(&self, path: &str) -> u64 {
        self.0.get(path).map_or(0, |bytes| bytes.len() as u64)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        self.0.get(path).cloned().with_context(|| format!("there is no file `{path}`"))
    }
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Box<dyn Files> {
    fn from(folder: &P) -> Self {
        Box::new(FilesOnDisk::new(folder.as_ref()))
    }
}

impl From<FilesInMemory> for Box<dyn Files> {
    fn from(files: FilesInMemory) -> Self {
        Box::new(files)
    }
}
