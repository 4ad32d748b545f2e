//! People.

use super::scope::Scope;
use super::{address, anew, related_link, value, zone};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::model::id::PersonId;
use crate::model::person::{Away, Person};
use crate::model::picture::Pictures;
use crate::source::Written;
use crate::source::schema::{AwayDoc, OneOrMany, PersonDoc, Str};

pub(super) fn resolve(people: Vec<Written<PersonDoc>>, pictures: &Pictures, scope: &mut Scope<'_>) -> Vec<Person> {
    anew::list(people, |entry| Some(person(entry, pictures, scope))).into()
}

fn person(Written { id, group, doc }: Written<PersonDoc>, pictures: &Pictures, scope: &mut Scope<'_>) -> Person {
    Person {
        name: scope.name(doc.name, "name", (&id, group), "person"),
        title: scope.maybe_text(doc.title),
        team: doc.team.as_ref().and_then(|team| scope.team(team)),
        email: doc.email.as_ref().and_then(|email| address::email(email, scope.diagnostics)),
        phone: doc.phone.as_ref().and_then(|phone| value::phone(phone, scope.country, scope.diagnostics)),
        languages: value::languages(&doc.languages, scope.diagnostics),
        knows: anew::list(doc.knows, |text| scope.text(text)),
        links: related_link::resolve(doc.links, scope),
        deputy: references(doc.deputy.as_ref(), scope),
        away: doc.away.iter().filter_map(|time| away(time, scope)).collect(),
        zone: doc.time_zone.as_ref().and_then(|zone| zone::zone(zone, scope.country, scope.diagnostics)),
        photo: doc.photo.as_ref().and_then(|path| photo(path, pictures, scope)),
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

fn photo(path: &Str, pictures: &Pictures, scope: &mut Scope<'_>) -> Option<Box<str>> {
    let text = path.value.trim();
    if let Some(picture) = pictures.find(text, path.span.file) {
        return Some(picture.into());
    }
    if pictures.other_file(text, path.span.file).is_some() {
        scope.report(
            Diagnostic::error("missing-file", path.span, format!("`{text}` is not a picture that every browser shows"))
                .why("the page would show a broken picture")
                .help("save it as jpg, png, webp or avif"),
        );
        return None;
    }
    let diagnostic =
        Diagnostic::error("missing-file", path.span, format!("there is no picture `{text}` in the catalog's folder"))
            .why("the page would show a broken picture");
    scope.report(match pictures.nearest(text) {
        Some(file) => diagnostic.help(format!("did you mean `{file}`?")).replace(path.span, file),
        None => diagnostic.help("write the path from the catalog's folder to a jpg, png, webp or avif file"),
    });
    None
}
