//! The dates of the coming months that anybody has to keep, worked out once for all pages and calendar
//! files.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::feed::Feed;
use crate::clock::{Deadline, DueTime, Every, Occurrence};
use crate::model::{CalendarId, Catalog, DepartmentId, NamedDeadline, Provision, Served, ServiceId};

/// How far ahead dates are told.
const AHEAD: TimeDelta = TimeDelta::days(400);

/// So many events, the nearest ones, at most stand in one calendar file: calendars give up on larger files,
/// and people on fuller calendars.
pub(crate) const MOST_EVENTS: usize = 1000;

/// With more dates than this, each of those who keep them has a page for them.
const DATES_ON_A_PAGE: usize = 500;

/// What is due.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item<'a> {
    /// Something that others bring to a service.
    Provided(&'a Provision),
    /// A date that the service keeps.
    Own(&'a NamedDeadline),
}

impl<'a> Item<'a> {
    /// By when.
    pub(crate) fn deadline(self) -> Option<&'a Deadline> {
        match self {
            Self::Provided(provision) => provision.deadline.as_ref(),
            Self::Own(named) => Some(&named.deadline),
        }
    }

    /// Whether it has a time of day. A date that a service keeps and that says none is meant as a whole
    /// day; what others bring is late when the service has closed.
    pub(crate) fn is_timed(self, occurrence: &Occurrence) -> bool {
        let whole_day = matches!(self, Self::Own(named) if named.deadline.at() == DueTime::Closing);
        occurrence.timed && !whole_day
    }
}

/// Something that is due again and again.
#[derive(Clone, Debug)]
pub(crate) struct Date<'a> {
    /// The service that says so.
    pub(crate) service: ServiceId,
    /// Its place among the service's dates of its kind.
    pub(crate) place: usize,
    /// What is due.
    pub(crate) item: Item<'a>,
    /// The rule.
    pub(crate) deadline: &'a Deadline,
    /// The times at which it falls, in order.
    pub(crate) occurrences: Arc<[Occurrence]>,
}

impl Date<'_> {
    /// The zone in which it is meant.
    pub(crate) fn zone(&self, catalog: &Catalog) -> Tz {
        catalog.service(self.service).zone
    }

    /// Whether it has a time of day.
    pub(crate) fn is_timed(&self, occurrence: &Occurrence) -> bool {
        self.item.is_timed(occurrence)
    }
}

/// All dates, and who has to keep them.
#[derive(Debug)]
pub(crate) struct Agenda<'a> {
    dates: Vec<Date<'a>>,
    feeds: BTreeMap<Feed, Vec<usize>>,
}

impl<'a> Agenda<'a> {
    /// The dates of all services that are offered and say when they are open: working days are theirs.
    pub(crate) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let mut falls = Falls { catalog, now, known: HashMap::new() };
        let mut agenda = Self { dates: Vec::new(), feeds: BTreeMap::new() };
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            let Some(calendar) = service.calendar else { continue };
            for (place, provision) in service.you_provide.iter().enumerate() {
                let Some(deadline) = &provision.deadline else { continue };
                let occurrences = falls.of(calendar, deadline);
                let date = Date { service: id, place, item: Item::Provided(provision), deadline, occurrences };
                agenda.add(catalog, date, &provision.from);
            }
            for (place, named) in service.deadlines.iter().enumerate() {
                let occurrences = falls.of(calendar, &named.deadline);
                let item = Item::Own(named);
                agenda.add(
                    catalog,
                    Date { service: id, place, item, deadline: &named.deadline, occurrences },
                    &service.serves,
                );
            }
        }
        agenda
    }

    fn add(&mut self, catalog: &Catalog, date: Date<'a>, keepers: &[Served]) {
        if date.occurrences.is_empty() {
            return;
        }
        let number = self.dates.len();
        let department = catalog.team(catalog.service(date.service).team).department;
        let mut feeds = vec![Feed::Service(date.service), Feed::Department(department)];
        feeds.extend(keepers.iter().map(|served| keeper(catalog, *served)));
        if keepers.is_empty() {
            feeds.push(Feed::Everyone);
        }
        feeds.sort_unstable();
        feeds.dedup();
        for feed in feeds {
            self.feeds.entry(feed).or_default().push(number);
        }
        self.dates.push(date);
    }

    /// True when nobody has any date to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// Whether there is a calendar file.
    pub(crate) fn has(&self, feed: Feed) -> bool {
        self.feeds.contains_key(&feed)
    }

    /// All calendar files.
    pub(crate) fn feeds(&self) -> impl Iterator<Item = Feed> {
        self.feeds.keys().copied()
    }

    /// The dates of a calendar file.
    pub(crate) fn dates(&self, feed: Feed) -> impl Iterator<Item = &Date<'a>> {
        self.feeds.get(&feed).into_iter().flatten().filter_map(|number| self.dates.get(*number))
    }

    /// Those who have a page for their dates; nobody where all dates are on one.
    pub(crate) fn parts(&self, catalog: &Catalog) -> Vec<Feed> {
        let keepers = self.keepers(catalog);
        // What comes each week is told once.
        let rows = |date: &Date<'_>| if date.deadline.every() == Every::Week { 1 } else { date.occurrences.len() };
        let all: usize = keepers.iter().flat_map(|feed| self.dates(*feed)).map(rows).sum();
        if all > DATES_ON_A_PAGE && keepers.len() > 1 { keepers } else { Vec::new() }
    }

    /// Those who have dates to keep themselves, without the services that name them.
    pub(crate) fn keepers(&self, catalog: &Catalog) -> Vec<Feed> {
        let keeps = |feed: &Feed| match feed {
            Feed::Service(_) => false,
            Feed::Department(id) => self.dates(*feed).any(|date| keeps(catalog, date, *id)),
            _ => true,
        };
        self.feeds().filter(keeps).collect()
    }
}

/// Whether a department is asked to keep a date.
pub(crate) fn keeps(catalog: &Catalog, date: &Date<'_>, department: DepartmentId) -> bool {
    let keepers = match date.item {
        Item::Provided(provision) => &provision.from,
        Item::Own(_) => &catalog.service(date.service).serves,
    };
    keepers.iter().any(|served| keeper(catalog, *served) == Feed::Department(department))
}

/// Whose calendar file shows what somebody has to keep; a team that acts for its department is that one.
pub(crate) fn keeper(catalog: &Catalog, served: Served) -> Feed {
    match served {
        Served::Everyone => Feed::Everyone,
        Served::Customers => Feed::Customers,
        Served::Audience(id) => Feed::Audience(id),
        Served::Department(id) => Feed::Department(id),
        Served::Team(id) if catalog.team(id).acting => Feed::Department(catalog.team(id).department),
        Served::Team(id) => Feed::Team(id),
    }
}

/// When deadlines fall; equal ones are worked out once.
struct Falls<'a> {
    catalog: &'a Catalog,
    now: DateTime<Utc>,
    known: HashMap<(CalendarId, Deadline), Arc<[Occurrence]>>,
}

impl Falls<'_> {
    fn of(&mut self, calendar: CalendarId, deadline: &Deadline) -> Arc<[Occurrence]> {
        let (catalog, now) = (self.catalog, self.now);
        let until = now.checked_add_signed(AHEAD).unwrap_or(now);
        let fall = || deadline.within(now, until, catalog.calendar(calendar)).collect();
        Arc::clone(self.known.entry((calendar, *deadline)).or_insert_with(fall))
    }
}
