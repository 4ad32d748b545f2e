//! How long journeys take, and on which day each of their steps is begun, asked for or ready, worked out once for
//! all languages.

use std::sync::OnceLock;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::clock::month_start;
use crate::model::{Catalog, Journey, JourneyId};
use crate::promise::{Clocks, LeadTime, PlannedStep, Planner, Room, Tells, Workdays, lead_time};

/// How many days before the beginning of the month day 1 may have been for somebody who is in the middle of a journey.
const BACK: i64 = 60;
/// How many days after the beginning of the month day 1 may be: at least 400 from any day of it.
const AHEAD: i64 = 431;
/// No step is begun more days before the earliest day 1.
const EARLIEST: i64 = 300;
/// No step is done more days after the latest day 1.
const LATEST: i64 = 400;

/// The times of all journeys.
#[derive(Debug)]
pub(super) struct Timetables<'a> {
    catalog: &'a Catalog,
    now: DateTime<Utc>,
    /// The beginning of the month: pages do not change because a day has gone by.
    month: DateTime<Utc>,
    /// When steps may be begun.
    window: (DateTime<Utc>, DateTime<Utc>),
    clocks: Clocks<'a>,
    workdays: Workdays,
    times: Vec<OnceLock<Times>>,
}

/// The times of a journey.
#[derive(Debug)]
pub struct Times {
    /// How long it takes; `None` when that cannot be told.
    pub(super) lead_time: Option<LeadTime>,
    /// The earliest day 1 for which steps are planned.
    pub first: NaiveDate,
    /// The latest.
    pub last: NaiveDate,
    /// By place: what the step's date says for each day 1, from the first to the last, with commas between them;
    /// `None` when that cannot be told. First what it says, where that is another than for the day before: `s`
    /// start by, `a` ask by, `r` ready by, `f` start from. Then the days from the date for the day before, from the
    /// first day 1 at the beginning; nothing for none. A week of a step of five days: `s-7,,,3,1,1,1`.
    pub dates: Vec<Option<String>>,
    /// By place: whether the step's phase has room for it, on the best of these days.
    pub(super) rooms: Vec<Option<Room>>,
}

impl<'a> Timetables<'a> {
    /// The times of a catalog's journeys around a moment.
    pub(super) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let month = month_start(catalog.company.zone, now);
        let window = (days_from(month, -BACK - EARLIEST), days_from(month, AHEAD + LATEST));
        let (from, to) = window;
        Self {
            catalog,
            now,
            month,
            window,
            clocks: Clocks::new(catalog, from, to),
            workdays: Workdays::new(catalog, from, to),
            times: catalog.journeys().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The times of a journey.
    pub(super) fn of(&self, id: JourneyId) -> &Times {
        self.times[id.index()].get_or_init(|| self.times_of(self.catalog.journey(id)))
    }

    fn times_of(&self, journey: &Journey) -> Times {
        let year = (self.now, days_from(self.now, 366));
        let month = self.month.with_timezone(&self.catalog.company.zone).date_naive();
        let first = month.checked_sub_signed(TimeDelta::days(BACK)).unwrap_or(month);
        let last = month.checked_add_signed(TimeDelta::days(AHEAD)).unwrap_or(month);
        let planner = Planner::new(self.catalog, &self.clocks, &self.workdays, journey, self.window);
        let plans: Vec<Vec<PlannedStep>> =
            first.iter_days().take_while(|day_one| *day_one <= last).map(|day_one| planner.plan(day_one)).collect();
        Times {
            lead_time: lead_time(self.catalog, &self.clocks, &self.workdays, journey, year),
            first,
            last,
            dates: (0..journey.steps.len()).map(|place| self.dates(&plans, place, first)).collect(),
            rooms: (0..journey.steps.len())
                .map(|place| plans.iter().filter_map(|plan| plan.get(place)?.room).min())
                .collect(),
        }
    }

    /// One step's column of the plans.
    fn dates(&self, plans: &[Vec<PlannedStep>], place: usize, first: NaiveDate) -> Option<String> {
        let mut column = String::new();
        let (mut said, mut before) = (None, first);
        for plan in plans {
            let step = plan.get(place)?;
            let date = step.at?.with_timezone(&self.catalog.company.zone).date_naive();
            if said.is_some() {
                column.push(',');
            }
            if said.replace(step.tells) != Some(step.tells) {
                column.push(sign(step.tells));
            }
            if date != before {
                column.push_str(&(date - before).num_days().to_string());
            }
            before = date;
        }
        Some(column)
    }
}

/// The letter of what a date says.
fn sign(tells: Tells) -> char {
    match tells {
        Tells::StartBy => 's',
        Tells::AskBy => 'a',
        Tells::ReadyBy => 'r',
        Tells::StartFrom => 'f',
    }
}

fn days_from(instant: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    instant.checked_add_signed(TimeDelta::days(days)).unwrap_or(instant)
}
