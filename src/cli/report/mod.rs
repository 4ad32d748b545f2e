//! Prints the findings of a run: with code frames for people, as JSON for programs.

mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod place;
mod sarif;

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use luukku::Outcome;
use luukku::diagnostic::{Diagnostic, Diagnostics, Severity};

use luukku::diagnostic::wording::{count, joined};
use place::Places;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about, and a count at the end
    Human,
    /// One JSON object; `luukku schema findings` prints its schema
    Json,
    /// SARIF 2.1.0, which code hosts and editors read
    Sarif,
    /// Commands of GitHub Actions, which stand beside the lines of a pull request
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// A JUnit report, of which errors are the failed tests
    Junit,
    /// One comment for a merge request
    Markdown,
}

/// The JSON Schema of the findings as JSON.
pub(super) fn findings_schema() -> schemars::Schema {
    json::schema()
}

/// Prints all findings on the standard output, or for people the words for none. `catalog` is the
/// folder as the user named it.
pub(super) fn print(format: Format, catalog: &Path, outcome: &Outcome<impl Sized>, none: &str) -> Result<()> {
    let diagnostics = &outcome.diagnostics;
    let mut places = Places::new(catalog, &outcome.sources, &outcome.addresses);
    let mut out = anstream::AutoStream::auto(std::io::stdout().lock());
    match format {
        Format::Human => {
            human::write(&mut out, diagnostics, &mut places).and_then(|()| match diagnostics.iter().next() {
                Some(_) => writeln!(out, "{}", counted(diagnostics)),
                None => writeln!(out, "{none}"),
            })
        }
        Format::Json => json::write(&mut out, diagnostics, &mut places),
        Format::Sarif => sarif::write(&mut out, diagnostics, &mut places),
        Format::Github => github::write(&mut out, diagnostics, &mut places),
        Format::Gitlab => gitlab::write(&mut out, diagnostics, &mut places),
        Format::Junit => junit::write(&mut out, diagnostics, &mut places),
        Format::Markdown => markdown::write(&mut out, diagnostics, (&mut places, none)),
    }
    .and_then(|()| out.flush())
    .context("cannot print the findings")
}

/// What is wrong, why it matters and what to do, a line each.
fn told(finding: &Diagnostic) -> String {
    let more = finding.why.iter().chain(&finding.help);
    std::iter::once(&finding.message).chain(more).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// "3 errors and 12 warnings in 4 files"
fn counted(diagnostics: &Diagnostics) -> String {
    let files: std::collections::BTreeSet<_> = diagnostics.iter().map(|d| d.primary.span.file).collect();
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (diagnostics.count(severity), severity.noun()))
        .filter(|(count, _)| *count > 0)
        .map(|(number, noun)| count(number, noun))
        .collect();
    format!("{} in {}", joined(&parts), count(files.len(), "file"))
}
