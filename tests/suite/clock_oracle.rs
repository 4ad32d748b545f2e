//! The clock against a simulation that walks through time minute by minute.
//!
//! The simulation shares no code with the clock: it has its own weekly table, its own list of holidays
//! and steps through UTC, reading the wall clock of each minute. It is slow and obvious.

use chrono::{DateTime, Datelike, Duration as Delta, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use luukku::clock::{Calendar, Country, DayTime, DayTimeParts, Duration, Hours, Spans, State, Turnaround};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use proptest::{array, collection};

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const ZONES: [&str; 11] = [
    "Europe/Helsinki",
    "Europe/Warsaw",
    "Europe/London",
    "America/New_York",
    "America/Santiago",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Cairo",
    "Atlantic/Azores",
    "UTC",
];
/// Finland's public holidays and the eves that are free, 2026 and January 2027, by hand.
pub(crate) const HOLIDAYS: [(i32, u32, u32); 17] = [
    (2026, 1, 1),
    (2026, 1, 6),
    (2026, 4, 3),
    (2026, 4, 5),
    (2026, 4, 6),
    (2026, 5, 1),
    (2026, 5, 14),
    (2026, 5, 24),
    (2026, 6, 19),
    (2026, 6, 20),
    (2026, 10, 31),
    (2026, 12, 6),
    (2026, 12, 24),
    (2026, 12, 25),
    (2026, 12, 26),
    (2027, 1, 1),
    (2027, 1, 6),
];
/// Days that are simulated.
const LENGTH: i64 = 40;

/// A calendar as the simulation sees it: minutes from and until for each weekday, past 1440 for nights.
#[derive(Clone, Debug)]
struct Table {
    week: [Vec<(i64, i64)>; 7],
    closed: Vec<NaiveDate>,
    closed_on_holidays: bool,
    zone: Tz,
    first: NaiveDate,
}

impl Table {
    fn text(&self) -> String {
        let clock = |minute: i64| {
            let shown = if minute > 1440 { minute - 1440 } else { minute };
            format!("{:02}:{:02}", shown / 60, shown % 60)
        };
        let days = self.week.iter().zip(WEEKDAYS).filter(|(spans, _)| !spans.is_empty());
        let mut rules: Vec<String> = days
            .map(|(spans, day)| {
                let spans: Vec<String> =
                    spans.iter().map(|(from, until)| format!("{}-{}", clock(*from), clock(*until))).collect();
                format!("{day} {}", spans.join(","))
            })
            .collect();
        rules.push(if self.closed_on_holidays { "PH off".into() } else { "Dec 24 off".into() });
        rules.join("; ")
    }

    fn calendar(&self) -> Calendar {
        let hours = Hours::parse(&self.text()).unwrap();
        Calendar::new(hours, Country::parse("FI").ok(), self.closed.iter().map(|day| (*day).into()), self.zone)
    }

    fn spans(&self, date: NaiveDate) -> &[(i64, i64)] {
        let holiday = HOLIDAYS.contains(&(date.year(), date.month(), date.day()));
        let off = if self.closed_on_holidays { holiday } else { (date.month(), date.day()) == (12, 24) };
        if off || self.closed.contains(&date) {
            &[]
        } else {
            &self.week[date.weekday().num_days_from_monday() as usize]
        }
    }

    fn covers(&self, date: NaiveDate, shown: NaiveDateTime) -> bool {
        let minute = (shown - date.and_hms_opt(0, 0, 0).unwrap()).num_minutes();
        self.spans(date).iter().any(|(from, until)| *from <= minute && minute < *until)
    }
}

/// Each minute of the simulated time.
struct Simulation<'a> {
    table: &'a Table,
    begin: DateTime<Utc>,
    /// What the wall shows, but never an earlier time than it has shown before.
    shown: Vec<NaiveDateTime>,
    /// The opening day to which an open minute belongs.
    day: Vec<Option<NaiveDate>>,
}

