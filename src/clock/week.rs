//! The regular week of a calendar, and the coming dates that differ from it.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::clock::calendar::Calendar;
use crate::clock::hours::Hours;
use crate::clock::local::shift;
use crate::clock::opening::{DAY_MINUTES, Opening};
use crate::clock::special_day::SpecialDay;
use crate::clock::timetable::Timetable;

/// How many weeks before and after a date say what is regular then: a quarter of a year in all, so
/// that a closed month does not become the rule.
const WEEKS_AROUND: i64 = 6;

/// What opens on each weekday of an ordinary week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Week {
    days: [Vec<Opening>; 7],
}

/// A date whose openings differ from the regular week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The date.
    pub date: NaiveDate,
    /// What opens on it; nothing when it is closed.
    pub openings: Vec<Opening>,
    /// Why it differs.
    pub reason: Reason,
    /// The special day that makes it differ.
    pub special: Option<SpecialDay>,
}

/// Why a date differs from the regular week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A closed day of the company, the department or the team.
    ClosedDay,
    /// A shorter day of the company, the department or the team.
    ShortDay,
    /// A public holiday of the calendar's country.
    PublicHoliday,
    /// The day before one, of which the hours speak.
    HolidayEve,
    /// The hours name other times for this part of the year, regularly: summer hours.
    Season,
    /// The hours name this date, or an uncommon pattern such as the first Monday of a month.
    Hours,
}

