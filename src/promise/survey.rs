//! Whether each service's promise can be kept by the chain behind it, at every quarter-hour of a year.
//!
//! Services with equal calendars, promises and dependencies share one result. A quarter-hour is first
//! compared with the limit row of [`super::tables`]; only one that fails there is worked out to the end.
//! The limit may be too early, never too late: nothing is missed, and what is told is exact.

use chrono::{DateTime, Utc};

use super::chain::{Chain, chain};
use super::clocks::{Clock, Clocks};
use super::plan::{Plan, Planner};
use super::quarters::Window;
use super::tables::{NEVER, Tables};
use super::tally::{Tally, Verdict};
use crate::model::Catalog;

/// A chain and how it fares.
#[derive(Clone, Debug)]
pub struct Surveyed<'a> {
    /// The chain.
    pub chain: Chain<'a>,
    /// How it fares.
    pub verdict: Verdict,
}

/// The promises that can be held against their chains, over the quarter-hours between two instants,
/// both included. Left out: retired services, services that neither depend on others nor have work of
/// their own, promises without a resolution or without hours, and assumed chains.
pub fn survey<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Surveyed<'a>> {
    chains(catalog, clocks, (from, to), |chain| !chain.assumed)
}

/// The same for the assumed chains alone: those of urgencies that others do not know.
pub fn survey_assumed<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Surveyed<'a>> {
    chains(catalog, clocks, (from, to), |chain| chain.assumed)
}

fn chains<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    counts: fn(&Chain<'_>) -> bool,
) -> Vec<Surveyed<'a>> {
    let mut planner = Planner::default();
    let mut planned: Vec<(Chain<'a>, usize)> = Vec::new();
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        if service.depends_on.is_empty() && service.own_work.is_none() {
            continue;
        }
        for chain in service.standards.iter().map(|standard| chain(catalog, id, standard)).filter(counts) {
            if let Some(plan) = planner.plan(catalog, &chain) {
                planned.push((chain, plan));
            }
        }
    }
    let verdicts = run(&planner, clocks, from, to);
    let verdict = |(chain, plan): (Chain<'a>, usize)| Some(Surveyed { chain, verdict: *verdicts.get(plan)? });
    planned.into_iter().filter_map(verdict).collect()
}

fn run(planner: &Planner, clocks: &Clocks<'_>, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Verdict> {
    let plans = planner.plans();
    let mut tallies: Vec<Tally> = plans.iter().map(|plan| Tally::new(plan.promise.time)).collect();
    let mut askings: Vec<Clock> = plans.iter().map(|plan| plan.promise.clock).collect();
    askings.sort_unstable();
    askings.dedup();
    for window in Window::between(from, to) {
        let tables = Tables::new(window, clocks, planner.routes(), planner.limits(), &askings);
        for (plan, tally) in plans.iter().zip(&mut tallies) {
            watch(plan, &tables, tally);
        }
    }
    tallies.into_iter().map(Tally::verdict).collect()
}

/// Counts a plan's quarter-hours of one window.
fn watch(plan: &Plan, tables: &Tables<'_>, tally: &mut Tally) {
    let limit = plan.limit.map(|limit| tables.limit(limit));
    let rows: Vec<&[u32]> = plan.routes.iter().map(|route| tables.route(*route)).collect();
    let promised = tables.route(plan.promised);
    for open in tables.open(plan.promise.clock) {
        tally.asked(open.len());
        let within = |row: &&[u32], limit: &[u32]| {
            let (due, limit) = (row.get(open.clone()), limit.get(open.clone()));
            // Without a branch, so that many are compared at once.
            due.zip(limit).is_some_and(|(due, limit)| {
                due.iter().zip(limit).fold(true, |holds, (due, limit)| holds & (due <= limit))
            })
        };
        if !rows.is_empty() && limit.is_some_and(|limit| rows.iter().all(|row| within(row, limit))) {
            continue;
        }
        for place in open.clone() {
            // Without dependencies the work begins when the clock starts, which is when it is asked.
            let asked = tables.due(Some(tables.window.at(place)));
            let answered = rows.iter().filter_map(|row| row.get(place)).copied().fold(asked, u32::max);
            let promised = promised.get(place).copied().unwrap_or(NEVER);
            let over = limit.is_none_or(|limit| limit.get(place).is_some_and(|limit| answered > *limit));
            if over && promised != NEVER {
                tally.look(plan, tables, place, answered, promised);
            }
        }
    }
}
