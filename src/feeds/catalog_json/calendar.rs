//! When something is open.

use chrono::NaiveDate;
use serde::Serialize;

use crate::clock::Calendar;

/// Everything that decides when it is open.
#[derive(Serialize)]
pub(super) struct HoursEntry<'a> {
    /// OpenStreetMap `opening_hours` notation.
    opening_hours: &'a str,
    /// Whose public holidays `PH` means (ISO 3166).
    country: Option<&'static str>,
    /// In which zone the hours are meant (IANA).
    time_zone: &'static str,
    /// Days on which nothing opens, whatever the hours say.
    closed_days: &'a [NaiveDate],
}

impl<'a> HoursEntry<'a> {
    pub(super) fn new(calendar: &'a Calendar) -> Self {
        Self {
            opening_hours: calendar.hours().text(),
            country: calendar.country().map(|country| country.code()),
            time_zone: calendar.zone().name(),
            closed_days: calendar.closed_days(),
        }
    }
}
