//! `luukku diff`: what changes for readers from one catalog to another.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use luukku::diagnostic::invisible::written_out;
use luukku::diagnostic::nearest;
use luukku::diff::{Change, Kind, counts};
use luukku::source::Files;
use luukku::{Compared, compare};
use serde::Serialize;

use super::Status;
use super::git;
use super::now::Now;
use super::output::{complain, say};
use super::plain_markdown::plain;

/// Raised when a field changes its meaning or goes; a new field does not raise it.
const VERSION: u32 = 1;

/// The closing part of `luukku diff --help`.
const EXAMPLES: &str = "\
Examples:
  luukku diff main catalog             what this working copy changes
  luukku diff v1 v2                    between two revisions of git, in the folder `catalog`
  luukku diff old-catalog new-catalog --fail-on worse-promise,gone
  luukku diff main catalog --for payroll --format markdown

OLD and NEW are folders or revisions of git. Where there is a folder of that name, it is the folder.";

/// Tell what changes for readers from one catalog to another: promises, hours, ways to reach somebody
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The catalog as it was: a folder, or a revision of git
    old: String,
    /// The catalog as it is: a folder, or a revision of git
    new: String,
    /// The folder with the catalog of which revisions are meant
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// The language of the names; the catalog's first when left out
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,
    /// Only what affects them: the name of an audience or a department, or a part of it
    #[arg(long = "for", value_name = "NAME")]
    affects: Option<String>,
    /// End with status 1 when there is a change of these kinds, with commas between them
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    fail_on: Vec<String>,
    #[command(flatten)]
    now: Now,
}

/// How it is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// By department, a line for each change
    Human,
    /// A list for a merge request
    Markdown,
    /// One JSON object; `luukku schema diff` prints its schema
    Json,
}

/// What is said where there is nothing to say.
const NOTHING: &str = "Nothing changes for readers.\n";

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    changes: &'a [Change],
}

/// Compares, and prints what has changed.
pub(super) fn run(args: &Args) -> Result<Status> {
    let fail_on: Vec<Kind> = args.fail_on.iter().map(|word| kind(word)).collect::<Result<_>>()?;
    let sides = (side(&args.old, &args.catalog)?, side(&args.new, &args.catalog)?);
    let broken = |name: &str| {
        complain(&format!("luukku: `{name}` has errors; `luukku check` shows them. Nothing can be compared before."));
        Ok(Status::CatalogHasErrors)
    };
    let mut changes = match compare(sides, args.now.instant()?, args.locale.as_deref())? {
        Compared::Changes(changes) => changes,
        Compared::OldIsBroken => return broken(&args.old),
        Compared::NewIsBroken => return broken(&args.new),
    };
    if let Some(name) = &args.affects {
        let name = name.to_lowercase();
        let is_meant = |other: &String| other.to_lowercase().contains(&name);
        changes.retain(|change| is_meant(&change.department) || change.affected.iter().any(is_meant));
    }
    say(&match args.format {
        Form::Human => human(&changes),
        Form::Markdown => markdown(&changes),
        Form::Json => {
            let report = Report { version: VERSION, changes: &changes };
            serde_json::to_string_pretty(&report).context("the changes could not be written")? + "\n"
        }
    })?;
    Ok(match changes.iter().any(|change| fail_on.contains(&change.kind)) {
        true => Status::CatalogHasErrors,
        false => Status::Clean,
    })
}

fn kind(word: &str) -> Result<Kind> {
    let words = || Kind::ALL.into_iter().map(Kind::word);
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) {
        return Ok(kind);
    }
    match nearest(word, words()) {
        Some(near) => bail!("there is no kind of change `{word}`; did you mean `{near}`?"),
        None => bail!("there is no kind of change `{word}`; there are {}", words().collect::<Vec<_>>().join(", ")),
    }
}

/// The files of a folder, or of a revision.
fn side(name: &str, catalog: &Path) -> Result<Box<dyn Files>> {
    let folder = Path::new(name);
    match folder.is_dir() {
        true => Ok(folder.into()),
        false => Ok(git::files(catalog, name).with_context(|| format!("`{name}` is no folder here"))?.into()),
    }
}

/// The changes of one entry after the other.
fn by_entry(changes: &[Change]) -> impl Iterator<Item = &[Change]> {
    changes.chunk_by(|one, other| (one.entry, &one.id, &one.department) == (other.entry, &other.id, &other.department))
}

/// The heading of a department where another one begins, the entry, and its changes a line each.
fn listed(changes: &[Change], shown: fn(&str) -> String, lines: (&str, &str, &str)) -> String {
    let (heading, entry, line) = lines;
    let mut text = String::new();
    let mut department = None;
    for group in by_entry(changes) {
        let Some(first) = group.first() else { continue };
        if department != Some(&first.department) {
            let name = if first.department.is_empty() { "The whole company" } else { &first.department };
            text += &format!("\n{}\n", heading.replace("{}", &shown(name)));
            department = Some(&first.department);
        }
        let affected = match first.affected.is_empty() {
            true => String::new(),
            false => format!(" (affects {})", shown(&first.affected.join(", "))),
        };
        text += &format!("{entry}“{}”{affected}\n", shown(&first.name));
        for change in group {
            let kind =
                line.replace("{kind}", change.kind.word()).replace("{padded}", &format!("{:<14}", change.kind.word()));
            text += &format!("{kind} {}\n", shown(&change.text));
        }
    }
    text
}

fn human(changes: &[Change]) -> String {
    if changes.is_empty() {
        return NOTHING.to_owned();
    }
    let list = listed(changes, |text| written_out(text).into_owned(), ("{}", "  ", "    {padded}"));
    format!("{}\n{}\n", list.trim_start(), counted(changes))
}

fn markdown(changes: &[Change]) -> String {
    if changes.is_empty() {
        return NOTHING.to_owned();
    }
    let list = listed(changes, plain, ("**{}**\n", "- ", "  - `{kind}`"));
    format!("**{}**\n{list}", counted(changes))
}

/// "3 changes: 1 worse-promise, 2 new"
fn counted(changes: &[Change]) -> String {
    let kinds: Vec<String> = counts(changes).iter().map(|(kind, number)| format!("{number} {}", kind.word())).collect();
    format!("{}: {}", luukku::diagnostic::wording::count(changes.len(), "change"), kinds.join(", "))
}
