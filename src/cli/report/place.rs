//! Bytes → lines and columns, and the pieces of the files that the findings show.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;

use luukku::diagnostic::{FileId, Span};
use luukku::publish::FileAddresses;
use luukku::source::Sources;

/// Lines up to this width are shown whole, or cut by who prints them. Unicode scalar values.
const WIDEST_FRAME: usize = 4000;
/// In a change, where two lines are compared by eye, less is shown. Unicode scalar values.
const WIDEST_CHANGE: usize = 130;
/// What a window shows before its place. Unicode scalar values.
const BEFORE: usize = 40;
/// What a window shows from the beginning of its place on. Unicode scalar values.
const AFTER: usize = 90;

/// Where something stands, for people: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// A line as it is shown, and the bytes in it that are meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) marked: Range<usize>,
    /// True when the line begins or ends elsewhere than shown.
    pub(super) cut: bool,
}

/// The files that findings point into, each read once when the first finding needs it.
pub(super) struct Places<'a> {
    root: String,
    sources: &'a Sources,
    addresses: &'a FileAddresses,
    files: HashMap<FileId, Rc<File>>,
}

struct File {
    text: String,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(root: &Path, sources: &'a Sources, addresses: &'a FileAddresses) -> Self {
        let root = root.to_string_lossy().trim_end_matches(['/', std::path::MAIN_SEPARATOR]).to_owned();
        Self { root, sources, addresses, files: HashMap::new() }
    }

    /// The file's path as the user would name it from where the command runs.
    pub(super) fn path(&self, file: FileId) -> String {
        format!("{}/{}", self.root, self.sources.path(file))
    }

    /// The files.
    pub(super) fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// Where the file is changed, and where its changes are shown, if the company says so.
    pub(super) fn addresses(&self, file: FileId) -> (Option<String>, Option<String>) {
        let path = self.sources.path(file);
        (self.addresses.edit(path), self.addresses.history(path))
    }

    pub(super) fn position(&mut self, span: Span) -> Position {
        let file = self.file(span.file);
        let (line, column) = file.line_and_column(span.start as usize);
        let (end_line, end_column) = file.line_and_column(span.end as usize);
        Position { line, column, end_line, end_column }
    }

    /// The first line of a place, for a frame; what goes on below it is not marked.
    pub(super) fn excerpt(&mut self, span: Span) -> Excerpt {
        self.file(span.file).excerpt(span, WIDEST_FRAME)
    }

    /// The same, for a change.
    pub(super) fn short_excerpt(&mut self, span: Span) -> Excerpt {
        self.file(span.file).excerpt(span, WIDEST_CHANGE)
    }

    fn file(&mut self, id: FileId) -> Rc<File> {
        let sources = self.sources;
        Rc::clone(self.files.entry(id).or_insert_with(|| Rc::new(File::new(sources.text(id)))))
    }
}

impl File {
    fn new(text: String) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// The nearest beginning of a character at or before `at`.
    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let at = self.floor(at);
        let line = self.lines.partition_point(|begin| *begin <= at).max(1);
        let begin = self.lines.get(line - 1).copied().unwrap_or(0);
        (line, self.text.get(begin..at).map_or(0, |before| before.chars().count()) + 1)
    }

    fn excerpt(&self, span: Span, widest: usize) -> Excerpt {
        let (start, end) = (self.floor(span.start as usize), self.floor(span.end as usize));
        let (line, _) = self.line_and_column(start);
        let begin = self.lines.get(line - 1).copied().unwrap_or(0);
        let whole = self.text.get(begin..).and_then(|rest| rest.split('\n').next()).unwrap_or("").trim_end();
        let limit = begin + whole.len();
        let marked = start.min(limit) - begin..end.clamp(start.min(limit), limit) - begin;
        if whole.chars().count() <= widest {
            return Excerpt { line, text: whole.to_owned(), marked, cut: false };
        }
        window(line, whole, marked)
    }
}

/// The part of a long line around the marked bytes, with an ellipsis where something was cut off.
fn window(line: usize, whole: &str, marked: Range<usize>) -> Excerpt {
    let before = whole.get(..marked.start).unwrap_or("");
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let after = whole.get(marked.start..).unwrap_or("");
    let to = after.char_indices().nth(AFTER).map_or(whole.len(), |(at, _)| marked.start + at);
    let head = if from > 0 { "…" } else { "" };
    let tail = if to < whole.len() { "…" } else { "" };
    let shift = |at: usize| at.min(to) - from + head.len();
    let text = format!("{head}{}{tail}", whole.get(from..to).unwrap_or(""));
    Excerpt { line, text, marked: shift(marked.start)..shift(marked.end), cut: true }
}
