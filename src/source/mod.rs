//! First stage: the catalog's files → [`Documents`], exactly what the authors wrote, each piece
//! with its place. A broken file is reported and never hides the others.

mod documents;
mod encoding;
mod fences;
mod file;
mod files;
mod folded;
mod for_one;
mod gaps;
mod hidden;
mod items;
mod kind;
mod kinds;
mod lists_meant;
mod measurements;
mod misplaced;
mod mistakes;
mod other_kind;
mod other_place;
mod other_words;
mod reading;
pub mod schema;
mod shapes;
mod stray_folder;
mod suffixed;
pub(crate) mod svg;
mod urgency;
mod whole;
mod written;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, nearest};
use crate::yaml;
pub use documents::{Addressed, COMPANY_FILE, Documents, MarkdownDoc, Written, WrittenEntry, WrittenIn};
use file::Found;
pub use files::{FileForm, Files, FilesInMemory, FilesOnDisk};
pub use gaps::Gaps;
pub use kind::FileKind;
pub use measurements::MeasurementDoc;
use misplaced::Office;
pub(crate) use mistakes::unknown_word;
pub use other_words::{OtherWords, means, other_words};

/// The files that were read, for those who show places to the author. Their texts are read again
/// when they are needed: most runs show none.
#[derive(Debug)]
pub struct Sources {
    files: Box<dyn Files>,
    paths: Arc<[String]>,
}

impl Sources {
    /// The file's path within the catalog, with `/` between its parts.
    pub fn path(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", String::as_str)
    }

    /// The paths within the catalog of all files that were read.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// The file at a path; the first one where there is none.
    fn file(&self, path: &str) -> FileId {
        let at = self.paths.iter().position(|known| known == path).unwrap_or(0);
        FileId(u32::try_from(at).unwrap_or(0))
    }

    /// The file's text as spans count it; empty when it is gone or too large, and for what was never read.
    pub fn text(&self, file: FileId) -> String {
        let path = self.path(file);
        let bytes =
            if self.files.size(path) <= kinds::MOST_OF_A_TABLE { self.files.read(path) } else { Ok(Vec::new()) };
        let bytes = bytes.unwrap_or_default();
        encoding::shown(file::without_bom(&bytes))
    }

