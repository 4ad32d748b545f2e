//! Third stage: what a catalog must keep so that nobody is left at a closed door. Each check is one
//! function in a file of its concern, listed in [`CHECKS`]; [`run`] runs them all and hands out the
//! proof that no error was found.

use chrono::{DateTime, Utc};

use crate::diagnostic::Diagnostics;
use crate::model::Catalog;

/// One check: what it ensures is in its documentation, which the reference prints.
pub struct Check {
    /// The code of its findings.
    pub code: &'static str,
    /// The check itself. "Now" is when the site is built.
    pub run: fn(&Catalog, DateTime<Utc>, &mut Diagnostics),
}

/// All checks, in the order of their codes.
pub const CHECKS: &[Check] = &[];

/// A catalog without errors. Only [`run`] makes it, and only from it pages can be made.
#[derive(Debug)]
pub struct Checked(Catalog);

impl Checked {
    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.0
    }
}

/// Runs all checks. `None` when there are errors, from these checks or from before.
pub fn run(catalog: Catalog, now: DateTime<Utc>, diagnostics: &mut Diagnostics) -> Option<Checked> {
    for check in CHECKS {
        (check.run)(&catalog, now, diagnostics);
    }
    diagnostics.sort();
    (!diagnostics.has_errors()).then_some(Checked(catalog))
}