impl<'a> Simulation<'a> {
    fn new(table: &'a Table) -> Self {
        let begin = Utc.from_utc_datetime(&table.first.and_hms_opt(0, 0, 0).unwrap());
        let mut shown: Vec<NaiveDateTime> = Vec::new();
        for minute in 0..LENGTH * 1440 {
            let wall = (begin + Delta::minutes(minute)).with_timezone(&table.zone).naive_local();
            shown.push(shown.last().map_or(wall, |last| wall.max(*last)));
        }
        let day = shown.iter().map(|shown| {
            let (today, yesterday) = (shown.date(), shown.date().pred_opt().unwrap());
            [today, yesterday].into_iter().find(|date| table.covers(*date, *shown))
        });
        Self { table, begin, day: day.collect(), shown }
    }

    fn at(&self, minute: usize) -> DateTime<Utc> {
        self.begin + Delta::minutes(minute as i64)
    }

    fn opens(&self, minute: usize) -> Option<usize> {
        (minute..self.day.len()).find(|minute| self.day[*minute].is_some())
    }

    fn closes(&self, minute: usize) -> Option<usize> {
        (minute..self.day.len()).find(|minute| self.day[*minute].is_none())
    }

    fn due(&self, asked: usize, days: u32, minutes: u32) -> Option<usize> {
        let mut at = self.opens(asked)?;
        if days > 0 {
            at = self.days_later(at, days)?;
        }
        for _ in 0..minutes {
            at = self.opens(at)? + 1;
        }
        Some(at)
    }

    fn days_later(&self, start: usize, days: u32) -> Option<usize> {
        let first = self.day[start].unwrap();
        let wall = self.at(start).with_timezone(&self.table.zone).naive_local();
        let time_of_day = (wall - first.and_hms_opt(0, 0, 0).unwrap()).max(Delta::zero());
        let mut date = first;
        for _ in 0..days {
            date = self.next_day(date)?;
        }
        self.due_on(date, date.and_hms_opt(0, 0, 0).unwrap() + time_of_day)
    }

    /// When something is due at a time of day, in minutes: its days, the time, and until when one has to ask.
    fn at_a_time(&self, asked: usize, (days, at, asked_by): (u32, i64, Option<i64>)) -> Option<usize> {
        let start = self.opens(asked)?;
        let mut date = self.day[start].unwrap();
        if let Some(by) = asked_by {
            let today = self.shown[asked].date();
            if start != asked && today < date && self.takes_place(today)? {
                date = today;
            }
            if asked > self.first_showing(self.of_that_day(date, by))? {
                date = self.next_day(date)?;
            }
        }
        for _ in 0..days {
            date = self.next_day(date)?;
        }
        loop {
            let due = self.due_on(date, self.of_that_day(date, at))?;
            if due >= start {
                return Some(due);
            }
            date = self.next_day(date)?;
        }
    }

    /// A time of day: in the night that begins on a date, that of the next morning.
    fn of_that_day(&self, date: NaiveDate, minute: i64) -> NaiveDateTime {
        let spans = self.table.spans(date);
        let night =
            minute < spans[0].0 && spans.iter().any(|(from, until)| (*from..=*until).contains(&(minute + 1440)));
        date.and_hms_opt(0, 0, 0).unwrap() + Delta::minutes(if night { minute + 1440 } else { minute })
    }

    fn first_showing(&self, wall: NaiveDateTime) -> Option<usize> {
        self.shown.iter().position(|shown| *shown >= wall)
    }

    fn next_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        let mut date = date.succ_opt().unwrap();
        while !self.takes_place(date)? {
            date = date.succ_opt().unwrap();
        }
        Some(date)
    }

    fn due_on(&self, date: NaiveDate, wanted: NaiveDateTime) -> Option<usize> {
        let due = self.first_showing(wanted)?;
        if self.day[due].is_some() {
            return Some(due);
        }
        let of_that_day = |minute: &usize| self.table.covers(date, self.shown[*minute]);
        (0..due)
            .rev()
            .take(4000)
            .find(of_that_day)
            .map(|last| last + 1)
            .or_else(|| (due..self.shown.len()).find(of_that_day))
    }

    /// Whether some minute of a date's spans is really shown; `None` behind the simulation's end.
    fn takes_place(&self, date: NaiveDate) -> Option<bool> {
        if date > self.shown.last()?.date() - Delta::days(3) {
            return None;
        }
        Some(
            !self.table.spans(date).is_empty() && {
                let near = |shown: &&NaiveDateTime| (shown.date() - date).num_days().abs() <= 2;
                self.shown.iter().filter(near).any(|shown| self.table.covers(date, *shown))
            },
        )
    }
}

