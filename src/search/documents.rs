//! The entries of an edition as documents: which of their texts are looked in, and what of a person may be found.

use super::document::{Document, Field, Kind, Passage};
use crate::markdown::plain;
use crate::model::{
    Catalog, Channel, Department, DepartmentId, LocaleId, PersonId, Privacy, Served, Service, Target, Team, Text,
    TextList,
};
use crate::site::{Edition, Place, Route};

/// What can be found on the pages of a language and where, department by department: entries that share words
/// stand side by side, which keeps the index small.
pub fn documents(edition: &Edition<'_>, locale: LocaleId) -> Vec<(Place, Document)> {
    let catalog = edition.catalog;
    let mut places: Vec<Place> = Vec::new();
    for (id, department) in catalog.departments() {
        places.push(Place::Department(id));
        places.extend(catalog.services_in(id).into_iter().map(Place::Service));
        let articles = catalog.articles().filter(|(_, article)| article.department == id);
        places.extend(articles.map(|(article, _)| Place::Article(article)));
        places.extend(department.teams.iter().map(|team| Place::Team(*team)));
    }
    places.extend(catalog.journeys().map(|(id, _)| Place::Journey(id)));
    if catalog.company.privacy != Privacy::Roles {
        let mut people: Vec<PersonId> = catalog.people().map(|(id, _)| id).collect();
        people.sort_by_key(|id| (catalog.home_team(*id).map(|team| catalog.team(team).department), *id));
        places.extend(people.into_iter().map(Place::Person));
    }
    let successor = |place: &Place| {
        let Place::Service(id) = place else { return None };
        let next = Place::Service(catalog.service(*id).replaced_by.as_ref()?.value);
        places.iter().position(|other| *other == next)
    };
    places
        .iter()
        .filter_map(|place| {
            let mut page =
                Page { edition, locale, url: Route { locale, place: *place }.path(catalog), passages: Vec::new() };
            Some((*place, page.document(*place, successor(place))?))
        })
        .collect()
}

/// The texts of one entry, as they are collected.
struct Page<'e> {
    edition: &'e Edition<'e>,
    locale: LocaleId,
    url: String,
    passages: Vec<Passage>,
}

impl<'e> Page<'e> {
    fn document(&mut self, place: Place, successor: Option<usize>) -> Option<Document> {
        let catalog = self.edition.catalog;
        let (mut numbers, mut audiences, mut retired) = (Vec::new(), Vec::new(), false);
        let (kind, id) = match place {
            Place::Service(id) => {
                let service = catalog.service(id);
                retired = !service.is_offered();
                audiences.extend(service.serves.iter().filter_map(audience));
                self.service(service);
                numbers = self.channels(&service.channels);
                (Kind::Service, &service.slug)
            }
            Place::Article(id) => {
                let article = catalog.article(id);
                self.text(Field::Name, &article.title);
                self.list(Field::Asked, &article.asked_as);
                self.list(Field::Keywords, &article.keywords);
                self.summary(article.summary.as_ref());
                self.markdown(&article.body.value);
                self.department(article.department);
                self.ids(&article.slug, &article.aliases);
                (Kind::Article, &article.slug)
            }
            Place::Journey(id) => {
                let journey = catalog.journey(id);
                audiences.extend(journey.audiences.iter().map(|audience| audience.index()));
                self.text(Field::Name, &journey.name);
                self.list(Field::Asked, &journey.asked_as);
                self.list(Field::Keywords, &journey.keywords);
                self.summary(journey.summary.as_ref());
                journey.description.iter().for_each(|text| self.markdown(&text.value));
                journey.steps.iter().for_each(|step| self.markdown(&step.what));
                self.ids(&journey.slug, &journey.aliases);
                (Kind::Journey, &journey.slug)
            }
            Place::Team(id) => {
                let team = catalog.team(id);
                self.team(team);
                numbers = self.channels(&team.channels);
                (Kind::Team, &team.slug)
            }
            Place::Department(id) => {
                let department = catalog.department(id);
                self.whole_department(department);
                numbers = self.channels(&department.channels);
                (Kind::Department, &department.slug)
            }
            Place::Person(id) => {
                numbers = self.person(id);
                (Kind::Person, &catalog.person(id).slug)
            }
            _ => return None,
        };
        let (url, passages) = (std::mem::take(&mut self.url), std::mem::take(&mut self.passages));
        let name = passages.iter().filter(|text| text.field == Field::Name);
        let own = name.clone().find(|text| text.language.is_none_or(|language| language == self.locale.index()));
        let name = own.or(name.clone().next()).map_or_else(String::new, |text| text.text.clone());
        Some(Document { kind, id: id.to_string(), name, url, retired, successor, audiences, passages, numbers })
    }

