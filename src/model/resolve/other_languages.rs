//! Texts in languages that are none of the site's: many in one language are one slip where the languages are named.

use std::collections::BTreeMap;

use super::language;
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::i18n::Locale;
use crate::source::schema::Str;

/// So many texts in a language are no slip of the pen in each of them.
const MANY: usize = 3;

/// How many of them are shown.
const PLACES: usize = 3;

/// What is to be said about languages.
#[derive(Default)]
pub(super) struct OtherLanguages {
    /// The findings, by what was written as the language.
    texts: BTreeMap<String, Vec<Diagnostic>>,
    /// Those about translations into the first language.
    originals: Vec<Diagnostic>,
}

impl OtherLanguages {
    /// Notes what was written as a language, where the site has those that are `known`.
    pub(super) fn note(&mut self, written: &Str, known: &[&str]) {
        let tag = &written.value;
        let named = language::meant(tag);
        let part = |tag: &str| tag.split('-').next().unwrap_or(tag).to_owned();
        let of_site = named.as_ref().and_then(|named| known.iter().find(|known| part(known) == part(named)));
        let otherwise = match is_tag(tag) {
            false if named.is_some() => format!(
                "languages are named by their codes, such as `{}`; the site's languages are {}",
                named.as_deref().unwrap_or_default(),
                known.join(", ")
            ),
            true => format!("the site's languages are {}; add others to `locales` in catalog.yaml", known.join(", ")),
            false if written.span == Span::top(written.span.file) => format!(
                "between the dots of a file's name stands the language of its text, one of {}; if it is part of the \
                 name, write a hyphen instead of the dot",
                known.join(", ")
            ),
            // Hardly a word of a text.
            false if tag.len() <= 2 => format!("the site's languages are {}", known.join(", ")),
            false => "if it is part of a text, put the whole text in quotes: \"one, two: three\"".to_owned(),
        };
        let what = format!("`{tag}` is not one of the site's languages");
        let finding = Diagnostic::error("unknown-locale", written.span, what).why("no reader would ever see this text");
        let finding = match of_site {
            Some(meant) => finding.help(format!("did you mean `{meant}`?")).replace(written.span, *meant),
            None => finding.did_you_mean(tag, known.iter().copied(), otherwise),
        };
        self.texts.entry(tag.clone()).or_default().push(finding);
    }

    /// Notes a group of which no key is a language: one text was meant, such as an address by its parts. False where it
    /// is none.
    pub(super) fn note_parts(&mut self, entries: &[(Str, Str)], diagnostics: &mut Diagnostics) -> bool {
        let is_part =
            |(key, _): &(Str, Str)| key.value.len() > 3 && !is_tag(&key.value) && language::meant(&key.value).is_none();
        let Some(((first, _), last)) = entries.first().zip(entries.last()).filter(|_| entries.iter().all(is_part))
        else {
            return false;
        };
        let whole = entries.iter().map(|(_, text)| text.value.trim()).collect::<Vec<_>>().join(", ");
        let what = match entries.len() {
            1 => format!("`{}` is not a language: one text stands here, or one for each language", first.value),
            _ => format!("`{}` to `{}` are no languages: one text stands here", first.value, last.0.value),
        };
        let finding = Diagnostic::error("unknown-locale", first.span, what).why("no reader would ever see this text");
        diagnostics
            .push(finding.help(format!("write it as one text behind the key: `\"{}\"`", whole.replace('"', "'"))));
        true
    }

    /// Reports them; `place` is where the site's languages are named.
    pub(super) fn report(self, place: Span, diagnostics: &mut Diagnostics) {
        for (tag, findings) in self.texts {
            match findings.len() >= MANY && is_tag(&tag) {
                true => diagnostics.push(missing(&tag, place, &findings)),
                false => diagnostics.extend(findings),
            }
        }
        match self.originals.len() > 1 {
            true => diagnostics.push(in_another_order(place, &self.originals)),
            false => diagnostics.extend(self.originals),
        }
    }

    /// Takes the finding about a translation into the site's first language.
    pub(super) fn note_original(&mut self, finding: Diagnostic) {
        self.originals.push(finding);
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

/// One finding for the translations into the first language: the order of the languages is another one.
fn in_another_order(place: Span, findings: &[Diagnostic]) -> Diagnostic {
    let many = count(findings.len(), "file");
    let what = format!("{many} say in their names that they are in the first of these languages, and are translations");
    let finding = Diagnostic::error("duplicate-id", place, what)
        .why("the files beside them, without a language in their names, are in the first language")
        .help("write the language of the files without one in their names first in `locales`");
    let places = findings.iter().take(PLACES).map(|file| file.primary.span);
    let mut finding = places.fold(finding, |finding, at| finding.also(at, "one of them"));
    finding.count = findings.len();
    finding
}

/// True for what reads like the tag of a language.
fn is_tag(tag: &str) -> bool {
    Locale::parse(tag).is_ok() && (tag.len() <= 3 || tag.contains('-'))
}
