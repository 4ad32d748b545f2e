//! A built site, and those that the tests share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use luukku::BuildOptions;
use luukku::render::Memory;

use crate::project::NOW;

/// The files of a site by their paths.
pub(crate) struct Site {
    /// Path, with `/` between its parts, and bytes.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Builds a catalog that has no errors.
    pub(crate) fn build(catalog: &Path, options: &BuildOptions<'_>) -> Self {
        Self::try_build(catalog, options).unwrap_or_else(|errors| panic!("{errors}"))
    }

    fn try_build(catalog: &Path, options: &BuildOptions<'_>) -> Result<Self, String> {
        let memory = Memory::default();
        let outcome = luukku::build(catalog, now(), options, &memory).map_err(|error| format!("{error:#}"))?;
        let errors: Vec<String> = (outcome.diagnostics.iter())
            .map(|finding| {
                let file = outcome.sources.path(finding.primary.span.file);
                format!("{file}: {:?} [{}] {}", finding.severity, finding.code, finding.message)
            })
            .filter(|line| line.contains("Error"))
            .collect();
        if outcome.output.is_none() {
            return Err(format!("`{}` has errors:\n{}", catalog.display(), errors.join("\n")));
        }
        Ok(Self { files: memory.into_files() })
    }

    /// The catalog with every part once there and once not, as it is published.
    pub(crate) fn golden() -> &'static Self {
        static SITE: Shared = LazyLock::new(|| minified(&fixture("golden/catalog")));
        shared(&SITE)
    }

    /// The same, with its pages as they are written.
    pub(crate) fn golden_as_written() -> &'static Self {
        static SITE: Shared = LazyLock::new(|| Site::try_build(&fixture("golden/catalog"), &BuildOptions::default()));
        shared(&SITE)
    }

    /// The catalog that says as little as it can, as it is published.
    pub(crate) fn bare() -> &'static Self {
        static SITE: Shared = LazyLock::new(|| minified(&fixture("bare/catalog")));
        shared(&SITE)
    }

    /// The demonstration, as it is published.
    pub(crate) fn demo() -> &'static Self {
        static SITE: Shared = LazyLock::new(|| minified(&root().join("catalog")));
        shared(&SITE)
    }

    /// The three that are published, with their names.
    pub(crate) fn all() -> [(&'static str, &'static Self); 3] {
        [("golden", Self::golden()), ("bare", Self::bare()), ("demo", Self::demo())]
    }

    /// All pages: path and HTML.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }

    /// One file as text.
    pub(crate) fn text(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).unwrap()
    }

    /// The languages: the first one's folder is empty, another's is its tag with a slash.
    pub(crate) fn language_folders(&self) -> Vec<&str> {
        let mut folders: Vec<&str> = self.files.keys().filter_map(|path| path.strip_suffix("404.html")).collect();
        folders.sort_unstable();
        folders
    }

    /// The fullest page of each kind in one language, by its folder. Old addresses are left out: a browser
    /// is gone from them before a test can look.
    pub(crate) fn kinds(&self, folder: &str) -> Vec<&str> {
        let others: Vec<&str> = self.language_folders().into_iter().filter(|other| !other.is_empty()).collect();
        let mut fullest: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for (path, html) in self.pages() {
            let Some(rest) = path.strip_prefix(folder) else { continue };
            let foreign = folder.is_empty() && others.iter().any(|other| path.starts_with(other));
            if foreign || is_redirect(html) {
                continue;
            }
            let kind = match rest.split_once('/') {
                Some((kind, file)) if file != "index.html" => kind,
                _ => rest,
            };
            let best = fullest.entry(kind).or_insert((0, path));
            *best = (*best).max((html.len(), path));
        }
        fullest.into_values().map(|(_, path)| path).collect()
    }

    /// Writes the files to a folder.
    pub(crate) fn write(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let full = folder.join(path);
            std::fs::create_dir_all(full.parent().unwrap()).unwrap();
            std::fs::write(full, bytes).unwrap();
        }
    }
}

/// Whether a page only leads from an old address to the new one.
pub(crate) fn is_redirect(html: &str) -> bool {
    html.contains("http-equiv=\"refresh\"")
}

/// A site that is built when the first test asks for it, or why it could not be.
type Shared = LazyLock<Result<Site, String>>;

fn shared(site: &'static Shared) -> &'static Site {
    site.as_ref().unwrap_or_else(|errors| panic!("{errors}"))
}

fn minified(catalog: &Path) -> Result<Site, String> {
    Site::try_build(catalog, &BuildOptions { minify: true, ..BuildOptions::default() })
}

/// The moment at which every test takes place.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(NOW).unwrap().to_utc()
}

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A path below `tests/fixtures`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    root().join("tests/fixtures").join(path)
}

/// A file of the tools that `tests/run` installs.
pub(crate) fn tool(path: &str) -> PathBuf {
    let file = root().join("target/tools/node_modules").join(path);
    assert!(file.is_file(), "{} is not there: run `bash tests/run`, which installs what tests need", file.display());
    file
}