fn spans_of_a_day(step: i64) -> impl Strategy<Value = Vec<(i64, i64)>> {
    let minute = move |from: i64, until: i64| (from / step..until / step).prop_map(move |n| n * step);
    let office = (minute(360, 660), minute(720, 1200)).prop_map(|(from, until)| vec![(from, until)]);
    let lunch = (minute(360, 600), minute(30, 120), minute(720, 1140))
        .prop_map(|(from, pause, until)| vec![(from, 660), (660 + pause, until.max(661 + pause))]);
    let night =
        (minute(1020, 1430), minute(1441, 2040)).prop_map(move |(from, until)| vec![(from, until.max(1440 + step))]);
    let both = (minute(360, 600), minute(660, 900), minute(1200, 1430), minute(1500, 1700))
        .prop_map(move |(a, b, c, d)| vec![(a, b), (c, d.max(1440 + step))]);
    let early = minute(0, 240).prop_map(move |from| vec![(from, 300), (600, 960)]);
    prop_oneof![
        3 => Just(vec![]), 5 => office, 4 => lunch, 3 => night, 2 => both, 1 => early,
        1 => Just(vec![(0, 1440)]), 1 => Just(vec![(480, 1440)])
    ]
}

fn first_day() -> impl Strategy<Value = NaiveDate> {
    // Around changes of the clock in both hemispheres, Easter, Midsummer and Christmas, and anywhere.
    let near =
        select(vec![(3, 1), (3, 20), (3, 28), (4, 18), (9, 27), (10, 18), (10, 24), (10, 29), (6, 12), (12, 10)]);
    prop_oneof![
        near.prop_map(|(month, day)| NaiveDate::from_ymd_opt(2026, month, day).unwrap()),
        (10_i64..320).prop_map(|days| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Delta::days(days)),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let step = select(vec![5_i64, 15, 30, 60]);
    let week = step.prop_flat_map(|step| {
        prop_oneof![
            4 => array::uniform7(spans_of_a_day(step)),
            3 => (spans_of_a_day(step), spans_of_a_day(step)).prop_map(|(usual, saturday)| {
                let u = || usual.clone();
                [u(), u(), u(), u(), u(), saturday, vec![]]
            }),
            1 => Just(std::array::from_fn(|_| vec![(0, 1440)])),
        ]
    });
    (week, first_day(), select(&ZONES[..]), collection::vec(0..LENGTH, 0..4), any::<bool>()).prop_map(
        |(week, first, zone, closed, closed_on_holidays)| {
            let closed = closed.into_iter().map(|day| first + Delta::days(day)).collect();
            Table { week, closed, closed_on_holidays, zone: zone.parse().unwrap(), first }
        },
    )
}

/// An instant in the first half of the simulation, as a minute of it, and a duration; often at a full
/// quarter of an hour, so that answers fall on closing times.
fn question() -> impl Strategy<Value = (usize, u32, u32)> {
    let asked = 2880..(LENGTH as usize / 2) * 1440;
    let minutes = prop_oneof![Just(0_u32), 1_u32..120, 1_u32..3000];
    (asked, prop_oneof![Just(0_u32), 0_u32..6], minutes, select(vec![1_usize, 15, 60]))
        .prop_map(|(asked, days, minutes, step)| (asked / step * step, days, minutes.next_multiple_of(step as u32)))
        .prop_filter("some time", |(_, days, minutes)| days + minutes > 0)
}

fn check(table: &Table, questions: &[(usize, u32, u32)]) -> Result<(), TestCaseError> {
    let simulation = Simulation::new(table);
    let calendar = table.calendar();
    let spans = calendar.spans(simulation.at(0), simulation.at(0) + Delta::days(LENGTH + 60));
    for &(asked, days, minutes) in questions {
        let at = simulation.at(asked);
        let duration = Duration::new(days, minutes).unwrap();
        if let Some(due) = simulation.due(asked, days, minutes) {
            prop_assert_eq!(
                spans.add(at, duration),
                Some(simulation.at(due)),
                "{} + {} in {}",
                at,
                duration,
                table.text()
            );
        }
        state(&simulation, &spans, asked)?;
        // Within a minute the answer moves with the question, and never back.
        let (Some(early), Some(late)) = (spans.add(at, duration), spans.add(at + Delta::seconds(25), duration)) else {
            continue;
        };
        let next = spans.add(at + Delta::minutes(1), duration).unwrap_or(late);
        if simulation.day[asked].is_some() && minutes == 0 {
            prop_assert!(late == early || late - early == Delta::seconds(25) || late == next, "{early} {late} {next}");
        }
        if days == 0 {
            prop_assert!(early <= late && late <= next, "{early} {late} {next}");
            let open = spans.open_seconds(spans.clock_starts(at).unwrap(), early);
            prop_assert_eq!(open, i64::from(minutes) * 60);
        }
    }
    Ok(())
}

fn state(simulation: &Simulation<'_>, spans: &Spans, asked: usize) -> Result<(), TestCaseError> {
    let at = simulation.at(asked);
    match spans.state(at) {
        Some(State::Open { until }) => {
            prop_assert!(simulation.day[asked].is_some());
            if let Some(closes) = simulation.closes(asked) {
                prop_assert_eq!(until, Some(simulation.at(closes)));
            }
        }
        Some(State::Closed { opens }) => {
            prop_assert!(simulation.day[asked].is_none());
            if let Some(next) = simulation.opens(asked) {
                prop_assert_eq!(opens, Some(simulation.at(next)));
            }
        }
        None => prop_assert!(false, "outside the horizon"),
    }
    Ok(())
}

fn day_time(days: u32, at: i64, asked_by: Option<i64>) -> Turnaround {
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let (days, at, asked_by) = (days.to_string(), clock(at), asked_by.map(clock));
    let parts = DayTimeParts { days: Some(&days), at: Some(&at), asked_by: asked_by.as_deref() };
    Turnaround::By(DayTime::parse(&parts).unwrap())
}

proptest! {
    #[test]
    fn due_times_are_those_of_the_simulation(table in table(), questions in collection::vec(question(), 1..12)) {
        check(&table, &questions)?;
    }

    #[test]
    fn times_of_day_are_those_of_the_simulation(table in table(), asked in collection::vec(question(), 1..12)) {
        let simulation = Simulation::new(&table);
        let spans = table.calendar().spans(simulation.at(0), simulation.at(0) + Delta::days(LENGTH + 60));
        for (asked, days, minutes) in asked {
            let (at, by) = (i64::from(minutes * 7 % 1441), i64::from(minutes * 3 % 1440));
            let days = days.saturating_sub(2);
            let by = (minutes % 4 > 0).then_some(if days == 0 { by.min(at) } else { by });
            let time = day_time(days, at, by);
            if let Some(due) = simulation.at_a_time(asked, (days, at, by)) {
                let (asked, due) = (simulation.at(asked), simulation.at(due));
                prop_assert_eq!(spans.add(asked, time), Some(due), "{} {} in {}", asked, time, table.text());
            }
        }
    }

    #[test]
    fn a_longer_horizon_changes_nothing(table in table(), (asked, days, minutes) in question(), horizon in 0_i64..40) {
        let calendar = table.calendar();
        let at = Utc.from_utc_datetime(&table.first.and_hms_opt(0, 0, 0).unwrap()) + Delta::minutes(asked as i64);
        let at = at.with_second(17).unwrap();
        let duration = Duration::new(days, minutes).unwrap();
        let short = calendar.spans(at, at + Delta::days(horizon)).add(at, duration);
        let long = calendar.spans(at - Delta::days(30), at + Delta::days(LENGTH + 90)).add(at, duration);
        if short.is_some() {
            prop_assert_eq!(short, long);
        } else if let Some(long) = long {
            prop_assert!(long > at + Delta::days(horizon - 2), "{}", long);
        }
    }
}
