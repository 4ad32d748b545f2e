//! luukku: departments' YAML becomes a site that says who helps, how to reach them and when the
//! answer comes.
//!
//! One pipeline, one type handed over at each door:
//!
//! | stage | verb | takes | gives |
//! |---|---|---|---|
//! | [`source`] | [`source::load`] | a folder, or files in memory | [`source::Documents`]: what the authors wrote |
//! | [`model`] | [`model::resolve`] | documents | [`model::Catalog`]: what the company is |
//! | [`checks`] | [`checks::run`] | a catalog | [`checks::Checked`]: the proof that it holds no error |
//! | [`publish`] | [`publish::publish`] | the proof | [`publish::Published`]: what may be shown of it today |
//! | [`pages`] | [`pages::page`] | a route in an [`site::Edition`] | [`pages::Page`]: what a reader sees |
//! | [`render`] | [`render::render`] | pages and a theme | files, handed to a [`render::Sink`] one by one |
//! | [`emit`] | [`emit::Site`] | files | a folder, put in place in one step |
//!
//! [`explain`] stands beside the checks: what the code of each finding means, with an example.
//!
//! Beside the pipeline stand rooms that know no more than they need: [`clock`] (working time),
//! [`i18n`] (words), [`markdown`] and [`diagnostic`] know nothing of catalogs; [`promise`] knows the
//! model and the clock; [`site`] what all pages share, [`feeds`] what programs read, [`search`] what answers a need in
//! the reader's own words. None of them reads the machine's clock.
//!
//! Where each kind of change goes, completely: `src/README.md`.
//!
//! What the catalog's authors did wrong travels beside it in [`diagnostic::Diagnostics`]; what the
//! machine did wrong is an `anyhow::Error`. "Now" is always a parameter.

pub mod diagnostic;

pub mod clock;
pub mod i18n;
pub mod lexicon;
pub mod markdown;
pub mod yaml;

pub mod source;

pub mod model;

pub mod promise;

pub mod checks;

pub mod publish;

pub mod site;

pub mod search;

mod questions;

pub mod diff;
pub mod feeds;

pub mod explain;
pub mod pages;

pub mod render;

pub mod emit;

pub use questions::suggestions;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};

use checks::Checked;
use diagnostic::{Diagnostic, Diagnostics};
use diff::{Change, Side, changes};
use i18n::{Locale, Messages};
use publish::{FileAddresses, LocaleId, Options, Published, SiteFile};
use render::{Sink, Theme};
use search::{Document, Findable, Index};
use site::Edition;
use source::{Files, Sources};

/// What a run gives, with all that there is to say about it.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The result.
    pub output: T,
    /// The findings, sorted.
    pub diagnostics: Diagnostics,
    /// The files that the findings point into.
    pub sources: Sources,
    /// Where those files are changed.
    pub addresses: FileAddresses,
    /// How many findings were not asked for.
    pub left_out: usize,
}

/// Whether a finding is asked for.
pub type AskedFor<'a> = &'a dyn Fn(&Sources, &Diagnostic) -> bool;

/// Reads the catalog in a folder, or one that is in memory, and checks it, for a site with a theme of one's own
/// or the default one. The output is `None` when it has errors.
///
/// # Errors
/// When the catalog or the theme cannot be read.
pub fn check(
    catalog: impl Into<Box<dyn Files>>,
    now: DateTime<Utc>,
    theme: Option<&Path>,
) -> Result<Outcome<Option<Checked>>> {
    check_for(catalog, now, theme, &|_, _| true)
}

/// The same for somebody who wants to be told a part of what is found. The output is that of the whole catalog.
///
/// # Errors
/// When the catalog or the theme cannot be read.
pub fn check_for(
    catalog: impl Into<Box<dyn Files>>,
    now: DateTime<Utc>,
    theme: Option<&Path>,
    is_asked_for: AskedFor<'_>,
) -> Result<Outcome<Option<Checked>>> {
    let messages = render::messages(&Theme::load(theme)?)?;
    let mut outcome = checked(catalog.into(), now, &messages, is_asked_for)?;
    if let Some(checked) = &outcome.output
        && questions::are_asked(checked)
    {
        let before = Diagnostics::new();
        let published = publish::publish(checked, &before, Options { now, ..Options::default() });
        let mut found = Diagnostics::new();
        questions::ask(checked, &Findable::new(&published)?, &mut found);
        // The company may have said that an unanswered question is an error.
        outcome.output = outcome.output.filter(|_| !found.has_errors());
        outcome.left_out += found.take(|finding| !is_asked_for(&outcome.sources, finding)).len();
        outcome.diagnostics.append(found);
        outcome.diagnostics.sort();
    }
    Ok(outcome)
}

