//! What every entry of the file needs: the languages, the addresses of pages, and whom the
//! company's privacy lets it name.

use super::calendar::HoursEntry;
use super::texts::{Lists, Pages, Texts};
use super::who::{Role, Who};
use crate::diagnostic::Spanned;
use crate::model::{CalendarId, Catalog, Party, PersonId, Privacy, Served, TeamId, Text, TextList};
use crate::site::Place;
use crate::site::edition::Edition;

/// An edition on its way into the file.
#[derive(Clone, Copy)]
pub(super) struct Export<'a> {
    /// The edition.
    pub(super) edition: &'a Edition<'a>,
}

impl<'a> Export<'a> {
    /// The catalog.
    pub(super) fn catalog(self) -> &'a Catalog {
        self.edition.catalog
    }

    /// A text in all its languages.
    pub(super) fn texts(self, text: &'a Text) -> Texts<'a> {
        Texts { text, edition: self.edition }
    }

    /// A text that may be missing.
    pub(super) fn maybe(self, text: &'a Option<Text>) -> Option<Texts<'a>> {
        text.as_ref().map(|text| self.texts(text))
    }

    /// Markdown that may be missing.
    pub(super) fn markdown(self, text: &'a Option<Spanned<Text>>) -> Option<Texts<'a>> {
        text.as_ref().map(|text| self.texts(&text.value))
    }

    /// Lists of texts in all their languages.
    pub(super) fn lists(self, lists: &'a TextList) -> Lists<'a> {
        Lists { lists, edition: self.edition }
    }

    /// The addresses of an entry's pages, from the site's root.
    pub(super) fn pages(self, place: Place) -> Pages<'a> {
        Pages { place, edition: self.edition }
    }

    /// When something is open.
    pub(super) fn hours(self, calendar: Option<CalendarId>) -> Option<HoursEntry<'a>> {
        calendar.map(|id| HoursEntry::new(self.catalog().calendar(id)))
    }

    /// A person: by id, or by what they do where the company names nobody.
    pub(super) fn person(self, id: PersonId) -> Who<'a> {
        let catalog = self.catalog();
        let person = catalog.person(id);
        if catalog.company.privacy != Privacy::Roles {
            return Who::Person(&person.slug);
        }
        let team = catalog.home_team(id);
        Who::Role(Role { title: self.maybe(&person.title), team: team.map(|team| Box::new(self.team(team))) })
    }

    /// A person who may be missing.
    pub(super) fn maybe_person(self, person: &Option<Spanned<PersonId>>) -> Option<Who<'a>> {
        person.as_ref().map(|person| self.person(person.value))
    }

    /// A team; one that acts for its department is the department.
    pub(super) fn team(self, id: TeamId) -> Who<'a> {
        let team = self.catalog().team(id);
        if team.acting {
            Who::Department(&self.catalog().department(team.department).slug)
        } else {
            Who::Team(&team.slug)
        }
    }

    /// Teams.
    pub(super) fn teams(self, ids: &[TeamId]) -> Vec<Who<'a>> {
        ids.iter().map(|id| self.team(*id)).collect()
    }

    /// A person or a team.
    pub(super) fn party(self, party: Party) -> Who<'a> {
        match party {
            Party::Person(id) => self.person(id),
            Party::Team(id) => self.team(id),
        }
    }

    /// Those who are served.
    pub(super) fn served(self, served: &[Served]) -> Vec<Who<'a>> {
        let catalog = self.catalog();
        let who = |served: &Served| match *served {
            Served::Everyone => Who::Everyone,
            Served::Customers => Who::Customers,
            Served::Audience(id) => Who::Audience(&catalog.audience(id).slug),
            Served::Department(id) => Who::Department(&catalog.department(id).slug),
            Served::Team(id) => self.team(id),
        };
        served.iter().map(who).collect()
    }
}
