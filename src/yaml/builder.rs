//! YAML text → a tree in which every key and value knows its place.
//!
//! One pass over the parser's events. It is also the guard: what this format does not use (anchors,
//! aliases, tags, several documents, keys that are not plain words), what could make a reader hang (deep
//! nesting) and what is YAML but hardly what its author meant is reported here, each with its exact place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StructureStyle};

use super::open::Open;
use super::tree::{Node, NodeKind, Pair};
use super::{backslash, bare, comment, key, open, property, quotes, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, invisible};

/// Deepest nesting of lists and groups that is read.
const MAX_DEPTH: usize = 32;

/// Reads a YAML text. `offset` is where `text` begins in its file (front matter does not begin at
/// byte 0). `Ok(None)` is an empty document. What can be left out is reported and stays in the tree as
/// broken; the error is what ends the reading.
///
/// # Errors
/// What is not YAML, as it is reported to its author.
pub fn parse<'t>(
    (file, offset): (FileId, usize),
    text: &'t str,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Node<'t>>, Box<Diagnostic>> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.disallow_directives = true;
    let mut builder = Builder { file, text, offset, open: Vec::new(), root: None, documents: 0, read: 0, diagnostics };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| Box::new(builder.syntax(&error)))?;
        let range = span.byte_range().unwrap_or(0..0);
        builder.read = builder.read.max(range.end);
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
    /// Up to which byte the text was understood.
    read: usize,
    diagnostics: &'d mut Diagnostics,
}

/// A text without quotes, without the spaces at its ends that YAML does not know for ones: they are taken away as
/// plain ones are.
fn plain_seen(text: Cow<'_, str>, plain: bool) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) if plain => invisible::trimmed(text).into(),
        Cow::Owned(text) if plain => invisible::trimmed(&text).to_owned().into(),
        text => text,
    }
}

/// The key by which YAML copies one group into another.
const MERGE: &str = "<<";

