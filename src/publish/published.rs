//! The published value: what may be shown of a catalog at a moment.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::agenda::Agenda;
use super::demand::Demand;
use super::opening_times::Timetables;
use super::outlook::Outlook;
use super::practice::Practice;
use crate::checks::Checked;
use crate::clock::{Calendar, Spans};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::i18n::Locale;
use crate::model::{CalendarId, Catalog, LocaleId, Map, Meaning, Privacy, References};

/// A file of the catalog in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path in the site.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What a publication is told besides the catalog.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// When it is published.
    pub now: DateTime<Utc>,
    /// Where, if that was given for this very build; the catalog's own word when left out.
    pub base_url: Option<&'a str>,
    /// Files that are shown or offered, by their path in the catalog.
    pub files: BTreeMap<String, SiteFile>,
    /// The lines of entries that share a file with others.
    pub lines: HashMap<Span, usize>,
}

/// What may be shown of a catalog at a moment, and all that is worked out from it once.
///
/// It borrows the texts. Entries are made when somebody asks for them, and hold nothing but borrowed texts and lists
/// that are made likewise; what takes work (chains, the times of journeys) is done when it is first needed and kept.
#[derive(Debug)]
pub struct Published<'a> {
    /// When it is published.
    pub now: DateTime<Utc>,
    /// Where it will be published, ending in a slash.
    pub base_url: Option<&'a str>,
    /// True when the address was given for this very build, so that even pages that are served under any address
    /// (404) may rely on it.
    pub deployed: bool,
    /// What the checks have found.
    pub findings: &'a Diagnostics,
    catalog: &'a Catalog,
    files: BTreeMap<String, SiteFile>,
    pub(super) lines: HashMap<Span, usize>,
    references: References<'a>,
    outlook: Outlook<'a>,
    timetables: Timetables<'a>,
    agenda: Agenda<'a>,
    demand: Demand,
    pub(super) practice: Practice,
}

/// Decides what may be shown of a checked catalog, given what the checks have found.
pub fn publish<'a>(checked: &'a Checked, findings: &'a Diagnostics, options: Options<'a>) -> Published<'a> {
    let catalog = checked.catalog();
    Published {
        now: options.now,
        base_url: options.base_url.or(catalog.company.base_url.as_deref()),
        deployed: options.base_url.is_some(),
        findings,
        catalog,
        files: options.files,
        lines: options.lines,
        references: References::new(catalog),
        outlook: Outlook::new(catalog, options.now),
        timetables: Timetables::new(catalog, options.now),
        agenda: Agenda::new(catalog, options.now),
        demand: Demand::new(catalog),
        practice: Practice::of(catalog),
    }
}

/// The pictures that will be shown and the files that will be offered, as paths in the catalog, each once.
pub fn files(checked: &Checked) -> std::collections::BTreeSet<&str> {
    let catalog = checked.catalog();
    let mut shown = checked.files();
    shown.extend(catalog.places().filter_map(|(_, place)| match place.map.as_ref()? {
        Map::Picture(path) => Some(&**path),
        Map::Url(_) => None,
    }));
    if catalog.company.privacy == Privacy::Full {
        shown.extend(catalog.people().filter_map(|(_, person)| person.photo.as_deref()));
    }
    shown
}

impl<'a> Published<'a> {
    /// The company's zone, in which most readers are.
    pub fn zone(&self) -> Tz {
        self.catalog.company.zone
    }

    /// The date on which it is published, in the company's zone.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.catalog.company.zone).date_naive()
    }

    /// The languages; the first is the default.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = LocaleId> + use<> {
        (0..self.catalog.company.locales.len()).map(LocaleId::from)
    }

    /// A language.
    pub fn language(&self, locale: LocaleId) -> &'a Locale {
        &self.catalog.company.locales[locale.index()].value
    }

    /// The distinct calendars that hours, holidays and time zones come to.
    pub fn calendars(&self) -> impl ExactSizeIterator<Item = (CalendarId, &'a Calendar)> + use<'a> {
        self.catalog.calendars()
    }

    /// A calendar.
    pub fn calendar(&self, id: CalendarId) -> &'a Calendar {
        self.catalog.calendar(id)
    }

    /// The open spans of a calendar over the coming year.
    pub fn spans(&self, id: CalendarId) -> &Spans {
        self.outlook.clocks.spans(id)
    }

    /// Where a picture is in the site that is named in a file's text.
    pub fn picture(&self, written: &str, file: FileId) -> Option<&str> {
        self.picture_at(self.catalog.pictures.find(written, file)?)
    }

    /// A file of the catalog that a link in a file's text leads to.
    pub fn document(&self, written: &str, file: FileId) -> Option<&SiteFile> {
        match self.references.meaning(written) {
            Meaning::Unknown { .. } => self.files.get(self.catalog.pictures.document(written, file)?),
            Meaning::Entry(..) | Meaning::Other => None,
        }
    }

    /// Where a picture of the catalog is in the site.
    pub(super) fn picture_at(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.path.as_str())
    }

    /// How much of a person is shown.
    pub(super) fn privacy(&self) -> Privacy {
        self.catalog.company.privacy
    }

    /// The catalog behind it: nothing of it leaves this room as it is.
    pub(super) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    pub(super) fn references(&self) -> &References<'a> {
        &self.references
    }

    pub(super) fn outlook(&self) -> &Outlook<'a> {
        &self.outlook
    }

    pub(super) fn timetables(&self) -> &Timetables<'a> {
        &self.timetables
    }

    pub(super) fn agenda(&self) -> &Agenda<'a> {
        &self.agenda
    }

    pub(super) fn demand(&self) -> &Demand {
        &self.demand
    }
}
