//! The table of the kinds of files: where each stands, what one is called, and how it is read.

use super::documents::{COMPANY_FILE, Documents, Written, WrittenIn};
use super::kind::FileKind;
use super::measurements;
use super::reading::{Place, Reading};
use super::schema::{DepartmentDoc, Keyed, QuestionsDoc};
use crate::diagnostic::{FileId, Span, Spanned};

/// Larger files are not read: nobody writes so much by hand. Bytes.
pub(super) const MOST: u64 = 1 << 20;
/// Tables grow with the years. Bytes.
pub(super) const MOST_OF_A_TABLE: u64 = 64 << 20;
/// A file may hold all people or places, or a department with all that it does. Bytes.
const MOST_OF_A_LIST: u64 = 16 << 20;

/// A kind of file.
pub(super) struct Row {
    pub(super) kind: FileKind,
    /// What one is called in a sentence.
    noun: &'static str,
    /// Where such files stand. `ID` is the entry's id, `*` any name, `**` any path; a Markdown file may bear
    /// a language behind its id.
    pub(super) patterns: &'static [&'static str],
    /// How many bytes one may have.
    pub(super) most: u64,
    /// What one says; none when it is too broken to say anything.
    pub(super) read: fn(&mut Reading<'_>) -> Option<Documents>,
}

