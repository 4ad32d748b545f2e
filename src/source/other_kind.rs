//! Files that stand in the folder of another kind than the one that they are: a team among the services.

use serde::de::DeserializeOwned;

use super::kind::FileKind;
use super::other_words;
use super::schema::{IdeaDoc, JourneyDoc, ServiceDoc, TeamDoc};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, likeness};
use crate::yaml::{self, Mistake, MistakeKind};

/// A kind of which a file in YAML is one entry, its folder, and whether a text is one without a mistake.
type EntryKind = (FileKind, &'static str, fn(&str) -> bool);

/// The kinds that are easily taken for one another.
const ENTRIES: [EntryKind; 4] = [
    (FileKind::Team, "teams", is_one::<TeamDoc>),
    (FileKind::Service, "services", is_one::<ServiceDoc>),
    (FileKind::Journey, "journeys", is_one::<JourneyDoc>),
    (FileKind::Idea, "ideas", is_one::<IdeaDoc>),
];

/// Read anew, since what one kind does not know is marked in the tree.
fn is_one<T: DeserializeOwned>(text: &str) -> bool {
    let parsed = yaml::parse((FileId(0), 0), text, &mut Diagnostics::new());
    parsed.ok().flatten().is_some_and(|root| yaml::decode::<T>(&root).mistakes.is_empty())
}

/// The first of the keys that are not known in a file, if they may be those of another kind: several are hardly all
/// misspelt, and one may be a word that means nothing here.
pub(super) fn foreign(mistakes: &[Mistake]) -> Option<Span> {
    let mut unknown = mistakes.iter().filter_map(|mistake| match &mistake.kind {
        MistakeKind::UnknownKey { key, known } => Some((mistake.span, key, known)),
        _ => None,
    });
    let (span, key, known) = unknown.next()?;
    let is_foreign = unknown.next().is_some()
        || other_words::meant(key, known).is_empty() && likeness(key, known.iter().copied()).is_none();
    span.filter(|_| is_foreign)
}

/// The kind of entry that a text is without a mistake, although it stands among those of another kind.
pub(super) fn meant(text: &str, kind: FileKind) -> Option<FileKind> {
    ENTRIES.iter().find(|(entry, _, _)| *entry == kind)?;
    let fits = |(other, _, is_one): &&EntryKind| *other != kind && is_one(text);
    ENTRIES.iter().find(fits).map(|(kind, _, _)| *kind)
}

/// The only kind of entry that a text is without a mistake: what one is called, and its folder.
pub(super) fn only(text: &str) -> Option<(&'static str, &'static str)> {
    let mut fitting = ENTRIES.iter().filter(|(_, _, is_one)| is_one(text));
    let (kind, folder, _) = fitting.next()?;
    fitting.next().is_none().then(|| (kind.noun(), *folder))
}

/// For a file that stands in the folder of another kind than its own.
pub(super) fn reported(at: Span, kind: FileKind, meant: FileKind) -> Diagnostic {
    let folder = ENTRIES.iter().find(|(kind, _, _)| *kind == meant).map_or("", |(_, folder, _)| folder);
    let (here, there) = (kind.noun(), meant.noun());
    Diagnostic::error(
        "misplaced-file",
        at,
        format!("what begins here is of another kind of file: {there} instead of {here}"),
    )
    .why("what a file holds is known by the folder in which it stands")
    .help(format!("if that is what it describes, move the file to `{folder}/`"))
}
