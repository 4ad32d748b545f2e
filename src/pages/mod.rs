//! Fourth stage: what each page says. A [`Page`] is a shell and a body; a body is one borrowed,
//! serializable struct per template, in the reader's words. Views decide nothing that a check should
//! have decided, and know no HTML beyond rendered Markdown.
//!
//! A new kind of page goes here: a [`Place`] with its file and a line in `route::all` (without it the
//! page is never written), a view in a file of its own that only this one imports, a [`Body`], and a
//! template of the same name in the theme. What several pages show stands in files that are no pages.

mod a_to_z;
mod article;
mod customer;
mod deadlines;
mod department;
mod home;
mod journey;
mod journeys;
mod new_here;
mod not_found;
mod parts;
mod person;
mod phone_list;
mod roles;
mod service;
mod standards;
mod team;
mod welcome;

use serde::Serialize;

use crate::site::clock::ClockView;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Edition, Place, Route, Shell};
use a_to_z::{AToZView, letter};
use article::{ArticleView, ArticlesView};
use customer::CustomerView;
use deadlines::DeadlinesView;
use department::DepartmentView;
use home::HomeView;
use journey::JourneyView;
use journeys::JourneysView;
use new_here::NewHereView;
use not_found::NotFoundView;
use parts::channel::ChannelView;
use person::PersonView;
use phone_list::PhoneListView;
use roles::RolesView;
use service::ServiceView;
use standards::StandardsView;
use team::TeamView;
use welcome::WelcomeView;

/// A page, ready to be rendered.
#[derive(Debug, Serialize)]
pub struct Page<'a> {
    /// What is around the content.
    pub shell: Shell<'a>,
    /// The content.
    pub body: Body<'a>,
}

