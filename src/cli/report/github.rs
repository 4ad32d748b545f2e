//! Findings as workflow commands of GitHub Actions, which puts them beside the lines of a pull request.

use std::io::{self, Write};

use luukku::diagnostic::{Diagnostic, Diagnostics, Severity};

use super::place::Places;

/// Prints a command for each finding, errors first: only the first ten of a step are shown.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let mut findings: Vec<&Diagnostic> = diagnostics.iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    for finding in findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let at = places.position(finding.primary.span);
        let file = property(&places.path(finding.primary.span.file));
        // Columns count only within one line.
        let columns = match at.line == at.end_line {
            true => format!(",col={},endColumn={}", at.column, at.end_column),
            false => String::new(),
        };
        writeln!(
            out,
            "::{command} file={file},line={},endLine={}{columns},title={}::{}",
            at.line,
            at.end_line,
            property(finding.code),
            data(&super::told(finding))
        )?;
    }
    Ok(())
}

/// A text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
