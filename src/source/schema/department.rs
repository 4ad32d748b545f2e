//! A department, as written in `departments/ID.yaml` or `departments/ID/department.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::channel::ChannelDoc;
use super::related_link::RelatedLinkDoc;
use super::service::ServiceDoc;
use super::special_day::{ClosedDayDoc, ShortDayDoc};
use super::standard::StandardsDoc;
use super::team::TeamDoc;
use super::text::{Keyed, OneOrMany, Scalar, Shorthand, Str, TextDoc, TextListDoc};
use crate::diagnostic::Spanned;

/// A department. A small one keeps its teams and services in the same file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a department: keys such as `name` and `lead`")]
#[schemars(title = "Department", extend("required" = ["name"]))]
pub struct DepartmentDoc {
    /// What the department is called.
    pub name: Option<TextDoc>,
    /// What it does, in one line.
    pub summary: Option<TextDoc>,
    /// More about it, in Markdown.
    pub description: Option<TextDoc>,
    /// The department that it belongs to.
    pub part_of: Option<Str>,
    /// Who leads it: a person, or a list of equals, of whom the first is shown first.
    pub lead: Option<OneOrMany>,
    /// How to reach it, best first.
    pub channels: Vec<Spanned<ChannelDoc>>,
    /// When it works: opening hours or the name of shared hours.
    pub hours: Option<Str>,
    /// Days on which it is closed, on top of the company's and the place's. Hours round the clock (`24/7`) go on
    /// over closed days, but for those named beside them or below.
    pub closed_days: Vec<Spanned<Shorthand<ClosedDayDoc>>>,
    /// Days on which it closes early: hours are cut to these times.
    pub short_days: Vec<Spanned<ShortDayDoc>>,
    /// Where it works: a place. Its time zone, country and closed days are those of the place where it says none of
    /// its own.
    pub place: Option<Str>,
    /// Its time zone, if it is not the place's or the company's.
    pub time_zone: Option<Str>,
    /// Whose public holidays it keeps, if not the place's or the company's.
    pub country: Option<Str>,
    /// The part of the country, where it has public holidays of its own: an ISO 3166-2 code such as `DE-BY`.
    pub subdivision: Option<Str>,
    /// What those of its services promise for which neither they nor their team say anything.
    pub standards: StandardsDoc,
    /// Whom it serves: audiences, departments, teams, `everyone` or `customers`.
    pub serves: Vec<Str>,
    /// Its teams by id, if they have no files of their own.
    pub teams: Keyed<TeamDoc>,
    /// Its services by id, if they have no files of their own.
    pub services: Keyed<ServiceDoc>,
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
