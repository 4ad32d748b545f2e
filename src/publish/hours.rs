//! When something is open.

use schemars::JsonSchema;
use serde::Serialize;

use super::list::{List, Publish};
use super::published::Published;
use super::special_day::SpecialDay;
use crate::clock;
use crate::model::CalendarId;

/// Everything that decides when it is open.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Hours<'a> {
    /// The number of the calendar: what opens at the same times shares it.
    #[serde(skip)]
    pub calendar: CalendarId,
    /// OpenStreetMap `opening_hours` notation.
    pub opening_hours: &'a str,
    /// Whose public holidays `PH` means (ISO 3166).
    pub country: Option<&'static str>,
    /// Which part of the country, where one is meant (ISO 3166-2).
    pub subdivision: Option<&'a str>,
    /// In which zone the hours are meant (IANA).
    pub time_zone: &'static str,
    /// Days on which nothing opens, or less, whatever the hours say.
    pub special_days: List<'a, clock::SpecialDay, SpecialDay<'a>>,
}

impl<'a> Publish<'a, CalendarId> for Hours<'a> {
    fn publish(id: &'a CalendarId, published: &'a Published<'a>) -> Self {
        let calendar = published.calendar(*id);
        Self {
            calendar: *id,
            opening_hours: calendar.hours().text(),
            country: calendar.country().map(|country| country.code()),
            subdivision: calendar.subdivision(),
            time_zone: calendar.zone().name(),
            special_days: published.list(calendar.special_days()),
        }
    }
}

impl<'a> Published<'a> {
    /// When something is open that may have hours.
    pub(super) fn hours(&'a self, calendar: &'a Option<CalendarId>) -> Option<Hours<'a>> {
        self.maybe(calendar)
    }
}
