//! `luukku check --fix`: writes what is surely meant into the files, and nothing else.
//!
//! What a finding would write is tried in memory first: a file that would have more errors afterwards stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use luukku::Outcome;
use luukku::checks::Checked;
use luukku::diagnostic::wording::count;
use luukku::diagnostic::{Diagnostic, Severity};
use luukku::source::{FileForm, Files, FilesOnDisk, Sources};
use similar::TextDiff;

use super::output::say;
use super::selection::Selected;

/// So often the catalog is read again: what is fixed may show what it had hidden.
const ROUNDS: usize = 5;
/// The mark that some editors put before a text.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// Codes whose findings propose what somebody has to decide: a company's promise is not ours to give.
const DECIDED_BY_PEOPLE: [&str; 2] = ["late-promise", "late-urgency"];
/// What is only doubted may be meant.
const DOUBTS: &str = "doubtful-";

/// A catalog of which some files are changed in memory.
#[derive(Clone, Debug)]
struct Changed {
    on_disk: FilesOnDisk,
    changed: BTreeMap<String, Vec<u8>>,
}

impl Files for Changed {
    fn paths(&self) -> Result<Vec<String>> {
        self.on_disk.paths()
    }

    fn form(&self, path: &str) -> FileForm {
        self.on_disk.form(path)
    }

    fn size(&self, path: &str) -> u64 {
        self.changed.get(path).map_or_else(|| self.on_disk.size(path), |bytes| bytes.len() as u64)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        self.changed.get(path).map_or_else(|| self.on_disk.read(path), |bytes| Ok(bytes.clone()))
    }
}

/// What a check is asked with.
pub(super) struct Asked<'a> {
    pub(super) catalog: &'a Path,
    pub(super) theme: Option<&'a Path>,
    pub(super) now: DateTime<Utc>,
    pub(super) selected: &'a Selected<'a>,
}

/// Fixes what can be fixed, and says what was done. With `dry_run` it prints a patch instead, which `git apply` takes.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn run(asked: &Asked<'_>, dry_run: bool) -> Result<()> {
    let mut files = Changed { on_disk: FilesOnDisk::new(asked.catalog), changed: BTreeMap::new() };
    let (mut fixed, mut refused) = (0, Vec::new());
    for _ in 0..ROUNDS {
        let outcome = check(&files, asked)?;
        let edits = edits(&outcome, &refused);
        if edits.is_empty() {
            break;
        }
        let mut next = files.clone();
        for (path, of_file) in &edits {
            next.changed.insert(path.clone(), applied(&files.read(path)?, of_file));
        }
        let before = errors(&outcome);
        let after = errors(&check(&next, asked)?);
        for (path, of_file) in edits {
            match after.get(&path).unwrap_or(&0) > before.get(&path).unwrap_or(&0) {
                true => {
                    refused.push(path);
                }
                false => {
                    fixed += of_file.len();
                    files.changed.insert(path.clone(), next.changed.remove(&path).unwrap_or_default());
                }
            }
        }
    }
    match dry_run {
        true => patch(&files, asked.catalog),
        false => written(&files, asked.catalog, fixed),
    }
}

fn check(files: &Changed, asked: &Asked<'_>) -> Result<Outcome<Option<Checked>>> {
    let is_asked_for = |sources: &Sources, finding: &Diagnostic| asked.selected.holds(sources, finding);
    let files: Box<dyn Files> = Box::new(files.clone());
    luukku::check_for(files, asked.now, asked.theme, &is_asked_for)
}

/// How many errors each file has.
fn errors(outcome: &Outcome<Option<Checked>>) -> BTreeMap<String, usize> {
    let mut errors = BTreeMap::new();
    for finding in outcome.diagnostics.iter().filter(|finding| finding.severity == Severity::Error) {
        *errors.entry(outcome.sources.path(finding.primary.span.file).to_owned()).or_default() += finding.count;
    }
    errors
}

/// A place in a file's text, and what to write there.
type Edit = (Range<usize>, String);

/// What is surely meant, by file, in order and without overlaps.
fn edits(outcome: &Outcome<Option<Checked>>, refused: &[String]) -> BTreeMap<String, Vec<Edit>> {
    let is_sure = |finding: &&Diagnostic| {
        !DECIDED_BY_PEOPLE.contains(&finding.code) && !finding.code.starts_with(DOUBTS) && finding.count == 1
    };
    let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for (span, text) in outcome.diagnostics.iter().filter(is_sure).filter_map(|finding| finding.replacement.as_ref()) {
        let path = outcome.sources.path(span.file);
        if !refused.iter().any(|refused| refused == path) {
            edits.entry(path.to_owned()).or_default().push((span.start as usize..span.end as usize, text.clone()));
        }
    }
    for of_file in edits.values_mut() {
        of_file.sort_by_key(|(range, _)| (range.start, range.end));
        of_file.dedup();
        let mut end = 0;
        of_file.retain(|(range, _)| {
            let is_apart = range.start >= end;
            end = if is_apart { range.end.max(range.start + 1) } else { end };
            is_apart
        });
    }
    edits
}

/// The bytes of a file with its places written anew; all others stay as they are.
fn applied(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mark = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    let ends_in_two = bytes.windows(2).any(|two| two == b"\r\n");
    let mut written: Vec<u8> = bytes.get(..mark).unwrap_or_default().to_vec();
    let text = bytes.get(mark..).unwrap_or_default();
    let mut at = 0;
    for (range, new) in edits {
        written.extend(text.get(at..range.start).unwrap_or_default());
        let new = if ends_in_two { new.replace('\n', "\r\n") } else { new.clone() };
        written.extend(new.bytes());
        at = range.end;
    }
    written.extend(text.get(at..).unwrap_or_default());
    written
}

/// Writes the files.
fn written(files: &Changed, catalog: &Path, fixed: usize) -> Result<()> {
    for (path, bytes) in &files.changed {
        let full = catalog.join(path);
        std::fs::write(&full, bytes).with_context(|| format!("cannot write `{}`", full.display()))?;
    }
    let list: String = files.changed.keys().map(|path| format!("  {}\n", catalog.join(path).display())).collect();
    let none = "Nothing can be fixed without you.\n".to_owned();
    let told = format!("Fixed {} in {}:\n{list}", count(fixed, "finding"), count(files.changed.len(), "file"));
    say(&format!("{}\n", if files.changed.is_empty() { none } else { told }))
}

/// Prints what would be written, as a patch.
fn patch(files: &Changed, catalog: &Path) -> Result<()> {
    for (path, bytes) in &files.changed {
        let (old, new) = (files.on_disk.read(path)?, bytes);
        let (old, new) = (String::from_utf8_lossy(&old), String::from_utf8_lossy(new));
        let name = catalog.join(path).display().to_string();
        let name = name.trim_start_matches("./").trim_start_matches('/').to_owned();
        let diff = TextDiff::from_lines(&*old, &*new);
        say(&diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string())?;
    }
    Ok(())
}
