//! Findings for programs: one JSON object.

use std::io::{self, Write};

use luukku::diagnostic::{Diagnostic, Diagnostics, Label, Severity, Span};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::place::{Places, Position};

/// Raised when a field changes its meaning or goes; a new field does not raise it.
const VERSION: u32 = 1;

#[derive(Serialize, JsonSchema)]
struct Report<'a> {
    version: u32,
    findings: Vec<Finding<'a>>,
    counts: Counts,
}

#[derive(Serialize, JsonSchema)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize, JsonSchema)]
struct Finding<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    /// Where the file is changed, and where its changes are shown.
    edit: Option<String>,
    history: Option<String>,
    label: Option<&'a str>,
    why: Option<&'a str>,
    help: Option<&'a str>,
    replacement: Option<Replacement<'a>>,
    /// How many findings this one stands for.
    count: usize,
    related: Vec<Related<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Place {
    file: String,
    #[serde(flatten)]
    position: Position,
}

#[derive(Serialize, JsonSchema)]
struct Replacement<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place,
    message: &'a str,
}

/// The JSON Schema (2020-12) of what is printed.
pub(super) fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Report<'static>>()
}

/// Prints the findings as one object and ends the line.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let report = Report {
        version: VERSION,
        findings: diagnostics.iter().map(|diagnostic| finding(diagnostic, places)).collect(),
        counts: Counts {
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            notes: diagnostics.count(Severity::Note),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn finding<'a>(diagnostic: &'a Diagnostic, places: &mut Places<'_>) -> Finding<'a> {
    let (edit, history) = places.addresses(diagnostic.primary.span.file);
    Finding {
        edit,
        history,
        code: diagnostic.code,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        place: place(diagnostic.primary.span, places),
        label: Some(diagnostic.primary.text.as_str()).filter(|text| !text.is_empty()),
        why: diagnostic.why.as_deref(),
        help: diagnostic.help.as_deref(),
        replacement: (diagnostic.replacement.as_ref())
            .map(|(span, text)| Replacement { place: place(*span, places), text }),
        count: diagnostic.count,
        related: diagnostic.secondary.iter().map(|label| related(label, places)).collect(),
    }
}

fn related<'a>(label: &'a Label, places: &mut Places<'_>) -> Related<'a> {
    Related { place: place(label.span, places), message: &label.text }
}

fn place(span: Span, places: &mut Places<'_>) -> Place {
    Place { file: places.path(span.file), position: places.position(span) }
}
