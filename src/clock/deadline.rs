//! A deadline that comes back: the 25th of each month at noon, the last working day of a quarter.

use std::iter;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::clock::calendar::Calendar;
use crate::clock::deadline_error::{DeadlineError, DeadlineField};
use crate::clock::deadline_words;
use crate::clock::local::{instant, midnight, moment, shift};
use crate::clock::recurrence::{DueDay, DueTime, Every, IfClosed};
use crate::clock::timetable::Timetable;

/// How many days away a working day is looked for; what falls into a longer closure is not due at all.
const LONGEST_CLOSURE: i64 = 366;

/// Minutes from midnight to midnight.
const DAY_END: i64 = 1_440;

/// When something is due, again and again.
///
/// - `month`: a day of the month (a short month has its last day instead), `first mon` to `fourth mon`, `last mon`,
///   `last-working-day`, `working-day N`.
/// - `week`: a weekday, `last-working-day`, `working-day N`; weeks begin on Monday (ISO 8601).
/// - `2 weeks`: a weekday, first on or after the date of `from` and then each fourteen days; that date's own weekday
///   where none is named.
/// - `quarter`: a day (1-31) of the quarter's *first* month, `first mon`, `last-working-day` and `working-day N` of the
///   quarter, or a month and day (`12-15`), which then comes every three months.
/// - `year`: a month and day (`02-29` is the 28th in other years), `first mon`, `last-working-day`, `working-day N`.
/// - `once`: an ISO date.
///
/// Several days may be named: the 1st and the 15th of each month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    every: Every,
    /// At least one.
    days: Box<[DueDay]>,
    /// The day from which two weeks are counted.
    from: Option<NaiveDate>,
    at: DueTime,
    if_closed: IfClosed,
}

/// The pieces of a deadline as they stand in the catalog, numbers as text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DeadlineParts<'a> {
    /// How often; it may be left out beside an ISO date, which is due once.
    pub every: Option<&'a str>,
    /// On which days; none beside `from`, which names one.
    pub on: &'a [&'a str],
    /// For `2 weeks`: an ISO date from which they are counted.
    pub from: Option<&'a str>,
    /// A local time `HH:MM` (or `24:00`). Left out, it is the closing time of the day's last span, or the end of the
    /// day when the day has none.
    pub at: Option<&'a str>,
    /// What happens on a day on which nothing opens: `before` and `after` move it to the nearest working day, `same`
    /// (when it is left out) leaves it. The time of day stays. Where no working day comes within a year, it is not due.
    pub if_closed: Option<&'a str>,
}

impl<'a> DeadlineParts<'a> {
    /// On these days of each such period.
    pub fn new(every: &'a str, on: &'a [&'a str]) -> Self {
        Self { every: Some(every), on, ..Self::default() }
    }
}

/// One time at which a deadline falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The local date on which it is due, after `if_closed` has moved it.
    pub date: NaiveDate,
    /// The date that the rule named.
    pub named: NaiveDate,
    /// The instant at which it is too late.
    pub at: DateTime<Utc>,
    /// Whether `at` is a time of day that was given or is the day's closing time. If not, the day is a
    /// closed one and ends at midnight: `at` is the first instant of the next date.
    pub timed: bool,
    /// A working day earlier, at the same time of day; `at` itself where none came within a year.
    pub reminder: DateTime<Utc>,
}

impl Deadline {
    /// How often it comes.
    pub fn every(&self) -> Every {
        self.every
    }

    /// On which days of the period, at least one.
    pub fn days(&self) -> &[DueDay] {
        &self.days
    }

    /// The same on one of its days alone.
    pub fn on(&self, day: DueDay) -> Self {
        Self { days: Box::new([day]), ..self.clone() }
    }

    /// The day from which two weeks are counted.
    pub fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// At what time.
    pub fn at(&self) -> DueTime {
        self.at
    }

    /// What happens on a closed day.
    pub fn if_closed(&self) -> IfClosed {
        self.if_closed
    }

    /// Reads the pieces.
    pub fn parse(parts: &DeadlineParts<'_>) -> Result<Self, DeadlineError> {
        let (every, mut days) = deadline_words::every_and_days(parts.every, parts.on)?;
        let from = parts.from.map(deadline_words::date).transpose()?;
        deadline_words::check_from(every, from)?;
        if let (true, Some(from)) = (days.is_empty(), from) {
            days.push(DueDay::Weekday(from.weekday()));
        }
        let at = parts.at.map_or(Ok(DueTime::Closing), deadline_words::time)?;
        let if_closed = parts.if_closed.map_or(Ok(IfClosed::Same), deadline_words::if_closed)?;
        Ok(Self { every, days: days.into(), from, at, if_closed })
    }

