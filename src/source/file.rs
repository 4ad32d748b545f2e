//! One file of the catalog: which kind it is by its place, and what it says.

use std::path::Path;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use super::documents::{COMPANY_FILE, Page};
use super::gaps::Gaps;
use super::kind::Kind;
use super::misplaced;
use super::mistakes;
use super::schema::{
    ArticleDoc, CompanyDoc, DepartmentDoc, IdeaDoc, JourneyDoc, Keyed, NewsDoc, PersonDoc, QuestionsDoc, ServiceDoc,
    StoryDoc, Str, TeamDoc,
};
use super::table::{self, MeasurementDoc};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, Spanned, invisible};
use crate::yaml;

/// Larger files are not read: nobody writes so much by hand. Bytes.
const MAX_BYTES: usize = 1 << 20;
/// Tables and catalogs kept in one file grow with the company. Bytes.
const MAX_TABLE_BYTES: usize = 64 << 20;

/// What a file's path says.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) kind: Option<Kind>,
    pub(super) id: Str,
    pub(super) department: String,
    pub(super) locale: Option<Str>,
}

/// What was found in a file.
pub(super) struct Found {
    /// What it says; none when it is too broken to say anything.
    pub(super) read: Option<Read>,
    pub(super) diagnostics: Diagnostics,
    pub(super) gaps: Gaps,
}

/// What a file says.
pub(super) enum Read {
    Nothing,
    Company(Box<CompanyDoc>),
    People(Keyed<PersonDoc>),
    Department(Box<DepartmentDoc>),
    Team(Box<TeamDoc>),
    Service(Box<ServiceDoc>),
    Article(Box<Page<ArticleDoc>>),
    Journey(Box<JourneyDoc>),
    Questions(QuestionsDoc),
    News(Box<Page<NewsDoc>>),
    Story(Box<Page<StoryDoc>>),
    Idea(Box<IdeaDoc>),
    Measurements(Vec<MeasurementDoc>),
}

/// True for files that are read; pictures, notes and lists of owners are not.
pub(super) fn is_read(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("yaml" | "yml" | "csv") => true,
        Some("md") => path.contains('/') && !name.eq_ignore_ascii_case("readme.md"),
        _ => false,
    }
}

/// The text without the mark that some editors put before it.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// True for a file of its own: no link, pipe or device.
pub(super) fn is_plain(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file())
}

/// Reads one file.
pub(super) fn read(root: &Path, file: FileId, path: &str) -> Result<(Place, Found)> {
    let mut diagnostics = Diagnostics::new();
    let mut gaps = Gaps::default();
    let place = place(file, path);
    let full = root.join(path);
    if place.kind == Some(Kind::Company) && std::fs::symlink_metadata(&full).is_err() {
        return Ok((place, Found { read: Some(Read::Nothing), diagnostics, gaps }));
    }
    let hidden = invisible::find(path);
    if hidden.is_some() || path.contains(char::REPLACEMENT_CHARACTER) {
        diagnostics.push(match hidden {
            Some((_, sign)) => misplaced::with_invisible(file, sign),
            None => misplaced::unnameable(file),
        });
        return Ok((place, Found { read: None, diagnostics, gaps }));
    }
    if std::fs::symlink_metadata(&full).is_ok_and(|meta| !meta.is_file()) {
        diagnostics.push(misplaced::link(file));
        return Ok((place, Found { read: None, diagnostics, gaps }));
    }
    let Some(kind) = place.kind else {
        diagnostics.push(misplaced::told(file, path));
        return Ok((place, Found { read: Some(Read::Nothing), diagnostics, gaps }));
    };
    let bytes = std::fs::read(&full).with_context(|| format!("cannot read `{}`", full.display()))?;
    let read = match checked_text(file, kind, without_bom(&bytes)) {
        Ok(text) => understand(file, kind, text, &place, (&mut diagnostics, &mut gaps)),
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    };
    Ok((place, Found { read, diagnostics, gaps }))
}

fn checked_text(file: FileId, kind: Kind, bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    let most =
        if matches!(kind, Kind::Measurements | Kind::People | Kind::Department) { MAX_TABLE_BYTES } else { MAX_BYTES };
    if bytes.len() > most {
        let message = format!("this file has {} KiB; at most {} KiB are read", bytes.len() / 1024, most / 1024);
        return Err(Box::new(
            Diagnostic::error("oversized-file", Span::top(file), message)
                .why("a file that nobody can read through cannot be kept right")
                .help("split it, or check whether it is the right file"),
        ));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Box::new(
            Diagnostic::error("invalid-utf8", Span::new(file, at, at + 1), "this file is not UTF-8 text")
                .why("letters such as ä or ł would come out wrong on the site")
                .help("save the file again with the encoding UTF-8"),
        )
    })
}

type Notes<'a> = (&'a mut Diagnostics, &'a mut Gaps);

