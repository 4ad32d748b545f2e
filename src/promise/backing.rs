//! Whether a promise is backed by promises all the way down: what it waits for, and what that waits for.
//!
//! One rule holds everywhere: a link is promised when the chain above it, for its urgency, counts on a
//! resolution for which a time can be worked out.

use std::collections::{HashMap, VecDeque};

use super::chain::{Chain, Promise, chain};
use crate::model::{Catalog, Dependency, Served, Service, ServiceId, Standard};

/// A promise to customers under which somebody has promised nothing.
#[derive(Clone, Debug)]
pub struct Unbacked<'a> {
    /// The service that promises the customers a time.
    pub service: ServiceId,
    /// What it promises.
    pub standard: &'a Standard,
    /// The way down to the link without a promise, which is the last one: who asks, and for what.
    pub path: Vec<(ServiceId, &'a Dependency)>,
}

/// Whether a service works for the company's own customers.
pub fn serves_customers(service: &Service) -> bool {
    service.is_offered() && service.serves.contains(&Served::Customers)
}

/// The chains of all resolutions that a service promises and for which a time can be worked out, the main one
/// first.
pub fn promised_chains(catalog: &Catalog, id: ServiceId) -> impl Iterator<Item = Chain<'_>> {
    let service = catalog.service(id);
    let told = service.standards.iter().filter(|standard| Promise::resolution(service, standard).is_some());
    told.map(move |standard| chain(catalog, id, standard))
}

/// The promises to external customers with an unpromised link anywhere under them: for each service the
/// first of its standards, with the shortest way down to one.
pub fn unbacked(catalog: &Catalog) -> Vec<Unbacked<'_>> {
    let down = Down::new(catalog);
    let front = catalog.services().filter(|(_, service)| serves_customers(service));
    front.filter_map(|(id, _)| promised_chains(catalog, id).find_map(|chain| down.gap_under(&chain))).collect()
}

/// A promise that others count on.
type Node<'a> = (ServiceId, &'a str);

/// For each promise that leans on a gap: the first link of the shortest way down to it, and the promise
/// where the way goes on.
struct Down<'a> {
    ways: HashMap<Node<'a>, (&'a Dependency, Option<Node<'a>>)>,
}

impl<'a> Down<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        let mut above: HashMap<Node<'a>, Vec<(Node<'a>, &'a Dependency)>> = HashMap::new();
        let mut ways = HashMap::new();
        let mut queue: VecDeque<Node<'a>> = VecDeque::new();
        for (id, _) in catalog.services() {
            for chain in promised_chains(catalog, id) {
                let node: Node<'a> = (id, &chain.standard.urgency);
                if let Some(gap) = chain.links.iter().find(|link| link.promise.is_none()) {
                    ways.insert(node, (gap.dependency, None));
                    queue.push_back(node);
                    continue;
                }
                for link in &chain.links {
                    let Some(standard) = link.standard else { continue };
                    let below = (link.dependency.service, &*standard.urgency);
                    above.entry(below).or_default().push((node, link.dependency));
                }
            }
        }
        while let Some(below) = queue.pop_front() {
            for (node, dependency) in above.get(&below).into_iter().flatten() {
                ways.entry(*node).or_insert_with(|| {
                    queue.push_back(*node);
                    (*dependency, Some(below))
                });
            }
        }
        Self { ways }
    }

    fn gap_under(&self, chain: &Chain<'a>) -> Option<Unbacked<'a>> {
        let mut path = Vec::new();
        let mut next: Option<Node<'a>> = Some((chain.service, &chain.standard.urgency));
        while let Some((node, (dependency, below))) = next.and_then(|node| Some((node, *self.ways.get(&node)?))) {
            path.push((node.0, dependency));
            next = below;
        }
        (!path.is_empty()).then_some(Unbacked { service: chain.service, standard: chain.standard, path })
    }
}
