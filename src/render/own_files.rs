//! A theme's own files, those in `static/`: they stand at the site's root as they are, beside what luukku writes.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::{Result, bail};

use super::sink::Sink;
use super::theme::Theme;

/// A sink in which the places of a theme's own files are taken.
pub(super) struct Beside<'a> {
    sink: &'a dyn Sink,
    /// In lower case, since some disks and servers do not tell letter cases apart.
    taken: BTreeSet<String>,
}

impl<'a> Beside<'a> {
    /// Writes the theme's own files.
    pub(super) fn write_own(theme: &Theme, sink: &'a dyn Sink) -> Result<Self> {
        let mut taken = BTreeSet::new();
        for (path, bytes) in theme.files("static") {
            sink.write(path, bytes)?;
            taken.insert(path.to_lowercase());
        }
        Ok(Self { sink, taken })
    }

    /// Refuses a path that is a file of the theme, lies below one, or is the folder of one.
    fn refuse(&self, path: &str) -> Result<()> {
        let path = path.to_lowercase();
        let above = path.match_indices('/').map(|(end, _)| &path[..end]);
        let same = above.chain([path.as_str()]).find(|part| self.taken.contains(*part)).map(str::to_owned);
        let inside = format!("{path}/");
        let below = || self.taken.range(inside.clone()..).next().filter(|other| other.starts_with(&inside)).cloned();
        if let Some(own) = same.or_else(below) {
            bail!("the theme's `static/{own}` stands where luukku itself writes `{path}`: give it another name");
        }
        Ok(())
    }
}

impl Sink for Beside<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.refuse(path)?;
        self.sink.write(path, bytes)
    }

    fn stream(&self, path: &str, fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>) -> Result<()> {
        self.refuse(path)?;
        self.sink.stream(path, fill)
    }
}