fn checked(
    catalog: Box<dyn Files>,
    now: DateTime<Utc>,
    messages: &Messages,
    is_asked_for: AskedFor<'_>,
) -> Result<Outcome<Option<Checked>>> {
    let mut diagnostics = Diagnostics::new();
    let (documents, sources) = source::load(catalog, &mut diagnostics)?;
    let catalog = model::resolve(documents, &mut diagnostics);
    let addresses = FileAddresses::of(&catalog.company);
    let spoken: Vec<&str> = messages.locales().map(Locale::tag).collect();
    let asked_for = |finding: &Diagnostic| is_asked_for(&sources, finding);
    let (output, left_out) = checks::run_for(catalog, (&spoken, now), &asked_for, &mut diagnostics);
    sources.pinpoint(&mut diagnostics);
    Ok(Outcome { output, diagnostics, sources, addresses, left_out })
}

/// How a site is built.
#[derive(Debug, Default)]
pub struct BuildOptions<'a> {
    /// Where it will be published; the catalog's own word when left out.
    pub base_url: Option<&'a str>,
    /// A folder whose files replace those of the default theme.
    pub theme: Option<&'a Path>,
    /// Whether templates and styles are minified.
    pub minify: bool,
}

/// What a build rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    /// Pages, each language counted.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
}

/// Reads and checks a catalog and renders its site into a sink. The output is `None` when the
/// catalog has errors.
///
/// # Errors
/// When the catalog or the theme cannot be read, or the sink refuses a file.
pub fn build(
    catalog: impl Into<Box<dyn Files>>,
    now: DateTime<Utc>,
    options: &BuildOptions<'_>,
    sink: &dyn Sink,
) -> Result<Outcome<Option<Built>>> {
    let theme = Theme::load(options.theme)?;
    let messages = render::messages(&theme)?;
    let Outcome { output, mut diagnostics, sources, addresses, left_out } =
        checked(catalog.into(), now, &messages, &|_, _| true)?;
    let Some(checked) = output else { return Ok(Outcome { output: None, diagnostics, sources, addresses, left_out }) };
    let files = own_files(&sources, &checked, sink)?;
    let lines = sources.lines(publish::places_in_files(&checked));
    let given = Options { now, base_url: options.base_url, files, lines };
    let before = Diagnostics::new();
    let mut published = publish::publish(&checked, &before, given);
    let findable = Findable::new(&published)?;
    questions::ask(&checked, &findable, &mut diagnostics);
    if diagnostics.has_errors() {
        return Ok(Outcome { output: None, diagnostics, sources, addresses, left_out });
    }
    published.findings = &diagnostics;
    let edition = Edition::new(&published, &messages)?;
    let pages = render::render(&edition, findable, (&theme, options.minify), sink)?;
    let built = Built { pages, languages: published.locales().len() };
    drop(edition);
    Ok(Outcome { output: Some(built), diagnostics, sources, addresses, left_out })
}

/// Finds entries of a catalog by what a reader types.
#[derive(Debug)]
pub struct Finder {
    findable: Findable,
    locales: Vec<String>,
    /// By language and document: what it is called there, and its page.
    shown: Vec<Vec<(String, String)>>,
}

/// What can be found from the pages of one language.
#[derive(Clone, Copy, Debug)]
pub struct LanguageIndex<'a> {
    /// The documents.
    pub documents: &'a [Document],
    /// By document: what it is called in the language, and its page from the site's root.
    pub shown: &'a [(String, String)],
    /// Their index.
    pub index: &'a Index,
}

