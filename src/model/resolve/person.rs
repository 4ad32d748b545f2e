//! People.

use super::scope::Scope;
use super::{address, anew, field, phone, picture, place, related_link, value, zone};
use crate::diagnostic::Spanned;
use crate::model::field::FieldOwner;
use crate::model::id::PersonId;
use crate::model::person::{Away, Person};
use crate::model::picture::Pictures;
use crate::source::Written;
use crate::source::schema::{AwayDoc, OneOrMany, PersonDoc};

pub(super) fn resolve(people: Vec<Written<PersonDoc>>, pictures: &Pictures, scope: &mut Scope<'_>) -> Vec<Person> {
    anew::list(people, |entry| Some(person(entry, pictures, scope))).into()
}

fn person(Written { id, group, doc }: Written<PersonDoc>, pictures: &Pictures, scope: &mut Scope<'_>) -> Person {
    Person {
        name: scope.name(doc.name, "name", (&id, group), "person"),
        title: scope.maybe_text(doc.title),
        team: doc.team.as_ref().and_then(|team| scope.team(team)),
        email: doc.email.as_ref().and_then(|email| address::email(email, scope.diagnostics)),
        phone: doc.phone.as_ref().and_then(|phone| phone::phone(phone, scope.country, scope.diagnostics)),
        chat: doc.chat.as_ref().and_then(|chat| address::personal_chat(chat, scope.diagnostics)),
        languages: value::languages(&doc.languages, scope.diagnostics),
        knows: anew::list(doc.knows, |text| scope.text(text)),
        links: related_link::resolve(doc.links, scope),
        deputy: references(doc.deputy.as_ref(), scope),
        away: doc.away.iter().filter_map(|time| away(time, scope)).collect(),
        zone: doc.time_zone.as_ref().and_then(|zone| zone::zone(zone, scope.country, scope.diagnostics)),
        place: place::reference(doc.place.as_ref(), scope),
        photo: doc.photo.as_ref().and_then(|path| picture::resolve(path, picture::PHOTO, pictures, scope)),
        fields: field::values(doc.fields, FieldOwner::Person, scope),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

/// People named somewhere, and where; one who is named twice is reported and taken once.
pub(super) fn references(written: Option<&OneOrMany>, scope: &mut Scope<'_>) -> Box<[Spanned<PersonId>]> {
    let written = written.map_or(&[][..], |written| &written.0);
    let mut all: Vec<Spanned<PersonId>> = Vec::with_capacity(written.len());
    for name in written {
        match scope.names.people.find(name, scope.diagnostics) {
            Some(person) if all.iter().any(|known| known.value == person) => scope.report(value::named_twice(name)),
            Some(person) => all.push(Spanned::new(person, name.span)),
            None => {}
        }
    }
    all.into()
}

fn away(doc: &AwayDoc, scope: &mut Scope<'_>) -> Option<Away> {
    let deputy = references(doc.deputy.as_ref(), scope);
    let named = ("the time away", "nobody would know who stands in");
    let (from, until) = value::stretch((&doc.from, &doc.until), named, scope.diagnostics)?;
    Some(Away { span: from.span, from: from.value, until: until.value, deputy })
}
