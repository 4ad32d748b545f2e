//! The references of all entries, read backwards.

use crate::model::article::Article;
use crate::model::catalog::Backlinks;
use crate::model::department::Department;
use crate::model::id::{ArticleId, DepartmentId, ServiceId, TeamId};
use crate::model::person::Person;
use crate::model::service::Service;
use crate::model::team::Team;

pub(super) fn collect(
    people: &[Person],
    departments: &[Department],
    teams: &[Team],
    services: &[Service],
    articles: &[Article],
) -> Backlinks {
    let mut links = Backlinks {
        services_of_team: vec![Vec::new(); teams.len()],
        dependants: vec![Vec::new(); services.len()],
        services_of_person: vec![Vec::new(); people.len()],
        teams_of_person: vec![Vec::new(); people.len()],
        parts_of_department: vec![Vec::new(); departments.len()],
        parts_of_team: vec![Vec::new(); teams.len()],
        former_teams_of_person: vec![Vec::new(); people.len()],
        articles_of_service: vec![Vec::new(); services.len()],
    };
    for (index, service) in services.iter().enumerate() {
        let id = ServiceId::from(index);
        add(&mut links.services_of_team, service.team.index(), id);
        for (at, dependency) in service.depends_on.iter().enumerate() {
            add(&mut links.dependants, dependency.service.index(), (id, at));
        }
        for person in service.owner.iter().chain(&service.deputy) {
            add(&mut links.services_of_person, person.value.index(), id);
        }
        for article in &service.articles {
            add(&mut links.articles_of_service, index, *article);
        }
    }
    for (index, team) in teams.iter().enumerate().filter(|(_, team)| !team.acting) {
        for person in team.lead.iter().map(|lead| lead.value).chain(team.members.iter().map(|member| member.person)) {
            add(&mut links.teams_of_person, person.index(), TeamId::from(index));
        }
        for person in &team.former {
            add(&mut links.former_teams_of_person, person.index(), TeamId::from(index));
        }
        if let Some(whole) = &team.part_of {
            add(&mut links.parts_of_team, whole.value.index(), TeamId::from(index));
        }
    }
    for (index, person) in people.iter().enumerate() {
        if let Some(team) = person.team {
            add(&mut links.teams_of_person, index, team);
        }
    }
    for (index, department) in departments.iter().enumerate() {
        if let Some(whole) = &department.part_of {
            add(&mut links.parts_of_department, whole.value.index(), DepartmentId::from(index));
        }
    }
    for (index, article) in articles.iter().enumerate() {
        for service in &article.services {
            add(&mut links.articles_of_service, service.index(), ArticleId::from(index));
        }
    }
    links
}

/// Adds an item once.
fn add<T: PartialEq>(lists: &mut [Vec<T>], index: usize, item: T) {
    if let Some(list) = lists.get_mut(index)
        && !list.contains(&item)
    {
        list.push(item);
    }
}
