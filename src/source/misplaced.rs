//! Files that are not read where they stand: what they were probably meant as.

use std::collections::BTreeSet;

use super::kinds::{folders, inner_folders, outermost};
use super::{other_kind, other_words};
use crate::diagnostic::{Diagnostic, FileId, Span, folded, nearest};

/// Endings that programs put in place of ours, without the dot, and ours.
const ENDINGS: [(&str, &str); 12] = [
    ("yaml.txt", "yaml"),
    ("yml.txt", "yaml"),
    ("md.txt", "md"),
    ("csv.txt", "csv"),
    ("text", "txt"),
    ("txt", "txt"),
    ("markdown", "md"),
    ("json", "yaml"),
    ("yaml", "yaml"),
    ("yml", "yaml"),
    ("md", "md"),
    ("csv", "csv"),
];

/// What people call the file of a department in its folder, folded.
const DEPARTMENT: [&str; 12] = [
    "abteilung",
    "avdelning",
    "avdelningen",
    "departement",
    "departments",
    "dept",
    "dzial",
    "enhet",
    "index",
    "jednostka",
    "osasto",
    "yksikko",
];

/// The name under which a file would be read, if it bears one that only a program could tell from it:
/// `pay-slip.yaml.txt`, `pay-slip.YAML`. Pictures, notes and backups stand beside the catalog's files
/// by right.
pub(super) fn meant(path: &str) -> Option<String> {
    let mut parts = path.rsplit('/');
    let name = parts.next()?;
    let folder = parts.find_map(|part| folders().find(|(folder, _)| *folder == part));
    if let Some(ending) = unended(path) {
        return Some(format!("{name}.{ending}"));
    }
    if let ["departments", _, _] = path.split('/').collect::<Vec<_>>().as_slice()
        && let Some((stem, "yaml" | "yml")) = name.rsplit_once('.')
        && DEPARTMENT.contains(&folded(stem).as_str())
    {
        return Some("department.yaml".to_owned());
    }
    let lower = name.to_ascii_lowercase();
    let (stem, ending) = ENDINGS.iter().find_map(|(written, ending)| {
        let stem = lower.strip_suffix(written)?.strip_suffix('.')?;
        Some((name.get(..stem.len())?, *ending))
    })?;
    // A text as Windows saves it may be any file of ours.
    let ending = match (ending, folder) {
        ("txt", Some((_, right))) => right,
        (ending, _) => ending,
    };
    let stem = &stem.replace(' ', "-");
    let Some((_, right)) = folder else {
        let meant = format!("{}.yaml", stem.to_ascii_lowercase());
        let beside = !path.contains('/') && meant != name && outermost().any(|file| file == meant);
        return beside.then_some(meant);
    };
    let meant = format!("{}.{right}", stem.to_lowercase());
    (ending == right && meant != name && !stem.eq_ignore_ascii_case("readme")).then_some(meant)
}

/// Whether a file may be any text, so that only what it says tells whether it is one of ours.
pub(super) fn is_any_text(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    [".txt", ".text"].iter().any(|ending| lower.ends_with(ending))
        && ![".yaml.txt", ".yml.txt", ".md.txt", ".csv.txt"].iter().any(|ending| lower.ends_with(ending))
}

/// Whether a text is a file of ours: a head before an article, or lines with keys of ours.
pub(super) fn reads_like_ours(text: &str) -> bool {
    let keys = text.lines().filter_map(|line| line.trim_start_matches(['-', ' ']).split_once(':'));
    let ours: BTreeSet<&str> = keys.map(|(key, _)| key).filter(|key| other_words::is_key(key)).collect();
    ours.len() > 2 || text.starts_with("---") && !ours.is_empty()
}

/// The ending that the name of a file lacks, which is otherwise an id in a folder of ours.
fn unended(path: &str) -> Option<&'static str> {
    let (folder, name) = path.rsplit_once('/')?;
    let folder = folder.rsplit('/').next()?;
    let is_id = name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-');
    folders().find(|(known, _)| *known == folder && is_id).map(|(_, ending)| ending)
}

/// Endings of the texts of office programs, and of their tables.
const OFFICE_TEXTS: [&str; 6] = ["doc", "docm", "docx", "odt", "pages", "rtf"];
const OFFICE_TABLES: [&str; 5] = ["numbers", "odf", "ods", "xls", "xlsx"];

