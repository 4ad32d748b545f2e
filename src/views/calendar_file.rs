//! What calendar files hold: each date of the coming months as an event of its own, since no rule of
//! theirs can say "on the working day before if that is a day off" (RFC 5545, `RRULE`).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::agenda::{Date, Item};
use super::deadline;
use super::deadlines::name;
use super::edition::Edition;
use super::reader::Reader;
use super::route::{Feed, Place, Route};
use crate::clock::Occurrence;
use crate::model::LocaleId;

/// How long an event is shown that has a time of day.
const SHOWN: TimeDelta = TimeDelta::minutes(15);

/// So many events, the nearest ones, at most stand in one file: calendars give up on larger files, and
/// people on fuller calendars.
const MOST_EVENTS: usize = 1000;

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
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Its events in order.
    pub events: Vec<Event>,
}

/// One date.
#[derive(Debug)]
pub struct Event {
    /// The same in every file and at every build, so that calendars know the event again.
    pub id: String,
    /// When.
    pub when: CalendarTime,
    /// What is due, and to whom.
    pub summary: String,
    /// Why, and by what rule.
    pub description: String,
    /// The service's page, if it is known where the site is published.
    pub address: Option<String>,
}

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarTime {
    /// On a day as a whole.
    Day(NaiveDate),
    /// Between two instants.
    Span(DateTime<Utc>, DateTime<Utc>),
}

impl<'a> Edition<'a> {
    /// Whose dates there are calendar files for, in every language.
    pub fn calendar_files(&self) -> Vec<(LocaleId, Feed)> {
        let feeds: Vec<Feed> = self.outlook().agenda.feeds().collect();
        self.catalog.locales().flat_map(|locale| feeds.iter().map(move |feed| (locale, *feed))).collect()
    }

    /// A calendar file.
    pub fn calendar_file(&'a self, locale: LocaleId, feed: Feed) -> CalendarFile {
        let reader = Reader { edition: self, route: Route { locale, place: Place::Deadlines } };
        let mut due: Vec<(&Occurrence, &Date<'_>)> = Vec::new();
        for date in self.outlook().agenda.dates(feed) {
            due.extend(date.occurrences.iter().map(|next| (next, date)));
        }
        due.sort_by_key(|(next, _)| next.at);
        due.truncate(MOST_EVENTS);
        let mut events: Vec<Event> = due.into_iter().map(|(next, date)| event(next, date, reader)).collect();
        events.sort_by(|one, other| start(one).cmp(&start(other)).then_with(|| one.id.cmp(&other.id)));
        let title = reader.words().text("deadline.title");
        CalendarFile {
            path: feed.path(locale, self.catalog),
            language: self.catalog.company.locales[locale.index()].tag().to_owned(),
            name: format!("{}: {title}", name(feed, reader).name.text),
            made: self.now,
            events,
        }
    }
}

fn start(event: &Event) -> DateTime<Utc> {
    match event.when {
        CalendarTime::Day(date) => date.and_time(chrono::NaiveTime::MIN).and_utc(),
        CalendarTime::Span(start, _) => start,
    }
}

fn event(next: &Occurrence, date: &Date<'_>, reader: Reader<'_>) -> Event {
    let catalog = reader.catalog();
    let service = catalog.service(date.service);
    let to = service.name.str(reader.locale());
    let (kind, what, why) = match date.item {
        Item::Provided(provision) => ("bring", provision.what.str(reader.locale()), provision.why.as_ref()),
        Item::Own(named) => ("date", named.name.as_ref().map_or(to, |name| name.str(reader.locale())), None),
    };
    let host = reader.edition.base_url.and_then(host).unwrap_or(NO_HOST);
    let mut lines = vec![deadline::rule(date.deadline, reader.words())];
    lines.splice(0..0, why.map(|why| why.str(reader.locale()).to_owned()));
    lines.push(format!("{to}, {}", catalog.team(service.team).name.str(reader.locale())));
    let page = Route { locale: reader.locale(), place: Place::Service(date.service) };
    Event {
        id: format!("{}-{kind}-{}-{}@{host}", service.slug, date.place + 1, next.named.format("%Y%m%d")),
        when: if date.is_timed(next) {
            CalendarTime::Span(next.at, next.at + SHOWN)
        } else {
            CalendarTime::Day(next.date)
        },
        summary: if what == to { what.to_owned() } else { format!("{what} ({to})") },
        description: lines.join("\n"),
        address: reader.edition.base_url.map(|base| base.to_owned() + &page.path(catalog)),
    }
}

/// The host of an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next().filter(|host| !host.is_empty())
}
