//! A team, as written in `departments/*/teams/*.yaml` or under `teams:` of its department.

use schemars::JsonSchema;
use serde::Deserialize;

use super::channel::ChannelDoc;
use super::related_link::RelatedLinkDoc;
use super::special_day::{ClosedDayDoc, ShortDayDoc};
use super::standard::StandardsDoc;
use super::text::{Keyed, OneOrMany, Scalar, Shorthand, Str, TextDoc, TextListDoc};
use crate::diagnostic::Spanned;

/// A team: the people who do the work of some services.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a team: keys such as `name` and `lead`")]
#[schemars(title = "Team", extend("required" = ["name"]))]
pub struct TeamDoc {
    /// What the team is called.
    pub name: Option<TextDoc>,
    /// What it does, in one line.
    pub summary: Option<TextDoc>,
    /// More about it, in Markdown.
    pub description: Option<TextDoc>,
    /// The larger team that it belongs to.
    pub part_of: Option<Str>,
    /// Who leads it: a person, or a list of equals, of whom the first is shown first.
    pub lead: Option<OneOrMany>,
    /// Who belongs to it: people, or `{person, role, for}`. Somebody with several roles is named once for each.
    pub members: Vec<Shorthand<MemberDoc>>,
    /// People who belonged to it.
    pub former: Vec<Str>,
    /// How to reach it, best first.
    pub channels: Vec<Spanned<ChannelDoc>>,
    /// When it works: opening hours or the name of shared hours; the department's when left out.
    pub hours: Option<Str>,
    /// Days on which it is closed, on top of the department's and the place's. Hours round the clock (`24/7`) go on
    /// over closed days, but for those named beside them or below.
    pub closed_days: Vec<Spanned<Shorthand<ClosedDayDoc>>>,
    /// Days on which it closes early: hours are cut to these times.
    pub short_days: Vec<Spanned<ShortDayDoc>>,
    /// Where it works: a place; the department's when left out. Its time zone, country and closed days are those of
    /// the place where it says none of its own.
    pub place: Option<Str>,
    /// Its time zone, if it is not the place's or the department's.
    pub time_zone: Option<Str>,
    /// Whose public holidays it keeps, if not the place's or the department's.
    pub country: Option<Str>,
    /// The part of the country, where it has public holidays of its own: an ISO 3166-2 code such as `DE-BY`.
    pub subdivision: Option<Str>,
    /// What those of its services promise that say nothing themselves; the department's when left out.
    pub standards: StandardsDoc,
    /// Who is on duty when.
    pub rota: Vec<DutyDoc>,
    /// Languages that it speaks, as BCP 47 tags.
    pub languages: Vec<Str>,
    /// Words by which people look for it.
    pub keywords: TextListDoc,
    /// Pages to read that stand elsewhere.
    pub links: Vec<RelatedLinkDoc>,
    /// The company's own facts, by the ids of its `fields`.
    #[schemars(with = "std::collections::BTreeMap<String, Scalar>")]
    pub fields: Keyed<String>,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}

/// A member with something to say about their part.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a member: `person` and perhaps `role` and `for`")]
#[schemars(title = "Member")]
pub struct MemberDoc {
    /// The person.
    pub person: Str,
    /// What they do in this team.
    #[serde(default)]
    pub role: Option<TextDoc>,
    /// What to ask them about.
    #[serde(default, rename = "for")]
    pub ask_for: Option<TextDoc>,
}

/// A turn of duty.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a turn of duty: `who` and `when`")]
#[schemars(title = "Duty")]
pub struct DutyDoc {
    /// Who is on duty: a person.
    pub who: Str,
    /// When, in the notation of opening hours.
    pub when: Str,
}
