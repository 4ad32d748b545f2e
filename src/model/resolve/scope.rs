//! With what the entries are read: what is known before, and where findings go. Also the reading of texts and of
//! hours.

use super::calendars::Calendars;
use super::company_wide::{Languages, SharedHours};
use super::division::Divisions;
use super::known::Known;
use super::lead::Leads;
use super::names::Names;
use super::other_languages::OtherLanguages;
use super::value;
use crate::clock::{Calendar, Hours};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::i18n::Locale;
use crate::model::field::Field;
use crate::model::id::{CalendarId, LocaleId};
use crate::model::level::Allowance;
use crate::model::text::{Text, TextList};
use crate::source::Gaps;
use crate::source::schema::{Str, TextDoc, TextListDoc};

/// What is known before the entries are read. Nothing is added to it later.
pub(super) struct Given {
    pub(super) names: Names,
    pub(super) divisions: Divisions,
    pub(super) leads: Leads,
    pub(super) languages: Languages,
    /// Where they are named.
    pub(super) languages_place: Span,
    /// The company's country, as it is written.
    pub(super) country: Option<Str>,
    pub(super) shared_hours: SharedHours,
    /// Whether all fields of the company could be read.
    pub(super) has_all_fields: bool,
    /// What is missing although its author wrote something.
    pub(super) gaps: Gaps,
}

/// With what the entries are read.
pub(super) struct Scope<'a> {
    pub(super) names: &'a Names,
    pub(super) divisions: &'a Divisions,
    pub(super) leads: &'a Leads,
    pub(super) languages: &'a Languages,
    pub(super) shared_hours: &'a SharedHours,
    pub(super) gaps: &'a Gaps,
    pub(super) country: Option<&'a Str>,
    pub(super) calendars: Calendars,
    /// The names of special days, by number.
    pub(super) day_names: Vec<Text>,
    /// What entries allow.
    pub(super) allowances: Vec<Allowance>,
    /// The company's own facts; empty until the company is read.
    pub(super) fields: Box<[Field]>,
    /// Whether all of them could be read.
    pub(super) has_all_fields: bool,
    /// Texts in languages that the site does not have, by language.
    other_languages: OtherLanguages,
    languages_place: Span,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Scope<'a> {
    pub(super) fn new(given: &'a Given, diagnostics: &'a mut Diagnostics) -> Self {
        let Given { names, divisions, leads, languages, languages_place, country, shared_hours, has_all_fields, gaps } =
            given;
        Self {
            names,
            divisions,
            leads,
            languages,
            shared_hours,
            gaps,
            country: country.as_ref(),
            calendars: Calendars::default(),
            day_names: Vec::new(),
            allowances: Vec::new(),
            fields: Box::default(),
            has_all_fields: *has_all_fields,
            other_languages: OtherLanguages::default(),
            languages_place: *languages_place,
            diagnostics,
        }
    }
}

