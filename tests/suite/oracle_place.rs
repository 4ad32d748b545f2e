//! A slow model of opening times for the oracles: it steps minute by minute and shares no code with the
//! program's clock.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use luukku::clock::Duration;

use crate::clock_oracle::HOLIDAYS;

const ZONES: [Tz; 4] =
    [chrono_tz::Europe::Helsinki, chrono_tz::Europe::Warsaw, chrono_tz::America::New_York, chrono_tz::Asia::Kathmandu];
/// Zones whose clocks change at other times, at midnight or by half an hour.
const ODD_ZONES: [Tz; 6] = [
    chrono_tz::Europe::Helsinki,
    chrono_tz::America::New_York,
    chrono_tz::America::Santiago,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Africa::Cairo,
    chrono_tz::Asia::Kathmandu,
];
/// Opening times of odd days: with breaks of all lengths, of a few minutes, at any minute.
const ODD_DAYS: [&[(u32, u32)]; 11] = [
    &[(600, 605)],
    &[(480, 720)],
    &[(487, 701)],
    &[(480, 960)],
    &[(480, 720), (780, 960)],
    &[(450, 697), (733, 1003)],
    &[(480, 710), (715, 960)],
    &[(480, 713), (725, 960)],
    &[(480, 705), (715, 718), (722, 960)],
    &[(480, 720), (900, 960)],
    &[(1080, 1440)],
];
/// Those of places that are open over midnight, and of others that open after it: no night reaches into the hours of
/// the next day.
const NIGHTS: [&[(u32, u32)]; 2] = [&[(1320, 1560)], &[(600, 750), (1290, 1627)]];
const MORNINGS: [&[(u32, u32)]; 3] = [&[(0, 180), (600, 1440)], &[(0, 1440)], &[(60, 200), (205, 210)]];
/// Times of day at which something odd is due, or until when one has to ask.
const ODD_TIMES: [u32; 16] = [60, 150, 300, 420, 475, 600, 697, 705, 720, 725, 840, 960, 1003, 1290, 1439, 1440];
/// Times of day at which something opens or closes, in order; two or four of them make a day.
const TIMES: [u32; 10] = [360, 450, 470, 490, 660, 697, 755, 960, 1005, 1320];
pub(crate) const TIMES_OF_WORK: [(u32, u32); 9] =
    [(0, 30), (0, 60), (0, 90), (0, 240), (0, 425), (0, 600), (1, 0), (2, 0), (1, 60)];
const MINUTES: usize = 100 * 24 * 60;

/// Times of day at which something is due: days, the minute, and until when one has to ask.
pub(crate) const TIMES_OF_DAY: [(u32, u32, Option<u32>); 7] = [
    (0, 960, Some(840)),
    (0, 960, None),
    (0, 700, Some(611)),
    (1, 600, Some(840)),
    (1, 600, None),
    (2, 1_005, Some(470)),
    (0, 1_439, Some(695)),
];

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// After days and then minutes.
    After(u32, u32),
    /// Days later at a minute of the day, and until when one has to ask.
    At(u32, u32, Option<u32>),
}

impl Due {
    /// At an odd time of day.
    pub(crate) fn odd(dice: &mut Dice) -> Self {
        let (days, at) = (u32::try_from(dice.below(3)).unwrap(), dice.pick(&ODD_TIMES));
        let asked_by = (dice.below(4) > 0).then(|| dice.pick(&ODD_TIMES));
        Self::At(days, at, asked_by.filter(|by| days > 0 || *by <= at))
    }

    /// The same a day later, of a time of day.
    pub(crate) fn a_day_later(self) -> Self {
        match self {
            Self::At(days, at, asked_by) => Self::At(days + 1, at, asked_by),
            after @ Self::After(..) => after,
        }
    }

    pub(crate) fn written(self) -> String {
        let clock = |minute: u32| format!("\"{:02}:{:02}\"", minute / 60, minute % 60);
        match self {
            Self::After(days, minutes) => written((days, minutes)),
            Self::At(days, at, None) => format!("{{days: {days}, at: {}}}", clock(at)),
            Self::At(days, at, Some(by)) => format!("{{days: {days}, at: {}, asked_by: {}}}", clock(at), clock(by)),
        }
    }
}

/// Accidental numbers from a seed (xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Opening times by weekday, Monday first, in minutes of the day.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) zone: Tz,
    week: [Vec<(u32, u32)>; 7],
    closed: Vec<NaiveDate>,
    closed_on_holidays: bool,
    /// From here on, minute by minute: the opening day to which it belongs while it is open, and how many open minutes
    /// come before it.
    base: DateTime<Utc>,
    open: Vec<Option<NaiveDate>>,
    before: Vec<usize>,
    /// The open minutes.
    minutes: Vec<usize>,
}

