//! What of a chain decides whether it holds, so that equal chains are looked at once.

use ahash::{AHashMap, AHashSet};

use super::chain::{Chain, Promise};
use super::clocks::{Clock, Clocks};
use super::quarters::Window;
use super::tables::{Limit, Numbered, Route, Tables};
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
pub(super) struct Plans {
    routes: Numbered<Route>,
    limits: Numbered<Limit>,
    plans: Vec<Plan>,
    places: AHashMap<Plan, usize>,
}

impl Plans {
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
        let in_minutes = chain.work.is_none_or(|work| work.time.minutes_alone().is_some());
        let limit = Limit { promised, asking: promise.clock, work: chain.work };
        let limit = in_minutes.then(|| self.limits.number(limit));
        let plan = Plan { promise, work: chain.work, routes, promised, limit };
        let place = self.plans.len();
        Some(*self.places.entry(plan.clone()).or_insert_with(|| {
            self.plans.push(plan);
            place
        }))
    }

    /// Some of the plans by themselves, without limits.
    pub(super) fn only(&self, numbers: &[usize]) -> Self {
        let mut few = Self::default();
        let mut adopted: AHashMap<usize, usize> = AHashMap::new();
        for plan in numbers.iter().filter_map(|number| self.plans.get(*number)) {
            let mut adopt = |route: usize| few.adopt(self, route, &mut adopted);
            let mut routes: Vec<usize> = plan.routes.iter().map(|route| adopt(*route)).collect();
            routes.sort_unstable();
            let promised = adopt(plan.promised);
            few.plans.push(Plan { routes, promised, limit: None, ..plan.clone() });
        }
        few
    }

    /// The number here of a route of another planner; those that it waits for come first and are adopted by then.
    fn adopt(&mut self, other: &Self, route: usize, adopted: &mut AHashMap<usize, usize>) -> usize {
        if let Some(number) = adopted.get(&route) {
            return *number;
        }
        let Some(Route { promise, after }) = other.routes.get(route) else { return 0 };
        let after = after.and_then(|after| adopted.get(&after).copied());
        let number = self.routes.number(Route { promise, after });
        adopted.insert(route, number);
        number
    }

    /// The clocks by which the plans' promises may be asked, each once.
    pub(super) fn askings(&self) -> Vec<Clock> {
        let mut askings: Vec<Clock> = self.plans.iter().map(|plan| plan.promise.clock).collect();
        askings.sort_unstable();
        askings.dedup();
        askings
    }

    /// Whether any clock by which something of the plans is done stands still for less than a quarter-hour.
    fn has_short_breaks(&self, window: Window, clocks: &Clocks<'_>) -> bool {
        let works = self.plans.iter().filter_map(|plan| plan.work).map(|work| work.clock);
        let running: AHashSet<Clock> = self.routes.all().iter().map(|route| route.promise.clock).chain(works).collect();
        running.into_iter().any(|clock| window.has_short_breaks(clock, clocks))
    }

    /// Whether all that a plan waits for is asked side by side.
    pub(super) fn are_side_by_side(&self, plan: &Plan) -> bool {
        plan.routes.iter().all(|route| self.routes.get(*route).is_some_and(|route| route.after.is_none()))
    }

    /// The tables of all plans in one window.
    pub(super) fn tables<'a>(&'a self, window: Window, clocks: &'a Clocks<'a>, askings: &[Clock]) -> Tables<'a> {
        let has_short_breaks = self.has_short_breaks(window, clocks);
        Tables::new(window, clocks, (&self.routes, &self.limits), askings, has_short_breaks)
    }

    /// The plans, by number.
    pub(super) fn all(&self) -> &[Plan] {
        &self.plans
    }
}
