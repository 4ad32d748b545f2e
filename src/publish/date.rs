//! The calendars: what is due, when, and who keeps it.

use chrono_tz::Tz;

use super::agenda::{Dated, Item};
use super::deadline::Due;
use super::group::Feed;
use super::published::Published;
use super::text::Text;
use super::value::Moment;
use crate::clock::{Deadline, Occurrence};
use crate::model::ServiceId;

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
    /// The times to come at which it falls, in order.
    pub occurrences: &'a [Occurrence],
    /// Those since 60 days before the month began, in order.
    pub past: &'a [Occurrence],
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
        !self.agenda().feeds.is_empty()
    }

    /// All calendars with dates to come.
    pub fn feeds(&self) -> impl Iterator<Item = Feed> {
        self.agenda().feeds.keys().copied()
    }

    /// All calendars, those among them whose dates have passed.
    pub fn calendar_files(&self) -> impl Iterator<Item = Feed> {
        self.agenda().files.keys().copied()
    }

    /// The dates of a calendar file, those among them that have passed and will not come again.
    pub fn dates_in_file(&'a self, feed: Feed) -> impl Iterator<Item = Date<'a>> {
        self.agenda().in_file(feed).map(|dated| self.date(dated))
    }

    /// Whether there is a calendar with dates to come.
    pub fn has_feed(&self, feed: Feed) -> bool {
        self.agenda().feeds.contains_key(&feed)
    }

    /// The dates of a calendar that come again.
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
            occurrences: dated.coming(),
            past: dated.past(),
            keepers: &dated.keepers,
            item: dated.item,
        }
    }
}
