//! The count of one promise: how often it is late, and when most.

use chrono::{DateTime, Utc};

use super::moments::{Moment, Watcher, ends};
use super::plan::Plan;
use super::quarters::QUARTER;
use super::tables::{Due, NEVER, Tables};
use crate::clock::Turnaround;

/// How a promise fares over all times at which it may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The quarter-hours at which it may be asked, and openings and closings between them.
    pub asked: u32,
    /// Those in which the chain is done too late, if only for a minute.
    pub late: u32,
    /// The latest of them; `None` when none is late.
    pub worst: Option<Worst>,
}

/// The moment at which a promise is missed by most, or the first at which the end never comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// When it was asked.
    pub asked: DateTime<Utc>,
    /// How many seconds too late, by the clock of the promise; `None` when the end never comes.
    pub late_by: Option<i64>,
    /// The shortest resolution that holds at all moments; `None` when no length does.
    pub shortest: Option<Turnaround>,
}

/// The running count over the windows.
#[derive(Debug)]
pub(super) struct Tally {
    asked: u32,
    late: u32,
    /// The last quarter-hour that was counted as late.
    counted: Option<i64>,
    worst: Option<(i64, i64)>,
    /// The first one whose end never comes.
    never: Option<i64>,
    /// The last answers' due time and the end of the work after it, since neighbours share them.
    last: (i64, Due, Due),
    /// The promised instant of the last late one with the same end.
    least_promised: Due,
}

impl Default for Tally {
    fn default() -> Self {
        let nothing = (i64::MIN, NEVER, NEVER);
        Self { asked: 0, late: 0, counted: None, worst: None, never: None, last: nothing, least_promised: NEVER }
    }
}

impl Tally {
    /// So many more moments.
    pub(super) fn asked(&mut self, moments: usize) {
        self.asked = self.asked.saturating_add(u32::try_from(moments).unwrap_or(u32::MAX));
    }

    /// Whether a moment was late.
    pub(super) fn is_late(&self) -> bool {
        self.late > 0
    }

    /// When all is done after such answers.
    fn ends(&mut self, plan: &Plan, tables: &Tables<'_>, answered: Due) -> Due {
        let key = (tables.window.start, answered);
        if (self.last.0, self.last.1) != key {
            self.last = (key.0, key.1, ends(plan, tables, answered));
            self.least_promised = NEVER;
        }
        self.last.2
    }

    /// Whether some moments are late, and a longer promise could help.
    pub(super) fn may_be_longer(&self) -> bool {
        self.worst.is_some() && self.never.is_none()
    }

    /// The result, with the shortest resolution that always holds.
    pub(super) fn verdict(self, shortest: Option<Turnaround>) -> Verdict {
        let never = self.never.map(|asked| (asked, None));
        let worst = never.or(self.worst.map(|(asked, late_by)| (asked, Some(late_by))));
        let worst = worst.map(|(asked, late_by)| Worst {
            asked: DateTime::<Utc>::from_timestamp(asked, 0).unwrap_or_default(),
            late_by,
            shortest,
        });
        Verdict { asked: self.asked, late: self.late, worst }
    }
}

impl Watcher for Tally {
    fn look(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment) {
        let ends = self.ends(plan, tables, moment.answered);
        if ends <= moment.promised {
            return;
        }
        let asked = tables.instant(moment.asked).unwrap_or(tables.window.start);
        let quarter = asked.div_euclid(QUARTER);
        self.late += u32::from(self.counted.replace(quarter) != Some(quarter));
        if ends == NEVER {
            self.never.get_or_insert(asked);
            return;
        }
        // With the same end, only an earlier promise is missed by more.
        if moment.promised < self.least_promised {
            self.least_promised = moment.promised;
            let late_by = tables.running(plan.promise.clock, moment.promised, ends);
            if self.worst.is_none_or(|(_, most)| late_by > most) {
                self.worst = Some((asked, late_by));
            }
        }
    }

    fn doubts(&mut self, plan: &Plan, tables: &Tables<'_>, from: Moment, answered: Due) -> bool {
        self.ends(plan, tables, answered) > from.promised
    }
}