impl Week {
    /// What opens on a weekday, in order.
    pub fn on(&self, day: Weekday) -> &[Opening] {
        self.days.get(day.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// Gives a weekday other openings.
    pub(super) fn set(&mut self, day: Weekday, openings: Vec<Opening>) {
        if let Some(row) = self.days.get_mut(day.num_days_from_monday() as usize) {
            *row = openings;
        }
    }

    /// Whether it never opens.
    pub fn is_closed(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// Monday to Sunday with what opens on them.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, &[Opening])> {
        const DAYS: [Weekday; 7] =
            [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        DAYS.into_iter().map(|day| (day, self.on(day)))
    }

    /// Whether it is open at every hour of every day.
    pub fn never_closes(&self) -> bool {
        self.days.iter().all(|openings| matches!(openings.as_slice(), [Opening { start: 0, end: DAY_MINUTES.. }]))
    }

    /// A calendar whose every week is this one, without holidays and without changes of the clock: its
    /// wall shows UTC. `None` when it never opens, and for spans that the notation cannot say (longer
    /// than a day).
    pub fn calendar(&self) -> Option<Calendar> {
        let rules = self.days().filter(|(_, openings)| !openings.is_empty()).map(|(day, openings)| {
            let spans: Vec<String> = openings.iter().map(ToString::to_string).collect();
            format!("{} {}", &day.to_string()[..2], spans.join(","))
        });
        let text = rules.collect::<Vec<_>>().join("; ");
        let calendar = Calendar::new(Hours::parse(&text).ok()?, None, [], chrono_tz::UTC);
        (Self::around(&calendar.timetable(), NaiveDate::default()) == *self).then_some(calendar)
    }

    /// What is regular around a date: for each weekday what most of the weeks around it have.
    fn around(timetable: &Timetable, date: NaiveDate) -> Self {
        let mut days: [Vec<Opening>; 7] = Default::default();
        for day in (0..7).map(|ahead| shift(date, ahead)) {
            if let Some(row) = days.get_mut(day.weekday().num_days_from_monday() as usize) {
                *row = usual(timetable, day);
            }
        }
        Self { days }
    }
}

impl Calendar {
    /// The regular week at this time of the year, without holidays and closed days.
    pub fn week(&self, around: NaiveDate) -> Week {
        Week::around(&self.ordinary_timetable(), around)
    }

    /// The dates from `from` on, for so many days, on which something else opens than in the regular
    /// week of `from`, in order. A holiday on which the usual opens is no exception.
    pub fn exceptions(&self, from: NaiveDate, days: u32) -> Vec<Exception> {
        let week = self.week(from);
        self.differing((from, days), |date| week.on(date.weekday()))
    }

    /// The dates on which something else opens than is expected, from one on for so many days.
    pub(super) fn differing<'w>(
        &self,
        (from, days): (NaiveDate, u32),
        expected: impl Fn(NaiveDate) -> &'w [Opening],
    ) -> Vec<Exception> {
        let (real, ordinary) = (self.timetable(), self.ordinary_timetable());
        let dates = (0..i64::from(days)).map(|ahead| shift(from, ahead));
        dates
            .filter_map(|date| {
                let openings = real.on(date);
                (openings != expected(date)).then(|| {
                    let special = self.special_day(date);
                    let reason = self.reason(special, &ordinary, (date, &openings));
                    Exception { date, openings, reason, special: special.cloned() }
                })
            })
            .collect()
    }

    fn reason(
        &self,
        special: Option<&SpecialDay>,
        ordinary: &Timetable,
        (date, openings): (NaiveDate, &[Opening]),
    ) -> Reason {
        let is_holiday = |date| self.is_public_holiday(date);
        match special {
            Some(day) if day.is_closed() => Reason::ClosedDay,
            Some(_) => Reason::ShortDay,
            None if ordinary.on(date) != openings && is_holiday(date) => Reason::PublicHoliday,
            None if ordinary.on(date) != openings && is_holiday(shift(date, 1)) => Reason::HolidayEve,
            None if usual(ordinary, date) == openings => Reason::Season,
            None => Reason::Hours,
        }
    }

    /// Whether a date is a public holiday where this is, or where something is within which it is open.
    pub(super) fn is_public_holiday(&self, date: NaiveDate) -> bool {
        let own = self.country().is_some_and(|country| country.holidays().get_public().contains(date));
        own || self.bounds().iter().any(|bound| bound.is_public_holiday(date))
    }

    /// The special day that a date is, by this calendar or by one within which it is open.
    pub(super) fn special_day(&self, date: NaiveDate) -> Option<&SpecialDay> {
        let own = self.special_days().iter().find(|day| day.covers(date));
        own.or_else(|| self.bounds().iter().find_map(|bound| bound.special_day(date)))
    }
}

/// What most of the same weekdays around a date have; of equally many, what is nearest to the date.
fn usual(timetable: &Timetable, date: NaiveDate) -> Vec<Opening> {
    let weeks = (0..=WEEKS_AROUND).flat_map(|week| [week, -week]).skip(1);
    let mut seen: Vec<(Vec<Opening>, u32)> = Vec::new();
    for week in weeks {
        let openings = timetable.on(shift(date, week * 7));
        match seen.iter_mut().find(|(known, _)| *known == openings) {
            Some((_, count)) => *count += 1,
            None => seen.push((openings, 1)),
        }
    }
    // `max_by_key` takes the last of equals, so the nearest has to come last.
    seen.into_iter().rev().max_by_key(|(_, count)| *count).map(|(openings, _)| openings).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate, Weekday};
    use chrono_tz::Europe::Helsinki;

    use super::Reason;
    use crate::clock::calendar::Calendar;
    use crate::clock::country::Country;
    use crate::clock::hours::Hours;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn calendar(hours: &str) -> Calendar {
        let country = Country::parse("FI").unwrap();
        Calendar::new(Hours::parse(hours).unwrap(), Some(country), [date(2026, 12, 28).into()], Helsinki)
    }

    fn shown(calendar: &Calendar, from: NaiveDate, days: u32) -> Vec<String> {
        let line =
            |openings: &[crate::clock::Opening]| openings.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let exceptions = calendar.exceptions(from, days);
        exceptions.iter().map(|e| format!("{} {:?} {}", e.date.format("%m-%d"), e.reason, line(&e.openings))).collect()
    }

    #[test]
    fn the_regular_week_has_no_holidays() {
        let week = calendar("Mo-Fr 08:00-11:00,12:00-16:00; Sa 22:00-06:00; PH off").week(date(2026, 12, 24));
        let rows: Vec<String> = week.days().map(|(day, o)| format!("{day} {o:?}")).collect();
        assert_eq!(rows.len(), 7);
        assert_eq!(week.on(Weekday::Thu).len(), 2);
        assert_eq!(week.on(Weekday::Sat)[0].to_string(), "22:00-06:00");
        assert!(week.on(Weekday::Sun).is_empty());
    }

    #[test]
    fn a_week_is_a_calendar_without_holidays() {
        let today = date(2026, 12, 22);
        let week = calendar("Mo-Fr 08:00-11:00,12:00-16:00; Sa 22:00-06:00; PH off").week(today);
        let regular = week.calendar().unwrap();
        assert_eq!(regular.week(today), week);
        assert!(regular.exceptions(today, 400).is_empty());
        assert_eq!(calendar("Mo-Fr off").week(today).calendar(), None);
    }

    #[test]
    fn only_round_the_clock_never_closes() {
        let never = |hours: &str| calendar(hours).week(date(2026, 12, 22)).never_closes();
        assert!(never("24/7"));
        assert!(never("Mo-Su 00:00-24:00; PH off"));
        assert!(!never("Mo-Sa 00:00-24:00"));
        assert!(!never("Mo-Su 00:00-23:00"));
    }

    #[test]
    fn exceptions_say_why() {
        let calendar = calendar("Mo-Fr 08:00-16:00; PH off; Dec 31 08:00-12:00");
        assert_eq!(
            shown(&calendar, date(2026, 12, 1), 40),
            [
                // The sixth is a Sunday and closed anyway.
                "12-24 PublicHoliday ",
                "12-25 PublicHoliday ",
                "12-28 ClosedDay ",
                "12-31 Hours 08:00-12:00",
                "01-01 PublicHoliday ",
                "01-06 PublicHoliday ",
            ]
        );
    }

    #[test]
    fn summer_hours_are_a_season_of_their_own() {
        let calendar = calendar("Mo-Fr 08:00-16:00; Jun-Aug Mo-Fr 09:00-15:00");
        assert_eq!(calendar.week(date(2026, 7, 1)).on(Weekday::Mon)[0].to_string(), "09:00-15:00");
        assert_eq!(calendar.week(date(2026, 5, 25)).on(Weekday::Mon)[0].to_string(), "08:00-16:00");
        let exceptions = calendar.exceptions(date(2026, 5, 25), 10);
        assert_eq!(exceptions.len(), 3);
        assert!(exceptions.iter().all(|e| e.reason == Reason::Season && e.date.month() == 6));
    }

    #[test]
    fn a_closed_month_is_not_the_rule() {
        let calendar = calendar("Mo-Fr 08:00-16:00; Jul off");
        assert_eq!(calendar.week(date(2026, 7, 15)).on(Weekday::Mon).len(), 1);
    }
}
