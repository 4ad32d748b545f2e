//! Where calendar files live.

use chrono::{DateTime, Utc};

use crate::clock::{Occurrence, month_start};
use crate::publish::{Date, Feed, LocaleId, Published};

/// So many events from the beginning of the month on at most stand in one file: calendars give up on larger files, and
/// people on fuller calendars.
pub const MOST_EVENTS: usize = 1000;

/// From when on events are counted, and since when files are as they are: no file changes within a month because a day
/// has gone by.
pub(crate) fn file_begins(published: &Published<'_>) -> DateTime<Utc> {
    month_start(published.zone(), published.now)
}

/// What falls into the month or later, in order, each with the place of its date. [`MOST_EVENTS`] of them stand in a
/// file.
pub(crate) fn since<'d>(begin: DateTime<Utc>, dates: &'d [Date<'_>]) -> Vec<(usize, &'d Occurrence)> {
    let all = dates
        .iter()
        .enumerate()
        .flat_map(|(place, date)| date.past.iter().chain(date.occurrences).map(move |occurrence| (place, occurrence)));
    let mut since: Vec<_> = all.filter(|(_, occurrence)| begin <= occurrence.at).collect();
    since.sort_by_key(|(_, occurrence)| occurrence.at);
    since
}

impl Feed {
    /// A name that no two of them share, for files and for places on a page.
    pub fn slug(self, published: &Published<'_>) -> String {
        match self {
            Self::Everyone => "everyone".to_owned(),
            Self::Customers => "customers".to_owned(),
            Self::Audience(id) => format!("for-{}", published.id(id)),
            Self::Service(id) => format!("service-{}", published.id(id)),
            Self::Department(id) => format!("department-{}", published.id(id)),
            Self::Team(id) => format!("team-{}", published.id(id)),
        }
    }

    /// The file's path in the site.
    pub fn path(self, locale: LocaleId, published: &Published<'_>) -> String {
        let mut path = published.locale_folder(locale);
        let (folder, name) = match self {
            Self::Everyone => ("calendars", "everyone"),
            Self::Customers => ("calendars", "customers"),
            Self::Audience(id) => ("audiences", published.id(id)),
            Self::Service(id) => ("services", published.id(id)),
            Self::Department(id) => ("departments", published.id(id)),
            Self::Team(id) => ("teams", published.id(id)),
        };
        path.push_str(&format!("{folder}/{name}.ics"));
        path
    }
}
