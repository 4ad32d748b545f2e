//! Places, and what each gives to the teams and desks that are there.

use super::frame::{Frame, Ground, Within};
use super::scope::Scope;
use super::{address, anew, phone, picture, special_day};
use crate::model::company::Company;
use crate::model::id::PlaceId;
use crate::model::picture::Pictures;
use crate::model::place::{Map, Workplace};
use crate::source::Written;
use crate::source::schema::{PlaceDoc, Str};

/// All places by number, and the ground of each.
pub(super) fn resolve(
    places: Vec<Written<PlaceDoc>>,
    company: &Company,
    pictures: &Pictures,
    scope: &mut Scope<'_>,
) -> (Vec<Workplace>, Vec<Ground>) {
    let whole = Frame::of_company(company);
    places.into_iter().map(|entry| place(entry, &whole, pictures, scope)).unzip()
}

fn place(
    Written { id, group, doc }: Written<PlaceDoc>,
    whole: &Frame,
    pictures: &Pictures,
    scope: &mut Scope<'_>,
) -> (Workplace, Ground) {
    let within = Within {
        hours: doc.hours.as_ref(),
        zone: doc.time_zone.as_ref(),
        country: doc.country.as_ref(),
        subdivision: doc.subdivision.as_ref(),
        days: special_day::Days { closed: &doc.closed_days, short: &doc.short_days },
    };
    let own = within.read(whole.country, scope);
    let frame = whole.within(&own);
    let doors = frame.own_calendar(scope);
    // A number at home is one of the place's country.
    let (phone, country) = (doc.phone.as_ref(), doc.country.as_ref().or(scope.country));
    let place = Workplace {
        name: scope.name(doc.name, "name", (&id, group), "place"),
        summary: scope.maybe_text(doc.summary),
        address: scope.maybe_text(doc.address),
        map: doc.map.as_ref().and_then(|map| self::map(map, pictures, scope)),
        directions: scope.maybe_spanned_text(doc.directions),
        doors,
        hours_at: scope.hours_place(doc.hours.as_ref()),
        zone: frame.zone,
        phone: phone.and_then(|phone| phone::phone(phone, country, scope.diagnostics)),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    };
    (place, Ground { said: own.said, doors })
}

/// A map is the address of one, or a picture in the catalog.
fn map(written: &Str, pictures: &Pictures, scope: &mut Scope<'_>) -> Option<Map> {
    match written.value.contains("://") || written.value.starts_with("www.") {
        true => address::url(written, scope.diagnostics).map(Map::Url),
        false => picture::resolve(written, picture::MAP, pictures, scope).map(Map::Picture),
    }
}

/// A place that an author names.
pub(super) fn reference(written: Option<&Str>, scope: &mut Scope<'_>) -> Option<PlaceId> {
    scope.names.places.find(written?, scope.diagnostics)
}
