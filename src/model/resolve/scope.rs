//! What every part of the resolving needs: the ids, the languages, the shared hours, and where
//! findings go. Also the reading of texts and of hours.

use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::value;
use crate::clock::{Calendar, Hours};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::i18n::Locale;
use crate::model::id::{CalendarId, DepartmentId, LocaleId, PersonId, TeamId};
use crate::model::text::{Text, TextList};
use crate::source::Gaps;
use crate::source::schema::{Str, TextDoc, TextListDoc};

/// The state of the resolving.
pub(super) struct Scope<'a> {
    pub(super) names: Names,
    pub(super) locales: Vec<Spanned<Locale>>,
    /// The company's hours by name; none for what could not be read, which has been told.
    pub(super) shared_hours: HashMap<String, Option<Hours>>,
    /// Hours that were read before, by their text: most services of a company keep the same ones.
    pub(super) read_hours: HashMap<String, Hours>,
    pub(super) calendars: Vec<Calendar>,
    pub(super) calendar_ids: HashMap<Calendar, CalendarId>,
    /// The team that acts for a department, where there is one.
    pub(super) acting_teams: HashMap<DepartmentId, TeamId>,
    /// How many teams are written; those that act for a department are numbered after them.
    pub(super) written_teams: usize,
    /// The leads of the teams, known once the teams are.
    pub(super) team_leads: HashMap<TeamId, Lead>,
    /// What is missing although its author wrote something.
    pub(super) gaps: Gaps,
    pub(super) unsure: Unsure,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// Who leads a team, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lead {
    /// A person.
    Person(PersonId),
    /// Nobody was named.
    Nobody,
    /// Somebody who could not be found, which has been told.
    Unsure,
}

/// What may be more than is known, because a mistake was told where it stands. Nothing is called
/// wrong for not being in it.
#[derive(Default)]
pub(super) struct Unsure {
    /// The site's languages.
    pub(super) locales: bool,
    /// The company's hours.
    pub(super) hours: bool,
    /// The company's standards.
    pub(super) standards: bool,
    /// Teams and departments, by the place of their id, whose lead was named and not found.
    pub(super) leads: HashSet<Span>,
    /// Services, by the place of their id, that may have more standards.
    pub(super) promises: HashSet<Span>,
}

impl Scope<'_> {
    /// Takes a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// True for a team that stands in the catalog, not one that acts for a department.
    pub(super) fn is_written(&self, team: TeamId) -> bool {
        team.index() < self.written_teams
    }

    /// The number of a calendar; equal ones share it.
    pub(super) fn calendar(&mut self, calendar: Calendar) -> CalendarId {
        if let Some(id) = self.calendar_ids.get(&calendar) {
            return *id;
        }
        let id = CalendarId::from(self.calendars.len());
        self.calendars.push(calendar.clone());
        self.calendar_ids.insert(calendar, id);
        id
    }

    /// One of the site's languages; a finding when it is none.
    pub(super) fn locale(&mut self, written: &Str) -> Option<LocaleId> {
        let found = self.locales.iter().position(|locale| locale.tag().eq_ignore_ascii_case(&written.value));
        if found.is_none() && !self.unsure.locales {
            let known: Vec<String> = self.locales.iter().map(|locale| locale.tag().to_owned()).collect();
            self.report(
                Diagnostic::error(
                    "unknown-locale",
                    written.span,
                    format!("`{}` is not one of the site's languages", written.value),
                )
                .why("no reader would ever see this text")
                .did_you_mean(
                    &written.value,
                    known.iter().map(String::as_str),
                    match Locale::parse(&written.value).is_err()
                        || written.value.len() > 3 && !written.value.contains('-')
                    {
                        true => "if it is part of a text, put the whole text in quotes: \"one, two: three\"".to_owned(),
                        false => format!(
                            "the site's languages are {}; add others to `locales` in catalog.yaml",
                            known.join(", ")
                        ),
                    },
                ),
            );
        }
        found.map(LocaleId::from)
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
        if !had && !self.gaps.told(group, key) {
            let at = self.gaps.empty(group, key).unwrap_or(id.span);
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
        if let Some(shared) = self.shared_hours.get(&written.value) {
            return shared.clone();
        }
        if let Some(known) = self.read_hours.get(&written.value) {
            return Some(known.clone());
        }
        let looks_like_a_name = !written.value.contains([':', ' ', '/', ';'])
            && !written.value.is_empty()
            && written.value.contains(char::is_lowercase);
        if looks_like_a_name && Hours::parse(&written.value).is_err() {
            if self.unsure.hours {
                return None;
            }
            let known: Vec<String> = self.shared_hours.keys().cloned().collect();
            let diagnostic = Diagnostic::error(
                "unknown-hours",
                written.span,
                format!("there are no shared hours `{}`", written.value),
            )
            .why("without hours nobody can tell when an answer comes")
            .did_you_mean(
                &written.value,
                sorted(&known),
                "name an entry of `hours` in catalog.yaml, or write the hours themselves: `Mo-Fr 08:00-16:00`",
            );
            self.report(diagnostic);
            return None;
        }
        let hours = value::hours(written, self.diagnostics)?;
        // Doubtful hours are told again wherever they stand.
        if hours.doubt().is_none() {
            self.read_hours.insert(written.value.clone(), hours.clone());
        }
        Some(hours)
    }
}

/// For a text with nothing in it.
pub(super) fn empty_text(at: Span) -> Diagnostic {
    Diagnostic::error("empty-text", at, "this text is empty")
        .why("a reader would see a gap where something was meant to stand")
        .help("write the text, or delete the whole line")
}

fn sorted(names: &[String]) -> Vec<&str> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names
}
