//! Circles of blocking dependencies: each waits for the next, and nobody can begin.

use std::collections::HashMap;

use petgraph::Incoming;
use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;
use petgraph::visit::Bfs;

use crate::model::{Catalog, Dependency, ServiceId};

/// Who waits for whom, each in the order in which it names the others.
type Waiting = DiGraphMap<ServiceId, ()>;

/// One circle of each component of services that wait for each other: the shortest through the first of them.
/// Each step is a service and its dependency on the next one; the last one's leads to the first. Retired
/// services keep nobody waiting, and a service that depends on itself is reported when the catalog is read.
pub fn circles(catalog: &Catalog) -> Vec<Vec<(ServiceId, &Dependency)>> {
    let services = catalog.services().map(|(id, _)| id);
    let graph: Waiting = services.flat_map(|id| waits_for(catalog, id).map(move |other| (id, other.service))).collect();
    // By Kosaraju, not by Tarjan: the crate's own Tarjan goes as deep into the stack as the longest chain is.
    let components = kosaraju_scc(&graph).into_iter().filter(|component| component.len() > 1);
    let mut firsts: Vec<ServiceId> = components.filter_map(|component| component.into_iter().min()).collect();
    firsts.sort_unstable();
    let by = |(service, next)| {
        let dependency = waits_for(catalog, service).find(|dependency| dependency.service == next)?;
        Some((service, dependency))
    };
    firsts.into_iter().map(|first| shortest_circle(&graph, first).into_iter().filter_map(by).collect()).collect()
}

fn waits_for(catalog: &Catalog, service: ServiceId) -> impl Iterator<Item = &Dependency> {
    let offered = move |id: ServiceId| catalog.service(id).is_offered();
    let dependencies = catalog.service(service).depends_on.iter();
    dependencies
        .filter(move |other| other.blocking && other.service != service && offered(service) && offered(other.service))
}

/// The shortest way from a service that is in a circle back to itself, as pairs of who waits for whom.
fn shortest_circle(graph: &Waiting, first: ServiceId) -> Vec<(ServiceId, ServiceId)> {
    let mut search = Bfs::new(graph, first);
    let reached = std::iter::from_fn(|| search.next(graph));
    let ranks: HashMap<ServiceId, usize> = reached.enumerate().map(|(rank, service)| (service, rank)).collect();
    // Each was first reached from whoever was nearest to the beginning.
    let before = |service| {
        let waiting = graph.neighbors_directed(service, Incoming).filter(|other| ranks.contains_key(other));
        waiting.min_by_key(|other| ranks.get(other))
    };
    let mut circle = Vec::new();
    let mut at = first;
    while let Some(earlier) = before(at) {
        circle.push((earlier, at));
        at = earlier;
        if at == first {
            break;
        }
    }
    circle.reverse();
    circle
}
