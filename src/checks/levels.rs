//! How much findings weigh in this company, and which of them are allowed at an entry.
//!
//! What is an error by itself stays one: the site would say something untrue, or could not be made. A warning may weigh
//! more or less, or be left out.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::check::{Check, Subject, check};
use super::entries::Entries;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Span, Spanned};
use crate::model::{Allowance, Catalog, Level, LevelRule};

check! {
    /// Ensures that `checks` and `allow` name codes of warnings, and `paths` what is in the catalog. What is an error
    /// stays one: the site would say something untrue, or could not be made.
    UNKNOWN_WARNING: Error "unknown-warning" => unknown_warning
}

check! {
    /// Ensures that an `allow` still holds something back, and has not run out.
    STALE_ALLOW: Warning "stale-allow" => stale_allow
}

/// So many words that mean nothing are told.
const MOST_TOLD: usize = 100;

/// The codes of warnings that no check of the table finds: those of the reading, and those of the search.
pub(crate) const OTHER_WARNINGS: [&str; 8] = [
    "doubtful-hours",
    "doubtful-phone",
    "doubtful-time-zone",
    "folded-list",
    "idle-words",
    "named-twice",
    "unanswered-question",
    "unquoted-hash",
];

/// The codes that may weigh more or less.
fn warnings(checks: &'static [Check]) -> impl Iterator<Item = &'static str> {
    let of_checks = checks.iter().filter(|check| check.severity != Severity::Error).map(|check| check.code);
    of_checks.chain(OTHER_WARNINGS)
}

/// The codes that the company and its entries name.
fn named(catalog: &Catalog) -> impl Iterator<Item = &Spanned<Box<str>>> {
    let levels = catalog.company.levels.iter().map(|rule| &rule.code);
    levels.chain(catalog.allowances.iter().map(|allowance| &allowance.code))
}

fn unknown_warning(subject: &Subject<'_>, found: &mut Diagnostics) {
    let known: BTreeSet<&str> = warnings(subject.checks).collect();
    for code in named(subject.catalog).filter(|code| !known.contains(&*code.value)).take(MOST_TOLD) {
        let finding = UNKNOWN_WARNING.at(code.span, format!("there is no warning `{}`", code.value));
        let help = "write the code of a warning as it stands in brackets in the report; errors keep their weight";
        found.push(finding.did_you_mean(code, known.iter().copied(), help));
    }
    let files: BTreeSet<&str> = subject.catalog.pictures.paths().collect();
    let is_there = |path: &str| {
        let folder = format!("{}/", path.trim_end_matches('/'));
        let below = files.range(&*folder..).next().is_some_and(|file| file.starts_with(&folder));
        below || files.contains(path)
    };
    let paths: BTreeSet<(Span, &str)> = subject
        .catalog
        .company
        .levels
        .iter()
        .filter_map(|rule| rule.path.as_ref())
        .map(|path| (path.span, &*path.value))
        .collect();
    for (span, path) in paths.into_iter().filter(|(_, path)| !is_there(path)).take(MOST_TOLD) {
        let what = format!("there is no file or folder `{path}` in the catalog");
        let help = "write the path from the catalog's folder: `departments/it`";
        found.push(UNKNOWN_WARNING.at(span, what).help(help));
    }
}

fn stale_allow(subject: &Subject<'_>, found: &mut Diagnostics) {
    let over = subject.catalog.allowances.iter().filter(|allowance| allowance.until < subject.today);
    found.extend(over.map(|allowance| {
        let what =
            format!("`{}` was allowed until {}, because: {}", allowance.code.value, allowance.until, allowance.because);
        let finding = STALE_ALLOW.at(allowance.code.span, what);
        finding.why("it is told again").help("mend what it is about and delete this, or give it another `until`")
    }));
}

/// Leaves out what is allowed, tells of allowances that held nothing back, and gives each finding the weight that the
/// company has given its code.
pub(super) fn weigh(catalog: &Catalog, today: NaiveDate, diagnostics: &mut Diagnostics) {
    if !catalog.allowances.is_empty() {
        leave_out(catalog, today, diagnostics);
    }
    give_weight(catalog, diagnostics);
}

fn leave_out(catalog: &Catalog, today: NaiveDate, diagnostics: &mut Diagnostics) {
    let sound = !diagnostics.has_errors();
    let entries = Entries::of(catalog);
    let holds: HashMap<_, usize> = (0..)
        .zip(&catalog.allowances)
        .filter(|(_, allowance)| today <= allowance.until)
        .map(|(place, Allowance { code, entry, .. })| (((entry.file, entry.start), &*code.value), place))
        .collect();
    let mut used = BTreeSet::new();
    let mut is_allowed = |finding: &Diagnostic| {
        let entry = entries.find(finding.primary.span).filter(|_| finding.severity != Severity::Error);
        let place = entry.and_then(|(_, entry)| holds.get(&(entry, finding.code)));
        place.map(|place| used.insert(*place)).is_some()
    };
    let kept: Vec<Diagnostic> = diagnostics.take(|_| true).into_iter().filter(|finding| !is_allowed(finding)).collect();
    diagnostics.extend(kept);
    // Some checks wait until the catalog is free of errors.
    let idle = holds.values().filter(|place| sound && !used.contains(place));
    diagnostics.extend(idle.filter_map(|place| catalog.allowances.get(*place)).map(|Allowance { code, .. }| {
        let what = format!("nothing `{}` is found here that had to be allowed", code.value);
        STALE_ALLOW.at(code.span, what).help("delete it")
    }));
}

/// Gives each finding the weight that the company has given its code.
pub(crate) fn give_weight(catalog: &Catalog, diagnostics: &mut Diagnostics) {
    if catalog.company.levels.is_empty() {
        return;
    }
    let by_path: HashMap<(&str, &str), Level> = catalog.company.levels.iter().map(rule).collect();
    let level = |finding: &Diagnostic| {
        let mut path = catalog.pictures.path(finding.primary.span.file).unwrap_or_default();
        // The narrowest word first: of the file, of its folders, of the catalog.
        loop {
            if let Some(level) = by_path.get(&(finding.code, path)) {
                return Some(*level).filter(|_| finding.severity != Severity::Error);
            }
            if path.is_empty() {
                return None;
            }
            path = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        }
    };
    diagnostics.take(|finding| level(finding) == Some(Level::Off));
    for finding in diagnostics.iter_mut() {
        finding.severity = match level(finding) {
            None | Some(Level::Off) => continue,
            Some(Level::Error) => Severity::Error,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Note) => Severity::Note,
        };
    }
}

/// A rule by its code and its path, which is empty where it holds everywhere.
fn rule(rule: &LevelRule) -> ((&str, &str), Level) {
    let path = rule.path.as_ref().map_or("", |path| path.value.trim_end_matches('/'));
    ((&rule.code.value, path), rule.level)
}
