//! What of a page ticks in the browser: which calendars it reads, and how it writes dates.

use serde::Serialize;

use super::reader::Reader;

/// What the page's script needs.
#[derive(Debug, Serialize)]
pub struct ClockView<'a> {
    /// The locale by which dates and times are written.
    pub formats: &'a str,
    /// The numbers of the calendars that the page reads, each once.
    pub calendars: Vec<usize>,
}

impl<'a> ClockView<'a> {
    /// The clock of a page that reads those calendars; none when nothing on it ticks. `always`: something
    /// runs round the clock.
    pub fn new(calendars: impl IntoIterator<Item = usize>, always: bool, reader: Reader<'a>) -> Option<Self> {
        let mut calendars: Vec<usize> = calendars.into_iter().collect();
        calendars.sort_unstable();
        calendars.dedup();
        let ticks = !calendars.is_empty() || always;
        ticks.then(|| Self { formats: reader.words().formats(), calendars })
    }
}
