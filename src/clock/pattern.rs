//! What opens regularly, also where not every week is the same: first Mondays, every second week, summers.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::clock::calendar::Calendar;
use crate::clock::local::shift;
use crate::clock::opening::Opening;
use crate::clock::timetable::Timetable;
use crate::clock::week::{Exception, Week};

/// So many weeks are looked through: a year, and some of the next one.
const WEEKS: i64 = 57;
/// So many days have all holidays among them.
const YEAR: i64 = 365;
/// So many days of the next year, in which the seasons of this one come again.
const OVERLAP: i64 = (WEEKS - 1) * 7 - 366;
/// What differs for no more days is an exception, not a season.
const SHORTEST_SEASON: i64 = 7;
/// More seasons are no seasons.
const MOST_SEASONS: usize = 4;
/// So many of the dates that follow no rule are told.
const DATES: usize = 3;
/// A weekday that is closed more often a year follows no rule.
const CLOSINGS: usize = 6;
/// The part of its dates on which a weekday has something that is told as usual.
const MOST: f64 = 0.66;

/// What opens regularly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// What opens in most weeks.
    pub week: Week,
    /// What some weeks of a month have besides, or instead.
    pub monthly: Vec<Monthly>,
    /// What every second week has besides.
    pub fortnightly: Vec<Fortnightly>,
    /// When weeks differ from these, in order.
    pub seasons: Vec<Season>,
    /// The next dates of what opens by no rule that could be told.
    pub dates: Vec<(NaiveDate, Vec<Opening>)>,
    /// What opens on public holidays, where readers would not expect it: something, or nothing although it is open on
    /// all other days.
    pub holidays: Option<Vec<Opening>>,
    /// What opens on the days before these, where that is told.
    pub eves: Option<Vec<Opening>>,
}

/// A weekday of some weeks of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monthly {
    /// The weekday.
    pub day: Weekday,
    /// Which of them, from 1; none for the last one of the month.
    pub which: Vec<u32>,
    /// What opens; nothing when it is closed then.
    pub openings: Vec<Opening>,
}

/// What opens in every second week only (ISO 8601).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fortnightly {
    /// Whether the number of the week is even.
    pub is_even: bool,
    /// What opens in it besides.
    pub week: Week,
}

/// A part of the year with a week of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its first day, or the day that was asked about if it has begun.
    pub from: NaiveDate,
    /// Its last day; none when it does not end within a year.
    pub to: Option<NaiveDate>,
    /// What opens in it.
    pub week: Week,
}

/// The same weekday of all weeks that are looked through.
struct Column {
    day: Weekday,
    dates: Vec<(NaiveDate, Vec<Opening>)>,
}

impl Calendar {
    /// What opens regularly from a date on, without holidays and closed days.
    pub fn pattern(&self, from: NaiveDate) -> Pattern {
        let week = self.week(from);
        let plain = Pattern { week, ..Pattern::default() };
        let pattern = match self.is_weekly() {
            true => plain,
            false => plain.with_columns((&self.ordinary_timetable(), &self.timetable()), from),
        };
        if self.names_public_holidays() { self.with_holidays(pattern, from) } else { pattern }
    }

    /// The dates from `from` on, for so many days, on which something else opens than a pattern says, in order.
    pub fn exceptions_to(&self, pattern: &Pattern, from: NaiveDate, days: u32) -> Vec<Exception> {
        self.differing((from, days), |date| pattern.on(date))
    }

    /// The same with what opens on the holidays of a year and on the days before them.
    fn with_holidays(&self, pattern: Pattern, from: NaiveDate) -> Pattern {
        let timetable = self.timetable();
        let alike = |is_one: &dyn Fn(NaiveDate) -> bool| {
            let dates: Vec<NaiveDate> =
                (0..YEAR).map(|ahead| shift(from, ahead)).filter(|date| is_one(*date)).collect();
            let openings = timetable.on(*dates.first()?);
            let differs = dates.iter().any(|date| pattern.on(*date) != openings.as_slice());
            (differs && dates.iter().all(|date| timetable.on(*date) == openings)).then_some(openings)
        };
        let is_holiday = |date: NaiveDate| self.is_public_holiday(date) && self.special_day(date).is_none();
        let is_eve = |date: NaiveDate| {
            !self.is_public_holiday(date) && self.is_public_holiday(shift(date, 1)) && self.special_day(date).is_none()
        };
        let opens_daily = pattern.week.days().all(|(_, openings)| !openings.is_empty());
        let holidays = alike(&is_holiday).filter(|openings| opens_daily || !openings.is_empty());
        let eves = alike(&is_eve).filter(|openings| !openings.is_empty());
        Pattern { holidays, eves, ..pattern }
    }

