//! One rule of an `opening_hours` expression: which days it is about, and what it says of them.

use chrono::{Datelike, NaiveDate};
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};

use crate::clock::local::shift;
use crate::clock::opening::{DAY_MINUTES, Opening, join};

/// A rule whose times of day are resolved. The library still decides which dates it matches.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// What the rule says of the days that it matches.
    pub(super) verdict: Verdict,
    /// The times of day, joined and in order.
    pub(super) openings: Vec<Opening>,
    days: Days,
}

/// Which days a rule is about.
#[derive(Clone, Debug)]
enum Days {
    /// Every day.
    Every,
    /// These weekdays, from Monday, all the year round.
    Weekly([bool; 7]),
    /// Whatever the library says: the rule without its times, open all day on each day that it matches.
    Asked(OpeningHours),
}

/// What a rule does to the openings of a day that it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// `A; B`: these openings instead of those before.
    Replace,
    /// `A, B`: these openings as well.
    Add,
    /// `A || B`: these openings when there are none so far.
    Fallback,
    /// `off` without times: nothing opens on this day.
    CloseDay,
    /// `12:00-13:00 off`: closed at these times, whoever opened them.
    CloseTimes,
    /// `unknown`: nobody can say whether it is open, so nobody can promise: nothing opens.
    Unknown,
}

/// Why a rule that the notation knows cannot be used here.
pub(super) type Unusable = &'static str;

impl Rule {
    /// Open all day, every day.
    pub(super) fn always() -> Self {
        Self { verdict: Verdict::Replace, openings: vec![Opening { start: 0, end: DAY_MINUTES }], days: Days::Every }
    }

    /// Takes over a rule of the library.
    pub(super) fn new(rule: &RuleSequence) -> Result<Self, Unusable> {
        let spans = &rule.time_selector.spans;
        let openings = join(spans.iter().map(opening).collect::<Result<_, _>>()?);
        let whole_day =
            spans.len() == 1 && openings.first().is_some_and(|only| only.start == 0 && only.end == DAY_MINUTES);
        let verdict = match (rule.kind, rule.operator) {
            (RuleKind::Open, RuleOperator::Normal) => Verdict::Replace,
            (RuleKind::Open, RuleOperator::Additional) => Verdict::Add,
            (RuleKind::Open, RuleOperator::Fallback) => Verdict::Fallback,
            (_, RuleOperator::Fallback) => return Err("`||` is only useful before opening times"),
            (RuleKind::Closed, _) if whole_day => Verdict::CloseDay,
            (RuleKind::Unknown, RuleOperator::Normal) => Verdict::Unknown,
            (RuleKind::Closed | RuleKind::Unknown, _) => Verdict::CloseTimes,
        };
        Ok(Self { verdict, openings, days: days(rule)? })
    }

    /// A rule that gives no times but a comment: nobody can say whether it is open then.
    pub(super) fn unknown(rule: &RuleSequence) -> Result<Self, Unusable> {
        let verdict = if rule.operator == RuleOperator::Normal { Verdict::Unknown } else { Verdict::Add };
        Ok(Self { verdict, openings: Vec::new(), days: days(rule)? })
    }

    /// The weekdays, from Monday, that the rule is about all the year round; `None` when it is about dates.
    pub(super) fn weekdays(&self) -> Option<[bool; 7]> {
        match &self.days {
            Days::Every => Some([true; 7]),
            Days::Weekly(days) => Some(*days),
            Days::Asked(_) => None,
        }
    }

    /// Whether the rule is about weekdays all the year round, and perhaps about holidays.
    pub(super) fn is_weekly_but_for_holidays(&self) -> bool {
        let Days::Asked(days) = &self.days else { return true };
        let is_plain = |days: &DaySelector| {
            let kinds = days.weekday.iter().filter(|day| !matches!(day, WeekDayRange::Holiday { .. }));
            is_weekly(&DaySelector { weekday: kinds.cloned().collect(), ..days.clone() })
        };
        days.get_expression().rules.iter().all(|rule| is_plain(&rule.day_selector))
    }

