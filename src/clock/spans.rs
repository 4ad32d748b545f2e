//! The open spans of a calendar between two instants, and working time on them.
//!
//! The check of promises asks here tens of millions of times: the lists are sorted, carry sums and are
//! indexed by the hour, so that each question is a few steps.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::clock::hour_index::HourIndex;
use crate::clock::local::{DAY, after_midnight, instant, midnight, moment, offsets, shift, steady, wall};
use crate::clock::open_span::{OpenSpan, State};
use crate::clock::opening::Opening;
use crate::clock::timetable::Timetable;
use crate::clock::turnaround::{DayTime, Turnaround};

/// The open spans between two instants.
///
/// The lists hold whole local days: from the one before that of `from`, whose night may reach into it,
/// to the one after that of `to`. An answer that would need a day beyond is `None`, never a guess; the
/// caller then asks again with a longer horizon.
#[derive(Clone, Debug)]
pub struct Spans {
    zone: Tz,
    /// Day by day.
    spans: Vec<OpenSpan>,
    /// The places of the spans in the order in which they begin: the rest of a night that closed times
    /// have cut in two can begin after the next day has opened.
    order: Vec<u32>,
    days: Vec<Day>,
    runs: Vec<Run>,
    from: i64,
    until: i64,
    /// By the ends of the runs, by the open seconds at their ends, and by the starts of the spans.
    by_end: HourIndex,
    by_sum: HourIndex,
    by_start: HourIndex,
}

/// An opening day: a local date on which at least one span begins.
#[derive(Clone, Copy, Debug)]
struct Day {
    date: NaiveDate,
    /// Local midnight as an instant, when the clock does not change within the next two days.
    steady_midnight: Option<i64>,
    /// Its spans are `spans[first..last]`.
    first: u32,
    last: u32,
}

/// Spans that touch or overlap, as one; and the open seconds of all runs before.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: i64,
    end: i64,
    before: i64,
}

impl Run {
    /// The open seconds up to its end.
    fn sum(&self) -> i64 {
        self.before + self.end - self.start
    }
}

impl Spans {
    pub(super) fn new(timetable: &Timetable, zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let (first, last) = (wall(zone, from.timestamp()).date(), wall(zone, to.timestamp()).date());
        let mut built = Self {
            zone,
            spans: Vec::new(),
            order: Vec::new(),
            days: Vec::new(),
            runs: Vec::new(),
            from: instant(zone, midnight(first)),
            until: instant(zone, midnight(shift(last, 1))),
            by_end: HourIndex::default(),
            by_sum: HourIndex::default(),
            by_start: HourIndex::default(),
        };
        let mut date = shift(first, -1);
        while date <= shift(last, 1) {
            built.push_day(timetable, date);
            let next = shift(date, 1);
            if next == date {
                break;
            }
            date = next;
        }
        built.join_runs();
        built
    }

    fn push_day(&mut self, timetable: &Timetable, date: NaiveDate) {
        let openings = timetable.on(date);
        if openings.is_empty() {
            return;
        }
        let midnight = midnight(date);
        let steady_midnight = steady(self.zone, midnight);
        let first = count(&self.spans);
        for opening in openings {
            let at = |minute: u16| after_midnight(self.zone, midnight, steady_midnight, i64::from(minute) * 60);
            let (start, end) = (at(opening.start), at(opening.end));
            // A span within an hour that the clock skips does not take place.
            if start < end {
                self.spans.push(OpenSpan { start, end, day: count(&self.days), date });
            }
        }
        let last = count(&self.spans);
        if last > first {
            self.days.push(Day { date, steady_midnight, first, last });
        }
    }

    fn join_runs(&mut self) {
        self.order = (0..count(&self.spans)).collect();
        self.order.sort_by_key(|place| self.spans[*place as usize].start);
        for span in self.order.iter().map(|place| &self.spans[*place as usize]) {
            match self.runs.last_mut() {
                Some(run) if span.start <= run.end => run.end = run.end.max(span.end),
                _ => self.runs.push(Run { start: span.start, end: span.end, before: 0 }),
            }
        }
        let mut before = 0;
        for run in &mut self.runs {
            run.before = before;
            before += run.end - run.start;
        }
        self.by_end = HourIndex::new(self.runs.iter().map(|run| run.end));
        self.by_sum = HourIndex::new(self.runs.iter().map(Run::sum));
        self.by_start = HourIndex::new(self.order.iter().map(|place| self.spans[*place as usize].start));
    }

