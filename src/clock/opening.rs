//! One stretch of opening on one day, in minutes of that day.

use std::fmt;

/// Minutes of a day.
pub(super) const DAY_MINUTES: u16 = 1_440;

/// What begins on a day ends within so many minutes of its midnight.
pub(super) const LONGEST: u16 = 2 * DAY_MINUTES;

/// From when to when, in minutes since the local midnight at which the day begins.
///
/// `end` is after `start` and at most 2880, since what runs past midnight belongs to the day on which
/// it begins: 22:00 to 06:00 is 1320 to 1800. `start` is before 1440, except for the rest of a night
/// that a closed time (`02:00-03:00 off`) has cut in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opening {
    /// Minutes since midnight at which it opens.
    pub start: u16,
    /// Minutes since the same midnight at which it closes, at most 2880.
    pub end: u16,
}

impl Opening {
    /// The longest time between two openings of a day that is no more than a pause, in minutes.
    pub const LONGEST_PAUSE: u16 = 120;

    /// What this one and another have in common.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

impl fmt::Display for Opening {
    /// `08:00-16:00`; past midnight as the wall shows it, `22:00-06:00`, and midnight itself as `24:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.end > DAY_MINUTES { self.end - DAY_MINUTES } else { self.end };
        write!(f, "{:02}:{:02}-{:02}:{:02}", self.start / 60, self.start % 60, end / 60, end % 60)
    }
}

/// Sorts, and makes one of what touches or overlaps: 08:00-12:00 and 12:00-16:00 are one opening.
pub(super) fn join(mut openings: Vec<Opening>) -> Vec<Opening> {
    openings.sort_unstable();
    let mut joined: Vec<Opening> = Vec::with_capacity(openings.len());
    for next in openings {
        match joined.last_mut() {
            Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
            _ => joined.push(next),
        }
    }
    joined
}
