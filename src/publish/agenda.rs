//! The dates that anybody has to keep, worked out once for all pages and calendar files: those of the coming months,
//! and those that have just passed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::group::{Feed, Group};
use crate::clock::{Deadline, DueTime, Occurrence, month_start};
use crate::model::{CalendarId, Catalog, NamedDeadline, Provision, ServiceId};

/// How far ahead of the month's beginning dates are told: at least 400 days from any day of it.
const AHEAD: TimeDelta = TimeDelta::days(431);

/// For how long before the month's beginning calendar files keep a date that has passed: a subscribed calendar deletes
/// what its file no longer has.
const BEHIND: TimeDelta = TimeDelta::days(60);

/// What is due.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item<'a> {
    /// Something that others bring to a service.
    Provided(&'a Provision),
    /// A date that the service keeps.
    Own(&'a NamedDeadline),
}

impl<'a> Item<'a> {
    /// By when.
    pub(super) fn deadline(self) -> Option<&'a Deadline> {
        match self {
            Self::Provided(provision) => provision.deadline.as_ref(),
            Self::Own(named) => Some(&named.deadline),
        }
    }

    /// Whether it has a time of day. A date that a service keeps and that says none is meant as a whole
    /// day; what others bring is late when the service has closed.
    pub(super) fn is_timed(self, occurrence: &Occurrence) -> bool {
        let whole_day = matches!(self, Self::Own(named) if named.deadline.at() == DueTime::Closing);
        occurrence.timed && !whole_day
    }
}

/// An item with the times at which it falls.
#[derive(Debug)]
pub(super) struct Dated<'a> {
    pub(super) service: ServiceId,
    pub(super) place: usize,
    pub(super) item: Item<'a>,
    pub(super) rule: &'a Deadline,
    /// In order, first those that have passed.
    occurrences: Arc<[Occurrence]>,
    past: usize,
    /// Who is asked to keep it, as it is written.
    pub(super) keepers: Vec<Feed>,
}

impl Dated<'_> {
    /// The times to come.
    pub(super) fn coming(&self) -> &[Occurrence] {
        self.occurrences.get(self.past..).unwrap_or_default()
    }

    /// The times that have passed not long ago.
    pub(super) fn past(&self) -> &[Occurrence] {
        self.occurrences.get(..self.past).unwrap_or_default()
    }
}

/// All dates, and who has to keep them.
#[derive(Debug)]
pub(super) struct Agenda<'a> {
    now: DateTime<Utc>,
    pub(super) dates: Vec<Dated<'a>>,
    pub(super) feeds: BTreeMap<Feed, Vec<usize>>,
    /// The same with those that will not come again.
    pub(super) files: BTreeMap<Feed, Vec<usize>>,
    /// When deadlines fall; equal ones are worked out once.
    falls: HashMap<(CalendarId, &'a Deadline), Arc<[Occurrence]>>,
}

impl<'a> Agenda<'a> {
    /// The dates of all services that are offered and say when they are open: working days are theirs.
    pub(super) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let mut agenda =
            Self { now, dates: Vec::new(), feeds: BTreeMap::new(), files: BTreeMap::new(), falls: HashMap::new() };
        // From the month's beginning, so that files do not change with every day.
        let month = month_start(catalog.company.zone, now);
        let until = month.checked_add_signed(AHEAD).unwrap_or(now);
        let from = month.checked_sub_signed(BEHIND).unwrap_or(now);
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            let Some(calendar) = service.calendar else { continue };
            let provided = service.you_provide.iter().map(|item| (Item::Provided(item), &item.from)).enumerate();
            let own = service.deadlines.iter().map(|named| (Item::Own(named), &service.serves)).enumerate();
            for (place, (item, keepers)) in provided.chain(own) {
                let Some(rule) = item.deadline() else { continue };
                let fall = || rule.within(from, until, catalog.calendar(calendar)).collect();
                let occurrences = Arc::clone(agenda.falls.entry((calendar, rule)).or_insert_with(fall));
                let keepers = keepers.iter().map(|served| Feed::from(Group::of(*served, catalog))).collect();
                let past = occurrences.partition_point(|date| date.at < now);
                agenda.add(catalog, Dated { service: id, place, item, rule, occurrences, past, keepers });
            }
        }
        agenda
    }

    fn add(&mut self, catalog: &Catalog, dated: Dated<'a>) {
        if dated.occurrences.is_empty() {
            return;
        }
        let number = self.dates.len();
        let department = catalog.team(catalog.service(dated.service).team).department;
        let mut feeds = vec![Feed::Service(dated.service), Feed::Department(department)];
        feeds.extend(&dated.keepers);
        if dated.keepers.is_empty() {
            feeds.push(Feed::Everyone);
        }
        feeds.sort_unstable();
        feeds.dedup();
        for feed in feeds {
            self.files.entry(feed).or_default().push(number);
            if !dated.coming().is_empty() {
                self.feeds.entry(feed).or_default().push(number);
            }
        }
        self.dates.push(dated);
    }

    /// When a deadline is due next, if that is known already.
    pub(super) fn next(&self, calendar: CalendarId, rule: &Deadline) -> Option<Occurrence> {
        self.falls.get(&(calendar, rule))?.iter().find(|next| next.at > self.now).copied()
    }

    /// The dates of a calendar that come again.
    pub(super) fn of(&self, feed: Feed) -> impl Iterator<Item = &Dated<'a>> {
        self.feeds.get(&feed).into_iter().flatten().filter_map(|number| self.dates.get(*number))
    }

    /// The dates of a calendar file.
    pub(super) fn in_file(&self, feed: Feed) -> impl Iterator<Item = &Dated<'a>> {
        self.files.get(&feed).into_iter().flatten().filter_map(|number| self.dates.get(*number))
    }
}
