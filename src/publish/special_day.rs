//! Days that the weekly rules do not know.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::list::Publish;
use super::published::Published;
use super::text::Text;
use crate::clock;

/// A day, or several in a row, with less open than the weekly rules say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SpecialDay<'a> {
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them.
    pub until: NaiveDate,
    /// True when the same day of each year is meant, whatever year stands here.
    pub yearly: bool,
    /// To which times the day is cut (OpenStreetMap `opening_hours` notation); none when it is closed.
    pub hours: Option<String>,
    /// How readers know it.
    pub name: Option<Text<'a>>,
}

impl<'a> Publish<'a, clock::SpecialDay> for SpecialDay<'a> {
    fn publish(day: &'a clock::SpecialDay, published: &'a Published<'a>) -> Self {
        let hours: Vec<String> = day.hours.iter().map(ToString::to_string).collect();
        Self {
            from: day.first,
            until: day.last,
            yearly: day.yearly,
            hours: (!hours.is_empty()).then(|| hours.join(",")),
            name: day.name.and_then(|name| published.day_name(name)),
        }
    }
}

impl<'a> Published<'a> {
    /// How readers know a special day.
    pub fn day_name(&'a self, name: clock::DayName) -> Option<Text<'a>> {
        self.catalog().company.day_names.get(name.0).map(|name| Text::publish(name, self))
    }
}
