//! Findings that a company begins with: they are counted, and new ones are told.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use luukku::diagnostic::wording::count;
use luukku::diagnostic::{Diagnostic, Severity};
use luukku::source::Sources;

use super::fingerprint::Fingerprints;

/// What the file says to those who open it.
const HEAD: &str = "# Warnings that `luukku check --baseline` does not tell, by code, fingerprint and file.\n\
                    # `luukku check --write-baseline` writes it anew.\n";

/// The warnings that were there when the file was written, and those that are there now.
#[derive(Default)]
pub(super) struct Baseline {
    known: BTreeSet<String>,
    found: RefCell<Found>,
}

#[derive(Default)]
struct Found {
    fingerprints: Fingerprints,
    lines: BTreeSet<String>,
}

impl Baseline {
    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| {
            format!("cannot read the baseline `{}`; `luukku check --write-baseline` writes one", path.display())
        })?;
        let known = text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
        Ok(Self { known, ..Self::default() })
    }

    /// Whether a finding stands in the file. An error never does: no site is made while it is there.
    pub(super) fn holds(&self, sources: &Sources, finding: &Diagnostic) -> bool {
        if finding.severity == Severity::Error {
            return false;
        }
        let mut found = self.found.borrow_mut();
        let fingerprint = found.fingerprints.of(finding, sources);
        let line = format!("{} {fingerprint} {}", finding.code, sources.path(finding.primary.span.file));
        let is_known = self.known.contains(&line);
        found.lines.insert(line);
        is_known
    }

    /// How many of the file's warnings are there no more, in words; `None` when all of them are.
    pub(super) fn gone(&self) -> Option<String> {
        let found = self.found.borrow();
        let gone = self.known.difference(&found.lines).count();
        (gone > 0).then(|| format!("no longer found of the baseline: {}; write it anew", count(gone, "warning")))
    }

    /// Writes what was found, and says how many that are.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn write(&self, path: &Path) -> Result<usize> {
        let found = self.found.borrow();
        let lines: String = found.lines.iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(path, format!("{HEAD}{lines}"))
            .with_context(|| format!("cannot write the baseline `{}`", path.display()))?;
        Ok(found.lines.len())
    }
}
