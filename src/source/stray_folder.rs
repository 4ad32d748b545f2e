//! Folders that are not read because of their name or their place: `palvelut/`, `Departments/`, `services/` outside of
//! a department. All that stands in one is one finding.

use std::collections::BTreeMap;

use super::kind::FileKind;
use super::kinds::{self, inner_folders, outer_folders};
use super::other_words;
use crate::diagnostic::{Diagnostic, FileId, Span, nearest};

/// A folder that is not read, and its files.
pub(super) struct StrayFolder {
    first: String,
    files: usize,
    meant: Meant,
    /// What its files would be in the right folder.
    pub(super) lost: Vec<(FileKind, String)>,
}

/// What was meant by a folder.
#[derive(Clone, PartialEq)]
enum Meant {
    /// Another name: the folder as it is written, and the right name.
    Named(String, &'static str),
    /// A folder of departments, which stands beside them.
    InDepartment(&'static str),
    /// A folder that stands beside the departments, in one of them.
    Outside(&'static str),
    /// Files of a folder, which stand in another one in it.
    Above(String),
}

/// The right place of a file that is not read, with its folder.
fn place(path: &str) -> Option<(String, Meant, Option<String>)> {
    if kinds::of(FileId::default(), path).is_some() {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    for level in 0..parts.len().saturating_sub(1) {
        let part = *parts.get(level)?;
        let known: Vec<&'static str> = match level {
            0 => outer_folders().collect(),
            2 if parts.first() == Some(&"departments") => inner_folders().collect(),
            _ => continue,
        };
        let folder = || parts.get(..=level).unwrap_or_default().join("/");
        if level == 0
            && let Some(inner) = meant(part, &inner_folders().collect::<Vec<_>>())
        {
            return Some((folder(), Meant::InDepartment(inner), None));
        }
        if known.contains(&part) {
            continue;
        }
        if level == 2
            && parts.len() > 3
            && let Some(outer) = outer_folders().find(|outer| *outer == part && *outer != "departments")
        {
            let name = parts.last()?;
            return Some((folder(), Meant::Outside(outer), Some(format!("{outer}/{name}"))));
        }
        let right = meant(part, &known)?;
        let folder = folder();
        parts[level] = right;
        let whole = parts.join("/");
        // What is wrong further down is told once the folder is called as it should.
        return Some((folder, Meant::Named(part.to_owned(), right), Some(whole)));
    }
    let (folder, name) = path.rsplit_once('/')?;
    // A department's folder stands in `departments/` by right.
    let (above, _) = folder.rsplit_once('/').filter(|(above, _)| *above != "departments")?;
    let whole = format!("{above}/{name}");
    kinds::of(FileId::default(), &whole)?;
    Some((folder.to_owned(), Meant::Above(above.to_owned()), Some(whole)))
}

/// The folder of ours that is meant by a word: the same in other capitals, in another language, or misspelt.
fn meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let ours = known.iter().find(|folder| **folder == word).copied();
    ours.or_else(|| other_words::meant(word, known).first().copied()).or_else(|| nearest(word, known.iter().copied()))
}

/// True for a file in a folder that is not read.
pub(super) fn is_in_one(path: &str) -> bool {
    place(path).is_some()
}

/// The folders that are not read, each with one of its files left among the paths, where it is told.
pub(super) fn gather(paths: &mut Vec<String>) -> Vec<StrayFolder> {
    let mut strays: BTreeMap<String, StrayFolder> = BTreeMap::new();
    paths.retain(|path| {
        let Some((folder, meant, right)) = place(path) else { return true };
        let is_first = !strays.contains_key(&folder);
        let stray = strays.entry(folder).or_insert_with(|| StrayFolder {
            first: path.clone(),
            files: 0,
            meant,
            lost: Vec::new(),
        });
        stray.files += 1;
        let kind = right.and_then(|path| kinds::of(FileId::default(), &path).map(|(row, place)| (row.kind, place.id)));
        stray.lost.extend(kind.map(|(kind, id)| (kind, id.value)));
        is_first
    });
    strays.into_values().collect()
}

impl StrayFolder {
    /// The file at which it is told.
    pub(super) fn first(&self) -> &str {
        &self.first
    }

    /// The finding.
    pub(super) fn reported(&self, file: FileId) -> Diagnostic {
        let message = match (&self.meant, self.files) {
            (_, 1) => "this file is not read in this folder".to_owned(),
            (_, files) => format!("this file and {} more are not read in this folder", files - 1),
        };
        let diagnostic = Diagnostic::error("misplaced-file", Span::top(file), message)
            .why("what it says would be missing on the site without a word");
        diagnostic.help(match &self.meant {
            Meant::Named(written, right) => format!("call the folder `{right}` instead of `{written}`"),
            Meant::InDepartment(right) => {
                format!("move it into the folder of its department: `departments/DEPARTMENT/{right}/`")
            }
            Meant::Outside(right) => format!("move it into the folder `{right}/` beside `departments/`"),
            Meant::Above(above) => format!("files stand in `{above}/` itself, not in a folder in it: move it there"),
        })
    }
}
