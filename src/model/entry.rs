//! What all entries of a catalog have in common, so that whatever runs over all kinds is one loop.

use super::article::Article;
use super::department::Department;
use super::id::{ArticleId, DepartmentId, JourneyId, PersonId, PlaceId, ServiceId, TeamId};
use super::journey::Journey;
use super::person::Person;
use super::place::Workplace;
use super::service::Service;
use super::team::Team;
use super::text::Text;
use super::texts::Texts;
use crate::diagnostic::Span;

/// What has an id, a place and a page.
pub trait CatalogEntry: Texts {
    /// The id: the address of its page.
    fn slug(&self) -> &str;
    /// Where it stands.
    fn span(&self) -> Span;
    /// Earlier ids.
    fn aliases(&self) -> &[Box<str>];
    /// The text on its page whose headings a link can name.
    fn headed(&self) -> Option<&Text>;
    /// False for what nobody wrote, and what has no page: a team that acts for its department.
    fn is_written(&self) -> bool {
        true
    }
}

macro_rules! entries {
    ($($noun:ty: |$entry:ident| $headed:expr $(, $written:expr)?;)+) => {$(
        impl CatalogEntry for $noun {
            fn slug(&self) -> &str {
                &self.slug
            }
            fn span(&self) -> Span {
                self.span
            }
            fn aliases(&self) -> &[Box<str>] {
                &self.aliases
            }
            fn headed(&self) -> Option<&Text> {
                let $entry = self;
                $headed
            }
            $(fn is_written(&self) -> bool {
                let $entry = self;
                $written
            })?
        }
    )+};
}

entries! {
    Service: |service| service.description.as_deref();
    Article: |article| Some(&article.body.value);
    Journey: |journey| journey.description.as_deref();
    Team: |team| team.description.as_deref(), !team.acting;
    Department: |department| department.description.as_deref();
    Person: |_person| None;
    Workplace: |place| place.directions.as_deref();
}

/// An entry that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryId {
    /// A service.
    Service(ServiceId),
    /// A team, never one that acts for its department.
    Team(TeamId),
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// An article.
    Article(ArticleId),
    /// A journey.
    Journey(JourneyId),
    /// A place.
    Place(PlaceId),
}

impl EntryId {
    /// Its kind.
    pub fn kind(self) -> EntryKind {
        match self {
            Self::Service(_) => EntryKind::Service,
            Self::Team(_) => EntryKind::Team,
            Self::Department(_) => EntryKind::Department,
            Self::Person(_) => EntryKind::Person,
            Self::Article(_) => EntryKind::Article,
            Self::Journey(_) => EntryKind::Journey,
            Self::Place(_) => EntryKind::Place,
        }
    }
}

/// The kinds of entries that have a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// Services.
    Service,
    /// Articles.
    Article,
    /// Journeys.
    Journey,
    /// Teams.
    Team,
    /// Departments.
    Department,
    /// People.
    Person,
    /// Places.
    Place,
}

impl EntryKind {
    /// All of them, in the order in which an id without a kind is looked for.
    pub const ALL: [Self; 7] =
        [Self::Service, Self::Article, Self::Journey, Self::Team, Self::Department, Self::Person, Self::Place];

    /// The word for one, which is also what stands before the colon.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Article => "article",
            Self::Journey => "journey",
            Self::Team => "team",
            Self::Department => "department",
            Self::Person => "person",
            Self::Place => "place",
        }
    }

    /// The folder in which their pages are, below that of the language, for ever.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::Article => "articles",
            Self::Journey => "journeys",
            Self::Team => "teams",
            Self::Department => "departments",
            Self::Person => "people",
            Self::Place => "places",
        }
    }
}
