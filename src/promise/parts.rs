//! Plans taken apart: thousands of chains are made of a few hundred pairs of a promise and an answer that it waits
//! for.
//!
//! Answers that are asked for side by side know nothing of each other, and what follows the last of them follows it
//! no sooner than it would follow any other. So a promise is late exactly when it would be with one of its answers
//! alone, and it has as much time to spare as with the worst of them.

use ahash::AHashMap;

use super::plan::{Plan, Plans};

/// The parts of plans, equal ones once: each waits for one answer alone.
#[derive(Debug, Default)]
pub(super) struct Parts {
    all: Vec<Plan>,
    /// By plan: the places of its parts; none of what cannot be taken apart.
    of: Vec<Vec<usize>>,
}

impl Parts {
    /// Takes plans apart.
    pub(super) fn of(plans: &Plans) -> Self {
        let mut parts = Self::default();
        let mut places: AHashMap<Plan, usize> = AHashMap::new();
        for plan in plans.all() {
            let apart = if plans.are_side_by_side(plan) { &*plan.routes } else { &[] };
            let place = |route: &usize| {
                let part = Plan { routes: vec![*route], ..plan.clone() };
                *places.entry(part).or_insert_with_key(|part| {
                    parts.all.push(part.clone());
                    parts.all.len() - 1
                })
            };
            parts.of.push(apart.iter().map(place).collect());
        }
        parts
    }

    /// The parts.
    pub(super) fn all(&self) -> &[Plan] {
        &self.all
    }

    /// What is known of the parts of a plan, given what is known of all parts; `None` for a plan that cannot be
    /// taken apart.
    pub(super) fn known<'k, T>(&self, plan: usize, all: &'k [T]) -> Option<impl Iterator<Item = &'k T>> {
        let places = self.of.get(plan).filter(|places| !places.is_empty())?;
        Some(places.iter().filter_map(|place| all.get(*place)))
    }
}
