//! A way to reach somebody.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::hours::Hours;
use super::list::Publish;
use super::published::Published;
use super::reference::Ref;
use super::related_link::Address;
use super::text::Text;
use super::uri;
use crate::model::{self, ChannelTarget, LocaleId, PlaceId};

/// A way to reach somebody.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Channel<'a> {
    /// What it is.
    pub kind: ChannelKind,
    /// The address behind it, as in `href`; none for a place. Of several by language, that for the first language.
    pub link: Option<Cow<'a, str>>,
    /// The addresses by language, where they differ.
    pub links: Option<Address<'a>>,
    /// The number, the address or the name as people read it; none for what only a link makes sense of.
    pub shown: Option<&'a str>,
    /// Where to walk in, or where to write to, in words.
    pub address: Option<Text<'a>>,
    /// The place in which a desk stands, by id.
    pub place: Option<Ref<'a, PlaceId>>,
    /// Where in the place.
    pub at: Option<Text<'a>>,
    /// What it is called, if not by its kind.
    pub label: Option<Text<'a>>,
    /// What it is best for.
    #[serde(rename = "for")]
    pub best_for: Option<Text<'a>>,
    /// Its own hours; those of its service or team when there are none. A desk is open only while the doors of its
    /// place are, too.
    pub hours: Option<Hours<'a>>,
    /// Languages that are spoken there (BCP 47).
    pub languages: &'a [Box<str>],
    /// The urgency whose standard holds here.
    pub standard: Option<&'a str>,
    /// True for what cannot wait.
    pub urgent: bool,
    /// The subject that an email begins with.
    pub subject: Option<Text<'a>>,
    /// The text that an email begins with.
    pub body: Option<Text<'a>>,
}

/// The kinds of channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the format's key of the same name")]
pub enum ChannelKind {
    Form,
    Web,
    Email,
    Phone,
    Chat,
    Desk,
    Meeting,
    Booking,
    Post,
    Social,
    Emergency,
}

impl ChannelKind {
    /// The key that names it in the format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Web => "web",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Chat => "chat",
            Self::Desk => "desk",
            Self::Meeting => "meeting",
            Self::Booking => "booking",
            Self::Post => "post",
            Self::Social => "social",
            Self::Emergency => "emergency",
        }
    }
}

impl<'a> Channel<'a> {
    /// The address behind it with what is filled in for a reader of that language (RFC 6068).
    pub fn href(&self, locale: LocaleId) -> Option<Cow<'a, str>> {
        if let Some(address) = self.links {
            return address.link(locale);
        }
        let link = self.link.clone()?;
        let filled: Vec<String> = [("subject", self.subject), ("body", self.body)]
            .into_iter()
            .filter_map(|(key, text)| Some(format!("{key}={}", uri::query(&text?.str(locale)))))
            .collect();
        Some(if filled.is_empty() { link } else { format!("{link}?{}", filled.join("&")).into() })
    }
}

impl<'a> Channel<'a> {
    /// The number, the address or the name as readers of a language read it.
    pub fn shown_in(&self, locale: LocaleId) -> Option<&'a str> {
        match self.links {
            Some(address) if self.kind == ChannelKind::Chat => address.name(locale),
            _ => self.shown,
        }
    }
}

impl<'a> Publish<'a, model::Channel> for Channel<'a> {
    fn publish(channel: &'a model::Channel, published: &'a Published<'a>) -> Self {
        let text = |text: &'a model::Text| Text::publish(text, published);
        let web = |kind: ChannelKind, address: &'a model::Address| {
            let address = Address::publish(address, published);
            (kind, address.link(LocaleId::FIRST), address.name(LocaleId::FIRST), None)
        };
        let (kind, link, shown, address) = match &channel.target {
            ChannelTarget::Form(address) => web(ChannelKind::Form, address),
            ChannelTarget::Web(address) => web(ChannelKind::Web, address),
            ChannelTarget::Chat(address) => web(ChannelKind::Chat, address),
            ChannelTarget::Meeting(address) => web(ChannelKind::Meeting, address),
            ChannelTarget::Booking(address) => web(ChannelKind::Booking, address),
            ChannelTarget::Social(address) => web(ChannelKind::Social, address),
            ChannelTarget::Email { address, .. } => {
                (ChannelKind::Email, Some(uri::mail(address).into()), Some(&**address), None)
            }
            ChannelTarget::Phone(phone) => {
                (ChannelKind::Phone, Some(uri::tel(&phone.dialled()).into()), Some(phone.shown()), None)
            }
            ChannelTarget::Emergency(phone) => {
                (ChannelKind::Emergency, Some(uri::tel(&phone.dialled()).into()), Some(phone.shown()), None)
            }
            ChannelTarget::Desk(desk) => (ChannelKind::Desk, None, None, desk.text.as_ref().map(text)),
            ChannelTarget::Post(address) => (ChannelKind::Post, None, None, Some(text(address))),
        };
        let (subject, body) = match &channel.target {
            ChannelTarget::Email { subject, body, .. } => (published.rare(subject), published.rare(body)),
            _ => (None, None),
        };
        let (place, at) = match &channel.target {
            ChannelTarget::Desk(desk) => (published.maybe(&desk.place), published.maybe(&desk.at)),
            _ => (None, None),
        };
        let by_language = match &channel.target {
            ChannelTarget::Form(address)
            | ChannelTarget::Web(address)
            | ChannelTarget::Chat(address)
            | ChannelTarget::Meeting(address)
            | ChannelTarget::Booking(address)
            | ChannelTarget::Social(address) => Some(address).filter(|address| address.versions().count() > 1),
            _ => None,
        };
        Self {
            kind,
            link,
            links: by_language.map(|address| Address::publish(address, published)),
            shown,
            address,
            place,
            at,
            label: published.rare(&channel.label),
            best_for: published.maybe(&channel.best_for),
            hours: published.hours(&channel.calendar),
            languages: &channel.languages,
            standard: channel.standard.as_ref().map(|standard| &*standard.value),
            urgent: channel.urgent || kind == ChannelKind::Emergency,
            subject,
            body,
        }
    }
}

/// A phone number: as it is shown, in `catalog.json`.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(with = "String", inline)]
pub struct Phone<'a>(pub(super) &'a model::Phone);

impl<'a> Phone<'a> {
    /// As it is shown.
    pub fn shown(self) -> &'a str {
        self.0.shown()
    }

    /// The address that dials it (RFC 3966).
    pub fn href(self) -> String {
        uri::tel(&self.0.dialled())
    }
}

impl Serialize for Phone<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.shown())
    }
}
