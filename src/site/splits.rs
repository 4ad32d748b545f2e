//! Which pages are too long as a whole, and into which parts they are split, so that each page can be read on a
//! phone and sent over a slow line.

use std::collections::BTreeMap;

use super::edition::Edition;
use super::part::Part;
use crate::clock::Every;
use crate::publish::{AudienceId, Date, Department, DepartmentId, Feed, Group, Service, Team};

/// With more services than this, tables of all of them are split by departments.
const SERVICES_ON_A_PAGE: usize = 150;

/// With more teams and services than this, the list of contacts is split likewise.
const CONTACTS_ON_A_PAGE: usize = 300;

/// At most so many services stand in one part.
const SERVICES_IN_A_PART: usize = 100;

/// With more services than this, those that are there for an audience are split likewise.
const SERVICES_FOR_AN_AUDIENCE: usize = 200;

/// With more articles than this, their list is split likewise; at most so many stand in one part.
const ARTICLES_ON_A_PAGE: usize = 300;

/// With more dates than this, each of those who keep them has a page for them.
const DATES_ON_A_PAGE: usize = 500;

/// The parts of tables of all services; none where they are on one page.
pub(crate) fn of_services(edition: &Edition<'_>) -> Vec<Part> {
    let published = edition.published;
    if published.services().len() <= SERVICES_ON_A_PAGE {
        return Vec::new();
    }
    let parts = |id| Part::all(id, published.services_in(id).count(), SERVICES_IN_A_PART);
    published.departments().flat_map(|department| parts(department.key)).collect()
}

/// The parts of the list of all contacts; none where they are on one page.
pub(crate) fn of_contacts(edition: &Edition<'_>) -> Vec<Part> {
    let published = edition.published;
    if published.services().len() + published.teams().count() <= CONTACTS_ON_A_PAGE {
        return Vec::new();
    }
    let has_channels = |department: &Department<'_>| {
        let own = |team: Team<'_>| !team.inherits_channels && !team.channels.is_empty();
        let of_team = department.teams.iter().any(|team| own(published.team(team.key)));
        let own = |service: Service<'_>| !service.inherits_channels && !service.channels.is_empty();
        let of_service = || published.services_in(department.key).any(|service| own(published.service(service)));
        !department.channels.is_empty() || of_team || of_service()
    };
    let entries =
        |department: &Department<'_>| published.services_in(department.key).count() + department.teams.len() + 1;
    let kept = published.departments().filter(has_channels);
    kept.flat_map(|department| Part::all(department.key, entries(&department), SERVICES_IN_A_PART)).collect()
}

/// The parts of the list of all articles; none where they are on one page.
pub(crate) fn of_articles(edition: &Edition<'_>) -> Vec<Part> {
    let published = edition.published;
    if published.articles().len() <= ARTICLES_ON_A_PAGE {
        return Vec::new();
    }
    let entries = |id| published.articles().filter(|article| article.department.key == id).count();
    let parts = |id| Part::all(id, entries(id), ARTICLES_ON_A_PAGE);
    published.departments().flat_map(|department| parts(department.key)).collect()
}

/// The parts of the services that are there for an audience; none where they are on its page.
pub(crate) fn of_audience(id: AudienceId, edition: &Edition<'_>) -> Vec<Part> {
    let services = edition.published.services_for(Group::Audience(id));
    if services.len() <= SERVICES_FOR_AN_AUDIENCE {
        return Vec::new();
    }
    let mut entries: BTreeMap<DepartmentId, usize> = BTreeMap::new();
    for service in services {
        *entries.entry(edition.published.service(*service).department.key).or_default() += 1;
    }
    entries
        .into_iter()
        .flat_map(|(department, entries)| Part::all(department, entries, SERVICES_FOR_AN_AUDIENCE))
        .collect()
}

/// Those who have a page for their dates; nobody where all dates are on one.
pub(crate) fn of_dates(edition: &Edition<'_>) -> Vec<Feed> {
    let keepers = edition.published.keepers();
    // What comes each week is told once.
    let rows = |date: Date<'_>| match date.rule.every() {
        Every::Week => date.rule.days().len(),
        _ => date.occurrences.len(),
    };
    let all: usize = keepers.iter().flat_map(|feed| edition.published.dates(*feed)).map(rows).sum();
    if all > DATES_ON_A_PAGE && keepers.len() > 1 { keepers } else { Vec::new() }
}
