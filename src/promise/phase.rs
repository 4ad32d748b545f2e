//! The time that a step of a journey has: from when to when its `when` reaches, for a date of day 1.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};

use super::workdays::Workdays;
use crate::model::{Unit, When};

/// A phase of a journey. What lies before day 1 has no beginning; what has no time, no end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phase {
    /// When its steps may be begun, at the earliest.
    pub(super) begin: Option<DateTime<Utc>>,
    /// When its steps must be done.
    pub(super) end: Option<DateTime<Utc>>,
}

impl Phase {
    /// The phase of a time, and for a step without one what it shares with the step above: the beginning.
    pub(super) fn of(when: Option<When>, above: Self, day_one: NaiveDate, workdays: &Workdays) -> Self {
        let Some(when) = when else { return Self { end: None, ..above } };
        let Some((first, last)) = dates(when, day_one) else { return Self::default() };
        Self { begin: first.map(|first| workdays.begin_of(first, last)), end: Some(workdays.end_of(last)) }
    }
}

/// The first and the last date of a time. Days, weeks and months are counted from day 1, whole ones being over
/// the day before they would begin again; what is to be done before is counted back from it.
fn dates(when: When, day_one: NaiveDate) -> Option<(Option<NaiveDate>, NaiveDate)> {
    let after = |number: u32| match when.unit {
        Unit::Month => day_one.checked_add_months(Months::new(number)),
        unit => day_one.checked_add_days(days(unit, number)),
    };
    if when.before {
        let last = match when.unit {
            Unit::Month => day_one.checked_sub_months(Months::new(when.number)),
            unit => day_one.checked_sub_days(days(unit, when.number)),
        };
        return Some((None, last?));
    }
    let first = after(when.number.saturating_sub(1))?;
    Some((Some(first), after(when.number)?.pred_opt()?))
}

fn days(unit: Unit, number: u32) -> Days {
    Days::new(u64::from(number) * if unit == Unit::Week { 7 } else { 1 })
}
