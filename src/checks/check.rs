//! One check: what it ensures, and the function that looks for what breaks it.

use std::cell::OnceCell;

use chrono::{DateTime, NaiveDate, Utc};

use crate::checks::mention::{Mention, mentions};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Span};
use crate::model::Catalog;

/// What a check looks at.
pub struct Subject<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// The instant at which it is checked.
    pub now: DateTime<Utc>,
    /// The date that this is in the company's zone.
    pub today: NaiveDate,
    /// All checks, by code.
    pub(super) checks: &'static [Check],
    /// The languages that the interface speaks, as BCP 47 tags.
    pub(super) spoken: &'a [&'a str],
    mentions: OnceCell<Vec<Mention<'a>>>,
}

impl<'a> Subject<'a> {
    /// A catalog at an instant.
    pub(super) fn new(
        catalog: &'a Catalog,
        spoken: &'a [&'a str],
        now: DateTime<Utc>,
        checks: &'static [Check],
    ) -> Self {
        let today = now.with_timezone(&catalog.company.zone).date_naive();
        Self { catalog, now, today, checks, spoken, mentions: OnceCell::new() }
    }

    /// The links in all Markdown, read once for all checks that ask.
    pub(super) fn mentions(&self) -> &[Mention<'a>] {
        self.mentions.get_or_init(|| mentions(self.catalog))
    }
}

/// One rule that a catalog keeps.
pub struct Check {
    /// Names the defect, so that it reads well after "allow".
    pub code: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// What it ensures and why, in a sentence or two of Markdown, for the reference.
    pub ensures: &'static str,
    /// True when it misses something. It then waits until the catalog is free of errors: what seems
    /// to be missing may only have been misspelt, or stand in a file that could not be read.
    pub waits: bool,
    pub(super) run: fn(&Subject<'_>, &mut Diagnostics),
}

impl Check {
    /// A finding of this check at a place.
    pub(super) fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.code, span, message),
            Severity::Warning | Severity::Note => Diagnostic::warning(self.code, span, message),
        }
    }
}

/// Declares a check as a constant whose documentation is also what the reference prints:
///
/// ```text
/// check! {
///     /// Ensures that …
///     OWNERLESS_SERVICE: Warning "ownerless-service" => ownerless_service, waits
/// }
/// ```
macro_rules! check {
    ($(#[doc = $line:literal])+ $name:ident: $severity:ident $code:literal => $run:ident $(, $waits:ident)?) => {
        $(#[doc = $line])+
        pub(super) const $name: $crate::checks::check::Check = $crate::checks::check::Check {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            ensures: concat!($($line),+),
            waits: check!(@waits $($waits)?),
            run: $run,
        };
    };
    (@waits waits) => { true };
    (@waits) => { false };
}
pub(super) use check;