    /// The zone of the calendar.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The instant at which a local date begins.
    pub fn midnight(&self, date: NaiveDate) -> DateTime<Utc> {
        moment(instant(self.zone, midnight(date)))
    }

    /// The instants about which questions are answered: from the local midnight at or before `from` to
    /// the one after `to`.
    pub fn horizon(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        (moment(self.from), moment(self.until))
    }

    /// The zone's seconds east of UTC at the beginning of the horizon, and each change within it with its
    /// instant: all that a program without a zone database needs to show and find local times here.
    pub fn offsets(&self) -> Vec<(DateTime<Utc>, i64)> {
        offsets(self.zone, self.from, self.until).into_iter().map(|(at, east)| (moment(at), east)).collect()
    }

    /// The spans that reach into the horizon, in the order in which they begin.
    pub fn spans(&self) -> impl Iterator<Item = &OpenSpan> {
        let spans = self.order.iter().map(|place| &self.spans[*place as usize]);
        spans.filter(|span| span.end > self.from && span.start < self.until)
    }

    /// The instants within the horizon at which it opens, through spans that touch, in order.
    pub fn openings(&self) -> impl Iterator<Item = DateTime<Utc>> {
        self.runs.iter().map(|run| run.start).filter(|start| (self.from..self.until).contains(start)).map(moment)
    }

    /// The times between two instants in which it is open, in seconds since the epoch: in order, apart from each
    /// other, none beyond the two.
    pub fn open_between(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, i64)> {
        let runs = self.runs.get(self.run_after(from)..).unwrap_or_default();
        runs.iter().take_while(move |run| run.start < to).map(move |run| (run.start.max(from), run.end.min(to)))
    }

    /// The local dates within the horizon on which a span begins, in order.
    pub fn opening_days(&self) -> impl Iterator<Item = NaiveDate> {
        let inside = |day: &&Day| self.begins(day).is_some_and(|start| self.from <= start && start < self.until);
        self.days.iter().filter(inside).map(|day| day.date)
    }

    /// Whether it is open at an instant, and when that changes; `None` outside the horizon.
    pub fn state(&self, at: DateTime<Utc>) -> Option<State> {
        let at = self.inside(at)?;
        // What ends at or after the horizon may go on with a day that is not in the lists.
        let known = |time: i64| (time < self.until).then(|| moment(time));
        Some(match self.runs.get(self.run_after(at)) {
            Some(run) if run.start <= at => State::Open { until: known(run.end) },
            Some(run) => State::Closed { opens: known(run.start) },
            None => State::Closed { opens: None },
        })
    }