impl Scope<'_> {
    /// Takes a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The number of a calendar; equal ones share it.
    pub(super) fn calendar(&mut self, calendar: Calendar) -> CalendarId {
        self.calendars.number(calendar)
    }

    /// Where to report that a group lacks a key: where the key stands with nothing behind it, or else somewhere
    /// else. None when a mistake that was reported may be why it is not there.
    pub(super) fn missing(&self, group: Span, key: &str, otherwise: Span) -> Option<Span> {
        let reported = self.gaps.reported(group, key);
        (!reported).then(|| self.gaps.empty(group, key).unwrap_or(otherwise))
    }

    /// One of the site's languages; a finding when it is none.
    pub(super) fn locale(&mut self, written: &Str) -> Option<LocaleId> {
        let is = |locale: &Spanned<Locale>| locale.tag().eq_ignore_ascii_case(&written.value);
        let found = self.languages.look_up(|all| all.iter().position(is));
        if let Known::Absent = found {
            let known: Vec<&str> = self.languages.items.iter().map(|locale| locale.tag()).collect();
            self.other_languages.note(written, &known);
        }
        found.ok().map(LocaleId::from)
    }

    /// True for the site's first language, when it is known which one that is.
    pub(super) fn is_first(&self, locale: LocaleId) -> bool {
        self.languages.complete && locale == LocaleId::FIRST
    }

    /// Reports the texts in other languages than the site's.
    pub(super) fn report_other_languages(&mut self) {
        std::mem::take(&mut self.other_languages).report(self.languages_place, self.diagnostics);
    }

    /// Takes the finding about a translation into the site's first language, in which its original is.
    pub(super) fn note_original(&mut self, finding: Diagnostic) {
        self.other_languages.note_original(finding);
    }

    /// A text; none when nothing is written.
    pub(super) fn text(&mut self, doc: TextDoc) -> Option<Text> {
        self.spanned_text(doc).map(|text| text.value)
    }

    /// A text and the place of its first version.
    pub(super) fn spanned_text(&mut self, doc: TextDoc) -> Option<Spanned<Text>> {
        let (versions, span) = match doc {
            TextDoc::One(text) => {
                let span = text.span;
                (self.version(LocaleId::FIRST, text).into_iter().collect::<Vec<_>>(), span)
            }
            TextDoc::Many(entries) => {
                let span = entries.first().map(|(_, text)| text.span)?;
                if self.languages.complete && self.other_languages.note_parts(&entries, self.diagnostics) {
                    return None;
                }
                let mut versions = Vec::new();
                for (locale, text) in entries {
                    if let Some(locale) = self.locale(&locale) {
                        versions.extend(self.version(locale, text));
                    }
                }
                (versions, span)
            }
        };
        (!versions.is_empty()).then(|| Spanned::new(Text::new(versions), span))
    }

    fn version(&mut self, locale: LocaleId, text: Str) -> Option<(LocaleId, Spanned<Box<str>>)> {
        let trimmed = text.value.trim();
        if trimmed.is_empty() {
            self.report(empty_text(text.span));
            return None;
        }
        Some((locale, Spanned::new(trimmed.into(), text.span)))
    }

    /// An optional text.
    pub(super) fn maybe_text(&mut self, doc: Option<TextDoc>) -> Option<Text> {
        doc.and_then(|doc| self.text(doc))
    }

    /// An optional text and its place.
    pub(super) fn maybe_spanned_text(&mut self, doc: Option<TextDoc>) -> Option<Spanned<Text>> {
        doc.and_then(|doc| self.spanned_text(doc))
    }

    /// The name of an entry, which must have one; its id stands in where it is missing.
    pub(super) fn name(&mut self, doc: Option<TextDoc>, key: &str, (id, group): (&Str, Span), noun: &str) -> Text {
        let had = doc.as_ref().is_some_and(|doc| doc.span().is_some());
        let name = self.maybe_text(doc);
        if !had && let Some(at) = self.missing(group, key, id.span) {
            self.report(
                Diagnostic::error("missing-name", at, format!("the {noun} `{}` has no `{key}`", id.value))
                    .why("readers would see its id instead of its name")
                    .help(format!("add `{key}: ...`")),
            );
        }
        name.unwrap_or_else(|| Text::new(vec![(LocaleId::FIRST, Spanned::new(id.value.as_str().into(), id.span))]))
    }

    /// A list of texts by language.
    pub(super) fn text_list(&mut self, doc: TextListDoc) -> TextList {
        let lists = match doc {
            TextListDoc::One(items) => vec![(LocaleId::FIRST, items)],
            TextListDoc::Many(entries) => {
                entries.into_iter().filter_map(|(locale, items)| Some((self.locale(&locale)?, items))).collect()
            }
        };
        let mut resolved = Vec::new();
        for (locale, items) in lists {
            value::report_doubles(&items, self.diagnostics);
            let items: Vec<Spanned<Box<str>>> =
                items.into_iter().filter_map(|item| self.version(locale, item)).map(|(_, text)| text).collect();
            if !items.is_empty() {
                resolved.push((locale, items));
            }
        }
        TextList::new(resolved)
    }

    /// Hours: the name of shared ones, or a notation of their own.
    pub(super) fn hours(&mut self, written: &Str) -> Option<Hours> {
        if let Some((_, shared)) = self.shared_hours.items.get(&written.value) {
            return shared.clone().ok();
        }
        if let Some(known) = self.calendars.read_hours.get(&written.value) {
            return Some(known.clone());
        }
        let looks_like_a_name = !written.value.contains([':', ' ', '/', ';'])
            && !written.value.is_empty()
            && written.value.contains(char::is_lowercase);
        if looks_like_a_name && Hours::parse(&written.value).is_err() {
            if self.shared_hours.complete {
                self.report(self.unknown_hours(written));
            }
            return None;
        }
        let hours = value::hours(written, self.diagnostics)?;
        // Doubtful hours are reported again wherever they stand.
        if hours.doubt().is_none() {
            self.calendars.read_hours.insert(written.value.clone(), hours.clone());
        }
        Some(hours)
    }

    /// Where the notation of hours stands that may be named here.
    pub(super) fn hours_place(&self, written: Option<&Str>) -> Option<Span> {
        let written = written?;
        let shared = self.shared_hours.items.get(&written.value).map(|(place, _)| *place);
        Some(shared.unwrap_or(written.span))
    }

    fn unknown_hours(&self, written: &Str) -> Diagnostic {
        let what = format!("there are no shared hours `{}`", written.value);
        let diagnostic = Diagnostic::error("unknown-hours", written.span, what)
            .why("without hours nobody can tell when an answer comes");
        let meant = Hours::parse(&written.value).err().and_then(|error| error.suggestion);
        if meant.as_deref() == Some("24/7") {
            return diagnostic.help("round the clock is written `24/7`").replace(written.span, "24/7");
        }
        diagnostic.did_you_mean(
            &written.value,
            self.shared_hours.items.keys().map(String::as_str),
            "name an entry of `hours` in catalog.yaml, or write the hours themselves: `Mo-Fr 08:00-16:00`",
        )
    }
}

/// For a text with nothing in it.
pub(super) fn empty_text(at: Span) -> Diagnostic {
    Diagnostic::error("empty-text", at, "this text is empty")
        .why("a reader would see a gap where something was meant to stand")
        .help("write the text, or delete the whole line")
}
