//! How much each service is in demand.

use std::collections::HashMap;

use crate::model::{Catalog, Metric, ServiceId};

/// How often each service was asked for, in all months together.
pub(crate) fn requests(catalog: &Catalog) -> HashMap<ServiceId, u64> {
    let mut requests = HashMap::new();
    for row in catalog.measurements.iter().filter(|row| row.metric == Metric::Requests) {
        // Counted requests are whole and not negative: `resolve` has seen to it.
        *requests.entry(row.service).or_default() += row.value as u64;
    }
    requests
}
