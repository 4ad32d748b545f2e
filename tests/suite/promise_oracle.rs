//! The chain check beside a slow simulation that steps minute by minute and shares no code with it, on
//! small made-up catalogs.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use luukku::clock::Duration;
use luukku::promise::{Clocks, Surveyed, survey};
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert, prop_assert_eq, proptest};

use crate::promise::catalog_of;

const ZONES: [Tz; 4] =
    [chrono_tz::Europe::Helsinki, chrono_tz::Europe::Warsaw, chrono_tz::America::New_York, chrono_tz::Asia::Kathmandu];
/// Times of day at which something opens or closes, in order; two or four of them make a day.
const TIMES: [u32; 10] = [360, 450, 480, 490, 660, 690, 755, 960, 1005, 1320];
const TIMES_OF_WORK: [(u32, u32); 9] =
    [(0, 30), (0, 60), (0, 90), (0, 240), (0, 425), (0, 600), (1, 0), (2, 0), (1, 60)];
const MINUTES: usize = 60 * 24 * 60;
const ASKED_DAYS: i64 = 8;

/// Accidental numbers from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Opening times by weekday, Monday first, in minutes of the day.
struct Place {
    zone: Tz,
    week: [Vec<(u32, u32)>; 7],
    closed: Vec<NaiveDate>,
    /// From here on, minute by minute: whether it is open.
    base: DateTime<Utc>,
    open: Vec<bool>,
}

impl Place {
    fn roll(dice: &mut Dice, from: DateTime<Utc>) -> Self {
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
        let mut place = Self { zone, week, closed, base: from - TimeDelta::days(3), open: vec![false; MINUTES] };
        let first = place.base.with_timezone(&zone).date_naive();
        for date in first.iter_days().take(62) {
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
        place
    }

    fn yaml(&self) -> String {
        const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let time = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let rules = NAMES.iter().zip(&self.week).filter(|(_, day)| !day.is_empty()).map(|(name, day)| {
            let spans: Vec<String> =
                day.iter().map(|(start, end)| format!("{}-{}", time(*start), time(*end))).collect();
            format!("{name} {}", spans.join(","))
        });
        let rules: Vec<String> = rules.collect();
        let closed: Vec<String> = self.closed.iter().map(ToString::to_string).collect();
        format!("hours: \"{}\", time_zone: {}, closed_days: [{}]", rules.join("; "), self.zone, closed.join(", "))
    }

    fn spans(&self, date: NaiveDate) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
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

    fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.open[usize::try_from((at - self.base).num_minutes()).unwrap()]
    }

    fn start(&self, mut at: DateTime<Utc>) -> DateTime<Utc> {
        while !self.is_open(at) {
            at += TimeDelta::minutes(1);
        }
        at
    }

    fn add(&self, asked: DateTime<Utc>, (days, minutes): (u32, u32)) -> DateTime<Utc> {
        let mut at = self.start(asked);
        if days > 0 {
            let local = at.with_timezone(&self.zone);
            let mut date = local.date_naive();
            for _ in 0..days {
                date = date.succ_opt().unwrap();
                while self.spans(date).is_empty() {
                    date = date.succ_opt().unwrap();
                }
            }
            let same = self.zone.from_local_datetime(&date.and_time(local.time())).unwrap().to_utc();
            let spans = self.spans(date);
            at = if self.is_open(same) {
                same
            } else {
                spans.iter().rev().map(|span| span.1).find(|end| *end <= same).unwrap_or(spans[0].0)
            };
        }
        if minutes > 0 {
            let mut left = minutes;
            while left > 0 {
                left -= u32::from(self.is_open(at));
                at += TimeDelta::minutes(1);
            }
        }
        at
    }

    fn open_minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
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

/// A service that is depended on.
struct Other {
    place: Place,
    time: (u32, u32),
    always: bool,
    blocking: bool,
    after: Option<usize>,
}

struct Case {
    from: DateTime<Utc>,
    place: Place,
    promise: (u32, u32),
    own_work: Option<(u32, u32)>,
    others: Vec<Other>,
}

fn written((days, minutes): (u32, u32)) -> String {
    Duration::new(days, minutes).unwrap().to_string()
}

impl Case {
    fn roll(seed: u64) -> Self {
        let dice = &mut Dice(seed | 1);
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(dice.below(600) as u64);
        let from = day.and_hms_opt(6, 7, 0).unwrap().and_utc();
        let mut others: Vec<Other> = Vec::new();
        for number in 0..1 + dice.below(4) {
            let after = (number > 0 && dice.below(3) == 0).then(|| dice.below(number));
            let after = after.filter(|after| others[*after].blocking);
            let place = Place::roll(dice, from);
            let (time, always) = (dice.pick(&TIMES_OF_WORK), dice.below(5) == 0);
            others.push(Other { place, time, always, blocking: dice.below(6) > 0, after });
        }
        let own_work = (dice.below(4) > 0).then(|| dice.pick(&TIMES_OF_WORK));
        Self { from, place: Place::roll(dice, from), promise: dice.pick(&TIMES_OF_WORK), own_work, others }
    }

