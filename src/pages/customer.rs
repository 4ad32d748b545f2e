//! The page that turns the pyramid over: the customer on top, below them the front desks, and floor by
//! floor those who carry them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::view::PageView;
use crate::publish::{DepartmentId, ServiceId, Who};
use crate::site::phrase::{Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A floor with more services than this shows its departments instead.
const MOST_SERVICES: usize = 100;

/// How the customer is served.
#[derive(Debug, Serialize)]
pub struct CustomerView<'a> {
    /// What the customers are called.
    pub customer: Link<'a>,
    /// Who they are.
    pub summary: Option<Phrase<'a>>,
    /// From the front desks down.
    pub floors: Vec<FloorView<'a>>,
    /// Services that lead to no customer yet.
    pub unconnected: Vec<Entry<'a>>,
}

/// Those who are equally far from the customer.
#[derive(Debug, Serialize)]
pub struct FloorView<'a> {
    /// What it is called.
    pub name: String,
    /// What holds of all on it.
    pub about: String,
    /// Services with their teams; departments with the number of their services where there are many.
    pub entries: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for CustomerView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let published = reader.published();
        let floors = published.floors();
        let mut unconnected: Vec<ServiceId> = published.offered().map(|service| service.key).collect();
        let connected: BTreeSet<ServiceId> = floors.iter().flatten().copied().collect();
        unconnected.retain(|id| !connected.contains(id));
        let customer = published.company().external_customer;
        Self {
            customer: reader.who(Who::Customers),
            summary: reader.maybe(customer.and_then(|customer| customer.summary)),
            floors: floors.iter().enumerate().map(|(place, services)| floor(place, services, reader)).collect(),
            unconnected: entries(&unconnected, reader),
        }
    }
}

fn floor<'a>(place: usize, services: &[ServiceId], reader: Reader<'a>) -> FloorView<'a> {
    let words = reader.words();
    let (name, about) = match place {
        0 => (reader.word("chain.front_desk"), reader.word("customer.front_desk")),
        1 => (reader.word("chain.behind"), reader.word("customer.behind")),
        _ => {
            let number = words.number(i64::try_from(place).unwrap_or(0));
            (words.format("chain.floor", &[("number", &number)]), words.plural("customer.away", place as u64, &[]))
        }
    };
    FloorView { name, about, entries: entries(services, reader) }
}

/// Services by name with their teams, or, where there are too many to read, their departments.
fn entries<'a>(services: &[ServiceId], reader: Reader<'a>) -> Vec<Entry<'a>> {
    let published = reader.published();
    let entry = |link: Link<'a>, fact: Fact<'a>| Entry { link, summary: None, facts: vec![fact], badge: None };
    if services.len() <= MOST_SERVICES {
        let team = |id: &ServiceId| reader.home(published.service(*id).doer()).name;
        let with_team = |id: &ServiceId| entry(reader.service(*id), Fact::phrase(team(id)));
        return reader.sorted(services.iter().map(with_team).collect());
    }
    let mut counts: BTreeMap<DepartmentId, u64> = BTreeMap::new();
    for id in services {
        *counts.entry(published.service(*id).department.key).or_default() += 1;
    }
    let counted = |(id, count): (DepartmentId, u64)| {
        entry(reader.department(id), Fact::words(reader.words().plural("count.services", count, &[])))
    };
    reader.sorted(counts.into_iter().map(counted).collect())
}
