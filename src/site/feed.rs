//! Where calendar files live.

use crate::publish::{Feed, LocaleId, Published};

/// So many events, the nearest ones, at most stand in one file: calendars give up on larger files, and people on
/// fuller calendars.
pub const MOST_EVENTS: usize = 1000;

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
