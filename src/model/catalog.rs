//! All entries, and the ways from one to another.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::article::Article;
use super::channel::Channel;
use super::company::{Audience, Company};
use super::department::Department;
use super::entry::{CatalogEntry, EntryId, EntryKind};
use super::id::{
    ArticleId, AudienceId, CalendarId, DepartmentId, JourneyId, LocaleId, PersonId, PlaceId, ServiceId, TeamId,
};
use super::journey::Journey;
use super::level::Allowance;
use super::measurement::{Measurement, Question};
use super::news::{Idea, News, Story};
use super::person::{Away, Person};
use super::picture::Pictures;
use super::place::Workplace;
use super::service::{Dependency, Service};
use super::team::Team;
use super::word::Words;
use crate::clock::Calendar;
use crate::diagnostic::Spanned;

/// The company's catalog: every reference leads to an entry that exists.
#[derive(Debug)]
pub struct Catalog {
    /// The company.
    pub company: Company,
    /// News, newest first.
    pub news: Vec<News>,
    /// Stories, newest first.
    pub stories: Vec<Story>,
    /// Ideas, newest first.
    pub ideas: Vec<Idea>,
    /// What the search must answer.
    pub questions: Vec<Question>,
    /// What people here say for things.
    pub words: Words,
    /// What was really achieved.
    pub measurements: Vec<Measurement>,
    /// The pictures in the catalog's folder.
    pub pictures: Pictures,
    /// Findings that the authors of an entry know and keep.
    pub allowances: Vec<Allowance>,
    /// The keys with nothing behind them, as far as nothing else was said about them.
    pub left_empty: Vec<Spanned<Box<str>>>,
    pub(in crate::model) people: Vec<Person>,
    pub(in crate::model) places: Vec<Workplace>,
    pub(in crate::model) departments: Vec<Department>,
    pub(in crate::model) teams: Vec<Team>,
    pub(in crate::model) services: Vec<Service>,
    pub(in crate::model) articles: Vec<Article>,
    pub(in crate::model) journeys: Vec<Journey>,
    pub(in crate::model) calendars: Vec<Calendar>,
    pub(in crate::model) backlinks: Backlinks,
    pub(in crate::model) desks: Desks,
    /// When people are at work whose place is another one than their team's.
    pub(in crate::model) elsewhere: HashMap<PersonId, Option<CalendarId>>,
}

/// Channels that are open at other times for those who have them from elsewhere: a desk keeps their hours.
#[derive(Debug, Default)]
pub(in crate::model) struct Desks {
    /// Those of a department, for its team.
    pub(in crate::model) of_team: HashMap<TeamId, Box<[Channel]>>,
    /// Those of a team or a department, for a service.
    pub(in crate::model) of_service: HashMap<ServiceId, Box<[Channel]>>,
}

/// The references, read backwards. One list per entry, in the order of the ids.
#[derive(Debug, Default)]
pub(in crate::model) struct Backlinks {
    pub(in crate::model) services_of_team: Vec<Vec<ServiceId>>,
    pub(in crate::model) dependants: Vec<Vec<(ServiceId, usize)>>,
    pub(in crate::model) services_of_person: Vec<Vec<ServiceId>>,
    pub(in crate::model) teams_of_person: Vec<Vec<TeamId>>,
    pub(in crate::model) parts_of_department: Vec<Vec<DepartmentId>>,
    pub(in crate::model) parts_of_team: Vec<Vec<TeamId>>,
    pub(in crate::model) former_teams_of_person: Vec<Vec<TeamId>>,
    pub(in crate::model) articles_of_service: Vec<Vec<ArticleId>>,
}

