//! HTML in an author's Markdown: comments are dropped, `<br>` breaks the line, and everything else is shown
//! as the text that it is.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// So many bytes of a text make an event, and hardly ever fewer.
const BYTES_AN_EVENT: usize = 5;

/// The events of a text of so many bytes, without what is not to be read and with line breaks where they were meant.
pub(super) fn without_comments<'s>(bytes: usize, events: impl Iterator<Item = Event<'s>>) -> Vec<Event<'s>> {
    let mut kept = Vec::with_capacity(bytes / BYTES_AN_EVENT + 1);
    each_shown(events, |event| kept.push(event));
    kept
}

/// Hands them on one by one.
pub(super) fn each_shown<'s>(events: impl Iterator<Item = Event<'s>>, mut keep: impl FnMut(Event<'s>)) {
    let mut block: Option<String> = None;
    for event in events {
        match (event, &mut block) {
            (Event::Start(Tag::HtmlBlock), _) => block = Some(String::new()),
            (Event::Html(line), Some(text)) => text.push_str(&line),
            (Event::End(TagEnd::HtmlBlock), _) => {
                let words = stripped(&block.take().unwrap_or_default());
                if !words.trim().is_empty() {
                    keep(Event::Start(Tag::HtmlBlock));
                    keep(Event::Html(words.into()));
                    keep(Event::End(TagEnd::HtmlBlock));
                }
            }
            (Event::InlineHtml(tag), _) if tag.starts_with("<!--") => {}
            (Event::InlineHtml(tag), _) if is_break(&tag) => keep(Event::HardBreak),
            (other, _) => keep(other),
        }
    }
}

/// A block of HTML without its comments and its line breaks.
fn stripped(block: &str) -> String {
    let mut words = String::with_capacity(block.len());
    let mut rest = block;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = match rest.starts_with("<!--") {
            true => rest.find("-->").map_or(rest.len(), |end| end + 3),
            false => rest.find('>').map_or(1, |end| end + 1),
        };
        let (tag, behind) = rest.split_at(end);
        if !tag.starts_with("<!--") && !is_break(tag) {
            words.push_str(tag);
        }
        rest = behind;
    }
    words + rest
}

/// True for `<br>` in each of its spellings.
fn is_break(tag: &str) -> bool {
    let inner = tag.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inner.is_some_and(|inner| inner.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br"))
}

/// A piece of HTML that readers get as text, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// What it is.
    pub kind: RawKind,
    /// Where it stands, in bytes of the source.
    pub range: Range<usize>,
}

impl RawHtml {
    /// The name of the tag that it is.
    pub fn tag(&self) -> Option<&str> {
        match &self.kind {
            RawKind::Tag(name) => Some(name),
            RawKind::OpenComment => None,
        }
    }
}

/// What a piece of HTML is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawKind {
    /// A tag of this name, shown as text.
    Tag(String),
    /// A comment without an end: everything below it is lost.
    OpenComment,
}

/// The pieces of HTML in some events that were not meant to be read so.
pub(super) fn pieces<'e, 's: 'e>(events: impl Iterator<Item = (&'e Event<'s>, &'e Range<usize>)>) -> Vec<RawHtml> {
    let mut found = Vec::new();
    let mut comment: Option<Range<usize>> = None;
    for (event, range) in events {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => look(text, range.start, &mut comment, &mut found),
            Event::End(TagEnd::HtmlBlock) => {
                let open = comment.take().map(|range| RawHtml { kind: RawKind::OpenComment, range });
                found.extend(open);
            }
            _ => {}
        }
    }
    found
}

/// Looks through one line of a block, or one tag in a line of text.
fn look(text: &str, begin: usize, comment: &mut Option<Range<usize>>, found: &mut Vec<RawHtml>) {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        if comment.is_some() {
            let Some(end) = rest.find("-->") else { return };
            *comment = None;
            at += end + 3;
            continue;
        }
        let Some(next) = rest.find('<') else { return };
        at += next;
        let rest = &text[at..];
        if rest.starts_with("<!--") {
            *comment = Some(begin + at..begin + at + 4);
            at += 4;
            continue;
        }
        let name: String = rest[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let width = rest.find('>').map_or(rest.trim_end().len(), |end| end + 1);
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.eq_ignore_ascii_case("br") {
            found.push(RawHtml { kind: RawKind::Tag(name), range: begin + at..begin + at + width });
        }
        at += 1;
    }
}
