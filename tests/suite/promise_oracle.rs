//! The chain check beside a slow simulation that steps minute by minute and shares no code with it, on
//! small made-up catalogs: zones, own hours, closed days, clocks that always run, emergency channels,
//! standards by other names, nights, holidays, breaks of a few minutes, and openings at any minute. Each is asked at
//! every minute while it is open, and while it is closed at those at which another time is promised than at the next
//! opening.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use luukku::model::Catalog;
use luukku::promise::{Clocks, Forecast, tightest_moments, yearly_forecast};
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert_eq, proptest};

use crate::oracle_case::{Asked, Case, Kind};
use crate::oracle_place::Due;
use crate::project::often;
use crate::promise::catalog_of;

fn agrees(seed: u64, kind: Kind) -> Result<(), TestCaseError> {
    let case = Case::roll(seed, kind);
    let yaml = case.yaml();
    let catalog = catalog_of(&yaml);
    let (_, to) = case.range();
    // A horizon that is too short must not change anything.
    let clocks = Clocks::new(&catalog, case.from, case.from + TimeDelta::days(case.days));
    let forecast = yearly_forecast(&catalog, &clocks, case.from, to);
    let [Forecast { verdict, .. }] = forecast.as_slice() else { panic!("one chain:\n{yaml}") };
    let all = case.moments();
    let (mut late, mut worst) = (BTreeSet::new(), None);
    let mut least: Option<(DateTime<Utc>, i64)> = None;
    let moments = || all.iter().filter(|asked| !asked.only_longer);
    for Asked { at, ends, quarter, .. } in moments() {
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
    let asked = moments().filter(|asked| asked.counts).count();
    prop_assert_eq!((verdict.asked as usize, verdict.late as usize), (asked, late.len()), "\n{} {}", yaml, case.from);
    prop_assert_eq!(
        verdict.worst.map(|worst| (worst.asked, worst.late_by.unwrap() / 60)),
        worst,
        "\n{} {}",
        yaml,
        case.from
    );
    let shortest = verdict.worst.map(|worst| worst.shortest.unwrap());
    let expected = worst.map(|_| case.shortest(&all));
    prop_assert_eq!(shortest.map(|time| time.to_string()), expected.map(Due::written), "\n{} {}", yaml, case.from);
    if case.urgency == "normal" && case.others.iter().any(|other| other.blocking) {
        let tightest = tightest_moments(&catalog, &clocks, (case.from, to))[top(&catalog)];
        prop_assert_eq!(tightest, least.map(|(at, _)| at), "\n{} {}", yaml, case.from);
    }
    if let Some(promise) = expected {
        // What is proposed holds when it is written down.
        let from = case.from;
        let yaml = Case { promise, ..case }.yaml();
        let catalog = catalog_of(&yaml);
        let clocks = Clocks::new(&catalog, from, to);
        let forecast = yearly_forecast(&catalog, &clocks, from, to);
        prop_assert_eq!(forecast[0].verdict.late, 0, "\n{}", yaml);
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
        agrees(seed, Kind::Lengths)?;
    }

    #[test]
    fn the_forecast_agrees_where_times_of_day_are_promised(seed in any::<u64>()) {
        agrees(seed, Kind::TimesOfDay)?;
    }

    #[test]
    fn the_forecast_agrees_at_odd_times(seed in any::<u64>()) {
        agrees(seed, Kind::Odd)?;
    }
}

/// What is promised stands still at a closing while the answer moves on: the quarter-hour is in time at its beginning
/// and late behind it.
#[test]
fn a_quarter_hour_that_becomes_late_counts() {
    agrees(14_626_252_719_428_991_942, Kind::Lengths).unwrap();
}

/// The very first quarter-hour of a range is late, by own work alone.
#[test]
fn the_first_quarter_hour_counts() {
    agrees(12_941_765_306_653_136_978, Kind::Lengths).unwrap();
}

/// Who asks too late on a day that has closed already waits a day longer than who asked in time.
#[test]
fn a_time_of_day_is_asked_for_after_closing() {
    agrees(12_427_161_177_309_775_866, Kind::TimesOfDay).unwrap();
}

/// What is late by no opening time is so from its first minute on.
#[test]
fn the_first_of_equally_late_minutes_is_told() {
    agrees(12_521_411_499_024_694_970, Kind::Lengths).unwrap();
}

/// Own work that is left over at closing may meet a break of five minutes on the next day, though neither who asks at a
/// quarter to nine nor who asks at nine does.
#[test]
fn a_short_break_of_own_work_counts_for_what_is_proposed() {
    let forecast = |promise: &str| {
        let catalog = catalog_of(&format!(
            "name: D
services:
  top:
    name: T
    hours: Mo-Su 08:00-11:50,11:55-16:00
    standards: {{normal: {{resolution: {promise}, clock: always}}}}
    own_work: 4h
    depends_on: [{{service: other}}]
  other: {{name: O, hours: 24/7, standards: {{normal: {{resolution: 7h 5m, clock: always}}}}}}
",
        ));
        let from: DateTime<Utc> = "2026-11-24T08:00:00+02:00".parse().unwrap();
        let clocks = Clocks::new(&catalog, from, from + TimeDelta::days(9));
        yearly_forecast(&catalog, &clocks, from, from + TimeDelta::days(5))[0].verdict
    };
    let shortest = forecast("8h").worst.unwrap().shortest.unwrap().to_string();
    assert_eq!(shortest, "1d 3h 10m");
    assert_eq!(forecast(&shortest).late, 0);
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
