//! Ways to reach somebody, as links that work.

use serde::Serialize;

use crate::markdown::Html;
use crate::model::{CalendarId, Channel, Person, ServiceId, Standard, Target};
use crate::site::address::{escaped, escaped_address, shown, web_address};
use crate::site::clock::Ticks;
use crate::site::phrase::{Fact, Link, Phrase, html};
use crate::site::reader::Reader;

/// A way to reach somebody.
#[derive(Debug, Serialize)]
pub struct ChannelView<'a> {
    /// The key that names its kind.
    pub kind: &'static str,
    /// Where it leads; none for a desk or a postal address.
    pub href: Option<String>,
    /// What one does there: "Call +358 9 123".
    pub name: Phrase<'a>,
    /// The place or mailbox, where the name does not say it: a list on the wall must.
    pub address: Option<Phrase<'a>>,
    /// What it is best for, when somebody answers, in which languages.
    pub facts: Vec<Fact<'a>>,
    /// True for what cannot wait.
    pub urgent: bool,
    /// The number of its calendar, where its hours are not the usual ones.
    pub calendar: Option<usize>,
}

impl<'a> ChannelView<'a> {
    /// Channels, best first. `usual` are the hours that are told elsewhere on the page.
    pub fn all(channels: &'a [Channel], usual: Option<CalendarId>, reader: Reader<'a>) -> Vec<Self> {
        channels.iter().map(|channel| Self::new(channel, usual, reader)).collect()
    }

    /// A person's own phone and address.
    pub fn of_person(person: &'a Person, reader: Reader<'a>) -> Vec<Self> {
        let words = reader.words();
        let channel = |kind, href, name| Self {
            kind,
            href: Some(href),
            name: Phrase::own(name),
            address: None,
            facts: Vec::new(),
            urgent: false,
            calendar: None,
        };
        let phone = person.phone.as_ref().map(|phone| {
            channel(
                "phone",
                format!("tel:{}", phone.dialled()),
                words.format("channel.call_number", &[("number", &shown(phone.shown()))]),
            )
        });
        let email = person.email.as_ref().map(|address| {
            channel(
                "email",
                format!("mailto:{}", escaped_address(address)),
                words.format("channel.write_to", &[("address", address)]),
            )
        });
        phone.into_iter().chain(email).collect()
    }

    /// The same for a list on the wall: "Write to the gate: gate@acme.example".
    pub fn contact(self) -> Html {
        html(|markup| {
            Link { href: self.href, name: self.name }.push(markup);
            if let Some(address) = &self.address {
                markup.text(": ");
                address.push(markup);
            }
        })
    }

    /// The same as a short fact: "Walk in: Main building".
    pub fn fact(self) -> Fact<'a> {
        match self.address {
            Some(address) if self.href.is_none() => Fact::labelled(self.name.text, address),
            _ => Fact::link(Link { href: self.href, name: self.name }),
        }
    }

    /// The channels of a service, each with the promise that holds there where it names one.
    pub fn of_service(id: ServiceId, reader: Reader<'a>) -> Vec<Self> {
        let catalog = reader.catalog();
        let service = catalog.service(id);
        let channels = catalog.channels_of(id);
        let mut views = Self::all(channels, service.calendar, reader);
        for (view, channel) in views.iter_mut().zip(channels) {
            let standard = channel.standard.as_ref().and_then(|urgency| service.standard(&urgency.value));
            view.facts.extend(standard.and_then(|standard| promised(standard, reader)));
        }
        views
    }

    fn new(channel: &'a Channel, usual: Option<CalendarId>, reader: Reader<'a>) -> Self {
        let mut facts: Vec<Fact<'a>> = Vec::new();
        facts.extend(reader.maybe(&channel.best_for).map(Fact::phrase));
        let own = channel.calendar.filter(|own| Some(*own) != usual);
        if let Some(calendar) = own {
            facts.push(Fact::words(reader.edition.hours(reader.locale(), calendar).line.as_str()));
        }
        if !channel.languages.is_empty() {
            let names: Vec<String> =
                reader.languages(&channel.languages).into_iter().map(|name| name.text.into_owned()).collect();
            facts.push(Fact::words(names.join(", ")));
        }
        Self {
            kind: channel.target.kind(),
            href: href(&channel.target, reader),
            name: name(channel, reader),
            address: address(channel, reader),
            facts,
            urgent: channel.urgent || matches!(channel.target, Target::Emergency(_)),
            calendar: own.map(CalendarId::index),
        }
    }
}

/// What ticks of a page with these hours and channels.
pub(crate) fn ticks<'c>(calendar: Option<usize>, channels: impl IntoIterator<Item = &'c ChannelView<'c>>) -> Ticks {
    let of_channels = channels.into_iter().filter_map(|channel| channel.calendar);
    Ticks { calendars: calendar.into_iter().chain(of_channels).collect(), always: false }
}

/// When the answer comes where a standard holds.
fn promised<'a>(standard: &Standard, reader: Reader<'a>) -> Option<Fact<'a>> {
    let words = reader.words();
    if let Some(time) = &standard.first_response {
        let within = words.within(reader.span(time.value, standard.always));
        return Some(Fact::labelled(words.text("channel.promise"), Phrase::own(within)));
    }
    let within = words.within(reader.span(standard.resolution.as_ref()?.value, standard.always));
    Some(Fact::words(words.format("promise.done", &[("within", &within)])))
}

/// What a channel is called: by its author's words, else by what one does there. A number always shows.
fn name<'a>(channel: &'a Channel, reader: Reader<'a>) -> Phrase<'a> {
    let words = reader.words();
    let own = || match &channel.label {
        Some(label) => reader.phrase(label),
        None => Phrase::own(words.text(&format!("channel.do.{}", channel.target.kind()))),
    };
    match &channel.target {
        Target::Phone(phone) if channel.label.is_none() => {
            Phrase::own(words.format("channel.call_number", &[("number", &shown(phone.shown()))]))
        }
        Target::Phone(phone) | Target::Emergency(phone) => {
            let phrase = own();
            Phrase { text: format!("{}: {}", phrase.text, shown(phone.shown())).into(), ..phrase }
        }
        Target::Email { address, .. } if channel.label.is_none() => {
            Phrase::own(words.format("channel.write_to", &[("address", address)]))
        }
        _ => own(),
    }
}

/// Where a channel is, unless its name or its link says it.
fn address<'a>(channel: &'a Channel, reader: Reader<'a>) -> Option<Phrase<'a>> {
    match &channel.target {
        Target::Desk(place) | Target::Post(place) => Some(reader.phrase(place)),
        Target::Email { address, .. } => channel.label.as_ref().map(|_| Phrase::own(&**address)),
        _ => None,
    }
}

/// The address behind a channel (RFC 3966 for phones, RFC 6068 for email).
pub(crate) fn href(target: &Target, reader: Reader<'_>) -> Option<String> {
    match target {
        Target::Form(url) | Target::Chat(url) | Target::Booking(url) | Target::Social(url) => Some(web_address(url)),
        Target::Phone(phone) | Target::Emergency(phone) => Some(format!("tel:{}", phone.dialled())),
        Target::Email { address, subject, body } => {
            let filled: Vec<String> = [("subject", subject), ("body", body)]
                .into_iter()
                .filter_map(|(key, text)| Some(format!("{key}={}", escaped(text.as_ref()?.str(reader.locale())))))
                .collect();
            let query = if filled.is_empty() { String::new() } else { format!("?{}", filled.join("&")) };
            Some(format!("mailto:{}{query}", escaped_address(address)))
        }
        Target::Desk(_) | Target::Post(_) => None,
    }
}
