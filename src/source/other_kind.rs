//! Files that stand in the folder of another kind than the one that they are: a team among the services.

use serde::de::DeserializeOwned;

use super::kind::FileKind;
use super::schema::{IdeaDoc, JourneyDoc, ServiceDoc, TeamDoc};
use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{self, Mistake, MistakeKind, Node};

/// A kind of which a file in YAML is one entry, its folder, and how many mistakes a document has as one.
type EntryKind = (FileKind, &'static str, fn(&Node<'_>) -> usize);

/// The kinds that are easily taken for one another.
const ENTRIES: [EntryKind; 4] = [
    (FileKind::Team, "teams", mistakes::<TeamDoc>),
    (FileKind::Service, "services", mistakes::<ServiceDoc>),
    (FileKind::Journey, "journeys", mistakes::<JourneyDoc>),
    (FileKind::Idea, "ideas", mistakes::<IdeaDoc>),
];

fn mistakes<T: DeserializeOwned>(root: &Node<'_>) -> usize {
    yaml::decode::<T>(root).mistakes.len()
}

/// The first of several keys that are not known in a file: so many are hardly all misspelt.
pub(super) fn foreign(mistakes: &[Mistake]) -> Option<Span> {
    let is_unknown = |mistake: &&Mistake| matches!(mistake.kind, MistakeKind::UnknownKey { .. });
    let mut unknown = mistakes.iter().filter(is_unknown);
    unknown.next().filter(|_| unknown.next().is_some()).and_then(|mistake| mistake.span)
}

/// The kind of entry that a document is without a mistake, although it stands among those of another kind.
pub(super) fn meant(root: &Node<'_>, kind: FileKind) -> Option<FileKind> {
    ENTRIES.iter().find(|(entry, _, _)| *entry == kind)?;
    let fits = |(other, _, mistakes): &&EntryKind| *other != kind && mistakes(root) == 0;
    ENTRIES.iter().find(fits).map(|(kind, _, _)| *kind)
}

/// For a file that stands in the folder of another kind than its own.
pub(super) fn reported(at: Span, kind: FileKind, meant: FileKind) -> Diagnostic {
    let folder = ENTRIES.iter().find(|(kind, _, _)| *kind == meant).map_or("", |(_, folder, _)| folder);
    let (here, there) = (kind.noun(), meant.noun());
    Diagnostic::error(
        "misplaced-file",
        at,
        format!("this key, and others here, are those of a {there}, not of a {here}"),
    )
    .why("what a file holds is known by the folder in which it stands")
    .help(format!("if it is a {there}, move the file to `{folder}/`"))
}
