//! Calendars for the browser: one small script each, which does nothing but hand over its data. A
//! script and not JSON, since a page that was opened from a folder (`file://`) may not fetch.

use anyhow::{Context, Result};

use super::calendar_data::CalendarData;
use crate::publish::CalendarId;
use crate::site::Edition;

/// The script of a calendar.
///
/// # Errors
/// When its data cannot be serialized.
pub fn calendar_script(id: CalendarId, edition: &Edition<'_>) -> Result<String> {
    let data = serde_json::to_string(&CalendarData::new(edition.published.calendar(id), edition.published.now))
        .context("a calendar could not be written")?;
    Ok(format!("((self.luukku??={{}}).calendars??={{}})[{}]={data};\n", id.index()))
}
