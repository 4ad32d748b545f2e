//! Where one walks in: the desk's own words, its place, where in the place.

use serde::{Serialize, Serializer};

use crate::markdown::Html;
use crate::publish::{Channel, ChannelKind};
use crate::site::phrase::{Fact, Link, Phrase, html};
use crate::site::reader::Reader;

/// The words of an address in their order; the name of a place leads to its page.
#[derive(Clone, Debug)]
pub struct AddressView<'a> {
    parts: Vec<Link<'a>>,
}

impl<'a> AddressView<'a> {
    /// Where a channel is, unless its name or its link says it.
    pub(crate) fn new(channel: &Channel<'a>, reader: Reader<'a>) -> Option<Self> {
        let word = |phrase: Phrase<'a>| Link::nowhere(phrase);
        let place = channel.place.map(|place| reader.place(place.key));
        // What is called like its place is not said twice.
        let own = reader.maybe(channel.address);
        let own = own.filter(|own| place.as_ref().is_none_or(|place| place.name.text != own.text));
        let mailbox = channel.shown.filter(|_| channel.kind == ChannelKind::Email && channel.label.is_some());
        let parts: Vec<Link<'a>> = (own.map(word).into_iter())
            .chain(place)
            .chain(reader.maybe(channel.at).map(word))
            .chain(mailbox.map(|address| word(Phrase::own(address))))
            .collect();
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// The address of its place's page.
    pub(crate) fn href(&self) -> Option<&str> {
        self.parts.iter().find_map(|part| part.href.as_deref())
    }

    /// The same as a fact, with a link.
    pub(crate) fn fact(self) -> Option<Fact<'a>> {
        let mut parts = self.parts.into_iter();
        Some(Fact { more: Vec::new(), ..Fact::link(parts.next()?) }).map(|fact| Fact { more: parts.collect(), ..fact })
    }

    /// The words without a link, for what is a link as a whole.
    fn words(&self) -> Html {
        html(|markup| {
            for (index, part) in self.parts.iter().enumerate() {
                if index > 0 {
                    markup.text(", ");
                }
                part.name.push(markup);
            }
        })
    }
}

impl Serialize for AddressView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.words().serialize(serializer)
    }
}
