//! Every link in the catalog's Markdown, with the place where it is written.

use std::rc::Rc;

use crate::diagnostic::{Span, Spanned};
use crate::markdown::{TargetKind, survey};
use crate::model::{Catalog, LocaleId, Text};

/// A link in a text.
pub(super) struct Mention {
    /// Where it is written: the link itself where the text stands as it is in its file, or else the
    /// whole text.
    pub(super) span: Span,
    /// The language of the text.
    pub(super) locale: LocaleId,
    /// The address as a browser would read it.
    pub(super) target: String,
    /// What a browser would make of it.
    pub(super) kind: TargetKind,
    /// True for a picture.
    pub(super) image: bool,
    /// The ids of the headings of the same text.
    pub(super) headings: Rc<[String]>,
}

/// The links of all Markdown.
pub(super) fn mentions(catalog: &Catalog) -> Vec<Mention> {
    collected(catalog, |_| true)
}

/// The pictures of all Markdown.
pub(super) fn pictures(catalog: &Catalog) -> Vec<Mention> {
    // Every way of writing a picture needs this, and few texts have one.
    let mut found = collected(catalog, |text| text.contains("!["));
    found.retain(|mention| mention.image);
    found
}

fn collected(catalog: &Catalog, read: impl Fn(&str) -> bool) -> Vec<Mention> {
    let mut found = Vec::new();
    for text in markdown(catalog) {
        for (locale, version) in text.written().filter(|(_, version)| read(version)) {
            collect(*locale, version, &mut found);
        }
    }
    found
}

/// All texts that are Markdown.
fn markdown(catalog: &Catalog) -> impl Iterator<Item = &Text> {
    let services = catalog.services().flat_map(|(_, service)| {
        let description = service.description.iter().map(|text| &text.value);
        description
            .chain(service.faq.iter().map(|faq| &faq.answer.value))
            .chain(service.steps.iter().map(|step| &step.what))
    });
    let journeys = catalog.journeys().flat_map(|(_, journey)| {
        let description = journey.description.iter().map(|text| &text.value);
        description.chain(journey.steps.iter().map(|step| &step.what))
    });
    // A team that acts for its department has no description of its own.
    services
        .chain(journeys)
        .chain(catalog.teams().filter_map(|(_, team)| team.description.as_deref()))
        .chain(catalog.departments().filter_map(|(_, department)| department.description.as_deref()))
        .chain(catalog.articles().map(|(_, article)| &*article.body))
        .chain(catalog.news.iter().map(|news| &*news.body))
        .chain(catalog.stories.iter().map(|story| &*story.body))
}

fn collect(locale: LocaleId, text: &Spanned<Box<str>>, found: &mut Vec<Mention>) {
    // Every way of writing a link needs one of these; most texts have neither.
    if !text.contains(['[', '<']) {
        return;
    }
    let survey = survey(text);
    if survey.links.is_empty() {
        return;
    }
    let headings: Rc<[String]> = survey.headings.into_iter().map(|heading| heading.id).collect();
    let verbatim = verbatim(text);
    found.extend(survey.links.into_iter().map(|link| Mention {
        span: if verbatim { within(text.span, link.range.start, link.range.end) } else { text.span },
        locale,
        target: link.target,
        kind: link.kind,
        image: link.image,
        headings: Rc::clone(&headings),
    }));
}

/// True when the text stands in its file byte for byte: a Markdown body, or a plain YAML scalar of
/// one line. Quotes, indentation and escapes make the source longer than the text; the four escapes
/// that do not (YAML 1.2.2, section 5.7: `\N \_ \L \P`) leave signs that are looked for here.
fn verbatim(text: &Spanned<Box<str>>) -> bool {
    let length = (text.span.end - text.span.start) as usize;
    length == text.len() && !text.contains(['\u{85}', '\u{a0}', '\u{2028}', '\u{2029}'])
}

fn within(whole: Span, start: usize, end: usize) -> Span {
    Span::new(whole.file, whole.start as usize + start, whole.start as usize + end)
}
