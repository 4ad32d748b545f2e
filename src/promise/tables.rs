//! Due times of a window's quarter-hours, worked out once for all services that ask for the same.
//!
//! Ten thousand services share a few dozen calendars and a few durations. A [`Route`] is a promise, asked
//! at the quarter-hour itself or when another route has answered; its row holds the due instant for each
//! quarter-hour. A [`Limit`] is a promise seen from the other side: the last instant at which the
//! dependencies may answer so that the team's own work still ends in time. Whether a chain holds is then
//! one comparison of two numbers per dependency and quarter-hour.

use std::hash::Hash;
use std::ops::Range;
use std::sync::OnceLock;

use ahash::AHashMap;
use rayon::prelude::*;

use super::besides::{Beside, besides};
use super::chain::Promise;
use super::clocks::{Clock, Clocks};
use super::quarters::Window;

/// Seconds since the second before the window, so that the window's first instant is 1 and nothing is
/// due at [`TOO_LATE`]; larger than any when it never comes.
pub(super) type Due = u32;

/// Before the window: not even an answer at the very beginning would be in time.
const TOO_LATE: Due = 0;

/// It never comes, as far as can be seen.
pub(super) const NEVER: Due = Due::MAX;

/// A due time, and how many seconds a clock has run by then.
pub(super) type Step = (Due, i64);

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
    places: AHashMap<T, usize>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: AHashMap::new() }
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

    /// All of them, by number.
    pub(super) fn all(&self) -> &[T] {
        &self.all
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
}

/// The rows of one window.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    pub(super) window: Window,
    pub(super) clocks: &'a Clocks<'a>,
    /// Whether any of the clocks stands still for less than a quarter-hour.
    pub(super) has_short_breaks: bool,
    listed: &'a Numbered<Route>,
    open: AHashMap<Clock, Asking>,
    routes: Vec<Vec<Due>>,
    /// By route of a promise, once a plan wants it.
    besides: Vec<OnceLock<Vec<Beside>>>,
    listed_limits: &'a Numbered<Limit>,
    /// By limit, once a plan wants it.
    limits: Vec<OnceLock<Vec<Due>>>,
    /// By route, once a plan wants it.
    runs: Vec<OnceLock<Vec<Step>>>,
}

impl<'a> Tables<'a> {
    /// Works out the rows of all routes in a window. Each route stands below the one that it waits for.
    pub(super) fn new(
        window: Window,
        clocks: &'a Clocks<'a>,
        (listed, listed_limits): (&'a Numbered<Route>, &'a Numbered<Limit>),
        askings: &[Clock],
        has_short_breaks: bool,
    ) -> Self {
        let asking = |clock: &Clock| Asking {
            quarters: window.running(*clock, clocks),
            openings: window.openings(*clock, clocks),
        };
        let open: Vec<(Clock, Asking)> = askings.par_iter().map(|clock| (*clock, asking(clock))).collect();
        let mut tables = Self {
            window,
            clocks,
            has_short_breaks,
            listed,
            open: open.into_iter().collect(),
            routes: Vec::new(),
            besides: listed.all.iter().map(|_| OnceLock::new()).collect(),
            listed_limits,
            limits: listed_limits.all.iter().map(|_| OnceLock::new()).collect(),
            runs: listed.all.iter().map(|_| OnceLock::new()).collect(),
        };
        let row = |route: &Route| if route.after.is_none() { tables.row(route.promise) } else { Vec::new() };
        tables.routes = listed.all.par_iter().map(row).collect();
        for (place, route) in listed.all.iter().enumerate() {
            if let Some(after) = route.after {
                tables.routes[place] = tables.row_after(tables.route(after), route.promise);
            }
        }
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

    /// When a promise may be asked besides the quarter-hours at which its clock runs.
    pub(super) fn besides(&self, promised: usize) -> &[Beside] {
        let all = || {
            let promise = self.listed.get(promised)?.promise;
            Some(besides(self.window, self.clocks, promise, &self.asking(promise.clock)?.openings))
        };
        self.besides.get(promised).map_or(&[], |besides| besides.get_or_init(|| all().unwrap_or_default()))
    }

    /// When the last of some routes is due, all asked at an entry, which need not be a quarter-hour. The routes are in
    /// order, so that each stands behind the one that it waits for, and none is worked out twice: a file may make such
    /// a row of any length. `due` is room for the due times.
    pub(super) fn answered(&self, routes: &[usize], asked: Due, due: &mut Vec<Due>) -> Due {
        due.clear();
        for route in routes.iter().filter_map(|route| self.listed.get(*route)) {
            let before = |after| routes.binary_search(&after).ok().and_then(|place| due.get(place)).copied();
            let asked = route.after.map_or(Some(asked), before);
            due.push(asked.map_or(NEVER, |asked| self.add(route.promise, asked)));
        }
        due.iter().copied().fold(asked, Due::max)
    }

    /// The times by which the dependencies must have answered, at the quarter-hours of its asking.
    pub(super) fn limit(&self, limit: usize) -> &[Due] {
        let row = || self.listed_limits.get(limit).map_or_else(Vec::new, |limit| self.limit_row(&limit));
        self.limits.get(limit).map_or(&[], |limit| limit.get_or_init(row))
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

    fn row(&self, promise: Promise) -> Vec<Due> {
        if promise.time.counts_while_closed() {
            let asked = (0..self.window.length).map(|place| self.window.at(place));
            return asked.map(|at| self.due(self.clocks.add_seconds(promise.clock, at, promise.time))).collect();
        }
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
        let seconds = i64::from(work.time.minutes_alone().unwrap_or_default()) * 60;
        let mut row = vec![NEVER; promised.len()];
        for quarters in self.asking(limit.asking).map_or(&[][..], |asking| &asking.quarters) {
            for place in quarters.clone() {
                let Some((promised, entry)) = promised.get(place).zip(row.get_mut(place)) else { continue };
                let Some(by) = self.instant(*promised) else { continue };
                let start = self.clocks.latest_start(work.clock, by, seconds);
                *entry = start.map_or(TOO_LATE, |start| self.due_or_none_left(start));
            }
        }
        row
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
