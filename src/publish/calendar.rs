//! The dates of the coming months that anybody has to keep, worked out once for all pages and calendar files.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::deadline::Due;
use super::demand::Group;
use super::published::Published;
use super::text::Text;
use super::value::Moment;
use crate::clock::{Deadline, DueTime, Occurrence};
use crate::model::{AudienceId, CalendarId, Catalog, DepartmentId, NamedDeadline, Provision, ServiceId, TeamId};

/// How far ahead dates are told.
const AHEAD: TimeDelta = TimeDelta::days(400);

/// Whose dates a calendar holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// What the whole staff has to keep.
    Everyone,
    /// What the company's own customers have to keep.
    Customers,
    /// What an audience has to keep.
    Audience(AudienceId),
    /// The dates of a service.
    Service(ServiceId),
    /// The dates of a department's services, and what it has to keep.
    Department(DepartmentId),
    /// What a team has to keep.
    Team(TeamId),
}

impl From<Group> for Feed {
    fn from(group: Group) -> Self {
        match group {
            Group::Everyone => Self::Everyone,
            Group::Customers => Self::Customers,
            Group::Audience(id) => Self::Audience(id),
            Group::Department(id) => Self::Department(id),
            Group::Team(id) => Self::Team(id),
        }
    }
}

/// Something that is due again and again.
#[derive(Clone, Copy, Debug)]
pub struct Date<'a> {
    /// The service that says so.
    pub service: ServiceId,
    /// Its place among the service's dates of its kind.
    pub place: usize,
    /// True for what others bring to the service, false for what it does itself by a date.
    pub is_brought: bool,
    /// What is due: the service itself when it has no name.
    pub what: Text<'a>,
    /// What happens otherwise.
    pub why: Option<Text<'a>>,
    /// The rule.
    pub rule: &'a Deadline,
    /// The zone in which it is meant.
    pub zone: Tz,
    /// The times at which it falls, in order.
    pub occurrences: &'a [Occurrence],
    /// Who is asked to keep it.
    pub keepers: &'a [Feed],
    item: Item<'a>,
}

impl Date<'_> {
    /// One of its times, as readers are told it.
    pub fn due(&self, occurrence: &Occurrence) -> Due {
        match self.item.is_timed(occurrence) {
            true => Due::At(Moment { at: occurrence.at, zone: self.zone }),
            false => Due::On(occurrence.date),
        }
    }
}

impl<'a> Published<'a> {
    /// Whether anybody has any date to keep.
    pub fn has_dates(&self) -> bool {
        !self.agenda().dates.is_empty()
    }

    /// All calendars.
    pub fn feeds(&self) -> impl Iterator<Item = Feed> {
        self.agenda().feeds.keys().copied()
    }

    /// Whether there is a calendar.
    pub fn has_feed(&self, feed: Feed) -> bool {
        self.agenda().feeds.contains_key(&feed)
    }

    /// The dates of a calendar.
    pub fn dates(&'a self, feed: Feed) -> impl Iterator<Item = Date<'a>> {
        self.agenda().of(feed).map(|dated| self.date(dated))
    }

    /// Those who have dates to keep themselves, without the services that name them.
    pub fn keepers(&self) -> Vec<Feed> {
        let keeps = |feed: &Feed| match feed {
            Feed::Service(_) => false,
            Feed::Department(_) => self.agenda().of(*feed).any(|dated| dated.keepers.contains(feed)),
            _ => true,
        };
        self.feeds().filter(keeps).collect()
    }

    /// The dates that a keeper has to keep: of a department's calendar not those of its services alone.
    pub fn dates_kept_by(&'a self, keeper: Feed) -> impl Iterator<Item = Date<'a>> {
        let all = !matches!(keeper, Feed::Department(_));
        let kept = move |dated: &&'a Dated<'a>| all || dated.keepers.contains(&keeper);
        self.agenda().of(keeper).filter(kept).map(|dated| self.date(dated))
    }

    fn date(&'a self, dated: &'a Dated<'a>) -> Date<'a> {
        let service = self.catalog().service(dated.service);
        let (what, why, is_brought) = match dated.item {
            Item::Provided(provision) => (&provision.what, &provision.why, true),
            Item::Own(named) => (named.name.as_ref().unwrap_or(&service.name), &None, false),
        };
        Date {
            service: dated.service,
            place: dated.place,
            is_brought,
            what: self.text(what),
            why: self.maybe(why),
            rule: dated.rule,
            zone: service.zone,
            occurrences: &dated.occurrences,
            keepers: &dated.keepers,
            item: dated.item,
        }
    }
}

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
struct Dated<'a> {
    service: ServiceId,
    place: usize,
    item: Item<'a>,
    rule: &'a Deadline,
    occurrences: Arc<[Occurrence]>,
    /// Who is asked to keep it, as it is written.
    keepers: Vec<Feed>,
}

/// All dates, and who has to keep them.
#[derive(Debug)]
pub(super) struct Agenda<'a> {
    now: DateTime<Utc>,
    dates: Vec<Dated<'a>>,
    feeds: BTreeMap<Feed, Vec<usize>>,
    /// When deadlines fall; equal ones are worked out once.
    falls: HashMap<(CalendarId, Deadline), Arc<[Occurrence]>>,
}

impl<'a> Agenda<'a> {
    /// The dates of all services that are offered and say when they are open: working days are theirs.
    pub(super) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let mut agenda = Self { now, dates: Vec::new(), feeds: BTreeMap::new(), falls: HashMap::new() };
        let until = now.checked_add_signed(AHEAD).unwrap_or(now);
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            let Some(calendar) = service.calendar else { continue };
            let provided = service.you_provide.iter().map(|item| (Item::Provided(item), &item.from)).enumerate();
            let own = service.deadlines.iter().map(|named| (Item::Own(named), &service.serves)).enumerate();
            for (place, (item, keepers)) in provided.chain(own) {
                let Some(rule) = item.deadline() else { continue };
                let fall = || rule.within(now, until, catalog.calendar(calendar)).collect();
                let occurrences = Arc::clone(agenda.falls.entry((calendar, *rule)).or_insert_with(fall));
                let keepers = keepers.iter().map(|served| Feed::from(Group::of(*served, catalog))).collect();
                agenda.add(catalog, Dated { service: id, place, item, rule, occurrences, keepers });
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
            self.feeds.entry(feed).or_default().push(number);
        }
        self.dates.push(dated);
    }

    /// When a deadline is due next, if that is known already.
    pub(super) fn next(&self, calendar: CalendarId, rule: &Deadline) -> Option<Occurrence> {
        self.falls.get(&(calendar, *rule))?.iter().find(|next| next.at > self.now).copied()
    }

    fn of(&self, feed: Feed) -> impl Iterator<Item = &Dated<'a>> {
        self.feeds.get(&feed).into_iter().flatten().filter_map(|number| self.dates.get(*number))
    }
}
