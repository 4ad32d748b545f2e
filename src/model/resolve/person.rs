//! People.

use super::scope::Scope;
use super::{address, anew, picture, place, related_link, value, zone};
use crate::diagnostic::Spanned;
use crate::model::id::PersonId;
use crate::model::person::{Away, Person};
use crate::model::picture::Pictures;
use crate::source::Written;
use crate::source::schema::{AwayDoc, PersonDoc, Str};

pub(super) fn resolve(people: Vec<Written<PersonDoc>>, pictures: &Pictures, scope: &mut Scope<'_>) -> Vec<Person> {
    anew::list(people, |entry| Some(person(entry, pictures, scope))).into()
}

fn person(Written { id, group, doc }: Written<PersonDoc>, pictures: &Pictures, scope: &mut Scope<'_>) -> Person {
    let deputy = doc.deputy.as_ref().and_then(|deputy| reference(deputy, scope));
    Person {
        name: scope.name(doc.name, "name", (&id, group), "person"),
        title: scope.maybe_text(doc.title),
        team: doc.team.as_ref().and_then(|team| scope.team(team)),
        email: doc.email.as_ref().and_then(|email| address::email(email, scope.diagnostics)),
        phone: doc.phone.as_ref().and_then(|phone| value::phone(phone, scope.country, scope.diagnostics)),
        languages: value::languages(&doc.languages, scope.diagnostics),
        knows: anew::list(doc.knows, |text| scope.text(text)),
        links: related_link::resolve(doc.links, scope),
        deputy,
        away: doc.away.iter().filter_map(|time| away(time, scope)).collect(),
        zone: doc.time_zone.as_ref().and_then(|zone| zone::zone(zone, scope.country, scope.diagnostics)),
        place: place::reference(doc.place.as_ref(), scope),
        photo: doc.photo.as_ref().and_then(|path| picture::resolve(path, pictures, scope)),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

/// A person named somewhere, and where.
pub(super) fn reference(written: &Str, scope: &mut Scope<'_>) -> Option<Spanned<PersonId>> {
    let found = scope.names.people.find(written, scope.diagnostics);
    found.map(|person| Spanned::new(person, written.span))
}

fn away(doc: &AwayDoc, scope: &mut Scope<'_>) -> Option<Away> {
    let deputy = doc.deputy.as_ref().and_then(|deputy| scope.names.people.find(deputy, scope.diagnostics));
    let named = ("the time away", "nobody would know who stands in");
    let (from, until) = value::stretch((&doc.from, &doc.until), named, scope.diagnostics)?;
    Some(Away { span: from.span, from: from.value, until: until.value, deputy })
}
