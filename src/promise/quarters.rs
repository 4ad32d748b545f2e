//! The times at which a service may be asked, cut into windows: quarter-hours, and openings between them. The
//! minutes behind each are [`super::moments`]' work.
//!
//! A service may be asked while the clock of its promise runs: while it is open, or at any hour under
//! `clock: always`. Who asks while it is closed is answered like who asks at the next opening, but for those who are
//! in time for an earlier day, see [`super::besides`]. Quarters are counted in UTC, in which the quarters of all
//! zones of today fall together.

use std::iter::once;
use std::ops::Range;

use chrono::{DateTime, Utc};

use super::clocks::{Clock, Clocks};

/// Seconds of a quarter-hour.
pub(super) const QUARTER: i64 = 15 * 60;

/// Quarter-hours of a window: two weeks, so that the tables of a window stay small however many hours there are.
const WINDOW: usize = 2 * 7 * 96;

/// A stretch of quarter-hours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// The first quarter-hour, in seconds since the epoch.
    pub(super) start: i64,
    /// How many there are.
    pub(super) length: usize,
}

impl Window {
    /// The windows between two instants.
    pub(super) fn between(from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Self> {
        let first = from.timestamp().div_euclid(QUARTER) + i64::from(from.timestamp().rem_euclid(QUARTER) > 0);
        let quarters = (to.timestamp().div_euclid(QUARTER) + 1 - first).max(0);
        let quarters = usize::try_from(quarters).unwrap_or_default();
        (0..quarters)
            .step_by(WINDOW)
            .map(|place| Self { start: first * QUARTER + seconds(place), length: WINDOW.min(quarters - place) })
            .collect()
    }

    /// A quarter-hour, in seconds since the epoch.
    pub(super) fn at(&self, place: usize) -> i64 {
        self.start + seconds(place)
    }

    /// Whether a clock stands still for less than a quarter-hour somewhere in the window, or in the two weeks behind
    /// it, in which answers fall: a window may be short.
    pub(super) fn has_short_breaks(&self, clock: Clock, clocks: &Clocks<'_>) -> bool {
        let Clock::Hours(calendar) = clock else { return false };
        let mut open = clocks.spans(calendar).open_between(self.start, self.at(self.length + WINDOW));
        let Some((_, mut before)) = open.next() else { return false };
        open.any(|(start, end)| start - std::mem::replace(&mut before, end) < QUARTER)
    }

    /// The times of the window in which a clock stands still, as the instants at which they begin and end.
    pub(super) fn closed(&self, clock: Clock, clocks: &Clocks<'_>) -> Vec<(i64, i64)> {
        let Clock::Hours(calendar) = clock else { return Vec::new() };
        let end = self.at(self.length);
        let mut closed = Vec::new();
        let mut closes = self.start;
        for (start, end) in clocks.spans(calendar).open_between(self.start, end).chain(once((end, end))) {
            closed.extend((closes < start).then_some((closes, start)));
            closes = end;
        }
        closed
    }

    /// The instants of the window at which a clock begins to run between two quarter-hours, in order.
    pub(super) fn openings(&self, clock: Clock, clocks: &Clocks<'_>) -> Vec<i64> {
        let Clock::Hours(calendar) = clock else { return Vec::new() };
        let openings = clocks.spans(calendar).openings().map(|at| at.timestamp());
        let inside = openings.skip_while(|at| *at < self.start).take_while(|at| *at < self.at(self.length));
        inside.filter(|at| at.rem_euclid(QUARTER) > 0).collect()
    }

    /// The quarter-hours at which a clock runs, as ranges of places. An opening that falls between two
    /// quarter-hours is an empty range.
    pub(super) fn running(&self, clock: Clock, clocks: &Clocks<'_>) -> Vec<Range<usize>> {
        let Clock::Hours(calendar) = clock else { return once(0..self.length).collect() };
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (start, end) in clocks.spans(calendar).open_between(self.start, self.at(self.length)) {
            let range = self.place(start)..self.place(end);
            match ranges.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => ranges.push(range),
            }
        }
        ranges
    }

    /// The first quarter-hour at or after an instant, brought into the window.
    pub(super) fn place(&self, at: i64) -> usize {
        let after = (at - self.start).max(0);
        let place = after / QUARTER + i64::from(after % QUARTER > 0);
        usize::try_from(place).unwrap_or(usize::MAX).min(self.length)
    }
}

fn seconds(quarters: usize) -> i64 {
    i64::try_from(quarters).unwrap_or_default() * QUARTER
}
