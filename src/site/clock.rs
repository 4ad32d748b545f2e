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

/// What of a page ticks.
#[derive(Debug, Default)]
pub struct Ticks {
    /// The numbers of the calendars that it reads.
    pub calendars: Vec<usize>,
    /// Whether something runs round the clock.
    pub always: bool,
}

impl<'a> ClockView<'a> {
    /// The clock of a page; none when nothing on it ticks.
    pub fn new(ticks: Ticks, reader: Reader<'a>) -> Option<Self> {
        let Ticks { mut calendars, always } = ticks;
        calendars.sort_unstable();
        calendars.dedup();
        (!calendars.is_empty() || always).then(|| Self { formats: reader.words().formats(), calendars })
    }
}
