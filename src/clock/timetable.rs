//! A calendar made ready to say what opens on a date.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use opening_hours::ContextHolidays;

use crate::clock::hours::Hours;
use crate::clock::local::{instant, midnight, shift, wall};
use crate::clock::opening::{DAY_MINUTES, LONGEST, Opening, join};
use crate::clock::rule::{Rule, Verdict};
use crate::clock::special_day::SpecialDay;

/// Rules with their holidays, and the days on which less opens than they say.
#[derive(Clone, Debug)]
pub struct Timetable {
    rules: Vec<Rule>,
    special_days: Arc<[SpecialDay]>,
    cuts: bool,
    /// What opens besides: each in its zone, seen from the zone of this one.
    also: Vec<(Self, Tz)>,
    /// It opens only while each of these does.
    within: Vec<(Self, Tz)>,
    zone: Tz,
}

impl Timetable {
    pub(super) fn new(hours: &Hours, holidays: &ContextHolidays, special_days: Arc<[SpecialDay]>) -> Self {
        let rules: Vec<Rule> = hours.rules().iter().map(|rule| rule.with_holidays(holidays)).collect();
        let cuts = rules.iter().any(|rule| rule.verdict == Verdict::CloseTimes);
        Self { rules, special_days, cuts, also: Vec::new(), within: Vec::new(), zone: Tz::UTC }
    }

    /// Open in this zone while one of these is, too.
    pub(super) fn or(self, zone: Tz, also: Vec<(Self, Tz)>) -> Self {
        Self { zone, also, ..self }
    }

    /// Open in this zone only while each of these is, too.
    pub(super) fn within(self, zone: Tz, within: Vec<(Self, Tz)>) -> Self {
        Self { zone, within, ..self }
    }

    /// Whether something opens on this date: an opening day, and for deadlines a working day.
    pub fn opens_on(&self, date: NaiveDate) -> bool {
        !self.on(date).is_empty()
    }

    /// What opens on this date, in order, joined where it touches.
    ///
    /// An opening belongs to the date on which it begins: a night that begins on a holiday is closed
    /// as a whole, and one that began the evening before runs to its end. Only closed *times*
    /// (`02:00-03:00 off`) cut into a night that began on another day.
    pub fn on(&self, date: NaiveDate) -> Vec<Opening> {
        let open = self.by_itself(date);
        self.within.iter().fold(open, |open, (other, zone)| {
            let bounds = other.around(*zone, self.zone, date);
            let inside = |opening: Opening| bounds.iter().filter_map(move |bound| opening.and(*bound));
            open.into_iter().flat_map(inside).collect()
        })
    }

    fn by_itself(&self, date: NaiveDate) -> Vec<Opening> {
        let own = self.own(date);
        if self.also.is_empty() {
            return own;
        }
        let others = self.also.iter().flat_map(|(other, zone)| match *zone == self.zone {
            true => other.on(date),
            false => other.seen_from(*zone, self.zone, date),
        });
        join(own.into_iter().chain(others).collect())
    }

    /// What opens by the wall of another zone on a date there.
    fn seen_from(&self, zone: Tz, there: Tz, date: NaiveDate) -> Vec<Opening> {
        let begins = self.minutes_there(zone, there, date);
        begins
            .filter(|(start, end)| (0..i64::from(DAY_MINUTES)).contains(start) && start < end)
            .filter_map(|(start, end)| Some(Opening { start: start.try_into().ok()?, end: end.try_into().ok()? }))
            .collect()
    }

    /// All that is open by the wall of another zone on a date there and in the night behind it, joined where it
    /// touches: what began on the day before is cut off at midnight.
    fn around(&self, zone: Tz, there: Tz, date: NaiveDate) -> Vec<Opening> {
        let whole = i64::from(LONGEST);
        let inside = |(start, end): (i64, i64)| {
            let (start, end) = (start.clamp(0, whole), end.clamp(0, whole));
            let opening = Opening { start: start.try_into().ok()?, end: end.try_into().ok()? };
            (start < end).then_some(opening)
        };
        join(self.minutes_there(zone, there, date).filter_map(inside).collect())
    }