    /// The bytes of a file of the catalog, read or not, such as a picture.
    ///
    /// # Errors
    /// When this machine cannot read it.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        self.files.read(path)
    }

    /// The same as it may be published: a drawing without its scripts.
    ///
    /// # Errors
    /// When this machine cannot read it, or it is no drawing any more.
    pub fn harmless(&self, path: &str) -> Result<Vec<u8>> {
        let bytes = self.bytes(path)?;
        match svg::is_svg(path) {
            true => svg::harmless(&bytes).with_context(|| format!("`{path}` was changed and is no drawing now")),
            false => Ok(bytes),
        }
    }

    /// Narrows the place of each finding about a piece of a text to that piece, and names what nobody sees in an id, a
    /// number or an address that was refused.
    pub fn pinpoint(&self, diagnostics: &mut Diagnostics) {
        let mut texts: HashMap<FileId, String> = HashMap::new();
        for diagnostic in diagnostics.iter_mut() {
            if hidden::is_refusal(diagnostic) {
                hidden::name(
                    diagnostic,
                    texts.entry(diagnostic.primary.span.file).or_insert_with_key(|file| self.text(*file)),
                );
            }
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

    /// The lines at which places begin, from 1.
    pub fn lines(&self, mut places: Vec<Span>) -> HashMap<Span, usize> {
        places.sort_unstable_by_key(|place| (place.file, place.start));
        let mut lines = HashMap::with_capacity(places.len());
        for of_file in places.chunk_by(|one, other| one.file == other.file) {
            let text = of_file.first().map(|place| self.text(place.file)).unwrap_or_default();
            let (mut line, mut read) = (1, 0);
            for place in of_file {
                let next = (place.start as usize).min(text.len());
                line +=
                    text.as_bytes().get(read..next).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
                read = next;
                lines.insert(*place, line);
            }
        }
        lines
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

/// Reads a catalog: a folder, or other [`Files`].
///
/// # Errors
/// When the folder or a file in it cannot be read by this machine; mistakes in the files are
/// diagnostics.
pub fn load(files: impl Into<Box<dyn Files>>, diagnostics: &mut Diagnostics) -> Result<(Documents, Sources)> {
    let files = files.into();
    let (mut paths, others) = list(&*files)?;
    let strays = stray_folder::gather(&mut paths);
    let broken = broken_pictures(&*files, &others)?;
    let sources = Sources { files, paths: paths.into() };
    let (mut documents, said) = read_all(&sources)?;
    diagnostics.append(said);
    for stray in strays {
        diagnostics.push(stray.reported(sources.file(stray.first())));
        documents.unread.extend(stray.lost);
    }
    let company_file = sources.file(COMPANY_FILE);
    documents = Documents { company_file, files: others, broken, read: Arc::clone(&sources.paths), ..documents };
    if documents.company.is_none() && !documents.unread.iter().any(|(kind, _)| *kind == FileKind::Company) {
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

/// Reads all files at once, on threads that end with it: what they have allocated is then the allocator's to give
/// to others. With threads that stay, what is read here and dropped by the next stage would be held twice. What
/// neighbouring files say is put together while others are still read.
fn read_all(sources: &Sources) -> Result<(Documents, Diagnostics)> {
    let declared = other_place::declared(&sources.text(sources.file(COMPANY_FILE)));
    let read = |(number, path): (usize, &String)| {
        file::read(&*sources.files, (FileId(u32::try_from(number).unwrap_or(u32::MAX)), path), &declared)
    };
    let one = |(mut documents, mut diagnostics): (Documents, Diagnostics), found: Result<Found>| {
        let found = found?;
        documents.note_lost(&found);
        diagnostics.append(found.diagnostics);
        documents.gaps.append(found.gaps);
        documents.append(found.documents.unwrap_or_default());
        Ok((documents, diagnostics))
    };
    let both = |(mut documents, mut diagnostics): (Documents, Diagnostics), next: (Documents, Diagnostics)| {
        documents.append(next.0);
        diagnostics.append(next.1);
        Ok((documents, diagnostics))
    };
    let threads = ThreadPoolBuilder::new().build().context("no threads can be started to read the catalog")?;
    let files = sources.paths.par_iter().enumerate().map(read);
    threads.install(|| files.try_fold(Default::default, one).try_reduce(Default::default, both))
}

/// The files to read and the other files, as sorted paths. `catalog.yaml` is always listed, so
/// that a finding about its absence has a place.
fn list(files: &dyn Files) -> Result<(Vec<String>, BTreeSet<String>)> {
    let mut paths = BTreeSet::from([COMPANY_FILE.to_owned()]);
    let mut others = BTreeSet::new();
    let all = files.paths()?;
    for path in &all {
        let path = path.clone();
        // A table may be for readers, too.
        let office = misplaced::of_office(&path);
        let table = path.ends_with(".csv") && kinds::of(FileId::default(), &path).is_none();
        if (office.is_some() || table)
            && files.form(&path) == FileForm::Plain
            && (office == Some(Office::ForReaders) || is_offered(files, &path, &all)?)
        {
            others.insert(path);
            continue;
        }
        if matches!(office, Some(Office::Doubted(_))) {
            others.insert(path.clone());
        }
        // Links and devices are never read; those who put them there are told so.
        let is_told = misplaced::meant(&path).is_some() || office.is_some();
        let told = is_told && (!misplaced::is_any_text(&path) || reads_like_ours(files, &path)?);
        if file::is_read(&path) || told || files.form(&path) != FileForm::Plain {
            paths.insert(path);
        } else {
            others.insert(path);
        }
    }
    Ok((paths.into_iter().collect(), others))
}

/// Whether a file that may be any text is one of ours.
fn reads_like_ours(files: &dyn Files, path: &str) -> Result<bool> {
    if files.form(path) != FileForm::Plain || files.size(path) > file::MOST_OF_A_GUESS {
        return Ok(false);
    }
    Ok(misplaced::reads_like_ours(&String::from_utf8_lossy(&files.read(path)?)))
}

/// The drawings that cannot be shown.
fn broken_pictures(files: &dyn Files, others: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    let mut broken = BTreeSet::new();
    for path in others.iter().filter(|path| svg::is_svg(path)) {
        if files.size(path) > svg::MOST_BYTES || svg::harmless(&files.read(path)?).is_none() {
            broken.insert(path.clone());
        }
    }
    Ok(broken)
}

/// Whether a text names a file, so that readers get it as it is. Asked of tables and of office programs' files only.
fn is_offered(files: &dyn Files, path: &str, all: &[String]) -> Result<bool> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let encoded = utf8_percent_encode(name, NOT_IN_LINKS).to_string();
    let is_text = |path: &&String| path.ends_with(".md") || path.ends_with(".yaml");
    for text in all.iter().filter(is_text).filter(|path| files.size(path) <= kinds::MOST) {
        let bytes = files.read(text)?;
        let text = String::from_utf8_lossy(&bytes);
        if text.contains(name) || text.contains(&encoded) || is_meant(&text, name) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a link in a text nearly bears the name of a file, as far as the last part of its address tells.
fn is_meant(text: &str, name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else { return false };
    let ends = text.match_indices(ending).map(|(at, ending)| at + ending.len());
    let addresses = ends.filter_map(|end| text[..end].rsplit(['(', '<', '/', '"', '\n']).next());
    addresses.filter(|address| address.len() <= 2 * name.len()).any(|address| nearest(address, [name]).is_some())
}

/// What authors encode in the address of a file.
const NOT_IN_LINKS: &AsciiSet = &CONTROLS.add(b' ').add(b'(').add(b')').add(b'#').add(b'%').add(b'?');

impl Documents {
    /// Notes which entries may stand in what could not be read.
    fn note_lost(&mut self, found: &Found) {
        let Some((kind, id)) = &found.kind else { return };
        if found.documents.is_none() {
            self.unread.insert((*kind, id.clone()));
        }
        for path in found.gaps.paths() {
            match (kind, path) {
                // The last one may be an entry that stands below another one's keys.
                (FileKind::People | FileKind::Places, [ids @ .., id]) if ids.len() < 2 => {
                    self.unread.insert((*kind, id.clone()));
                }
                (FileKind::Department, [list, ids @ ..]) if ids.len() < 3 => {
                    let id = ids.last().cloned().unwrap_or_default();
                    for (key, kind) in [("teams", FileKind::Team), ("services", FileKind::Service)] {
                        if gaps::is_meant(list, key) {
                            self.unread.insert((kind, id.clone()));
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
