//! luukku: departments' YAML becomes a site that says who helps, how to reach them and when the
//! answer comes.
//!
//! One pipeline, one type handed over at each door:
//!
//! | stage | verb | takes | gives |
//! |---|---|---|---|
//! | [`source`] | [`source::load`] | a folder | [`source::Documents`]: what the authors wrote |
//! | [`model`] | [`model::resolve`] | documents | [`model::Catalog`]: what the company is |
//! | [`checks`] | [`checks::run`] | a catalog | [`checks::Checked`]: the proof that it holds no error |
//!
//! What the catalog's authors did wrong travels beside it in [`diagnostic::Diagnostics`]; what the
//! machine did wrong is an `anyhow::Error`. "Now" is always a parameter.

pub mod diagnostic;
pub mod clock;
pub mod i18n;
pub mod markdown;

pub mod source;
pub mod model;
pub mod checks;
pub mod emit;

use std::path::Path;

use anyhow::Result;
use chrono::{DateTime, Utc};

use checks::Checked;
use diagnostic::Diagnostics;
use source::Sources;

/// What a run gives, with all that there is to say about it.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The result.
    pub output: T,
    /// The findings, sorted.
    pub diagnostics: Diagnostics,
    /// The files that the findings point into.
    pub sources: Sources,
}

/// Reads the catalog in a folder and checks it. The output is `None` when it has errors.
///
/// # Errors
/// When the folder cannot be read.
pub fn check(catalog: &Path, now: DateTime<Utc>) -> Result<Outcome<Option<Checked>>> {
    let mut diagnostics = Diagnostics::new();
    let (documents, sources) = source::load(catalog, &mut diagnostics)?;
    let catalog = model::resolve(documents, &mut diagnostics);
    let output = checks::run(catalog, now, &mut diagnostics);
    Ok(Outcome { output, diagnostics, sources })
}
