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
    days: Vec<Workday>,
}

/// A working day, from its first opening to its last close.
#[derive(Clone, Copy, Debug)]
struct Workday {
    date: NaiveDate,
    opens: DateTime<Utc>,
    closes: DateTime<Utc>,
}

impl Workdays {
    /// The working days of a catalog's company around two instants; what is asked of them may reach two
    /// years further.
    pub fn new(catalog: &Catalog, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let company = &catalog.company;
        let usual = || Hours::parse(WORKING_HOURS).unwrap_or_else(|_| Hours::always());
        let hours = company.hours.clone().unwrap_or_else(usual);
        let calendar = Calendar::new(hours, company.country, company.special_days.iter().cloned(), company.zone);
        let spans = calendar.spans(from, to.checked_add_signed(TimeDelta::days(732)).unwrap_or(to));
        let mut days: Vec<Workday> = Vec::new();
        for span in spans.spans() {
            match days.last_mut() {
                Some(day) if day.date == span.date() => day.closes = day.closes.max(span.end()),
                _ => days.push(Workday { date: span.date(), opens: span.start(), closes: span.end() }),
            }
        }
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

    /// When a work is over that is begun at an instant. What a whole number of days would end where the next
    /// day opens is over by the close of the day before.
    pub(super) fn worked(&self, begun: DateTime<Utc>, time: Duration) -> Option<DateTime<Utc>> {
        let end = self.spans.add(begun, time)?;
        let whole_days = time.minutes() == 0;
        let next = self.days.binary_search_by_key(&end, |day| day.opens).ok().filter(|_| whole_days);
        let before = next.and_then(|next| self.days.get(next.checked_sub(1)?));
        Some(before.map_or(end, |day| day.closes))
    }

    /// The beginning of the first working day from a date on.
    pub(super) fn start_of(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        self.day_from(date).map(|day| day.opens)
    }

    /// When somebody who has from one date to another begins: with the first working day, or with the first
    /// date where there is none.
    pub(super) fn begin_of(&self, first: NaiveDate, last: NaiveDate) -> DateTime<Utc> {
        let working = self.day_from(first).filter(|day| day.date <= last);
        working.map_or_else(|| self.spans.midnight(first), |day| day.opens)
    }

    /// The last second of a date.
    pub(super) fn end_of(&self, date: NaiveDate) -> DateTime<Utc> {
        let next = date.succ_opt().map(|next| self.spans.midnight(next));
        next.unwrap_or(DateTime::<Utc>::MAX_UTC) - TimeDelta::seconds(1)
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
        self.days.partition_point(|day| day.date <= date)
    }

    fn day_from(&self, date: NaiveDate) -> Option<&Workday> {
        self.days.get(self.days.partition_point(|day| day.date < date))
    }
}
