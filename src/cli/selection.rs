//! Which findings of a check are told, and which make it fail.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use luukku::diagnostic::wording::count;
use luukku::diagnostic::{Diagnostic, Diagnostics, Severity, nearest};
use luukku::explain::explanations;
use luukku::source::Sources;

use super::baseline::Baseline;
use super::git;

/// What `--deny` takes besides codes.
const WARNINGS: &str = "warnings";

/// What of the findings is asked for.
#[derive(clap::Args, Debug)]
pub(super) struct Selection {
    /// Fail on these, too: `warnings`, or codes with commas between them
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    deny: Vec<String>,
    /// Tell only findings of these codes
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    only: Vec<String>,
    /// Tell errors alone
    #[arg(long)]
    errors_only: bool,
    /// Tell only what stands in the files of a department
    #[arg(long, value_name = "ID")]
    department: Option<String>,
    /// Tell only what stands in files that differ from this revision of git, or has to do with them
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    /// Do not tell the warnings that stand in this file
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the warnings that are there now into a file for `--baseline`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "only", "department", "changed_since"])]
    write_baseline: Option<PathBuf>,
}

/// What of the findings is told.
pub(super) struct Selected<'a> {
    selection: &'a Selection,
    /// The files that have changed, as paths in the catalog.
    changed: Option<BTreeSet<String>>,
    baseline: Option<Baseline>,
}

impl Selection {
    /// Looks up what is asked for.
    ///
    /// # Errors
    /// When a code is unknown, or git does not answer.
    pub(super) fn in_catalog(&self, catalog: &Path) -> Result<Selected<'_>> {
        let codes: Vec<String> = explanations().into_iter().map(|page| page.code).collect();
        for code in self.deny.iter().filter(|code| *code != WARNINGS).chain(&self.only) {
            known(code, &codes)?;
        }
        let changed = self.changed_since.as_deref().map(|revision| changed(catalog, revision)).transpose()?;
        let new = self.write_baseline.is_some().then(Baseline::default);
        let baseline = self.baseline.as_deref().map(Baseline::read).transpose()?.or(new);
        Ok(Selected { selection: self, changed, baseline })
    }

    /// Whether what is told makes the check fail.
    pub(super) fn fails(&self, diagnostics: &Diagnostics) -> bool {
        let is_denied = |finding: &Diagnostic| {
            self.deny
                .iter()
                .any(|code| code == finding.code || code == WARNINGS && finding.severity == Severity::Warning)
        };
        diagnostics.iter().any(|finding| finding.severity == Severity::Error || is_denied(finding))
    }
}

impl Selected<'_> {
    /// Whether a finding is asked for.
    pub(super) fn holds(&self, sources: &Sources, finding: &Diagnostic) -> bool {
        let Selection { only, errors_only, department, .. } = self.selection;
        let path = sources.path(finding.primary.span.file);
        let touches = |changed: &BTreeSet<String>| {
            let others = finding.secondary.iter().map(|label| sources.path(label.span.file));
            others.chain([path]).any(|path| changed.contains(path))
        };
        (only.is_empty() || only.iter().any(|code| code == finding.code))
            && (!errors_only || finding.severity == Severity::Error)
            && department.as_deref().is_none_or(|id| is_of(path, id))
            && self.changed.as_ref().is_none_or(touches)
            && !self.baseline.as_ref().is_some_and(|baseline| baseline.holds(sources, finding))
    }

    /// Writes the baseline where that is asked for, and says what there is to say about it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn about_baseline(&self) -> Result<Option<String>> {
        let Some(baseline) = &self.baseline else { return Ok(None) };
        let Some(path) = &self.selection.write_baseline else { return Ok(baseline.gone()) };
        let number = baseline.write(path)?;
        Ok(Some(format!("{} written to {}", count(number, "warning"), path.display())))
    }

    /// Refuses a department of which the catalog holds nothing.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn refuse_unknown(&self, sources: &Sources) -> Result<()> {
        let Some(id) = self.selection.department.as_deref() else { return Ok(()) };
        let first = |path: &str| {
            let rest = path.strip_prefix("departments/")?;
            Some(rest.split(['/', '.']).next()?.to_owned())
        };
        let all: BTreeSet<String> = sources.paths().filter_map(first).collect();
        match nearest(id, all.iter().map(String::as_str)) {
            _ if all.contains(id) => Ok(()),
            Some(near) => bail!("no department `{id}` has files; did you mean `{near}`?"),
            None => {
                bail!("no department `{id}` has files; there are {}", all.into_iter().collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn known(code: &str, codes: &[String]) -> Result<()> {
    match nearest(code, codes.iter().map(String::as_str)) {
        _ if codes.iter().any(|known| known == code) => Ok(()),
        Some(near) => bail!("there is no finding `{code}`; did you mean `{near}`?"),
        None => bail!("there is no finding `{code}`; `luukku explain --all` lists them"),
    }
}

/// Whether a file is one of a department's.
fn is_of(path: &str, department: &str) -> bool {
    let rest = path.strip_prefix("departments/").and_then(|rest| rest.strip_prefix(department));
    rest.is_some_and(|rest| rest.starts_with(['/', '.']))
}

/// The files of the catalog that differ from a revision, and those that git does not know.
fn changed(catalog: &Path, revision: &str) -> Result<BTreeSet<String>> {
    git::refuse_option(revision)?;
    let known = git::ask(catalog, &["diff", "--name-only", "-z", "--relative", revision, "--", "."])?;
    let unknown = git::ask(catalog, &["ls-files", "--others", "--exclude-standard", "-z", "--", "."])?;
    Ok(git::paths(&known).chain(git::paths(&unknown)).collect())
}
