//! Due times of a window's quarter-hours, worked out once for all services that ask for the same.
//!
//! Ten thousand services share a few dozen calendars and a few durations. A [`Route`] is a promise, asked
//! at the quarter-hour itself or when another route has answered; its row holds the due instant for each
//! quarter-hour. A [`Limit`] is a promise seen from the other side: the last instant at which the
//! dependencies may answer so that the team's own work still ends in time. Whether a chain holds is then
//! one comparison of two numbers per dependency and quarter-hour.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::chain::Promise;
use super::clocks::{Clock, Clocks};
use super::quarters::Window;
use crate::clock::Duration;

/// Seconds since the second before the window, so that the window's first instant is 1 and nothing is
/// due at [`TOO_LATE`]; larger than any when it never comes.
pub(super) type Due = u32;

/// Before the window: not even an answer at the very beginning would be in time.
const TOO_LATE: Due = 0;

/// It never comes, as far as can be seen.
pub(super) const NEVER: Due = Due::MAX;

/// A due time, and how many seconds a clock has run by then.
pub(super) type Step = (Due, i64);

/// More minutes than a duration may have are not needed: the limit is then too early, and what is late by
/// it is looked at again.
const MOST_LEFT: i64 = 366 * 24 * 60;

/// A promise that is asked at the quarter-hour, or when another has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Route {
    pub(super) promise: Promise,
    pub(super) after: Option<usize>,
}

/// A promise less the work that follows the dependencies' answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Limit {
    /// The route of the promise itself.
    pub(super) promised: usize,
    /// When the service may be asked.
    pub(super) asking: Clock,
    /// The work, in minutes alone.
    pub(super) work: Option<Promise>,
}

/// Distinct things by number.
#[derive(Debug)]
pub(super) struct Numbered<T> {
    all: Vec<T>,
    places: HashMap<T, usize>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Copy + Eq + Hash> Numbered<T> {
    /// The number of a thing; equal ones share it.
    pub(super) fn number(&mut self, thing: T) -> usize {
        let all = &mut self.all;
        *self.places.entry(thing).or_insert_with(|| {
            all.push(thing);
            all.len() - 1
        })
    }

    /// The thing with a number.
    pub(super) fn get(&self, number: usize) -> Option<T> {
        self.all.get(number).copied()
    }
}

/// When a service with a certain clock may be asked within a window.
#[derive(Debug)]
pub(super) struct Asking {
    /// The quarter-hours, as ranges of places.
    pub(super) quarters: Vec<Range<usize>>,
    /// The openings between them, in seconds since the epoch.
    pub(super) openings: Vec<i64>,
    /// By route, once a plan wants it: the due times at these openings, for which there is no place in the rows.
    opened: Vec<OnceLock<Vec<Due>>>,
}

/// The rows of one window.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    pub(super) window: Window,
    pub(super) clocks: &'a Clocks<'a>,
    /// Whether any of the clocks stands still for less than a quarter-hour.
    pub(super) has_short_breaks: bool,
    listed: &'a Numbered<Route>,
    open: HashMap<Clock, Asking>,
    routes: Vec<Vec<Due>>,
    limits: Vec<Vec<Due>>,
    /// By route, once a plan wants it.
    runs: Vec<OnceLock<Vec<Step>>>,
}

