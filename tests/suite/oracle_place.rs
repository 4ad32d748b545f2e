//! A slow model of opening times for the oracles: it steps minute by minute and shares no code with the
//! program's clock.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use luukku::clock::Duration;

const ZONES: [Tz; 4] =
    [chrono_tz::Europe::Helsinki, chrono_tz::Europe::Warsaw, chrono_tz::America::New_York, chrono_tz::Asia::Kathmandu];
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
    /// From here on, minute by minute: whether it is open, and when it is so next.
    base: DateTime<Utc>,
    open: Vec<bool>,
    next: Vec<i64>,
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
        let closed = (0..dice.below(3)).map(|_| from.date_naive() + Days::new(dice.below(20) as u64)).collect();
        Self::laid_out(zone, week, closed, from - TimeDelta::days(3))
    }

    fn laid_out(zone: Tz, week: [Vec<(u32, u32)>; 7], closed: Vec<NaiveDate>, base: DateTime<Utc>) -> Self {
        let mut place = Self { zone, week, closed, base, open: vec![false; MINUTES], next: vec![0; MINUTES] };
        let first = place.base.with_timezone(&zone).date_naive();
        for date in first.iter_days().take(102) {
            for (start, end) in place.spans(date) {
                let mut minute = (start - place.base).num_minutes();
                while minute < (end - place.base).num_minutes() {
                    if let Some(open) = usize::try_from(minute).ok().and_then(|minute| place.open.get_mut(minute)) {
                        *open = true;
                    }
                    minute += 1;
                }
            }
        }
        let mut next = i64::MAX;
        for (minute, open) in place.open.iter().enumerate().rev() {
            next = if *open { i64::try_from(minute).unwrap() } else { next };
            place.next[minute] = next;
        }
        place
    }

    /// Other hours in the same zone, on the same closed days.
    pub(crate) fn beside(&self, dice: &mut Dice) -> Self {
        let other = Self::roll(dice, self.base + TimeDelta::days(3));
        Self::laid_out(self.zone, other.week, self.closed.clone(), self.base)
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
        Self::laid_out(self.zone, week, self.closed.clone(), self.base)
    }

    /// The hours in their notation.
    pub(crate) fn hours(&self) -> String {
        const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let time = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let rules = NAMES.iter().zip(&self.week).filter(|(_, day)| !day.is_empty()).map(|(name, day)| {
            let spans: Vec<String> =
                day.iter().map(|(start, end)| format!("{}-{}", time(*start), time(*end))).collect();
            format!("{name} {}", spans.join(","))
        });
        let rules: Vec<String> = rules.collect();
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

    pub(crate) fn spans(&self, date: NaiveDate) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        if self.closed.contains(&date) {
            return Vec::new();
        }
        let day = &self.week[date.weekday().num_days_from_monday() as usize];
        day.iter().map(|(start, end)| (self.local(date, *start), self.local(date, *end))).collect()
    }

    fn local(&self, date: NaiveDate, minute: u32) -> DateTime<Utc> {
        let time = date.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        self.zone.from_local_datetime(&time).unwrap().to_utc()
    }

    pub(crate) fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.open[usize::try_from((at - self.base).num_minutes()).unwrap()]
    }

    pub(crate) fn start(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.base + TimeDelta::minutes(self.next[usize::try_from((at - self.base).num_minutes()).unwrap()])
    }

    pub(crate) fn add(&self, asked: DateTime<Utc>, (days, minutes): (u32, u32)) -> DateTime<Utc> {
        let mut at = self.start(asked);
        if days > 0 {
            let local = at.with_timezone(&self.zone);
            let mut date = local.date_naive();
            for _ in 0..days {
                date = self.next_day(date);
            }
            let same = self.zone.from_local_datetime(&date.and_time(local.time())).unwrap().to_utc();
            let spans = self.spans(date);
            at = if self.is_open(same) {
                same
            } else {
                spans.iter().rev().map(|span| span.1).find(|end| *end <= same).unwrap_or(spans[0].0)
            };
        }
        for _ in 0..minutes {
            at = self.start(at) + TimeDelta::minutes(1);
        }
        at
    }

    pub(crate) fn due(&self, asked: DateTime<Utc>, due: Due) -> DateTime<Utc> {
        let (days, at, asked_by) = match due {
            Due::After(days, minutes) => return self.add(asked, (days, minutes)),
            Due::At(days, at, asked_by) => (days, at, asked_by),
        };
        let start = self.start(asked);
        let mut date = start.with_timezone(&self.zone).date_naive();
        let today = asked.with_timezone(&self.zone).date_naive();
        if asked_by.is_some() && !self.spans(today).is_empty() {
            date = today;
        }
        let late = asked_by.is_some_and(|by| asked > self.local(date, by));
        for _ in 0..days + u32::from(late) {
            date = self.next_day(date);
        }
        loop {
            let (same, spans) = (self.local(date, at), self.spans(date));
            let due = match self.is_open(same) {
                true => same,
                false => spans.iter().rev().map(|span| span.1).find(|end| *end <= same).unwrap_or(spans[0].0),
            };
            if due >= start {
                return due;
            }
            date = self.next_day(date);
        }
    }

    fn next_day(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().skip(1).find(|date| !self.spans(*date).is_empty()).unwrap()
    }

    pub(crate) fn open_minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let mut at = from;
        let mut sum = 0;
        while at < to {
            sum += i64::from(self.is_open(at));
            at += TimeDelta::minutes(1);
        }
        sum
    }
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