    /// Whether all weeks are the same but for holidays.
    fn is_weekly(&self) -> bool {
        self.hours().is_weekly() && self.bounds().iter().all(Self::is_weekly)
    }
}

impl Pattern {
    /// Whether every week is the same.
    pub fn is_weekly(&self) -> bool {
        *self == Self { week: self.week.clone(), ..Self::default() }
    }

    /// What opens on a date by the pattern.
    pub fn on(&self, date: NaiveDate) -> &[Opening] {
        let day = date.weekday();
        if let Some((_, openings)) = self.dates.iter().find(|(known, _)| *known == date) {
            return openings;
        }
        let is_that = |one: &&Monthly| {
            one.day == day && if one.which.is_empty() { is_last(date) } else { one.which.contains(&number(date)) }
        };
        if let Some(one) = self.monthly.iter().find(is_that) {
            return &one.openings;
        }
        let is_even = has_even_week(date);
        let mut second = self.fortnightly.iter().filter(|one| one.is_even == is_even).map(|one| one.week.on(day));
        if let Some(openings) = second.find(|openings| !openings.is_empty()) {
            return openings;
        }
        let is_in = |season: &&Season| season.from <= date && season.to.is_none_or(|to| date <= to);
        self.seasons.iter().find(is_in).map_or(&self.week, |season| &season.week).on(day)
    }

    /// By a timetable without holidays; the dates that are told are real ones.
    fn with_columns(mut self, (timetable, real): (&Timetable, &Timetable), from: NaiveDate) -> Self {
        let mut rest: Vec<Column> = Vec::new();
        for ahead in 0..7 {
            let first = shift(from, ahead);
            let dates = (0..WEEKS).map(|week| shift(first, week * 7)).map(|date| (date, timetable.on(date)));
            let column = Column { day: first.weekday(), dates: dates.collect() };
            if !self.takes_rule(&column) {
                self.week.set(column.day, column.usual());
                rest.push(column);
            }
        }
        let horizon = shift(from, (WEEKS - 1) * 7);
        let mut dates = Vec::new();
        loop {
            let mut sorted: Vec<&(NaiveDate, Vec<Opening>)> = rest.iter().flat_map(|column| &column.dates).collect();
            sorted.sort_unstable_by_key(|(date, _)| *date);
            let is_long = |season: &Season| season.to.is_none_or(|to| (to - season.from).num_days() >= SHORTEST_SEASON);
            let (long, short): (Vec<Season>, Vec<Season>) =
                seasons(&sorted, &self.week, horizon).into_iter().partition(is_long);
            let of = |day| short.iter().filter(move |season| season.from.weekday() == day);
            let opens = |season: &&Season| !season.week.on(season.from.weekday()).is_empty();
            let follows =
                |column: &Column| of(column.day).count() <= CLOSINGS && of(column.day).filter(opens).count() <= DATES;
            let is_told = rest.iter().all(follows);
            if is_told && long.len() <= MOST_SEASONS {
                self.seasons = long;
                break;
            }
            // One day that follows no rule is no reason not to tell the others.
            let (kept, irregular) = rest.into_iter().partition(|column| !is_told && follows(column));
            rest = kept;
            for column in irregular {
                if column.share(self.week.on(column.day)) < MOST {
                    self.week.set(column.day, Vec::new());
                }
                let usual = self.week.on(column.day);
                let differs = |(_, openings): &(NaiveDate, Vec<Opening>)| !openings.is_empty() && openings != usual;
                dates.extend(column.dates.iter().filter(|date| differs(date)).cloned());
            }
        }
        dates.sort_unstable_by_key(|(date, _)| *date);
        self.dates = dates.into_iter().filter(|(date, openings)| real.on(*date) == *openings).take(DATES).collect();
        self
    }

    /// Takes a weekday whose weeks follow the month or the number of the week, or are all the same.
    fn takes_rule(&mut self, column: &Column) -> bool {
        let usual = self.week.on(column.day);
        if column.dates.iter().all(|(_, openings)| openings == usual) {
            return true;
        }
        if let Some((usual, monthly)) = column.monthly() {
            self.week.set(column.day, usual);
            self.monthly.extend(monthly);
            return true;
        }
        let Some((odd, even)) = column.by(has_even_week) else { return false };
        self.week.set(column.day, Vec::new());
        for (is_even, openings) in [(false, odd), (true, even)].into_iter().filter(|(_, openings)| !openings.is_empty())
        {
            if !self.fortnightly.iter().any(|one| one.is_even == is_even) {
                self.fortnightly.push(Fortnightly { is_even, week: Week::default() });
            }
            let known = self.fortnightly.iter_mut().find(|one| one.is_even == is_even);
            known.into_iter().for_each(|one| one.week.set(column.day, openings.clone()));
        }
        true
    }
}

