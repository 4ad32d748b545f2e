//! Markdown events → safe HTML: each event is let through, replaced or dropped, then written.
//!
//! 1. parse, at most [`MAX_SOURCE_BYTES`] of it;
//! 2. take the footnotes out, to stand at the end in the order in which they are mentioned;
//! 3. map every event: raw HTML to text (but for comments, which go, and `<br>`), addresses through the allow-list,
//!    and what the library would write with inline styles or clashing ids to our own tags;
//! 4. let the library write the rest.

use std::collections::HashMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::markdown::events::Mapper;
use crate::markdown::html::Html;
use crate::markdown::raw::without_comments;
use crate::markdown::settings::Settings;
use crate::markdown::slug::{heading_ids, take_own_ids};

/// The longest text that is rendered, in bytes; what is beyond it is left out. Pathological input
/// (50,000 `>`) grows thirtyfold, so there must be an end.
pub const MAX_SOURCE_BYTES: usize = 64 * 1024;

/// What is understood beyond CommonMark.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Renders a text with paragraphs, headings, lists, tables and the like.
pub fn render(source: &str, settings: &Settings<'_>) -> Html {
    let source = cut(source);
    let mut events = without_comments(source.len(), TextMergeStream::new(Parser::new_ext(source, OPTIONS)));
    take_own_ids(&mut events);
    let ids = heading_ids(&events);
    let (body, notes) = split_footnotes(events);
    let mut mapper = Mapper::new(settings, ids);
    mapper.map_all(body, &notes);
    mapper.append_footnotes(&notes);
    write(mapper.finish())
}

/// Renders a text that stands inside a line: emphasis, code and links stay, blocks become their
/// words. Fit for a list item, a heading or a table cell of the page.
pub fn render_inline(source: &str, settings: &Settings<'_>) -> Html {
    if is_words(source) {
        return Html::from_rendered(source.to_owned());
    }
    let mut mapper = Mapper::new(settings, Vec::new());
    mapper.map_all(inline_events(source), &HashMap::new());
    write(mapper.finish())
}

/// Whether a text is a line of words, in which no sign means anything to Markdown or to HTML.
fn is_words(source: &str) -> bool {
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || !byte.is_ascii()
            || matches!(byte, b' ' | b',' | b'.' | b'-' | b'(' | b')' | b'/' | b'%')
    };
    let begins = source.starts_with(|first: char| first.is_ascii_alphabetic());
    let ends = source.ends_with(|last: char| last.is_ascii_alphanumeric() || matches!(last, '.' | ')'));
    begins && ends && !source.contains("www.") && source.len() <= MAX_SOURCE_BYTES && source.bytes().all(is_plain)
}

/// The part of a text that is rendered: up to the limit, never through a character.
pub(super) fn cut(source: &str) -> &str {
    source.get(..source.floor_char_boundary(MAX_SOURCE_BYTES)).unwrap_or(source)
}

fn write(events: Vec<Event<'_>>) -> Html {
    let mut html = String::with_capacity(events.len() * 32);
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    // XHTML's slash means nothing in HTML; a `>` that is not a tag's end is escaped by now.
    Html::from_rendered(if html.contains(" />") { html.replace(" />", ">") } else { html })
}

/// Events of footnotes by label; of two with one label the first counts.
type Notes<'s> = HashMap<String, Vec<Event<'s>>>;

fn split_footnotes(events: Vec<Event<'_>>) -> (Vec<Event<'_>>, Notes<'_>) {
    let is_note = |event: &Event<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    if !events.iter().any(is_note) {
        return (events, Notes::new());
    }
    let mut body = Vec::with_capacity(events.len());
    let mut notes = Notes::new();
    let mut open: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push((label.into_string(), Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, note)) = open.pop() {
                    notes.entry(label).or_insert(note);
                }
            }
            other => match open.last_mut() {
                Some((_, note)) => note.push(other),
                None => body.push(other),
            },
        }
    }
    (body, notes)
}

/// The events of a text that may stand inside a line. Numbers of a list stay, since a line that
/// begins with "1." was hardly meant as one.
fn inline_events(source: &str) -> Vec<Event<'_>> {
    let options = OPTIONS.difference(Options::ENABLE_FOOTNOTES);
    let mut kept: Vec<Event<'_>> = Vec::new();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let mut block_ended = false;
    let source = cut(source);
    for event in without_comments(source.len(), TextMergeStream::new(Parser::new_ext(source, options))) {
        let event = match event {
            Event::Start(Tag::List(first)) => {
                numbers.push(first);
                continue;
            }
            Event::End(TagEnd::List(_)) => {
                numbers.pop();
                continue;
            }
            Event::Start(Tag::Item) => match numbers.last_mut() {
                Some(Some(number)) => {
                    let mark = format!("{number}. ");
                    *number = number.saturating_add(1);
                    Event::Text(mark.into())
                }
                _ => continue,
            },
            Event::Start(ref tag) if !is_inline(&tag.to_end()) => continue,
            Event::End(tag) if !is_inline(&tag) => {
                block_ended = true;
                continue;
            }
            Event::Rule | Event::TaskListMarker(_) => continue,
            Event::HardBreak => Event::SoftBreak,
            Event::Html(text) => Event::InlineHtml(text),
            other => other,
        };
        if block_ended && !kept.is_empty() {
            kept.push(Event::SoftBreak);
        }
        block_ended = false;
        kept.push(event);
    }
    kept
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
