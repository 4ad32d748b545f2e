//! A place to build in, and what stands there afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::emit::{Site, Summary};

/// A folder to play in; the site is `site` in it.
pub(super) struct Place(TempDir);

impl Place {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn site(&self) -> PathBuf {
        self.0.path().join("site")
    }

    pub(super) fn build(&self, pages: &[(&str, &str)]) -> Summary {
        let site = Site::begin(&self.site()).unwrap();
        for (path, text) in pages {
            site.write(path, text.as_bytes()).unwrap();
        }
        site.finish().unwrap()
    }

    pub(super) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn working_folder(&self) -> PathBuf {
        self.folder().join(".site.luukku")
    }

    /// Nothing is left beside the site.
    pub(super) fn is_tidy(&self) {
        let entries = fs::read_dir(self.folder()).unwrap();
        let names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["site"]);
    }

    /// The files of a tidy site, without the marker.
    pub(super) fn pages(&self) -> Vec<(String, String)> {
        self.is_tidy();
        pages(&self.site())
    }
}

pub(super) fn pages(site: &Path) -> Vec<(String, String)> {
    let mut pages: Vec<_> = walkdir::WalkDir::new(site)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(site).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    pages.sort();
    let marker = pages.remove(0);
    assert_eq!(marker.0, ".luukku");
    pages
}

pub(super) fn owned(pages: &[(&str, &str)]) -> Vec<(String, String)> {
    pages.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect()
}

pub(super) fn refusal(out: &Path) -> String {
    format!("{:#}", Site::begin(out).unwrap_err())
}

pub(super) fn age(file: &Path) -> SystemTime {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(file).unwrap().set_modified(then).unwrap();
    then
}

pub(super) fn modified(file: &Path) -> SystemTime {
    fs::metadata(file).unwrap().modified().unwrap()
}
