//! When a promise is asked besides the quarter-hours at which its clock runs: at openings between two of them, and
//! while it is closed, where that matters.
//!
//! What is promised at a time of day may be asked for until another one, even after closing or before opening. Who
//! does so in time is promised it for an earlier day than who asks when it opens, though the clock starts only then.
//! While it is closed, what is promised never falls back, and the dependencies are asked at the same opening: nobody
//! between two quarter-hours fares worse than at the first of them, or at the closing.

use super::chain::Promise;
use super::clocks::Clocks;
use super::quarters::{QUARTER, Window};

/// A moment that is no quarter-hour at which the clock of the promise runs, in seconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    /// The moment.
    pub(super) asked: i64,
    /// When the clock starts: at once, or when it opens.
    pub(super) starts: i64,
    /// When the promise is due; `None` when it never is.
    pub(super) promised: Option<i64>,
    /// Whether it matters only to the same promise for a later day: this one is due as if it were asked at the opening.
    pub(super) only_longer: bool,
}

/// All of them of a window for a promise, in order, given the openings of its clock between two quarter-hours.
pub(super) fn besides(window: Window, clocks: &Clocks<'_>, promise: Promise, openings: &[i64]) -> Vec<Beside> {
    let opening = |at: &i64| Beside {
        asked: *at,
        starts: *at,
        promised: clocks.add_seconds(promise.clock, *at, promise.time),
        only_longer: false,
    };
    let mut all: Vec<Beside> = openings.iter().map(opening).collect();
    if promise.time.counts_while_closed() {
        for closed in window.closed(promise.clock, clocks) {
            all.extend(while_closed(window, clocks, promise, closed));
        }
        all.sort_unstable_by_key(|beside| beside.asked);
    }
    all
}

/// The moments of a closed time at which one is in time for a day for which it is too late at the next opening.
fn while_closed(window: Window, clocks: &Clocks<'_>, promise: Promise, (closes, opens): (i64, i64)) -> Vec<Beside> {
    let Some(starts) = clocks.starts_at(promise.clock, closes) else { return Vec::new() };
    let due = |at| clocks.add_seconds(promise.clock, at, promise.time);
    let a_day_later = |at| clocks.add_seconds(promise.clock, at, promise.time.a_day_later()?);
    let at_opening = (due(starts), a_day_later(starts));
    let closing = Some(closes).filter(|at| at.rem_euclid(QUARTER) > 0);
    let quarters = (window.place(closes)..window.place(opens)).map(|place| window.at(place));
    let asked = closing.into_iter().chain(quarters).map(|asked| (asked, due(asked)));
    // Whoever asks later than one who is too late is too late as well.
    let in_time = asked.take_while(|(asked, promised)| (*promised, a_day_later(*asked)) != at_opening);
    let beside = |(asked, promised)| Beside { asked, starts, promised, only_longer: promised == at_opening.0 };
    in_time.map(beside).collect()
}