impl Place {
    pub(crate) fn roll(dice: &mut Dice, from: DateTime<Utc>) -> Self {
        let zone = dice.pick(&ZONES);
        let (workday, weekend) = (day(dice), day(dice));
        let sundays = dice.below(3) == 0;
        let week = std::array::from_fn(|weekday| match weekday {
            0..=4 => workday.clone(),
            5 => weekend.clone(),
            _ if sundays => workday.clone(),
            _ => Vec::new(),
        });
        Self::laid_out(zone, week, (closed_days(dice, from), false), from - TimeDelta::days(3))
    }

    /// With days of its own for each weekday.
    pub(crate) fn odd(dice: &mut Dice, from: DateTime<Utc>) -> Self {
        let days = [&ODD_DAYS[..], if dice.below(2) == 0 { &NIGHTS[..] } else { &MORNINGS[..] }].concat();
        let usual = days[1 + dice.below(days.len() - 1)];
        let (zone, holidays) = (dice.pick(&ODD_ZONES), dice.below(3) == 0);
        let week = std::array::from_fn(|weekday| match dice.below(8) {
            0 => dice.pick(&days).to_vec(),
            1 if weekday > 0 => Vec::new(),
            _ if weekday > 4 && holidays => Vec::new(),
            _ => usual.to_vec(),
        });
        let closed = closed_days(dice, from);
        let closed = closed.into_iter().flat_map(|first| first.iter_days().take(dice.pick(&[1, 1, 2, 3, 9])));
        let closed: BTreeSet<NaiveDate> = closed.collect();
        Self::laid_out(zone, week, (closed.into_iter().collect(), holidays), from - TimeDelta::days(3))
    }

    fn laid_out(
        zone: Tz,
        week: [Vec<(u32, u32)>; 7],
        (closed, closed_on_holidays): (Vec<NaiveDate>, bool),
        base: DateTime<Utc>,
    ) -> Self {
        let (open, before, minutes) = (vec![None; MINUTES], Vec::new(), Vec::new());
        let mut place = Self { zone, week, closed, closed_on_holidays, base, open, before, minutes };
        let first = place.base.with_timezone(&zone).date_naive() - Days::new(1);
        for date in first.iter_days().take(103) {
            for (start, end) in place.spans(date) {
                let mut minute = (start - place.base).num_minutes();
                while minute < (end - place.base).num_minutes() {
                    if let Some(open) = usize::try_from(minute).ok().and_then(|minute| place.open.get_mut(minute)) {
                        *open = Some(date);
                    }
                    minute += 1;
                }
            }
        }
        for (minute, open) in place.open.iter().enumerate() {
            place.before.push(place.minutes.len());
            place.minutes.extend(open.map(|_| minute));
        }
        place
    }

    /// Other hours in the same zone, on the same closed days.
    pub(crate) fn beside(&self, dice: &mut Dice) -> Self {
        let other = Self::roll(dice, self.base + TimeDelta::days(3));
        self.with(other.week)
    }

    fn with(&self, week: [Vec<(u32, u32)>; 7]) -> Self {
        Self::laid_out(self.zone, week, (self.closed.clone(), self.closed_on_holidays), self.base)
    }

    /// Open while this one or another one of the same zone is.
    pub(crate) fn or(&self, other: &Self) -> Self {
        let week = std::array::from_fn(|day| {
            let mut spans = [&self.week[day][..], &other.week[day][..]].concat();
            spans.sort_unstable();
            let mut joined: Vec<(u32, u32)> = Vec::new();
            for (start, end) in spans {
                match joined.last_mut() {
                    Some(last) if start <= last.1 => last.1 = last.1.max(end),
                    _ => joined.push((start, end)),
                }
            }
            joined
        });
        self.with(week)
    }

    /// The hours in their notation.
    pub(crate) fn hours(&self) -> String {
        const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let time = |minute: u32| {
            let shown = if minute > 1_440 { minute - 1_440 } else { minute };
            format!("{:02}:{:02}", shown / 60, shown % 60)
        };
        let rules = NAMES.iter().zip(&self.week).filter(|(_, day)| !day.is_empty()).map(|(name, day)| {
            let spans: Vec<String> =
                day.iter().map(|(start, end)| format!("{}-{}", time(*start), time(*end))).collect();
            format!("{name} {}", spans.join(","))
        });
        let rules: Vec<String> = rules.chain(self.closed_on_holidays.then(|| "PH off".to_owned())).collect();
        rules.join("; ")
    }

    /// The other keys of a team that works here.
    pub(crate) fn frame(&self) -> String {
        let closed: Vec<String> = self.closed.iter().map(ToString::to_string).collect();
        format!("time_zone: {}, closed_days: [{}]", self.zone, closed.join(", "))
    }

    /// Whether it opens at a minute.
    pub(crate) fn opens(&self, at: DateTime<Utc>) -> bool {
        self.is_open(at) && !self.is_open(at - TimeDelta::minutes(1))
    }

    /// Whether it closes at a minute.
    pub(crate) fn closes(&self, at: DateTime<Utc>) -> bool {
        !self.is_open(at) && self.is_open(at - TimeDelta::minutes(1))
    }