/// What a file of an office program in a folder of ours is to those who put it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Office {
    /// Written in place of a file of ours, with the ending that this one has.
    Lost(&'static str),
    /// Perhaps that, perhaps a form for readers that nothing leads to.
    Doubted(&'static str),
    /// A form or a list for readers: of entries of this kind nobody makes tables.
    ForReaders,
}

/// What a file of an office program is; none for other files, and elsewhere.
pub(super) fn of_office(path: &str) -> Option<Office> {
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is = |endings: &[&str]| endings.contains(&ending.to_ascii_lowercase().as_str());
    // Office programs keep such files beside those that are open.
    if !is(&OFFICE_TEXTS) && !is(&OFFICE_TABLES) || stem.is_empty() || stem.starts_with(['~', '.']) {
        return None;
    }
    let folder = folder.rsplit('/').next()?;
    let (_, ours) = folders().find(|(known, _)| *known == folder)?;
    Some(match is(&OFFICE_TABLES) {
        true if ours == "csv" || ["people", "places"].contains(&folder) => Office::Lost(ours),
        true => Office::ForReaders,
        false => Office::Doubted(ours),
    })
}

/// For a file that is not read where it stands; `text` is what it holds.
pub(super) fn reported(file: FileId, path: &str, text: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error("misplaced-file", Span::top(file), "no file of this name is read in this place")
        .why("what it says would be missing on the site without a word");
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    match of_office(path) {
        Some(Office::Lost("csv")) => return diagnostic.help(format!("save it as CSV, in UTF-8: `{stem}.csv`")),
        Some(Office::Lost(ending)) => {
            return diagnostic.help(format!("copy what it says into a file of plain text: `{stem}.{ending}`"));
        }
        Some(Office::Doubted(ending)) => {
            let stem = stem.strip_suffix(".yaml").or_else(|| stem.strip_suffix(".md")).unwrap_or(stem);
            return unled(file, name, &format!("{stem}.{ending}"));
        }
        _ => {}
    }
    if let Some(meant) = meant(path) {
        return diagnostic.help(format!("call it `{meant}`"));
    }
    if let Some((stem, locale)) = name.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'))
        && stem.contains('.')
    {
        return diagnostic.help(format!(
            "only the language stands between two dots: call it `{}.{locale}.md`",
            stem.replace('.', "-")
        ));
    }
    if let Some(stem) = name.strip_suffix(".yml") {
        return diagnostic.help(format!("call it `{stem}.yaml`"));
    }
    if let Some(help) = of_another_ending(path, text) {
        return diagnostic.help(help);
    }
    let whole = match path.split('/').collect::<Vec<_>>().as_slice() {
        [_] => nearest(name, outermost()),
        ["departments", _, _] => nearest(name, ["department.yaml"]),
        _ => None,
    };
    if let Some(whole) = whole {
        return diagnostic.help(format!("did you mean `{whole}`?"));
    }
    if let Some((noun, folder)) = other_kind::only(text) {
        let within = path.strip_prefix("departments/").and_then(|rest| rest.split_once('/')).map(|(of, _)| of);
        let is_inner = inner_folders().any(|inner| inner == folder);
        let folder = match (is_inner, within) {
            (true, within) => format!("departments/{}/{folder}/", within.unwrap_or("DEPARTMENT")),
            (false, _) => format!("{folder}/"),
        };
        return diagnostic.help(format!("it reads like a {noun}: move it into `{folder}`"));
    }
    diagnostic.help(
        "departments stand in `departments/`, with `teams/`, `services/` and `articles/` in a department's folder; \
         beside them `people/`, `places/`, `journeys/`, `ideas/`, `news/`, `stories/` and `measurements/`",
    )
}

/// For a file in a folder of ours that ends otherwise than those that are read there.
fn of_another_ending(path: &str, text: &str) -> Option<String> {
    let mut parts = path.rsplit('/');
    let (name, folder) = (parts.next()?, parts.next()?);
    let (_, ending) = folders().find(|(known, _)| *known == folder)?;
    let (stem, own) = name.rsplit_once('.').filter(|(_, own)| *own != ending)?;
    let files = format!("in `{folder}/` stand files that end in `.{ending}`");
    Some(match own == "md" && !reads_like_ours(text) {
        true => format!("{files}; a text for readers belongs into the `articles/` of a department"),
        false => format!("{files}: call it `{stem}.{ending}`"),
    })
}

/// For a text of an office program that no link leads to; `plain` is the file that it may have been meant as.
fn unled(file: FileId, name: &str, plain: &str) -> Diagnostic {
    let address = if name.contains(' ') { format!("<{name}>") } else { name.to_owned() };
    Diagnostic::warning("misplaced-file", Span::top(file), format!("no text links to `{name}`, and it is not read"))
        .why("it is not on the site, whatever it was meant for")
        .help(format!(
            "if it is for readers, link to it: `[...]({address})`; if it describes an entry, copy what it says into a \
             file of plain text: `{plain}`"
        ))
}

/// For a link, a pipe or a device.
pub(super) fn link(file: FileId) -> Diagnostic {
    Diagnostic::error("misplaced-file", Span::top(file), "this is a link or a device, not a file")
        .why("a catalog is only what stands in its own folder, so that nothing else can get onto the site")
        .help("put the file or the folder itself here")
}

/// For a file or folder with a sign in its name that nobody sees.
pub(super) fn with_invisible(file: FileId, sign: char) -> Diagnostic {
    let what = format!("the path of this file holds the invisible character U+{:04X}", u32::from(sign));
    Diagnostic::error("misplaced-file", Span::top(file), what)
        .why("its name becomes the address of a page, and would not be the one that is seen")
        .help("name the file and its folder anew, with small letters a to z, digits and hyphens")
}

/// For a file whose name is not UTF-8.
pub(super) fn unnameable(file: FileId) -> Diagnostic {
    Diagnostic::error("misplaced-file", Span::top(file), "the name of this file is not UTF-8 text")
        .why("its name becomes the address of a page, which has to work everywhere")
        .help("name it with small letters a to z, digits and hyphens")
}
