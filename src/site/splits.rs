//! Which pages are too long as a whole, and into which parts they are split, so that each page can be read on a
//! phone and sent over a slow line.

use std::collections::BTreeMap;

use super::edition::Edition;
use super::part::Part;
use crate::model::{AudienceId, Catalog, DepartmentId, Served};

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

/// The parts of tables of all services; none where they are on one page.
pub(crate) fn of_services(edition: &Edition<'_>) -> Vec<Part> {
    let catalog = edition.catalog;
    if catalog.services().len() <= SERVICES_ON_A_PAGE {
        return Vec::new();
    }
    let parts = |id| Part::all(id, offered(id, catalog), SERVICES_IN_A_PART);
    catalog.departments().flat_map(|(id, _)| parts(id)).collect()
}

/// The parts of the list of all contacts; none where they are on one page.
pub(crate) fn of_contacts(edition: &Edition<'_>) -> Vec<Part> {
    let catalog = edition.catalog;
    if catalog.services().len() + catalog.teams().len() <= CONTACTS_ON_A_PAGE {
        return Vec::new();
    }
    let has_channels = |id: DepartmentId| {
        let department = catalog.department(id);
        let of_team = department.teams.iter().any(|team| !catalog.team(*team).channels.is_empty());
        let own = |service| catalog.service(service).is_offered() && !catalog.service(service).channels.is_empty();
        !department.channels.is_empty() || of_team || catalog.services_in(id).into_iter().any(own)
    };
    let kept = catalog.departments().map(|(id, _)| id).filter(|id| has_channels(*id));
    let entries = |id| offered(id, catalog) + catalog.department(id).teams.len() + 1;
    kept.flat_map(|id| Part::all(id, entries(id), SERVICES_IN_A_PART)).collect()
}

/// The parts of the list of all articles; none where they are on one page.
pub(crate) fn of_articles(edition: &Edition<'_>) -> Vec<Part> {
    let catalog = edition.catalog;
    if catalog.articles().len() <= ARTICLES_ON_A_PAGE {
        return Vec::new();
    }
    let entries = |id| catalog.articles().filter(|(_, article)| article.department == id).count();
    catalog.departments().flat_map(|(id, _)| Part::all(id, entries(id), ARTICLES_ON_A_PAGE)).collect()
}

/// The parts of the services that are there for an audience; none where they are on its page.
pub(crate) fn of_audience(id: AudienceId, edition: &Edition<'_>) -> Vec<Part> {
    let catalog = edition.catalog;
    let services = edition.outlook().services_for(Served::Audience(id));
    if services.len() <= SERVICES_FOR_AN_AUDIENCE {
        return Vec::new();
    }
    let mut entries: BTreeMap<DepartmentId, usize> = BTreeMap::new();
    for service in services {
        *entries.entry(catalog.team(catalog.service(*service).team).department).or_default() += 1;
    }
    entries
        .into_iter()
        .flat_map(|(department, entries)| Part::all(department, entries, SERVICES_FOR_AN_AUDIENCE))
        .collect()
}

fn offered(department: DepartmentId, catalog: &Catalog) -> usize {
    catalog.services_in(department).into_iter().filter(|id| catalog.service(*id).is_offered()).count()
}
