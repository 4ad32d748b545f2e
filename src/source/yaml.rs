//! YAML text → a tree in which every key and value knows its place.
//!
//! One pass over the parser's events. It is also the guard: what this format does not use (anchors,
//! aliases, tags, several documents, keys that are not plain words) and what could make a reader
//! hang (deep nesting) is refused here, each with its exact place.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError};

use super::gaps::Gaps;
use super::syntax;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span};

/// Deepest nesting of lists and groups that is read.
const MAX_DEPTH: usize = 32;

/// A value in the tree.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) span: Span,
    pub(super) kind: Kind<'t>,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind<'t> {
    /// Text; `plain` when it stood without quotes, so that `3` may be meant as a number.
    Scalar {
        text: Cow<'t, str>,
        plain: bool,
    },
    Sequence(Vec<Node<'t>>),
    Mapping(Vec<Entry<'t>>),
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) key_span: Span,
    /// True when no colon follows the key, which happens between brackets: `{en: one, two}`.
    pub(super) bare: bool,
    pub(super) value: Node<'t>,
}

impl Node<'_> {
    /// True for what says nothing: a value left out, an empty list, an empty group.
    pub(super) fn is_nothing(&self) -> bool {
        match &self.kind {
            Kind::Scalar { .. } => self.is_null(),
            Kind::Sequence(items) => items.is_empty(),
            Kind::Mapping(entries) => entries.is_empty(),
        }
    }

    /// True for `key:` with nothing behind it, and for `null` and `~`.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }
}

/// Reads a YAML text. `offset` is where `text` begins in its file (front matter does not begin at
/// byte 0). `Ok(None)` is an empty document. What can be left out of the tree is told and left out;
/// the error is what ends the reading.
pub(super) fn parse<'t>(
    (file, offset): (FileId, usize),
    text: &'t str,
    diagnostics: &mut Diagnostics,
    gaps: &mut Gaps,
) -> Result<Option<Node<'t>>, Box<Diagnostic>> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.disallow_directives = true;
    let mut builder = Builder { file, text, offset, open: Vec::new(), root: None, documents: 0, diagnostics, gaps };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| Box::new(builder.syntax(&error)))?;
        let range = span.byte_range().unwrap_or(0..0);
        builder.take(event, range)?;
    }
    Ok(builder.root)
}

struct Builder<'t, 'd> {
    file: FileId,
    text: &'t str,
    offset: usize,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    documents: usize,
    diagnostics: &'d mut Diagnostics,
    gaps: &'d mut Gaps,
}

/// A list or group whose end has not been read yet.
enum Open<'t> {
    Sequence {
        start: usize,
        items: Vec<Node<'t>>,
    },
    Mapping {
        start: usize,
        entries: Vec<Entry<'t>>,
        key: Option<(Cow<'t, str>, Span)>,
        seen: HashMap<Cow<'t, str>, Span>,
        /// True when the value of the key is not wanted: the key stood before, or is none of ours.
        skip: bool,
    },
}

/// The key by which YAML copies one group into another.
const MERGE: &str = "<<";

/// Groups up to this size look for doubled keys by walking; larger ones by a table.
const SMALL_GROUP: usize = 24;

