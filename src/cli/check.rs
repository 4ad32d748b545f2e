//! `luukku check`: says what is missing or wrong in a catalog.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Status;
use super::now::Now;
use super::progress;
use super::report::{self, Format};
use luukku::diagnostic::wording::count;

/// The closing part of `luukku check --help`.
const EXAMPLES: &str = "\
Examples:
  luukku check                       look through the folder `catalog` here
  luukku check --catalog our-catalog look through another folder
  luukku check --format json         the same for another program to read

An error must be fixed before the site can be made. A warning tells what readers miss.";

/// Look through the catalog and say what is missing or wrong, without making the site
///
/// Every file is read and everything found is told at once: the file, the line, what is wrong, why
/// it matters and what to write instead.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The folder with the catalog, the one in which `catalog.yaml` stands
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// How to print the findings: `human` for people, `json` for programs
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print lines for `questions.yaml` instead: what people say by `asked_as`, to be held against the search
    #[arg(long, conflicts_with = "format")]
    suggest_questions: bool,
    /// A folder with the templates and styles of your site, as for `luukku build`: it may speak more languages
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    #[command(flatten)]
    now: Now,
}

/// Checks, prints the findings on the standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let now = args.now.instant()?;
    let outcome = progress::during("Reading the catalog", || luukku::check(&args.catalog, now, args.theme.as_deref()))?;
    if args.suggest_questions
        && let Some(checked) = &outcome.output
    {
        let lines = luukku::suggestions(checked.catalog());
        let mut out = std::io::stdout().lock();
        write!(out, "questions:\n{lines}").and_then(|()| out.flush()).context("cannot print the questions")?;
        return Ok(Status::Clean);
    }
    let services = outcome.output.as_ref().map_or(0, |checked| checked.catalog().services().len());
    let files = count(outcome.sources.len(), "file");
    let none = format!("Nothing to fix: {} in {files}.", count(services, "service"));
    report::print(args.format, &args.catalog, &outcome, &none)?;
    Ok(match outcome.output {
        Some(_) => Status::Clean,
        None => Status::CatalogHasErrors,
    })
}
