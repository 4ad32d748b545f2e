//! Whether each service's promise can be kept by the chain behind it, at every minute of a year.
//!
//! Services with equal calendars, promises and dependencies share one result. A quarter-hour is first
//! compared with the limit row of [`super::tables`]; only one that fails there is worked out to the end.
//! The limit may be too early, never too late: nothing is missed, and what is reported is exact.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::chain::{Chain, chain};
use super::clocks::Clocks;
use super::moments::{Shown, count, visit};
use super::parts::Parts;
use super::plan::{Plan, Plans};
use super::quarters::Window;
use super::shortest::shortest;
use super::tally::{Tally, Verdict};
use crate::clock::Turnaround;
use crate::model::{Catalog, ServiceId};

/// A chain and how it fares.
#[derive(Clone, Debug)]
pub struct Forecast<'a> {
    /// The chain.
    pub chain: Chain<'a>,
    /// How it fares.
    pub verdict: Verdict,
}

/// The promises that can be held against their chains, over the minutes between two instants, both included. Left
/// out: retired services, services that neither depend on others nor have work of their own, promises without a
/// resolution or without hours. Of assumed chains only what is written counts.
pub fn yearly_forecast<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Forecast<'a>> {
    chains(catalog, clocks, (from, to), |chain| if chain.assumed { chain.written() } else { Some(chain) })
}

/// The same for the assumed chains alone, those of urgencies that others do not know, unless what is written is late
/// by itself.
pub fn assumed_forecast<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Forecast<'a>> {
    let written = chains(catalog, clocks, (from, to), |chain| chain.assumed.then(|| chain.written()).flatten());
    let told: HashSet<(ServiceId, &str)> = (written.iter())
        .filter(|one| one.verdict.worst.is_some())
        .map(|one| (one.chain.service, &*one.chain.standard.urgency))
        .collect();
    let mut assumed = chains(catalog, clocks, (from, to), |chain| Some(chain).filter(|chain| chain.assumed));
    assumed.retain(|one| !told.contains(&(one.chain.service, &*one.chain.standard.urgency)));
    assumed
}

fn chains<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    counted: fn(Chain<'a>) -> Option<Chain<'a>>,
) -> Vec<Forecast<'a>> {
    let mut plans = Plans::default();
    let mut planned: Vec<(Chain<'a>, usize)> = Vec::new();
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        if service.depends_on.is_empty() && service.own_work.is_none() {
            continue;
        }
        for chain in service.standards.iter().map(|standard| chain(catalog, id, standard)).filter_map(counted) {
            if let Some(plan) = plans.plan(catalog, &chain) {
                planned.push((chain, plan));
            }
        }
    }
    let verdicts = run(&plans, clocks, from, to);
    let verdict = |(chain, plan): (Chain<'a>, usize)| Some(Forecast { chain, verdict: *verdicts.get(plan)? });
    planned.into_iter().filter_map(verdict).collect()
}

fn run(plans: &Plans, clocks: &Clocks<'_>, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Verdict> {
    let windows = Window::between(from, to);
    let mut tallies: Vec<Tally> = plans.all().iter().map(|_| Tally::default()).collect();
    let (askings, parts) = (plans.askings(), Parts::of(plans));
    for window in &windows {
        let tables = plans.tables(*window, clocks, &askings);
        let is_late = |part: &Plan| {
            let mut tally = Tally::default();
            visit(part, &tables, Shown::Doubtful, &mut tally);
            tally.is_late()
        };
        let late: Vec<bool> = parts.all().par_iter().map(is_late).collect();
        plans.all().par_iter().enumerate().zip(&mut tallies).for_each(|((place, plan), tally)| {
            tally.asked(count(plan, &tables));
            if parts.known(place, &late).is_none_or(|mut parts| parts.any(|late| *late)) {
                visit(plan, &tables, Shown::Doubtful, tally);
            }
        });
    }
    let late: Vec<usize> =
        tallies.iter().enumerate().filter(|(_, tally)| tally.may_be_longer()).map(|(place, _)| place).collect();
    let mut longer: HashMap<usize, Option<Turnaround>> =
        late.iter().copied().zip(shortest(&plans.only(&late), clocks, &windows)).collect();
    let verdict = |(place, tally): (usize, Tally)| tally.verdict(longer.remove(&place).flatten());
    tallies.into_iter().enumerate().map(verdict).collect()
}
