//! Ways to reach somebody, as links that work.

use std::borrow::Cow;

use serde::Serialize;

use crate::clock::Turnaround;
use crate::pages::parts::address::AddressView;
use crate::publish::{CalendarId, Channel, ChannelKind, Person, Service, Standard, uri};
use crate::site::address::shown;
use crate::site::clock::Ticks;
use crate::site::phrase::{Fact, Link, Phrase};
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
    /// The same without its number, where it has one: "Call".
    pub label: Phrase<'a>,
    /// The number.
    pub number: Option<String>,
    /// The desk or mailbox, where the name does not say it: a list on the wall must.
    pub address: Option<AddressView<'a>>,
    /// Where the page of its place is.
    pub place: Option<String>,
    /// What it is best for, when somebody answers, in which languages.
    pub facts: Vec<Fact<'a>>,
    /// What is promised here to whoever asks while somebody answers.
    pub promise: Option<Fact<'a>>,
    /// True for what cannot wait.
    pub urgent: bool,
    /// The number of its calendar, where somebody has to be there to answer.
    pub calendar: Option<usize>,
    /// True where these are the usual hours, which the page tells elsewhere: it only says when nobody answers.
    pub quiet: bool,
    /// True where others of its kind stand beside it, from which only its name tells it.
    pub named: bool,
}

/// Where nobody answers while the desk is closed; what is written waits.
const ANSWERED: [ChannelKind; 4] = [ChannelKind::Phone, ChannelKind::Chat, ChannelKind::Desk, ChannelKind::Meeting];

impl<'a> ChannelView<'a> {
    /// Channels, best first. `usual` are the hours that are told elsewhere on the page.
    pub fn all(
        channels: impl IntoIterator<Item = Channel<'a>>,
        usual: Option<CalendarId>,
        reader: Reader<'a>,
    ) -> Vec<Self> {
        channels.into_iter().map(|channel| Self::new(&channel, usual, reader)).collect()
    }

    /// A person's own phone, address and chat.
    pub fn of_person(person: &Person<'a>, reader: Reader<'a>) -> Vec<Self> {
        let words = reader.words();
        let channel = |kind: &'static str, href, name, number| Self {
            kind,
            href,
            name: Phrase::own(name),
            label: does(kind, reader),
            number,
            address: None,
            place: None,
            facts: Vec::new(),
            promise: None,
            urgent: false,
            calendar: None,
            quiet: false,
            named: false,
        };
        let phone = person.phone.map(|phone| {
            let name = words.format("channel.call_number", &[("number", &shown(phone.shown()))]);
            channel("phone", Some(phone.href()), name, Some(shown(phone.shown())))
        });
        let email = person.email.map(|address| {
            channel("email", Some(uri::mail(address)), words.format("channel.write_to", &[("address", address)]), None)
        });
        let chat = person.chat.as_ref().map(|chat| {
            let name = chat.name.map_or_else(|| does("chat_person", reader), |name| chat_name(name, reader));
            channel("chat", chat.link.as_deref().map(str::to_owned), name.text.into_owned(), None)
        });
        phone.into_iter().chain(email).chain(chat).collect()
    }

    /// The same for a person who is at work within these hours.
    pub fn of_person_within(person: &Person<'a>, hours: Option<CalendarId>, reader: Reader<'a>) -> Vec<Self> {
        let hours = hours.filter(|hours| !reader.edition.hours(reader.locale(), *hours).is_always);
        let is_answered = |kind: &str| ANSWERED.iter().any(|answered| answered.word() == kind);
        let mut channels = Self::of_person(person, reader);
        for channel in channels.iter_mut().filter(|channel| is_answered(channel.kind)) {
            channel.calendar = hours.map(CalendarId::index);
            channel.quiet = true;
        }
        channels
    }

    /// The same as a short fact: "Walk in: Main building".
    pub fn fact(self) -> Fact<'a> {
        match self.address.and_then(AddressView::fact) {
            Some(fact) if self.href.is_none() => Fact { label: Some(self.name.text), ..fact },
            _ => Fact::link(Link { href: self.href, name: self.name }),
        }
    }

    /// The channels of a service, each with the promise that holds there where it names another than the first,
    /// which stands above them all.
    pub fn of_service(service: &Service<'a>, reader: Reader<'a>) -> Vec<Self> {
        let usual = service.hours.map(|hours| hours.calendar);
        let is_always = |hours: CalendarId| reader.edition.hours(reader.locale(), hours).is_always;
        let main = service.standards.iter().find(Standard::promises).map(|standard| standard.urgency);
        let view = |channel: Channel<'a>| {
            let mut view = Self::new(&channel, usual, reader);
            let standard = channel.standard.and_then(|urgency| service.standard(urgency));
            if view.quiet && standard.is_some_and(|standard| standard.is_always()) {
                view.calendar = None;
            }
            let standard = standard.filter(|standard| Some(standard.urgency) != main);
            let outlasts = |own: CalendarId| usual.is_some_and(|usual| !reader.opens_within(own, usual));
            // An answer that is not counted while the line is open is not said to come soon after the call.
            let is_elsewhere = match channel.hours {
                Some(own) => !view.quiet && outlasts(own.calendar),
                None => channel.kind == ChannelKind::Emergency && usual.is_some_and(|usual| !is_always(usual)),
            };
            view.promise = standard.and_then(|standard| promised(&standard, is_elsewhere, reader));
            view
        };
        service.channels.iter().map(view).collect()
    }

    /// The view of a channel.
    pub fn new(channel: &Channel<'a>, usual: Option<CalendarId>, reader: Reader<'a>) -> Self {
        let mut facts: Vec<Fact<'a>> = Vec::new();
        facts.extend(reader.maybe(channel.best_for).map(Fact::phrase));
        let differs = |own: &CalendarId| !usual.is_some_and(|usual| reader.opens_alike(*own, usual));
        let own = channel.hours.map(|hours| hours.calendar).filter(differs);
        let hours = own.map(|calendar| reader.edition.hours(reader.locale(), calendar));
        let around = usual.map(|calendar| reader.edition.hours(reader.locale(), calendar));
        facts.extend(hours.map(|hours| Fact::words(hours.line_beside(around, reader.words()))));
        if channel.kind == ChannelKind::Emergency && channel.hours.is_none() {
            facts.push(Fact::words(reader.words().text("hours.open_always").into_owned()));
        }
        if !channel.languages.is_empty() {
            let names: Vec<String> =
                reader.languages(channel.languages).into_iter().map(|name| name.text.into_owned()).collect();
            facts.push(Fact::words(names.join(", ")));
        }
        let always = |calendar: &CalendarId| reader.edition.hours(reader.locale(), *calendar).is_always;
        // What is open day and night is not said to be open now.
        let calendar = own.or(usual).filter(|calendar| !always(calendar));
        let quiet = own.is_none();
        // Whoever cannot wait has to know whether somebody looks at what they write.
        let presses = channel.urgent || channel.standard == Some("urgent");
        let is_answered = match channel.kind {
            ChannelKind::Emergency => !quiet,
            ChannelKind::Post => false,
            kind => presses || ANSWERED.contains(&kind),
        };
        let address = AddressView::new(channel, reader);
        Self {
            kind: channel.kind.word(),
            href: channel.href(reader.locale()).map(Cow::into_owned),
            name: name(channel, reader),
            label: own_name(channel, reader),
            number: number(channel),
            place: address.as_ref().and_then(AddressView::href).map(str::to_owned),
            address,
            facts,
            promise: None,
            urgent: channel.urgent,
            calendar: calendar.filter(|_| is_answered).map(CalendarId::index),
            quiet,
            named: false,
        }
    }
}

