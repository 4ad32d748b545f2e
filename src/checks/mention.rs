//! Every link in the catalog's Markdown, with the place where it is written.

use std::ops::Range;

use crate::checks::texts::markdown;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::markdown::{TargetKind, links, survey};
use crate::model::{Catalog, LocaleId};

/// A link in a text.
pub(super) struct Mention<'a> {
    /// Where the text stands.
    pub(super) span: Span,
    /// The text.
    text: &'a str,
    /// Which bytes of it are the link.
    range: Range<usize>,
    /// The language of the text.
    pub(super) locale: LocaleId,
    /// The address as a browser would read it.
    pub(super) target: String,
    /// What a browser would make of it.
    pub(super) kind: TargetKind,
    /// True for a picture.
    pub(super) image: bool,
}

impl Mention<'_> {
    /// The ids of the headings of the same text.
    pub(super) fn headings(&self) -> Vec<String> {
        survey(self.text).headings.into_iter().map(|heading| heading.id).collect()
    }

    /// A finding about the text, narrowed to this link.
    pub(super) fn narrowed(&self, found: Diagnostic) -> Diagnostic {
        found.within(self.text, self.range.clone())
    }
}

/// The links of all Markdown.
pub(super) fn mentions(catalog: &Catalog) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for text in markdown(catalog) {
        for (locale, version) in text.written() {
            collect(*locale, version, &mut found);
        }
    }
    found
}

fn collect<'a>(locale: LocaleId, text: &'a Spanned<Box<str>>, found: &mut Vec<Mention<'a>>) {
    // Every way of writing a link needs one of these; most texts have neither.
    if !text.contains('[') && !text.contains('<') {
        return;
    }
    found.extend(links(text).into_iter().map(|link| Mention {
        span: text.span,
        text: &text.value,
        range: link.range,
        locale,
        target: link.target,
        kind: link.kind,
        image: link.image,
    }));
}
