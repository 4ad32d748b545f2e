//! A place, as written in `places.yaml` or `places/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::special_day::{ClosedDayDoc, ShortDayDoc};
use super::text::{Scalar, Shorthand, Str, TextDoc};
use crate::diagnostic::Spanned;

/// A place where people work: an office, a factory, a shop. Teams, departments, people and desks name it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a place: keys such as `name` and `address`")]
#[schemars(title = "Place", extend("required" = ["name"]))]
pub struct PlaceDoc {
    /// What the place is called.
    pub name: Option<TextDoc>,
    /// What is there, in one line.
    pub summary: Option<TextDoc>,
    /// Its address, as it stands on a letter.
    pub address: Option<TextDoc>,
    /// A map: the address of one, or a picture in the catalog's folder (jpg, png, webp, avif, gif or svg).
    pub map: Option<Str>,
    /// How to get there, in Markdown.
    pub directions: Option<TextDoc>,
    /// When its doors are open: opening hours or the name of shared hours. A desk there is open only while they are;
    /// its teams may work at other hours.
    pub hours: Option<Str>,
    /// Its time zone, if it is not the company's. A team there keeps it, unless the team says another.
    pub time_zone: Option<Str>,
    /// Whose public holidays are kept there, if not the company's.
    pub country: Option<Str>,
    /// The part of the country, where it has public holidays of its own: an ISO 3166-2 code such as `DE-BY`.
    pub subdivision: Option<Str>,
    /// Days on which it is closed, with all teams and desks there, on top of the company's.
    pub closed_days: Vec<Spanned<Shorthand<ClosedDayDoc>>>,
    /// Days on which it closes early, with all teams and desks there.
    pub short_days: Vec<Spanned<ShortDayDoc>>,
    /// The number of its reception, such as `+358 9 555 0100`.
    #[schemars(with = "Option<Scalar>")]
    pub phone: Option<Str>,
    /// Earlier ids; their addresses lead here.
    pub aliases: Vec<Str>,
}
