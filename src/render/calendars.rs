//! Calendars for the browser: one small script each, which does nothing but hand over its data. A
//! script and not JSON, since a page that was opened from a folder (`file://`) may not fetch.

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::assets::hashed;
use super::sink::Sink;
use crate::views::{CalendarData, Edition};

/// Writes each of the catalog's calendars, and gives their paths in the site, by number.
pub(super) fn write(edition: &Edition<'_>, sink: &dyn Sink) -> Result<Vec<String>> {
    let calendars: Vec<_> = edition.catalog.calendars().collect();
    calendars
        .into_par_iter()
        .map(|(id, calendar)| {
            let data = serde_json::to_string(&CalendarData::new(calendar, edition.now))
                .context("a calendar could not be written")?;
            let script = format!("((self.luukku??={{}}).calendars??={{}})[{}]={data};\n", id.index());
            let path = hashed("calendar.js", script.as_bytes());
            sink.write(&path, script.as_bytes())?;
            Ok(path)
        })
        .collect()
}
