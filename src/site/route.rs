//! Which pages there are and where each lives: the only place that knows file names and addresses. Addresses are kept
//! for ever and need no server: relative, ending in `.html`.

use std::borrow::Cow;

use crate::model::{
    ArticleId, AudienceId, Catalog, DepartmentId, JourneyId, LocaleId, PersonId, Privacy, ServiceId, TeamId,
};

/// A page in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language.
    pub locale: LocaleId,
    /// The page.
    pub place: Place,
}

/// What a page is about, whatever its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The first page.
    Home,
    /// A service.
    Service(ServiceId),
    /// A team with a page of its own.
    Team(TeamId),
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// An article.
    Article(ArticleId),
    /// A journey.
    Journey(JourneyId),
    /// All journeys.
    Journeys,
    /// The front door for new people.
    NewHere,
    /// What the new people of an audience need.
    Welcome(AudienceId),
    /// All services by the words that people use.
    AToZ,
    /// One letter of them, by its number, where they are too many for one page.
    Letter(u16),
    /// All response standards.
    Standards,
    /// Those of a department, where they are too many for one page.
    StandardsOf(DepartmentId),
    /// All channels.
    PhoneList,
    /// Who answers, does, is asked and is told.
    Roles,
    /// The same of a department, where they are too many for one page.
    RolesOf(DepartmentId),
    /// All articles.
    Articles,
    /// How the customer is served, floor by floor.
    Customer,
    /// The year's dates by audience.
    Deadlines,
    /// What is shown for an address that leads nowhere.
    NotFound,
}

/// Whose dates a calendar file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// What the whole staff has to keep.
    Everyone,
    /// What the company's own customers have to keep.
    Customers,
    /// What an audience has to keep.
    Audience(AudienceId),
    /// The dates of a service.
    Service(ServiceId),
    /// The dates of a department's services, and what it has to keep.
    Department(DepartmentId),
    /// What a team has to keep.
    Team(TeamId),
}

impl Feed {
    /// The file's path in the site.
    pub fn path(self, locale: LocaleId, catalog: &Catalog) -> String {
        let mut path = locale_folder(locale, catalog);
        let (folder, name) = match self {
            Self::Everyone => ("calendars", "everyone"),
            Self::Customers => ("calendars", "customers"),
            Self::Audience(id) => ("audiences", &*catalog.audience(id).slug),
            Self::Service(id) => ("services", &*catalog.service(id).slug),
            Self::Department(id) => ("departments", &*catalog.department(id).slug),
            Self::Team(id) => ("teams", &*catalog.team(id).slug),
        };
        path.push_str(&format!("{folder}/{name}.ics"));
        path
    }
}

impl Route {
    /// The file's path in the site, with `/` between its parts.
    pub fn path(self, catalog: &Catalog) -> String {
        let (folder, name) = self.place.file(catalog);
        format!("{}{folder}{name}.html", locale_folder(self.locale, catalog))
    }

    /// The relative address of another page from this one.
    pub fn href(self, to: Route, catalog: &Catalog) -> String {
        if self.locale == to.locale {
            return self.down_to(to.path(catalog), catalog);
        }
        self.to_root(catalog) + &to.path(catalog)
    }

    /// The relative address of a calendar file in the page's language.
    pub fn href_to_feed(self, to: Feed, catalog: &Catalog) -> String {
        self.down_to(to.path(self.locale, catalog), catalog)
    }

    /// Files of one language share its folder: the way leads up to there and down again.
    fn down_to(self, mut path: String, catalog: &Catalog) -> String {
        let folder = locale_folder(self.locale, catalog).len();
        path.drain(..folder);
        let mut href = up(self.place.file(catalog).0);
        href.push_str(&path);
        href
    }

    /// The relative address of the site's root, empty or ending in a slash.
    pub fn to_root(self, catalog: &Catalog) -> String {
        up(&locale_folder(self.locale, catalog)) + &up(self.place.file(catalog).0)
    }
}

impl Place {
    /// The page that says the same in another language: letters differ between alphabets.
    pub fn elsewhere(self) -> Self {
        if let Self::Letter(_) = self { Self::AToZ } else { self }
    }

