//! What the clock shows where somebody is, or something.

use serde::Serialize;

use crate::site::reader::Reader;

/// Whose time is kept.
#[derive(Debug, Serialize)]
pub struct LocalTimeView {
    /// The zone (IANA).
    pub zone: &'static str,
    /// Its city.
    pub city: String,
}

impl LocalTimeView {
    /// The time of a zone.
    pub(crate) fn new(zone: &'static str, reader: Reader<'_>) -> Self {
        Self { zone, city: reader.words().city(zone) }
    }
}
