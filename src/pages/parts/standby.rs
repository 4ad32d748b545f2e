//! Who answers while the desk is closed: a way for what cannot wait, open day and night.

use std::borrow::Cow;

use serde::Serialize;

use super::promise::PromiseView;
use crate::publish::{CalendarId, Channel, ChannelKind, Service};
use crate::site::reader::Reader;

/// Who answers while the desk is closed.
#[derive(Debug, Serialize)]
pub struct StandbyView<'a> {
    /// "Emergency line: open now"
    pub told: Cow<'a, str>,
    /// What is promised there.
    pub promise: Option<PromiseView<'a>>,
}

impl<'a> StandbyView<'a> {
    /// The way for what cannot wait that is always open, where the `usual` hours are not; of several the one with a
    /// promise of the service.
    pub(crate) fn new(
        channels: impl IntoIterator<Item = Channel<'a>>,
        usual: Option<CalendarId>,
        service: Option<&Service<'a>>,
        reader: Reader<'a>,
    ) -> Option<Self> {
        let always = |calendar: CalendarId| reader.edition.hours(reader.locale(), calendar).is_always;
        if usual.is_none_or(always) {
            return None;
        }
        let is_open = |channel: &Channel<'a>| match channel.hours {
            Some(own) => (channel.urgent || channel.kind == ChannelKind::Emergency) && always(own.calendar),
            // An emergency number is answered at any time unless its hours say otherwise.
            None => channel.kind == ChannelKind::Emergency,
        };
        let open: Vec<Channel<'a>> = channels.into_iter().filter(is_open).collect();
        let promised = open.iter().find(|channel| channel.standard.is_some());
        let way = promised.or(open.first())?;
        let told = if way.kind == ChannelKind::Emergency { "hours.emergency_open" } else { "hours.urgent_open" };
        let standard = way.standard.and_then(|urgency| service?.standard(urgency));
        Some(Self { told: reader.words().text(told), promise: PromiseView::all(standard, reader).pop() })
    }
}
