//! Findings as one comment for a merge request.

use std::io::{self, Write};

use luukku::diagnostic::wording::grouped;
use luukku::diagnostic::{Diagnostic, Diagnostics};

use super::super::plain_markdown::plain;
use super::place::Places;

/// So many findings are listed; code hosts refuse comments of more than 65,536 signs.
const MOST: usize = 60;

/// Prints how many there are and a table, errors first.
pub(super) fn write(
    out: &mut impl Write,
    diagnostics: &Diagnostics,
    (places, none): (&mut Places<'_>, &str),
) -> io::Result<()> {
    let mut findings: Vec<&Diagnostic> = diagnostics.iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    if findings.is_empty() {
        return writeln!(out, "**luukku**: {none}");
    }
    writeln!(out, "**luukku**: {}\n", super::counted(diagnostics))?;
    writeln!(out, "| | Where | What |\n|---|---|---|")?;
    for finding in findings.iter().take(MOST) {
        let at = places.position(finding.primary.span);
        let place = format!("{}:{}", places.path(finding.primary.span.file), at.line);
        let (edit, _) = places.addresses(finding.primary.span.file);
        let place = match edit.filter(|edit| edit.chars().all(|c| c.is_ascii_graphic() && !"<>()|\\".contains(c))) {
            Some(edit) => format!("[{}]({edit})", plain(&place)),
            None => plain(&place),
        };
        let said: Vec<String> = super::told(finding).lines().map(plain).collect();
        let said: String = said.join("<br>");
        writeln!(out, "| {} `{}` | {place} | {said} |", finding.severity.noun(), finding.code)?;
    }
    match findings.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(out, "\nand {} more: `luukku check` shows them.", grouped(more)),
    }
}