    fn service(&mut self, service: &Service) {
        let catalog = self.edition.catalog;
        self.text(Field::Name, &service.name);
        self.list(Field::Asked, &service.asked_as);
        self.list(Field::Keywords, &service.keywords);
        self.ids(&service.slug, &service.aliases);
        self.summary(service.summary.as_ref());
        let team = catalog.team(service.team);
        self.text(Field::Unit, &team.name);
        self.department(team.department);
        self.people(service.owner.iter().chain(&service.deputy).map(|person| person.value));
        service.description.iter().for_each(|text| self.markdown(&text.value));
        service.you_provide.iter().for_each(|provision| self.text(Field::Body, &provision.what));
        service.you_receive.iter().for_each(|text| self.text(Field::Body, text));
        service.steps.iter().for_each(|step| self.markdown(&step.what));
        for faq in &service.faq {
            self.text(Field::Body, &faq.question);
            self.markdown(&faq.answer.value);
        }
    }

    fn team(&mut self, team: &Team) {
        self.text(Field::Name, &team.name);
        self.list(Field::Keywords, &team.keywords);
        self.ids(&team.slug, &team.aliases);
        self.summary(team.summary.as_ref());
        self.department(team.department);
        self.people(team.lead.iter().map(|lead| lead.value).chain(team.members.iter().map(|member| member.person)));
        team.description.iter().for_each(|text| self.markdown(&text.value));
        for member in &team.members {
            member.role.iter().chain(&member.ask_for).for_each(|text| self.text(Field::Body, text));
        }
    }

    fn whole_department(&mut self, department: &Department) {
        self.text(Field::Name, &department.name);
        self.list(Field::Keywords, &department.keywords);
        self.ids(&department.slug, &department.aliases);
        self.summary(department.summary.as_ref());
        self.people(department.lead.iter().map(|lead| lead.value));
        department.description.iter().for_each(|text| self.markdown(&text.value));
    }

    /// A person, and the numbers that may be shown.
    fn person(&mut self, id: PersonId) -> Vec<String> {
        let catalog = self.edition.catalog;
        let person = catalog.person(id);
        for (_, name) in person.name.versions() {
            self.push(Field::Name, None, name.to_owned());
        }
        person.title.iter().for_each(|title| self.text(Field::Keywords, title));
        if let Some(team) = catalog.home_team(id) {
            self.text(Field::Unit, &catalog.team(team).name);
            self.department(catalog.team(team).department);
        }
        if catalog.company.privacy != Privacy::Full {
            return Vec::new();
        }
        self.push(Field::Address, None, person.slug.to_string());
        person.aliases.iter().for_each(|alias| self.push(Field::Address, None, alias.to_string()));
        person.email.iter().for_each(|email| self.address(email));
        person.phone.iter().map(|phone| digits(&phone.dialled())).collect()
    }

    /// The addresses of channels, and their numbers.
    fn channels(&mut self, channels: &[Channel]) -> Vec<String> {
        let mut numbers = Vec::new();
        for channel in channels {
            match &channel.target {
                Target::Email { address, .. } => self.address(address),
                Target::Phone(phone) | Target::Emergency(phone) => numbers.push(digits(&phone.dialled())),
                _ => {}
            }
        }
        numbers
    }

    fn address(&mut self, email: &str) {
        let name = email.split('@').next().unwrap_or(email);
        self.push(Field::Address, None, name.to_owned());
    }

    fn department(&mut self, id: DepartmentId) {
        self.text(Field::Unit, &self.edition.catalog.department(id).name);
    }

    fn people(&mut self, people: impl Iterator<Item = PersonId>) {
        let catalog: &Catalog = self.edition.catalog;
        if catalog.company.privacy == Privacy::Roles {
            return;
        }
        for person in people {
            let names = catalog.person(person).name.versions().map(|(_, name)| name.to_owned());
            names.for_each(|name| self.push(Field::People, None, name));
        }
    }

    fn ids(&mut self, id: &str, aliases: &[Box<str>]) {
        self.push(Field::Id, None, id.to_owned());
        aliases.iter().for_each(|alias| self.push(Field::Id, None, alias.to_string()));
    }

    fn summary(&mut self, text: Option<&Text>) {
        text.into_iter().for_each(|text| self.text(Field::Summary, text));
    }

    fn text(&mut self, field: Field, text: &Text) {
        for (locale, text) in text.versions() {
            let text = self.edition.public(text).into_owned();
            self.push(field, Some(locale.index()), text);
        }
    }

    fn markdown(&mut self, text: &Text) {
        for (locale, text) in text.versions() {
            let text = plain(&self.edition.public(text));
            self.push(Field::Body, Some(locale.index()), text);
        }
    }

    fn list(&mut self, field: Field, list: &TextList) {
        for (locale, texts) in list.versions() {
            texts.iter().for_each(|text| {
                let text = self.edition.public(text).into_owned();
                self.push(field, Some(locale.index()), text);
            });
        }
    }

    fn push(&mut self, field: Field, language: Option<usize>, text: String) {
        self.passages.push(Passage { field, language, text });
    }
}

fn audience(served: &Served) -> Option<usize> {
    match served {
        Served::Audience(id) => Some(id.index()),
        _ => None,
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
