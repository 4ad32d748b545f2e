//! Which time of day counts for one at which it is never open.

use chrono::NaiveDate;

use crate::clock::calendar::Calendar;
use crate::clock::opening::{DAY_MINUTES, Opening};
use crate::clock::turnaround::DayTime;

/// So many days are looked at.
const DAYS: usize = 14;

impl DayTime {
    /// The time that really counts where it is never open `at` that time of day in two weeks from a date on: the last
    /// open moment before, or when it opens. `None` where it is open then on some day, or not once.
    pub fn counted(self, calendar: &Calendar, from: NaiveDate) -> Option<Self> {
        let (timetable, minute) = (calendar.timetable(), self.at().minutes());
        let openings: Vec<Opening> = from.iter_days().take(DAYS).flat_map(|date| timetable.on(date)).collect();
        let reaches = |opening: &Opening| {
            [minute, minute + DAY_MINUTES].iter().any(|at| opening.start <= *at && *at <= opening.end)
        };
        if openings.iter().any(reaches) {
            return None;
        }
        let last = openings.iter().map(|opening| opening.end).filter(|end| *end <= minute).max();
        Some(self.due_at(last.or_else(|| openings.iter().map(|opening| opening.start).min())?))
    }
}
