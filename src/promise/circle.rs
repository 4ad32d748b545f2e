//! Circles of blocking dependencies: each waits for the next, and nobody can begin.

use std::collections::VecDeque;

use crate::model::{Catalog, Dependency, ServiceId};

/// One circle of each knot of services that wait for each other: the shortest through the first of them.
/// Each step is a service and its dependency on the next one; the last one's leads to the first. Retired
/// services keep nobody waiting, and a service that depends on itself is told when the catalog is read.
pub fn circles(catalog: &Catalog) -> Vec<Vec<(ServiceId, &Dependency)>> {
    let mut circles = Vec::new();
    for knot in knots(catalog) {
        if let Some(first) = knot.first().filter(|_| knot.len() > 1) {
            circles.extend(shortest_circle(catalog, *first, &knot));
        }
    }
    circles.sort_by_key(|circle: &Vec<(ServiceId, &Dependency)>| circle.first().map(|(service, _)| *service));
    circles
}

fn waits_for(catalog: &Catalog, service: ServiceId) -> impl Iterator<Item = &Dependency> {
    let offered = move |id: ServiceId| catalog.service(id).is_offered();
    let dependencies = catalog.service(service).depends_on.iter();
    dependencies
        .filter(move |other| other.blocking && other.service != service && offered(service) && offered(other.service))
}

/// The strongly connected components, each sorted, by Tarjan's algorithm without recursion.
fn knots(catalog: &Catalog) -> Vec<Vec<ServiceId>> {
    const UNSEEN: usize = usize::MAX;
    let count = catalog.services().len();
    let next: Vec<Vec<usize>> =
        catalog.services().map(|(id, _)| waits_for(catalog, id).map(|other| other.service.index()).collect()).collect();
    let (mut order, mut low, mut on_stack) = (vec![UNSEEN; count], vec![0; count], vec![false; count]);
    let (mut stack, mut knots, mut seen) = (Vec::new(), Vec::new(), 0);
    for root in 0..count {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if order[root] == UNSEEN {
            path.push((root, 0));
        }
        while let Some((at, edge)) = path.pop() {
            if order[at] == UNSEEN {
                (order[at], low[at], on_stack[at]) = (seen, seen, true);
                seen += 1;
                stack.push(at);
            }
            if let Some(other) = next[at].get(edge).copied() {
                path.push((at, edge + 1));
                if order[other] == UNSEEN {
                    path.push((other, 0));
                } else if on_stack[other] {
                    low[at] = low[at].min(order[other]);
                }
                continue;
            }
            if let Some((before, _)) = path.last() {
                low[*before] = low[*before].min(low[at]);
            }
            if low[at] == order[at] {
                let begin = stack.iter().rposition(|other| *other == at).unwrap_or_default();
                let knot = stack.split_off(begin);
                knot.iter().for_each(|member| on_stack[*member] = false);
                let mut knot: Vec<ServiceId> = knot.into_iter().map(ServiceId::from).collect();
                knot.sort_unstable();
                knots.push(knot);
            }
        }
    }
    knots
}

/// The shortest way from a service back to itself within a sorted knot.
fn shortest_circle<'a>(
    catalog: &'a Catalog,
    first: ServiceId,
    knot: &[ServiceId],
) -> Option<Vec<(ServiceId, &'a Dependency)>> {
    let place = |service: ServiceId| knot.binary_search(&service).ok();
    let mut came_by: Vec<Option<(ServiceId, &Dependency)>> = vec![None; knot.len()];
    let mut queue = VecDeque::from([first]);
    while let Some(service) = queue.pop_front() {
        for dependency in waits_for(catalog, service) {
            let Some(arrival) = place(dependency.service).and_then(|place| came_by.get_mut(place)) else { continue };
            if arrival.is_none() {
                *arrival = Some((service, dependency));
                queue.push_back(dependency.service);
            }
        }
    }
    let mut circle = Vec::new();
    let mut at = first;
    loop {
        let (before, dependency) = came_by.get(place(at)?).copied()??;
        circle.push((before, dependency));
        at = before;
        if at == first {
            break;
        }
    }
    circle.reverse();
    Some(circle)
}
