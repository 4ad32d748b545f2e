//! The company, its audiences and its words.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::address::Pages;
use super::field::Field;
use super::list::{List, Publish};
use super::published::Published;
use super::reference::Ref;
use super::special_day::SpecialDay;
use super::standard::Standard;
use super::text::Text;
use super::value::Spelled;
use crate::clock;
use crate::diagnostic::Spanned;
use crate::i18n::Locale;
use crate::model::{self, AudienceId, Interval, Privacy, ServiceId};

/// The company and its site.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Company<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// What the site is for.
    pub summary: Option<Text<'a>>,
    /// The site's languages (BCP 47); the first is the default.
    pub locales: List<'a, Spanned<Locale>, Tag<'a>>,
    /// The time zone where nothing else is said (IANA).
    pub time_zone: &'static str,
    /// Whose public holidays count where nothing else is said (ISO 3166).
    pub country: Option<&'static str>,
    /// The part of it, where one is meant (ISO 3166-2).
    pub subdivision: Option<&'a str>,
    /// Days on which the whole company is closed or closes early.
    pub special_days: List<'a, clock::SpecialDay, SpecialDay<'a>>,
    /// Where the site is published, ending in a slash.
    pub base_url: Option<&'a str>,
    /// How often entries are read through.
    pub review_every: Option<Spelled<Interval>>,
    /// How much of a person the site and this file show.
    pub privacy: Privacy,
    /// Where readers tell that a page is wrong; `{service}` stands for a service's id.
    pub feedback: Option<&'a str>,
    /// Where staff send proposals; `{service}` stands for a service's id.
    pub ideas: Option<&'a str>,
    /// The services that stand first among the needs on the first page, by id.
    pub home: List<'a, Spanned<ServiceId>, Ref<'a, ServiceId>>,
    /// Where the file of a page is changed; `{path}` stands for its path in the catalog.
    pub edit: Option<&'a str>,
    /// Where its changes are shown; `{path}` stands for its path in the catalog.
    pub history: Option<&'a str>,
    /// Where it chats.
    pub chat: Option<Chat<'a>>,
    /// The company's own facts about its entries.
    pub fields: List<'a, model::Field, Field<'a>>,
    /// The company's own customers.
    pub external_customer: Option<Audience<'a>>,
    /// The site's first pages.
    pub pages: Pages<'a>,
}

/// Where the company chats.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Chat<'a> {
    /// What the chat is called.
    pub name: Option<Text<'a>>,
    /// The address of a channel; `{name}` stands for the channel's name.
    pub channel: Option<&'a str>,
    /// The address of a person; `{name}` stands for the person's name there.
    pub person: Option<&'a str>,
}

impl<'a> Publish<'a, model::Chat> for Chat<'a> {
    fn publish(chat: &'a model::Chat, published: &'a Published<'a>) -> Self {
        Self { name: published.maybe(&chat.name), channel: chat.channel.as_deref(), person: chat.person.as_deref() }
    }
}

/// A language, by its tag.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a>(pub &'a Locale);

impl<'a> Publish<'a, Spanned<Locale>> for Tag<'a> {
    fn publish(locale: &'a Spanned<Locale>, _: &'a Published<'a>) -> Self {
        Self(&locale.value)
    }
}

impl Serialize for Tag<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.tag())
    }
}

impl JsonSchema for Tag<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Tag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A group that services and journeys speak to.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Audience<'a> {
    /// Its number, to look it up by; none for the external customer.
    #[serde(skip)]
    pub key: Option<AudienceId>,
    /// Its id; none for the external customer.
    pub id: Option<&'a str>,
    /// What it is called.
    pub name: Text<'a>,
    /// Who belongs to it.
    pub summary: Option<Text<'a>>,
    /// Its pages; none for the external customer.
    pub pages: Option<Pages<'a>>,
}

impl<'a> Publish<'a, model::Audience> for Audience<'a> {
    fn publish(audience: &'a model::Audience, published: &'a Published<'a>) -> Self {
        let mut places = published.catalog().company.audiences.iter();
        let key = places.position(|other| other.slug == audience.slug).map(AudienceId::from);
        Self {
            key,
            id: key.map(|_| &*audience.slug),
            name: published.text(&audience.name),
            summary: published.maybe(&audience.summary),
            pages: key.map(|key| Pages::of_audience(key, published)),
        }
    }
}

/// A word of the house.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Term<'a> {
    /// The word.
    pub term: Text<'a>,
    /// What it means.
    pub meaning: Text<'a>,
}

impl<'a> Publish<'a, model::Term> for Term<'a> {
    fn publish(term: &'a model::Term, published: &'a Published<'a>) -> Self {
        Self { term: published.text(&term.term), meaning: published.text(&term.meaning) }
    }
}

impl<'a> Published<'a> {
    /// The company.
    pub fn company(&'a self) -> Company<'a> {
        let company = &self.catalog().company;
        Company {
            name: self.text(&company.name),
            summary: self.maybe(&company.summary),
            locales: self.list(&company.locales),
            time_zone: company.zone.name(),
            country: company.country.map(|country| country.code()),
            subdivision: company.country.as_ref().and_then(|country| Some(country.subdivision()?.code())),
            special_days: self.list(&company.special_days),
            base_url: self.base_url,
            review_every: company.review_every.map(Spelled),
            privacy: self.privacy(),
            feedback: company.feedback.as_deref(),
            ideas: company.ideas.as_deref(),
            edit: company.edit.as_deref(),
            history: company.history.as_deref(),
            chat: self.maybe(&company.chat),
            home: self.list(&company.home),
            fields: self.list(&company.fields),
            external_customer: self.maybe(&company.external_customer),
            pages: Pages::home(self),
        }
    }

    /// Whether search engines may index the site.
    pub fn allows_crawlers(&self) -> bool {
        self.catalog().company.crawlers
    }

    /// Standards that departments share.
    pub fn standards(&'a self) -> List<'a, model::Standard, Standard<'a>> {
        self.list(&self.catalog().company.standards)
    }

    /// An audience.
    pub fn audience(&'a self, key: AudienceId) -> Audience<'a> {
        Audience::publish(self.catalog().audience(key), self)
    }

    /// The audiences, in the company's order: their numbers count from 0.
    pub fn audiences(&'a self) -> List<'a, model::Audience, Audience<'a>> {
        self.list(&self.catalog().company.audiences)
    }

    /// Words of the house.
    pub fn glossary(&'a self) -> List<'a, model::Term, Term<'a>> {
        self.list(&self.catalog().company.glossary)
    }
}
