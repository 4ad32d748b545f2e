//! Images: shown if the site has them, linked if they stand elsewhere, words otherwise.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::markdown::addresses::{Addresses, link_to};
use crate::markdown::link::{TargetKind, classify};

/// An image whose text alternative is being collected.
pub(super) struct Image {
    url: String,
    kind: TargetKind,
    alternative: String,
    /// Tags open inside the alternative.
    depth: usize,
}

impl Image {
    pub(super) fn new(url: &str) -> Self {
        let (url, kind) = classify(url);
        Self { url: url.into_owned(), kind, alternative: String::new(), depth: 0 }
    }

    /// Takes the next event as part of the alternative; true if it ends the image.
    pub(super) fn collect(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(TagEnd::Image) if self.depth == 0 => return true,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                self.alternative.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak => self.alternative.push(' '),
            _ => {}
        }
        false
    }

    /// What the page shows. An image from another host becomes a link, since pages load nothing
    /// from elsewhere; inside a link, or with any other scheme, only its words remain.
    pub(super) fn finish<'s>(self, addresses: &Addresses<'_>, in_link: bool) -> Vec<Event<'s>> {
        let Self { url, kind, alternative, .. } = self;
        let start = match kind {
            TargetKind::Relative => addresses.picture(&url).map(|url| Tag::Image {
                link_type: LinkType::Inline,
                dest_url: url.into(),
                title: "".into(),
                id: "".into(),
            }),
            TargetKind::Web if !in_link => Some(link_to(url.clone(), "".into())),
            _ => None,
        };
        let nameless_link = kind == TargetKind::Web && alternative.trim().is_empty();
        let words = Event::Text(if nameless_link { url } else { alternative }.into());
        match start {
            Some(start) => {
                let end = start.to_end();
                vec![Event::Start(start), words, Event::End(end)]
            }
            None => vec![words],
        }
    }
}