fn understand(file: FileId, kind: Kind, text: &str, place: &Place, notes: Notes<'_>) -> Option<Read> {
    match kind {
        Kind::Company => document(file, text, 0, notes).map(|doc| Read::Company(Box::new(doc))),
        Kind::People => document(file, text, 0, notes).map(Read::People),
        Kind::Department => document(file, text, 0, notes).map(|doc| Read::Department(Box::new(doc))),
        Kind::Team => document(file, text, 0, notes).map(|doc| Read::Team(Box::new(doc))),
        Kind::Service => document(file, text, 0, notes).map(|doc| Read::Service(Box::new(doc))),
        Kind::Journey => document(file, text, 0, notes).map(|doc| Read::Journey(Box::new(doc))),
        Kind::Questions => document(file, text, 0, notes).map(Read::Questions),
        Kind::Idea => document(file, text, 0, notes).map(|doc| Read::Idea(Box::new(doc))),
        Kind::Article => page(file, text, place, notes).map(|page| Read::Article(Box::new(page))),
        Kind::News => page(file, text, place, notes).map(|page| Read::News(Box::new(page))),
        Kind::Story => page(file, text, place, notes).map(|page| Read::Story(Box::new(page))),
        Kind::Measurements => Some(Read::Measurements(table::read(file, text, notes.0))),
    }
}

/// A YAML text as one document of type `T`; an empty one is `T` with nothing in it.
fn document<T: DeserializeOwned>(file: FileId, text: &str, offset: usize, (diagnostics, gaps): Notes<'_>) -> Option<T> {
    let empty = || yaml::Node::new(Span::new(file, offset, offset), yaml::Kind::Mapping(Vec::new()));
    let root = match yaml::parse((file, offset), text, diagnostics) {
        Ok(root) => root.unwrap_or_else(empty),
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
    };
    let yaml::Decoded { value, mistakes, too_many } = yaml::decode(&root);
    for mistake in mistakes {
        if let Some(diagnostic) = mistakes::told(mistake, &root) {
            diagnostics.push(diagnostic);
        }
    }
    if too_many {
        diagnostics.push(
            Diagnostic::error(
                "too-many-mistakes",
                Span::top(file),
                format!("more than {} mistakes in this file; the rest is not told", yaml::MAX_MISTAKES),
            )
            .why("a file that differs so much is probably not the kind of file that belongs in this place")
            .help("compare it with a neighbour's file"),
        );
    }
    gaps.note(&root);
    value
}

/// A Markdown file whose head stands between two lines of three dashes.
fn page<T: DeserializeOwned>(file: FileId, text: &str, place: &Place, notes: Notes<'_>) -> Option<Page<T>> {
    let Some((head, body)) = split_head(text) else {
        let first = text.lines().next().unwrap_or("");
        let begun = first.trim_end() == "---";
        let what = match begun {
            true => "the head that begins here has no second line of `---`",
            false => "this file has no head between two lines of `---`",
        };
        notes.0.push(
            Diagnostic::error("missing-front-matter", Span::new(file, 0, first.trim_end().len()), what)
                .why("without a title the page could not be listed anywhere")
                .help(match begun {
                    true => "write a line `---` between the last key of the head and the text",
                    false => "begin the file with the lines `---`, `title: ...` and `---`",
                }),
        );
        return None;
    };
    let doc = document(file, &text[head.clone()], head.start, (notes.0, notes.1))?;
    let body_span = Span::new(file, body, text.len());
    for (at, sign) in text[body..].char_indices().filter(|(_, sign)| invisible::is_invisible(*sign)) {
        notes.0.push(invisible::reported(Span::new(file, body + at, body + at + sign.len_utf8()), sign));
    }
    Some(Page { locale: place.locale.clone(), head: doc, body: Spanned::new(text[body..].to_owned(), body_span) })
}

/// The range of the head and the beginning of the body.
fn split_head(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = first.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn place(file: FileId, path: &str) -> Place {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last().copied().unwrap_or("");
    let yaml = name.strip_suffix(".yaml");
    let (markdown, locale) = match name.strip_suffix(".md") {
        Some(stem) => match stem.split_once('.') {
            Some((id, locale)) => (Some(id), Some(locale)),
            None => (Some(stem), None),
        },
        None => (None, None),
    };
    let (kind, id, department) = match (parts.as_slice(), yaml, markdown) {
        ([COMPANY_FILE], ..) => (Some(Kind::Company), "", ""),
        (["people.yaml"], ..) | (["people", ..], Some(_), _) => (Some(Kind::People), "", ""),
        (["questions.yaml"], ..) => (Some(Kind::Questions), "", ""),
        (["departments", _], Some(id), _) => (Some(Kind::Department), id, id),
        (["departments", id, "department.yaml"], ..) => (Some(Kind::Department), *id, *id),
        (["departments", department, "teams", _], Some(id), _) => (Some(Kind::Team), id, *department),
        (["departments", department, "services", _], Some(id), _) => (Some(Kind::Service), id, *department),
        (["departments", department, "articles", _], _, Some(id)) => (Some(Kind::Article), id, *department),
        (["journeys", _], Some(id), _) => (Some(Kind::Journey), id, ""),
        (["ideas", _], Some(id), _) => (Some(Kind::Idea), id, ""),
        (["news", _], _, Some(id)) => (Some(Kind::News), id, ""),
        (["stories", _], _, Some(id)) => (Some(Kind::Story), id, ""),
        (["measurements", _], ..) if name.ends_with(".csv") => (Some(Kind::Measurements), "", ""),
        _ => (None, "", ""),
    };
    // A second dot hides which of the words is the language.
    let kind = kind.filter(|_| locale.is_none_or(|locale| !locale.contains('.')));
    let written = |text: &str| Spanned::new(text.to_owned(), Span::top(file));
    Place { kind, id: written(id), department: department.to_owned(), locale: locale.map(written) }
}
