//! Earlier ids: a small page at each old address that leads to the new one.

use anyhow::Result;
use serde::Serialize;

use super::engine::Engine;
use super::sink::Sink;
use crate::pages::{self, Redirect};
use crate::site::{Edition, Tally};

/// Writes the pages for all earlier ids.
pub(super) fn write(edition: &Edition<'_>, engine: &Engine, sink: &dyn Sink) -> Result<()> {
    let tally = Tally::default();
    for redirect in pages::redirects(edition, &tally) {
        let page = RedirectPage { body: &redirect };
        let html = engine.render("pages/redirect.html", &page, None, redirect.locale.index())?;
        sink.write(&redirect.path, &html)?;
    }
    Ok(())
}

/// What the template sees.
#[derive(Serialize)]
struct RedirectPage<'a> {
    body: &'a Redirect<'a>,
}
