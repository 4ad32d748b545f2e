//! Entries that name each other: by their ids, which are also the addresses of their pages.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::list::Publish;
use super::published::Published;
use super::text::Text;
use crate::diagnostic::Spanned;
use crate::model::{
    ArticleId, AudienceId, Catalog, DepartmentId, EntryId, JourneyId, Meaning, PersonId, PlaceId, Privacy, ServiceId,
    TeamId,
};

/// An entry that another one names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ref<'a, I> {
    /// Its number in the catalog, to look it up by.
    pub key: I,
    /// Its id.
    pub id: &'a str,
}

impl<I> Serialize for Ref<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<I> JsonSchema for Ref<'_, I> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A number by which entries of a kind are looked up.
pub trait Key: Copy {
    /// The id of the entry.
    fn id(self, catalog: &Catalog) -> &str;
}

macro_rules! keys {
    ($($key:ident, $one:ident;)*) => {$(
        impl Key for $key {
            fn id(self, catalog: &Catalog) -> &str {
                &catalog.$one(self).slug
            }
        }
    )*};
}

keys! {
    ServiceId, service;
    TeamId, team;
    DepartmentId, department;
    PersonId, person;
    ArticleId, article;
    JourneyId, journey;
    PlaceId, place;
    AudienceId, audience;
}

impl<'a, I: Key> Publish<'a, I> for Ref<'a, I> {
    fn publish(key: &'a I, published: &'a Published<'a>) -> Self {
        published.reference(*key)
    }
}

impl<'a, I: Key> Publish<'a, Spanned<I>> for Ref<'a, I> {
    fn publish(key: &'a Spanned<I>, published: &'a Published<'a>) -> Self {
        published.reference(key.value)
    }
}

/// Where a link in an author's Markdown leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget<'t> {
    /// To an entry's page, and perhaps to a heading on it.
    Entry(EntryId, Option<&'t str>),
    /// To an entry that does not exist, or has no page: its words stay.
    Nowhere,
    /// To something else than an entry: a web address, a heading of the same text, nothing that may be linked to.
    Outside,
}

impl<'a> Published<'a> {
    /// The id of an entry.
    pub fn id<I: Key>(&self, key: I) -> &'a str {
        key.id(self.catalog())
    }

    /// An entry, to be named.
    pub fn reference<I: Key>(&self, key: I) -> Ref<'a, I> {
        Ref { key, id: key.id(self.catalog()) }
    }

    /// The text on an entry's page whose headings a link can name.
    pub fn text_of(&'a self, entry: EntryId) -> Option<Text<'a>> {
        self.catalog().entry(entry).headed().map(|text| Text::publish(text, self))
    }

    /// Where a link in an author's Markdown leads. Whoever must not be named has no page: the link leads to the team.
    pub fn target<'t>(&self, written: &'t str) -> LinkTarget<'t> {
        match self.references().meaning(written) {
            Meaning::Entry(EntryId::Person(id), heading) if self.privacy() == Privacy::Roles => {
                self.home_of(id).map_or(LinkTarget::Nowhere, |entry| LinkTarget::Entry(entry, heading))
            }
            Meaning::Entry(entry, heading) => LinkTarget::Entry(entry, heading),
            Meaning::Unknown { .. } => LinkTarget::Nowhere,
            Meaning::Other => LinkTarget::Outside,
        }
    }
}
