//! What every part of the resolving needs: the ids, the languages, the shared hours, and where
//! findings go. Also the reading of texts, and of names that may mean several kinds of entries.

use std::collections::HashMap;

use super::names::Names;
use super::value;
use crate::clock::{Calendar, Hours};
use crate::diagnostic::{Diagnostic, Diagnostics, Spanned};
use crate::i18n::Locale;
use crate::model::id::{AudienceId, CalendarId, DepartmentId, LocaleId, PersonId, TeamId};
use crate::model::party::{Actor, Destination, Party, Served};
use crate::model::text::{Text, TextList};
use crate::source::schema::{OneOrMany, Str, TextDoc, TextListDoc};

/// The state of the resolving.
pub(super) struct Scope<'a> {
    pub(super) names: Names,
    pub(super) locales: Vec<Spanned<Locale>>,
    pub(super) shared_hours: HashMap<String, Hours>,
    /// Hours that were read before, by their text: most services of a company keep the same ones.
    pub(super) read_hours: HashMap<String, Hours>,
    pub(super) calendars: Vec<Calendar>,
    pub(super) calendar_ids: HashMap<Calendar, CalendarId>,
    /// The team that acts for a department, where there is one.
    pub(super) acting_teams: HashMap<DepartmentId, TeamId>,
    /// The leads of the teams, known once the teams are.
    pub(super) team_leads: HashMap<TeamId, PersonId>,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Scope<'_> {
    /// Takes a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
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
        let found = self.locales.iter().position(|locale| locale.tag() == written.value);
        if found.is_none() {
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
                    match written.value.len() > 3 && !written.value.contains('-') {
                        true => "if it belongs to the text before it, put that text in quotes: \"one, two\"".to_owned(),
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
            self.report(
                Diagnostic::error("empty-text", text.span, "this text is empty")
                    .why("a reader would see a gap where something was meant to stand")
                    .help("write the text, or delete the whole line"),
            );
            return None;
        }
        if let Some(control) = trimmed.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
            self.report(
                Diagnostic::error(
                    "control-character",
                    text.span,
                    format!("this text holds the invisible character U+{:04X}", u32::from(control)),
                )
                .why("browsers show it as a box or not at all")
                .help("delete it; it often comes with text copied from another program"),
            );
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
    pub(super) fn name(&mut self, doc: Option<TextDoc>, key: &str, id: &Str, noun: &str) -> Text {
        let had = doc.is_some();
        let name = self.maybe_text(doc);
        if name.is_none() && !had {
            self.report(
                Diagnostic::error("missing-name", id.span, format!("the {noun} `{}` has no `{key}`", id.value))
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

    /// A team; a department's id means the team that acts for it.
    pub(super) fn team(&mut self, written: &Str) -> Option<TeamId> {
        match self.acting_team_named(&written.value) {
            Some(team) => Some(team),
            None => self.names.teams.find(written, self.diagnostics),
        }
    }

    /// Teams; unknown ones are told and left out, doubled ones told and named once.
    pub(super) fn teams(&mut self, written: &[Str]) -> Vec<TeamId> {
        let mut teams = Vec::new();
        for name in written {
            if let Some(team) = self.team(name) {
                if teams.contains(&team) {
                    self.report(value::named_twice(name));
                } else {
                    teams.push(team);
                }
            }
        }
        teams
    }

    /// A person or a team, `lead` for the lead of the service's own team, or `TEAM-lead` for that of
    /// another one.
    pub(super) fn party(&mut self, written: &Str, lead: Option<PersonId>) -> Option<Party> {
        let id = &written.value;
        if id == "lead" && self.names.teams.get(id).is_none() {
            if lead.is_none() {
                self.report(
                    Diagnostic::error("unknown-party", written.span, "`lead` is named here, but the team has no lead")
                        .why("a reader would be sent to nobody")
                        .help("name the team's `lead`, or a person or team here"),
                );
            }
            return lead.map(Party::Person);
        }
        let party = self
            .names
            .people
            .get(id)
            .map(Party::Person)
            .or_else(|| self.names.teams.get(id).map(Party::Team))
            .or_else(|| self.acting_team_named(id).map(Party::Team))
            .or_else(|| self.lead_of(id.strip_suffix("-lead")?).map(Party::Person));
        if party.is_none() && !self.names.people.may_be_lost(id) && !self.names.teams.may_be_lost(id) {
            let known: Vec<&str> = self.names.people.known().chain(self.names.teams.known()).chain(["lead"]).collect();
            let diagnostic =
                Diagnostic::error("unknown-party", written.span, format!("there is no person and no team `{id}`"))
                    .why("a reader would be sent to nobody")
                    .did_you_mean(id, known, "write the id of a person or a team, or `lead`");
            self.report(diagnostic);
        }
        party
    }

    /// Who does a step.
    pub(super) fn actor(&mut self, written: &Str, lead: Option<PersonId>) -> Option<Actor> {
        if written.value == "you" {
            return Some(Actor::You);
        }
        self.party(written, lead).map(Actor::Party)
    }

    fn lead_of(&self, team: &str) -> Option<PersonId> {
        let team = self.names.teams.get(team).or_else(|| self.acting_team_named(team))?;
        self.team_leads.get(&team).copied()
    }

    fn acting_team_named(&self, id: &str) -> Option<TeamId> {
        self.names.departments.get(id).and_then(|department| self.acting_teams.get(&department).copied())
    }

    /// Those who are served.
    pub(super) fn served(&mut self, written: &[Str]) -> Vec<Served> {
        let mut all = Vec::new();
        for name in written {
            let id = &name.value;
            let found = match id.as_str() {
                "everyone" => Some(Served::Everyone),
                "customers" => Some(Served::Customers),
                _ => (self.names.audiences.get(id).map(Served::Audience))
                    .or_else(|| self.names.departments.get(id).map(Served::Department))
                    .or_else(|| self.names.teams.get(id).map(Served::Team)),
            };
            match found {
                Some(served) if all.contains(&served) => self.report(value::named_twice(name)),
                Some(served) => all.push(served),
                None if self.names.audiences.may_be_lost(id)
                    || self.names.departments.may_be_lost(id)
                    || self.names.teams.may_be_lost(id) => {}
                None => {
                    let known: Vec<&str> = ["everyone", "customers"]
                        .into_iter()
                        .chain(self.names.audiences.known())
                        .chain(self.names.departments.known())
                        .chain(self.names.teams.known())
                        .collect();
                    let diagnostic = Diagnostic::error(
                        "unknown-audience",
                        name.span,
                        format!("there is no audience, department or team `{id}`"),
                    )
                    .why("the people meant would not find this entry among theirs")
                    .did_you_mean(
                        id,
                        known,
                        "write `everyone`, `customers`, an audience of catalog.yaml, a department or a team",
                    );
                    self.report(diagnostic);
                }
            }
        }
        all
    }

    /// Where to go instead.
    pub(super) fn destination(&mut self, written: &Str) -> Option<Destination> {
        let id = &written.value;
        if id.contains("://") || id.starts_with("mailto:") || id.starts_with("tel:") {
            return value::url(written, self.diagnostics).map(Destination::Url);
        }
        let names = &self.names;
        let found = (names.services.get(id).map(Destination::Service))
            .or_else(|| names.teams.get(id).map(Destination::Team))
            .or_else(|| names.departments.get(id).map(Destination::Department))
            .or_else(|| names.people.get(id).map(Destination::Person));
        let lost = names.services.may_be_lost(id)
            || names.teams.may_be_lost(id)
            || names.departments.may_be_lost(id)
            || names.people.may_be_lost(id);
        if found.is_none() && !lost {
            let known: Vec<&str> = names
                .services
                .known()
                .chain(names.teams.known())
                .chain(names.departments.known())
                .chain(names.people.known())
                .collect();
            let diagnostic = Diagnostic::error(
                "unknown-destination",
                written.span,
                format!("there is no service, team, department or person `{id}`"),
            )
            .why("whoever is sent there would stand before a closed door")
            .did_you_mean(
                id,
                known,
                "write the id of a service, a team, a department or a person, or a web address with `https://`",
            );
            self.report(diagnostic);
        }
        found
    }

    /// Audiences alone.
    pub(super) fn audiences(&mut self, written: &OneOrMany) -> Vec<AudienceId> {
        let mut all = Vec::new();
        for name in &written.0 {
            if name.value != "everyone" {
                all.extend(self.names.audiences.find(name, self.diagnostics));
            }
        }
        all
    }

    /// Hours: the name of shared ones, or a notation of their own.
    pub(super) fn hours(&mut self, written: &Str) -> Option<Hours> {
        if let Some(shared) = self.shared_hours.get(&written.value) {
            return Some(shared.clone());
        }
        if let Some(known) = self.read_hours.get(&written.value) {
            return Some(known.clone());
        }
        let looks_like_a_name = !written.value.contains([':', ' ', '/', ';'])
            && !written.value.is_empty()
            && written.value.contains(char::is_lowercase);
        if looks_like_a_name && Hours::parse(&written.value).is_err() {
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

fn sorted(names: &[String]) -> Vec<&str> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names
}
