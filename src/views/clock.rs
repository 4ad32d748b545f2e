//! What of a page ticks in the browser: which calendars it reads, and how it writes dates.

use serde::Serialize;

use super::channel::ChannelView;
use super::promise::PromiseView;
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
    /// The clock of a page; none when nothing on it ticks.
    pub fn new<'c>(
        calendar: Option<usize>,
        channels: impl IntoIterator<Item = &'c ChannelView<'c>>,
        promises: &[PromiseView<'_>],
        reader: Reader<'a>,
    ) -> Option<Self> {
        let of_channels = channels.into_iter().filter_map(|channel| channel.calendar);
        let mut calendars: Vec<usize> = calendar.into_iter().chain(of_channels).collect();
        calendars.sort_unstable();
        calendars.dedup();
        let ticks = !calendars.is_empty() || promises.iter().any(|promise| promise.always);
        ticks.then(|| Self { formats: reader.words().formats(), calendars })
    }
}