/// What ticks of a page with these hours and channels.
pub(crate) fn ticks<'c>(calendar: Option<usize>, channels: impl IntoIterator<Item = &'c ChannelView<'c>>) -> Ticks {
    let of_channels = channels.into_iter().filter_map(|channel| channel.calendar);
    Ticks { calendars: calendar.into_iter().chain(of_channels).collect(), always: false }
}

/// When the answer comes where a standard holds; `is_elsewhere` where the channel is open when the service's clock
/// stands.
fn promised<'a>(standard: &Standard<'a>, is_elsewhere: bool, reader: Reader<'a>) -> Option<Fact<'a>> {
    let words = reader.words();
    let within = |time: Turnaround| match reader.within(time, standard.is_always()) {
        within if is_elsewhere && !standard.is_always() => words.format("channel.in_hours", &[("within", &within)]),
        within => within,
    };
    if let Some(time) = standard.first_response {
        return Some(Fact::labelled(words.text("channel.promise"), Phrase::own(within(*time))));
    }
    let within = within(*standard.resolution?);
    Some(Fact::words(words.format("promise.done", &[("within", &within)])))
}

/// What a channel is called: by its author's words, else by what one does there. A number always shows.
fn name<'a>(channel: &Channel<'a>, reader: Reader<'a>) -> Phrase<'a> {
    let words = reader.words();
    match (channel.kind, number(channel)) {
        (ChannelKind::Phone | ChannelKind::Emergency, Some(number)) if channel.label.is_none() => {
            Phrase::own(words.format("channel.call_number", &[("number", &number)]))
        }
        (_, Some(number)) => {
            let phrase = own_name(channel, reader);
            Phrase { text: format!("{}: {number}", phrase.text).into(), ..phrase }
        }
        (ChannelKind::Email, None) if channel.label.is_none() => match channel.shown {
            Some(address) => Phrase::own(words.format("channel.write_to", &[("address", address)])),
            None => own_name(channel, reader),
        },
        (ChannelKind::Chat, None) => match (channel.label, channel.shown_in(reader.locale())) {
            (Some(label), Some(name)) => {
                let phrase = reader.phrase(label);
                Phrase { text: format!("{}: {name}", phrase.text).into(), ..phrase }
            }
            (None, Some(name)) => chat_name(name, reader),
            _ => own_name(channel, reader),
        },
        _ => own_name(channel, reader),
    }
}

/// A name in the company's chat, behind what the chat is called: "Teams: #it-help".
fn chat_name<'a>(name: &str, reader: Reader<'a>) -> Phrase<'a> {
    let chat = reader.published().chat_name().map_or_else(|| does("chat", reader), |chat| reader.name(chat));
    Phrase { text: format!("{}: {name}", chat.text).into(), ..chat }
}

/// What its author calls a channel, or what one does there.
pub(crate) fn own_name<'a>(channel: &Channel<'a>, reader: Reader<'a>) -> Phrase<'a> {
    channel.label.map_or_else(|| does(channel.kind.word(), reader), |label| reader.phrase(label))
}

/// What one does at a channel of a kind.
fn does<'a>(kind: &str, reader: Reader<'a>) -> Phrase<'a> {
    Phrase::own(reader.words().text(&format!("channel.do.{kind}")))
}

/// The number of a phone, as it is shown.
fn number(channel: &Channel<'_>) -> Option<String> {
    let is_phone = matches!(channel.kind, ChannelKind::Phone | ChannelKind::Emergency);
    channel.shown.filter(|_| is_phone).map(shown)
}