    /// The pauses from an instant on until it closes for the day, as the instants at which they begin and end: closed
    /// times between two openings of one day, see [`Opening::LONGEST_PAUSE`]. That in which the instant falls stands
    /// first.
    pub fn pauses(&self, at: DateTime<Utc>) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let Some(at) = self.inside(at) else { return Vec::new() };
        let next = self.run_after(at);
        let is_closed = self.runs.get(next).is_none_or(|run| at < run.start);
        // Closed: what comes behind the opening before matters, where it is a pause.
        let Some(first) = next.checked_sub(usize::from(is_closed)) else { return Vec::new() };
        let runs = self.runs.get(first..).unwrap_or_default().windows(2);
        let pauses = runs.map_while(|runs| match runs {
            [before, after] if self.is_pause(before, after) => Some((moment(before.end), moment(after.start))),
            _ => None,
        });
        pauses.collect()
    }

    fn is_pause(&self, before: &Run, after: &Run) -> bool {
        if after.start - before.end > i64::from(Opening::LONGEST_PAUSE) * 60 || after.start >= self.until {
            return false;
        }
        let place = self.by_start.count(&self.order, after.start - 1, |place| self.spans[*place as usize].start);
        let Some(span) = self.order.get(place).map(|place| &self.spans[*place as usize]) else { return false };
        let Some(day) = self.days.get(span.day as usize) else { return false };
        let spans = self.spans.get(day.first as usize..day.last as usize).unwrap_or_default();
        spans.iter().any(|span| span.end == before.end)
    }

    /// When the clock starts for somebody who asks: at once when it is open, else at the next opening.
    /// At the second of closing it is closed. `None` outside the horizon, or when it does not open again
    /// within it.
    pub fn clock_starts(&self, asked: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.start(self.inside(asked)?).map(moment)
    }

    /// When what is asked for at an instant is due.
    ///
    /// Of a length of time first the days, then the minutes, both from the instant at which the clock starts.
    /// - **Minutes** run while it is open; what is used up exactly at closing time is due at closing time.
    /// - **Days** lead to the same time of day so many opening days later. The first day is the opening
    ///   day to which the clock's start belongs, and the time of day is counted from its midnight: in
    ///   the night that began on Monday, half past one is 25:30 of Monday, and one day later is 25:30 of
    ///   the next opening day. If it is not open then, the last open moment before it among the
    ///   spans of that day counts, or else the day's opening.
    /// - **A time of day** is reached as [`DayTime`] says; of a night that began on Monday, half past one is 25:30
    ///   of Monday, too.
    ///
    /// `None` when the horizon is too short for the answer.
    pub fn add(&self, asked: DateTime<Utc>, time: impl Into<Turnaround>) -> Option<DateTime<Utc>> {
        self.add_seconds(asked.timestamp(), time.into()).map(moment)
    }

    /// The same in seconds since the epoch, for those who ask a million times.
    pub fn add_seconds(&self, asked: i64, time: Turnaround) -> Option<i64> {
        if asked < self.from || asked >= self.until {
            return None;
        }
        let start = self.start(asked)?;
        let duration = match time {
            Turnaround::Within(duration) => duration,
            Turnaround::By(time) => return self.by_day_time(asked, start, time),
        };
        let after_days = match duration.days() {
            0 => start,
            days => self.add_days(start, days)?,
        };
        match duration.minutes() {
            0 => Some(after_days),
            minutes => self.add_open(after_days, i64::from(minutes) * 60),
        }
    }

    /// The open seconds between two instants; both are brought into the lists' range first.
    pub fn open_seconds(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        (self.open_before(to.timestamp()) - self.open_before(from.timestamp())).max(0)
    }

    /// The open seconds from the beginning of the lists to an instant, in seconds since the epoch. Only the
    /// difference of two of them says anything.
    pub fn open_before(&self, at: i64) -> i64 {
        match self.runs.get(self.run_after(at)) {
            Some(run) => run.before + (at - run.start).max(0),
            None => self.runs.last().map_or(0, Run::sum),
        }
    }

    /// Whether it is open at an instant, in seconds since the epoch.
    pub fn is_open(&self, at: i64) -> bool {
        self.runs.get(self.run_after(at)).is_some_and(|run| run.start <= at)
    }

    /// The last instant from which it is open for so many seconds until `at`, in seconds since the epoch: the opening
    /// behind it where it is closed. `None` when it is not open for so long from the beginning of the lists.
    pub fn latest_start(&self, at: i64, seconds: i64) -> Option<i64> {
        let before = self.open_before(at) - seconds;
        let run = self.runs.get(self.by_sum.count(&self.runs, before, Run::sum))?;
        (before >= 0).then(|| run.start + before - run.before)
    }

    fn inside(&self, at: DateTime<Utc>) -> Option<i64> {
        let at = at.timestamp();
        (self.from <= at && at < self.until).then_some(at)
    }

    /// The first run that ends after an instant.
    fn run_after(&self, at: i64) -> usize {
        self.by_end.count(&self.runs, at, |run| run.end)
    }

    fn start(&self, asked: i64) -> Option<i64> {
        let run = self.runs.get(self.run_after(asked))?;
        // The day after the horizon is in the lists only to close nights.
        let start = run.start.max(asked);
        (start < self.until).then_some(start)
    }

    fn add_open(&self, start: i64, seconds: i64) -> Option<i64> {
        let wanted = self.open_before(start) + seconds;
        // The first run whose end has as many, since what ends at closing time is due then.
        let run = self.runs.get(self.by_sum.count(&self.runs, wanted - 1, Run::sum))?;
        let due = run.start + wanted - run.before;
        (due <= self.until).then_some(due)
    }

    fn add_days(&self, start: i64, days: u32) -> Option<i64> {
        let from = self.day_of(start)?;
        let first_day = self.days.get(from)?;
        let day = self.known_day(from.checked_add(days as usize)?)?;
        let time_of_day = match first_day.steady_midnight {
            Some(midnight) => start - midnight,
            None => (wall(self.zone, start) - midnight(first_day.date)).num_seconds(),
        };
        self.due_on(day, time_of_day.max(0))
    }

    fn by_day_time(&self, asked: i64, start: i64, time: DayTime) -> Option<i64> {
        let begun_on = self.day_of(start)?;
        let asked_on = match time.asked_by() {
            None => begun_on,
            // Who asks in time has that very day, even when it has closed by then.
            Some(by) => {
                let today = wall(self.zone, asked).date();
                let same_day = self.days.get(..begun_on)?.iter().rposition(|day| day.date == today);
                let asked_on = if start == asked { begun_on } else { same_day.unwrap_or(begun_on) };
                let day = self.days.get(asked_on)?;
                asked_on + usize::from(asked > self.instant(day, self.seconds_of(day, by.minutes())))
            }
        };
        let mut place = asked_on.checked_add(time.days() as usize)?;
        loop {
            let day = self.known_day(place)?;
            let due = self.due_on(day, self.seconds_of(day, time.at().minutes()))?;
            if due >= start {
                return Some(due);
            }
            place += 1;
        }
    }

    /// An opening day; none beyond the horizon, where the last one of the lists only closes nights.
    fn known_day(&self, place: usize) -> Option<&Day> {
        self.days.get(place).filter(|day| self.begins(day).is_some_and(|begins| begins < self.until))
    }

    /// The seconds of a time of day since a day's midnight: in the night that begins on it, beyond 24 hours.
    fn seconds_of(&self, day: &Day, minute: u16) -> i64 {
        let seconds = i64::from(minute) * 60;
        let next = self.instant(day, seconds + DAY);
        let before = self.begins(day).is_some_and(|begins| self.instant(day, seconds) < begins);
        let in_the_night = before && self.spans_of(day).iter().any(|span| span.start <= next && next <= span.end);
        if in_the_night { seconds + DAY } else { seconds }
    }

    /// The instant at so many seconds since a day's midnight, or the last open moment before it on that day, or else
    /// its opening.
    fn due_on(&self, day: &Day, seconds: i64) -> Option<i64> {
        let due = self.instant(day, seconds);
        if self.is_open(due) {
            return Some(due);
        }
        let closed_before = self.spans_of(day).iter().rev().map(|span| span.end).find(|end| *end <= due);
        closed_before.or_else(|| self.begins(day))
    }

    /// The instant so many seconds of wall clock after a day's midnight.
    fn instant(&self, day: &Day, seconds: i64) -> i64 {
        after_midnight(self.zone, midnight(day.date), day.steady_midnight, seconds)
    }

    fn spans_of(&self, day: &Day) -> &[OpenSpan] {
        self.spans.get(day.first as usize..day.last as usize).unwrap_or_default()
    }

    /// The index of the opening day to which an open instant belongs: of spans that overlap, the one
    /// that began last.
    fn day_of(&self, at: i64) -> Option<usize> {
        let begun = self.by_start.count(&self.order, at, |place| self.spans[*place as usize].start);
        let begun = self.order.get(..begun)?.iter().rev().map(|place| &self.spans[*place as usize]);
        begun.into_iter().find(|span| at < span.end).map(|span| span.day as usize)
    }

    fn begins(&self, day: &Day) -> Option<i64> {
        self.spans.get(day.first as usize).map(|span| span.start)
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
