//! The chain check beside a slow simulation that steps minute by minute and shares no code with it, on
//! small made-up catalogs: zones, own hours, closed days, clocks that always run, emergency channels,
//! standards by other names, and openings at any minute. Each is asked at every minute.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use luukku::model::Catalog;
use luukku::promise::{Clocks, Forecast, tightest_moments, yearly_forecast};
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert_eq, proptest};

use crate::oracle_place::{Dice, Due, Place, TIMES_OF_DAY, TIMES_OF_WORK, written};
use crate::project::often;
use crate::promise::catalog_of;

const ASKED_DAYS: i64 = 6;

/// A length of time: days, then minutes.
type Time = (u32, u32);

/// A service that is depended on.
struct Other {
    place: Place,
    /// Whether the hours are written at the service, and not at its team.
    own_hours: bool,
    time: Due,
    always: bool,
    blocking: bool,
    after: Option<usize>,
    /// How its only standard is called.
    standard: &'static str,
}

/// An emergency channel of the service on top.
struct Emergency {
    /// The standard that it names.
    standard: Option<&'static str>,
    /// When it is answered, if it says so.
    place: Option<Place>,
}

struct Case {
    from: DateTime<Utc>,
    place: Place,
    own_hours: bool,
    promise: Due,
    always: bool,
    own_work: Option<Time>,
    emergency: Option<Emergency>,
    others: Vec<Other>,
}

/// A minute at which the service may be asked.
struct Asked {
    at: DateTime<Utc>,
    /// When the chain behind it has ended.
    ends: DateTime<Utc>,
    /// In which quarter-hour it is.
    quarter: i64,
    /// Whether it is one of those that are counted: a quarter-hour, or an opening between two.
    counts: bool,
}

/// When a place works on something.
enum Working<'a> {
    Always,
    Open(&'a Place),
}

impl Working<'_> {
    fn add(&self, asked: DateTime<Utc>, due: Due) -> DateTime<Utc> {
        match (self, due) {
            (Self::Always, Due::After(days, minutes)) => asked + TimeDelta::minutes(i64::from(days * 1_440 + minutes)),
            (Self::Always, Due::At(..)) => panic!("no day is an opening day"),
            (Self::Open(place), due) => place.due(asked, due),
        }
    }

    fn minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        match self {
            Self::Always => (to - from).num_minutes().max(0),
            Self::Open(place) => place.open_minutes(from, to),
        }
    }
}

impl Case {
    fn roll(seed: u64, times_of_day: bool) -> Self {
        let dice = &mut Dice(seed | 1);
        let other_dice = &mut Dice(seed.rotate_left(29) | 1);
        let mut due = |(days, minutes): Time, always: bool| match times_of_day && !always && other_dice.below(2) == 0 {
            true => {
                let (days, at, asked_by) = other_dice.pick(&TIMES_OF_DAY);
                Due::At(days, at, asked_by)
            }
            false => Due::After(days, minutes),
        };
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(dice.below(600) as u64);
        let from = day.and_hms_opt(6, 7, 0).unwrap().and_utc();
        let mut others: Vec<Other> = Vec::new();
        for number in 0..1 + dice.below(4) {
            let after = (number > 0 && dice.below(3) == 0).then(|| dice.below(number));
            let after = after.filter(|after| others[*after].blocking);
            let (place, own_hours) = (Place::roll(dice, from), dice.below(3) == 0);
            let (time, always) = (dice.pick(&TIMES_OF_WORK), dice.below(5) == 0);
            others.push(Other {
                place,
                own_hours,
                time: due(time, always),
                always,
                blocking: dice.below(6) > 0,
                after,
                standard: dice.pick(&["normal", "normal", "gold"]),
            });
        }
        let place = Place::roll(dice, from);
        let emergency = (dice.below(3) == 0).then(|| Emergency {
            standard: dice.pick(&[None, Some("normal"), Some("urgent")]),
            place: (dice.below(2) == 0).then(|| place.beside(dice)),
        });
        let own_hours = dice.below(3) == 0;
        let (promise, always) = (dice.pick(&TIMES_OF_WORK), dice.below(3) == 0);
        Self {
            from,
            own_hours,
            promise: due(promise, always),
            always,
            own_work: (dice.below(4) > 0).then(|| dice.pick(&TIMES_OF_WORK)),
            emergency,
            place,
            others,
        }
    }

