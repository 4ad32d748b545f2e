//! Days on which a company, a department, a team is closed or closes early.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Str, TextDoc};

/// A closed day with a name, several in a row, or one of each year.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "closed days such as `{from: 2027-07-05, until: 2027-07-25}`")]
#[schemars(title = "Closed days")]
pub struct ClosedDayDoc {
    /// The day: a date, or with `every: year` a month and a day, `12-31`.
    #[serde(default)]
    pub on: Option<Str>,
    /// The first of several days in a row.
    #[serde(default)]
    pub from: Option<Str>,
    /// The last of them.
    #[serde(default)]
    pub until: Option<Str>,
    /// `year` for the same day of each year.
    #[serde(default)]
    pub every: Option<EveryYearDoc>,
    /// How readers know it: "Factory holiday".
    #[serde(default)]
    pub name: Option<TextDoc>,
}

/// A day on which it closes early.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a short day such as `{on: 2026-12-23, hours: \"08:00-12:00\"}`")]
#[schemars(title = "Short day")]
pub struct ShortDayDoc {
    /// The day: a date, or with `every: year` a month and a day, `12-23`.
    pub on: Str,
    /// `year` for the same day of each year.
    #[serde(default)]
    pub every: Option<EveryYearDoc>,
    /// To which times the hours of that day are cut.
    pub hours: Str,
    /// How readers know it: "Day before Christmas Eve".
    #[serde(default)]
    pub name: Option<TextDoc>,
}

/// That a day comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EveryYearDoc {
    /// Every year.
    Year,
}