    /// The folder below the language's, empty or ending in a slash, and the file's name in it.
    fn file(self, catalog: &Catalog) -> (&'static str, Cow<'_, str>) {
        let (folder, name): (_, &str) = match self {
            Self::Home => ("", "index"),
            Self::Service(id) => ("services/", &catalog.service(id).slug),
            Self::Team(id) => ("teams/", &catalog.team(id).slug),
            Self::Department(id) => ("departments/", &catalog.department(id).slug),
            Self::Person(id) => ("people/", &catalog.person(id).slug),
            Self::Article(id) => ("articles/", &catalog.article(id).slug),
            Self::Journey(id) => ("journeys/", &catalog.journey(id).slug),
            Self::Journeys => ("journeys/", "index"),
            Self::NewHere => ("new-here/", "index"),
            Self::Welcome(id) => ("new-here/", &catalog.audience(id).slug),
            Self::AToZ => ("", "a-z"),
            Self::Letter(number) => return ("a-z-by-letter/", format!("letter-{}", number + 1).into()),
            Self::Standards => ("", "standards"),
            Self::StandardsOf(id) => ("standards-by-department/", &catalog.department(id).slug),
            Self::PhoneList => ("", "phone-list"),
            Self::Roles => ("", "roles"),
            Self::RolesOf(id) => ("roles-by-department/", &catalog.department(id).slug),
            Self::Articles => ("articles/", "index"),
            Self::Customer => ("", "customer"),
            Self::Deadlines => ("", "deadlines"),
            Self::NotFound => ("", "404"),
        };
        (folder, name.into())
    }
}

/// The way out of a folder.
fn up(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}

/// What decides which pages there are, besides the catalog's entries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Whether the company's own customers are served.
    pub(crate) customer: bool,
    /// Whether there are dates to keep.
    pub(crate) deadlines: bool,
    /// Whether tables of all services are split over several pages.
    pub(crate) large: bool,
}

/// Every page of the site, in the order in which they are written; what has no line here is never
/// written. `letters` says how many letters of a language have a page of their own.
pub(crate) fn all(catalog: &Catalog, extent: Extent, letters: impl Fn(LocaleId) -> usize) -> Vec<Route> {
    let mut places = vec![Place::Home, Place::AToZ, Place::Standards, Place::PhoneList, Place::Roles, Place::NotFound];
    places.extend((catalog.articles().len() > 0).then_some(Place::Articles));
    places.extend((catalog.journeys().len() > 0).then_some(Place::Journeys));
    places.extend(catalog.has_newcomers().then_some(Place::NewHere));
    places.extend(catalog.newcomers().map(Place::Welcome));
    places.extend(catalog.journeys().map(|(id, _)| Place::Journey(id)));
    places.extend(extent.customer.then_some(Place::Customer));
    places.extend(extent.deadlines.then_some(Place::Deadlines));
    places.extend(catalog.departments().map(|(id, _)| Place::Department(id)));
    places.extend(catalog.teams().filter(|(_, team)| !team.acting).map(|(id, _)| Place::Team(id)));
    places.extend(catalog.services().map(|(id, _)| Place::Service(id)));
    if catalog.company.privacy != Privacy::Roles {
        places.extend(catalog.people().map(|(id, _)| Place::Person(id)));
    }
    places.extend(catalog.articles().map(|(id, _)| Place::Article(id)));
    if extent.large {
        let kept = |department: &DepartmentId| !catalog.services_in(*department).is_empty();
        let departments: Vec<_> = catalog.departments().map(|(id, _)| id).filter(kept).collect();
        places.extend(departments.iter().map(|id| Place::StandardsOf(*id)));
        places.extend(departments.iter().map(|id| Place::RolesOf(*id)));
    }
    let mut routes = Vec::new();
    for locale in catalog.locales() {
        routes.extend(places.iter().map(|place| Route { locale, place: *place }));
        routes.extend((0u16..).take(letters(locale)).map(|number| Route { locale, place: Place::Letter(number) }));
    }
    routes
}

/// The folder of a language: none for the first, `fi/` for another.
fn locale_folder(locale: LocaleId, catalog: &Catalog) -> String {
    match catalog.company.locales.get(locale.index()) {
        Some(tag) if locale != LocaleId::FIRST => format!("{}/", tag.tag()),
        _ => String::new(),
    }
}
