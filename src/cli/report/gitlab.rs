//! Findings as GitLab's code quality report, a list in the manner of Code Climate.

use std::io::{self, Write};

use luukku::diagnostic::{Diagnostics, Severity};
use serde::Serialize;

use super::super::fingerprint::Fingerprints;
use super::place::Places;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Prints the list.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    for finding in diagnostics.iter() {
        let at = places.position(finding.primary.span);
        issues.push(Issue {
            description: super::told(finding),
            check_name: finding.code,
            fingerprint: fingerprints.of(finding, places.sources()),
            severity: match finding.severity {
                Severity::Error => "blocker",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            location: Location {
                path: places.path(finding.primary.span.file).trim_start_matches("./").to_owned(),
                lines: Lines { begin: at.line, end: at.end_line },
            },
        });
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}
