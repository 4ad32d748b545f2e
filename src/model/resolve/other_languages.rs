//! Texts in languages that are none of the site's: many in one language are one slip where the languages are named.

use std::collections::BTreeMap;

use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::i18n::Locale;
use crate::source::schema::Str;

/// So many texts in a language are no slip of the pen in each of them.
const MANY: usize = 3;

/// How many of them are shown.
const PLACES: usize = 3;

/// The findings, by what was written as the language.
#[derive(Default)]
pub(super) struct OtherLanguages(BTreeMap<String, Vec<Diagnostic>>);

impl OtherLanguages {
    /// Notes what was written as a language, where the site has those that are `known`.
    pub(super) fn note(&mut self, written: &Str, known: &[&str]) {
        let tag = &written.value;
        let otherwise = match is_tag(tag) {
            true => format!("the site's languages are {}; add others to `locales` in catalog.yaml", known.join(", ")),
            false => "if it is part of a text, put the whole text in quotes: \"one, two: three\"".to_owned(),
        };
        let what = format!("`{tag}` is not one of the site's languages");
        let finding = Diagnostic::error("unknown-locale", written.span, what)
            .why("no reader would ever see this text")
            .did_you_mean(tag, known.iter().copied(), otherwise);
        self.0.entry(tag.clone()).or_default().push(finding);
    }

    /// Reports them; `place` is where the site's languages are named.
    pub(super) fn report(self, place: Span, diagnostics: &mut Diagnostics) {
        for (tag, findings) in self.0 {
            match findings.len() >= MANY && is_tag(&tag) {
                true => diagnostics.push(missing(&tag, place, &findings)),
                false => diagnostics.extend(findings),
            }
        }
    }
}

/// One finding for many texts.
fn missing(tag: &str, place: Span, findings: &[Diagnostic]) -> Diagnostic {
    let many = count(findings.len(), "text");
    let what = format!("{many} are in `{tag}`, which is not one of the site's languages");
    let finding = Diagnostic::error("unknown-locale", place, what)
        .why("no reader would ever see them")
        .help(format!("add `{tag}` to `locales` in catalog.yaml, or change the language of the texts"));
    let places = findings.iter().take(PLACES).map(|text| text.primary.span);
    let mut finding = places.fold(finding, |finding, at| finding.also(at, "one of them"));
    finding.count = findings.len();
    finding
}

/// True for what reads like the tag of a language.
fn is_tag(tag: &str) -> bool {
    Locale::parse(tag).is_ok() && (tag.len() <= 3 || tag.contains('-'))
}
