//! Whom to ask where nobody has said how a service, a team or a department is reached: those around it who can be.

use super::channel::ChannelView;
use crate::publish::{Department, Home, PersonId, Service, Team, Who};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// At most so many people are named.
const MOST: usize = 3;

/// Around a service: its owners, or whoever does the work.
pub(crate) fn of_service<'a>(service: &Service<'a>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let owners = reachable(service.owner.iter(), reader);
    if !owners.is_empty() {
        return owners;
    }
    match service.doer() {
        Home::Team(team) => of_team(&reader.published().team(team.key), reader),
        Home::Department(department) => of_department(&reader.published().department(department.key), reader),
    }
}

/// Around a team: those who lead it, its members, or its department.
pub(crate) fn of_team<'a>(team: &Team<'a>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let published = reader.published();
    let members = || team.members.iter().map(|member| published.who(member.person));
    let department = published.department(team.department.key);
    let leads_on = department.teams.iter().any(|team| published.team(team.key).channels.first().is_some());
    [reachable(team.lead.iter(), reader), reachable(members(), reader)]
        .into_iter()
        .find(|people| !people.is_empty())
        .unwrap_or_else(|| match leads_on {
            true => vec![reader.department(department.key)],
            false => of_department(&department, reader),
        })
}

/// Around a department: those who lead it, its parts, or those of its services that have a way of their own.
pub(crate) fn of_department<'a>(department: &Department<'a>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let published = reader.published();
    let leads = reachable(department.lead.iter(), reader);
    if !leads.is_empty() {
        return leads;
    }
    let parts = published.parts_of(department.key).iter();
    let parts = parts.filter(|part| published.department(**part).channels.first().is_some());
    let parts: Vec<Link<'a>> = parts.map(|part| reader.department(*part)).take(MOST).collect();
    if !parts.is_empty() {
        return parts;
    }
    let services = reader.by_name(published.services_in(department.key)).into_iter();
    let reached = services.filter(|service| published.service(*service).channels.first().is_some());
    reached.map(|service| reader.service(service)).take(MOST).collect()
}

fn reachable<'a>(people: impl Iterator<Item = Who<'a>>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let can_be = |person: PersonId| !ChannelView::of_person(&reader.published().person(person), reader).is_empty();
    let named = people.filter(|who| matches!(who, Who::Person(person) if can_be(person.key)));
    named.take(MOST).map(|who| reader.who(who)).collect()
}