    /// What was probably meant by a text in place of the pieces, as they are written: "every Friday", "the 25th".
    pub fn meant(text: &str) -> Option<String> {
        // `25.` is a number in YAML.
        let text = text.trim().trim_end_matches(".0").trim_matches(['“', '”', '„', '"', '.']);
        let day_of = |every: &str| match deadline_words::every_and_days(Some(every), &[text]) {
            Ok(_) => Some(text.to_owned()),
            Err(error) => error.suggestion.filter(|_| error.field == DeadlineField::On(0)),
        };
        let whole = ["week", "once", "month", "year"].into_iter().find_map(|every| {
            let day = day_of(every)?;
            let read = Self::parse(&DeadlineParts::new(every, &[&day])).ok()?;
            let is_weekday = matches!(read.days(), [DueDay::Weekday(_)]);
            (is_weekday || read.every() != Every::Week).then(|| format!("{{every: {every}, on: {day}}}"))
        });
        whole.or_else(|| Self::meant_with_time(text))
    }

    /// The same with a time of day behind it: "the 25th at noon", "25. klo 12".
    fn meant_with_time(text: &str) -> Option<String> {
        text.match_indices(' ').find_map(|(space, _)| {
            let (day, time) = (text.get(..space)?, text.get(space..)?.trim());
            // A figure alone may be anything.
            let says_time = time.contains(|c: char| !c.is_ascii_digit());
            let time = match deadline_words::time(time).err().map(|error| error.suggestion) {
                None => Some(time.to_owned()),
                Some(suggestion) => suggestion,
            };
            let day = Self::meant(day.trim_end_matches(','))?;
            Some(format!("{}, at: \"{}\"}}", day.strip_suffix('}')?, time.filter(|_| says_time)?))
        })
    }

    /// The first one after an instant; `None` when it was once, or never has a day (`working-day 30`).
    pub fn next(&self, after: DateTime<Utc>, calendar: &Calendar) -> Option<Occurrence> {
        // Most come within weeks; the rarest comes once a year and may have been moved.
        let dates = self.days.iter().filter_map(|day| if let DueDay::Date(date) = day { Some(*date) } else { None });
        let begins = dates.chain(self.from).map(|date| (date - calendar.date_at(after)).num_days()).max();
        let far = begins.unwrap_or(0).max(800) + LONGEST_CLOSURE + 3;
        [45, far].into_iter().find_map(|days| {
            let horizon = after.checked_add_signed(TimeDelta::days(days))?;
            self.within(after, horizon, calendar).find(|occurrence| occurrence.at > after)
        })
    }

    /// All from an instant up to, but not including, another, in the order in which they are due.
    pub fn within(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        calendar: &Calendar,
    ) -> impl Iterator<Item = Occurrence> + use<> {
        let timetable = calendar.timetable();
        // A night closes up to two days after its date.
        let (mut first, mut last) = (shift(calendar.date_at(from), -2), calendar.date_at(to));
        // What is moved into the range has been moved over closed days only.
        match self.if_closed {
            IfClosed::After => first = opening_day(first, -1, &timetable).unwrap_or(first),
            IfClosed::Before => last = opening_day(last, 1, &timetable).unwrap_or(last),
            IfClosed::Same => {}
        }
        let mut found: Vec<Occurrence> = self
            .named_days(first, last, &timetable)
            .filter_map(|named| self.occurrence(named, &timetable, calendar))
            .filter(|occurrence| from <= occurrence.at && occurrence.at < to)
            .collect();
        found.sort_by_key(|occurrence| (occurrence.at, occurrence.named));
        // Two weekly days that both move behind the same holidays are one deadline.
        found.dedup_by_key(|occurrence| occurrence.at);
        found.into_iter()
    }

    fn named_days(&self, first: NaiveDate, last: NaiveDate, timetable: &Timetable) -> impl Iterator<Item = NaiveDate> {
        let once = self.every == Every::Once;
        let after = move |begin: &NaiveDate| Some(self.period_after(*begin)).filter(|next| !once && next > begin);
        // Nothing comes before the date from which it is counted, which may be far away.
        let first = self.from.map_or(first, |from| first.max(from));
        iter::successors(Some(self.period(first)), after)
            .take_while(move |begin| *begin <= last)
            .flat_map(move |begin| self.days.iter().filter_map(move |day| self.named_day(*day, begin, timetable)))
    }

