//! `luukku schema`: prints what editors need to complete keys.

use anyhow::{Context, Result, bail};
use luukku::diagnostic::nearest;
use luukku::source::schema::{KINDS, json_schema};
use serde_json::Value;

use super::Status;
use super::output::say;
use super::report::findings_schema;

/// The closing part of `luukku schema --help`.
const EXAMPLES: &str = "\
Examples:
  luukku schema service > service.schema.json
then, as the first line of a service's file, for editors with a YAML language server:
  # yaml-language-server: $schema=../../../service.schema.json

  luukku schema catalog > catalog.schema.json
for programs that read a site's catalog.json";

/// Print the JSON Schema of one kind of file, so that editors complete its keys
///
/// The kind `catalog` stands for `catalog.json`, which the site publishes, `diff` and `findings` for
/// what `luukku diff` and `luukku check` print with `--format json`.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// company, person, place, department, team, service, article, journey, questions, words, news, story or idea; or
    /// catalog, diff or findings
    kind: String,
}

/// What is published of all files together.
const CATALOG: &str = "catalog";
/// What `luukku diff --format json` prints.
const DIFF: &str = "diff";
/// What `luukku check --format json` prints.
const FINDINGS: &str = "findings";

/// Prints it.
pub(super) fn run(args: &Args) -> Result<Status> {
    let schema = schema(&args.kind)?;
    let text = serde_json::to_string_pretty(&schema).context("cannot write the schema")?;
    say(&format!("{text}\n"))?;
    Ok(Status::Clean)
}

fn schema(word: &str) -> Result<Value> {
    let files = || KINDS.iter().filter(|kind| kind.files.is_some());
    if word == CATALOG {
        return Ok(luukku::publish::json_schema());
    }
    if word == DIFF {
        return Ok(luukku::diff::json_schema().into());
    }
    if word == FINDINGS {
        return Ok(findings_schema().into());
    }
    if let Some(kind) = files().find(|kind| kind.word() == word) {
        return Ok(json_schema(kind));
    }
    let mut words: Vec<String> = files().map(luukku::source::schema::SchemaKind::word).collect();
    words.extend([CATALOG, DIFF, FINDINGS].map(str::to_owned));
    match nearest(word, words.iter().map(String::as_str)) {
        Some(meant) => bail!("there is no kind of file `{word}`; did you mean `{meant}`?"),
        None => bail!("there is no kind of file `{word}`; write {}", words.join(", ")),
    }
}