    /// The same rule in a country with these holidays.
    pub(super) fn with_holidays(&self, holidays: &ContextHolidays) -> Self {
        let days = match self.days.clone() {
            Days::Asked(days) => Days::Asked(days.with_context(Context::default().with_holidays(holidays.clone()))),
            always => always,
        };
        Self { days, ..self.clone() }
    }

    /// Whether the rule is about this date.
    pub(super) fn matches(&self, date: NaiveDate) -> bool {
        match &self.days {
            Days::Every => true,
            Days::Weekly(days) => days.get(date.weekday().num_days_from_monday() as usize).is_some_and(|day| *day),
            Days::Asked(days) => !days.schedule_at(date).is_empty(),
        }
    }

    /// Whether the rule asks for public holidays.
    pub(super) fn names_public_holidays(&self) -> bool {
        self.names(HolidayKind::Public)
    }

    /// Whether the rule asks for school holidays.
    pub(super) fn names_school_holidays(&self) -> bool {
        self.names(HolidayKind::School)
    }

    fn names(&self, wanted: HolidayKind) -> bool {
        let Days::Asked(days) = &self.days else { return false };
        let expression = days.get_expression();
        let mut weekdays = expression.rules.iter().flat_map(|rule| &rule.day_selector.weekday);
        weekdays.any(|day| matches!(day, WeekDayRange::Holiday { kind, .. } if *kind == wanted))
    }
}

/// A time span as minutes of its day.
fn opening(span: &TimeSpan) -> Result<Opening, Unusable> {
    if span.open_end {
        return Err(
            "`+` leaves the closing time open, and without one no answer can be promised: write when it closes",
        );
    }
    if span.repeats.is_some() {
        return Err("`/` is for departures of buses: write from when to when it is open");
    }
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
        return Err("sunrise and sunset differ from place to place: write times of day such as 08:00-16:00");
    };
    let (start, end) = (minutes(start), minutes(end));
    // As the library has it: what does not end after it starts ends on the next day.
    Ok(Opening { start, end: if start < end { end } else { end + DAY_MINUTES } })
}

fn minutes(time: ExtendedTime) -> u16 {
    u16::from(time.hour()) * 60 + u16::from(time.minute())
}

/// The rule's days as an expression of their own that is open all day on them.
///
/// The library parses expressions but does not build them, so this one goes through its own text form
/// and is compared with what was meant: a difference is refused, not guessed at.
fn days(rule: &RuleSequence) -> Result<Days, Unusable> {
    if rule.day_selector.is_empty() {
        return Ok(Days::Every);
    }
    // The text form leaves out the plus of `PH +1 day`.
    let mut text = rule.day_selector.to_string();
    for digit in '1'..='9' {
        text = text.replace(&format!("H {digit}"), &format!("H +{digit}"));
    }
    let days: OpeningHours = text.parse().map_err(|_| NOT_THESE_DAYS)?;
    match days.get_expression().rules.as_slice() {
        [only] if only.day_selector == rule.day_selector && only.kind == RuleKind::Open => {
            Ok(if is_weekly(&rule.day_selector) { weekly(&days) } else { Days::Asked(days) })
        }
        _ => Err(NOT_THESE_DAYS),
    }
}

/// Whether a week says everything: no dates, no holidays, no first Mondays.
fn is_weekly(days: &DaySelector) -> bool {
    let plain = |day: &WeekDayRange| {
        matches!(day, WeekDayRange::Fixed { offset: 0, nth_from_start: [true, true, true, true, true], .. })
    };
    days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty() && days.weekday.iter().all(plain)
}

/// The answers of the library for one week.
fn weekly(days: &OpeningHours) -> Days {
    let mut week = [false; 7];
    // The epoch was a Thursday, so that the next Monday is four days later.
    for (day, ahead) in week.iter_mut().zip(4..) {
        *day = !days.schedule_at(shift(NaiveDate::default(), ahead)).is_empty();
    }
    Days::Weekly(week)
}

const NOT_THESE_DAYS: Unusable = "these days cannot be used: split them into several rules with `;` between them";
