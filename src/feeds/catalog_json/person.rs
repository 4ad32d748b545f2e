//! A person, as far as the company's privacy goes.

use chrono::NaiveDate;
use serde::Serialize;

use super::export::Export;
use super::texts::{Pages, Texts};
use super::who::Who;
use crate::model::{PersonId, Privacy};
use crate::site::Place;

/// A person.
#[derive(Serialize)]
pub(super) struct PersonEntry<'a> {
    id: &'a str,
    name: Texts<'a>,
    title: Option<Texts<'a>>,
    /// The team, or the department where it acts as one.
    team: Option<Who<'a>>,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    languages: &'a [Box<str>],
    time_zone: Option<&'static str>,
    deputy: Option<&'a str>,
    /// The time away in which the site was built; those to come are nobody's business.
    away: Option<AwayEntry<'a>>,
    /// The file's path in the site.
    photo: Option<&'a str>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

/// A time away.
#[derive(Serialize)]
struct AwayEntry<'a> {
    until: NaiveDate,
    deputy: Option<&'a str>,
}

impl<'a> PersonEntry<'a> {
    /// For companies that name people.
    pub(super) fn new(id: PersonId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let person = catalog.person(id);
        let full = catalog.company.privacy == Privacy::Full;
        let slug = |id: PersonId| &*catalog.person(id).slug;
        let away = catalog.away_on(id, export.edition.today());
        Self {
            id: &person.slug,
            name: export.texts(&person.name),
            title: export.maybe(&person.title),
            team: person.team.map(|team| export.team(team)),
            email: person.email.as_deref().filter(|_| full),
            phone: person.phone.as_ref().filter(|_| full).map(|phone| phone.shown()),
            languages: &person.languages,
            time_zone: person.zone.map(|zone| zone.name()),
            deputy: person.deputy.as_ref().map(|deputy| slug(deputy.value)),
            away: away.map(|away| AwayEntry { until: away.until, deputy: away.deputy.map(slug) }),
            photo: (person.photo.as_deref().filter(|_| full))
                .and_then(|path| export.edition.pictures.get(path))
                .map(String::as_str),
            aliases: &person.aliases,
            pages: export.pages(Place::Person(id)),
        }
    }
}
