//! Puts the new site in the place of the old one.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::Result;

use super::workspace::Workspace;

/// Moves the new site to `target`; the old one, if there is one, ends up in the workspace.
pub(super) fn exchange(target: &Path, workspace: &Workspace) -> Result<()> {
    let new = workspace.new_site();
    let done = if target.exists() {
        match at_once(&new, target) {
            Err(error) if cannot_at_once(&error) => one_by_one(&new, target, &workspace.old_site()),
            done => done,
        }
    } else {
        fs::rename(&new, target)
    };
    done.map_err(|error| {
        let mounted = matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices);
        let target = target.display();
        let failed = anyhow::Error::new(error);
        if mounted {
            failed.context(format!(
                "cannot replace the folder {target}: it is itself a mounted volume, or lies in a \
                 layer of a container image; choose a folder inside it. The site in it is as it was"
            ))
        } else {
            failed.context(format!("cannot put the new site in the place of {target}, which is as it was"))
        }
    })
}

/// One system call: there is no moment at which `target` is absent or mixed.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_once(new: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_once(_new: &Path, _target: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// An old kernel or a file system that knows no exchange (network and shared folders, mostly).
fn cannot_at_once(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

/// Two renames. Killed between them, the next build brings the old site back first.
fn one_by_one(new: &Path, target: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(target, aside)?;
    fs::rename(new, target).inspect_err(|_| {
        // Should this fail as well, dropping the workspace and the next build try it again.
        let _ = fs::rename(aside, target);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_by_one_replaces_and_keeps_the_old_aside() {
        let folder = tempfile::tempdir().unwrap();
        let [new, target, aside] = ["new", "target", "aside"].map(|name| folder.path().join(name));
        fs::create_dir(&new).unwrap();
        fs::create_dir(&target).unwrap();
        fs::write(new.join("page"), "new").unwrap();
        fs::write(target.join("page"), "old").unwrap();
        one_by_one(&new, &target, &aside).unwrap();
        assert_eq!(fs::read_to_string(target.join("page")).unwrap(), "new");
        assert_eq!(fs::read_to_string(aside.join("page")).unwrap(), "old");
        assert!(!new.exists());
    }

    #[test]
    fn one_by_one_takes_itself_back_when_the_second_step_fails() {
        let folder = tempfile::tempdir().unwrap();
        let [new, target, aside] = ["new", "target", "aside"].map(|name| folder.path().join(name));
        fs::create_dir(&target).unwrap();
        fs::write(target.join("page"), "old").unwrap();
        one_by_one(&new, &target, &aside).unwrap_err();
        assert_eq!(fs::read_to_string(target.join("page")).unwrap(), "old");
        assert!(!aside.exists());
    }

    #[cfg(unix)]
    #[test]
    fn both_ways_of_saying_no_lead_to_two_renames() {
        for error in [rustix::io::Errno::INVAL, rustix::io::Errno::NOSYS, rustix::io::Errno::OPNOTSUPP] {
            assert!(cannot_at_once(&error.into()), "{error:?}");
        }
        assert!(!cannot_at_once(&rustix::io::Errno::NOSPC.into()));
    }
}
