//! The distinct calendars of a catalog, each with a number: most entries of a company share a few.

use std::collections::HashMap;

use crate::clock::{Calendar, Hours};
use crate::model::id::CalendarId;

/// Calendars by number, and hours that were read before.
#[derive(Default)]
pub(super) struct Calendars {
    all: Vec<Calendar>,
    numbers: HashMap<Calendar, CalendarId>,
    /// Hours that were read before, by their text.
    pub(super) read_hours: HashMap<String, Hours>,
}

impl Calendars {
    /// The number of a calendar; equal ones share it.
    pub(super) fn number(&mut self, calendar: Calendar) -> CalendarId {
        if let Some(id) = self.numbers.get(&calendar) {
            return *id;
        }
        let id = CalendarId::from(self.all.len());
        self.all.push(calendar.clone());
        self.numbers.insert(calendar, id);
        id
    }

    /// The calendar of a number.
    pub(super) fn get(&self, id: CalendarId) -> &Calendar {
        &self.all[id.index()]
    }

    /// All of them by number.
    pub(super) fn into_all(self) -> Vec<Calendar> {
        self.all
    }
}
