//! The shortest resolution that the chain of a late promise would always keep, in any unit.
//!
//! A day is no number of hours, so that the shortest one in days and the shortest one in hours are found
//! each by itself, and so is the shortest in the form in which the promise is written (`1d 4h`: longer by
//! hours). The latter is proposed, unless another is sooner whenever it is asked.

use rayon::prelude::*;

use super::chain::Promise;
use super::clocks::Clocks;
use super::moments::{Moment, visit};
use super::plan::{Plan, Plans};
use super::quarters::Window;
use super::tables::{NEVER, Tables};
use crate::clock::Duration;

/// What makes a resolution longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days,
    Hours,
    Minutes,
}

/// A resolution that is made longer until it always holds; `None` when no length does.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    time: Option<Duration>,
    unit: Unit,
}

/// By place of the plans: the shortest resolution that always holds; `None` when no length does.
pub(super) fn shortest(plans: &Plans, clocks: &Clocks<'_>, windows: &[Window]) -> Vec<Option<Duration>> {
    let mut found: Vec<Vec<Candidate>> = plans.all().iter().map(|plan| candidates(plan.promise.time)).collect();
    let askings = plans.askings();
    for window in windows {
        let tables = plans.tables(*window, clocks, &askings);
        plans.all().par_iter().zip(&mut found).for_each(|(plan, candidates)| {
            visit(plan, &tables, false, |moment| {
                let ends = moment.ends(plan, &tables);
                for candidate in &mut *candidates {
                    candidate.lengthen(plan, &tables, moment, ends);
                }
            });
        });
    }
    let found: Vec<Vec<Duration>> =
        found.into_iter().map(|all| all.into_iter().filter_map(|candidate| candidate.time).collect()).collect();
    let mut later: Vec<Vec<bool>> = found.iter().map(|all| vec![false; all.len() * all.len()]).collect();
    for window in windows {
        let tables = plans.tables(*window, clocks, &askings);
        plans.all().par_iter().zip(&found).zip(&mut later).for_each(|((plan, candidates), later)| {
            visit(plan, &tables, false, |moment| compare(plan, &tables, moment, candidates, later));
        });
    }
    found.iter().zip(&later).map(|(candidates, later)| chosen(candidates, later)).collect()
}

/// In the promise's own form first, then in whole days and in whole hours.
fn candidates(promised: Duration) -> Vec<Candidate> {
    let unit = match promised.minutes() {
        0 => Unit::Days,
        minutes if minutes.is_multiple_of(60) => Unit::Hours,
        _ => Unit::Minutes,
    };
    let mut all = vec![Candidate { time: Some(promised), unit }];
    if unit != Unit::Days {
        all.push(Candidate { time: Duration::new(1, 0), unit: Unit::Days });
    }
    if unit != Unit::Hours || promised.days() > 0 {
        all.push(Candidate { time: Duration::new(0, 60), unit: Unit::Hours });
    }
    all
}

impl Candidate {
    /// Makes it long enough for a moment.
    fn lengthen(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment, ends: u32) {
        while let Some(time) = self.time {
            let by = tables.add(Promise { time, ..plan.promise }, moment.asked);
            if by != NEVER && by >= ends {
                return;
            }
            // Whole minutes of the clock that are missing at least.
            let missing = if by == NEVER { 1 } else { tables.running(plan.promise.clock, by, ends) / 60 };
            let missing = u32::try_from(missing).unwrap_or(1).max(1);
            self.time = match self.unit {
                Unit::Days => Duration::new(time.days() + 1, time.minutes()),
                Unit::Hours => Duration::new(time.days(), time.minutes() + missing.div_ceil(60) * 60),
                Unit::Minutes => Duration::new(time.days(), time.minutes() + missing),
            };
        }
    }
}

/// Marks the pairs of which the first is not sooner at this moment.
fn compare(plan: &Plan, tables: &Tables<'_>, moment: Moment, candidates: &[Duration], later: &mut [bool]) {
    let by = |time: &Duration| tables.add(Promise { time: *time, ..plan.promise }, moment.asked);
    let by: Vec<u32> = candidates.iter().map(by).collect();
    let pairs = by.iter().flat_map(|one| by.iter().map(move |other| one >= other));
    for (later, not_sooner) in later.iter_mut().zip(pairs) {
        *later |= not_sooner;
    }
}

/// The first one, unless another is always sooner.
fn chosen(candidates: &[Duration], later: &[bool]) -> Option<Duration> {
    let sooner = |one: usize, other: usize| later.get(one * candidates.len() + other) == Some(&false);
    let best = (1..candidates.len()).fold(0, |best, next| if sooner(next, best) { next } else { best });
    candidates.get(best).copied()
}
