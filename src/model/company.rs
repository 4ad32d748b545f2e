//! The company: what all entries share.

use chrono_tz::Tz;

use super::field::Field;
use super::id::ServiceId;
use super::interval::Interval;
use super::level::LevelRule;
use super::standard::Standard;
use super::text::Text;
use crate::clock::{Country, Hours, SpecialDay};
use crate::diagnostic::{FileId, Span, Spanned};
use crate::i18n::Locale;

/// The company and its site.
#[derive(Debug)]
pub struct Company {
    /// Its name.
    pub name: Text,
    /// What the site is for.
    pub summary: Option<Text>,
    /// The site's languages, at least one; the first is the default.
    pub locales: Vec<Spanned<Locale>>,
    /// The time zone where nothing else is said.
    pub zone: Tz,
    /// Whether the zone is written, and not merely taken to be UTC.
    pub names_zone: bool,
    /// Whose public holidays count where nothing else is said.
    pub country: Option<Country>,
    /// When the company works: the first of the hours that it shares by name.
    pub hours: Option<Hours>,
    /// Days on which the whole company is closed or closes early.
    pub special_days: Box<[SpecialDay]>,
    /// The names of all special days, by number, also of those of departments and teams.
    pub day_names: Box<[Text]>,
    /// Where the site will be published, with a slash at its end.
    pub base_url: Option<Box<str>>,
    /// Shared standards by name.
    pub standards: Vec<Standard>,
    /// Audiences.
    pub audiences: Vec<Audience>,
    /// The company's own customers.
    pub external_customer: Option<Audience>,
    /// How often entries are read through.
    pub review_every: Option<Interval>,
    /// How much of a person the site shows.
    pub privacy: Privacy,
    /// How much findings weigh here.
    pub levels: Vec<LevelRule>,
    /// Where readers tell that a page is wrong; holds `{service}`.
    pub feedback: Option<Box<str>>,
    /// Where staff send proposals; holds `{service}`.
    pub ideas: Option<Box<str>>,
    /// The file in which all this is written.
    pub file: FileId,
    /// Where the file of a page is changed; holds `{path}`.
    pub edit: Option<Box<str>>,
    /// Where its changes are shown; holds `{path}`.
    pub history: Option<Box<str>>,
    /// Where it chats.
    pub chat: Option<Chat>,
    /// Its own facts about its entries.
    pub fields: Box<[Field]>,
    /// Whether search engines may index the site.
    pub crawlers: bool,
    /// The services that stand first among the needs on the first page, where they are written.
    pub home: Vec<Spanned<ServiceId>>,
    /// Words of the house.
    pub glossary: Vec<Term>,
}

/// Where the company chats, and how names there become links.
#[derive(Debug)]
pub struct Chat {
    /// What the chat is called.
    pub name: Option<Text>,
    /// The address of a channel; holds `{name}`.
    pub channel: Option<Box<str>>,
    /// The address of a person; holds `{name}`.
    pub person: Option<Box<str>>,
}

/// A group that services and journeys speak to.
#[derive(Debug)]
pub struct Audience {
    /// Its id; empty for the external customer.
    pub slug: Box<str>,
    /// Where it is written.
    pub span: Span,
    /// What it is called.
    pub name: Text,
    /// Who belongs to it.
    pub summary: Option<Text>,
}

/// A word of the house and what it means.
#[derive(Debug)]
pub struct Term {
    /// The word.
    pub term: Text,
    /// What it means.
    pub meaning: Text,
}

/// How much of a person the site shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Privacy {
    /// Everything that is known.
    Full,
    /// Name and title.
    Names,
    /// The role alone.
    Roles,
}
