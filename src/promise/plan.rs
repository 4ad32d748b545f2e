//! What of a chain decides whether it holds, so that equal chains are looked at once.

use std::collections::HashMap;

use super::chain::{Chain, Promise};
use super::clocks::Clock;
use super::tables::{Limit, Numbered, Route};
use crate::model::{Catalog, ServiceId};

/// What decides a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Plan {
    /// When it may be asked.
    pub(super) asking: Clock,
    /// The promise.
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
    /// The number of a chain's plan; `None` when no time can be told for it.
    pub(super) fn plan(&mut self, catalog: &Catalog, id: ServiceId, chain: &Chain<'_>) -> Option<usize> {
        let service = catalog.service(id);
        let promise = Promise::resolution(service, chain.standard)?;
        let holds = chain.entangled.is_empty() && chain.links.iter().all(|link| link.promise.is_some());
        if !holds {
            return None;
        }
        let asking = service.calendar.map_or(Clock::Always, Clock::Hours);
        let mut numbers: Vec<usize> = Vec::with_capacity(chain.links.len());
        for link in &chain.links {
            let after = link.after.and_then(|after| numbers.get(after).copied());
            numbers.push(self.routes.number(Route { promise: link.promise?, after }));
        }
        numbers.sort_unstable();
        numbers.dedup();
        let promised = self.routes.number(Route { promise, after: None });
        let in_minutes = chain.work.is_none_or(|work| work.time.days() == 0);
        let limit = in_minutes.then(|| self.limits.number(Limit { promised, asking, work: chain.work }));
        let plan = Plan { asking, promise, work: chain.work, routes: numbers, promised, limit };
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
