//! What was really achieved.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::list::{List, Publish};
use super::published::Published;
use super::reference::Ref;
use super::value::Spelled;
use crate::model::{self, Metric, ServiceId};

/// One figure of one month.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Measurement<'a> {
    /// The month: `2026-09` (ISO 8601).
    pub period: Spelled<Month>,
    /// The service, by id.
    pub service: Ref<'a, ServiceId>,
    /// The urgency; none when it is about all of them.
    pub standard: Option<&'a str>,
    /// What was measured.
    pub metric: Metric,
    /// Shares in per cent, times in hours, grades and counts as they are.
    pub value: f64,
    /// From how many cases.
    pub count: Option<u32>,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl<'a> Publish<'a, model::Measurement> for Measurement<'a> {
    fn publish(figure: &'a model::Measurement, published: &'a Published<'a>) -> Self {
        Self {
            period: Spelled(Month { year: figure.year, month: figure.month }),
            service: published.reference(figure.service),
            standard: figure.standard.as_deref(),
            metric: figure.metric,
            value: figure.value,
            count: figure.count,
        }
    }
}

impl<'a> Published<'a> {
    /// All figures, by month.
    pub fn measurements(&'a self) -> List<'a, model::Measurement, Measurement<'a>> {
        self.list(&self.catalog().measurements)
    }
}
