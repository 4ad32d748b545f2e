//! The shortest resolution that the chain of a late promise would always keep, in any unit, to the minute.
//!
//! A day is no number of hours, so that the shortest one in whole days, the one of a day less and some minutes, and
//! the one in hours and minutes alone are found each by itself. The first in the form in which the promise is written
//! is proposed, unless another is never later and once sooner.

use rayon::prelude::*;

use super::chain::Promise;
use super::clocks::{Clock, Clocks};
use super::moments::{Moment, Shown, Watcher, ends, is_even, visit};
use super::plan::{Plan, Plans};
use super::quarters::Window;
use super::tables::{Due, NEVER, Tables};
use crate::clock::{Duration, Turnaround};

/// What makes a resolution longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days,
    Minutes,
}

/// A resolution that is made longer until it always holds; `None` when no length does.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    time: Option<Turnaround>,
    unit: Unit,
}

/// Minutes of a day by a clock that runs round the clock.
const DAY: u32 = 24 * 60;

/// By place of the plans: the shortest resolution that always holds; `None` when no length does.
pub(super) fn shortest(plans: &Plans, clocks: &Clocks<'_>, windows: &[Window]) -> Vec<Option<Turnaround>> {
    let begin = |days, minutes, unit| Candidate { time: Duration::new(days, minutes).map(Turnaround::Within), unit };
    // What is promised at a time of day may come at that time on a later day.
    let as_written = |plan: &Plan| {
        let by = Some(plan.promise.time).filter(|time| time.duration().is_none());
        by.map(|by| Candidate { time: Some(by), unit: Unit::Days })
    };
    let whole = |plan: &Plan| {
        let lengths = [begin(1, 0, Unit::Days), begin(0, 1, Unit::Minutes)];
        lengths.into_iter().chain(as_written(plan)).collect()
    };
    let whole = plans.all().iter().map(whole).collect();
    let whole = lengthened(plans, clocks, windows, whole);
    let mixed = |found: &Vec<Candidate>| {
        let days = found.first().and_then(|whole| whole.time).map_or(0, |whole| whole.days());
        if days > 1 { vec![begin(days - 1, 1, Unit::Minutes)] } else { Vec::new() }
    };
    let mixed = lengthened(plans, clocks, windows, whole.iter().map(mixed).collect());
    let times = |(plan, (whole, mixed)): (&Plan, (Vec<Candidate>, Vec<Candidate>))| {
        let mut times: Vec<Turnaround> = whole.into_iter().chain(mixed).filter_map(|found| found.time).collect();
        // The form in which the promise is written comes first.
        times.sort_by_key(|time| form(*time) != form(plan.promise.time));
        times
    };
    let found: Vec<Vec<Turnaround>> = plans.all().iter().zip(whole.into_iter().zip(mixed)).map(times).collect();
    let mut compared: Vec<Compared<'_>> = found.iter().map(|times| Compared::new(times)).collect();
    for window in windows {
        let tables = plans.tables(*window, clocks, &plans.askings());
        plans.all().par_iter().zip(&mut compared).for_each(|(plan, compared)| {
            visit(plan, &tables, Shown::Longer, compared);
        });
    }
    plans.all().iter().zip(compared).map(|(plan, compared)| Some(said(compared.best()?, plan.promise.clock))).collect()
}

/// Makes all of them long enough for every moment.
fn lengthened(
    plans: &Plans,
    clocks: &Clocks<'_>,
    windows: &[Window],
    mut all: Vec<Vec<Candidate>>,
) -> Vec<Vec<Candidate>> {
    for window in windows {
        let tables = plans.tables(*window, clocks, &plans.askings());
        plans.all().par_iter().zip(&mut all).filter(|(_, candidates)| !candidates.is_empty()).for_each(
            |(plan, candidates)| {
                visit(plan, &tables, Shown::Longer, candidates);
            },
        );
    }
    all
}