impl Column {
    /// On which part of the dates this opens.
    #[allow(clippy::cast_precision_loss)]
    fn share(&self, openings: &[Opening]) -> f64 {
        self.dates.iter().filter(|(_, other)| other == openings).count() as f64 / self.dates.len() as f64
    }

    /// What opens most often; of equally many, what comes first.
    fn usual(&self) -> Vec<Opening> {
        let often = |openings: &Vec<Opening>| self.dates.iter().filter(|(_, other)| other == openings).count();
        // `max_by_key` takes the last of equals.
        let usual = self.dates.iter().rev().map(|(_, openings)| openings).max_by_key(|openings| often(openings));
        usual.cloned().unwrap_or_default()
    }

    /// What opens usually, and what some weeks of the month have instead; none where it does not follow the month.
    fn monthly(&self) -> Option<(Vec<Opening>, Vec<Monthly>)> {
        let monthly = |which, openings| Monthly { day: self.day, which, openings };
        if let Some((usual, last)) = self.by(is_last) {
            return Some((usual, vec![monthly(Vec::new(), last)]));
        }
        let of = |which| {
            let mut all = self.dates.iter().filter(|(date, _)| number(*date) == which).map(|(_, openings)| openings);
            let first = all.next()?;
            all.all(|openings| openings == first).then_some(first)
        };
        let weeks: Vec<(u32, &Vec<Opening>)> = (1..=5).map(|which| Some((which, of(which)?))).collect::<Option<_>>()?;
        let usual = self.usual();
        let mut rest: Vec<Monthly> = Vec::new();
        for (which, openings) in weeks.iter().filter(|(_, openings)| **openings != usual) {
            match rest.iter_mut().find(|one| one.openings == **openings) {
                Some(one) => one.which.push(*which),
                None => rest.push(monthly(vec![*which], (*openings).clone())),
            }
        }
        Some((usual, rest))
    }

    /// What opens on the dates of which something does not hold, and on those of which it does, if that is all that
    /// decides.
    fn by(&self, holds: fn(NaiveDate) -> bool) -> Option<(Vec<Opening>, Vec<Opening>)> {
        let of = |wanted| {
            let mut all = self.dates.iter().filter(|(date, _)| holds(*date) == wanted).map(|(_, openings)| openings);
            let first = all.next()?;
            all.all(|openings| openings == first).then(|| first.clone())
        };
        Some((of(false)?, of(true)?))
    }
}

/// The stretches of time whose weeks differ from the usual one, each the same in itself, however short.
fn seasons(dates: &[&(NaiveDate, Vec<Opening>)], usual: &Week, horizon: NaiveDate) -> Vec<Season> {
    let mut seasons: Vec<Season> = Vec::new();
    let mut last: Option<NaiveDate> = None;
    let mut known: Vec<Weekday> = Vec::new();
    for (date, openings) in dates {
        let day = date.weekday();
        let differs = openings.as_slice() != usual.on(day);
        let is_near = last.is_some_and(|last| (*date - last).num_days() <= 7);
        let season = seasons.last_mut().filter(|_| is_near);
        match season.filter(|season| !known.contains(&day) || season.week.on(day) == openings.as_slice()) {
            Some(season) if differs => {
                season.week.set(day, openings.clone());
                season.to = Some(*date);
                known.push(day);
                last = Some(*date);
            }
            Some(_) => known.push(day),
            None if differs => {
                let mut week = usual.clone();
                week.set(day, openings.clone());
                seasons.push(Season { from: *date, to: Some(*date), week });
                known = vec![day];
                last = Some(*date);
            }
            None => last = None,
        }
    }
    // What begins in the last weeks is that of the year before once more.
    seasons.retain(|season| (horizon - season.from).num_days() > OVERLAP);
    if let Some(season) = seasons.last_mut() {
        season.to = season.to.filter(|to| *to < horizon);
    }
    seasons
}

/// Which of its weekday of the month a date is, from 1.
fn number(date: NaiveDate) -> u32 {
    date.day0() / 7 + 1
}

/// Whether a date is the last of its weekday of the month.
fn is_last(date: NaiveDate) -> bool {
    shift(date, 7).month() != date.month()
}

fn has_even_week(date: NaiveDate) -> bool {
    date.iso_week().week().is_multiple_of(2)
}
