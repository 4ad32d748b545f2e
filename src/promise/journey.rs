//! How long a journey takes on its critical path, and when its steps must be begun.
//!
//! A step is done when its service has kept its main promise and the time that the step `takes` has
//! passed, both counted from its beginning, so that the longer one counts; the service by its own hours,
//! the other by the company's. A step begins when all that it comes `after` are done.

use std::cmp::Ordering;

use chrono::{DateTime, Days, Months, NaiveDate, Utc};

use super::chain::{Promise, main_standard};
use super::clocks::Clocks;
use super::workdays::Workdays;
use crate::model::{Catalog, Journey, JourneyStep, Unit, When};

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

/// When a step of a journey is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// When it must be begun; `None` when that lies before the horizon, or cannot be told.
    pub begin: Option<DateTime<Utc>>,
    /// When it is done.
    pub done: Option<DateTime<Utc>>,
    /// True when these are the latest times that still keep a `when`, of this step or of one that comes
    /// after it; false when nothing presses and they are the earliest times.
    pub latest: bool,
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

/// A journey made ready to be planned for many dates of day 1.
#[derive(Debug)]
pub struct Planner<'a> {
    clocks: &'a Clocks<'a>,
    workdays: &'a Workdays,
    steps: Vec<Step<'a>>,
    /// When a step may be begun.
    moments: Vec<DateTime<Utc>>,
}

impl<'a> Planner<'a> {
    /// The journey's steps may be begun between two instants.
    pub fn new(
        catalog: &Catalog,
        clocks: &'a Clocks<'a>,
        workdays: &'a Workdays,
        journey: &'a Journey,
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) -> Self {
        Self { clocks, workdays, steps: steps(catalog, journey), moments: workdays.quarters(from, to).collect() }
    }

    /// When each step must be begun and done, given the date of day 1.
    pub fn plan(&self, day_one: NaiveDate) -> Vec<PlannedStep> {
        let (done_by, begin_by) = self.latest(day_one);
        let mut plan: Vec<PlannedStep> = Vec::with_capacity(self.steps.len());
        for (place, step) in self.steps.iter().enumerate() {
            if let Some(by) = done_by.get(place).copied().flatten() {
                plan.push(PlannedStep { begin: begin_by.get(place).copied().flatten(), done: Some(by), latest: true });
                continue;
            }
            let before = step.step.after.iter().filter_map(|before| plan.get(*before)?.done).max();
            let begin = before.map_or_else(|| self.workdays.start_of(day_one), |at| self.workdays.opening(at));
            let done = begin.and_then(|begin| end(self.clocks, self.workdays, step, begin));
            plan.push(PlannedStep { begin, done, latest: false });
        }
        plan
    }

    /// By when each step that something presses must be done, and begun.
    fn latest(&self, day_one: NaiveDate) -> (Moments, Moments) {
        let deadline = |step: &Step<'_>| self.workdays.end_of(last_date(step.step.when?, day_one)?);
        let mut done_by: Moments = self.steps.iter().map(deadline).collect();
        let mut begin_by: Moments = vec![None; self.steps.len()];
        for (place, step) in self.steps.iter().enumerate().rev() {
            let Some(by) = done_by.get(place).copied().flatten() else { continue };
            let in_time =
                |begun: &DateTime<Utc>| end(self.clocks, self.workdays, step, *begun).is_some_and(|end| end <= by);
            let last = self.moments.partition_point(in_time).checked_sub(1);
            let begin = last.and_then(|last| self.moments.get(last)).copied();
            if let Some(entry) = begin_by.get_mut(place) {
                *entry = begin;
            }
            for before in &step.step.after {
                // Where this one is too late already, those before it are pressed by the same moment.
                let pressed = begin.unwrap_or(by);
                if let Some(entry) = done_by.get_mut(*before) {
                    *entry = Some(entry.map_or(pressed, |other| other.min(pressed)));
                }
            }
        }
        (done_by, begin_by)
    }
}

/// By step: an instant, where there is one.
type Moments = Vec<Option<DateTime<Utc>>>;

/// A step and what its service promises.
#[derive(Debug)]
struct Step<'a> {
    step: &'a JourneyStep,
    promise: Option<Promise>,
}

impl Step<'_> {
    /// What counts where both times are equally long, or only one is there.
    fn alone(&self) -> Counted {
        if self.promise.is_none() && self.step.takes.is_some() { Counted::Takes } else { Counted::Promise }
    }
}

fn steps<'a>(catalog: &Catalog, journey: &'a Journey) -> Vec<Step<'a>> {
    let promise = |step: &JourneyStep| {
        let service = catalog.service(step.service?);
        Promise::resolution(service, main_standard(service)?)
    };
    journey.steps.iter().map(|step| Step { step, promise: promise(step) }).collect()
}

/// When each step is done; `None` when one of them never is.
fn ends(
    clocks: &Clocks<'_>,
    workdays: &Workdays,
    steps: &[Step<'_>],
    begun: DateTime<Utc>,
) -> Option<Vec<DateTime<Utc>>> {
    let mut ends: Vec<DateTime<Utc>> = Vec::with_capacity(steps.len());
    for step in steps {
        ends.push(end(clocks, workdays, step, start(step, &ends, begun))?);
    }
    Some(ends)
}

/// When a step begins: when all before it are done.
fn start(step: &Step<'_>, ends: &[DateTime<Utc>], begun: DateTime<Utc>) -> DateTime<Utc> {
    step.step.after.iter().filter_map(|before| ends.get(*before)).max().copied().unwrap_or(begun)
}

/// Which of a step's two times is the longer one; `None` when there are not two, or they are equal.
fn longer(clocks: &Clocks<'_>, workdays: &Workdays, step: &Step<'_>, start: DateTime<Utc>) -> Option<Counted> {
    let promised = step.promise.and_then(|promise| clocks.add(promise.clock, start, promise.time))?;
    match promised.cmp(&workdays.add(start, step.step.takes?)?) {
        Ordering::Greater => Some(Counted::Promise),
        Ordering::Less => Some(Counted::Takes),
        Ordering::Equal => None,
    }
}

fn end(clocks: &Clocks<'_>, workdays: &Workdays, step: &Step<'_>, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
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
fn critical(steps: &[Step<'_>], ends: &[DateTime<Utc>]) -> Vec<usize> {
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

/// The last date on which a step may be done. Days, weeks and months are counted from day 1, whole ones
/// being over the day before they would begin again; what is to be done before is counted back from it.
fn last_date(when: When, day_one: NaiveDate) -> Option<NaiveDate> {
    let days = |number: u32| Days::new(u64::from(number) * if when.unit == Unit::Week { 7 } else { 1 });
    match (when.before, when.unit) {
        (true, Unit::Month) => day_one.checked_sub_months(Months::new(when.number)),
        (true, _) => day_one.checked_sub_days(days(when.number)),
        (false, Unit::Month) => day_one.checked_add_months(Months::new(when.number))?.pred_opt(),
        (false, _) => day_one.checked_add_days(days(when.number))?.pred_opt(),
    }
}
