//! Those for whom something is: who is served, who has dates to keep.

use crate::model::{AudienceId, Catalog, DepartmentId, Served, ServiceId, TeamId};

/// A group for which services are. A team that acts for its department is the department.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The whole staff.
    Everyone,
    /// The company's own customers.
    Customers,
    /// An audience.
    Audience(AudienceId),
    /// A department.
    Department(DepartmentId),
    /// A team.
    Team(TeamId),
}

impl Group {
    /// The group that somebody who is served belongs to.
    pub(super) fn of(served: Served, catalog: &Catalog) -> Self {
        match served {
            Served::Everyone => Self::Everyone,
            Served::Customers => Self::Customers,
            Served::Audience(id) => Self::Audience(id),
            Served::Department(id) => Self::Department(id),
            Served::Team(id) if catalog.team(id).acting => Self::Department(catalog.team(id).department),
            Served::Team(id) => Self::Team(id),
        }
    }
}

/// Whose dates a calendar holds.
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

impl From<Group> for Feed {
    fn from(group: Group) -> Self {
        match group {
            Group::Everyone => Self::Everyone,
            Group::Customers => Self::Customers,
            Group::Audience(id) => Self::Audience(id),
            Group::Department(id) => Self::Department(id),
            Group::Team(id) => Self::Team(id),
        }
    }
}