    fn spans(&self, date: NaiveDate) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let holiday = self.closed_on_holidays && HOLIDAYS.contains(&(date.year(), date.month(), date.day()));
        if holiday || self.closed.contains(&date) {
            return Vec::new();
        }
        let day = &self.week[date.weekday().num_days_from_monday() as usize];
        let spans = day.iter().map(|(start, end)| (self.local(date, *start), self.local(date, *end)));
        spans.filter(|(start, end)| start < end).collect()
    }

    /// The first instant at which the wall shows a minute of a day, or a later one.
    fn local(&self, date: NaiveDate, minute: u32) -> DateTime<Utc> {
        self.shows(midnight(date) + TimeDelta::minutes(i64::from(minute)))
    }

    fn shows(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        let shown = |minutes| self.zone.from_local_datetime(&(wall + TimeDelta::minutes(minutes))).earliest();
        (0..).find_map(shown).unwrap().to_utc()
    }

    fn day_of(&self, at: DateTime<Utc>) -> Option<NaiveDate> {
        self.open[self.minute(at)]
    }

    pub(crate) fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.day_of(at).is_some()
    }

    pub(crate) fn start(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.base + TimeDelta::minutes(self.minutes[self.before[self.minute(at)]] as i64)
    }

    fn minute(&self, at: DateTime<Utc>) -> usize {
        usize::try_from((at - self.base).num_minutes()).unwrap()
    }

    pub(crate) fn add(&self, asked: DateTime<Utc>, (days, minutes): (u32, u32)) -> DateTime<Utc> {
        let mut at = self.start(asked);
        if days > 0 {
            let mut date = self.day_of(at).unwrap();
            let time_of_day = at.with_timezone(&self.zone).naive_local() - midnight(date);
            for _ in 0..days {
                date = self.next_day(date);
            }
            at = self.due_on(date, self.shows(midnight(date) + time_of_day));
        }
        match self.before[self.minute(at)] + minutes as usize {
            _ if minutes == 0 => at,
            last => self.base + TimeDelta::minutes(self.minutes[last - 1] as i64 + 1),
        }
    }

    pub(crate) fn due(&self, asked: DateTime<Utc>, due: Due) -> DateTime<Utc> {
        let (days, at, asked_by) = match due {
            Due::After(days, minutes) => return self.add(asked, (days, minutes)),
            Due::At(days, at, asked_by) => (days, at, asked_by),
        };
        let start = self.start(asked);
        let mut date = self.day_of(start).unwrap();
        let today = asked.with_timezone(&self.zone).date_naive();
        if asked_by.is_some() && !self.is_open(asked) && today < date && !self.spans(today).is_empty() {
            date = today;
        }
        let late = asked_by.is_some_and(|by| asked > self.of_that_day(date, by));
        for _ in 0..days + u32::from(late) {
            date = self.next_day(date);
        }
        loop {
            let due = self.due_on(date, self.of_that_day(date, at));
            if due >= start {
                return due;
            }
            date = self.next_day(date);
        }
    }

    /// A time of day: in the night that begins on a date, that of the next morning.
    fn of_that_day(&self, date: NaiveDate, minute: u32) -> DateTime<Utc> {
        let (at, next, spans) = (self.local(date, minute), self.local(date, minute + 1_440), self.spans(date));
        let in_the_night = at < spans[0].0 && spans.iter().any(|span| span.0 <= next && next <= span.1);
        if in_the_night { next } else { at }
    }

    /// An instant, or where it is closed then the last open moment before it on a day, or its opening.
    fn due_on(&self, date: NaiveDate, at: DateTime<Utc>) -> DateTime<Utc> {
        let spans = self.spans(date);
        let closed_before = || spans.iter().rev().map(|span| span.1).find(|end| *end <= at);
        if self.is_open(at) { at } else { closed_before().unwrap_or(spans[0].0) }
    }

    fn next_day(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().skip(1).find(|date| !self.spans(*date).is_empty()).unwrap()
    }

    pub(crate) fn open_minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let before = |at| self.before[self.minute(at)] as i64;
        (before(to) - before(from)).max(0)
    }
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}

fn closed_days(dice: &mut Dice, from: DateTime<Utc>) -> Vec<NaiveDate> {
    (0..dice.below(3)).map(|_| from.date_naive() + Days::new(dice.below(20) as u64)).collect()
}

fn day(dice: &mut Dice) -> Vec<(u32, u32)> {
    let (first, last) = (dice.below(4), 6 + dice.below(4));
    match dice.below(3) {
        0 => vec![(TIMES[first], TIMES[4]), (TIMES[5], TIMES[last])],
        _ => vec![(TIMES[first], TIMES[last])],
    }
}

/// A duration in its notation.
pub(crate) fn written((days, minutes): (u32, u32)) -> String {
    Duration::new(days, minutes).unwrap().to_string()
}
