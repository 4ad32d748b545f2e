//! The count of one promise: how often it is late, when most, and what would mend it.

use chrono::{DateTime, Utc};

use super::chain::Promise;
use super::clocks::Clock;
use super::plan::Plan;
use super::tables::{Due, NEVER, Tables};
use crate::clock::Duration;

/// How a promise fares over all times at which it may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The quarter-hours at which it may be asked.
    pub asked: u32,
    /// Those at which the chain is done too late.
    pub late: u32,
    /// The latest of them; `None` when none is late.
    pub worst: Option<Worst>,
}

/// The quarter-hour at which a promise is missed by most, or the first at which the end never comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// When it was asked.
    pub asked: DateTime<Utc>,
    /// How many seconds too late, by the clock of the promise; `None` when the end never comes.
    pub late_by: Option<i64>,
    /// The shortest resolution in the promise's own unit (days, hours or minutes) that holds at all
    /// quarter-hours; `None` when no length does.
    pub mend: Option<Duration>,
}

/// The running count over the windows.
#[derive(Debug)]
pub(super) struct Tally {
    asked: u32,
    late: u32,
    worst: Option<(i64, i64)>,
    /// The first one whose end never comes.
    never: Option<i64>,
    mend: Option<Duration>,
    /// The last answers' due time and the end of the work after it, since neighbours share them.
    last: (i64, Due, Due),
    /// The promised instant of the last late one with the same end.
    least_promised: Due,
}

impl Tally {
    /// Nothing counted; the promised resolution is the first that is tried.
    pub(super) fn new(resolution: Duration) -> Self {
        let nothing = (i64::MIN, NEVER, NEVER);
        Self {
            asked: 0,
            late: 0,
            worst: None,
            never: None,
            mend: Some(resolution),
            last: nothing,
            least_promised: NEVER,
        }
    }

    /// So many more quarter-hours.
    pub(super) fn asked(&mut self, quarters: usize) {
        self.asked = self.asked.saturating_add(u32::try_from(quarters).unwrap_or(u32::MAX));
    }

    /// A quarter-hour at which the dependencies have answered at `answered`.
    pub(super) fn look(&mut self, plan: &Plan, tables: &Tables<'_>, place: usize, answered: Due, promised: Due) {
        let key = (tables.window.start, answered);
        if (self.last.0, self.last.1) != key {
            let ends = plan.work.map_or(answered, |work| tables.add(work, answered));
            self.last = (key.0, key.1, ends);
            self.least_promised = NEVER;
        }
        let ends = self.last.2;
        if ends <= promised {
            return;
        }
        self.late += 1;
        if ends == NEVER {
            self.never.get_or_insert(tables.window.at(place));
            self.mend = None;
            return;
        }
        // With the same end, only an earlier promise is missed by more.
        if promised < self.least_promised {
            self.least_promised = promised;
            let late_by = tables.running(plan.promise.clock, promised, ends);
            if self.worst.is_none_or(|(_, most)| late_by > most) {
                self.worst = Some((tables.window.at(place), late_by));
            }
        }
        self.lengthen(plan, tables, place, ends);
    }

    /// Makes the resolution that is tried long enough for this quarter-hour.
    fn lengthen(&mut self, plan: &Plan, tables: &Tables<'_>, place: usize, ends: Due) {
        let asked = tables.due(Some(tables.window.at(place)));
        while let Some(time) = self.mend {
            let by = tables.add(Promise { time, ..plan.promise }, asked);
            if by != NEVER && by >= ends {
                return;
            }
            let missing = missing(plan.promise.clock, tables, by, ends);
            self.mend = longer(time, missing, unit(plan.promise.time));
        }
    }

    /// The result.
    pub(super) fn verdict(self) -> Verdict {
        let never = self.never.map(|asked| (asked, None));
        let worst = never.or(self.worst.map(|(asked, late_by)| (asked, Some(late_by))));
        let worst = worst.map(|(asked, late_by)| Worst {
            asked: DateTime::<Utc>::from_timestamp(asked, 0).unwrap_or_default(),
            late_by,
            mend: self.mend,
        });
        Verdict { asked: self.asked, late: self.late, worst }
    }
}

/// Whole minutes of the clock that are missing at least.
fn missing(clock: Clock, tables: &Tables<'_>, by: Due, ends: Due) -> u32 {
    if by == NEVER { 1 } else { u32::try_from(tables.running(clock, by, ends) / 60).unwrap_or(1).max(1) }
}

/// The unit in which a resolution is written, in minutes: hours or minutes; `None` for whole days.
fn unit(resolution: Duration) -> Option<u32> {
    match resolution.minutes() {
        0 => None,
        minutes if minutes.is_multiple_of(60) => Some(60),
        _ => Some(1),
    }
}

/// The next longer duration by a unit: longer by at least so many minutes, unless the unit is days.
fn longer(time: Duration, minutes: u32, unit: Option<u32>) -> Option<Duration> {
    match unit {
        None => Duration::new(time.days() + 1, 0),
        Some(unit) => Duration::new(time.days(), time.minutes() + minutes.div_ceil(unit) * unit),
    }
}