/// In which form a time is written: at a time of day, in days, or in hours.
fn form(time: Turnaround) -> (bool, bool) {
    (time.duration().is_none(), time.duration().is_some_and(|time| time.days() > 0))
}

/// A resolution as one would write it: round the clock, 24 hours are a day.
fn said(time: Turnaround, clock: Clock) -> Turnaround {
    let Turnaround::Within(time) = time else { return time };
    let days = if clock == Clock::Always { time.minutes() / DAY } else { 0 };
    Duration::new(time.days() + days, time.minutes() - days * DAY).unwrap_or(time).into()
}

impl Watcher for Vec<Candidate> {
    fn look(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment) {
        let ends = moment.ends(plan, tables);
        for candidate in self {
            candidate.lengthen(plan, tables, moment, ends);
        }
    }

    fn doubts(&mut self, plan: &Plan, tables: &Tables<'_>, from: Moment, answered: Due) -> bool {
        let ends = ends(plan, tables, answered);
        self.iter().any(|candidate| candidate.by(plan, tables, from).is_some_and(|by| by < ends))
    }

    fn is_even(&self, plan: &Plan, tables: &Tables<'_>, (early, late): (Moment, Moment)) -> bool {
        let due = |candidate: &Candidate, moment| candidate.by(plan, tables, moment).unwrap_or(NEVER);
        self.iter().all(|candidate| is_even((early, late), due(candidate, early), due(candidate, late)))
    }
}

impl Candidate {
    /// When it is due that was asked at a moment.
    fn by(&self, plan: &Plan, tables: &Tables<'_>, moment: Moment) -> Option<Due> {
        Some(tables.add(Promise { time: self.time?, ..plan.promise }, moment.asked))
    }

    /// Makes it long enough for a moment.
    fn lengthen(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment, ends: Due) {
        while let (Some(time), Some(by)) = (self.time, self.by(plan, tables, moment)) {
            if by != NEVER && by >= ends {
                return;
            }
            // Whole minutes of the clock that are missing at least.
            let missing = u32::try_from(tables.running(plan.promise.clock, by, ends) / 60).unwrap_or(1).max(1);
            self.time = match self.unit {
                // What is never due is so all the more when it takes longer.
                _ if by == NEVER => None,
                Unit::Days => time.a_day_later(),
                Unit::Minutes => time
                    .duration()
                    .and_then(|time| Duration::new(time.days(), time.minutes() + missing))
                    .map(Turnaround::Within),
            };
        }
    }
}

/// Resolutions, and which of them is ever due later than another.
struct Compared<'c> {
    times: &'c [Turnaround],
    later: Vec<bool>,
}

impl<'c> Compared<'c> {
    fn new(times: &'c [Turnaround]) -> Self {
        Self { times, later: vec![false; times.len() * times.len()] }
    }

    /// The first one, unless another is never later and once sooner.
    fn best(&self) -> Option<Turnaround> {
        let later = |one: usize, other: usize| self.later.get(one * self.times.len() + other) == Some(&true);
        let better = |best, next| if !later(next, best) && later(best, next) { next } else { best };
        self.times.get((1..self.times.len()).fold(0, better)).copied()
    }
}

impl Watcher for Compared<'_> {
    fn look(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment) {
        let by = |time: &Turnaround| tables.add(Promise { time: *time, ..plan.promise }, moment.asked);
        let by: Vec<Due> = self.times.iter().map(by).collect();
        let pairs = by.iter().flat_map(|one| by.iter().map(move |other| one > other));
        for (later, is_later) in self.later.iter_mut().zip(pairs) {
            *later |= is_later;
        }
    }

    fn looks_at_all(&self) -> bool {
        true
    }

    /// The quarter-hours tell them apart.
    fn doubts(&mut self, _: &Plan, _: &Tables<'_>, _: Moment, _: Due) -> bool {
        false
    }
}
