//! One of the two catalogs that are compared.

use std::collections::BTreeSet;

use crate::publish::{AudienceId, DepartmentId, EntryId, Home, LocaleId, PlaceId, Published, Service, Text, Who};

/// One of the two catalogs.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// What is shown of it.
    pub published: &'a Published<'a>,
    /// The language in which names are told.
    pub locale: LocaleId,
}

impl<'a> Side<'a> {
    pub(super) fn text(&self, text: Text<'a>) -> String {
        text.str(self.locale).into_owned()
    }

    pub(super) fn department(&self, id: DepartmentId) -> String {
        self.text(self.published.department(id).name)
    }

    pub(super) fn home(&self, home: Home<'a>) -> String {
        self.text(self.published.name_of(home))
    }

    /// Somebody, as readers know them.
    pub(super) fn who(&self, who: Who<'a>) -> String {
        let of = |entry: EntryId| self.published.title(entry, self.locale);
        match who {
            Who::Person(person) => of(EntryId::Person(person.key)),
            Who::Role(role) => role.title.map_or_else(|| "somebody".to_owned(), |title| self.text(title)),
            Who::Team(team) => of(EntryId::Team(team.key)),
            Who::Department(department) => self.department(department.key),
            Who::Audience(audience) => self.audience(audience.key),
            Who::Service(service) => of(EntryId::Service(service.key)),
            Who::Url(address) => address.to_owned(),
            Who::Words(text) => self.text(text),
            Who::You => "you".to_owned(),
            Who::Everyone => "everyone".to_owned(),
            Who::Customers => "customers".to_owned(),
        }
    }

    pub(super) fn audience(&self, id: AudienceId) -> String {
        self.text(self.published.audience(id).name)
    }

    pub(super) fn place(&self, id: PlaceId) -> String {
        self.published.title(EntryId::Place(id), self.locale)
    }

    /// The names of some of them, each once, in the order in which they are written.
    pub(super) fn names(&self, all: impl Iterator<Item = Who<'a>>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        all.map(|who| self.who(who)).filter(|name| seen.insert(name.clone())).collect()
    }

    /// Whom a service touches: those whom it is for, and the other departments whose services wait for it.
    pub(super) fn affected(&self, service: &Service<'a>) -> Vec<String> {
        let mut affected = self.names(service.serves.iter());
        let waiting = self.published.dependants(service.key).map(|(id, _)| self.published.department_of(id));
        let waiting: BTreeSet<String> =
            waiting.filter(|id| *id != service.department.key).map(|id| self.department(id)).collect();
        affected.extend(waiting.into_iter().filter(|name| !affected.contains(name)).collect::<Vec<_>>());
        affected
    }
}
