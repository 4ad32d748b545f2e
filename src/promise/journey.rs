//! How long a journey takes on its critical path.
//!
//! A step is done when its service has kept its main promise and the time that the step `takes` has
//! passed, both counted from its beginning, so that the longer one counts; the service by its own hours,
//! the other by the company's. A step begins when all that it comes `after` are done.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};

use super::chain::{Promise, main_standard};
use super::clocks::Clocks;
use super::workdays::Workdays;
use crate::model::{Catalog, Journey, JourneyStep};

/// How long a journey takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadTime {
    /// Working days that it takes usually: the median over all times at which it may be begun.
    pub usual: usize,
    /// Working days at the worst of these times.
    pub worst: usize,
    /// When it must be begun to take so long, for the first time.
    pub worst_begun: DateTime<Utc>,
    /// The steps, by place, on which the length depends at the worst time.
    pub critical: Vec<usize>,
    /// The steps, by place, whose service promises no time, so that they count as their `takes` alone and
    /// the whole takes at least so long.
    pub unpromised: Vec<usize>,
    /// By step: what of it counts.
    pub counted: Vec<Counted>,
}

/// What decides how long a step takes whose service promises a time and that takes a time of its own: the
/// longer of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The promise, whenever it is begun; also where there is no other time.
    Promise,
    /// What the step takes, whenever it is begun.
    Takes,
    /// Sometimes the one, sometimes the other.
    Either,
}

/// How long a journey takes when it is begun at a working quarter-hour between two instants; `None` when
/// it has no steps, or cannot be finished within the horizon.
pub fn lead_time(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    workdays: &Workdays,
    journey: &Journey,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Option<LeadTime> {
    let steps = steps(catalog, journey);
    let mut lengths: Vec<usize> = Vec::new();
    let mut worst: Option<(usize, DateTime<Utc>)> = None;
    let mut counted: Vec<Option<Counted>> = vec![None; steps.len()];
    for begun in workdays.quarters(from, to) {
        let ends = ends(clocks, workdays, &steps, begun)?;
        for (step, counted) in steps.iter().zip(&mut counted).filter(|(_, counted)| **counted != Some(Counted::Either))
        {
            let longer = longer(clocks, workdays, step, start(step, &ends, begun));
            *counted = if counted.is_none() || longer.is_none() || *counted == longer {
                longer.or(*counted)
            } else {
                Some(Counted::Either)
            };
        }
        let Some(done) = ends.into_iter().max() else { continue };
        let length = workdays.between(begun, done);
        lengths.push(length);
        if worst.is_none_or(|(most, _)| length > most) {
            worst = Some((length, begun));
        }
    }
    let (worst, worst_begun) = worst?;
    lengths.sort_unstable();
    let usual = lengths.get(lengths.len() / 2).copied()?;
    let critical = critical(&steps, &ends(clocks, workdays, &steps, worst_begun)?);
    let unpromised = steps.iter().enumerate().filter(|(_, step)| step.step.service.is_some() && step.promise.is_none());
    let unpromised = unpromised.map(|(place, _)| place).collect();
    let counted = counted.into_iter().zip(&steps).map(|(counted, step)| counted.unwrap_or(step.alone())).collect();
    Some(LeadTime { usual, worst, worst_begun, critical, unpromised, counted })
}

/// A step and what its service promises.
#[derive(Debug)]
pub(super) struct TimedStep<'a> {
    pub(super) step: &'a JourneyStep,
    pub(super) promise: Option<Promise>,
}

impl TimedStep<'_> {
    /// What counts where both times are equally long, or only one is there.
    fn alone(&self) -> Counted {
        if self.promise.is_none() && self.step.takes.is_some() { Counted::Takes } else { Counted::Promise }
    }
}

/// A journey's steps, with what their services promise.
pub(super) fn steps<'a>(catalog: &Catalog, journey: &'a Journey) -> Vec<TimedStep<'a>> {
    let promise = |step: &JourneyStep| {
        let service = catalog.service(step.service?);
        Promise::resolution(service, main_standard(service)?)
    };
    journey.steps.iter().map(|step| TimedStep { step, promise: promise(step) }).collect()
}

/// When each step is done; `None` when one of them never is.
fn ends(
    clocks: &Clocks<'_>,
    workdays: &Workdays,
    steps: &[TimedStep<'_>],
    begun: DateTime<Utc>,
) -> Option<Vec<DateTime<Utc>>> {
    let mut ends: Vec<DateTime<Utc>> = Vec::with_capacity(steps.len());
    for step in steps {
        ends.push(end(clocks, workdays, step, start(step, &ends, begun))?);
    }
    Some(ends)
}

/// When a step begins: when all before it are done.
fn start(step: &TimedStep<'_>, ends: &[DateTime<Utc>], begun: DateTime<Utc>) -> DateTime<Utc> {
    step.step.after.iter().filter_map(|before| ends.get(*before)).max().copied().unwrap_or(begun)
}

/// Which of a step's two times is the longer one; `None` when there are not two, or they are equal.
fn longer(clocks: &Clocks<'_>, workdays: &Workdays, step: &TimedStep<'_>, start: DateTime<Utc>) -> Option<Counted> {
    let promised = step.promise.and_then(|promise| clocks.add(promise.clock, start, promise.time))?;
    match promised.cmp(&workdays.add(start, step.step.takes?)?) {
        Ordering::Greater => Some(Counted::Promise),
        Ordering::Less => Some(Counted::Takes),
        Ordering::Equal => None,
    }
}

fn end(clocks: &Clocks<'_>, workdays: &Workdays, step: &TimedStep<'_>, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut end = start;
    if let Some(promise) = step.promise {
        end = end.max(clocks.add(promise.clock, start, promise.time)?);
    }
    if let Some(takes) = step.step.takes {
        end = end.max(workdays.add(start, takes)?);
    }
    Some(end)
}

/// The steps that end last, and those that they waited for, in order.
fn critical(steps: &[TimedStep<'_>], ends: &[DateTime<Utc>]) -> Vec<usize> {
    let last = ends.iter().max();
    let mut on_path: Vec<bool> = ends.iter().map(|end| Some(end) == last).collect();
    for (place, step) in steps.iter().enumerate().rev() {
        if !on_path.get(place).copied().unwrap_or_default() {
            continue;
        }
        let latest = step.step.after.iter().filter_map(|before| ends.get(*before)).max();
        for before in &step.step.after {
            if let Some(entry) = on_path.get_mut(*before).filter(|_| ends.get(*before) == latest) {
                *entry = true;
            }
        }
    }
    on_path.iter().enumerate().filter(|(_, on_path)| **on_path).map(|(place, _)| place).collect()
}
