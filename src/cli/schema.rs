//! `luukku schema`: prints what editors need to complete keys.

use anyhow::{Context, Result, bail};
use luukku::diagnostic::nearest;
use luukku::source::schema::{KINDS, json_schema};

use super::Status;

/// The closing part of `luukku schema --help`.
const EXAMPLES: &str = "\
Examples:
  luukku schema service > service.schema.json
then, as the first line of a service's file, for editors with a YAML language server:
  # yaml-language-server: $schema=../../../service.schema.json";

/// Print the JSON Schema of one kind of file, so that editors complete its keys
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// company, person, department, team, service, article, journey, questions, news, story or idea
    kind: String,
}

/// Prints it.
pub(super) fn run(args: &Args) -> Result<Status> {
    let files = || KINDS.iter().filter(|kind| kind.files.is_some());
    let Some(kind) = files().find(|kind| kind.word() == args.kind) else {
        let words: Vec<String> = files().map(luukku::source::schema::Kind::word).collect();
        match nearest(&args.kind, words.iter().map(String::as_str)) {
            Some(meant) => bail!("there is no kind of file `{}`; did you mean `{meant}`?", args.kind),
            None => bail!("there is no kind of file `{}`; write {}", args.kind, words.join(", ")),
        }
    };
    anstream::println!("{}", serde_json::to_string_pretty(&json_schema(kind)).context("cannot write the schema")?);
    Ok(Status::Clean)
}
