//! The line of sight: how each service's work reaches the company's own customers.
//!
//! The customer stands on the ground floor; on floor 1 are the services that customers are served by, on
//! floor 2 those whose answers they need, and so on. Every dependency counts, blocking or not.

use std::collections::VecDeque;

use super::backing::serves_customers;
use crate::model::{Catalog, ServiceId};

/// The shortest ways from all services to the customer.
#[derive(Clone, Debug)]
pub struct Sight {
    /// By service: its floor, and the service below through which it is seen.
    ways: Vec<Option<(u32, Option<ServiceId>)>>,
}

impl Sight {
    /// Looks from the customer over the whole catalog. Of several shortest ways the first by slug
    /// counts. Retired services neither see nor are seen.
    pub fn new(catalog: &Catalog) -> Self {
        let mut ways: Vec<Option<(u32, Option<ServiceId>)>> = vec![None; catalog.services().len()];
        let mut queue = VecDeque::new();
        for (id, _) in catalog.services().filter(|(_, service)| serves_customers(service)) {
            ways[id.index()] = Some((1, None));
            queue.push_back((id, 1));
        }
        while let Some((id, floor)) = queue.pop_front() {
            let mut next: Vec<ServiceId> = catalog.service(id).depends_on.iter().map(|other| other.service).collect();
            next.sort_unstable();
            for other in next.into_iter().filter(|other| catalog.service(*other).is_offered()) {
                if ways[other.index()].is_none() {
                    ways[other.index()] = Some((floor + 1, Some(id)));
                    queue.push_back((other, floor + 1));
                }
            }
        }
        Self { ways }
    }

    /// The services on the shortest way from a service to the customer, itself first; the last one serves
    /// customers. `None` when no way leads there.
    pub fn line(&self, service: ServiceId) -> Option<Vec<ServiceId>> {
        let mut line = vec![service];
        let (_, mut below) = self.way(service)?;
        while let Some(next) = below {
            line.push(next);
            below = self.way(next)?.1;
        }
        Some(line)
    }

    /// How many services the customer is away, from 1 for those that serve customers themselves.
    pub fn floor(&self, service: ServiceId) -> Option<u32> {
        self.way(service).map(|(floor, _)| floor)
    }

    /// The services floor by floor, front desks first, each floor by slug.
    pub fn floors(&self) -> Vec<Vec<ServiceId>> {
        let mut floors: Vec<Vec<ServiceId>> = Vec::new();
        for (index, way) in self.ways.iter().enumerate() {
            let Some((floor, _)) = way else { continue };
            let floor = *floor as usize;
            if floors.len() < floor {
                floors.resize(floor, Vec::new());
            }
            if let Some(services) = floors.get_mut(floor - 1) {
                services.push(ServiceId::from(index));
            }
        }
        floors
    }

    fn way(&self, service: ServiceId) -> Option<(u32, Option<ServiceId>)> {
        self.ways.get(service.index()).copied().flatten()
    }
}
