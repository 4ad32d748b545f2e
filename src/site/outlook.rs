//! The coming year of the whole company, worked out once per build and shared by all pages of all
//! languages: how work reaches the customer, when promises are tightest, which dates are due.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};

use super::agenda::Agenda;
use crate::model::{Catalog, Served, ServiceId};
use crate::promise::{Answer, Clocks, Sight, answer, main_standard, tightest_moments};

/// How far ahead the tightest moment of a chain is looked for.
const AHEAD: TimeDelta = TimeDelta::days(60);

/// What is known of the coming year.
#[derive(Debug)]
pub(crate) struct Outlook<'a> {
    /// The open spans of all calendars.
    pub(crate) clocks: Clocks<'a>,
    /// How each service's work reaches the customer.
    pub(crate) sight: Sight,
    /// Which dates are due, and who keeps them.
    pub(crate) agenda: Agenda<'a>,
    /// Whether any service meets the company's own customers.
    pub(crate) has_customers: bool,
    /// The services that are there for each group by name.
    served: BTreeMap<Served, Vec<ServiceId>>,
    catalog: &'a Catalog,
    now: DateTime<Utc>,
    /// By service: when its chain has the least time to spare. Worked out for all when one is asked for.
    tightest: OnceLock<Vec<Option<DateTime<Utc>>>>,
}

impl<'a> Outlook<'a> {
    /// Looks ahead from an instant.
    pub(crate) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let sight = Sight::new(catalog);
        Self {
            clocks: Clocks::coming_year(catalog, now),
            has_customers: catalog.services().any(|(id, _)| sight.floor(id).is_some()),
            sight,
            agenda: Agenda::new(catalog, now),
            served: served(catalog),
            catalog,
            now,
            tightest: OnceLock::new(),
        }
    }

    /// The services on offer that name those whom they serve so.
    pub(crate) fn services_for(&self, served: Served) -> &[ServiceId] {
        self.served.get(&served).map_or(&[], Vec::as_slice)
    }

    /// The answer of a service's main promise when the chain behind it has the least time to spare; `None`
    /// when the service waits for nobody, or for somebody who promises no time.
    pub(crate) fn tightest_answer(&self, id: ServiceId) -> Option<Answer<'a>> {
        let service = self.catalog.service(id);
        let waits = service.is_offered() && service.depends_on.iter().any(|dependency| dependency.blocking);
        let standard = main_standard(service).filter(|_| waits)?;
        let until = self.now.checked_add_signed(AHEAD).unwrap_or(self.now);
        let moments = || tightest_moments(self.catalog, &self.clocks, (self.now, until));
        let asked = (*self.tightest.get_or_init(moments).get(id.index())?)?;
        Some(answer(self.catalog, &self.clocks, id, standard, asked))
    }
}

fn served(catalog: &Catalog) -> BTreeMap<Served, Vec<ServiceId>> {
    let mut all: BTreeMap<Served, Vec<ServiceId>> = BTreeMap::new();
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        for served in &service.serves {
            all.entry(*served).or_default().push(id);
        }
    }
    all
}
