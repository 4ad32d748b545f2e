//! The time axis of a picture: only the hours at which anybody who takes part is at work take up room.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::publish::{Clock, Published};

/// A stretch of time and its place in a picture.
#[derive(Debug)]
pub(crate) struct Axis {
    /// The open times in order, apart from each other.
    runs: Vec<(i64, i64)>,
    total: i64,
    left: u32,
    width: u32,
}

impl Axis {
    /// The times between two instants at which one of some clocks runs, drawn over a width from a left
    /// edge.
    pub(crate) fn new(
        published: &Published<'_>,
        used: &[Clock],
        (from, to): (DateTime<Utc>, DateTime<Utc>),
        (left, width): (u32, u32),
    ) -> Self {
        let (from, to) = (from.timestamp(), to.timestamp());
        let mut open: Vec<(i64, i64)> = Vec::new();
        for clock in used {
            match *clock {
                Clock::Always => open.push((from, to)),
                Clock::Hours(calendar) => {
                    let spans = published.spans(calendar).spans();
                    open.extend(spans.map(|span| (span.start().timestamp(), span.end().timestamp())));
                }
            }
        }
        open.sort_unstable();
        let mut runs: Vec<(i64, i64)> = Vec::new();
        for (start, end) in open {
            let (start, end) = (start.max(from), end.min(to));
            match runs.last_mut() {
                _ if start >= end => {}
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => runs.push((start, end)),
            }
        }
        let total = runs.iter().map(|(start, end)| end - start).sum();
        Self { runs, total, left, width }
    }

    /// Where an instant is, from the left.
    pub(crate) fn place(&self, at: DateTime<Utc>) -> u32 {
        let at = at.timestamp();
        let before: i64 = self.runs.iter().map(|(start, end)| (at.min(*end) - start).max(0)).sum();
        let along = (before * i64::from(self.width) + self.total / 2).checked_div(self.total).unwrap_or(0);
        self.left + u32::try_from(along).unwrap_or(0)
    }

    /// The local dates that begin within, each with the place of its first open time.
    pub(crate) fn dates(&self, zone: Tz) -> Vec<(NaiveDate, u32)> {
        let mut dates: Vec<(NaiveDate, u32)> = Vec::new();
        for (start, end) in &self.runs {
            let (Some(start), Some(end)) = (DateTime::from_timestamp(*start, 0), DateTime::from_timestamp(*end, 0))
            else {
                continue;
            };
            let mut at = start;
            while at < end {
                let date = at.with_timezone(&zone).date_naive();
                if dates.last().is_none_or(|(last, _)| *last < date) {
                    dates.push((date, self.place(at)));
                }
                let Some(next) = midnight_after(date, zone).filter(|next| *next > at) else { break };
                at = next;
            }
        }
        dates
    }
}

/// The beginning of the next local date, in its first hour that exists.
fn midnight_after(date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    let midnight = date.succ_opt()?.and_hms_opt(0, 0, 0)?;
    let local = (0..4).find_map(|hours| (midnight + TimeDelta::hours(hours)).and_local_timezone(zone).earliest())?;
    Some(local.with_timezone(&Utc))
}
