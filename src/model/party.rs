//! Whom an entry may name: who acts, who is served, where to go instead.

use super::id::{AudienceId, DepartmentId, PersonId, ServiceId, TeamId};
use super::text::Text;

/// Somebody who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// One person.
    Person(PersonId),
    /// A team.
    Team(TeamId),
}

/// Who does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The reader.
    You,
    /// Somebody in the company.
    Party(Party),
}

/// Somebody who is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Served {
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

/// Where to go instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A service.
    Service(ServiceId),
    /// A team.
    Team(TeamId),
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// An address outside the site.
    Url(Box<str>),
}

/// With whom a step of a journey is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Companion {
    /// Somebody with a page.
    Party(Party),
    /// Somebody in words: "your manager".
    Words(Text),
}
