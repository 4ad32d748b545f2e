//! A date by which something is due: the rule in the format's own words, and when it is due next.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::agenda::Item;
use super::published::Published;
use super::value::{Moment, Spelled};
use crate::clock::{self, DueDay, DueTime, Every, IfClosed, Occurrence};
use crate::model::CalendarId;

/// A deadline's rule.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Deadline<'a> {
    /// How often it comes.
    pub every: Every,
    /// On which days, at least one: a day of the month, a weekday `fri`, `first mon`, `last-working-day`,
    /// `working-day 3`, `12-15`, a date.
    pub on: On<'a>,
    /// From when two weeks are counted.
    pub from: Option<NaiveDate>,
    /// A local time of day; none when it is closing time.
    pub at: Option<Spelled<DueTime>>,
    /// What happens on a day on which nothing opens.
    pub if_closed: IfClosed,
    /// When it is due next.
    pub next: Option<Due>,
    /// The same as the clock knows it.
    #[serde(skip)]
    pub rule: &'a clock::Deadline,
}

/// One time at which something is due: a moment, or the date where it has no time of day (RFC 3339).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A moment.
    At(Moment),
    /// A day as a whole.
    On(NaiveDate),
}

impl Due {
    /// The date, in the zone in which it is meant.
    pub fn date(self) -> NaiveDate {
        match self {
            Self::At(moment) => moment.local().date(),
            Self::On(date) => date,
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::On(date) => date.fmt(f),
        }
    }
}

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Due {
    fn schema_name() -> Cow<'static, str> {
        "Due".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A moment, or a date where it has no time of day (RFC 3339).",
            "type": "string",
            "anyOf": [{ "format": "date-time" }, { "format": "date" }]
        })
    }
}

/// On which days something is due, as the format writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct On<'a>(&'a [DueDay]);

impl Serialize for On<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().copied().map(Spelled))
    }
}

impl JsonSchema for On<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "On".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string" }, "minItems": 1 })
    }
}

impl<'a> Published<'a> {
    /// The deadline of an item of a service that opens by a calendar; without one nobody knows when it is due.
    pub(super) fn deadline(&self, item: Item<'a>, calendar: Option<CalendarId>) -> Option<Deadline<'a>> {
        let rule = item.deadline()?;
        let next = calendar.and_then(|id| {
            let next = self.agenda().next(id, rule).or_else(|| rule.next(self.now, self.calendar(id)))?;
            Some(self.due(item, &next, id))
        });
        Some(Deadline {
            every: rule.every(),
            on: On(rule.days()),
            from: rule.from(),
            at: (rule.at() != DueTime::Closing).then_some(Spelled(rule.at())),
            if_closed: rule.if_closed(),
            next,
            rule,
        })
    }

    /// One time at which an item is due.
    pub(super) fn due(&self, item: Item<'_>, occurrence: &Occurrence, calendar: CalendarId) -> Due {
        match item.is_timed(occurrence) {
            true => Due::At(Moment { at: occurrence.at, zone: self.calendar(calendar).zone() }),
            false => Due::On(occurrence.date),
        }
    }
}
