//! The first page.

use std::collections::HashMap;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{Served, ServiceId};
use crate::pages::parts::entries::department_entry;
use crate::pages::parts::journey_entries;
use crate::pages::parts::requests::requests;
use crate::site::phrase::{Entry, Phrase};
use crate::site::reader::Reader;
use crate::site::{Door, Place, menu};

/// How many needs are shown.
const NEEDS: usize = 9;
/// How many situations are shown.
const SITUATIONS: usize = 12;

/// The first page.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// What the site is for, in the company's words.
    pub summary: Option<Phrase<'a>>,
    /// What people ask for most, in their own words.
    pub needs: Vec<NeedView<'a>>,
    /// The departments.
    pub departments: Vec<Entry<'a>>,
    /// The ways into the company.
    pub onboarding: Vec<Entry<'a>>,
    /// The front door for new people.
    pub new_here: String,
    /// Situations that take people to several departments.
    pub situations: Vec<Entry<'a>>,
    /// The way to all journeys.
    pub journeys: String,
    /// Ways to all there is.
    pub overviews: Vec<Entry<'a>>,
    /// The way to all services.
    pub a_to_z: String,
}

/// A need in somebody's words.
#[derive(Debug, Serialize)]
pub struct NeedView<'a> {
    /// The words.
    pub words: &'a str,
    /// Where the service that answers it is.
    pub href: String,
    /// What that service is called.
    pub service: Phrase<'a>,
    /// The team that does the work.
    pub team: Phrase<'a>,
}

impl<'a> PageView<'a> for HomeView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        Self {
            summary: reader.maybe(&catalog.company.summary),
            needs: needs(reader),
            departments: reader.sorted(catalog.departments().map(|(id, _)| department_entry(id, reader)).collect()),
            onboarding: journey_entries::onboarding(reader),
            new_here: reader.href(Place::NewHere),
            situations: journey_entries::all_situations(reader).into_iter().take(SITUATIONS).collect(),
            journeys: reader.href(Place::Journeys),
            overviews: menu::entries(Door::Home, reader),
            a_to_z: reader.href(Place::AToZ(None)),
        }
    }

    fn head((): (), reader: Reader<'a>) -> Head<'a> {
        let company = &reader.catalog().company;
        Head { title: reader.name(&company.name), lead: reader.maybe(&company.summary), back: Vec::new() }
    }
}

/// What people ask for most: what is there for everyone first, then by the requests that were counted,
/// then by how many depend on it. Customers do not read here. At most two of one team, so that the list
/// shows what there is.
fn needs(reader: Reader<'_>) -> Vec<NeedView<'_>> {
    let catalog = reader.catalog();
    let requests = requests(catalog);
    let mut ranked: Vec<ServiceId> = (reader.edition.services_by_name(reader.locale()).iter().copied())
        .filter(|id| !catalog.service(*id).asked_as.get(reader.locale()).is_empty())
        .filter(|id| catalog.service(*id).serves != [Served::Customers])
        .collect();
    ranked.sort_by(|a, b| {
        let weight = |id: &ServiceId| {
            let everyone = catalog.service(*id).serves.contains(&Served::Everyone);
            (everyone, requests.get(id).copied().unwrap_or(0), catalog.dependants(*id).count())
        };
        weight(b).cmp(&weight(a))
    });
    let mut of_team: HashMap<_, usize> = HashMap::new();
    ranked.retain(|id| {
        let count = of_team.entry(catalog.service(*id).team).or_default();
        *count += 1;
        *count <= 2
    });
    ranked
        .into_iter()
        .take(NEEDS)
        .filter_map(|id| {
            let service = catalog.service(id);
            let words = service.asked_as.get(reader.locale()).first()?;
            Some(NeedView {
                words,
                href: reader.href(Place::Service(id)),
                service: reader.phrase(&service.name),
                team: reader.team(service.team).name,
            })
        })
        .collect()
}
