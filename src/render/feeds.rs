//! What programs read, written into the site.

use anyhow::Result;
use rayon::prelude::*;

use super::assets::hashed;
use super::sink::Sink;
use crate::feeds;
use crate::publish::catalog_json;
use crate::site::{Edition, Route};

/// Writes each of the catalog's calendars as a script, and gives their paths in the site, by number.
pub(super) fn calendar_scripts(edition: &Edition<'_>, sink: &dyn Sink) -> Result<Vec<String>> {
    let calendars: Vec<_> = edition.published.calendars().map(|(id, _)| id).collect();
    calendars
        .into_par_iter()
        .map(|id| {
            let script = feeds::calendar_script(id, edition)?;
            let path = hashed("calendar.js", script.as_bytes());
            sink.write(&path, script.as_bytes())?;
            Ok(path)
        })
        .collect()
}

/// A calendar with more events is written piece by piece.
const MANY_EVENTS: usize = 500;

/// Writes the calendar files, `catalog.json`, the site map and `robots.txt`.
pub(super) fn write(edition: &Edition<'_>, routes: &[Route], sink: &dyn Sink) -> Result<()> {
    feeds::calendar_files(edition).par_iter().try_for_each(|(locale, feed)| {
        let file = feeds::calendar_file(*locale, *feed, edition);
        if file.events.len() > MANY_EVENTS {
            return sink.stream(&file.path, &mut |out| Ok(feeds::icalendar(&file, out)?));
        }
        let mut bytes = Vec::new();
        feeds::icalendar(&file, &mut bytes)?;
        sink.write(&file.path, &bytes)
    })?;
    sink.stream("catalog.json", &mut |out| catalog_json(edition.published, out))?;
    sink.write("robots.txt", feeds::robots(edition).as_bytes())?;
    for (path, map) in feeds::site_maps(edition, routes) {
        sink.write(&path, map.as_bytes())?;
    }
    Ok(())
}