    /// What opens around a date there, in minutes since its midnight by the wall of that zone.
    fn minutes_there(&self, zone: Tz, there: Tz, date: NaiveDate) -> impl Iterator<Item = (i64, i64)> {
        let midnight_there = midnight(date);
        let minutes = move |day: NaiveDate, minute: u16| match zone == there {
            true => (day - date).num_days() * i64::from(DAY_MINUTES) + i64::from(minute),
            false => {
                let at = instant(zone, midnight(day) + TimeDelta::minutes(minute.into()));
                (wall(there, at) - midnight_there).num_minutes()
            }
        };
        (-2..=2).map(move |days| shift(date, days)).flat_map(move |day| {
            let openings = self.on(day).into_iter();
            openings.map(move |opening| (minutes(day, opening.start), minutes(day, opening.end)))
        })
    }

    fn own(&self, date: NaiveDate) -> Vec<Opening> {
        let mut openings: Option<Vec<Opening>> = None;
        for day in self.special_days.iter().filter(|day| day.covers(date)) {
            if day.is_closed() {
                return Vec::new();
            }
            let whole = openings.take().unwrap_or_else(|| self.by_rules(date));
            openings = Some(join(whole.into_iter().flat_map(|opening| day.cut(opening)).collect()));
        }
        openings.unwrap_or_else(|| self.by_rules(date))
    }

    fn by_rules(&self, date: NaiveDate) -> Vec<Opening> {
        let mut pieces: Vec<(usize, Opening)> = Vec::new();
        let mut unknown = false;
        for (index, rule) in self.rules.iter().enumerate() {
            if !rule.matches(date) {
                continue;
            }
            let own = rule.openings.iter().map(|opening| (index, *opening));
            match rule.verdict {
                Verdict::Replace => {
                    pieces.clear();
                    pieces.extend(own);
                    unknown = false;
                }
                Verdict::Add => pieces.extend(own),
                Verdict::Fallback if pieces.is_empty() && !unknown => pieces.extend(own),
                Verdict::Fallback => {}
                Verdict::CloseDay => pieces.clear(),
                Verdict::CloseTimes => pieces = cut(pieces, index, &rule.openings, 0),
                Verdict::Unknown => {
                    pieces.clear();
                    unknown = true;
                }
            }
        }
        if self.cuts {
            pieces = self.cut_by_neighbour(pieces, shift(date, -1), -i32::from(DAY_MINUTES));
            if pieces.iter().any(|(_, piece)| piece.end > DAY_MINUTES) {
                pieces = self.cut_by_neighbour(pieces, shift(date, 1), i32::from(DAY_MINUTES));
            }
        }
        // A cut at midnight can leave a rest that begins on the next date; it still belongs to this night.
        join(pieces.into_iter().map(|(_, piece)| piece).collect())
    }

    /// Takes out the closed times of the day before or after; `by` is that day's midnight in minutes.
    fn cut_by_neighbour(&self, mut pieces: Vec<(usize, Opening)>, date: NaiveDate, by: i32) -> Vec<(usize, Opening)> {
        for (index, rule) in self.rules.iter().enumerate() {
            if rule.verdict == Verdict::CloseTimes && rule.matches(date) {
                pieces = cut(pieces, index, &rule.openings, by);
            }
        }
        pieces
    }
}

/// Takes closed times out of what earlier rules opened.
fn cut(pieces: Vec<(usize, Opening)>, rule: usize, closed: &[Opening], by: i32) -> Vec<(usize, Opening)> {
    let mut left = Vec::with_capacity(pieces.len() + 1);
    for (index, piece) in pieces {
        if index > rule {
            left.push((index, piece));
            continue;
        }
        let mut start = piece.start;
        for gap in closed {
            let (from, until) = (inside(gap.start, by, piece), inside(gap.end, by, piece));
            if from > start {
                left.push((index, Opening { start, end: from }));
            }
            start = start.max(until);
        }
        if start < piece.end {
            left.push((index, Opening { start, end: piece.end }));
        }
    }
    left
}

/// A minute of another day, brought into a piece.
fn inside(minute: u16, by: i32, piece: Opening) -> u16 {
    let minute = (i32::from(minute) + by).clamp(i32::from(piece.start), i32::from(piece.end));
    u16::try_from(minute).unwrap_or(piece.start)
}
