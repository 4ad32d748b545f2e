//! What a link in an author's Markdown means: the entry of the catalog that it leads to.
//!
//! Two ways of writing are understood, and both may end in `#heading`:
//!
//! - `service:ID`, `team:ID`, `department:ID`, `person:ID`, `article:ID`, `journey:ID`: that entry,
//!   wherever the link stands.
//! - A path, as an editor or a code host shows it: `read-your-payslip.md` and
//!   `../articles/read-your-payslip.md` are the article, `../services/pay-correction.yaml` is the
//!   service, `../../it/department.yaml` is the department. The last part without its ending is the
//!   id and the folder before it tells the kind. A `.md` without such a folder is an article;
//!   otherwise the first kind that has the id counts, in the order of [`EntryKind::ALL`].
//!
//! Earlier ids (`aliases`) lead on as they do in addresses.

use std::collections::HashMap;

use super::catalog::Catalog;
use super::id::{ArticleId, DepartmentId, JourneyId, PersonId, ServiceId, TeamId};
use super::text::Text;

/// An entry that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
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
}

impl Entry {
    /// Its kind.
    pub fn kind(self) -> EntryKind {
        match self {
            Self::Service(_) => EntryKind::Service,
            Self::Team(_) => EntryKind::Team,
            Self::Department(_) => EntryKind::Department,
            Self::Person(_) => EntryKind::Person,
            Self::Article(_) => EntryKind::Article,
            Self::Journey(_) => EntryKind::Journey,
        }
    }

    /// The text on its page whose headings a link can name.
    pub fn text(self, catalog: &Catalog) -> Option<&Text> {
        match self {
            Self::Service(id) => catalog.service(id).description.as_deref(),
            Self::Team(id) => catalog.team(id).description.as_deref(),
            Self::Department(id) => catalog.department(id).description.as_deref(),
            Self::Article(id) => Some(&catalog.article(id).body),
            Self::Journey(id) => catalog.journey(id).description.as_deref(),
            Self::Person(_) => None,
        }
    }
}

/// The kinds of entries that have a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
}

impl EntryKind {
    /// All of them, in the order in which an id without a kind is looked for.
    pub const ALL: [Self; 6] =
        [Self::Service, Self::Article, Self::Journey, Self::Team, Self::Department, Self::Person];

    /// The word for one, which is also what stands before the colon.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Article => "article",
            Self::Journey => "journey",
            Self::Team => "team",
            Self::Department => "department",
            Self::Person => "person",
        }
    }

    /// The folder in which such entries stand.
    fn folder(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::Article => "articles",
            Self::Journey => "journeys",
            Self::Team => "teams",
            Self::Department => "departments",
            Self::Person => "people",
        }
    }
}

/// What a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// An entry's page, and perhaps a heading on it.
    Entry(Entry, Option<&'a str>),
    /// An entry that does not exist.
    Unknown {
        /// Of which kind it was to be, if the link says.
        kind: Option<EntryKind>,
        /// The id that the link names.
        id: &'a str,
    },
    /// Something else than an entry: a web address, a heading of the same text, nothing that may be
    /// linked to.
    Other,
}

/// All ids of the catalog, to look links up in; made once for many.
#[derive(Debug)]
pub struct References<'c>(HashMap<(EntryKind, &'c str), Entry>);

impl<'c> References<'c> {
    /// Collects the ids.
    pub fn new(catalog: &'c Catalog) -> Self {
        let mut ids = HashMap::new();
        let mut add = |kind, slug: &'c str, aliases: &'c [Box<str>], entry| {
            for alias in aliases {
                ids.entry((kind, &**alias)).or_insert(entry);
            }
            ids.insert((kind, slug), entry);
        };
        for (id, service) in catalog.services() {
            add(EntryKind::Service, &service.slug, &service.aliases, Entry::Service(id));
        }
        for (id, article) in catalog.articles() {
            add(EntryKind::Article, &article.slug, &article.aliases, Entry::Article(id));
        }
        for (id, journey) in catalog.journeys() {
            add(EntryKind::Journey, &journey.slug, &journey.aliases, Entry::Journey(id));
        }
        for (id, team) in catalog.teams() {
            if !team.acting {
                add(EntryKind::Team, &team.slug, &team.aliases, Entry::Team(id));
            }
        }
        for (id, department) in catalog.departments() {
            add(EntryKind::Department, &department.slug, &department.aliases, Entry::Department(id));
        }
        for (id, person) in catalog.people() {
            add(EntryKind::Person, &person.slug, &person.aliases, Entry::Person(id));
        }
        // A department acts as the team of its name, unless another one bears it.
        for (_, team) in catalog.teams().filter(|(_, team)| team.acting) {
            ids.entry((EntryKind::Team, &*team.slug)).or_insert(Entry::Department(team.department));
        }
        Self(ids)
    }

    /// What the target of a Markdown link means; `target` as a browser would read it.
    pub fn meaning<'a>(&self, target: &'a str) -> Meaning<'a> {
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
            None => (target, None),
        };
        let path = path.split('?').next().unwrap_or(path);
        if path.is_empty() || path.starts_with(['/', '\\']) {
            return Meaning::Other;
        }
        let (kind, id) = match path.split_once(':') {
            Some((scheme, id)) => match EntryKind::ALL.into_iter().find(|kind| kind.noun() == scheme) {
                Some(kind) => (Some(kind), id),
                None => return Meaning::Other,
            },
            None => from_path(path),
        };
        let mut kinds = EntryKind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == *of));
        match kinds.find_map(|kind| self.0.get(&(kind, id))) {
            Some(entry) => Meaning::Entry(*entry, fragment),
            None => Meaning::Unknown { kind, id },
        }
    }
}

/// The kind that a path tells, and the id.
fn from_path(path: &str) -> (Option<EntryKind>, &str) {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let folder = parts.next();
    if let ("department.yaml", Some(id)) = (file, folder) {
        return (Some(EntryKind::Department), id);
    }
    let kind = folder.and_then(|folder| EntryKind::ALL.into_iter().find(|kind| kind.folder() == folder));
    match file.rsplit_once('.') {
        // `ID.fi.md` is a translation; a reader of any language is meant all the same.
        Some((stem, "md")) => (kind.or(Some(EntryKind::Article)), stem.split_once('.').map_or(stem, |(id, _)| id)),
        Some((stem, "yaml" | "html")) => (kind, stem),
        _ => (kind, file),
    }
}
