//! `luukku build`: makes the site.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use luukku::emit::{Site, Summary};
use luukku::{BuildOptions, Built};
use url::Url;

use super::Status;
use super::now::Now;
use super::output::say;
use super::progress;
use super::report::{self, Format};
use super::words::typed;
use luukku::diagnostic::wording::count;

/// The closing part of `luukku build --help`.
const EXAMPLES: &str = "\
Examples:
  luukku build                       the folder `catalog` here becomes the folder `site`
  luukku build --catalog our-catalog --out /srv/www/services
  luukku build --base-url https://services.example/

The site appears only when it is complete; until then the one from before stays in place. When the
catalog has errors they are shown, and nothing is changed.";

/// Make the site from the catalog
///
/// Reads and checks every file, then writes all pages in all languages into one folder. The site
/// can be opened straight from the disk or put on any web server.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The folder with the catalog, the one in which `catalog.yaml` stands
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// The folder for the site; it is replaced as a whole, and only if luukku wrote it
    #[arg(long, value_name = "DIR", default_value = "site")]
    out: PathBuf,
    /// The address at which the site will be found, instead of the one in catalog.yaml
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// A folder with your own templates and styles; what it does not hold is luukku's
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    #[command(flatten)]
    now: Now,
    /// Leave pages and styles as they are written, so that they can be read
    #[arg(long)]
    no_minify: bool,
}

/// Builds, prints the findings and what was written.
pub(super) fn run(args: &Args) -> Result<Status> {
    let begin = Instant::now();
    let now = args.now.instant()?;
    refuse_overlap(&args.catalog, &args.out)?;
    let options =
        BuildOptions { base_url: args.base_url.as_deref(), theme: args.theme.as_deref(), minify: !args.no_minify };
    let site = Site::begin(&args.out)?;
    let outcome = progress::during("Building the site", || luukku::build(&args.catalog, now, &options, &site))?;
    report::print(Format::Human, &args.catalog, &outcome, "Nothing to fix in the catalog.")?;
    let Some(built) = &outcome.output else {
        say("No site was built: the errors have to be fixed first.\n")?;
        return Ok(Status::CatalogHasErrors);
    };
    let summary = progress::during("Putting the site in place", || site.finish())?;
    say(&told(&args.out, built, &summary, begin.elapsed()))?;
    Ok(Status::Clean)
}

/// What was built, and how to look at it.
fn told(out: &Path, built: &Built, summary: &Summary, time: Duration) -> String {
    let shown = out.display();
    let folder = typed(out);
    let unchanged = match summary.unchanged {
        0 => String::new(),
        unchanged => format!(", {unchanged} of them as they were"),
    };
    format!(
        "\nBuilt {shown}: {pages} in {languages}, {files} with {size}{unchanged}, in {seconds:.1} s.\n\n\
         Look at it: open {index} in a browser, or run\n  \
         python3 -m http.server --directory {folder}\nand go to http://localhost:8000/\n",
        pages = count(built.pages, "page"),
        languages = count(built.languages, "language"),
        files = count(usize::try_from(summary.files).unwrap_or(usize::MAX), "file"),
        size = size(summary.bytes),
        seconds = time.as_secs_f64(),
        index = out.join("index.html").display(),
    )
}

/// Bytes in the unit that keeps the number short; decimal units (SI).
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// A site inside its catalog would be read as a part of it; a catalog inside its site would be
/// replaced by it.
fn refuse_overlap(catalog: &Path, out: &Path) -> Result<()> {
    let catalog = std::fs::canonicalize(catalog)
        .with_context(|| format!("cannot read the catalog's folder `{}`", catalog.display()))?;
    let site = resolved(out);
    if site == catalog {
        bail!("the site cannot be written into the catalog's own folder; name another one with `--out`");
    }
    if site.starts_with(&catalog) {
        bail!("the site cannot stand inside the catalog's folder; name a folder beside it with `--out`");
    }
    if catalog.starts_with(&site) {
        bail!(
            "the catalog stands inside the folder for the site, which is replaced as a whole; name another one with \
             `--out`"
        );
    }
    Ok(())
}

/// An absolute path without links, also when its last folders do not exist yet.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut rest = Vec::new();
    for above in path.ancestors() {
        if let Ok(known) = std::fs::canonicalize(above) {
            return rest.into_iter().rev().fold(known, |known, name| known.join(name));
        }
        rest.extend(above.file_name());
    }
    path
}

/// An address with a host, ending in a slash.
fn base_url(text: &str) -> Result<String, String> {
    let folder = |url: &Url| {
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none() && url.fragment().is_none()
    };
    let plain = text.contains("://") && !text.contains([' ', '"', '<']);
    match Url::parse(text).ok().filter(|url| plain && folder(url)) {
        Some(_) => Ok(format!("{}/", text.trim_end_matches('/'))),
        None => Err("write the whole address, such as https://services.example/".to_owned()),
    }
}
