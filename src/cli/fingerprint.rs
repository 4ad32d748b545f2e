//! What tells a finding from the others of a catalog, also when lines above it come or go, and on another day.

use std::collections::HashMap;

use luukku::diagnostic::{Diagnostic, FileId, Span};
use luukku::source::Sources;

/// So many hexadecimal digits tell them apart.
const DIGITS: usize = 16;

/// Gives findings their fingerprints, in the order in which they come.
#[derive(Default)]
pub(super) struct Fingerprints {
    /// How often each was given: lines may be equal.
    given: HashMap<String, usize>,
    texts: HashMap<FileId, String>,
}

impl Fingerprints {
    /// Of a finding: its code, its file and the line in which it begins. Not its message, which may count days.
    pub(super) fn of(&mut self, finding: &Diagnostic, sources: &Sources) -> String {
        let Span { file, start, .. } = finding.primary.span;
        let text = self.texts.entry(file).or_insert_with(|| sources.text(file));
        let before = text.get(..text.floor_char_boundary(start as usize)).unwrap_or_default();
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(begin..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let what = [finding.code, sources.path(file), line.trim()].join("\0");
        let hash = blake3::hash(what.as_bytes()).to_hex();
        let hash = hash.get(..DIGITS).unwrap_or_default().to_owned();
        let count = self.given.entry(hash.clone()).or_default();
        *count += 1;
        if *count == 1 { hash } else { format!("{hash}-{count}") }
    }
}
