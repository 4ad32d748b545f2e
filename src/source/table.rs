//! `measurements/*.csv`: what was really achieved, a row per figure (RFC 4180).

use super::schema::Str;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, Spanned};

/// The columns, in their order.
const COLUMNS: [&str; 6] = ["period", "service", "standard", "metric", "value", "count"];

/// One row as written; each field's place is its row.
#[derive(Clone, Debug)]
pub struct MeasurementDoc {
    /// The month, `2026-09`.
    pub period: Str,
    /// The service's id.
    pub service: Str,
    /// The urgency; empty when the figure is about all of them.
    pub standard: Str,
    /// What was measured.
    pub metric: Str,
    /// The figure.
    pub value: Str,
    /// From how many cases; may be empty.
    pub count: Str,
}

/// Reads a table.
pub(super) fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Vec<MeasurementDoc> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let at = error.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
                diagnostics.push(Diagnostic::error(
                    "invalid-table",
                    line(file, text, at),
                    format!("this row cannot be read: {error}"),
                ));
                continue;
            }
        };
        let at = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
        let span = line(file, text, at);
        let fields: Vec<&str> = record.iter().collect();
        if number == 0 {
            if fields != COLUMNS {
                diagnostics.push(wrong_head(span));
                return rows;
            }
            continue;
        }
        let [period, service, standard, metric, value, count] = fields.as_slice() else {
            diagnostics.push(
                Diagnostic::error(
                    "invalid-table",
                    span,
                    format!("this row has {} fields, not {}", fields.len(), COLUMNS.len()),
                )
                .why("a figure in the wrong column would be shown as something else")
                .help(format!("the columns are {}", COLUMNS.join(","))),
            );
            continue;
        };
        let field = |text: &&str| Spanned::new((*text).to_owned(), span);
        rows.push(MeasurementDoc {
            period: field(period),
            service: field(service),
            standard: field(standard),
            metric: field(metric),
            value: field(value),
            count: field(count),
        });
    }
    rows
}

fn wrong_head(span: Span) -> Diagnostic {
    Diagnostic::error("invalid-table", span, "the first row does not name the columns")
        .why("a figure in the wrong column would be shown as something else")
        .help(format!("begin the file with the row `{}`", COLUMNS.join(",")))
}

/// The line that holds the first visible character at or after `at`.
fn line(file: FileId, text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let start = at + (rest.len() - rest.trim_start().len());
    let end = text.get(start..).and_then(|rest| rest.lines().next()).map_or(start, |line| start + line.len());
    Span::new(file, start, end)
}
