//! What of a chain decides whether it holds, so that equal chains are looked at once.

use std::collections::HashMap;

use super::chain::{Chain, Promise};
use super::tables::{Limit, Numbered, Route};
use crate::model::Catalog;

/// What decides a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Plan {
    /// The promise. It may be asked while its clock runs.
    pub(super) promise: Promise,
    /// The work that follows the answers.
    pub(super) work: Option<Promise>,
    /// The routes of the dependencies, in order, each once.
    pub(super) routes: Vec<usize>,
    /// The route of the promise.
    pub(super) promised: usize,
    /// The limit, when the work is in minutes alone.
    pub(super) limit: Option<usize>,
}

/// The plans of all chains, equal ones once.
#[derive(Debug, Default)]
pub(super) struct Planner {
    routes: Numbered<Route>,
    limits: Numbered<Limit>,
    plans: Vec<Plan>,
    places: HashMap<Plan, usize>,
}

impl Planner {
    /// The number of a chain's plan; `None` when its promise tells no time. Of a chain that is promised in
    /// part only, the plan holds that part: what is late by it is late whatever the others do.
    pub(super) fn plan(&mut self, catalog: &Catalog, chain: &Chain<'_>) -> Option<usize> {
        let promise = Promise::resolution(catalog.service(chain.service), chain.standard)?;
        let mut numbers: Vec<Option<usize>> = Vec::with_capacity(chain.links.len());
        for link in &chain.links {
            let before = link.after.map(|after| numbers.get(after).copied().flatten());
            // Nobody knows when one is asked that waits for somebody who promises no time.
            let known = link.promise.filter(|_| before != Some(None));
            numbers.push(known.map(|promise| self.routes.number(Route { promise, after: before.flatten() })));
        }
        let mut routes: Vec<usize> = numbers.into_iter().flatten().collect();
        routes.sort_unstable();
        routes.dedup();
        let promised = self.routes.number(Route { promise, after: None });
        let in_minutes = chain.work.is_none_or(|work| work.time.days() == 0);
        let limit = Limit { promised, asking: promise.clock, work: chain.work };
        let limit = in_minutes.then(|| self.limits.number(limit));
        let plan = Plan { promise, work: chain.work, routes, promised, limit };
        let place = self.plans.len();
        Some(*self.places.entry(plan.clone()).or_insert_with(|| {
            self.plans.push(plan);
            place
        }))
    }

    /// The plans, by number.
    pub(super) fn plans(&self) -> &[Plan] {
        &self.plans
    }

    /// The routes of all plans.
    pub(super) fn routes(&self) -> &Numbered<Route> {
        &self.routes
    }

    /// The limits of all plans.
    pub(super) fn limits(&self) -> &Numbered<Limit> {
        &self.limits
    }
}
