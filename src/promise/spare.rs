//! How much time a plan has to spare at least, quarter-hour by quarter-hour: bounds that are worked out for whole
//! windows at once, so that hardly any moment is looked at by itself.

use super::plan::Plan;
use super::quarters::QUARTER;
use super::tables::{Due, NEVER, Step, Tables};

/// It is not known how little there may be.
const UNKNOWN: i64 = i64::MIN;

/// By quarter-hour of the window: the seconds, by the clock of the promise, that are at least to spare whenever one
/// asks from then until the next. Empty when nothing is known.
///
/// Own work in minutes by the clock of the promise takes as much of it whenever it is done, so that the time to spare
/// is a difference of three numbers. It never falls below what the answers of the next quarter-hour leave of the
/// promise of this one. Where every due time stands still or moves with the question, so does the promise, and the
/// last of the answers stands still first: nothing in between is less than at both ends.
pub(super) fn least_spare(plan: &Plan, tables: &Tables<'_>) -> Vec<i64> {
    let clock = plan.promise.clock;
    let work = plan.work.map_or(Some(0), |work| {
        work.time.minutes_alone().filter(|_| work.clock == clock).map(|minutes| i64::from(minutes) * 60)
    });
    let (Some(work), false) = (work, plan.routes.is_empty()) else { return Vec::new() };
    let rows: Vec<&[Due]> = plan.routes.iter().map(|route| tables.route(*route)).collect();
    let promised = tables.run(plan.promised);
    let mut spare = vec![UNKNOWN; promised.len()];
    for quarters in tables.asking(clock).map_or(&[][..], |asking| &asking.quarters) {
        let range = quarters.start..(quarters.end + 1).min(promised.len());
        let mut answered: Vec<Due> = vec![0; range.len()];
        let mut even = vec![!tables.has_short_breaks; range.len()];
        for row in rows.iter().filter_map(|row| row.get(range.clone())) {
            answered.iter_mut().zip(row).for_each(|(last, due)| *last = (*last).max(*due));
            keep_even(&mut even, row);
        }
        let promised = promised.get(range.clone()).unwrap_or_default();
        keep_even(&mut even, tables.route(plan.promised).get(range.clone()).unwrap_or_default());
        let done: Vec<Step> = tables.steps(&answered, clock).into_iter().map(|(at, run)| (at, run + work)).collect();
        let pairs = promised.iter().zip(&done);
        let bounds = pairs.clone().zip(pairs.skip(1)).zip(even).map(|((from, to), even)| bound(from, to, even));
        spare.get_mut(range).into_iter().flatten().zip(bounds).for_each(|(spare, bound)| *spare = bound);
    }
    spare
}

/// What is promised at a moment, and when all is done.
type Pair<'s> = (&'s Step, &'s Step);

/// What is at least left between two quarter-hours; with `even`, each due time stands still or moves with the
/// question.
fn bound(from: Pair<'_>, to: Pair<'_>, even: bool) -> i64 {
    if from.1.0 == NEVER || to.1.0 == NEVER {
        return UNKNOWN;
    }
    // The clock of the promise either runs all the time between two instants or stands still.
    let steady = |from: &Step, to: &Step| from.1 == to.1 || i64::from(to.0) - i64::from(from.0) == to.1 - from.1;
    let left = |(promised, done): Pair<'_>| promised.1 - done.1;
    if even && steady(from.0, to.0) && steady(from.1, to.1) { left(from).min(left(to)) } else { left((from.0, to.1)) }
}

/// Keeps those quarter-hours marked until whose next the due times of a row stand still or move with the question.
fn keep_even(even: &mut [bool], row: &[Due]) {
    let moves = row.iter().zip(row.iter().skip(1)).map(|(from, to)| to.wrapping_sub(*from));
    even.iter_mut().zip(moves).for_each(|(even, by)| *even &= by == 0 || i64::from(by) == QUARTER);
}
