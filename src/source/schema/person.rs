//! A person, as written in `people.yaml` or `people/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::related_link::RelatedLinkDoc;
use super::text::{Keyed, OneOrMany, Scalar, Str, TextDoc};

/// A person who answers for something, or works in a team.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a person: keys such as `name` and `title`")]
#[schemars(title = "Person", extend("required" = ["name"]))]
pub struct PersonDoc {
    /// First name and last name.
    pub name: Option<TextDoc>,
    /// What the person does, as it stands on the business card.
    pub title: Option<TextDoc>,
    /// The team that the person belongs to.
    pub team: Option<Str>,
    /// Email address.
    pub email: Option<Str>,
    /// Phone number in international form (E.164), for example `+358 40 123 4567` or `+358 9 555 0100 ext 4711`; or a
    /// short number of 3 to 6 digits.
    #[schemars(with = "Option<Scalar>")]
    pub phone: Option<Str>,
    /// The person's name in the company's chat, `"@anna"`, or the address of a chat with them.
    pub chat: Option<Str>,
    /// Languages that the person speaks, as BCP 47 tags.
    pub languages: Vec<Str>,
    /// What to ask this person about.
    pub knows: Vec<TextDoc>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<RelatedLinkDoc>,
    /// Who answers when this person does not: a person, or a list.
    pub deputy: Option<OneOrMany>,
    /// When the person is away and who stands in.
    pub away: Vec<AwayDoc>,
    /// The person's time zone, if it is neither the team's nor that of the person's own `place`.
    pub time_zone: Option<Str>,
    /// Where the person works; the team's place when left out.
    pub place: Option<Str>,
    /// A picture in the catalog's folder (jpg, png, webp, avif, gif or svg).
    pub photo: Option<Str>,
    /// The company's own facts, by the ids of its `fields`.
    #[schemars(with = "std::collections::BTreeMap<String, Scalar>")]
    pub fields: Keyed<String>,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}

/// A time away.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a time away: `from` and `until`")]
#[schemars(title = "Time away")]
pub struct AwayDoc {
    /// First day (ISO 8601).
    pub from: Str,
    /// Last day (ISO 8601).
    pub until: Str,
    /// Who stands in, if not the usual deputy: a person, or a list.
    #[serde(default)]
    pub deputy: Option<OneOrMany>,
}
