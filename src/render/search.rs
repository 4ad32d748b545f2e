//! The index of the search, for browsers: scripts that hand over data, since a page that was opened from a folder
//! may not fetch. One small file is asked for first and names the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde::Serialize;

use super::assets::hashed;
use super::sink::Sink;
use crate::pages::{CardView, Line};
use crate::publish::{Department, EntryId, LocaleId};
use crate::search::{Findable, Index};
use crate::site::reader::Reader;
use crate::site::{Edition, Place, Route, Tally};

/// At most so much of an index is in one file, in bytes.
const PART: usize = 200_000;

/// So many entries are shown from one file.
const SHELF: usize = 64;

/// Nobody reads a longer list of front desks: then the way to all of them ends it.
const MOST_DESKS: usize = 24;

/// The interface's words that the script needs, by its names for them.
const TEXT: &[(&str, &str)] = &[
    ("results", "search.results"),
    ("ways", "search.ways"),
    ("best", "search.best"),
    ("guess", "search.guess"),
    ("nothing", "search.nothing"),
    ("report", "search.report"),
    ("all", "search.all"),
    ("close", "search.close"),
    ("count", "search.count"),
    ("open", "search.open"),
    ("line", "hours.emergency_open"),
    ("more", "search.more"),
    ("department", "search.department"),
    ("everyDepartment", "search.every_department"),
    ("language", "search.language"),
    ("everyLanguage", "search.every_language"),
    ("audience", "search.audience"),
    ("everyone", "service.everyone"),
    ("retired", "search.retired"),
];

/// The clock's words, as its own template names them.
const CLOCK: &[(&str, &str)] = &[
    ("open", "hours.open"),
    ("openUntil", "hours.open_until"),
    ("openCloses", "hours.open_closes"),
    ("opensToday", "hours.opens_today"),
    ("opensTomorrow", "hours.opens_tomorrow"),
    ("opensOn", "hours.opens_on"),
    ("openPauses", "hours.open_pauses"),
    ("pausedUntil", "hours.paused_until"),
    ("span", "hours.span"),
    ("here", "hours.here"),
    ("hereToday", "hours.here_today"),
    ("hereOn", "hours.here_on"),
    ("todayAt", "clock.today_at"),
    ("tomorrowAt", "clock.tomorrow_at"),
    ("dayAt", "clock.day_at"),
];

/// The words for kinds, in the order of the index's kinds: one of them, and several.
const KINDS: &[(&str, &str)] = &[
    ("search.service", "search.services"),
    ("search.article", "search.articles"),
    ("search.journey", "search.journeys"),
    ("search.team", "search.teams"),
    ("search.unit", "search.units"),
    ("search.person", "search.people"),
    ("search.place", "search.places"),
];

/// What is asked for first.
#[derive(Serialize)]
struct Manifest {
    /// The beginning of the index, as JSON text.
    first: String,
    /// The files that hold the rest of it.
    parts: Vec<String>,
    /// What is asked for later, in this order: what the script does with it, and its files.
    later: Vec<(&'static str, Vec<String>)>,
    /// How many entries stand on a shelf, and the shelves.
    shelf: usize,
    shelves: Vec<String>,
    text: Text,
    clock: BTreeMap<&'static str, String>,
    audiences: Vec<AudienceName>,
    /// Front desks: their names and their pages.
    desks: Vec<(String, String)>,
    /// Where to tell what was not found.
    report: Option<String>,
}

#[derive(Serialize)]
struct Text {
    #[serde(flatten)]
    words: BTreeMap<&'static str, String>,
    kind: Vec<String>,
    kinds: Vec<String>,
}

/// When somebody is there: always, or by the calendar of this number in this file.
#[derive(Serialize)]
#[serde(untagged)]
enum Opening {
    Always(bool),
    Hours(usize, String),
}

#[derive(Serialize)]
struct AudienceName {
    id: String,
    name: String,
}

/// Writes the index of each language, and gives the path of the file that is asked for first, by language. Nobody
/// needs an index that is written: the pages come later, and have the memory.
pub(super) fn write(
    (edition, findable): (&Edition<'_>, Findable),
    calendars: &[String],
    sink: &dyn Sink,
) -> Result<Vec<String>> {
    let (entries, indexes) = findable.into_parts();
    let locales: Vec<(LocaleId, Index)> = edition.published.locales().zip(indexes).collect();
    let claimed = Mutex::default();
    let writer = |locale| Writer { edition, entries: &entries, locale, calendars, sink, claimed: &claimed };
    locales.into_par_iter().map(|(locale, index)| writer(locale).write(index)).collect()
}

struct Writer<'a> {
    edition: &'a Edition<'a>,
    entries: &'a [EntryId],
    locale: LocaleId,
    calendars: &'a [String],
    sink: &'a dyn Sink,
    /// The files that are written: languages may have the same.
    claimed: &'a Mutex<BTreeSet<String>>,
}

impl Writer<'_> {
    fn write(&self, index: Index) -> Result<String> {
        let written = json(&index.written())?;
        let (first, rest) = written.split_at(written.floor_char_boundary(PART));
        let mut texts = vec![("addWords", json(&index.written_words(true))?)];
        if let Some(others) = index.written_others() {
            texts.push(("addOthers", json(&others)?));
        }
        texts.push(("addWords", json(&index.written_words(false))?));
        drop(index);
        let later = (1..).zip(&texts).map(|(part, (add, text))| Ok((*add, self.pieces(part, text)?)));
        let manifest = Manifest {
            first: first.to_owned(),
            parts: self.pieces(0, rest)?,
            later: later.collect::<Result<_>>()?,
            shelf: SHELF,
            shelves: self.shelves(self.entries)?,
            text: self.text(),
            clock: self.clock(),
            audiences: self.audiences(),
            desks: self.desks(),
            report: self.edition.published.company().feedback.map(str::to_owned),
        };
        self.script("search", &format!("(self.luukku??={{}}).searchIndex={}", json(&manifest)?))
    }