impl<'a> Tables<'a> {
    /// Works out all rows of a window. Each route stands below the one that it waits for.
    pub(super) fn new(
        window: Window,
        clocks: &'a Clocks<'a>,
        listed: &'a Numbered<Route>,
        limits: &Numbered<Limit>,
        askings: &[Clock],
    ) -> Self {
        let asking = |clock: &Clock| Asking {
            quarters: window.running(*clock, clocks),
            openings: window.openings(*clock, clocks),
            opened: listed.all.iter().map(|_| OnceLock::new()).collect(),
        };
        let open = askings.par_iter().map(|clock| (*clock, asking(clock))).collect();
        let works = limits.all.iter().filter_map(|limit| limit.work).map(|work| work.clock);
        let mut running: Vec<Clock> = listed.all.iter().map(|route| route.promise.clock).chain(works).collect();
        running.sort_unstable();
        running.dedup();
        let has_short_breaks = running.iter().any(|clock| window.has_short_breaks(*clock, clocks));
        let runs = listed.all.iter().map(|_| OnceLock::new()).collect();
        let (routes, limit_rows) = (Vec::new(), Vec::new());
        let mut tables = Self { window, clocks, has_short_breaks, listed, open, routes, limits: limit_rows, runs };
        let row = |route: &Route| if route.after.is_none() { tables.row(route.promise) } else { Vec::new() };
        tables.routes = listed.all.par_iter().map(row).collect();
        for (place, route) in listed.all.iter().enumerate() {
            if let Some(after) = route.after {
                tables.routes[place] = tables.row_after(tables.route(after), route.promise);
            }
        }
        tables.limits = limits.all.par_iter().map(|limit| tables.limit_row(limit)).collect();
        tables
    }

    /// When a service with this clock may be asked.
    pub(super) fn asking(&self, clock: Clock) -> Option<&Asking> {
        self.open.get(&clock)
    }

    /// The due times of a route.
    pub(super) fn route(&self, route: usize) -> &[Due] {
        self.routes.get(route).map_or(&[], Vec::as_slice)
    }

