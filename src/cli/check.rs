//! `luukku check`: says what is missing or wrong in a catalog.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Status;
use super::fix::{self, Asked};
use super::now::Now;
use super::output::complain;
use super::progress;
use super::report::{self, Format};
use super::selection::Selection;
use luukku::diagnostic::Diagnostic;
use luukku::diagnostic::wording::count;
use luukku::source::Sources;

/// The closing part of `luukku check --help`.
const EXAMPLES: &str = "\
Examples:
  luukku check                       look through the folder `catalog` here
  luukku check --catalog our-catalog look through another folder
  luukku check --format json         the same for another program to read
  luukku check --department payroll --deny warnings
  luukku check --changed-since main  what this change brings
  luukku check --fix                 write what is surely meant, then tell the rest

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
    /// How to print the findings: `human` for people, the others for programs
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print lines for `questions.yaml` instead: what people say by `asked_as`, to be held against the search
    #[arg(long, conflicts_with = "format")]
    suggest_questions: bool,
    /// Write into the files what is surely meant; comments, order and all other signs stay as they are
    #[arg(long, conflicts_with_all = ["format", "suggest_questions", "baseline", "write_baseline"])]
    fix: bool,
    /// With `--fix`: print a patch instead, which `git apply` takes
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// A folder with the templates and styles of your site, as for `luukku build`: it may speak more languages
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    now: Now,
}

/// Checks, prints the findings on the standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let now = args.now.instant()?;
    let selected = args.selection.in_catalog(&args.catalog)?;
    if args.fix {
        let (catalog, theme) = (&*args.catalog, args.theme.as_deref());
        fix::run(&Asked { catalog, theme, now, selected: &selected }, args.dry_run)?;
        if args.dry_run {
            return Ok(Status::Clean);
        }
    }
    let is_asked_for = |sources: &Sources, finding: &Diagnostic| selected.holds(sources, finding);
    let check = || luukku::check_for(&args.catalog, now, args.theme.as_deref(), &is_asked_for);
    let outcome = progress::during("Reading the catalog", check)?;
    selected.refuse_unknown(&outcome.sources)?;
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
    let left_out = format!("{} not asked for", count(outcome.left_out, "other finding"));
    let none = match outcome.left_out {
        0 => format!("Nothing to fix: {} in {files}.", count(services, "service")),
        _ => format!("Nothing to fix here; {left_out}."),
    };
    report::print(args.format, &args.catalog, &outcome, &none)?;
    if let Some(about) = selected.about_baseline()? {
        complain(&about);
    }
    if outcome.left_out > 0 && outcome.diagnostics.iter().next().is_some() {
        complain(&left_out);
    }
    Ok(match args.selection.fails(&outcome.diagnostics) {
        false => Status::Clean,
        true => Status::CatalogHasErrors,
    })
}