    fn yaml(&self) -> String {
        let team = |id: &str, place: &Place, own_hours: bool| {
            let hours = if own_hours { String::new() } else { format!("hours: \"{}\", ", place.hours()) };
            format!("  {id}: {{name: T, {hours}{}}}\n", place.frame())
        };
        let hours = |place: &Place, own_hours: bool| match own_hours {
            true => format!("    hours: \"{}\"\n", place.hours()),
            false => String::new(),
        };
        let clock = |always: bool| if always { ", clock: always" } else { "" };
        let mut teams = String::from("name: D\nhours: 'Mo 03:00-04:00'\nteams:\n");
        teams += &team("top", &self.place, self.own_hours);
        let mut services = format!(
            "services:\n  top:\n    name: T\n    team: top\n{}    standards:\n      normal: {{resolution: \
             {}{}}}\n      \
             urgent: {{when: Fire, first_response: 30m}}\n",
            hours(&self.place, self.own_hours),
            self.promise.written(),
            clock(self.always),
        );
        if let Some(Emergency { standard, place }) = &self.emergency {
            let standard = standard.map(|name| format!(", standard: {name}")).unwrap_or_default();
            let hours = place.as_ref().map(|place| format!(", hours: \"{}\"", place.hours())).unwrap_or_default();
            services += &format!("    channels: [{{emergency: '+358 9 555 0112'{standard}{hours}}}]\n");
        }
        if let Some(work) = self.own_work {
            services += &format!("    own_work: {}\n", written(work));
        }
        services += "    depends_on:\n";
        let mut below = String::new();
        for (number, other) in self.others.iter().enumerate() {
            let after = other.after.map(|after| format!(", after: o{after}")).unwrap_or_default();
            services += &format!("      - {{service: o{number}, blocking: {}{after}}}\n", other.blocking);
            teams += &team(&format!("o{number}"), &other.place, other.own_hours);
            let (time, clock) = (other.time.written(), clock(other.always));
            below += &format!("  o{number}:\n    name: O\n    team: o{number}\n");
            below += &hours(&other.place, other.own_hours);
            below += &format!("    standards: {{{}: {{resolution: {time}{clock}}}}}\n", other.standard);
        }
        [teams, services, below].concat()
    }

    fn clock(&self) -> Working<'_> {
        if self.always { Working::Always } else { Working::Open(&self.place) }
    }

    /// When own work goes on, and the hours that are neither the service's nor all.
    fn work_hours(&self) -> Option<Option<Place>> {
        let emergency = self.emergency.as_ref().filter(|_| self.always)?;
        let counts = emergency.standard.is_none_or(|name| name == "normal");
        counts.then(|| emergency.place.as_ref().map(|place| self.place.or(place)))
    }

    fn ends(&self, asked: DateTime<Utc>, work: &Working<'_>) -> DateTime<Utc> {
        let mut due: Vec<DateTime<Utc>> = Vec::new();
        let mut last = asked;
        for other in &self.others {
            let begin = other.after.map_or(asked, |after| due[after]);
            let clock = if other.always { Working::Always } else { Working::Open(&other.place) };
            due.push(clock.add(begin, other.time));
            if other.blocking {
                last = last.max(due[due.len() - 1]);
            }
        }
        self.own_work.map_or(last, |(days, minutes)| work.add(last, Due::After(days, minutes)))
    }

    /// The minutes at which it may be asked, each with the end of the chain.
    fn moments(&self) -> Vec<Asked> {
        let hours = self.work_hours();
        let work = match &hours {
            None => Working::Open(&self.place),
            Some(None) => Working::Always,
            Some(Some(place)) => Working::Open(place),
        };
        let first = self.from + TimeDelta::minutes(8);
        let minutes = (0..ASKED_DAYS * 96 * 15).map(|minute| (minute, first + TimeDelta::minutes(minute)));
        let asked = minutes.filter(|(_, at)| self.always || self.place.is_open(*at));
        let counts = |minute: i64, at| minute % 15 == 0 || !self.always && self.place.opens(at);
        asked
            .map(|(minute, at)| Asked {
                at,
                ends: self.ends(at, &work),
                quarter: minute / 15,
                counts: counts(minute, at),
            })
            .collect()
    }

    fn holds(&self, promise: Due, moments: &[Asked]) -> bool {
        moments.iter().all(|asked| asked.ends <= self.clock().add(asked.at, promise))
    }

    /// The shortest time that holds of those that grow step by step.
    fn least(&self, moments: &[Asked], grown: impl Fn(u32) -> Due) -> Due {
        let mut steps = 1;
        while !self.holds(grown(steps), moments) {
            steps *= 2;
        }
        let mut short = steps / 2;
        while steps - short > 1 {
            let middle = short.midpoint(steps);
            if self.holds(grown(middle), moments) { steps = middle } else { short = middle }
        }
        grown(steps)
    }

    /// Whether one is never due later than another and once sooner.
    fn sooner(&self, one: Due, other: Due, moments: &[Asked]) -> bool {
        let both = |asked: &Asked| (self.clock().add(asked.at, one), self.clock().add(asked.at, other));
        let due = || moments.iter().filter(|asked| asked.counts).map(both);
        due().all(|(one, other)| one <= other) && due().any(|(one, other)| one < other)
    }

    /// The shortest that holds: in whole days, in minutes alone, at the promised time of day on a later day, in a day
    /// less and minutes; the promise's own form first.
    fn shortest(&self, moments: &[Asked]) -> Due {
        let in_days = self.least(moments, |more| Due::After(more, 0));
        let mut all = vec![in_days, self.least(moments, |more| Due::After(0, more))];
        if let Due::At(days, at, asked_by) = self.promise {
            all.push(self.least(moments, |more| Due::At(days + more, at, asked_by)));
        }
        if let Due::After(days @ 2.., _) = in_days {
            all.push(self.least(moments, |more| Due::After(days - 1, more)));
        }
        let form = |due: Due| match due {
            Due::After(days, _) => (false, days > 0),
            Due::At(..) => (true, false),
        };
        all.sort_by_key(|due| form(*due) != form(self.promise));
        let mut best = all[0];
        for other in all {
            if self.sooner(other, best, moments) {
                best = other;
            }
        }
        match best {
            Due::After(days, minutes) if self.always => Due::After(days + minutes / 1_440, minutes % 1_440),
            best => best,
        }
    }
}

