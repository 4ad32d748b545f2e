//! The ways to a calendar file: to subscribe to it, and to take its dates once.

use serde::Serialize;

use super::reader::Reader;
use crate::publish::Feed;

/// The ways to a calendar file.
#[derive(Debug, Serialize)]
pub struct CalendarLinks {
    /// The file itself.
    pub file: String,
    /// Where calendars ask for it again and again (`webcal:`), where the site's own address is known.
    pub subscription: Option<String>,
}

impl<'a> Reader<'a> {
    /// The ways to a calendar file, if there is one.
    pub(crate) fn calendar_links(self, feed: Feed) -> Option<CalendarLinks> {
        let file = self.calendar_file(feed)?;
        let published = self.published();
        // Calendars take the scheme for `https:`, so that only a site of that kind can be subscribed to.
        let base = published.base_url.and_then(|base| base.strip_prefix("https://"));
        let path = || feed.path(self.locale(), published);
        Some(CalendarLinks { file, subscription: base.map(|base| format!("webcal://{base}{}", path())) })
    }
}
