//! `luukku init`: writes a small catalog to begin with.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rust_embed::Embed;

use super::Status;
use super::now::Now;
use super::output::say;
use super::words::typed;

/// The closing part of `luukku init --help`.
const EXAMPLES: &str = "\
Examples:
  luukku init                        write the example into a new folder `catalog` here
  luukku init our-catalog            write it into another folder

Files that exist are never touched: the folder has to be empty or new.";

/// Stands in the starter's files for the day on which they are written.
const TODAY: &str = "TODAY";

/// The starter catalog, one file per file.
#[derive(Embed)]
#[folder = "src/cli/starter/"]
struct Starter;

/// How each kind of file is written: the page that explains the demonstration, too.
const README: &str = include_str!("../../catalog/README.md");

/// Begin a catalog: two departments and six services that explain the format by their comments
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The folder to write into; it is created
    #[arg(value_name = "DIR", default_value = "catalog")]
    folder: PathBuf,
    #[command(flatten)]
    now: Now,
}

/// Writes the starter and says how to go on.
pub(super) fn run(args: &Args) -> Result<Status> {
    let today = args.now.instant()?.date_naive().to_string();
    let folder = &args.folder;
    refuse_occupied(folder)?;
    let mut files = 2;
    for path in Starter::iter() {
        let file = Starter::get(&path).with_context(|| format!("`{path}` is not in this program"))?;
        let text = std::str::from_utf8(&file.data).with_context(|| format!("`{path}` is not text"))?;
        write(&folder.join(&*path), &text.replace(TODAY, &today))?;
        files += 1;
    }
    write(&folder.join("README.md"), README)?;
    write(&folder.join("FINDINGS.md"), &luukku::explain::reference())?;
    let shown = folder.display();
    let option = if folder == Path::new("catalog") { String::new() } else { format!(" --catalog {}", typed(folder)) };
    say(&format!(
        "Wrote {files} files to {shown}. Begin with {shown}/catalog.yaml: its comments explain the rest,\n\
         and {shown}/README.md how each kind of file is written.\n\n\
         Next:\n  luukku check{option}\n  luukku build{option}\n"
    ))?;
    Ok(Status::Clean)
}

fn refuse_occupied(folder: &Path) -> Result<()> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            Some(_) => bail!("the folder `{}` is not empty; name a new one: `luukku init DIR`", folder.display()),
            None => Ok(()),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot write to the folder `{}`", folder.display())),
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).with_context(|| format!("cannot create the folder `{}`", parent.display()))?;
    }
    std::fs::write(path, text).with_context(|| format!("cannot write `{}`", path.display()))
}
