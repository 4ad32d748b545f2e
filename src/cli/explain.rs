//! `luukku explain`: what the code of a finding means, with an example.

use anyhow::{Result, bail};
use luukku::diagnostic::nearest;
use luukku::explain::{explanation, explanations, page};

use super::Status;
use super::output::say;

/// The closing part of `luukku explain --help`.
const EXAMPLES: &str = "\
Examples:
  luukku explain late-promise        what it means, a small example, and the same put right
  luukku explain --all               all codes";

/// Say what the code of a finding means, with an example and what to write instead
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The code, as it stands in brackets in a report
    #[arg(required_unless_present = "all")]
    code: Option<String>,
    /// All codes
    #[arg(long, conflicts_with = "code")]
    all: bool,
}

/// Prints it.
pub(super) fn run(args: &Args) -> Result<Status> {
    let Some(code) = &args.code else {
        say(&luukku::explain::reference())?;
        return Ok(Status::Clean);
    };
    let Some(found) = explanation(code) else {
        let all = explanations();
        match nearest(code, all.iter().map(|known| &*known.code)) {
            Some(meant) => bail!("no finding has the code `{code}`; did you mean `{meant}`?"),
            None => bail!("no finding has the code `{code}`; `luukku explain --all` has all of them"),
        }
    };
    say(&page(&found))?;
    Ok(Status::Clean)
}
