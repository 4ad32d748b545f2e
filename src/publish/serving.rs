//! Who is served by whom.

use super::group::Group;
use super::list::Publish;
use super::published::Published;
use super::who::Who;
use super::work::{Dependency, Provision};
use crate::model::{ArticleId, DepartmentId, Served, ServiceId, TeamId};

impl<'a> Published<'a> {
    /// The services that are for a group, by their own word, by id.
    pub fn services_for(&self, group: Group) -> &[ServiceId] {
        self.demand().services_for.get(&group).map_or(&[], Vec::as_slice)
    }

    /// What services ask of a group by name, by id of the service.
    pub fn asked_of(&'a self, group: Group) -> impl Iterator<Item = (ServiceId, Provision<'a>)> {
        let asked = self.demand().brought_by.get(&group).into_iter().flatten();
        asked.filter_map(|(service, place)| Some((*service, self.provisions(*service).into_iter().nth(*place)?)))
    }

    /// The department whose team does the work of a service.
    pub fn department_of(&self, service: ServiceId) -> DepartmentId {
        self.catalog().team(self.catalog().service(service).team).department
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
