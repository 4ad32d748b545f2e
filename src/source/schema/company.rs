//! `catalog.yaml`: the company, the site and what departments share.

use schemars::JsonSchema;
use serde::Deserialize;

use super::field::FieldDoc;
use super::level::LevelsDoc;
use super::special_day::{ClosedDayDoc, ShortDayDoc};
use super::standard::StandardDoc;
use super::text::{Keyed, Shorthand, Str, TextDoc};
use crate::diagnostic::Spanned;

/// The company, the site and what departments share.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "the company: keys such as `name` and `locales`")]
#[schemars(title = "Company", extend("required" = ["name"]))]
pub struct CompanyDoc {
    /// The version of this format: 1.
    pub format: Option<Spanned<u32>>,
    /// The company's name.
    pub name: Option<TextDoc>,
    /// What the site is for, in one line.
    pub summary: Option<TextDoc>,
    /// The site's languages as BCP 47 tags; the first is the default.
    pub locales: Vec<Str>,
    /// The time zone where nothing else is said, as an IANA name such as `Europe/Helsinki`; UTC when left
    /// out, which is hardly anybody's.
    pub time_zone: Option<Str>,
    /// Whose public holidays `PH` means in hours: an ISO 3166 code such as `FI`. School holidays (`SH`)
    /// are not known.
    pub country: Option<Str>,
    /// The part of the country, where it has public holidays of its own: an ISO 3166-2 code such as `DE-BY`. Those of
    /// Germany, of the United Kingdom, of Åland (`FI-01`), Alsace and South Tyrol are known; list others under
    /// `closed_days`.
    pub subdivision: Option<Str>,
    /// Days on which the whole company is closed, on top of the public holidays.
    pub closed_days: Vec<Spanned<Shorthand<ClosedDayDoc>>>,
    /// Days on which everybody closes early: hours are cut to these times.
    pub short_days: Vec<Spanned<ShortDayDoc>>,
    /// Where the site will be published; needed for the site map and for links in calendars.
    pub base_url: Option<Str>,
    /// Opening hours that departments share by name. The first ones are the company's own: journeys count
    /// its working days by them.
    pub hours: Keyed<String>,
    /// Response standards that services share by name.
    pub standards: Keyed<StandardDoc>,
    /// Groups of people that services and journeys speak to.
    pub audiences: Keyed<AudienceDoc>,
    /// The company's own customers, at the end of every chain.
    pub external_customer: Option<Spanned<AudienceDoc>>,
    /// How often every entry should be read through again, in days, weeks, months or years: `6 months`.
    pub review_every: Option<Str>,
    /// How much of a person the site shows; `full` when left out.
    pub privacy: Option<PrivacyDoc>,
    /// How much findings weigh here: `error`, `warning`, `note` or `off`, by their codes; under `paths` for a folder or
    /// a file of the catalog. What is an error by itself stays one.
    pub checks: LevelsDoc,
    /// Where readers tell that a page is wrong: a link; `{service}` becomes the service's id.
    pub feedback: Option<Str>,
    /// Where staff send proposals: a link; `{service}` becomes the service's id.
    pub ideas: Option<Str>,
    /// Where the file of a page is changed: a link; `{path}` becomes the file's path in the catalog.
    pub edit: Option<Str>,
    /// Where the changes of a file are shown: a link; `{path}` becomes the file's path in the catalog.
    pub history: Option<Str>,
    /// Where the company chats; makes links of the names of chats.
    pub chat: Option<ChatDoc>,
    /// The company's own facts about its entries, by id.
    pub fields: Keyed<FieldDoc>,
    /// Whether search engines may index the site; `refuse` when left out.
    pub crawlers: Option<CrawlersDoc>,
    /// The services that stand first among the needs on the first page, by id, in this order. Those that most people
    /// need follow.
    pub home: Vec<Str>,
    /// Words that a new hire will hear and not know.
    pub glossary: Vec<GlossaryDoc>,
}

/// Where the company chats.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "the company's chat: `name`, `channel` and `person`")]
#[schemars(title = "Chat")]
pub struct ChatDoc {
    /// What the chat is called: `Teams`, `Slack`.
    pub name: Option<TextDoc>,
    /// The address of a channel; `{name}` becomes the channel's name, without its `#`.
    pub channel: Option<Str>,
    /// The address of a person; `{name}` becomes the person's name there, without its `@`.
    pub person: Option<Str>,
}

/// A group of people that services and journeys speak to.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "an audience: `name` and perhaps `summary`")]
#[schemars(title = "Audience")]
pub struct AudienceDoc {
    /// What the group is called.
    pub name: Option<TextDoc>,
    /// Who belongs to it.
    pub summary: Option<TextDoc>,
}

/// A word of the house and what it means.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a word: `term` and `meaning`")]
#[schemars(title = "Glossary entry")]
pub struct GlossaryDoc {
    /// The word or abbreviation.
    pub term: TextDoc,
    /// What it means, in one or two sentences.
    pub meaning: TextDoc,
}

/// How much of a person the site shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PrivacyDoc {
    /// Name, title, photo and how to reach them.
    Full,
    /// Name, title, languages, local time and what to ask about; people are reached through their team.
    Names,
    /// The role alone, no names.
    Roles,
}

/// Whether search engines may index the site (RFC 9309).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CrawlersDoc {
    /// `robots.txt` asks all crawlers to stay out.
    Refuse,
    /// `robots.txt` lets them in.
    Allow,
}