impl Finder {
    /// Reads a catalog. `None` when it has errors.
    ///
    /// # Errors
    /// When the catalog cannot be read.
    pub fn new(catalog: impl Into<Box<dyn Files>>, now: DateTime<Utc>) -> Result<Option<Self>> {
        let messages = render::messages(&Theme::load(None)?)?;
        let Some(checked) = checked(catalog.into(), now, &messages, &|_, _| true)?.output else { return Ok(None) };
        let before = Diagnostics::new();
        let published = publish::publish(&checked, &before, Options { now, ..Options::default() });
        let locales = published.locales().map(|locale| published.language(locale).tag().to_owned()).collect();
        let findable = Findable::new(&published)?;
        let shown = |locale| {
            let entries = findable.entries.iter();
            entries.map(|entry| (published.title(*entry, locale), published.path(*entry, locale))).collect()
        };
        let shown = published.locales().map(shown).collect();
        Ok(Some(Self { findable, locales, shown }))
    }

    /// What can be found from the pages of a language; of the catalog's first, if none is named.
    ///
    /// # Errors
    /// When the catalog does not have the language.
    pub fn findable(&self, locale: Option<&str>) -> Result<LanguageIndex<'_>> {
        let place = match locale {
            None => Some(0),
            Some(tag) => self.locales.iter().position(|locale| locale == tag),
        };
        let Some(language) = place else {
            let known = self.locales.join(", ");
            bail!("the catalog has no language `{}`; it has {known}", locale.unwrap_or_default());
        };
        Ok(LanguageIndex {
            documents: &self.findable.documents,
            shown: &self.shown[language],
            index: self.findable.index_of(LocaleId::from(language)),
        })
    }
}

/// What a comparison comes to.
#[derive(Debug)]
pub enum Compared {
    /// What changes.
    Changes(Vec<Change>),
    /// The first catalog has errors.
    OldIsBroken,
    /// The second catalog has errors.
    NewIsBroken,
}

/// Compares two catalogs at a moment; names are told in a language of both, in the first one's first if none is named.
///
/// # Errors
/// When a catalog cannot be read, or does not have the language.
pub fn compare(
    (old, new): (Box<dyn Files>, Box<dyn Files>),
    now: DateTime<Utc>,
    locale: Option<&str>,
) -> Result<Compared> {
    let checked = |files: Box<dyn Files>| -> Result<Option<Checked>> { Ok(check(files, now, None)?.output) };
    let Some(old) = checked(old)? else { return Ok(Compared::OldIsBroken) };
    let Some(new) = checked(new)? else { return Ok(Compared::NewIsBroken) };
    let nothing = Diagnostics::new();
    let [before, after] =
        [&old, &new].map(|side| publish::publish(side, &nothing, Options { now, ..Options::default() }));
    let side = |published| Ok::<_, anyhow::Error>(Side { published, locale: language(published, locale)? });
    Ok(Compared::Changes(changes(&side(&before)?, &side(&after)?)))
}

fn language(published: &Published<'_>, locale: Option<&str>) -> Result<LocaleId> {
    let Some(tag) = locale else { return Ok(LocaleId::FIRST) };
    let mut locales = published.locales();
    match locales.find(|locale| published.language(*locale).tag() == tag) {
        Some(locale) => Ok(locale),
        None => {
            let known: Vec<&str> = published.locales().map(|locale| published.language(locale).tag()).collect();
            bail!("a catalog has no language `{tag}`; it has {}", known.join(", "))
        }
    }
}

/// Writes the pictures that the pages show and the files that they offer, each content once, and gives their places in
/// the site by their paths in the catalog.
fn own_files(sources: &Sources, checked: &Checked, sink: &dyn Sink) -> Result<BTreeMap<String, SiteFile>> {
    let mut files = BTreeMap::new();
    let mut written = BTreeSet::new();
    for path in publish::files(checked) {
        let bytes = sources.harmless(path).with_context(|| format!("`{path}` is missing"))?;
        let file = SiteFile { path: render::own_file(path, &bytes), bytes: bytes.len() as u64 };
        if written.insert(file.path.clone()) {
            sink.write(&file.path, &bytes)?;
        }
        files.insert(path.to_owned(), file);
    }
    Ok(files)
}
