//! `measurements/*.csv`: what was really achieved, a row per figure (RFC 4180), divided by commas or, as spreadsheets
//! of many countries write it, by semicolons.

use super::schema::Str;
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, Spanned};

/// The columns, in their order.
const COLUMNS: [&str; 6] = ["period", "service", "standard", "metric", "value", "count"];

/// One row as written.
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
    let (begin, divider) = divided(text);
    let mut options = csv::ReaderBuilder::new();
    options.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(divider);
    let mut reader = options.from_reader(text.get(begin..).unwrap_or("").as_bytes());
    let byte =
        |position: Option<&csv::Position>| begin + position.map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                diagnostics.push(unreadable(line(file, text, byte(error.position())), &error));
                continue;
            }
        };
        let span = line(file, text, byte(record.position()));
        let fields: Vec<&str> = record.iter().collect();
        // Spreadsheets leave rows of separators alone below a table.
        if number > 0 && fields.iter().all(|field| field.is_empty()) {
            continue;
        }
        if number == 0 {
            if fields != COLUMNS {
                let places = places(text, span, divider);
                diagnostics.push(wrong_head(span, &fields, (&places, divider)));
                return rows;
            }
            continue;
        }
        let [period, service, standard, metric, value, count] = fields.as_slice() else {
            diagnostics.push(wrong_width(span, &fields, &places(text, span, divider)));
            continue;
        };
        let places = places(text, span, divider);
        let field = |column: usize, text: &str| {
            Spanned::new(text.to_owned(), places.get(column).copied().filter(|_| places.len() == 6).unwrap_or(span))
        };
        rows.push(MeasurementDoc {
            period: field(0, period),
            service: field(1, service),
            standard: field(2, standard),
            metric: field(3, metric),
            value: field(4, value),
            count: field(5, count),
        });
    }
    if text.trim().is_empty() {
        diagnostics.push(wrong_head(Span::top(file), &[], (&[], divider)));
    }
    rows
}

/// Where the table begins, and by what it is divided. A spreadsheet may say that in a line above it: `sep=;`.
fn divided(text: &str) -> (usize, u8) {
    let said = text.split_inclusive('\n').next().filter(|first| first.trim().to_ascii_lowercase().starts_with("sep="));
    if let Some(first) = said
        && let Some(divider @ (b';' | b',')) = first.trim().as_bytes().last().copied()
    {
        return (first.len(), divider);
    }
    let first = text.lines().next().unwrap_or("");
    (0, if first.contains(';') && !first.contains(',') { b';' } else { b',' })
}

fn unreadable(span: Span, error: &csv::Error) -> Diagnostic {
    Diagnostic::error("invalid-table", span, format!("this row cannot be read: {error}"))
        .why("its figure would be missing on the site")
        .help("save the file again as CSV with commas, in UTF-8")
}

fn wrong_width(span: Span, fields: &[&str], places: &[Span]) -> Diagnostic {
    let what = format!("this row has {}, not {}", count(fields.len(), "field"), COLUMNS.len());
    let diagnostic = Diagnostic::error("invalid-table", span, what)
        .why("a figure in the wrong column would be shown as something else");
    let is_figure = |text: &&&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = (fields.get(4).filter(is_figure), fields.get(5).filter(is_figure));
    if let (7, Some(whole), Some(part), [.., first, last, _]) = (fields.len(), whole, part, places) {
        let meant = format!("{whole}.{part}");
        return diagnostic
            .help(format!(
                "the comma of `{whole},{part}` divides two fields: write `{meant}`, or save the table with semicolons"
            ))
            .replace(Span { end: last.end, ..*first }, meant);
    }
    let divided = |by: char| fields.iter().any(|field| field.matches(by).count() + 2 > COLUMNS.len());
    match [('\t', "tabs"), (';', "semicolons"), (',', "commas")].into_iter().find(|(by, _)| divided(*by)) {
        Some((_, name)) => diagnostic.help(format!("its fields are divided by {name}, those of the first row are not")),
        None => diagnostic.help(format!("the columns are {}", COLUMNS.join(","))),
    }
}

fn wrong_head(span: Span, fields: &[&str], (places, divider): (&[Span], u8)) -> Diagnostic {
    let ours = COLUMNS.join(if divider == b';' { ";" } else { "," });
    if fields.iter().map(|field| field.to_lowercase()).eq(COLUMNS) {
        return Diagnostic::error("invalid-table", span, "the names of the columns are written in small letters")
            .why("a figure in the wrong column would be shown as something else")
            .help(format!("write `{ours}`"))
            .replace(span, ours);
    }
    // A row that names hardly a column is no head with a slip in it.
    let named = fields.iter().filter(|field| COLUMNS.contains(field)).count() > COLUMNS.len() / 3;
    let of_six = named && fields.len() == COLUMNS.len() && places.len() == COLUMNS.len();
    let mut odd = fields.iter().zip(COLUMNS).zip(places).filter(|((field, column), _)| **field != *column);
    if let Some(((field, column), at)) = odd.next().filter(|_| of_six) {
        return Diagnostic::error("invalid-table", *at, format!("there is no column `{field}` in this place"))
            .why("a figure in the wrong column would be shown as something else")
            .help(match odd.next() {
                None => format!("write `{column}`: that is what it is called here"),
                Some(_) => format!("the columns are {ours}, in this order"),
            })
            .replace(*at, column);
    }
    let diagnostic = Diagnostic::error("invalid-table", span, "the first row does not name the columns")
        .why("a figure in the wrong column would be shown as something else");
    let divided = |by: char| matches!(fields, [one] if one.split(by).map(str::trim).eq(COLUMNS));
    if divided('\t') {
        return diagnostic.help("the columns are divided by tabs: save the file as CSV, with commas or semicolons");
    }
    diagnostic.help(format!("begin the file with the row `{ours}`"))
}

/// The place of each field of a row that stands on one line, without the quotes around it.
fn places(text: &str, row: Span, divider: u8) -> Vec<Span> {
    let divider = char::from(divider);
    let begin = row.start as usize;
    let row_text = text.get(begin..row.end as usize).unwrap_or("");
    let mut places = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, c) in row_text.char_indices().chain([(row_text.len(), divider)]) {
        match c {
            '"' => quoted = !quoted,
            _ if c == divider && (!quoted || at == row_text.len()) => {
                let field = row_text.get(start..at).unwrap_or("");
                let inner = field.trim().trim_matches('"');
                let inner_start = begin + start + field.find(inner).unwrap_or(0);
                places.push(Span::new(row.file, inner_start, inner_start + inner.len()));
                start = at + 1;
            }
            _ => {}
        }
    }
    places
}

/// The line that holds the first visible character at or after `at`.
fn line(file: FileId, text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let start = at + (rest.len() - rest.trim_start().len());
    let end = text.get(start..).and_then(|rest| rest.lines().next()).map_or(start, |line| start + line.len());
    Span::new(file, start, end)
}
