//! Calendar files: whose dates each holds, and where it lives.

use super::folder;
use crate::model::{AudienceId, Catalog, DepartmentId, LocaleId, ServiceId, TeamId};

/// Whose dates a calendar file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// What the whole staff has to keep.
    Everyone,
    /// What the company's own customers have to keep.
    Customers,
    /// What an audience has to keep.
    Audience(AudienceId),
    /// The dates of a service.
    Service(ServiceId),
    /// The dates of a department's services, and what it has to keep.
    Department(DepartmentId),
    /// What a team has to keep.
    Team(TeamId),
}

impl Feed {
    /// A name that no two of them share, for files and for places on a page.
    pub fn slug(self, catalog: &Catalog) -> String {
        match self {
            Self::Everyone => "everyone".to_owned(),
            Self::Customers => "customers".to_owned(),
            Self::Audience(id) => format!("for-{}", catalog.audience(id).slug),
            Self::Service(id) => format!("service-{}", catalog.service(id).slug),
            Self::Department(id) => format!("department-{}", catalog.department(id).slug),
            Self::Team(id) => format!("team-{}", catalog.team(id).slug),
        }
    }

    /// The file's path in the site.
    pub fn path(self, locale: LocaleId, catalog: &Catalog) -> String {
        let mut path = folder::of_language(locale, catalog);
        let (folder, name) = match self {
            Self::Everyone => ("calendars", "everyone"),
            Self::Customers => ("calendars", "customers"),
            Self::Audience(id) => ("audiences", &*catalog.audience(id).slug),
            Self::Service(id) => ("services", &*catalog.service(id).slug),
            Self::Department(id) => ("departments", &*catalog.department(id).slug),
            Self::Team(id) => ("teams", &*catalog.team(id).slug),
        };
        path.push_str(&format!("{folder}/{name}.ics"));
        path
    }
}
