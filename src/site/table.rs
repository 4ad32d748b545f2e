//! The table of pages, one entry a kind. Addresses, menus, the site map, the 404 page and the builders are made
//! of it, so that a new kind is an entry here, a file in `pages`, a template and its words. What is forgotten
//! does not compile, or `tests/suite/pages.rs` asks for it.
//!
//! An entry says, in this order: the place, with what tells the pages of its kind apart; the view in `pages` and
//! the template; the folder and the name of the file, which are kept for ever; which of them there are in a
//! language; for a page that is no entry's, the group of the theme's words with its title and lead, and the doors
//! that lead to it, in the order of the table.

/// Hands the table to a macro that makes something of it.
macro_rules! table_of_pages {
    ($make:ident) => {
        $make! {
            /// The first page.
            Home {
                view: home::HomeView, "home.html";
                file: |_| ("", "index".into());
                there: |_, _| vec![Place::Home];
                words: None, [];
            }
            /// All services by the words that people use, or those of one letter, where they are too many for
            /// one page.
            AToZ(part: Option<LetterPart>) {
                view: a_to_z::AToZView, "a-to-z.html";
                file: |_| part.map_or(("", "a-z".into()), |part| ("a-z-by-letter/", part.file()));
                there: |edition, locale| whole_and(alphabet::parts(edition.alphabet(locale)), Place::AToZ);
                words: Some("a_to_z"), [Bar, Home, Lost];
            }
            /// All services by what people want to do, or those of one kind of need.
            Needs(part: Option<NeedPart>) {
                view: needs::NeedsView, "needs.html";
                file: |_| part.map_or(("", "i-need-to".into()), |part| ("i-need-to/", part.file()));
                there: |edition, locale| match edition.needs(locale) {
                    [] => Vec::new(),
                    needs => whole_and(needs::parts(needs), Place::Needs),
                };
                words: Some("needs"), [More, Home, Lost];
            }
            /// The front door for new people.
            NewHere {
                view: new_here::NewHereView, "new-here.html";
                file: |_| ("new-here/", "index".into());
                there: |edition, _| only_if(edition.published.has_newcomers(), Place::NewHere);
                words: Some("new_here"), [Bar];
            }
            /// All journeys.
            Journeys {
                view: journeys::JourneysView, "journeys.html";
                file: |_| ("journeys/", "index".into());
                there: |edition, _| only_if(edition.published.journeys().len() > 0, Place::Journeys);
                words: Some("journey"), [More];
            }
            /// All articles, or a part of them.
            Articles(part: Option<Part>) {
                view: articles::ArticlesView, "articles.html";
                file: |published| match part {
                    None => ("articles/", "index".into()),
                    Some(part) => ("articles-by-department/", part.file(published)),
                };
                there: |edition, _| {
                    let any = edition.published.articles().len() > 0;
                    if any { whole_and(splits::of_articles(edition), Place::Articles) } else { Vec::new() }
                };
                words: Some("article"), [More, Home];
            }
            /// All channels, or a part of them.
            PhoneList(part: Option<Part>) {
                view: phone_list::PhoneListView, "phone-list.html";
                file: |published| part_file("phone-list", "phone-list-by-department/", part, published);
                there: |edition, _| match edition.published.has_channels() {
                    true => whole_and(splits::of_contacts(edition), Place::PhoneList),
                    false => Vec::new(),
                };
                words: Some("phone_list"), [More, Home, Lost];
            }
            /// All people who may be named, or those of one letter, where they are too many for one page.
            People(part: Option<LetterPart>) {
                view: people::PeopleView, "people.html";
                file: |_| part.map_or(("people/", "index".into()), |part| ("people-by-letter/", part.file()));
                there: |edition, locale| match edition.directory(locale) {
                    [] => Vec::new(),
                    people => whole_and(directory::parts(people), Place::People),
                };
                words: Some("people"), [More, Home, Lost];
            }
            /// All places.
            Workplaces {
                view: places::PlacesView, "places.html";
                file: |_| ("places/", "index".into());
                there: |edition, _| only_if(edition.published.places().len() > 0, Place::Workplaces);
                words: Some("place"), [More, Home];
            }
            /// All response standards, or a part of them.
            Standards(part: Option<Part>) {
                view: standards::StandardsView, "standards.html";
                file: |published| part_file("standards", "standards-by-department/", part, published);
                there: |edition, _| match edition.published.practice().promises {
                    true => whole_and(splits::of_services(edition), Place::Standards),
                    false => Vec::new(),
                };
                words: Some("standards"), [More, Home];
            }
            /// Who answers, does, is asked and is told; or a part of that.
            Roles(part: Option<Part>) {
                view: roles::RolesView, "roles.html";
                file: |published| part_file("roles", "roles-by-department/", part, published);
                there: |edition, _| match edition.published.practice().roles {
                    true => whole_and(splits::of_services(edition), Place::Roles),
                    false => Vec::new(),
                };
                words: Some("roles"), [More, Home];
            }
            /// How the customer is served, floor by floor.
            Customer {
                view: customer::CustomerView, "customer.html";
                file: |_| ("", "customer".into());
                there: |edition, _| only_if(edition.published.has_customers(), Place::Customer);
                words: Some("customer"), [More, Home];
            }
            /// The year's dates by those who keep them, or of one of these, where they are too many for one page.
            Deadlines(keeper: Option<Feed>) {
                view: deadlines::DeadlinesView, "deadlines.html";
                file: |published| match keeper {
                    None => ("", "deadlines".into()),
                    Some(feed) => ("deadlines-by-group/", feed.slug(published).into()),
                };
                there: |edition, _| {
                    let parts = || whole_and(splits::of_dates(edition), Place::Deadlines);
                    if edition.published.has_dates() { parts() } else { Vec::new() }
                };
                words: Some("deadline"), [More, Home];
            }
            /// A department.
            Department(id: DepartmentId) {
                view: department::DepartmentView, "department.html";
                file: |published| ("departments/", published.id(id).into());
                there: |edition, _| edition.published.departments().map(|entry| Place::Department(entry.key)).collect();
                words: None, [];
            }
            /// A team with a page of its own: one that acts for its department has that one's.
            Team(id: TeamId) {
                view: team::TeamView, "team.html";
                file: |published| ("teams/", published.id(id).into());
                there: |edition, _| edition.published.teams().map(|team| Place::Team(team.key)).collect();
                words: None, [];
            }
            /// A service.
            Service(id: ServiceId) {
                view: service::ServiceView, "service.html";
                file: |published| ("services/", published.id(id).into());
                there: |edition, _| edition.published.services().map(|entry| Place::Service(entry.key)).collect();
                words: None, [];
            }
            /// A person, where people are named.
            Person(id: PersonId) {
                view: person::PersonView, "person.html";
                file: |published| ("people/", published.id(id).into());
                there: |edition, _| edition.published.people().map(|person| Place::Person(person.key)).collect();
                words: None, [];
            }
            /// An article.
            Article(id: ArticleId) {
                view: article::ArticleView, "article.html";
                file: |published| ("articles/", published.id(id).into());
                there: |edition, _| edition.published.articles().map(|entry| Place::Article(entry.key)).collect();
                words: None, [];
            }
            /// A journey.
            Journey(id: JourneyId) {
                view: journey::JourneyView, "journey.html";
                file: |published| ("journeys/", published.id(id).into());
                there: |edition, _| edition.published.journeys().map(|entry| Place::Journey(entry.key)).collect();
                words: None, [];
            }
            /// A place.
            Workplace(id: PlaceId) {
                view: place::PlaceView, "place.html";
                file: |published| ("places/", published.id(id).into());
                there: |edition, _| edition.published.places().map(|entry| Place::Workplace(entry.key)).collect();
                words: None, [];
            }
            /// An audience, or a part of the services that are there for it.
            Audience(of: (AudienceId, Option<Part>)) {
                view: audience::AudienceView, "audience.html";
                file: |published| match (published.id(of.0), of.1) {
                    (slug, None) => ("audiences/", slug.into()),
                    (slug, Some(part)) => {
                        ("audiences-by-department/", format!("{slug}.{}", part.file(published)).into())
                    }
                };
                there: |edition, _| {
                    let audiences = edition.published.audiences().iter().filter_map(|audience| audience.key);
                    let pages = |id| whole_and(splits::of_audience(id, edition), |part| Place::Audience((id, part)));
                    audiences.flat_map(pages).collect()
                };
                words: None, [];
            }
            /// What the new people of an audience need.
            Welcome(id: AudienceId) {
                view: welcome::WelcomeView, "welcome.html";
                file: |published| ("new-here/", published.id(id).into());
                there: |edition, _| edition.published.newcomers().map(Place::Welcome).collect();
                words: None, [];
            }
            /// What the search has found.
            Search {
                view: search::SearchView, "search.html";
                file: |_| ("", "search".into());
                there: |_, _| vec![Place::Search];
                words: Some("search"), [];
            }
            /// What is shown for an address that leads nowhere.
            NotFound {
                view: not_found::NotFoundView, "not-found.html";
                file: |_| ("", "404".into());
                there: |_, _| vec![Place::NotFound];
                words: Some("not_found"), [];
            }
        }
    };
}

pub(crate) use table_of_pages;
