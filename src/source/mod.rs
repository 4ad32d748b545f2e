//! First stage: the catalog's folder → [`Documents`], exactly what the authors wrote, each piece
//! with its place. A broken file is told and never hides the others.

mod documents;
mod file;
mod gaps;
mod kind;
mod misplaced;
mod mistakes;
mod other_words;
pub mod schema;
mod table;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span};
use crate::yaml;
pub use documents::{COMPANY_FILE, Documents, Page, Written, WrittenIn};
use file::{Found, Place, Read};
pub use gaps::Gaps;
pub use kind::Kind;
pub(crate) use mistakes::unknown_word;
pub use other_words::{OtherWords, other_words};
pub use table::MeasurementDoc;

/// The files that were read, for those who show places to the author. Their texts are read again
/// when they are needed: most runs show none.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    paths: Arc<[String]>,
}

impl Sources {
    /// The file's path within the catalog, with `/` between its parts.
    pub fn path(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", String::as_str)
    }

    /// The file's text as spans count it; empty when it is gone, and for what was never read: a link
    /// would show what stands outside of the catalog, and a pipe would wait for somebody to write.
    pub fn text(&self, file: FileId) -> String {
        let path = self.root.join(self.path(file));
        if !file::is_plain(&path) {
            return String::new();
        }
        let bytes = std::fs::read(path).unwrap_or_default();
        String::from_utf8_lossy(file::without_bom(&bytes)).into_owned()
    }

    /// Narrows the place of each finding about a piece of a text to that piece.
    pub fn pinpoint(&self, diagnostics: &mut Diagnostics) {
        let mut texts: HashMap<FileId, String> = HashMap::new();
        for diagnostic in diagnostics.iter_mut() {
            let Some(piece) = diagnostic.piece.take() else { continue };
            let Span { file, start, end } = diagnostic.primary.span;
            let text = texts.entry(file).or_insert_with(|| self.text(file));
            let written = text.get(start as usize..end as usize).unwrap_or("");
            if let Some(at) = yaml::locate(written, &piece.text, piece.range) {
                let start = start as usize;
                diagnostic.primary.span = Span::new(file, start + at.start, start + at.end);
            }
        }
        diagnostics.sort();
    }

