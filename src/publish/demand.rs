//! Who is served by whom, and how much each service is in demand.

use std::collections::BTreeMap;

use super::list::Publish;
use super::published::Published;
use super::who::Who;
use super::work::Dependency;
use crate::model::{ArticleId, AudienceId, Catalog, DepartmentId, Metric, Served, ServiceId, TeamId};

/// A group for which services are. A team that acts for its department is the department.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The whole staff.
    Everyone,
    /// The company's own customers.
    Customers,
    /// An audience.
    Audience(AudienceId),
    /// A department.
    Department(DepartmentId),
    /// A team.
    Team(TeamId),
}

impl Group {
    /// The group that somebody who is served belongs to.
    pub(super) fn of(served: Served, catalog: &Catalog) -> Self {
        match served {
            Served::Everyone => Self::Everyone,
            Served::Customers => Self::Customers,
            Served::Audience(id) => Self::Audience(id),
            Served::Department(id) => Self::Department(id),
            Served::Team(id) if catalog.team(id).acting => Self::Department(catalog.team(id).department),
            Served::Team(id) => Self::Team(id),
        }
    }
}

/// Worked out once from what the services say.
#[derive(Debug)]
pub(super) struct Demand {
    services_for: BTreeMap<Group, Vec<ServiceId>>,
    requests: BTreeMap<ServiceId, u64>,
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
        let mut requests: BTreeMap<ServiceId, u64> = BTreeMap::new();
        for row in catalog.measurements.iter().filter(|row| row.metric == Metric::Requests) {
            // Counted requests are whole and not negative: `resolve` has seen to it.
            *requests.entry(row.service).or_default() += row.value as u64;
        }
        Self { services_for, requests }
    }
}

impl<'a> Published<'a> {
    /// The services that are for a group, by their own word, by id.
    pub fn services_for(&self, group: Group) -> &[ServiceId] {
        self.demand().services_for.get(&group).map_or(&[], Vec::as_slice)
    }

    /// How often a service was asked for, in all months together.
    pub fn requests(&self, service: ServiceId) -> u64 {
        self.demand().requests.get(&service).copied().unwrap_or(0)
    }

    /// The services that a team does the work of, by id; those that have ended are left out.
    pub fn services_of(&self, team: TeamId) -> impl Iterator<Item = ServiceId> + use<'a> {
        let catalog = self.catalog();
        catalog.services_of(team).iter().copied().filter(|id| catalog.service(*id).is_offered())
    }

    /// The services of all teams of a department, by id; those that have ended are left out.
    pub fn services_in(&self, department: DepartmentId) -> impl Iterator<Item = ServiceId> + use<'a> {
        let catalog = self.catalog();
        catalog.services_in(department).into_iter().filter(|id| catalog.service(*id).is_offered())
    }

    /// The services that an article helps with, by id; those that have ended are left out.
    pub fn services_with(&self, article: ArticleId) -> impl Iterator<Item = ServiceId> + use<'a> {
        let catalog = self.catalog();
        let helped = catalog.services().filter(|(_, service)| service.is_offered()).map(|(id, _)| id);
        helped.filter(move |id| catalog.articles_for(*id).contains(&article))
    }

    /// The services on offer that need the answer of another one, by id, each with the dependency.
    pub fn dependants(&'a self, service: ServiceId) -> impl Iterator<Item = (ServiceId, Dependency<'a>)> {
        let offered = self.catalog().dependants(service).filter(|(id, _)| self.catalog().service(*id).is_offered());
        offered.map(|(id, dependency)| (id, Dependency::publish(dependency, self)))
    }

    /// All whom some services serve, each once.
    pub(super) fn served_by(&'a self, services: impl Iterator<Item = ServiceId>) -> Vec<Who<'a>> {
        let mut all: Vec<&Served> = services.flat_map(|id| &self.catalog().service(id).serves).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|served| Who::publish(served, self)).collect()
    }
}
