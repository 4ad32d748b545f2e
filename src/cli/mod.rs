//! The command line: reads the arguments, calls the library, prints what there is to say. One file
//! per subcommand; exit status 0 clean, 1 the catalog has errors, 2 usage or machine.

mod baseline;
mod build;
mod check;
mod diff;
mod explain;
mod find;
mod fingerprint;
mod fix;
mod git;
mod init;
mod new;
mod now;
mod output;
mod plain_markdown;
mod progress;
mod report;
mod schema;
mod selection;
mod when;
mod words;

use std::process::ExitCode;

use anyhow::Context;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};
use rayon::ThreadPoolBuilder;

use output::complain;

/// The closing part of `luukku --help`.
const EXAMPLES: &str = "\
Examples:
  luukku init our-catalog            begin with a small example that explains itself
  luukku new service travel-booking  begin a new file with what the catalog knows
  luukku check --catalog our-catalog see what is missing or wrong, file by file
  luukku explain late-promise        what the code of a finding means, with an example
  luukku diff main catalog           what a change means for readers
  luukku build --catalog our-catalog make the site in the folder `site`
  luukku when pay-correction         when will who asks now have an answer?
  luukku find \"overtime missing\"     which service answers that?

What the program answers when it ends (its exit status):
  0  everything is in order (there may be warnings)
  1  the catalog has errors; each was shown with its file, line and what to do
  2  the command was mistyped, or the computer refused (no such folder, disk full)";

/// Turns what departments write about their services into a web site that says who helps, how to
/// reach them and when the answer comes.
#[derive(Parser)]
#[command(name = "luukku", version, after_help = EXAMPLES, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Diff(diff::Args),
    Explain(explain::Args),
    Find(find::Args),
    Init(init::Args),
    New(new::Args),
    Schema(schema::Args),
    When(when::Args),
}

/// How a command ended when the machine did its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Clean,
    CatalogHasErrors,
}

/// Makes this thread one of those that work side by side: what it has freed, they can then use.
fn work_here_too() -> anyhow::Result<()> {
    ThreadPoolBuilder::new().use_current_thread().build_global().context("no threads can be started")
}

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    let arguments = match Args::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return mistyped(&error),
    };
    let result = work_here_too().and_then(|()| match arguments.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Find(args) => find::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::When(args) => when::run(&args),
    });
    match result {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::CatalogHasErrors) => ExitCode::from(1),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("luukku: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Tells what is wrong with the arguments; who names a folder alone means that of the catalog.
fn mistyped(error: &clap::Error) -> ExitCode {
    // What cannot be printed cannot be told either.
    let _unread = error.print();
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(ContextValue::String(folder)) = error.get(ContextKind::InvalidArg)
        && !folder.starts_with('-')
    {
        complain(&format!("\nThe folder of the catalog is named by `--catalog {folder}`."));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// True when whoever read our output has seen enough (`luukku check | head`).
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}