fn agrees(seed: u64, times_of_day: bool) -> Result<(), TestCaseError> {
    let case = Case::roll(seed, times_of_day);
    let yaml = case.yaml();
    let catalog = catalog_of(&yaml);
    let to = case.from + TimeDelta::minutes(8 + (ASKED_DAYS * 96 - 1) * 15);
    // A horizon that is too short must not change anything.
    let clocks = Clocks::new(&catalog, case.from, case.from + TimeDelta::days(ASKED_DAYS));
    let forecast = yearly_forecast(&catalog, &clocks, case.from, to);
    let [Forecast { verdict, .. }] = forecast.as_slice() else { panic!("one chain:\n{yaml}") };
    let moments = case.moments();
    let (mut late, mut worst) = (BTreeSet::new(), None);
    let mut least: Option<(DateTime<Utc>, i64)> = None;
    for Asked { at, ends, quarter, .. } in &moments {
        let promised = case.clock().add(*at, case.promise);
        let late_by = case.clock().minutes(promised, *ends);
        let spare = case.clock().minutes(*ends, promised) - late_by;
        if *ends > promised {
            late.insert(*quarter);
            if worst.is_none_or(|(_, most)| late_by > most) {
                worst = Some((*at, late_by));
            }
        }
        if least.is_none_or(|(_, least)| spare < least) {
            least = Some((*at, spare));
        }
    }
    let asked = moments.iter().filter(|asked| asked.counts).count();
    prop_assert_eq!((verdict.asked as usize, verdict.late as usize), (asked, late.len()), "\n{}", yaml);
    prop_assert_eq!(verdict.worst.map(|worst| (worst.asked, worst.late_by.unwrap() / 60)), worst, "\n{}", yaml);
    let shortest = verdict.worst.map(|worst| worst.shortest.unwrap());
    let expected = worst.map(|_| case.shortest(&moments));
    prop_assert_eq!(shortest.map(|time| time.to_string()), expected.map(Due::written), "\n{}", yaml);
    if case.others.iter().any(|other| other.blocking) {
        let tightest = tightest_moments(&catalog, &clocks, (case.from, to))[top(&catalog)];
        prop_assert_eq!(tightest, least.map(|(at, _)| at), "\n{}", yaml);
    }
    Ok(())
}

fn top(catalog: &Catalog) -> usize {
    catalog.services().find(|(_, service)| &*service.slug == "top").unwrap().0.index()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: often(8), ..ProptestConfig::default() })]

    #[test]
    fn the_forecast_agrees_with_a_simulation(seed in any::<u64>()) {
        agrees(seed, false)?;
    }

    #[test]
    fn the_forecast_agrees_where_times_of_day_are_promised(seed in any::<u64>()) {
        agrees(seed, true)?;
    }
}

/// What is promised stands still at a closing while the answer moves on: the quarter-hour is in time at its beginning
/// and late behind it.
#[test]
fn a_quarter_hour_that_becomes_late_counts() {
    agrees(14_626_252_719_428_991_942, false).unwrap();
}

/// The very first quarter-hour of a range is late, by own work alone.
#[test]
fn the_first_quarter_hour_counts() {
    agrees(12_941_765_306_653_136_978, false).unwrap();
}

/// Who asks too late on a day that has closed already waits a day longer than who asked in time.
#[test]
fn a_time_of_day_is_asked_for_after_closing() {
    agrees(12_427_161_177_309_775_866, true).unwrap();
}

/// What is asked a minute after a dependency can no longer answer on the same day waits for its next opening.
#[test]
fn the_minutes_behind_a_closing_count() {
    let catalog = catalog_of(
        "name: D
services:
  top:
    name: T
    hours: Mo-Fr 08:00-16:00
    standards: {normal: {resolution: 7h 50m}}
    depends_on: [{service: stock}]
  stock:
    name: S
    hours: Mo-Fr 10:00-10:05
    standards: {normal: {resolution: 5m}}
",
    );
    let morning: DateTime<Utc> = "2026-11-24T08:00:00+02:00".parse().unwrap();
    let clocks = Clocks::new(&catalog, morning, morning + TimeDelta::days(9));
    let forecast = yearly_forecast(&catalog, &clocks, morning, morning + TimeDelta::days(1));
    let worst = forecast[0].verdict.worst.unwrap();
    assert_eq!((worst.asked, worst.late_by), (morning + TimeDelta::minutes(121), Some(10 * 60)));
    assert_eq!(worst.shortest.map(|time| time.to_string()).as_deref(), Some("8h"));
}
