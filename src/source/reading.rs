//! The text of one file as what its author wrote: a YAML document, or a head and the Markdown below it.

use serde::de::DeserializeOwned;

use super::documents::{MarkdownDoc, Written, WrittenIn};
use super::fences;
use super::folded;
use super::gaps::Gaps;
use super::kind::FileKind;
use super::mistakes;
use super::other_kind;
use super::other_place::Declared;
use super::schema::Str;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, Spanned, invisible};
use crate::yaml;

/// What a file's path says besides its kind.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The id, for kinds of which a file is one entry.
    pub(super) id: Str,
    /// The department in whose folder it stands.
    pub(super) department: String,
    /// The language of a translation.
    pub(super) locale: Option<Str>,
    /// The kind of the file.
    pub(super) kind: FileKind,
}

/// A file that is being read, and what is noted about it.
pub(super) struct Reading<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) place: Place,
    /// The company's own fields.
    pub(super) declared: &'t Declared,
    pub(super) diagnostics: Diagnostics,
    pub(super) gaps: Gaps,
}

impl Reading<'_> {
    /// The whole text as one document; an empty one is a document with nothing in it.
    pub(super) fn document<T: DeserializeOwned>(&mut self) -> Option<T> {
        let range = match fences::around(self.file, self.text) {
            Some((inner, finding)) => {
                self.diagnostics.push(finding);
                inner
            }
            None => 0..self.text.len(),
        };
        self.yaml(range)
    }

    fn yaml<T: DeserializeOwned>(&mut self, range: std::ops::Range<usize>) -> Option<T> {
        let (file, offset) = (self.file, range.start);
        let empty = || yaml::Node::new(Span::new(file, offset, offset), yaml::NodeKind::Mapping(Vec::new()));
        let root = match yaml::parse((file, offset), &self.text[range], &mut self.diagnostics) {
            Ok(None) if self.place.kind == FileKind::Company => {
                self.diagnostics.push(empty_company(file));
                return None;
            }
            Ok(root) => root.unwrap_or_else(empty),
            Err(diagnostic) => {
                self.diagnostics.push(*diagnostic);
                return None;
            }
        };
        if self.place.kind == FileKind::People
            && let Some(key) = flat_person(&root)
        {
            self.diagnostics.push(without_id(key));
            return None;
        }
        let yaml::Decoded { value, mistakes, too_many } = yaml::decode(&root);
        if let Some(first) = other_kind::foreign(&mistakes)
            && let Some(meant) = other_kind::meant(self.text, self.place.kind)
        {
            self.diagnostics.push(other_kind::reported(first, self.place.kind, meant));
            self.place.kind = meant;
            return None;
        }
        self.diagnostics.extend(folded::all(&root, self.text));
        self.diagnostics.extend(mistakes::all(mistakes, &root, (self.text, self.declared)));
        if too_many {
            self.diagnostics.push(
                Diagnostic::error(
                    "too-many-errors",
                    Span::top(file),
                    format!("more than {} errors in this file; the rest is not told", yaml::MAX_MISTAKES),
                )
                .why("a file that differs so much is probably not the kind of file that belongs in this place")
                .help("compare it with a neighbour's file"),
            );
        }
        self.gaps.note(&root);
        value
    }

    /// A Markdown file whose head stands between two lines of three dashes.
    pub(super) fn page<T: DeserializeOwned>(&mut self) -> Option<MarkdownDoc<T>> {
        let (file, text) = (self.file, self.text);
        let Some((head, body)) = split_head(text) else {
            self.diagnostics.push(without_head(file, text));
            return None;
        };
        let head = self.yaml(head)?;
        let body_span = Span::new(file, body, text.len());
        for (at, sign) in invisible::all(&text[body..]) {
            self.diagnostics.push(invisible::reported(Span::new(file, body + at, body + at + sign.len_utf8()), sign));
        }
        let body = Spanned::new(text[body..].to_owned(), body_span);
        Some(MarkdownDoc { locale: self.place.locale.clone(), head, body })
    }

    /// What was read as the entry that bears the file's name.
    pub(super) fn entry<T>(&self, doc: T) -> Written<T> {
        Written { id: self.place.id.clone(), group: self.place.id.span, doc }
    }

    /// The same, in the department of the file's folder.
    pub(super) fn entry_in<T>(&self, doc: T) -> WrittenIn<T> {
        WrittenIn { department: self.place.department.clone(), entry: self.entry(doc) }
    }
}

/// The first key of a file that describes a person without an id above it.
fn flat_person(root: &yaml::Node<'_>) -> Option<Span> {
    let yaml::NodeKind::Mapping(entries) = &root.kind else { return None };
    let is_text = |node: &yaml::Node<'_>| matches!(node.kind, yaml::NodeKind::Scalar { .. }) && !node.is_absent();
    entries.iter().find(|entry| entry.key == "name" && is_text(&entry.value))?;
    entries.first().map(|entry| entry.key_span)
}

fn without_id(key: Span) -> Diagnostic {
    Diagnostic::error("wrong-type", key, "these keys are a person's, but no id stands above them")
        .why("a file of people may hold several, each below an id by which the others name it")
        .help("write the id in a line above, such as `maija.virtanen:`, and indent the keys below it by two spaces")
}

fn empty_company(file: FileId) -> Diagnostic {
    Diagnostic::error("missing-company", Span::top(file), "there is nothing in `catalog.yaml`")
        .why("it names the company, its languages and its hours; no page can be made without it")
        .help("write `name: ...` and `locales: [en]`, or start over with `luukku init`")
}

fn without_head(file: FileId, text: &str) -> Diagnostic {
    let first = text.lines().next().unwrap_or("");
    let begun = first.trim_end() == "---";
    let mut written = text.lines().map(str::trim_end).skip_while(|line| line.is_empty());
    let key = |line: &str| line.split_once(':').is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase()));
    let (what, help) = match written.next() {
        _ if begun => (
            "the head that begins here has no second line of `---`",
            "write a line `---` between the last key of the head and the text",
        ),
        Some(fence) if fence.starts_with("```") && written.next() == Some("---") => (
            "this line comes from a chat or a web page and is no part of the file",
            "delete it, and the other line of the same signs at the end",
        ),
        Some("---") => ("the head of this file does not begin on its first line", "delete the empty lines above `---`"),
        Some(line) if key(line) && written.any(|line| line == "---") => {
            ("the head of this file does not begin with a line of `---`", "write a line `---` above the first key")
        }
        _ => (
            "this file has no head between two lines of `---`",
            "begin the file with the lines `---`, `title: ...` and `---`",
        ),
    };
    Diagnostic::error("missing-front-matter", Span::new(file, 0, first.trim_end().len()), what)
        .why("without a title the page could not be listed anywhere")
        .help(help)
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
