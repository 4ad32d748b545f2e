//! What of a page ticks in the browser: which calendars it reads.

use serde::Serialize;

/// What the page's script needs.
#[derive(Debug, Serialize)]
pub struct ClockView {
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

impl ClockView {
    /// The clock of a page; none when nothing on it ticks.
    pub fn new(ticks: Ticks) -> Option<Self> {
        let Ticks { mut calendars, always } = ticks;
        calendars.sort_unstable();
        calendars.dedup();
        (!calendars.is_empty() || always).then_some(Self { calendars })
    }
}