impl<'t> Builder<'t, '_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset, range.end + self.offset)
    }

    fn take(&mut self, event: Event<'t>, range: std::ops::Range<usize>) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Box::new(self.unsupported(
                        range,
                        "a second document (`---`) in one file",
                        "put it into a file of its own",
                    )));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), &range);
                let plain = style == ScalarStyle::Plain;
                // A value left out has no width, whatever sign stands in its place.
                let written = if plain && text.is_empty() { "" } else { self.text.get(range.clone()).unwrap_or("") };
                let end = range.start + written.trim_end().len();
                let span = self.span(range.start..end);
                if let Some(Open::Mapping { entries, key: key @ None, seen, skip, .. }) = self.open.last_mut() {
                    if let Some(first) = doubled(entries, seen, &text) {
                        self.diagnostics.push(double_key(&text, span, first));
                        *skip = true;
                    } else if text == MERGE {
                        self.diagnostics.push(merge_key(span));
                        *skip = true;
                    } else if entries.len() >= SMALL_GROUP {
                        seen.insert(text.clone(), span);
                    }
                    *key = Some((text, span));
                } else {
                    self.put(Node { span, kind: Kind::Scalar { text, plain } });
                }
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), &range);
                self.refuse_as_key(&range)?;
                self.open.push(Open::Sequence { start: range.start, items: Vec::new() });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), &range);
                self.refuse_as_key(&range)?;
                self.open.push(Open::Mapping {
                    start: range.start,
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                    skip: false,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let told = self.unsupported(
                    range.clone(),
                    "an alias (`*name`)",
                    "write the value out; if it begins with `*`, put it in quotes",
                );
                self.leave_out(self.span(range), told);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, range: std::ops::Range<usize>) {
        let node = match self.open.pop() {
            Some(Open::Sequence { start, items }) => {
                let end = if range.end > range.start {
                    range.end
                } else {
                    items.last().map_or(range.end, |n| n.span.end as usize - self.offset)
                };
                Node { span: self.span(start..end), kind: Kind::Sequence(items) }
            }
            Some(Open::Mapping { start, entries, .. }) => {
                let end = if range.end > range.start {
                    range.end
                } else {
                    entries.last().map_or(range.end, |e| e.value.span.end as usize - self.offset)
                };
                let start = entries.first().map_or(start, |e| start.min(e.key_span.start as usize - self.offset));
                Node { span: self.span(start..end), kind: Kind::Mapping(entries) }
            }
            None => return,
        };
        self.put(node);
    }

    fn put(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { key, skip: skip @ true, .. }) => {
                *key = None;
                *skip = false;
            }
            Some(Open::Mapping { entries, key, .. }) => {
                if let Some((key, key_span)) = key.take() {
                    let behind = self.text.get(key_span.end as usize - self.offset..).unwrap_or("");
                    let bare = node.is_null() && !behind.trim_start().starts_with(':');
                    entries.push(Entry { key, key_span, bare, value: node });
                }
            }
        }
    }

    /// Leaves out an alias, after it was told: as a value, as an item of a list or as a key.
    fn leave_out(&mut self, at: Span, told: Diagnostic) {
        let keys = self.open.iter().filter_map(|open| match open {
            Open::Mapping { key: Some((key, _)), .. } => Some(&**key),
            _ => None,
        });
        self.gaps.leave_out(&keys.collect::<Vec<_>>(), at);
        match self.open.last_mut() {
            Some(Open::Mapping { key: key @ Some(_), skip, .. }) => {
                *key = None;
                if std::mem::take(skip) {
                    return;
                }
            }
            Some(Open::Mapping { key, skip, .. }) => {
                *key = Some((Cow::Borrowed(""), at));
                *skip = true;
            }
            _ => {}
        }
        self.diagnostics.push(told);
    }

    /// Anchors and tags stand before a value, which is read all the same.
    fn refuse_properties(&mut self, anchor: usize, tag: bool, range: &std::ops::Range<usize>) {
        if anchor != 0 {
            let told = self.unsupported(
                self.property('&', range),
                "an anchor (`&name`)",
                "write the value out where it is needed; if it begins with `&`, put it in quotes",
            );
            self.diagnostics.push(told);
        }
        if tag {
            let told = self.unsupported(
                self.property('!', range),
                "a tag (`!name`)",
                "leave the tag out; if the text begins with `!`, put it in quotes",
            );
            self.diagnostics.push(told);
        }
    }

    /// Where the word with this sign stands, at the beginning of a value or before it.
    fn property(&self, sign: char, value: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let begins = |at: &usize| {
            let before = self.text.get(..*at).and_then(|text| text.chars().next_back());
            before.is_none_or(|c| c.is_whitespace() || "[{,:".contains(c))
        };
        let near = self.text.get(..=value.start).unwrap_or(self.text);
        let Some(start) = near.rmatch_indices(sign).map(|(at, _)| at).find(begins) else { return value.clone() };
        let word = self.text.get(start..).unwrap_or("").split([' ', '\t', '\r', '\n', ',', ']', '}']).next();
        start..start + word.unwrap_or("").len()
    }

    fn refuse_as_key(&self, range: &std::ops::Range<usize>) -> Result<(), Box<Diagnostic>> {
        match self.open.last() {
            Some(Open::Mapping { key: None, .. }) => Err(Box::new(self.unsupported(
                range.clone(),
                "a list or group as a key",
                "keys are single words; text that begins with `[` or `{` belongs in quotes",
            ))),
            _ => Ok(()),
        }
    }

    fn unsupported(&self, range: std::ops::Range<usize>, what: &str, help: &str) -> Diagnostic {
        Diagnostic::error("unsupported-yaml", self.span(range), format!("{what} is not part of the catalog format"))
            .why("a catalog uses plain YAML only, so that everyone can read every file")
            .help(help)
    }

    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        let slip = syntax::slip(self.text, at, &error.info());
        let mut diagnostic = Diagnostic::error("invalid-yaml", self.span(slip.at), slip.what)
            .why("nothing else in this file can be checked before this is mended")
            .help(slip.help);
        if let Some((at, text)) = slip.instead {
            diagnostic = diagnostic.replace(self.span(at), text);
        }
        if let Some((at, text)) = slip.also {
            diagnostic = diagnostic.also(self.span(at), text);
        }
        diagnostic
    }
}

fn doubled<'t>(entries: &[Entry<'t>], seen: &mut HashMap<Cow<'t, str>, Span>, key: &str) -> Option<Span> {
    if entries.len() < SMALL_GROUP {
        return entries.iter().find(|e| e.key == key).map(|e| e.key_span);
    }
    if seen.is_empty() {
        seen.extend(entries.iter().map(|e| (e.key.clone(), e.key_span)));
    }
    seen.get(key).copied()
}

fn double_key(key: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", span, format!("the key `{key}` stands twice in the same group"))
        .label("again here")
        .also(first, "first here")
        .why("only one of the two could count, and nobody could tell which")
        .help("keep one of them; join lists into one")
}

fn merge_key(span: Span) -> Diagnostic {
    Diagnostic::error("unsupported-yaml", span, "a merge key (`<<`) is not part of the catalog format")
        .why("a catalog uses plain YAML only, so that everyone can read every file")
        .help("write the values out; what services share stands in `standards` and `hours` of catalog.yaml")
}
