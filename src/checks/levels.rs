//! How much findings weigh in this company, and which of them are allowed at an entry.
//!
//! What is an error by itself stays one: the site would say something untrue, or could not be made. A warning may weigh
//! more or less, or be left out.

use chrono::NaiveDate;

use super::check::{Check, Subject, check};
use super::entries::Entries;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Severity, Span, Spanned};
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
    for code in named(subject.catalog).filter(|code| !warnings(subject.checks).any(|known| *known == *code.value)) {
        let finding = UNKNOWN_WARNING.at(code.span, format!("there is no warning `{}`", code.value));
        let help = "write the code of a warning as it stands in brackets in the report; errors keep their weight";
        found.push(finding.did_you_mean(code, warnings(subject.checks), help));
    }
    for path in subject.catalog.company.levels.iter().filter_map(|rule| rule.path.as_ref()) {
        if !subject.catalog.pictures.paths().any(|file| is_within(file, path)) {
            let what = format!("there is no file or folder `{}` in the catalog", path.value);
            let help = "write the path from the catalog's folder: `departments/it`";
            found.push(UNKNOWN_WARNING.at(path.span, what).help(help));
        }
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
    let sound = !diagnostics.has_errors();
    let entries = Entries::of(catalog);
    let at = |span: Span| (span.file, span.start);
    let mut used = vec![false; catalog.allowances.len()];
    let mut is_allowed = |finding: &Diagnostic| {
        let Some((_, entry)) = entries.find(finding.primary.span) else { return false };
        let holds = |allowance: &Allowance| {
            *allowance.code.value == *finding.code && at(allowance.entry) == entry && today <= allowance.until
        };
        let place = catalog.allowances.iter().position(holds).filter(|_| finding.severity != Severity::Error);
        place.and_then(|place| used.get_mut(place)).map(|used| *used = true).is_some()
    };
    let kept: Vec<Diagnostic> = diagnostics.take(|_| true).into_iter().filter(|finding| !is_allowed(finding)).collect();
    diagnostics.extend(kept);
    // Some checks wait until the catalog is free of errors.
    let idle = catalog.allowances.iter().zip(used).filter(|(allowance, used)| !used && today <= allowance.until);
    for (allowance, _) in idle.filter(|_| sound) {
        let what = format!("nothing `{}` is found here that had to be allowed", allowance.code.value);
        diagnostics.push(STALE_ALLOW.at(allowance.code.span, what).help("delete it"));
    }
    give_weight(catalog, diagnostics);
}

/// Gives each finding the weight that the company has given its code.
pub(crate) fn give_weight(catalog: &Catalog, diagnostics: &mut Diagnostics) {
    let rules = &catalog.company.levels;
    if rules.is_empty() {
        return;
    }
    let level = |finding: &Diagnostic| {
        let of =
            |rule: &&LevelRule| *rule.code.value == *finding.code && holds_in(rule, finding.primary.span.file, catalog);
        rules.iter().rev().find(of).filter(|_| finding.severity != Severity::Error).map(|rule| rule.level)
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

fn holds_in(rule: &LevelRule, file: FileId, catalog: &Catalog) -> bool {
    let Some(path) = &rule.path else { return true };
    catalog.pictures.path(file).is_some_and(|file| is_within(file, path))
}

/// Whether a file is the one that a path names, or stands in the folder that it names.
fn is_within(file: &str, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
