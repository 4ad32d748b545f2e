//! The coming weeks of the whole company, worked out once and shared by all pages of all languages: how work reaches
//! the customer, and when promises are tightest.

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::{Catalog, ServiceId};
use crate::promise::{Answer, Clocks, Sight, answer, main_standard, tightest_moments};

/// How far ahead the tightest moment of a chain is looked for.
const AHEAD: TimeDelta = TimeDelta::days(60);

/// What is known of the coming weeks.
#[derive(Debug)]
pub(super) struct Outlook<'a> {
    /// The open spans of all calendars.
    pub(super) clocks: Clocks<'a>,
    /// How each service's work reaches the customer.
    pub(super) sight: Sight,
    /// Whether any service meets the company's own customers.
    pub(super) has_customers: bool,
    catalog: &'a Catalog,
    now: DateTime<Utc>,
    /// By service: when its chain has the least time to spare. Worked out for all when one is asked for.
    tightest: OnceLock<Vec<Option<DateTime<Utc>>>>,
}

impl<'a> Outlook<'a> {
    /// Looks ahead from an instant.
    pub(super) fn new(catalog: &'a Catalog, now: DateTime<Utc>) -> Self {
        let sight = Sight::new(catalog);
        Self {
            clocks: Clocks::coming_year(catalog, now),
            has_customers: catalog.services().any(|(id, _)| sight.floor(id).is_some()),
            sight,
            catalog,
            now,
            tightest: OnceLock::new(),
        }
    }

    /// The answer of a service's main promise when the chain behind it has the least time to spare; `None`
    /// when the service waits for nobody, or for somebody who promises no time.
    pub(super) fn tightest_answer(&self, id: ServiceId) -> Option<Answer<'a>> {
        let service = self.catalog.service(id);
        let waits = service.is_offered() && service.depends_on.iter().any(|dependency| dependency.blocking);
        let standard = main_standard(service).filter(|_| waits)?;
        let asked = (*self.tightest().get(id.index())?)?;
        Some(answer(self.catalog, &self.clocks, id, standard, asked))
    }

    /// By service: when its chain has the least time to spare.
    pub(super) fn tightest(&self) -> &[Option<DateTime<Utc>>] {
        let until = self.now.checked_add_signed(AHEAD).unwrap_or(self.now);
        self.tightest.get_or_init(|| tightest_moments(self.catalog, &self.clocks, (self.now, until)))
    }
}