    /// A text in files of at most so many bytes each, never through a character. The script knows them by the part
    /// that they are of and their place in it.
    fn pieces(&self, part: usize, mut text: &str) -> Result<Vec<String>> {
        let mut files = Vec::new();
        while !text.is_empty() {
            let (piece, rest) = text.split_at(text.floor_char_boundary(PART));
            let key = format!("{part}.{}", files.len());
            let code = format!("((self.luukku??={{}}).searchParts??={{}})[\"{key}\"]={}", json(&piece)?);
            files.push(self.script("index", &code)?);
            text = rest;
        }
        Ok(files)
    }

    fn script(&self, name: &str, code: &str) -> Result<String> {
        let code = format!("{code};\n");
        let path = hashed(&format!("{name}.js"), code.as_bytes());
        let is_new = self.claimed.lock().map_or(true, |mut claimed| claimed.insert(path.clone()));
        if is_new {
            self.sink.write(&path, code.as_bytes())?;
        }
        Ok(path)
    }

    /// The cards, as many as are shown together in one file.
    fn shelves(&self, entries: &[EntryId]) -> Result<Vec<String>> {
        let shelves: Vec<(usize, &[EntryId])> = entries.chunks(SHELF).enumerate().collect();
        shelves
            .into_par_iter()
            .map(|(number, entries)| {
                let cards: Vec<_> = entries.iter().map(|entry| self.card(*entry)).collect();
                self.script("cards", &format!("((self.luukku??={{}}).searchCards??=[])[{number}]={}", json(&cards)?))
            })
            .collect()
    }

    /// A card as a list, since names would stand in it as often as there are entries.
    fn card(&self, entry: EntryId) -> impl Serialize + use<> {
        let tally = Tally::default();
        let reader = Reader { edition: self.edition, route: self.route(entry.into()), tally: &tally };
        let card = CardView::new(entry, reader);
        let opening = |number: usize| Some(Opening::Hours(number, self.calendars.get(number)?.clone()));
        let calendar = card.calendar.and_then(opening);
        let line = card.line.and_then(|line| match line {
            Line::Always => Some(Opening::Always(true)),
            Line::Hours(number) => opening(number),
        });
        let page = self.edition.published.path(entry, self.locale);
        (card.name, page, card.within, card.channel, calendar, card.promise, card.department, card.languages, line)
    }

    fn route(&self, place: Place) -> Route {
        Route { locale: self.locale, place }
    }

    fn word(&self, key: &str) -> String {
        self.edition.words(self.locale).text(key).into_owned()
    }

    fn text(&self) -> Text {
        Text {
            words: TEXT.iter().map(|(name, key)| (*name, self.word(key))).collect(),
            kind: KINDS.iter().map(|(one, _)| self.word(one)).collect(),
            kinds: KINDS.iter().map(|(_, many)| self.word(many)).collect(),
        }
    }

    fn clock(&self) -> BTreeMap<&'static str, String> {
        let mut clock: BTreeMap<_, _> = CLOCK.iter().map(|(name, key)| (*name, self.word(key))).collect();
        clock.insert("locale", self.edition.words(self.locale).formats().to_owned());
        clock
    }

    fn audiences(&self) -> Vec<AudienceName> {
        let audiences = self.edition.published.audiences().iter();
        let named = audiences.map(|audience| AudienceName {
            id: audience.id.unwrap_or_default().to_owned(),
            name: audience.name.str(self.locale).into_owned(),
        });
        named.collect()
    }

    fn desks(&self) -> Vec<(String, String)> {
        let published = self.edition.published;
        let desk = |department: Department<'_>| {
            (
                department.name.str(self.locale).into_owned(),
                published.path(EntryId::Department(department.key), self.locale),
            )
        };
        let mut desks: Vec<_> = published.departments().map(desk).collect();
        let words = self.edition.words(self.locale);
        desks.sort_by_cached_key(|(name, _)| words.sort_key(name));
        if desks.len() > MOST_DESKS {
            desks.truncate(MOST_DESKS);
            let all = self.route(Place::Home).path(published);
            desks.push((self.word("search.every_department"), format!("{all}#departments")));
        }
        desks
    }
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).context("the index of the search could not be written")
}

/// What a browser reads to offer the search among its own (OpenSearch), a file for each language. None where it is
/// not known where the site will be published.
pub(super) fn descriptions(edition: &Edition<'_>, sink: &dyn Sink) -> Result<()> {
    let Some(base) = edition.published.base_url else { return Ok(()) };
    for locale in edition.published.locales() {
        let page = Route { locale, place: Place::Search }.path(edition.published);
        let folder = page.strip_suffix("search.html").unwrap_or_default();
        let name = edition.published.company().name.str(locale);
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
             <ShortName>{}</ShortName>\n<Description>{}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
             <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n</OpenSearchDescription>\n",
            xml_text(&name.chars().take(16).collect::<String>()),
            xml_text(&name),
            xml_text(&format!("{base}{page}")),
        );
        sink.write(&format!("{folder}opensearch.xml"), xml.as_bytes())?;
    }
    Ok(())
}

fn xml_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
