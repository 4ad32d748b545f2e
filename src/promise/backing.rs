//! Whether a promise to the company's own customers is backed by promises all the way down.

use std::collections::VecDeque;

use super::chain::{Promise, main_standard};
use crate::model::{Catalog, Dependency, Served, Service, ServiceId, Standard};

/// A promise to customers under which somebody has promised nothing.
#[derive(Clone, Debug)]
pub struct Unbacked<'a> {
    /// The service that promises the customers a time.
    pub service: ServiceId,
    /// The way down to the link without a promise, which is the last one: who asks, and for what.
    pub path: Vec<(ServiceId, &'a Dependency)>,
}

/// Whether a service works for the company's own customers.
pub fn serves_customers(service: &Service) -> bool {
    service.is_offered() && service.serves.contains(&Served::Customers)
}

/// Whether what a dependency counts on is a resolution for which a time can be told.
pub fn is_promised(catalog: &Catalog, dependency: &Dependency) -> bool {
    let service = catalog.service(dependency.service);
    let standard = service.standard(&dependency.standard);
    standard.and_then(|standard| Promise::resolution(service, standard)).is_some()
}

/// The standard by which a service promises a resolution for which a time can be told: the main one, or
/// else the first that does.
pub fn promised(service: &Service) -> Option<&Standard> {
    let mut all = main_standard(service).into_iter().chain(&service.standards);
    all.find(|standard| Promise::resolution(service, standard).is_some())
}

/// The promises to external customers with an unbacked link anywhere under them, each with its shortest
/// way down to one. Only dependencies that block count.
pub fn unbacked(catalog: &Catalog) -> Vec<Unbacked<'_>> {
    let down = ways_to_gaps(catalog);
    let way = |service: ServiceId| down.get(service.index()).copied().flatten();
    let front = catalog.services().filter(|(_, service)| serves_customers(service) && promised(service).is_some());
    let mut found = Vec::new();
    for (service, _) in front {
        let mut path = Vec::new();
        let mut at = service;
        while let Some((dependency, goes_on)) = way(at) {
            path.push((at, dependency));
            at = dependency.service;
            if !goes_on {
                break;
            }
        }
        if !path.is_empty() {
            found.push(Unbacked { service, path });
        }
    }
    found
}

/// By service: the first dependency of the shortest way down to a link without a promise, and whether
/// the way goes on from there.
fn ways_to_gaps(catalog: &Catalog) -> Vec<Option<(&Dependency, bool)>> {
    let mut ways: Vec<Option<(&Dependency, bool)>> = vec![None; catalog.services().len()];
    let mut queue = VecDeque::new();
    for (id, service) in catalog.services() {
        let mut blocking = service.depends_on.iter().filter(|dependency| dependency.blocking);
        if let Some(gap) = blocking.find(|dependency| !is_promised(catalog, dependency)) {
            ways[id.index()] = Some((gap, false));
            queue.push_back(id);
        }
    }
    while let Some(id) = queue.pop_front() {
        for (above, dependency) in catalog.dependants(id).filter(|(_, dependency)| dependency.blocking) {
            if ways[above.index()].is_none() {
                ways[above.index()] = Some((dependency, true));
                queue.push_back(above);
            }
        }
    }
    ways
}
