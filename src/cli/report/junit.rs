//! Findings as a JUnit report: each is a test case, and an error one that has failed.

use std::io::{self, Write};

use luukku::diagnostic::invisible::written_out;
use luukku::diagnostic::{Diagnostics, Severity};

use super::place::Places;

/// Prints one suite. Where nothing was found, it has one case that passed: some readers refuse an empty one.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let number = diagnostics.iter().count();
    let failures = diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count();
    let counts = format!("tests=\"{}\" failures=\"{failures}\"", number.max(1));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"luukku\" {counts}>")?;
    writeln!(out, "  <testsuite name=\"luukku check\" {counts}>")?;
    if number == 0 {
        writeln!(out, "    <testcase classname=\"catalog\" name=\"nothing to fix\"/>")?;
    }
    for finding in diagnostics.iter() {
        let path = places.path(finding.primary.span.file);
        let at = places.position(finding.primary.span);
        let name = escaped(&format!("{}:{}:{}: {}", path, at.line, at.column, finding.message));
        writeln!(out, "    <testcase classname=\"{}\" name=\"{name}\">", finding.code)?;
        let text: Vec<String> = super::told(finding).lines().map(escaped).collect();
        let text = text.join("\n");
        match finding.severity {
            Severity::Error => writeln!(
                out,
                "      <failure type=\"{}\" message=\"{}\">{text}</failure>",
                finding.code,
                escaped(&finding.message)
            )?,
            Severity::Warning | Severity::Note => {
                writeln!(out, "      <system-out>{}: {text}</system-out>", finding.severity.noun())?;
            }
        }
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>\n</testsuites>")
}

/// A line in XML, in which some signs may not stand at all.
fn escaped(text: &str) -> String {
    written_out(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
