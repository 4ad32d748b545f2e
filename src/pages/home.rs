//! The first page.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::entries::department_entry;
use crate::pages::parts::journey_entries;
use crate::publish::{Service, Who};
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
        let published = reader.published();
        let departments = published.departments().map(|department| department_entry(department.key, reader));
        Self {
            summary: reader.maybe(published.company().summary),
            needs: needs(reader),
            departments: reader.sorted(departments.collect()),
            onboarding: journey_entries::onboarding(reader),
            new_here: reader.href(Place::NewHere),
            situations: journey_entries::all_situations(reader).into_iter().take(SITUATIONS).collect(),
            journeys: reader.href(Place::Journeys),
            overviews: menu::entries(Door::Home, reader),
            a_to_z: reader.href(Place::AToZ(None)),
        }
    }

    fn head((): (), reader: Reader<'a>) -> Head<'a> {
        let company = reader.published().company();
        Head { title: reader.name(company.name), lead: reader.maybe(company.summary), back: Vec::new() }
    }
}

/// What people ask for most: what is there for everyone first, then by the requests that were counted,
/// then by how many depend on it. Customers do not read here. At most two of one team, so that the list
/// shows what there is.
fn needs<'a>(reader: Reader<'a>) -> Vec<NeedView<'a>> {
    let published = reader.published();
    let asked = |service: &Service<'_>| !service.asked_as.get(reader.locale()).is_empty();
    let only_customers =
        |service: &Service<'_>| service.serves.len() == 1 && matches!(service.serves.first(), Some(Who::Customers));
    let services = reader.edition.services_by_name(reader.locale()).iter().map(|id| published.service(*id));
    let mut ranked: Vec<Service<'_>> = services.filter(|service| asked(service) && !only_customers(service)).collect();
    ranked.sort_by_cached_key(|service| {
        let everyone = service.serves.iter().any(|who| matches!(who, Who::Everyone));
        Reverse((everyone, published.requests(service.key), published.dependants(service.key).count()))
    });
    let mut of_team: HashMap<_, usize> = HashMap::new();
    ranked.retain(|service| {
        let count = of_team.entry(service.doer().entry()).or_default();
        *count += 1;
        *count <= 2
    });
    let need = |service: Service<'a>| {
        let words = service.asked_as.get(reader.locale()).first()?;
        Some(NeedView {
            words,
            href: reader.href(Place::Service(service.key)),
            service: reader.phrase(service.name),
            team: reader.home(service.doer()).name,
        })
    };
    ranked.into_iter().take(NEEDS).filter_map(need).collect()
}