macro_rules! entries {
    ($($(#[$doc:meta])* $one:ident, $many:ident, $id:ident, $noun:ident;)*) => {$(
        $(#[$doc])*
        pub fn $one(&self, id: $id) -> &$noun {
            &self.$many[id.index()]
        }

        /// All of them with their ids, sorted by slug.
        pub fn $many(&self) -> impl ExactSizeIterator<Item = ($id, &$noun)> + DoubleEndedIterator + Clone {
            self.$many.iter().enumerate().map(|(index, entry)| ($id::from(index), entry))
        }
    )*};
}

impl Catalog {
    entries! {
        /// A person.
        person, people, PersonId, Person;
        /// A place.
        place, places, PlaceId, Workplace;
        /// A department.
        department, departments, DepartmentId, Department;
        /// A team.
        team, teams, TeamId, Team;
        /// A service.
        service, services, ServiceId, Service;
        /// An article.
        article, articles, ArticleId, Article;
        /// A journey.
        journey, journeys, JourneyId, Journey;
        /// A distinct calendar.
        calendar, calendars, CalendarId, Calendar;
    }

    /// An entry of any kind.
    pub fn entry(&self, id: EntryId) -> &dyn CatalogEntry {
        match id {
            EntryId::Service(id) => self.service(id),
            EntryId::Team(id) => self.team(id),
            EntryId::Department(id) => self.department(id),
            EntryId::Person(id) => self.person(id),
            EntryId::Article(id) => self.article(id),
            EntryId::Journey(id) => self.journey(id),
            EntryId::Place(id) => self.place(id),
        }
    }

    /// The entries of a kind that somebody wrote, sorted by slug.
    pub fn entries(&self, kind: EntryKind) -> impl Iterator<Item = (EntryId, &dyn CatalogEntry)> {
        let (count, id): (usize, fn(usize) -> EntryId) = match kind {
            EntryKind::Service => (self.services.len(), |index| EntryId::Service(index.into())),
            EntryKind::Article => (self.articles.len(), |index| EntryId::Article(index.into())),
            EntryKind::Journey => (self.journeys.len(), |index| EntryId::Journey(index.into())),
            EntryKind::Team => (self.teams.len(), |index| EntryId::Team(index.into())),
            EntryKind::Department => (self.departments.len(), |index| EntryId::Department(index.into())),
            EntryKind::Person => (self.people.len(), |index| EntryId::Person(index.into())),
            EntryKind::Place => (self.places.len(), |index| EntryId::Place(index.into())),
        };
        let all = (0..count).map(move |index| (id(index), self.entry(id(index))));
        all.filter(|(_, entry)| entry.is_written())
    }

    /// An audience.
    pub fn audience(&self, id: AudienceId) -> &Audience {
        &self.company.audiences[id.index()]
    }

    /// The audiences that have a way into the company of their own, in the company's order.
    pub fn newcomers(&self) -> impl Iterator<Item = AudienceId> {
        let ids = (0..self.company.audiences.len()).map(AudienceId::from);
        ids.filter(|id| self.journeys.iter().any(|journey| journey.onboarding && journey.audiences.contains(id)))
    }

    /// Whether there is any way into the company.
    pub fn has_newcomers(&self) -> bool {
        self.journeys.iter().any(|journey| journey.onboarding)
    }

    /// The site's languages.
    pub fn locales(&self) -> impl Iterator<Item = LocaleId> + use<> {
        (0..self.company.locales.len()).map(LocaleId::from)
    }

    /// The services that a team does the work of.
    pub fn services_of(&self, team: TeamId) -> &[ServiceId] {
        list(&self.backlinks.services_of_team, team.index())
    }

    /// The services of all teams of a department, by slug.
    pub fn services_in(&self, department: DepartmentId) -> Vec<ServiceId> {
        let department = self.department(department);
        let mut services: Vec<ServiceId> = department
            .teams
            .iter()
            .chain(&department.acting_team)
            .flat_map(|team| self.services_of(*team))
            .copied()
            .collect();
        services.sort_unstable();
        services
    }

    /// The services that depend on a service, each with the dependency.
    pub fn dependants(&self, service: ServiceId) -> impl Iterator<Item = (ServiceId, &Dependency)> {
        list(&self.backlinks.dependants, service.index())
            .iter()
            .map(|(of, at)| (*of, &self.service(*of).depends_on[*at]))
    }

    /// The services that a person owns or stands in for.
    pub fn services_of_person(&self, person: PersonId) -> &[ServiceId] {
        list(&self.backlinks.services_of_person, person.index())
    }

    /// The teams that a person leads or belongs to.
    pub fn teams_of_person(&self, person: PersonId) -> &[TeamId] {
        list(&self.backlinks.teams_of_person, person.index())
    }

    /// The teams that a person belonged to.
    pub fn former_teams_of_person(&self, person: PersonId) -> &[TeamId] {
        list(&self.backlinks.former_teams_of_person, person.index())
    }

    /// The team in which a person is found: the one they name, else the first that names them.
    pub fn home_team(&self, person: PersonId) -> Option<TeamId> {
        self.person(person).team.or(self.teams_of_person(person).first().copied())
    }

    /// The time away of a person into which a date falls.
    pub fn away_on(&self, person: PersonId, date: NaiveDate) -> Option<&Away> {
        self.person(person).away.iter().find(|away| away.from <= date && date <= away.until)
    }

    /// Who stands in for a person in a time away: whoever it names, else the usual deputies.
    pub fn stand_ins<'a>(&'a self, person: PersonId, away: &'a Away) -> &'a [Spanned<PersonId>] {
        if away.deputy.is_empty() { &self.person(person).deputy } else { &away.deputy }
    }

    /// The departments that are part of a department.
    pub fn parts_of(&self, department: DepartmentId) -> &[DepartmentId] {
        list(&self.backlinks.parts_of_department, department.index())
    }

    /// The teams that are part of a team.
    pub fn parts_of_team(&self, team: TeamId) -> &[TeamId] {
        list(&self.backlinks.parts_of_team, team.index())
    }

    /// Where a person works: by their own word, else that of the team in which they are found.
    pub fn place_of(&self, person: PersonId) -> Option<PlaceId> {
        self.person(person).place.or_else(|| self.team(self.home_team(person)?).place)
    }

    /// When a person is at work: at the hours of their team, by the clock and on the working days of their own place.
    pub fn calendar_of_person(&self, person: PersonId) -> &Option<CalendarId> {
        let team = || self.home_team(person).map(|team| &self.team(team).calendar);
        self.elsewhere.get(&person).or_else(team).unwrap_or(&None)
    }

    /// Whose time a person keeps, where it is not their team's: by their own word, else that of the place that they
    /// name themselves.
    pub fn zone_of(&self, person: PersonId) -> Option<Tz> {
        let own = self.person(person);
        let team = self.home_team(person).and_then(|team| self.team(team).calendar);
        let team = team.map_or(self.company.zone, |calendar| self.calendar(calendar).zone());
        let place = own.place.map(|place| self.place(place).zone).filter(|zone| *zone != team);
        own.zone.or(place)
    }

    /// The articles that help a service's readers, named by either side.
    pub fn articles_for(&self, service: ServiceId) -> &[ArticleId] {
        list(&self.backlinks.articles_of_service, service.index())
    }

    /// How a service is reached: by its own channels, its team's or its department's.
    pub fn channels_of(&self, service: ServiceId) -> &[Channel] {
        let id = service;
        let service = self.service(id);
        match self.desks.of_service.get(&id) {
            _ if !service.channels.is_empty() => &service.channels,
            Some(channels) => channels,
            None => self.channels_of_team(service.team),
        }
    }

    /// How a team is reached: by its own channels or its department's.
    pub fn channels_of_team(&self, team: TeamId) -> &[Channel] {
        let id = team;
        let team = self.team(id);
        match self.desks.of_team.get(&id) {
            _ if !team.channels.is_empty() => &team.channels,
            Some(channels) => channels,
            None => &self.department(team.department).channels,
        }
    }
}

fn list<T>(lists: &[Vec<T>], index: usize) -> &[T] {
    lists.get(index).map_or(&[], Vec::as_slice)
}
