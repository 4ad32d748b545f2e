//! A theme: templates, styles, scripts, words and files. The default one is built into the program;
//! a folder may replace any of its files by a file of the same path, and of the words of a language just
//! those that it says in another way.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

/// The files of the default theme.
#[derive(rust_embed::RustEmbed)]
#[folder = "themes/default/"]
struct Default;

/// The files of a theme by their paths, with `/` between the parts.
#[derive(Debug)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// The paths of those that a folder replaced or added.
    foreign: BTreeSet<String>,
}

impl Theme {
    /// The default theme, with the files of a folder in place of its own.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn load(folder: Option<&Path>) -> Result<Self> {
        let mut files = BTreeMap::new();
        for path in Default::iter() {
            if let Some(file) = Default::get(&path) {
                files.insert(path.into_owned(), file.data);
            }
        }
        let foreign = folder.map(|folder| replace(folder, &mut files)).transpose()?.unwrap_or_default();
        Ok(Self { files, foreign })
    }

    /// The files in a folder of the theme: the path below it and the bytes.
    pub(super) fn files(&self, folder: &str) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, &**bytes)))
    }

    /// Whether a file in a folder of the theme is the program's own.
    pub(super) fn is_ours(&self, folder: &str, path: &str) -> bool {
        !self.foreign.contains(&format!("{folder}/{path}"))
    }

    /// The files in a folder that are text.
    pub(super) fn texts(&self, folder: &str) -> Result<Vec<(&str, &str)>> {
        self.files(folder)
            .map(|(path, bytes)| {
                let text = std::str::from_utf8(bytes)
                    .with_context(|| format!("`{folder}/{path}` of the theme is not UTF-8 text"))?;
                Ok((path, text))
            })
            .collect()
    }
}

/// Puts the files of a folder in the places of others, and gives their paths.
fn replace(folder: &Path, files: &mut BTreeMap<String, Cow<'static, [u8]>>) -> Result<BTreeSet<String>> {
    let known = ["templates/", "css/", "js/", "i18n/", "static/"];
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        // Its own words say the reason twice.
        let entry = entry
            .map_err(|error| error.into_io_error().unwrap_or_else(|| std::io::Error::other("a link leads in a circle")))
            .with_context(|| format!("cannot read the theme in `{}`", folder.display()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if known.iter().any(|folder| path.starts_with(folder)) {
            let bytes =
                std::fs::read(entry.path()).with_context(|| format!("cannot read `{}`", entry.path().display()))?;
            let bytes = match files.get(&path) {
                Some(words) if path.starts_with("i18n/") && path.ends_with(".toml") => merged(words, &bytes)
                    .with_context(|| format!("the words in `{}` cannot be read", entry.path().display()))?,
                _ => bytes,
            };
            found.insert(path.clone());
            files.insert(path, bytes.into());
        }
    }
    if found.is_empty() {
        bail!("`{}` holds no theme: expected at least one of the folders {}", folder.display(), known.join(", "));
    }
    Ok(found)
}

/// A table of words with those of another in place of its own.
fn merged(words: &[u8], others: &[u8]) -> Result<Vec<u8>> {
    let mut table: Table = std::str::from_utf8(words)?.parse()?;
    replace_words(&mut table, std::str::from_utf8(others)?.parse()?);
    Ok(table.to_string().into_bytes())
}

fn replace_words(table: &mut Table, others: Table) {
    for (key, other) in others {
        match (table.get_mut(&key), other) {
            (Some(Value::Table(group)), Value::Table(others)) => replace_words(group, others),
            (_, other) => {
                table.insert(key, other);
            }
        }
    }
}
