//! What programs read of a site: calendars (iCalendar), the browser's calendars, the site map, `catalog.json`.

mod calendar_data;
mod calendar_file;
mod calendar_script;
mod icalendar;
mod site_map;

pub use calendar_data::CalendarData;
pub use calendar_file::{CalendarFile, CalendarTime, Event, Series, calendar_file, calendar_files};
pub use calendar_script::calendar_script;
pub use icalendar::write as icalendar;
pub use site_map::{robots, site_maps};