    /// How many files were read.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// True when the catalog has no files at all.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

/// Reads the catalog in `root`.
///
/// # Errors
/// When the folder or a file in it cannot be read by this machine; mistakes in the files are
/// diagnostics.
pub fn load(root: &Path, diagnostics: &mut Diagnostics) -> Result<(Documents, Sources)> {
    let (paths, others) = list(root)?;
    let sources = Sources { root: root.to_owned(), paths: paths.into() };
    let read = sources
        .paths
        .par_iter()
        .enumerate()
        .map(|(number, path)| file::read(&sources.root, FileId(u32::try_from(number).unwrap_or(u32::MAX)), path))
        .collect::<Result<Vec<_>>>()?;
    let at = sources.paths.iter().position(|path| path == COMPANY_FILE).unwrap_or(0);
    let company_file = FileId(u32::try_from(at).unwrap_or(0));
    let mut documents =
        Documents { company_file, files: others, read: Arc::clone(&sources.paths), ..Documents::default() };
    for (place, found) in read {
        documents.note_lost(&place, &found);
        diagnostics.append(found.diagnostics);
        documents.gaps.append(found.gaps);
        documents.take(place, found.read);
    }
    if documents.company.is_none() && !documents.unread.iter().any(|(kind, _)| *kind == Kind::Company) {
        diagnostics.push(
            Diagnostic::error(
                "missing-company",
                Span::top(company_file),
                "there is no `catalog.yaml` with a company in it",
            )
            .why("it names the company, its languages and its hours; no page can be made without it")
            .help("create it with `name: ...` and `locales: [en]`, or start over with `luukku init`"),
        );
    }
    Ok((documents, sources))
}

/// The files to read and the other files, as sorted paths. `catalog.yaml` is always listed, so
/// that a finding about its absence has a place.
fn list(root: &Path) -> Result<(Vec<String>, BTreeSet<String>)> {
    let mut paths = BTreeSet::new();
    let mut others = BTreeSet::new();
    std::fs::read_dir(root).with_context(|| format!("cannot read the catalog's folder `{}`", root.display()))?;
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in walkdir::WalkDir::new(root).into_iter().filter_entry(visible) {
        let entry = entry.with_context(|| format!("cannot read the catalog's folder `{}`", root.display()))?;
        // The catalog's own folder may well be a link.
        if entry.file_type().is_dir() || entry.depth() == 0 {
            continue;
        }
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        // Links and devices are never read; those who put them there are told so.
        let plain = entry.file_type().is_file();
        if !plain || file::is_read(&path) || misplaced::meant(&path).is_some() {
            paths.insert(path);
        } else {
            others.insert(path);
        }
    }
    paths.insert(COMPANY_FILE.to_owned());
    Ok((paths.into_iter().collect(), others))
}

impl Documents {
    /// Notes which entries may stand in what could not be read.
    fn note_lost(&mut self, place: &Place, found: &Found) {
        let Some(kind) = place.kind else { return };
        if found.read.is_none() {
            self.unread.insert((kind, place.id.value.clone()));
        }
        for path in found.gaps.paths() {
            match (kind, path) {
                (Kind::People, [id]) => {
                    self.unread.insert((Kind::People, id.clone()));
                }
                (Kind::Department, [list, ids @ ..]) if ids.len() < 2 => {
                    let id = ids.first().cloned().unwrap_or_default();
                    for (key, kind) in [("teams", Kind::Team), ("services", Kind::Service)] {
                        if gaps::is_meant(list, key) {
                            self.unread.insert((kind, id.clone()));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn take(&mut self, place: Place, found: Option<Read>) {
        let Some(found) = found else { return };
        let group = place.id.span;
        match found {
            Read::Nothing => {}
            Read::Company(doc) => self.company = Some(*doc),
            Read::People(people) => self.people.extend(people.0.into_iter().map(|(id, doc)| Written {
                id,
                group: doc.span,
                doc: doc.value,
            })),
            Read::Department(mut doc) => {
                let teams = std::mem::take(&mut doc.teams).0;
                let services = std::mem::take(&mut doc.services).0;
                let id = &place.id.value;
                self.teams.extend(teams.into_iter().map(|(team, doc)| WrittenIn {
                    department: id.clone(),
                    entry: Written { id: team, group: doc.span, doc: doc.value },
                }));
                self.services.extend(services.into_iter().map(|(service, doc)| WrittenIn {
                    department: id.clone(),
                    entry: Written { id: service, group: doc.span, doc: Box::new(doc.value) },
                }));
                self.departments.push(Written { id: place.id, group, doc: *doc });
            }
            Read::Team(doc) => self
                .teams
                .push(WrittenIn { department: place.department, entry: Written { id: place.id, group, doc: *doc } }),
            Read::Service(doc) => self
                .services
                .push(WrittenIn { department: place.department, entry: Written { id: place.id, group, doc } }),
            Read::Article(page) => self
                .articles
                .push(WrittenIn { department: place.department, entry: Written { id: place.id, group, doc: *page } }),
            Read::Journey(doc) => self.journeys.push(Written { id: place.id, group, doc: *doc }),
            Read::Questions(doc) => self.questions.extend(doc.questions),
            Read::News(page) => self.news.push(Written { id: place.id, group, doc: *page }),
            Read::Story(page) => self.stories.push(Written { id: place.id, group, doc: *page }),
            Read::Idea(doc) => self.ideas.push(Written { id: place.id, group, doc: *doc }),
            Read::Measurements(rows) => self.measurements.extend(rows),
        }
    }
}
