//! What git knows of the catalog's folder.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use luukku::source::FilesInMemory;

/// Runs git in a folder.
///
/// # Errors
/// When it cannot be run, or does not answer.
pub(super) fn ask(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.context("git is asked for this, and cannot be run here")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("git does not know that: {}", said.lines().next().unwrap_or("it says nothing").trim());
    }
    Ok(output.stdout)
}

/// The paths in an answer of git, with NUL between them.
pub(super) fn paths(answer: &[u8]) -> impl Iterator<Item = String> {
    let paths = answer.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    paths.map(|path| String::from_utf8_lossy(path).into_owned())
}

/// Refuses what git would take for an option.
///
/// # Errors
/// When it is one.
pub(super) fn refuse_option(revision: &str) -> Result<()> {
    if revision.starts_with('-') {
        bail!("`{revision}` is no revision of git");
    }
    Ok(())
}

/// The files of a folder as they were at a revision; links and other repositories are left out.
///
/// # Errors
/// When git does not know the revision, or nothing of the folder is in it.
pub(super) fn files(folder: &Path, revision: &str) -> Result<FilesInMemory> {
    refuse_option(revision)?;
    let listed = ask(folder, &["ls-tree", "-r", "-z", revision, "--", "."])?;
    let plain: Vec<(String, String)> = paths(&listed).filter_map(|line| plain_file(&line)).collect();
    if plain.is_empty() {
        bail!("the folder `{}` is not in git's revision `{revision}`", folder.display());
    }
    let objects: String = plain.iter().map(|(object, _)| format!("{object}\n")).collect();
    let mut git = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("git is asked for this, and cannot be run here")?;
    let stdin = git.stdin.take();
    // Git answers while it is asked: whoever writes must not be the one who reads.
    let asked = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(objects.as_bytes())));
    let answer = git.wait_with_output().context("git does not answer")?.stdout;
    let asked = asked.join().ok().flatten();
    if !matches!(asked, Some(Ok(()))) {
        bail!("git ended before it had answered");
    }
    let mut rest = answer.as_slice();
    let mut files = Vec::with_capacity(plain.len());
    for (_, path) in plain {
        let (bytes, behind) = object(rest).with_context(|| format!("git does not show `{path}`"))?;
        files.push((path, bytes.to_vec()));
        rest = behind;
    }
    Ok(files.into_iter().collect())
}

/// The object and the path in a line of `ls-tree`: `100644 blob 1234…<tab>departments/it.yaml`.
fn plain_file(line: &str) -> Option<(String, String)> {
    let (about, path) = line.split_once('\t')?;
    let mut about = about.split(' ');
    let is_plain = about.next()?.starts_with("100") && about.next()? == "blob";
    is_plain.then(|| Some((about.next()?.to_owned(), path.to_owned())))?
}

/// The bytes of the next object in an answer of `cat-file --batch`, and what stands behind it.
fn object(answer: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(answer.get(..end)?).ok()?;
    let size: usize = head.rsplit(' ').next()?.parse().ok()?;
    let bytes = answer.get(end + 1..end + 1 + size)?;
    Some((bytes, answer.get(end + 2 + size..)?))
}