    fn yaml(&self) -> String {
        let text = String::from("name: D\n");
        let mut teams = format!("teams:\n  top: {{name: T, {}}}\n", self.place.yaml());
        let mut services = format!(
            "services:\n  top:\n    name: T\n    team: top\n    standards: {{normal: {{resolution: {}}}}}\n",
            written(self.promise)
        );
        if let Some(work) = self.own_work {
            services += &format!("    own_work: {}\n", written(work));
        }
        services += "    depends_on:\n";
        let mut below = String::new();
        for (number, other) in self.others.iter().enumerate() {
            let after = other.after.map(|after| format!(", after: o{after}")).unwrap_or_default();
            services += &format!("      - {{service: o{number}, blocking: {}{after}}}\n", other.blocking);
            let clock = if other.always { ", clock: always" } else { "" };
            teams += &format!("  o{number}: {{name: O, {}}}\n", other.place.yaml());
            below += &format!(
                "  o{number}: {{name: O, team: o{number}, standards: {{normal: {{resolution: {}{clock}}}}}}}\n",
                written(other.time)
            );
        }
        [text, teams, services, below].concat()
    }

    fn ends(&self, asked: DateTime<Utc>) -> DateTime<Utc> {
        let mut due: Vec<DateTime<Utc>> = Vec::new();
        let mut last = asked;
        for other in &self.others {
            let begin = other.after.map_or(asked, |after| due[after]);
            let (days, minutes) = other.time;
            due.push(match other.always {
                true => begin + TimeDelta::minutes(i64::from(days * 1_440 + minutes)),
                false => other.place.add(begin, other.time),
            });
            if other.blocking {
                last = last.max(due[due.len() - 1]);
            }
        }
        self.own_work.map_or(last, |work| self.place.add(last, work))
    }

    fn quarters(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let first = self.from + TimeDelta::minutes(8);
        let all = (0..ASKED_DAYS * 96).map(move |quarter| first + TimeDelta::minutes(quarter * 15));
        all.filter(|at| self.place.is_open(*at))
    }

    fn holds(&self, promise: (u32, u32)) -> bool {
        self.quarters().all(|asked| self.ends(asked) <= self.place.add(asked, promise))
    }
}

fn agrees(seed: u64) -> Result<(), TestCaseError> {
    let case = Case::roll(seed);
    let yaml = case.yaml();
    let catalog = catalog_of(&yaml);
    let to = case.from + TimeDelta::minutes(8 + (ASKED_DAYS * 96 - 1) * 15);
    // A horizon that is too short must not change anything.
    let clocks = Clocks::new(&catalog, case.from, case.from + TimeDelta::days(ASKED_DAYS));
    let surveyed = survey(&catalog, &clocks, case.from, to);
    let [Surveyed { verdict, .. }] = surveyed.as_slice() else { panic!("one chain:\n{yaml}") };
    let (mut asked, mut late, mut worst) = (0, 0, None);
    for at in case.quarters() {
        asked += 1;
        let (ends, promised) = (case.ends(at), case.place.add(at, case.promise));
        if ends > promised {
            late += 1;
            let late_by = case.place.open_minutes(promised, ends);
            if worst.is_none_or(|(_, most)| late_by > most) {
                worst = Some((at, late_by));
            }
        }
    }
    prop_assert_eq!((verdict.asked, verdict.late), (asked, late), "\n{}", yaml);
    prop_assert_eq!(verdict.worst.map(|worst| (worst.asked, worst.late_by.unwrap() / 60)), worst, "\n{}", yaml);
    if let Some(mend) = verdict.worst.and_then(|worst| worst.mend) {
        let mend = (mend.days(), mend.minutes());
        prop_assert!(case.holds(mend), "{mend:?} does not hold\n{yaml}");
        let unit = if mend.1 == 0 {
            None
        } else if case.promise.1.is_multiple_of(60) {
            Some(60)
        } else {
            Some(1)
        };
        let shorter = unit.map_or_else(|| (mend.0 - 1, 0), |unit| (mend.0, mend.1 - unit));
        prop_assert!(!case.holds(shorter), "{shorter:?} holds as well as {mend:?}\n{yaml}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_survey_agrees_with_a_simulation(seed in any::<u64>()) {
        agrees(seed)?;
    }
}

/// The very first quarter-hour of a range is late, by own work alone.
#[test]
fn the_first_quarter_hour_counts() {
    agrees(12_941_765_306_653_136_978).unwrap();
}
