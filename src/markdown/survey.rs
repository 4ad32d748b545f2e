//! What a text links to and which places it offers, for checks that look for dead links.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TextMergeWithOffset};

use crate::markdown::link::{TargetKind, classify};
use crate::markdown::raw::{self, RawHtml};
use crate::markdown::render::{OPTIONS, cut};
use crate::markdown::slug::{for_each_heading, heading_ids, own_slug, take_own_ids};

/// The links and headings of a text, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Every link and image.
    pub links: Vec<MarkdownLink>,
    /// Every heading.
    pub headings: Vec<Heading>,
    /// Every piece of HTML that readers get as text, or not at all.
    pub html: Vec<RawHtml>,
}

/// One link or image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownLink {
    /// The address with entities decoded, as a browser would read it.
    pub target: String,
    /// What it leads to.
    pub kind: TargetKind,
    /// Whether it is an image.
    pub image: bool,
    /// Where the whole link stands, in bytes of the source.
    pub range: Range<usize>,
}

/// One heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its id, without a prefix: what `#id` in the same text leads to.
    pub id: String,
    /// The id that it names itself, as ids are written; its own unless a heading above has it.
    pub own: Option<String>,
    /// Its words.
    pub text: String,
    /// Where it stands, in bytes of the source.
    pub range: Range<usize>,
}

/// Collects the links and headings of a text.
pub fn survey(source: &str) -> Survey {
    let parser = Parser::new_ext(cut(source), OPTIONS).into_offset_iter();
    let (mut events, ranges): (Vec<_>, Vec<_>) = TextMergeWithOffset::new(parser).unzip();
    take_own_ids(&mut events);
    let links = events.iter().zip(&ranges).filter_map(|(event, range)| link(event, range)).collect();
    let mut ids = heading_ids(&events).into_iter();
    let mut headings = Vec::new();
    for_each_heading(&events, |start, text| {
        if let (Some(id), Some(range)) = (ids.next(), ranges.get(start)) {
            headings.push(Heading { id, own: own_slug(&events[start]), text: text.to_owned(), range: range.clone() });
        }
    });
    let html = raw::pieces(events.iter().zip(&ranges));
    Survey { links, headings, html }
}

/// Collects the links of a text alone, which takes half the time.
pub fn links(source: &str) -> Vec<MarkdownLink> {
    let events = Parser::new_ext(cut(source), OPTIONS).into_offset_iter();
    events.filter_map(|(event, range)| link(&event, &range)).collect()
}

/// The link that an event begins.
fn link(event: &Event<'_>, range: &Range<usize>) -> Option<MarkdownLink> {
    let (url, image, link_type) = match event {
        Event::Start(Tag::Link { dest_url, link_type, .. }) => (dest_url, false, *link_type),
        Event::Start(Tag::Image { dest_url, link_type, .. }) => (dest_url, true, *link_type),
        _ => return None,
    };
    let (target, kind) = match link_type {
        LinkType::Email => (format!("mailto:{url}").into(), TargetKind::Contact),
        _ => classify(url),
    };
    Some(MarkdownLink { target: target.into_owned(), kind, image, range: range.clone() })
}

#[cfg(test)]
mod tests {
    use super::{TargetKind, survey};
    use crate::markdown::RawKind;

    #[test]
    fn html_is_found_where_it_is_shown_as_text() {
        let source = "a <b>c</b> <!-- d <i> --> <br>\n\n<div>\n<BR/>x\n</div>\n\n<!-- <p>\n\nlost";
        let found: Vec<_> = survey(source).html.into_iter().map(|raw| (raw.kind, &source[raw.range])).collect();
        let tag = |name: &str| RawKind::Tag(name.to_owned());
        assert_eq!(found, [(tag("b"), "<b>"), (tag("div"), "<div>"), (RawKind::OpenComment, "<!--")]);
    }

    #[test]
    fn links_and_headings_know_their_place() {
        let source = "# Payday\n\nSee [the *slip*](slip.md#tax), ![x](javascript:a), <a@b.example>\n\n## Payday\n";
        let found = survey(source);
        let ids: Vec<_> = found.headings.iter().map(|heading| heading.id.as_str()).collect();
        assert_eq!(ids, ["payday", "payday-2"]);
        assert_eq!(&source[found.headings[1].range.clone()], "## Payday\n");
        let links: Vec<_> =
            found.links.iter().map(|link| (link.target.as_str(), link.kind, &source[link.range.clone()])).collect();
        assert_eq!(
            links,
            [
                ("slip.md#tax", TargetKind::Relative, "[the *slip*](slip.md#tax)"),
                ("javascript:a", TargetKind::Refused, "![x](javascript:a)"),
                ("mailto:a@b.example", TargetKind::Contact, "<a@b.example>"),
            ]
        );
        assert!(found.links[1].image);
    }
}