    /// The due times of a route at the openings of an asking.
    pub(super) fn opened<'t>(&self, asking: &'t Asking, route: usize) -> &'t [Due] {
        let due = |at: &i64| self.due_at(route, self.due(Some(*at)));
        let all = || asking.openings.iter().map(due).collect();
        asking.opened.get(route).map_or(&[], |row| row.get_or_init(all))
    }

    /// When a route is due that is asked at an entry, which need not be a quarter-hour.
    pub(super) fn due_at(&self, route: usize, asked: Due) -> Due {
        let Some(last) = self.listed.get(route) else { return NEVER };
        let mut way: Vec<Promise> = Vec::new();
        let mut next = last.after;
        while let Some(route) = next.and_then(|route| self.listed.get(route)) {
            way.push(route.promise);
            next = route.after;
        }
        let asked = way.into_iter().rev().fold(asked, |asked, promise| self.add(promise, asked));
        self.add(last.promise, asked)
    }

    /// The times by which the dependencies must have answered, at the quarter-hours of its asking.
    pub(super) fn limit(&self, limit: usize) -> &[Due] {
        self.limits.get(limit).map_or(&[], Vec::as_slice)
    }

    /// An instant as it stands in a row.
    pub(super) fn due(&self, at: Option<i64>) -> Due {
        at.and_then(|at| Due::try_from(at - self.window.start + 1).ok()).unwrap_or(NEVER)
    }

    /// A row's entry as an instant.
    pub(super) fn instant(&self, due: Due) -> Option<i64> {
        (due != NEVER).then(|| self.window.start + i64::from(due) - 1)
    }

    /// The due times of a route, each with the seconds that its own clock has run by then.
    pub(super) fn run(&self, route: usize) -> &[Step] {
        let run = || {
            let clock = self.listed.get(route).map_or(Clock::Always, |route| route.promise.clock);
            self.steps(self.route(route), clock)
        };
        self.runs.get(route).map_or(&[], |steps| steps.get_or_init(run))
    }

    /// Due times, each with the seconds that a clock has run by then. Neighbours share it.
    pub(super) fn steps(&self, row: &[Due], clock: Clock) -> Vec<Step> {
        let mut last = (NEVER, 0);
        let step = |due: &Due| {
            if *due != last.0 {
                last = (*due, self.run_before(clock, *due));
            }
            last
        };
        row.iter().map(step).collect()
    }

    /// When a promise asked for at an entry is kept.
    pub(super) fn add(&self, promise: Promise, asked: Due) -> Due {
        self.due(self.instant(asked).and_then(|asked| self.clocks.add_seconds(promise.clock, asked, promise.time)))
    }

    /// Whether a clock runs at an instant.
    pub(super) fn runs(&self, clock: Clock, at: i64) -> bool {
        let at = chrono::DateTime::from_timestamp(at, 0);
        at.is_some_and(|at| self.clocks.starts(clock, at) == Some(at))
    }

    fn row(&self, promise: Promise) -> Vec<Due> {
        let mut row = vec![NEVER; self.window.length];
        let mut place = 0;
        for open in self.window.running(promise.clock, self.clocks) {
            let asked = open.start;
            for (place, due) in (asked..).zip(row.get_mut(open.clone()).unwrap_or_default()) {
                *due = self.due(self.clocks.add_seconds(promise.clock, self.window.at(place), promise.time));
            }
            // Who asks while it is closed is answered as if the next opening were the question's time;
            // an opening between two quarter-hours makes the first of them closed, too.
            self.fill_closed(&mut row, place..asked, promise);
            place = open.end;
        }
        let end = row.len();
        self.fill_closed(&mut row, place..end, promise);
        row
    }

    fn fill_closed(&self, row: &mut [Due], closed: Range<usize>, promise: Promise) {
        let asked = self.window.at(closed.start);
        if let Some(gap) = row.get_mut(closed).filter(|gap| !gap.is_empty()) {
            gap.fill(self.due(self.clocks.add_seconds(promise.clock, asked, promise.time)));
        }
    }

    fn row_after(&self, before: &[Due], promise: Promise) -> Vec<Due> {
        let mut last = (NEVER, NEVER);
        let mut after = |asked: Due| {
            if last.0 != asked {
                last = (asked, self.add(promise, asked));
            }
            last.1
        };
        before.iter().map(|asked| after(*asked)).collect()
    }

    fn limit_row(&self, limit: &Limit) -> Vec<Due> {
        let promised = self.route(limit.promised);
        let Some(work) = limit.work else { return promised.to_vec() };
        let minutes = i64::from(work.time.minutes());
        let mut row = vec![NEVER; promised.len()];
        for quarters in self.asking(limit.asking).map_or(&[][..], |asking| &asking.quarters) {
            for place in quarters.clone() {
                let Some((promised, entry)) = promised.get(place).zip(row.get_mut(place)) else { continue };
                let Some(by) = self.instant(*promised) else { continue };
                *entry = match work.clock {
                    Clock::Always => self.due_or_none_left(by - minutes * 60),
                    Clock::Hours(_) => {
                        let asked = self.window.at(place);
                        let left = self.seconds(work.clock, asked, by) / 60 - minutes;
                        self.latest_start(work.clock, asked, left)
                    }
                };
            }
        }
        row
    }

    /// The last instant from which as many minutes are left before it is too late.
    fn latest_start(&self, clock: Clock, asked: i64, left: i64) -> Due {
        let Ok(minutes) = u32::try_from(left.min(MOST_LEFT)) else { return TOO_LATE };
        let used_up = match Duration::new(0, minutes) {
            Some(time) => self.clocks.add_seconds(clock, asked, time),
            None => Some(asked),
        };
        let Some(used_up) = used_up.and_then(|at| chrono::DateTime::from_timestamp(at, 0)) else { return NEVER };
        // What is used up at closing time leaves as much at the next opening, if there is one.
        self.due(Some(self.clocks.starts(clock, used_up).unwrap_or(used_up).timestamp()))
    }

    fn due_or_none_left(&self, at: i64) -> Due {
        Due::try_from(at - self.window.start + 1).unwrap_or(TOO_LATE)
    }

    /// The seconds that a clock runs between two entries.
    pub(super) fn running(&self, clock: Clock, from: Due, to: Due) -> i64 {
        self.instant(from).zip(self.instant(to)).map_or(0, |(from, to)| self.seconds(clock, from, to))
    }

    /// The seconds that a clock has run up to an entry, from a beginning that is the same for all entries.
    pub(super) fn run_before(&self, clock: Clock, at: Due) -> i64 {
        self.instant(at).map_or(0, |at| self.clocks.run_before(clock, at))
    }

    fn seconds(&self, clock: Clock, from: i64, to: i64) -> i64 {
        (self.clocks.run_before(clock, to) - self.clocks.run_before(clock, from)).max(0)
    }
}
