//! `luukku new`: writes the file of a new entry, with what the catalog knows already.

mod known;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use clap::ValueEnum;
use luukku::diagnostic::{Diagnostics, FileId, nearest};
use luukku::model::{Catalog, DepartmentId, EntryKind, refused_id};

use super::Status;
use super::now::Now;
use super::output::say;
use super::words::typed;
use known::Known;

/// The closing part of `luukku new --help`.
const EXAMPLES: &str = "\
Examples:
  luukku new department travel             departments/travel.yaml
  luukku new service travel-booking --department travel
  luukku new news new-card-readers         news/2026-11-23-new-card-readers.md

A file that exists is never touched. What stands behind `#` in the new one waits for somebody who needs it.";

/// Begin the file of a new entry, with comments and with what the catalog knows already
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// What it is
    #[arg(value_enum)]
    kind: Kind,
    /// Its id: small letters, digits and hyphens. It becomes the file's name and the page's address for ever
    #[arg(value_name = "ID")]
    id: String,
    /// Whose service, team or article it is; need not be said where there is one department
    #[arg(long, value_name = "ID")]
    department: Option<String>,
    /// The folder with the catalog, the one in which `catalog.yaml` stands
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    #[command(flatten)]
    now: Now,
}

/// What can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Service,
    Team,
    Department,
    Journey,
    Article,
    News,
}

impl Kind {
    /// What one is called, and the file that is written.
    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Service => ("service", include_str!("service.yaml")),
            Self::Team => ("team", include_str!("team.yaml")),
            Self::Department => ("department", include_str!("department.yaml")),
            Self::Journey => ("journey", include_str!("journey.yaml")),
            Self::Article => ("article", include_str!("article.md")),
            Self::News => ("news item", include_str!("news.md")),
        }
    }

    /// The same as entries are known by; news have no page that others name.
    fn entry(self) -> Option<EntryKind> {
        match self {
            Self::Service => Some(EntryKind::Service),
            Self::Team => Some(EntryKind::Team),
            Self::Department => Some(EntryKind::Department),
            Self::Journey => Some(EntryKind::Journey),
            Self::Article => Some(EntryKind::Article),
            Self::News => None,
        }
    }
}

/// Writes the file and says how to go on.
pub(super) fn run(args: &Args) -> Result<Status> {
    let today = args.now.instant()?.date_naive();
    let (noun, template) = args.kind.parts();
    if let Some(refused) = refused_id(&args.id, noun) {
        bail!("{refused}");
    }
    let mut diagnostics = Diagnostics::new();
    let (documents, sources) = luukku::source::load(&args.catalog, &mut diagnostics)?;
    let company = documents.company.as_ref();
    let named_hours: Vec<String> =
        company.map(|doc| doc.hours.0.iter().map(|(id, _)| id.value.clone()).collect()).unwrap_or_default();
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    if let Some((span, slug)) = taken(args, &catalog) {
        bail!("there is a {noun} `{slug}` already, in `{}`", args.catalog.join(sources.path(span)).display());
    }
    let department = match args.kind {
        Kind::Service | Kind::Team | Kind::Article => Some(department(args, &catalog)?),
        Kind::Department | Kind::Journey | Kind::News => None,
    };
    let path = path(args, department.map(|id| &*catalog.department(id).slug), today);
    let known = Known { catalog: &catalog, department, named_hours: &named_hours, id: &args.id, today };
    write(&args.catalog.join(&path), &known.fill(template))?;
    let shown = args.catalog.join(&path);
    let option = match args.catalog == Path::new("catalog") {
        true => String::new(),
        false => format!(" --catalog {}", typed(&args.catalog)),
    };
    say(&format!("Wrote {}. Put your own words in place of `...`, then:\n  luukku check{option}\n", shown.display()))?;
    Ok(Status::Clean)
}

/// The entry of that kind that has the id, or had it.
fn taken<'a>(args: &Args, catalog: &'a Catalog) -> Option<(FileId, &'a str)> {
    let mut entries = catalog.entries(args.kind.entry()?);
    let found =
        entries.find(|(_, entry)| entry.slug() == args.id || entry.aliases().iter().any(|alias| **alias == *args.id));
    found.map(|(_, entry)| (entry.span().file, entry.slug()))
}

/// Whose entry it is.
fn department(args: &Args, catalog: &Catalog) -> Result<DepartmentId> {
    let all: Vec<(DepartmentId, &str)> = catalog.departments().map(|(id, one)| (id, &*one.slug)).collect();
    let slugs = || all.iter().map(|(_, slug)| *slug);
    let list = || slugs().collect::<Vec<_>>().join(", ");
    let Some(wanted) = &args.department else {
        return match all.as_slice() {
            [(only, _)] => Ok(*only),
            [] => bail!("the catalog has no department yet; begin with one: `luukku new department ID`"),
            _ => bail!("say whose it is: `--department ID`, one of {}", list()),
        };
    };
    match (all.iter().find(|(_, slug)| slug == wanted), nearest(wanted, slugs())) {
        (Some((id, _)), _) => Ok(*id),
        (None, Some(near)) => bail!("there is no department `{wanted}`; did you mean `{near}`?"),
        (None, None) => bail!("there is no department `{wanted}`; there are {}", list()),
    }
}

/// Where it belongs in the catalog.
fn path(args: &Args, department: Option<&str>, today: NaiveDate) -> PathBuf {
    let (id, of) = (&args.id, department.unwrap_or_default());
    match args.kind {
        Kind::Service => format!("departments/{of}/services/{id}.yaml"),
        Kind::Team => format!("departments/{of}/teams/{id}.yaml"),
        Kind::Article => format!("departments/{of}/articles/{id}.md"),
        Kind::Department => format!("departments/{id}.yaml"),
        Kind::Journey => format!("journeys/{id}.yaml"),
        // By date, so that the folder is in order.
        Kind::News => format!("news/{today}-{id}.md"),
    }
    .into()
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).with_context(|| format!("cannot create the folder `{}`", parent.display()))?;
    }
    let mut file = std::fs::File::create_new(path).with_context(|| format!("cannot write `{}`", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("cannot write `{}`", path.display()))
}
