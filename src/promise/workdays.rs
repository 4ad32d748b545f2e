//! The company's working days, by which journeys are measured: those of its hours, holidays and closed days.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::clock::{Calendar, Duration, Hours, Spans};
use crate::model::Catalog;

/// What counts for a company that names no hours.
const WORKING_HOURS: &str = "Mo-Fr 08:00-16:00; PH off";

/// Seconds between two moments at which a step may be begun.
const QUARTER: i64 = 15 * 60;

/// When the company works: by the first of its shared hours, or else Monday to Friday from eight to four.
#[derive(Clone, Debug)]
pub struct Workdays {
    spans: Spans,
    days: Vec<NaiveDate>,
}

impl Workdays {
    /// The working days of a catalog's company around two instants; what is asked of them may reach two
    /// years further.
    pub fn new(catalog: &Catalog, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let company = &catalog.company;
        let usual = || Hours::parse(WORKING_HOURS).unwrap_or_else(|_| Hours::always());
        let hours = company.hours.clone().unwrap_or_else(usual);
        let calendar = Calendar::new(hours, company.country, company.closed_days.iter().copied(), company.zone);
        let spans = calendar.spans(from, to.checked_add_signed(TimeDelta::days(732)).unwrap_or(to));
        let days = spans.opening_days().collect();
        Self { spans, days }
    }

    /// How many working days after the day of `from` have begun by the end of the day of `to`.
    pub fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> usize {
        self.begun(to).saturating_sub(self.begun(from))
    }

    /// When a working time that is begun at an instant is over.
    pub(super) fn add(&self, begun: DateTime<Utc>, time: Duration) -> Option<DateTime<Utc>> {
        self.spans.add(begun, time)
    }

    /// The first working moment at or after an instant.
    pub(super) fn opening(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.spans.clock_starts(at)
    }

    /// The beginning of the first working day from a date on.
    pub(super) fn start_of(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        self.spans.spans().find(|span| span.date() >= date).map(|span| span.start())
    }

    /// The end of the last working day up to and including a date.
    pub(super) fn end_of(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        self.spans.spans().take_while(|span| span.date() <= date).last().map(|span| span.end())
    }

    /// The working quarter-hours between two instants, both included, in order.
    pub(super) fn quarters(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
        let spans = self.spans.spans().map(|span| (span.start().timestamp(), span.end().timestamp()));
        spans
            .flat_map(|(start, end)| {
                (0..).map(move |quarter| start + quarter * QUARTER).take_while(move |at| *at < end)
            })
            .filter_map(|at| DateTime::from_timestamp(at, 0))
            .skip_while(move |at| *at < from)
            .take_while(move |at| *at <= to)
    }

    fn begun(&self, at: DateTime<Utc>) -> usize {
        let date = at.with_timezone(&self.spans.zone()).date_naive();
        self.days.partition_point(|day| *day <= date)
    }
}