impl<'t> Builder<'t, '_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset, range.end + self.offset)
    }

    /// The bytes of the text that a place names.
    fn range(&self, span: Span) -> Range<usize> {
        span.start as usize - self.offset..span.end as usize - self.offset
    }

    fn take(&mut self, event: Event<'t>, range: Range<usize>) -> Result<(), Box<Diagnostic>> {
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
                self.scalar(text, style, range);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), &range);
                self.refuse_as_key(&range)?;
                let flow = style == StructureStyle::Flow;
                self.open.push(Open::Sequence { start: range.start, flow, items: Vec::new() });
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), &range);
                self.refuse_as_key(&range)?;
                self.open.push(Open::Mapping {
                    start: range.start,
                    flow: style == StructureStyle::Flow,
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                    skip: false,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let finding = self.unsupported(
                    range.clone(),
                    "an alias (`*name`)",
                    "write the value out; if it begins with `*`, put it in quotes",
                );
                self.leave_out(self.span(range), finding);
            }
            _ => {}
        }
        Ok(())
    }

    /// A key or a value.
    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, range: Range<usize>) {
        let plain = style == ScalarStyle::Plain;
        // A value left out has no width, whatever sign stands in its place.
        let written = if plain && text.is_empty() { "" } else { self.text.get(range.clone()).unwrap_or("") };
        let range = range.start..range.start + written.trim_end().len();
        let span = self.span(range.clone());
        let clean = match style {
            ScalarStyle::DoubleQuoted => self.keeps_its_backslashes(&text, range.clone()),
            _ => true,
        } && self.is_clean(&text, range.clone());
        let is_key = matches!(self.open.last(), Some(Open::Mapping { key: None, .. }));
        let text = if is_key { key::seen(text, clean) } else { plain_seen(text, plain && clean) };
        self.diagnostics.extend(open::begun_anew(&mut self.open, (&text, range.start, span)));
        if let Some(Open::Mapping { entries, key: key @ None, seen, skip, .. }) = self.open.last_mut() {
            if let Some(first) = key::doubled(entries, seen, &text) {
                let heads_lines =
                    self.text.get(range.end..).is_some_and(|rest| rest.starts_with(":\n") || rest.starts_with(":\r\n"));
                self.diagnostics.push(key::double_key(&text, span, first, heads_lines));
                *skip = true;
            } else if text == MERGE {
                self.diagnostics.push(key::merge_key(span));
                *skip = true;
            } else if entries.len() >= key::SMALL_GROUP {
                seen.insert(text.clone(), span);
            }
            if let Some(odd) = text.chars().next().filter(|c| clean && syntax::is_odd_space(*c)) {
                self.diagnostics.push(key::odd_indentation(span, odd));
                *skip = true;
            }
            *key = Some((text, span));
            return;
        }
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let sound = match (plain, quoted) {
            _ if !clean => false,
            (true, _) if !text.is_empty() => self.is_whole(range),
            (_, true) => self.is_closed(range),
            _ => true,
        };
        let kind = if sound { NodeKind::Scalar { text, plain } } else { NodeKind::Broken };
        self.put(Node::new(span, kind));
    }

    /// False for a text that lost the backslashes of a path, after it was reported.
    fn keeps_its_backslashes(&mut self, text: &str, range: Range<usize>) -> bool {
        let written = self.text.get(range.clone()).unwrap_or("");
        let Some(eaten) = written.contains('\\').then(|| backslash::eaten(written, text)).flatten() else {
            return true;
        };
        let place = |part: Range<usize>| self.span(range.start + part.start..range.start + part.end);
        let finding = eaten.reported(written, place);
        self.diagnostics.push(finding);
        !eaten.sure
    }

    /// False for a text with a sign in it that nobody sees, after it was reported.
    fn is_clean(&mut self, text: &str, range: Range<usize>) -> bool {
        let Some((_, sign)) = invisible::find(text) else { return true };
        let written = self.text.get(range.clone()).unwrap_or("");
        let at = written.find(sign).map(|at| range.start + at..range.start + at + sign.len_utf8());
        self.diagnostics.push(invisible::reported(self.span(at.unwrap_or(range)), sign));
        false
    }

    /// Reports a text that is cut off by a `#` that was hardly meant as a comment. The rest of it stays: it
    /// reads well enough for everything else to be checked.
    fn is_whole(&mut self, range: Range<usize>) -> bool {
        if let Some(lost) = comment::right_behind(self.text, range.end) {
            let whole = self.text.get(range.start..lost.end).unwrap_or("");
            let words = self.text.get(lost.clone()).unwrap_or("");
            let mut finding = Diagnostic::warning(
                "unquoted-hash",
                self.span(lost.clone()),
                format!("` #` begins a comment, so `{words}` is not part of the text"),
            )
            .why("the rest of the text is lost without a word")
            .help(comment::HELP);
            // Between brackets the comment may hide more than the end of this text.
            let hides_more = self.is_in_brackets() && words.contains([',', ']', '}']);
            if !hides_more && !whole.contains(['"', '\\', '\n']) {
                let value = self.text.get(range.clone()).unwrap_or("");
                finding = match comment::is_no_text(value)
                    && !words.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                {
                    true => finding
                        .help("a comment is written with a space behind its `#`; a text belongs in quotes: \"...\"")
                        .replace(self.span(lost.start..lost.start + 1), "# "),
                    false => finding.replace(self.span(range.start..lost.end), format!("\"{whole}\"")),
                };
            }
            self.diagnostics.push(finding);
        }
        true
    }

    fn is_in_brackets(&self) -> bool {
        match self.open.last() {
            Some(Open::Mapping { flow, .. } | Open::Sequence { flow, .. }) => *flow,
            None => false,
        }
    }

    /// False for a text in quotes that holds further lines of the file, after it was reported.
    fn is_closed(&mut self, range: Range<usize>) -> bool {
        if !quotes::swallows(self.text, &range) {
            return true;
        }
        let sign = self.text.get(range.start..).and_then(|rest| rest.chars().next()).unwrap_or('\'');
        let (what, help) = quotes::not_closed(sign);
        self.diagnostics.push(
            Diagnostic::error("invalid-yaml", self.span(range.start..range.start + 1), what)
                .also(self.span(range.end - 1..range.end), "all up to here is taken for one text")
                .why("the keys between the two quotes are lost")
                .help(help),
        );
        false
    }

    fn close(&mut self, range: Range<usize>) {
        let node = match self.open.pop() {
            Some(Open::Sequence { start, items, .. }) => {
                let last = items.last().map(|item| self.range(item.span).end);
                let end = if range.end > range.start { range.end } else { last.unwrap_or(range.end) };
                Node::new(self.span(start..end), NodeKind::Sequence(items))
            }
            Some(Open::Mapping { start, entries, flow, .. }) => {
                let last = entries.last().map(|entry| self.range(entry.value.span).end);
                let end = if range.end > range.start { range.end } else { last.unwrap_or(range.end) };
                let start = entries.first().map_or(start, |entry| start.min(self.range(entry.key_span).start));
                let span = self.span(start..end);
                if flow && let Some(finding) = bare::list_in_braces(&entries, span, (self.text, self.offset)) {
                    self.diagnostics.push(finding);
                    self.put(Node::new(span, NodeKind::Broken));
                    return;
                }
                let entries = match flow {
                    true => bare::without(entries, (self.text, self.offset), self.diagnostics),
                    false => entries,
                };
                Node::new(span, NodeKind::Mapping(entries))
            }
            None => return,
        };
        self.put(node);
    }

    fn put(&mut self, node: Node<'t>) {
        let node = self.with_comment_in_its_place(node);
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { key, skip: skip @ true, .. }) => {
                *key = None;
                *skip = false;
            }
            Some(Open::Mapping { entries, key, .. }) => {
                if let Some((key, key_span)) = key.take() {
                    entries.push(Pair::new(key, key_span, node));
                }
            }
        }
    }

    /// Reports `chat: #it-help` and `- #it-help`: where a value should stand, a comment stands.
    fn with_comment_in_its_place(&mut self, node: Node<'t>) -> Node<'t> {
        if !node.is_absent() {
            return node;
        }
        let behind = match self.open.last() {
            Some(Open::Mapping { key: Some((_, key)), .. }) => {
                let end = self.range(*key).end;
                self.text.get(end..).and_then(|rest| Some(end + rest.find(':')? + 1))
            }
            Some(Open::Sequence { start, items, .. }) => {
                let end = items.last().map_or(*start, |item| self.range(item.span).end);
                let upto = self.text.get(end..).unwrap_or("");
                upto.find("- ").map(|at| end + at + 1)
            }
            _ => None,
        };
        let Some(lost) = behind.and_then(|at| comment::right_behind(self.text, at)) else { return node };
        let words = self.text.get(lost.clone()).unwrap_or("");
        let key = self.open.iter().rev().find_map(|open| match open {
            Open::Mapping { key: Some((key, _)), .. } => Some(&**key),
            _ => None,
        });
        let finding = comment::in_place_of_a_value(self.span(lost), words, key.unwrap_or(""));
        self.diagnostics.push(finding);
        Node::new(node.span, NodeKind::Broken)
    }

    /// Leaves out an alias, after it was reported: as a value, as an item of a list or as a key.
    fn leave_out(&mut self, at: Span, finding: Diagnostic) {
        match self.open.last_mut() {
            Some(Open::Mapping { key: key @ None, skip, .. }) => {
                *key = Some((Cow::Borrowed(""), at));
                *skip = true;
                self.diagnostics.push(finding);
                return;
            }
            Some(Open::Mapping { skip: true, .. }) => {}
            _ => self.diagnostics.push(finding),
        }
        self.put(Node::new(at, NodeKind::Broken));
    }

    /// Anchors and tags stand before a value, which is read all the same.
    fn refuse_properties(&mut self, anchor: usize, tag: bool, range: &Range<usize>) {
        if anchor != 0 {
            let finding = self.unsupported(
                property::place(self.text, '&', range),
                "an anchor (`&name`)",
                "write the value out where it is needed; if it begins with `&`, put it in quotes",
            );
            self.diagnostics.push(finding);
        }
        if tag {
            let finding = self.unsupported(
                property::place(self.text, '!', range),
                "a tag (`!name`)",
                "leave the tag out; if the text begins with `!`, put it in quotes",
            );
            self.diagnostics.push(finding);
        }
    }

    fn refuse_as_key(&self, range: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        match self.open.last() {
            Some(Open::Mapping { key: None, .. }) => Err(Box::new(self.unsupported(
                range.clone(),
                "a list or group as a key",
                "keys are single words; text that begins with `[` or `{` belongs in quotes",
            ))),
            _ => Ok(()),
        }
    }

    fn unsupported(&self, range: Range<usize>, what: &str, help: &str) -> Diagnostic {
        Diagnostic::error("unsupported-yaml", self.span(range), format!("{what} is not part of the catalog format"))
            .why("a catalog uses plain YAML only, so that everyone can read every file")
            .help(help)
    }

    fn syntax(&mut self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        let slip = syntax::syntax_error(self.text, (self.read, at), error.kind());
        let place = self.span(slip.at);
        // The comment that cut off a text may be the one that hides the bracket: it is told once.
        self.diagnostics.take(|told| {
            matches!(told.code, "unquoted-hash" | "invalid-yaml") && told.primary.span.start == place.start
        });
        let mut diagnostic = Diagnostic::error("invalid-yaml", place, slip.what)
            .why("nothing else in this file can be checked before this is fixed")
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
