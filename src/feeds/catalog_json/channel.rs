//! A way to reach somebody.

use serde::Serialize;

use super::calendar::HoursEntry;
use super::export::Export;
use super::texts::Texts;
use crate::model::{Channel, Target};
use crate::site::address::escaped_address;

/// A way to reach somebody.
#[derive(Serialize)]
pub(super) struct ChannelEntry<'a> {
    kind: &'static str,
    /// The address behind it, as in `href`; none for a place.
    link: Option<String>,
    /// The number or address as people read it; none for what only a link makes sense of.
    shown: Option<&'a str>,
    /// Where to walk in, or where to write to.
    place: Option<Texts<'a>>,
    label: Option<Texts<'a>>,
    #[serde(rename = "for")]
    best_for: Option<Texts<'a>>,
    /// Its own hours; those of its service or team when there are none.
    hours: Option<HoursEntry<'a>>,
    languages: &'a [Box<str>],
    standard: Option<&'a str>,
    urgent: bool,
    subject: Option<Texts<'a>>,
    body: Option<Texts<'a>>,
}

impl<'a> ChannelEntry<'a> {
    /// Channels, best first.
    pub(super) fn all(channels: &'a [Channel], export: Export<'a>) -> Vec<Self> {
        channels.iter().map(|channel| Self::new(channel, export)).collect()
    }

    fn new(channel: &'a Channel, export: Export<'a>) -> Self {
        let (link, shown, place) = match &channel.target {
            Target::Form(url) | Target::Chat(url) | Target::Booking(url) | Target::Social(url) => {
                (Some(url.to_string()), None, None)
            }
            Target::Email { address, .. } => {
                (Some(format!("mailto:{}", escaped_address(address))), Some(&**address), None)
            }
            Target::Phone(phone) | Target::Emergency(phone) => {
                (Some(format!("tel:{}", phone.dialled())), Some(phone.shown()), None)
            }
            Target::Desk(place) | Target::Post(place) => (None, None, Some(export.texts(place))),
        };
        let (subject, body) = match &channel.target {
            Target::Email { subject, body, .. } => (export.maybe(subject), export.maybe(body)),
            _ => (None, None),
        };
        Self {
            kind: channel.target.kind(),
            link,
            shown,
            place,
            label: export.maybe(&channel.label),
            best_for: export.maybe(&channel.best_for),
            hours: export.hours(channel.calendar),
            languages: &channel.languages,
            standard: channel.standard.as_ref().map(|standard| &*standard.value),
            urgent: channel.urgent || matches!(channel.target, Target::Emergency(_)),
            subject,
            body,
        }
    }
}