    /// The first date of the period in which a date lies.
    fn period(&self, date: NaiveDate) -> NaiveDate {
        let month = match self.every {
            Every::Week => return shift(date, -i64::from(date.weekday().num_days_from_monday())),
            Every::TwoWeeks => {
                let days = self.from.map_or(0, |from| (date - from).num_days().rem_euclid(14));
                return shift(date, -days);
            }
            Every::Month => date.month(),
            Every::Quarter => date.month0() / 3 * 3 + 1,
            Every::Year => 1,
            Every::Once => return date,
        };
        NaiveDate::from_ymd_opt(date.year(), month, 1).unwrap_or(date)
    }

    fn period_after(&self, begin: NaiveDate) -> NaiveDate {
        let days = match self.every {
            Every::Week => 7,
            Every::TwoWeeks => 14,
            Every::Month => 31,
            Every::Quarter => 92,
            Every::Year => 366,
            Every::Once => 1,
        };
        self.period(shift(begin, days))
    }

    fn named_day(&self, day: DueDay, begin: NaiveDate, timetable: &Timetable) -> Option<NaiveDate> {
        let end = self.period_after(begin);
        let mut dates = iter::successors(Some(begin), |date| date.succ_opt()).take_while(|date| *date < end);
        match day {
            DueDay::OfMonth(day) => Some(clamped(begin.year(), begin.month(), day)),
            DueDay::Weekday(weekday) => dates.find(|date| date.weekday() == weekday),
            DueDay::NthWeekday(number, weekday) => {
                dates.filter(|date| date.weekday() == weekday).nth(number.checked_sub(1)? as usize)
            }
            DueDay::LastWeekday(weekday) => {
                (1..=7).map(|back| shift(end, -back)).find(|date| date.weekday() == weekday)
            }
            DueDay::LastWorkingDay => {
                let length = (end - begin).num_days();
                (1..=length).map(|back| shift(end, -back)).find(|date| timetable.opens_on(*date))
            }
            DueDay::WorkingDay(number) => {
                dates.filter(|date| timetable.opens_on(*date)).nth(number.checked_sub(1)? as usize)
            }
            DueDay::MonthDay(month, day) if self.every == Every::Quarter => {
                Some(clamped(begin.year(), begin.month() + (month - 1) % 3, day))
            }
            DueDay::MonthDay(month, day) => Some(clamped(begin.year(), month, day)),
            DueDay::Date(date) => Some(date),
        }
    }

    fn occurrence(&self, named: NaiveDate, timetable: &Timetable, calendar: &Calendar) -> Option<Occurrence> {
        let date = match self.if_closed {
            IfClosed::Before => opening_day(named, -1, timetable)?,
            IfClosed::After => opening_day(named, 1, timetable)?,
            IfClosed::Same => named,
        };
        let local = |minutes: i64| moment(instant(calendar.zone(), midnight(date) + TimeDelta::minutes(minutes)));
        let closing = timetable.on(date).last().map(|opening| i64::from(opening.end));
        let (at, timed) = match (self.at, closing) {
            (DueTime::At(time), _) => (moment(instant(calendar.zone(), date.and_time(time))), true),
            (DueTime::Closing, Some(closing)) => (local(closing), true),
            (DueTime::DayEnd, _) | (DueTime::Closing, None) => (local(DAY_END), false),
        };
        // What is due when a closed day ends is told in the morning of the working day before.
        let earlier = opening_day(shift(date, -1), -1, timetable);
        let reminder = earlier.map_or(at, |earlier| {
            let opens = timetable.on(earlier).first().map_or(0, |opening| i64::from(opening.start));
            let time = if timed { at.with_timezone(&calendar.zone()).time() } else { time_of_day(opens) };
            moment(instant(calendar.zone(), earlier.and_time(time)))
        });
        Some(Occurrence { date, named, at, timed, reminder })
    }
}

/// Minutes from midnight as a time of day.
fn time_of_day(minutes: i64) -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(minutes)
}

/// The nearest day from a date on, in a direction, on which something opens.
fn opening_day(date: NaiveDate, step: i64, timetable: &Timetable) -> Option<NaiveDate> {
    (0..=LONGEST_CLOSURE).map(|days| shift(date, days * step)).find(|date| timetable.opens_on(*date))
}

/// A day of a month, or the month's last day if it is shorter.
fn clamped(year: i32, month: u32, day: u32) -> NaiveDate {
    (28..=day.max(28))
        .rev()
        .map(|last| day.min(last))
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .unwrap_or(NaiveDate::MAX)
}
