//! The output folder: where it really is, and whether we may replace it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The file that says that a folder was written by us.
pub(super) const MARKER: &str = ".luukku";

/// Its one line; the number is raised when an older luukku could no longer replace the folder.
pub(super) const MARKER_LINE: &str =
    "luukku site, layout 1 (do not keep files here: each build replaces the whole folder)\n";

const MARKER_START: &str = "luukku site, layout ";
const LAYOUT: u32 = 1;

/// An absolute path without links, whose parent exists; the folder itself may be absent.
#[derive(Debug)]
pub(super) struct Target {
    path: PathBuf,
    /// The parents that were created for it, the innermost first.
    created: Vec<PathBuf>,
}

impl Drop for Target {
    /// Parents in which no site stands in the end were not wanted; those that hold something stay.
    fn drop(&mut self) {
        for folder in &self.created {
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }
}

impl Target {
    /// Follows links, creates the parents; refuses what can be no site's folder whatever is in it.
    pub(super) fn resolve(out: &Path) -> Result<Self> {
        let shown = out.display();
        let mut created = Vec::new();
        let path = match fs::canonicalize(out) {
            Ok(path) => path,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if out.is_symlink() {
                    bail!(
                        "the output folder {shown} is a link to a folder that does not exist; \
                         create that folder or remove the link"
                    );
                }
                let Some(name) = out.file_name() else {
                    bail!("the output folder {shown} has no name of its own; give it one, as `site`");
                };
                let parent = match out.parent() {
                    Some(parent) if !parent.as_os_str().is_empty() => parent,
                    _ => Path::new("."),
                };
                created.extend(parent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned));
                fs::create_dir_all(parent)
                    .and_then(|()| fs::canonicalize(parent))
                    .with_context(|| format!("cannot create the folder {}", parent.display()))?
                    .join(name)
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot look at the output folder {shown}"));
            }
        };
        if path.file_name().is_none() {
            bail!("the output folder cannot be {shown}; choose a folder of its own, as `site`");
        }
        // Whoever stands in the folder would go on standing in the old one, which is removed.
        if std::env::current_dir().is_ok_and(|here| here.starts_with(&path)) {
            bail!(
                "the output folder {shown} is the folder you are in, and a build replaces it as a \
                 whole; go to the folder above it and build again"
            );
        }
        Ok(Self { path, created })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Refuses every folder that is neither absent, nor empty, nor a site of ours.
    pub(super) fn check(&self) -> Result<()> {
        let shown = self.path.display();
        let look = || format!("cannot look into the output folder {shown}");
        let mut entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                bail!("{shown} is a file, not a folder; choose another output folder");
            }
            Err(error) => return Err(error).with_context(look),
        };
        if entries.next().transpose().with_context(look)?.is_none() {
            return Ok(());
        }
        match layout(&self.path.join(MARKER)).with_context(look)? {
            None => bail!(
                "the folder {shown} has files in it that luukku did not write (there is no \
                 {MARKER} file of ours), so it is not replaced; choose another output folder, or \
                 empty this one yourself"
            ),
            Some(layout) if layout > LAYOUT => bail!(
                "the site in {shown} was written by a newer luukku (layout {layout}, this one \
                 knows {LAYOUT}); update luukku, or remove that folder yourself"
            ),
            Some(_) => {}
        }
        // A published branch is often checked out here; its history would go with the old site.
        if self.path.join(".git").exists() {
            bail!(
                "the folder {shown} holds a git repository (.git), which replacing the folder \
                 would delete; build into another folder and copy the site over"
            );
        }
        Ok(())
    }
}

/// The layout that a marker names; `None` when there is no marker or it is not ours.
fn layout(marker: &Path) -> io::Result<Option<u32>> {
    match fs::read(marker) {
        Ok(bytes) => Ok(str::from_utf8(&bytes)
            .ok()
            .and_then(|text| text.strip_prefix(MARKER_START))
            .and_then(|rest| rest.split_whitespace().next()?.parse().ok())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
