//! One file of the catalog: whether it may be read at all, and what it says.

use anyhow::Result;

use super::documents::{COMPANY_FILE, Documents};
use super::encoding;
use super::files::{FileForm, Files};
use super::gaps::Gaps;
use super::kind::FileKind;
use super::kinds::{self, Row};
use super::misplaced;
use super::other_place::Declared;
use super::reading::Reading;
use super::stray_folder;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, invisible};

/// Larger files are not looked at for what kind they may be. Bytes.
pub(super) const MOST_OF_A_GUESS: u64 = 64 << 10;

/// What was found in a file.
#[derive(Default)]
pub(super) struct Found {
    /// Its kind by its place, and the id that its name gives.
    pub(super) kind: Option<(FileKind, String)>,
    /// What it says; none when it is too broken to say anything.
    pub(super) documents: Option<Documents>,
    pub(super) diagnostics: Diagnostics,
    pub(super) gaps: Gaps,
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

/// Reads one file. `declared` are the company's own fields.
pub(super) fn read(files: &dyn Files, (file, path): (FileId, &str), declared: &Declared) -> Result<Found> {
    let of = kinds::of(file, path);
    let kind = of.as_ref().map(|(row, place)| (row.kind, place.id.value.clone()));
    let form = files.form(path);
    if path == COMPANY_FILE && form == FileForm::Absent {
        return Ok(Found { kind, documents: Some(Documents::default()), ..Found::default() });
    }
    let refused = |diagnostic, documents| {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(diagnostic);
        Found { kind: kind.clone(), documents, diagnostics, ..Found::default() }
    };
    let hidden = invisible::find(path);
    if let Some((_, sign)) = hidden {
        return Ok(refused(misplaced::with_invisible(file, sign), None));
    }
    if path.contains(char::REPLACEMENT_CHARACTER) {
        return Ok(refused(misplaced::unnameable(file), None));
    }
    if form == FileForm::Foreign {
        return Ok(refused(misplaced::link(file), None));
    }
    // The folder is told as a whole.
    if stray_folder::is_in_one(path) {
        return Ok(Found::default());
    }
    let Some((row, place)) = of else {
        // What it says is lost only for now: nobody who names it is wrong.
        let meant = misplaced::meant(path).and_then(|name| {
            let folder = path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            kinds::of(file, &format!("{folder}{name}")).map(|(row, place)| (row.kind, place.id.value))
        });
        let documents = meant.is_none().then(Documents::default);
        let bytes = if files.size(path) <= MOST_OF_A_GUESS { files.read(path)? } else { Vec::new() };
        let told = misplaced::reported(file, path, &String::from_utf8_lossy(&bytes));
        return Ok(Found { kind: meant, ..refused(told, documents) });
    };
    if files.size(path) > row.most {
        return Ok(refused(oversized(file, row, files.size(path)), None));
    }
    let bytes = files.read(path)?;
    let text = match checked_text(file, row, without_bom(&bytes)) {
        Ok(text) => text,
        Err(diagnostic) => return Ok(refused(*diagnostic, None)),
    };
    let mut reading = Reading { file, text, place, declared, diagnostics: Diagnostics::new(), gaps: Gaps::default() };
    let documents = (row.read)(&mut reading);
    let Reading { diagnostics, gaps, place, .. } = reading;
    Ok(Found { kind: Some((place.kind, place.id.value)), documents, diagnostics, gaps })
}

fn oversized(file: FileId, row: &Row, bytes: u64) -> Diagnostic {
    let message = format!("this file has {} KiB; at most {} KiB are read", bytes / 1024, row.most / 1024);
    Diagnostic::error("oversized-file", Span::top(file), message)
        .why("a file that nobody can read through cannot be kept right")
        .help("split it, or check whether it is the right file")
}

fn checked_text<'b>(file: FileId, row: &Row, bytes: &'b [u8]) -> Result<&'b str, Box<Diagnostic>> {
    if let Some(wrong) = encoding::wrong(file, bytes, row.kind == FileKind::Measurements) {
        return Err(Box::new(wrong));
    }
    // What is wrong is told above.
    Ok(std::str::from_utf8(bytes).unwrap_or(""))
}
