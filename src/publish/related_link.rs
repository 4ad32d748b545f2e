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
}

impl std::fmt::Debug for Address<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.address.fmt(f)
    }
}

impl Serialize for Address<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let language = |locale| self.published.language(locale).tag();
        serializer.collect_map(self.address.versions().map(|(locale, url)| (language(locale), uri::web(url))))
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
        Self { name: Text::publish(&link.name, published), url: Address { address: &link.url, published } }
    }
}
