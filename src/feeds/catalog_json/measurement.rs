//! What was really achieved.

use std::fmt;

use serde::Serialize;

use super::export::Export;
use super::shown::Shown;
use crate::model::{Measurement, Metric};

/// One figure of one month.
#[derive(Serialize)]
pub(super) struct MeasurementEntry<'a> {
    period: Shown<Period>,
    service: &'a str,
    /// None when it is about all urgencies.
    standard: Option<&'a str>,
    metric: Metric,
    /// Shares in per cent, times in hours, grades and counts as they are.
    value: f64,
    count: Option<u32>,
}

impl<'a> MeasurementEntry<'a> {
    pub(super) fn new(figure: &'a Measurement, export: Export<'a>) -> Self {
        Self {
            period: Shown(Period { year: figure.year, month: figure.month }),
            service: &export.catalog().service(figure.service).slug,
            standard: figure.standard.as_deref(),
            metric: figure.metric,
            value: figure.value,
            count: figure.count,
        }
    }
}

/// A month as `2026-09` (ISO 8601).
struct Period {
    year: i32,
    month: u8,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
