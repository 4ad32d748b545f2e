//! What a link in an author's Markdown means: the entry of the catalog that it leads to.
//!
//! Two ways of writing are understood, and both may end in `#heading`:
//!
//! - `service:ID`, `team:ID`, `department:ID`, `person:ID`, `article:ID`, `journey:ID`, `place:ID`: that
//!   entry, wherever the link stands.
//! - A path, as an editor or a code host shows it: `read-your-payslip.md` and
//!   `../articles/read-your-payslip.md` are the article, `../services/pay-correction.yaml` is the
//!   service, `../../it/department.yaml` is the department. The last part without its ending is the
//!   id and the folder before it tells the kind. A `.md` without such a folder is an article;
//!   otherwise the first kind that has the id counts, in the order of [`EntryKind::ALL`].
//!
//! Earlier ids (`aliases`) lead on as they do in addresses.

use std::collections::HashMap;

use super::catalog::Catalog;
use super::entry::{EntryId, EntryKind};

/// What a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// An entry's page, and perhaps a heading on it.
    Entry(EntryId, Option<&'a str>),
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
pub struct References<'c>(HashMap<(EntryKind, &'c str), EntryId>);

impl<'c> References<'c> {
    /// Collects the ids.
    pub fn new(catalog: &'c Catalog) -> Self {
        let mut ids = HashMap::new();
        for kind in EntryKind::ALL {
            for (id, entry) in catalog.entries(kind) {
                for alias in entry.aliases() {
                    ids.entry((kind, &**alias)).or_insert(id);
                }
                ids.insert((kind, entry.slug()), id);
            }
        }
        // A department acts as the team of its name, unless another one bears it.
        for (_, team) in catalog.teams().filter(|(_, team)| team.acting) {
            ids.entry((EntryKind::Team, &*team.slug)).or_insert(EntryId::Department(team.department));
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