/// The content of a page, by kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is the view of the same name")]
pub enum Body<'a> {
    Home(HomeView<'a>),
    Service(Box<ServiceView<'a>>),
    Team(TeamView<'a>),
    Department(DepartmentView<'a>),
    Person(PersonView<'a>),
    Article(ArticleView<'a>),
    Articles(ArticlesView<'a>),
    AToZ(AToZView<'a>),
    Standards(StandardsView<'a>),
    PhoneList(PhoneListView<'a>),
    Roles(RolesView<'a>),
    Journey(JourneyView<'a>),
    Journeys(JourneysView<'a>),
    NewHere(NewHereView<'a>),
    Welcome(WelcomeView<'a>),
    Customer(CustomerView<'a>),
    Deadlines(DeadlinesView<'a>),
    NotFound(NotFoundView<'a>),
}

impl Body<'_> {
    /// The template, in the theme's `templates/pages`.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "pages/home.html",
            Self::Service(_) => "pages/service.html",
            Self::Team(_) => "pages/team.html",
            Self::Department(_) => "pages/department.html",
            Self::Person(_) => "pages/person.html",
            Self::Article(_) => "pages/article.html",
            Self::Articles(_) => "pages/articles.html",
            Self::AToZ(_) => "pages/a-to-z.html",
            Self::Standards(_) => "pages/standards.html",
            Self::PhoneList(_) => "pages/phone-list.html",
            Self::Roles(_) => "pages/roles.html",
            Self::Journey(_) => "pages/journey.html",
            Self::Journeys(_) => "pages/journeys.html",
            Self::NewHere(_) => "pages/new-here.html",
            Self::Welcome(_) => "pages/welcome.html",
            Self::Customer(_) => "pages/customer.html",
            Self::Deadlines(_) => "pages/deadlines.html",
            Self::NotFound(_) => "pages/not-found.html",
        }
    }

    /// What of it ticks.
    fn clock<'r>(&self, reader: Reader<'r>) -> Option<ClockView<'r>> {
        let (calendar, channels, always): (_, Vec<&ChannelView<'_>>, bool) = match self {
            Self::Service(view) => {
                (view.calendar, view.channels.iter().collect(), view.promises.iter().any(|promise| promise.always))
            }
            Self::Team(view) => (view.calendar, view.channels.iter().collect(), false),
            Self::Department(view) => {
                let doors = view.doors.iter().flat_map(|door| &door.channels);
                (view.calendar, view.channels.iter().chain(doors).collect(), false)
            }
            Self::Person(view) => (view.calendar, view.channels.iter().collect(), false),
            _ => return None,
        };
        ClockView::new(channels.into_iter().filter_map(|channel| channel.calendar).chain(calendar), always, reader)
    }
}

/// The title of a part of a page that is split: the whole and the part.
fn about<'a>(whole: Phrase<'a>, part: &str) -> Phrase<'a> {
    Phrase::own(format!("{}: {part}", whole.text))
}

/// The page at a route.
pub fn page<'a>(route: Route, edition: &'a Edition<'a>) -> Page<'a> {
    let reader = Reader { edition, route };
    let word = |key: &str| Phrase::own(reader.words().text(key));
    let all = |place: Place, key: &str| Link { href: Some(reader.href(place)), name: word(key) };
    let (title, about, breadcrumbs, body): (Phrase<'a>, Option<Phrase<'a>>, Vec<Link<'a>>, Body<'a>) = match route.place
    {
        Place::Home => {
            let view = HomeView::new(reader);
            (reader.name(&edition.catalog.company.name), view.summary.clone(), Vec::new(), Body::Home(view))
        }
        Place::Service(id) => {
            let view = ServiceView::new(id, reader);
            (view.name.clone(), view.summary.clone(), service::breadcrumbs(id, reader), Body::Service(Box::new(view)))
        }
        Place::Team(id) => {
            let view = TeamView::new(id, reader);
            let back = vec![reader.department(edition.catalog.team(id).department)];
            (view.name.clone(), view.summary.clone(), back, Body::Team(view))
        }
        Place::Department(id) => {
            let view = DepartmentView::new(id, reader);
            (
                view.name.clone(),
                view.summary.clone(),
                view.part_of.clone().into_iter().collect(),
                Body::Department(view),
            )
        }
        Place::Person(id) => {
            let view = PersonView::new(id, reader);
            (view.name.clone(), view.title.clone(), person::breadcrumbs(id, reader), Body::Person(view))
        }
        Place::Article(id) => {
            let view = ArticleView::new(id, reader);
            let back =
                vec![all(Place::Articles, "site.articles"), reader.department(edition.catalog.article(id).department)];
            (view.title.clone(), view.summary.clone(), back, Body::Article(view))
        }
        Place::Articles => {
            (word("article.title"), Some(word("article.lead")), Vec::new(), Body::Articles(ArticlesView::new(reader)))
        }
        Place::AToZ => {
            (word("a_to_z.title"), Some(word("a_to_z.lead")), Vec::new(), Body::AToZ(AToZView::new(None, reader)))
        }
        Place::Standards => (
            word("standards.title"),
            Some(word("standards.lead")),
            Vec::new(),
            Body::Standards(StandardsView::new(None, reader)),
        ),
        Place::PhoneList => (
            word("phone_list.title"),
            Some(word("phone_list.lead")),
            Vec::new(),
            Body::PhoneList(PhoneListView::new(reader)),
        ),
        Place::Roles => {
            (word("roles.title"), Some(word("roles.lead")), Vec::new(), Body::Roles(RolesView::new(None, reader)))
        }
        Place::Letter(number) => (
            about(word("a_to_z.title"), letter(number, reader)),
            None,
            vec![all(Place::AToZ, "a_to_z.title")],
            Body::AToZ(AToZView::new(Some(number), reader)),
        ),
        Place::StandardsOf(id) => {
            let back = vec![all(Place::Standards, "standards.title")];
            (
                about(word("standards.title"), &reader.department(id).name.text),
                None,
                back,
                Body::Standards(StandardsView::new(Some(id), reader)),
            )
        }
        Place::RolesOf(id) => {
            let back = vec![all(Place::Roles, "roles.title")];
            (
                about(word("roles.title"), &reader.department(id).name.text),
                None,
                back,
                Body::Roles(RolesView::new(Some(id), reader)),
            )
        }
        Place::Journey(id) => {
            let view = JourneyView::new(id, reader);
            (view.name.clone(), view.summary.clone(), journey::breadcrumbs(id, reader), Body::Journey(view))
        }
        Place::Journeys => {
            (word("journey.title"), Some(word("journey.lead")), Vec::new(), Body::Journeys(JourneysView::new(reader)))
        }
        Place::NewHere => {
            (word("new_here.title"), Some(word("new_here.lead")), Vec::new(), Body::NewHere(NewHereView::new(reader)))
        }
        Place::Welcome(audience) => {
            let view = WelcomeView::new(audience, reader);
            let back = Link { href: Some(reader.href(Place::NewHere)), name: word("site.new_here") };
            (view.title.clone(), Some(word("new_here.lead")), vec![back], Body::Welcome(view))
        }
        Place::Customer => {
            (word("customer.title"), Some(word("customer.lead")), Vec::new(), Body::Customer(CustomerView::new(reader)))
        }
        Place::Deadlines => (
            word("deadline.title"),
            Some(word("deadline.lead")),
            Vec::new(),
            Body::Deadlines(DeadlinesView::new(reader)),
        ),
        Place::NotFound => (
            word("not_found.title"),
            Some(word("not_found.lead")),
            Vec::new(),
            Body::NotFound(NotFoundView::new(reader)),
        ),
    };
    let mut shell = Shell::new(reader, title, about.map(|about| about.text.into_owned()), breadcrumbs);
    shell.clock = body.clock(reader);
    Page { shell, body }
}
