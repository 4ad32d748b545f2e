//! How much services are in demand, worked out once from what they say and what was measured.

use std::collections::BTreeMap;

use super::group::Group;
use crate::model::{Catalog, Metric, ServiceId};

/// Who is served by what, and what is asked for.
#[derive(Debug)]
pub(super) struct Demand {
    pub(super) services_for: BTreeMap<Group, Vec<ServiceId>>,
    pub(super) requests: BTreeMap<ServiceId, u64>,
    /// By those who bring it: what services ask for, each as its place in what the service asks for.
    pub(super) brought_by: BTreeMap<Group, Vec<(ServiceId, usize)>>,
}

impl Demand {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut services_for: BTreeMap<Group, Vec<ServiceId>> = BTreeMap::new();
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            for served in &service.serves {
                let services = services_for.entry(Group::of(*served, catalog)).or_default();
                if services.last() != Some(&id) {
                    services.push(id);
                }
            }
        }
        let mut brought_by: BTreeMap<Group, Vec<(ServiceId, usize)>> = BTreeMap::new();
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            for (place, item) in service.you_provide.iter().enumerate() {
                for from in &item.from {
                    let brought = brought_by.entry(Group::of(*from, catalog)).or_default();
                    if brought.last() != Some(&(id, place)) {
                        brought.push((id, place));
                    }
                }
            }
        }
        let mut requests: BTreeMap<ServiceId, u64> = BTreeMap::new();
        for row in catalog.measurements.iter().filter(|row| row.metric == Metric::Requests) {
            // Counted requests are whole and not negative: `resolve` has seen to it.
            *requests.entry(row.service).or_default() += row.value as u64;
        }
        Self { services_for, requests, brought_by }
    }
}