/// All kinds, in the order in which paths are held against them.
pub(super) const KINDS: &[Row] = &[
    Row {
        kind: FileKind::Company,
        noun: "company",
        patterns: &[COMPANY_FILE],
        most: MOST,
        read: |file| Some(Documents { company: Some(file.document()?), ..Documents::default() }),
    },
    Row {
        kind: FileKind::People,
        noun: "person",
        patterns: &["people.yaml", "people/**.yaml"],
        most: MOST_OF_A_LIST,
        read: |file| {
            let people: Keyed<_> = file.document()?;
            let people = people.0.into_iter().map(|(id, doc)| Written { id, group: doc.span, doc: doc.value });
            Some(Documents { people: people.collect(), ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Places,
        noun: "place",
        patterns: &["places.yaml", "places/**.yaml"],
        most: MOST_OF_A_LIST,
        read: |file| {
            let places: Keyed<_> = file.document()?;
            let places = places.0.into_iter().map(|(id, doc)| Written { id, group: doc.span, doc: doc.value });
            Some(Documents { places: places.collect(), ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Department,
        noun: "department",
        patterns: &["departments/ID.yaml", "departments/ID/department.yaml"],
        most: MOST_OF_A_LIST,
        read: department,
    },
    Row {
        kind: FileKind::Team,
        noun: "team",
        patterns: &["departments/*/teams/ID.yaml"],
        most: MOST,
        read: |file| {
            let doc = file.document()?;
            Some(Documents { teams: vec![file.entry_in(doc)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Service,
        noun: "service",
        patterns: &["departments/*/services/ID.yaml"],
        most: MOST,
        read: |file| {
            let doc = Box::new(file.document()?);
            Some(Documents { services: vec![file.entry_in(doc)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Article,
        noun: "article",
        patterns: &["departments/*/articles/ID.md"],
        most: MOST,
        read: |file| {
            let page = file.page()?;
            Some(Documents { articles: vec![file.entry_in(page)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Journey,
        noun: "journey",
        patterns: &["journeys/ID.yaml"],
        most: MOST,
        read: |file| {
            let doc = file.document()?;
            Some(Documents { journeys: vec![file.entry(doc)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Questions,
        noun: "question",
        patterns: &["questions.yaml"],
        most: MOST,
        read: |file| {
            let QuestionsDoc { questions } = file.document()?;
            Some(Documents { questions, ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Words,
        noun: "group of words",
        patterns: &["words.yaml"],
        most: MOST,
        read: |file| Some(Documents { words: file.document()?, ..Documents::default() }),
    },
    Row {
        kind: FileKind::News,
        noun: "news item",
        patterns: &["news/ID.md"],
        most: MOST,
        read: |file| {
            let page = file.page()?;
            Some(Documents { news: vec![file.entry(page)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Story,
        noun: "story",
        patterns: &["stories/ID.md"],
        most: MOST,
        read: |file| {
            let page = file.page()?;
            Some(Documents { stories: vec![file.entry(page)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Idea,
        noun: "idea",
        patterns: &["ideas/ID.yaml"],
        most: MOST,
        read: |file| {
            let doc = file.document()?;
            Some(Documents { ideas: vec![file.entry(doc)], ..Documents::default() })
        },
    },
    Row {
        kind: FileKind::Measurements,
        noun: "measurement",
        patterns: &["measurements/*.csv"],
        most: MOST_OF_A_TABLE,
        read: |file| {
            let measurements = measurements::read(file.file, file.text, &mut file.diagnostics);
            Some(Documents { measurements, ..Documents::default() })
        },
    },
];

/// A department's file may hold its teams and services, too.
fn department(file: &mut Reading<'_>) -> Option<Documents> {
    let mut doc: DepartmentDoc = file.document()?;
    let inside =
        |id, group, doc| WrittenIn { department: file.place.id.value.clone(), entry: Written { id, group, doc } };
    let teams = std::mem::take(&mut doc.teams).0;
    let services = std::mem::take(&mut doc.services).0;
    let boxed = |id, group, doc| WrittenIn {
        department: file.place.id.value.clone(),
        entry: Written { id, group, doc: Box::new(doc) },
    };
    Some(Documents {
        teams: teams.into_iter().map(|(id, doc)| inside(id, doc.span, doc.value)).collect(),
        services: services.into_iter().map(|(id, doc)| boxed(id, doc.span, doc.value)).collect(),
        departments: vec![file.entry(doc)],
        ..Documents::default()
    })
}

impl FileKind {
    /// What one is called in a sentence.
    pub fn noun(self) -> &'static str {
        KINDS.iter().find(|row| row.kind == self).map_or("", |row| row.noun)
    }
}

/// The kind of the file at a path, and what the path says besides.
pub(super) fn of(file: FileId, path: &str) -> Option<(&'static Row, Place)> {
    let patterns = KINDS.iter().flat_map(|row| row.patterns.iter().map(move |pattern| (row, *pattern)));
    let (row, pattern, id) =
        patterns.into_iter().find_map(|(row, pattern)| Some((row, pattern, id(pattern, path)?)))?;
    let (id, locale) = match id.split_once('.') {
        // A second dot hides which of the words is the language.
        Some((_, locale)) if pattern.ends_with(".md") && locale.contains('.') => return None,
        Some((id, locale)) if pattern.ends_with(".md") => (id, Some(locale)),
        _ => (id, None),
    };
    let department = path.strip_prefix("departments/").map_or("", |rest| match rest.split_once('/') {
        Some((department, _)) => department,
        None => id,
    });
    let written = |text: &str| Spanned::new(text.to_owned(), Span::top(file));
    let place =
        Place { id: written(id), department: department.to_owned(), locale: locale.map(written), kind: row.kind };
    Some((row, place))
}

/// The id that a path names by a pattern; empty where the pattern has none.
fn id<'p>(pattern: &str, path: &'p str) -> Option<&'p str> {
    if let Some(ending) = pattern.strip_prefix("**") {
        return path.ends_with(ending).then_some("");
    }
    let split = |path: &'p str| path.split_once('/').map_or((path, None), |(part, rest)| (part, Some(rest)));
    let (wanted, deeper) = pattern.split_once('/').map_or((pattern, None), |(part, rest)| (part, Some(rest)));
    let (part, rest) = split(path);
    let own = match (wanted.strip_prefix("ID"), wanted.strip_prefix('*')) {
        (Some(ending), _) => part.strip_suffix(ending)?,
        (None, Some(ending)) => part.strip_suffix(ending).map(|_| "")?,
        (None, None) => (part == wanted).then_some("")?,
    };
    match (deeper, rest) {
        (None, None) => Some(own),
        (Some(deeper), Some(rest)) => id(deeper, rest).map(|id| if id.is_empty() { own } else { id }),
        _ => None,
    }
}

/// The folders that patterns name, each with the ending of the files that stand in it.
pub(super) fn folders() -> impl Iterator<Item = (&'static str, &'static str)> {
    let patterns = KINDS.iter().flat_map(|row| row.patterns.iter().copied());
    patterns.filter_map(|pattern| {
        let (path, name) = pattern.rsplit_once('/')?;
        let folder = path.rsplit('/').find(|part| !matches!(*part, "ID" | "*"))?;
        Some((folder, name.rsplit_once('.')?.1))
    })
}

/// The folders beside `catalog.yaml`.
pub(super) fn outer_folders() -> impl Iterator<Item = &'static str> {
    let patterns = KINDS.iter().flat_map(|row| row.patterns.iter().copied());
    patterns.filter_map(|pattern| pattern.split_once('/').map(|(folder, _)| folder))
}

/// The folders in a department's folder.
pub(super) fn inner_folders() -> impl Iterator<Item = &'static str> {
    let patterns = KINDS.iter().flat_map(|row| row.patterns.iter().copied());
    patterns.filter_map(|pattern| pattern.strip_prefix("departments/*/")?.split_once('/').map(|(folder, _)| folder))
}

/// The files that stand in no folder.
pub(super) fn outermost() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|row| row.patterns.iter().copied()).filter(|pattern| !pattern.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{KINDS, of};
    use crate::diagnostic::FileId;
    use crate::source::FileKind;

    fn place(path: &str) -> Option<(FileKind, String, String, Option<String>)> {
        let (row, place) = of(FileId(0), path)?;
        Some((row.kind, place.id.value, place.department, place.locale.map(|locale| locale.value)))
    }

    #[test]
    fn a_path_says_what_stands_under_it() {
        let is = |path, kind, id: &str, department: &str, locale: Option<&str>| {
            assert_eq!(place(path), Some((kind, id.into(), department.into(), locale.map(str::to_owned))), "{path}");
        };
        is("catalog.yaml", FileKind::Company, "", "", None);
        is("people.yaml", FileKind::People, "", "", None);
        is("people/a.yaml", FileKind::People, "", "", None);
        is("people/a/b.c.yaml", FileKind::People, "", "", None);
        is("places.yaml", FileKind::Places, "", "", None);
        is("places/nordic/a.yaml", FileKind::Places, "", "", None);
        is("departments/hr.yaml", FileKind::Department, "hr", "hr", None);
        is("departments/hr/department.yaml", FileKind::Department, "hr", "hr", None);
        is("departments/hr/teams/pay.yaml", FileKind::Team, "pay", "hr", None);
        is("departments/hr/services/a.b.yaml", FileKind::Service, "a.b", "hr", None);
        is("departments/hr/articles/slip.md", FileKind::Article, "slip", "hr", None);
        is("departments/hr/articles/slip.fi.md", FileKind::Article, "slip", "hr", Some("fi"));
        is("news/n.sv.md", FileKind::News, "n", "", Some("sv"));
        is("measurements/2026.csv", FileKind::Measurements, "", "", None);
        for path in [
            "catalog.yml",
            "x/catalog.yaml",
            "departments/hr/x.yaml",
            "departments/hr/teams/x/y.yaml",
            "news/a.b.fi.md",
            "journeys/x.md",
            "people/x.csv",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }

    #[test]
    fn the_reference_names_every_place() {
        let said: Vec<&str> = crate::source::schema::KINDS.iter().filter_map(|kind| kind.files).collect();
        // Figures are no keys, and have a table of their own there.
        for row in KINDS.iter().filter(|row| row.kind != FileKind::Measurements) {
            for pattern in row.patterns {
                let pattern = format!("{}`", pattern.replace("**", "*"));
                assert!(said.iter().any(|files| files.contains(&pattern)), "the reference does not name `{pattern}");
            }
        }
    }
}
