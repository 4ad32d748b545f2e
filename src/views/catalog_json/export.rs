//! What every entry of the file needs: the languages, the addresses of pages, and whom the
//! company's privacy lets it name.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::calendar::HoursEntry;
use super::channel::ChannelEntry;
use super::nameless::nameless;
use super::who::{Role, Who};
use crate::diagnostic::Spanned;
use crate::model::{CalendarId, Catalog, Channel, LocaleId, Party, PersonId, Privacy, Served, TeamId, Text, TextList};
use crate::views::edition::Edition;
use crate::views::route::{Place, Route};

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

    fn tag(self, locale: LocaleId) -> &'a str {
        self.catalog().company.locales.get(locale.index()).map_or("", |locale| locale.tag())
    }

    /// A text as far as the company's privacy goes.
    fn public<'t>(self, text: &'t str) -> Cow<'t, str> {
        if self.catalog().company.privacy == Privacy::Roles { nameless(text, self) } else { text.into() }
    }

    /// A text in all its languages.
    pub(super) fn texts(self, text: &'a Text) -> Texts<'a> {
        Texts { text, export: self }
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
        Lists { lists, export: self }
    }

    /// The addresses of an entry's pages, from the site's root.
    pub(super) fn pages(self, place: Place) -> Pages<'a> {
        Pages { place, export: self }
    }

    /// When something is open.
    pub(super) fn hours(self, calendar: Option<CalendarId>) -> Option<HoursEntry<'a>> {
        calendar.map(|id| HoursEntry::new(self.catalog().calendar(id)))
    }

    /// Ways to reach somebody.
    pub(super) fn channels(self, channels: &'a [Channel]) -> Vec<ChannelEntry<'a>> {
        channels.iter().map(|channel| ChannelEntry::new(channel, self)).collect()
    }

    /// A person: by id, or by what they do where the company names nobody.
    pub(super) fn person(self, id: PersonId) -> Who<'a> {
        let catalog = self.catalog();
        let person = catalog.person(id);
        if catalog.company.privacy != Privacy::Roles {
            return Who::Person(&person.slug);
        }
        let team = person.team.or(catalog.teams_of_person(id).first().copied());
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

/// A text: a group from language to text.
pub(super) struct Texts<'a> {
    text: &'a Text,
    export: Export<'a>,
}

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let export = self.export;
        serializer.collect_map(self.text.versions().map(|(locale, text)| (export.tag(locale), export.public(text))))
    }
}

/// Lists of texts: a group from language to list.
pub(super) struct Lists<'a> {
    lists: &'a TextList,
    export: Export<'a>,
}

impl Serialize for Lists<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.lists.versions().map(|(locale, list)| (self.export.tag(locale), list)))
    }
}

/// The pages of an entry: a group from language to the file's path.
pub(super) struct Pages<'a> {
    place: Place,
    export: Export<'a>,
}

impl Serialize for Pages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let catalog = self.export.catalog();
        serializer.collect_map(catalog.locales().map(|locale| {
            let route = Route { locale, place: self.place };
            (self.export.tag(locale), route.path(catalog))
        }))
    }
}
