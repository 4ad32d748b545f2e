//! Where the links of a text lead from the page that shows it, and the ids they can lead to.

use pulldown_cmark::{CowStr, LinkType, Tag};

use crate::markdown::link::{TargetKind, classify};
use crate::markdown::settings::{Document, Settings};

pub(super) struct Addresses<'a> {
    settings: &'a Settings<'a>,
    /// What is put before every id; ends in a hyphen unless empty.
    prefix: String,
    /// Ids of the headings without prefix, in the order of the source.
    ids: Vec<String>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(settings: &'a Settings<'a>, ids: Vec<String>) -> Self {
        // Letters, digits and hyphens need no escaping in an attribute.
        let mut prefix: String = settings.prefix.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        if !prefix.is_empty() {
            prefix.push('-');
        }
        Self { settings, prefix, ids }
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The id of a heading, by its place among the headings.
    pub(super) fn heading_id<'s>(&self, place: usize) -> Option<CowStr<'s>> {
        self.ids.get(place).map(|id| format!("{}{id}", self.prefix).into())
    }

    /// The link as it is written, or `None` if it may not lead anywhere.
    pub(super) fn link<'s>(&self, link_type: LinkType, url: &str, title: CowStr<'s>) -> Option<Tag<'s>> {
        if link_type == LinkType::Email {
            return Some(link_to(format!("mailto:{url}"), title));
        }
        let (url, kind) = classify(url);
        let url = match kind {
            // Not fit for a browser, but the caller may have schemes of its own.
            TargetKind::Refused => allowed(&(self.settings.rewrite)(&url)?)?.0,
            TargetKind::Web | TargetKind::Contact => url.into_owned(),
            TargetKind::Fragment => {
                let fragment = url.trim_start_matches('#');
                if self.ids.iter().any(|id| id == fragment) {
                    format!("#{}{fragment}", self.prefix)
                } else {
                    self.rewritten(&url)?.0
                }
            }
            TargetKind::Relative => self.rewritten(&url)?.0,
        };
        Some(link_to(url, title))
    }

    /// The file that a link offers, if it does.
    pub(super) fn document(&self, url: &str) -> Option<Document> {
        let (url, kind) = classify(url);
        let document = (self.settings.document)(&url).filter(|_| kind == TargetKind::Relative)?;
        let (href, kind) = allowed(&document.href)?;
        (kind == TargetKind::Relative).then_some(Document { href, ..document })
    }

    /// The caller's address for a picture, held against the allow-list: it has to be of this site.
    pub(super) fn picture(&self, url: &str) -> Option<String> {
        let (url, kind) = allowed(&(self.settings.picture)(url)?)?;
        (kind == TargetKind::Relative).then_some(url)
    }

    /// The caller's address for one of this site, held against the allow-list again.
    fn rewritten(&self, url: &str) -> Option<(String, TargetKind)> {
        let url = (self.settings.rewrite)(url).unwrap_or_else(|| url.to_owned());
        allowed(&url)
    }
}

fn allowed(url: &str) -> Option<(String, TargetKind)> {
    let (url, kind) = classify(url);
    (kind != TargetKind::Refused).then(|| (url.into_owned(), kind))
}

pub(super) fn link_to<'s>(url: String, title: CowStr<'s>) -> Tag<'s> {
    Tag::Link { link_type: LinkType::Inline, dest_url: url.into(), title, id: "".into() }
}
