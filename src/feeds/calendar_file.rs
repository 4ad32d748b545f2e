//! What calendar files hold: each date of the coming and of the past months as an event of its own, since no rule of
//! theirs can say "on the working day before if that is a day off" (RFC 5545, `RRULE`).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::clock::Occurrence;
use crate::publish::{Date, Due, Feed, LocaleId};
use crate::site::edition::Edition;
use crate::site::reader::Reader;
use crate::site::{MOST_EVENTS, file_begins, since};
use crate::site::{Place, Route, Tally, deadline};

/// How long an event is shown that has a time of day.
const SHOWN: TimeDelta = TimeDelta::minutes(15);

/// How many hexadecimal digits of what is due stand in its identifier.
const HASH_DIGITS: usize = 10;

/// Stands in identifiers where the site's own host is not known.
const NO_HOST: &str = "luukku";

/// A calendar file.
#[derive(Debug)]
pub struct CalendarFile {
    /// Its path in the site.
    pub path: String,
    /// Its language's tag.
    pub language: String,
    /// What the calendar is called.
    pub name: String,
    /// The beginning of the month in which it was made: a file that says the same does not change within it.
    pub made: DateTime<Utc>,
    /// Stands behind the `@` of the events' identifiers.
    pub host: String,
    /// What is due, each once however often it is.
    pub series: Vec<Series>,
    /// When it is due, in order.
    pub events: Vec<Event>,
}

/// What the events of one rule have in common.
#[derive(Debug)]
pub struct Series {
    /// The same in every file and at every build, so that calendars know its events again.
    pub id: String,
    /// What is due, and to whom.
    pub summary: String,
    /// Its language's tag; none where its parts are in two.
    pub summary_language: Option<String>,
    /// Why, and by what rule.
    pub description: String,
    /// The service's page, if it is known where the site is published.
    pub address: Option<String>,
}

/// One date.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The place of its series.
    pub series: usize,
    /// The day that the rule names, before days off have moved it: it tells the events of a series apart.
    pub named: NaiveDate,
    /// When.
    pub when: CalendarTime,
    /// When readers are reminded of what they have to bring.
    pub reminder: Option<DateTime<Utc>>,
}

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarTime {
    /// On a day as a whole.
    Day(NaiveDate),
    /// Between two instants.
    Span(DateTime<Utc>, DateTime<Utc>),
}

/// Whose dates there are calendar files for, in every language.
pub fn calendar_files(edition: &Edition<'_>) -> Vec<(LocaleId, Feed)> {
    let feeds: Vec<Feed> = edition.published.calendar_files().collect();
    edition.published.locales().flat_map(|locale| feeds.iter().map(move |feed| (locale, *feed))).collect()
}

/// A calendar file.
pub fn calendar_file(locale: LocaleId, feed: Feed, edition: &Edition<'_>) -> CalendarFile {
    let tally = Tally::default();
    let reader = Reader { edition, route: Route { locale, place: Place::Deadlines(None) }, tally: &tally };
    let dates: Vec<Date<'_>> = edition.published.dates_in_file(feed).collect();
    let made = file_begins(edition.published);
    let due = since(made, &dates).into_iter().take(MOST_EVENTS);
    let due = due.map(|(place, next)| event(place, &dates[place], next, dates[place].is_brought));
    // Nobody is reminded of what had passed before the month began.
    let past = dates.iter().enumerate().flat_map(|(place, date)| {
        let past = date.past.iter().filter(|past| past.at < made);
        past.map(move |past| event(place, date, past, false))
    });
    let mut events: Vec<Event> = due.chain(past).collect();
    let series: Vec<Series> = dates.iter().map(|date| series(date, reader)).collect();
    events.sort_by_cached_key(|event| (start(event), &series[event.series].id, event.named));
    let title = reader.words().text("deadline.title");
    CalendarFile {
        path: feed.path(locale, edition.published),
        language: edition.words(locale).language().tag().to_owned(),
        name: format!("{}: {title}", reader.keeper(feed).name.text),
        made,
        host: edition.published.base_url.and_then(host).unwrap_or(NO_HOST).to_owned(),
        series,
        events,
    }
}

fn start(event: &Event) -> DateTime<Utc> {
    match event.when {
        CalendarTime::Day(date) => date.and_time(chrono::NaiveTime::MIN).and_utc(),
        CalendarTime::Span(start, _) => start,
    }
}

fn event(series: usize, date: &Date<'_>, next: &Occurrence, reminded: bool) -> Event {
    let when = match date.due(next) {
        Due::At(moment) => CalendarTime::Span(moment.at, moment.at + SHOWN),
        Due::On(date) => CalendarTime::Day(date),
    };
    Event { series, named: next.named, when, reminder: reminded.then_some(next.reminder) }
}

fn series(date: &Date<'_>, reader: Reader<'_>) -> Series {
    let published = reader.published();
    let kind = if date.is_brought { "bring" } else { "date" };
    let hash = blake3::hash(identity(date, reader).as_bytes()).to_hex();
    let (what, to) = (date.what.get(reader.locale()), published.service_name(date.service).get(reader.locale()));
    let language = (what.locale == to.locale).then(|| published.language(what.locale).tag().to_owned());
    let (what, to) = (what.text, to.text);
    let mut lines = vec![deadline::rule(date.rule, reader)];
    lines.splice(0..0, date.why.map(|why| why.str(reader.locale()).into_owned()));
    lines.push(format!("{to}, {}", published.name_of(published.doer(date.service)).str(reader.locale())));
    let page = Route { locale: reader.locale(), place: Place::Service(date.service) };
    Series {
        id: format!("{}-{kind}-{}", published.id(date.service), &hash[..HASH_DIGITS]),
        summary: if what == to { what.into_owned() } else { format!("{what} ({to})") },
        summary_language: language,
        description: lines.join("\n"),
        address: page.address(reader.edition),
    }
}

/// What tells a date of a service from the others: what is due, how often and from whom. Not its place among them,
/// which changes when a line is put above it, nor its day or time, which may be moved; but of several that say the
/// same, which one it is.
fn identity(date: &Date<'_>, reader: Reader<'_>) -> String {
    let said = |date: &Date<'_>| {
        let mut said = format!("{} {}", date.what.str(LocaleId::FIRST), date.rule.every());
        let from = date.keepers.iter().filter(|_| date.is_brought);
        said.extend(from.map(|keeper| format!(" {}", keeper.slug(reader.published()))));
        said
    };
    let own = said(date);
    let same = |other: &Date<'_>| other.is_brought == date.is_brought && other.place < date.place && said(other) == own;
    let before = reader.published().dates(Feed::Service(date.service)).filter(same).count();
    if before == 0 { own } else { format!("{own} {before}") }
}

/// The host of an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next().filter(|host| !host.is_empty())
}
