//! Prints the findings of a run: with code frames for people, as JSON for programs.

mod human;
mod json;
mod place;

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use luukku::Outcome;
use luukku::checks::Checked;
use luukku::diagnostic::{Diagnostics, Severity};

use place::Places;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about, and a count at the end
    Human,
    /// One JSON object
    Json,
}

/// Prints all findings on the standard output. `catalog` is the folder as the user named it.
pub(super) fn print(format: Format, catalog: &Path, outcome: &Outcome<Option<Checked>>) -> Result<()> {
    let mut places = Places::new(catalog, &outcome.sources);
    let mut out = anstream::AutoStream::auto(std::io::stdout().lock());
    match format {
        Format::Human => {
            human::write(&mut out, &outcome.diagnostics, &mut places)?;
            let closing = match outcome.diagnostics.iter().next() {
                Some(_) => counted(&outcome.diagnostics),
                None => clean(outcome),
            };
            writeln!(out, "{closing}")
        }
        Format::Json => json::write(&mut out, &outcome.diagnostics, &mut places),
    }
    .and_then(|()| out.flush())
    .context("cannot print the findings")
}

/// "3 errors and 12 warnings in 4 files"
fn counted(diagnostics: &Diagnostics) -> String {
    let files: std::collections::BTreeSet<_> = diagnostics.iter().map(|d| d.primary.span.file).collect();
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning")]
        .into_iter()
        .map(|(severity, noun)| (diagnostics.count(severity), noun))
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| plural(count, noun))
        .collect();
    format!("{} in {}", parts.join(" and "), plural(files.len(), "file"))
}

fn clean(outcome: &Outcome<Option<Checked>>) -> String {
    let files = plural(outcome.sources.len(), "file");
    match &outcome.output {
        Some(checked) => {
            let services = plural(checked.catalog().services().len(), "service");
            format!("Nothing to mend: {services} in {files}.")
        }
        None => format!("Nothing to mend in {files}."),
    }
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
