//! A page to read that stands elsewhere.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::list::Publish;
use super::published::Published;
use super::text::Text;
use super::uri;
use crate::model::{self, LocaleId};

/// A page to read; nothing is asked there.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct RelatedLink<'a> {
    /// What the page is called.
    pub name: Text<'a>,
    /// Where it is.
    pub url: Address<'a>,
}

/// An address outside the site: a group from language to address, as in `href`.
#[derive(Clone, Copy)]
pub struct Address<'a> {
    address: &'a model::Address,
    published: &'a Published<'a>,
}

impl<'a> Address<'a> {
    /// The address for readers of a language, as in `href`.
    pub fn href(self, locale: LocaleId) -> Cow<'a, str> {
        uri::web(self.address.get(locale))
    }

    /// The same of what may be a name in the company's chat; none for a name that the company makes no link of.
    pub fn link(self, locale: LocaleId) -> Option<Cow<'a, str>> {
        self.published.chat_link(self.address.get(locale))
    }

    /// The name in the company's chat, where it is one.
    pub fn name(self, locale: LocaleId) -> Option<&'a str> {
        Some(self.address.get(locale)).filter(|text| !is_web(text))
    }
}

impl<'a> Publish<'a, model::Address> for Address<'a> {
    fn publish(address: &'a model::Address, published: &'a Published<'a>) -> Self {
        Self { address, published }
    }
}

/// Names of chats hold no scheme.
fn is_web(text: &str) -> bool {
    text.contains(':')
}

impl<'a> Published<'a> {
    /// The address of a chat: as it is written, or made of its name as the company says.
    pub(super) fn chat_link<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        if is_web(text) {
            return Some(uri::web(text));
        }
        let chat = self.catalog().company.chat.as_ref()?;
        let (name, pattern) = match text.strip_prefix('@') {
            Some(name) => (name, &chat.person),
            None => (text.strip_prefix('#').unwrap_or(text), &chat.channel),
        };
        Some(uri::web(&pattern.as_deref()?.replace("{name}", &uri::query(name.trim()))).into_owned().into())
    }

    /// What the company's chat is called.
    pub fn chat_name(&'a self) -> Option<Text<'a>> {
        self.maybe(&self.catalog().company.chat.as_ref()?.name)
    }
}

impl std::fmt::Debug for Address<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.address.fmt(f)
    }
}

impl Serialize for Address<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let language = |locale| self.published.language(locale).tag();
        let links = self.address.versions().filter_map(|(locale, url)| Some((locale, self.published.chat_link(url)?)));
        serializer.collect_map(links.map(|(locale, url)| (language(locale), url)))
    }
}

impl JsonSchema for Address<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Address".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = BTreeMap::<String, String>::json_schema(generator);
        schema.insert("description".to_owned(), "An address by language; the first one is for all others.".into());
        schema
    }
}

impl<'a> Publish<'a, model::RelatedLink> for RelatedLink<'a> {
    fn publish(link: &'a model::RelatedLink, published: &'a Published<'a>) -> Self {
        Self { name: Text::publish(&link.name, published), url: Address::publish(&link.url, published) }
    }
}
