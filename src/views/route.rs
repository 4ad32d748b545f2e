//! Where every page lives: the only place that knows file names and addresses. Addresses are kept
//! for ever and need no server: relative, ending in `.html`.

use crate::model::{ArticleId, AudienceId, Catalog, DepartmentId, JourneyId, LocaleId, PersonId, ServiceId, TeamId};

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
        let mut path = locale_folder(self.locale, catalog);
        match self.place {
            Place::Home => path.push_str("index.html"),
            Place::Service(id) => push(&mut path, "services", &catalog.service(id).slug),
            Place::Team(id) => push(&mut path, "teams", &catalog.team(id).slug),
            Place::Department(id) => push(&mut path, "departments", &catalog.department(id).slug),
            Place::Person(id) => push(&mut path, "people", &catalog.person(id).slug),
            Place::Article(id) => push(&mut path, "articles", &catalog.article(id).slug),
            Place::Journey(id) => push(&mut path, "journeys", &catalog.journey(id).slug),
            Place::Journeys => path.push_str("journeys/index.html"),
            Place::NewHere => path.push_str("new-here/index.html"),
            Place::Welcome(id) => push(&mut path, "new-here", &catalog.audience(id).slug),
            Place::AToZ => path.push_str("a-z.html"),
            Place::Letter(number) => push(&mut path, "a-z-by-letter", &format!("letter-{}", number + 1)),
            Place::StandardsOf(id) => push(&mut path, "standards-by-department", &catalog.department(id).slug),
            Place::RolesOf(id) => push(&mut path, "roles-by-department", &catalog.department(id).slug),
            Place::Standards => path.push_str("standards.html"),
            Place::PhoneList => path.push_str("phone-list.html"),
            Place::Roles => path.push_str("roles.html"),
            Place::Articles => path.push_str("articles/index.html"),
            Place::Customer => path.push_str("customer.html"),
            Place::Deadlines => path.push_str("deadlines.html"),
            Place::NotFound => path.push_str("404.html"),
        }
        path
    }

    /// How many folders lie between the site's root and the file.
    pub fn depth(self) -> usize {
        usize::from(self.locale != LocaleId::FIRST) + self.place.depth()
    }

    /// The relative address of another page from this one.
    pub fn href(self, to: Route, catalog: &Catalog) -> String {
        if self.locale == to.locale {
            return self.down_to(to.path(catalog), catalog);
        }
        self.to_root() + &to.path(catalog)
    }

    /// The relative address of a calendar file in the page's language.
    pub fn href_to_feed(self, to: Feed, catalog: &Catalog) -> String {
        self.down_to(to.path(self.locale, catalog), catalog)
    }

    /// Files of one language share its folder: the way leads up to there and down again.
    fn down_to(self, mut path: String, catalog: &Catalog) -> String {
        let folder = locale_folder(self.locale, catalog).len();
        path.drain(..folder);
        let mut href = "../".repeat(self.place.depth());
        href.push_str(&path);
        href
    }

    /// The relative address of the site's root, empty or ending in a slash.
    pub fn to_root(self) -> String {
        "../".repeat(self.depth())
    }
}

impl Place {
    /// The page that says the same in another language: letters differ between alphabets.
    pub fn elsewhere(self) -> Self {
        if let Self::Letter(_) = self { Self::AToZ } else { self }
    }

    fn depth(self) -> usize {
        match self {
            Self::Service(_)
            | Self::Team(_)
            | Self::Department(_)
            | Self::Person(_)
            | Self::Article(_)
            | Self::Letter(_)
            | Self::StandardsOf(_)
            | Self::RolesOf(_)
            | Self::Articles
            | Self::Journey(_)
            | Self::Journeys
            | Self::NewHere
            | Self::Welcome(_) => 1,
            Self::Home
            | Self::AToZ
            | Self::Standards
            | Self::PhoneList
            | Self::Roles
            | Self::Customer
            | Self::Deadlines
            | Self::NotFound => 0,
        }
    }
}

/// The folder of a language: none for the first, `fi/` for another.
fn locale_folder(locale: LocaleId, catalog: &Catalog) -> String {
    match catalog.company.locales.get(locale.index()) {
        Some(tag) if locale != LocaleId::FIRST => format!("{}/", tag.tag()),
        _ => String::new(),
    }
}

fn push(path: &mut String, folder: &str, slug: &str) {
    path.push_str(folder);
    path.push('/');
    path.push_str(slug);
    path.push_str(".html");
}
