//! A reader of one page: turns entries into texts in the reader's language and links from the
//! reader's place.

use std::borrow::Cow;

use super::edition::Edition;
use super::feed::Feed;
use super::namesakes::Distinction;
use super::phrase::{self, Badge, Fact, Foreign, Link, Passage, Phrase};
use super::place::Place;
use super::route::Route;
use crate::clock::Duration;
use crate::diagnostic::FileId;
use crate::i18n::{Direction, Locale, Span, Words};
use crate::markdown::{self, Html, Settings, survey};
use crate::model::{
    AudienceId, Catalog, DepartmentId, Entry, EntryKind, LocaleId, Meaning, Party, PersonId, Privacy, Served,
    ServiceId, Status, TeamId, Text,
};

/// Stands before the ids of headings in what a page says about its entry.
const DESCRIPTION: &str = "about";

/// Somebody who reads one page in one language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The edition.
    pub edition: &'a Edition<'a>,
    /// The page.
    pub route: Route,
}

impl<'a> Reader<'a> {
    /// The catalog.
    pub fn catalog(self) -> &'a Catalog {
        self.edition.catalog
    }

    /// The language.
    pub fn locale(self) -> LocaleId {
        self.route.locale
    }

    /// The words of the language.
    pub fn words(self) -> &'a Words<'a> {
        self.edition.words(self.route.locale)
    }

    /// One of the theme's words.
    pub fn word(self, key: &str) -> String {
        self.words().text(key).into_owned()
    }

    /// The page's language: that of its words, also where the catalog's texts are in another.
    pub fn page_language(self) -> &'a Locale {
        self.words().language()
    }

    /// A language's tag, where it is not the page's.
    fn lang(self, locale: LocaleId) -> Option<&'a str> {
        let tag = self.catalog().company.locales[locale.index()].tag();
        (tag != self.page_language().tag()).then_some(tag)
    }

    /// Which way a language is written, where that is not the page's way.
    fn dir(self, locale: &Locale) -> Option<Direction> {
        Some(locale.direction()).filter(|direction| *direction != self.page_language().direction())
    }

    /// A text in the reader's language, or marked with the one it is in.
    pub fn phrase(self, text: &'a Text) -> Phrase<'a> {
        let version = text.get(self.locale());
        Phrase { text: self.edition.public(version.text), foreign: self.foreign(version.locale) }
    }

    /// How a text in a language is marked on this page.
    fn foreign(self, locale: LocaleId) -> Option<Foreign<'a>> {
        self.lang(locale).map(|lang| Foreign {
            lang,
            dir: self.dir(&self.catalog().company.locales[locale.index()]),
            fallback: locale != self.locale(),
        })
    }

    /// A proper name: the same in every language unless the catalog says otherwise, so that it is
    /// never marked as untranslated.
    pub fn name(self, name: &'a Text) -> Phrase<'a> {
        Phrase::own(name.str(self.locale()))
    }

    /// A text that may be missing.
    pub fn maybe(self, text: &'a Option<Text>) -> Option<Phrase<'a>> {
        text.as_ref().map(|text| self.phrase(text))
    }

    /// What an entry's page says about it.
    pub fn description(self, text: &'a Text) -> Passage<'a> {
        self.passage(text, DESCRIPTION)
    }

    /// Markdown with headings from level 3 on; `prefix` keeps its ids apart from other texts'.
    pub fn passage(self, text: &'a Text, prefix: &str) -> Passage<'a> {
        self.passage_at(text, prefix, 3)
    }

    /// Markdown with headings from a level on.
    pub fn passage_at(self, text: &'a Text, prefix: &str, base_level: u8) -> Passage<'a> {
        let (html, locale) = self.render(text, prefix, base_level, markdown::render);
        let dir = self.dir(&self.catalog().company.locales[locale.index()]);
        Passage { html, lang: self.lang(locale), dir }
    }

    /// Markdown without paragraphs, lists or headings.
    pub fn inline(self, text: &Text) -> Html {
        let (html, locale) = self.render(text, "", 3, markdown::render_inline);
        phrase::html(|markup| {
            phrase::marked(self.foreign(locale), markup, |inside| {
                inside.html(&html);
            });
        })
    }

    fn render(
        self,
        text: &Text,
        prefix: &str,
        base_level: u8,
        render: fn(&str, &Settings<'_>) -> Html,
    ) -> (Html, LocaleId) {
        let version = text.get(self.locale());
        let rewrite = |target: &str| self.rewrite(target);
        let picture = |target: &str| self.picture(target, version.file);
        let labels = self.edition.labels(self.locale());
        let settings = Settings { base_level, prefix, labels, rewrite: &rewrite, picture: &picture };
        (render(&self.edition.public(version.text), &settings), version.locale)
    }

    /// Where a link in an author's Markdown really leads. One that names an entry that does not
    /// exist leads nowhere: its words stay. A person who may not be named has no page.
    fn rewrite(self, target: &str) -> Option<String> {
        let (entry, heading) = match self.edition.references().meaning(target) {
            Meaning::Entry(entry, heading) => (entry, heading),
            Meaning::Unknown { .. } => return Some(String::new()),
            Meaning::Other => return None,
        };
        let href = match entry {
            Entry::Service(id) => self.href(Place::Service(id)),
            Entry::Team(id) => self.href(Place::Team(id)),
            Entry::Department(id) => self.href(Place::Department(id)),
            Entry::Article(id) => self.href(Place::Article(id)),
            Entry::Person(id) => self.person(id).href.unwrap_or_default(),
            Entry::Journey(id) => self.href(Place::Journey(id)),
        };
        Some(match heading {
            Some(heading) if !href.is_empty() => format!("{href}#{}", self.heading_id(entry, heading)),
            _ => href,
        })
    }

    /// The id of a heading of an entry's text on the entry's page.
    fn heading_id<'h>(self, entry: Entry, heading: &'h str) -> Cow<'h, str> {
        let text = entry.text(self.catalog()).filter(|_| entry.kind() != EntryKind::Article);
        let headings = text.map(|text| survey(text.str(self.locale())).headings).unwrap_or_default();
        match headings.iter().any(|known| known.id == heading) {
            true => format!("{DESCRIPTION}-{heading}").into(),
            false => heading.into(),
        }
    }

    /// Where a picture that is named in a file really is.
    fn picture(self, target: &str, file: FileId) -> Option<String> {
        let path = self.catalog().pictures.find(target, file)?;
        Some(self.root() + self.edition.pictures.get(path)?)
    }

    /// The address of a page in the same language.
    pub fn href(self, place: Place) -> String {
        self.href_to(Route { locale: self.locale(), place })
    }

    /// The address of a page in any language.
    pub fn href_to(self, to: Route) -> String {
        match self.own_address() {
            Some(base) => base.to_owned() + &to.path(self.catalog()),
            None => self.route.href(to, self.catalog()),
        }
    }

    /// The way to the site's root, empty or ending in a slash.
    pub fn root(self) -> String {
        self.own_address().map_or_else(|| self.route.to_root(self.catalog()), str::to_owned)
    }

    /// The site's own address, on a page that is served under any address.
    fn own_address(self) -> Option<&'a str> {
        self.edition.base_url.filter(|_| self.edition.deployed && self.route.place == Place::NotFound)
    }

    /// The address of a calendar file, if there is one.
    pub fn calendar_file(self, feed: Feed) -> Option<String> {
        self.edition.outlook().agenda.has(feed).then(|| self.route.href_to_feed(feed, self.catalog()))
    }

    /// A service.
    pub fn service(self, id: ServiceId) -> Link<'a> {
        Link { href: Some(self.href(Place::Service(id))), name: self.phrase(&self.catalog().service(id).name) }
    }

    /// A team; one that acts for its department leads there.
    pub fn team(self, id: TeamId) -> Link<'a> {
        let team = self.catalog().team(id);
        let place = if team.acting { Place::Department(team.department) } else { Place::Team(id) };
        Link { href: Some(self.href(place)), name: self.phrase(&team.name) }
    }

    /// A department.
    pub fn department(self, id: DepartmentId) -> Link<'a> {
        Link { href: Some(self.href(Place::Department(id))), name: self.phrase(&self.catalog().department(id).name) }
    }

    /// An audience.
    pub fn audience(self, id: AudienceId) -> Link<'a> {
        Link {
            href: Some(self.href(Place::Audience((id, None)))),
            name: self.phrase(&self.catalog().audience(id).name),
        }
    }

    /// A person, as far as the company's privacy lets them be named.
    pub fn person(self, id: PersonId) -> Link<'a> {
        let person = self.catalog().person(id);
        if self.catalog().company.privacy != Privacy::Roles {
            return Link { href: Some(self.href(Place::Person(id))), name: self.told_apart(id) };
        }
        let name = self.maybe(&person.title).unwrap_or_else(|| Phrase::own(self.words().text("role.member")));
        Link { href: self.catalog().home_team(id).and_then(|team| self.team(team).href), name }
    }

    /// A person's name, with what tells them from others of the same name.
    fn told_apart(self, id: PersonId) -> Phrase<'a> {
        let person = self.catalog().person(id);
        let name = self.name(&person.name);
        let Some(distinction) = self.edition.namesakes.get(&id) else { return name };
        let title = person.title.as_ref().map(|title| title.str(self.locale()));
        let team = self.catalog().home_team(id).map(|team| self.catalog().team(team).name.str(self.locale()));
        let behind = match distinction {
            Distinction::Title => [title, None],
            Distinction::Team => [team, None],
            Distinction::TitleAndTeam => [title, team],
        };
        let behind: Vec<&str> = behind.into_iter().flatten().collect();
        if behind.is_empty() { name } else { Phrase::own(format!("{} ({})", name.text, behind.join(", "))) }
    }

    /// A person or a team.
    pub fn party(self, party: Party) -> Link<'a> {
        match party {
            Party::Person(id) => self.person(id),
            Party::Team(id) => self.team(id),
        }
    }

    /// Those who are served.
    pub fn served(self, served: Served) -> Link<'a> {
        match served {
            Served::Everyone => Link { href: None, name: Phrase::own(self.words().text("service.everyone")) },
            Served::Customers => Link {
                href: None,
                name: match &self.catalog().company.external_customer {
                    Some(customer) => self.phrase(&customer.name),
                    None => Phrase::own(self.words().text("service.customers")),
                },
            },
            Served::Audience(id) => self.audience(id),
            Served::Department(id) => self.department(id),
            Served::Team(id) => self.team(id),
        }
    }

    /// Those who keep the dates of a calendar file.
    pub fn keeper(self, feed: Feed) -> Link<'a> {
        match feed {
            Feed::Everyone => Link { href: None, name: Phrase::own(self.words().text("deadline.everyone")) },
            Feed::Customers => self.served(Served::Customers),
            Feed::Audience(id) => self.served(Served::Audience(id)),
            Feed::Service(id) => self.service(id),
            Feed::Department(id) => self.department(id),
            Feed::Team(id) => self.team(id),
        }
    }

    /// All who are served; where it is everyone, the groups among them go without saying.
    pub fn all_served(self, all: &[Served]) -> Vec<Link<'a>> {
        let everyone = all.contains(&Served::Everyone);
        let said = |served: &&Served| !everyone || matches!(served, Served::Everyone | Served::Customers);
        all.iter().filter(said).map(|served| self.served(*served)).collect()
    }

    /// A service in a list, with the team that does the work.
    pub fn service_entry(self, id: ServiceId) -> phrase::Entry<'a> {
        let service = self.catalog().service(id);
        phrase::Entry {
            link: self.service(id),
            summary: self.maybe(&service.summary),
            facts: Vec::new(),
            badge: self.status_badge(service.status),
        }
    }

    /// A service in a list that shows whose it is.
    pub fn service_entry_with_team(self, id: ServiceId) -> phrase::Entry<'a> {
        let team = self.catalog().service(id).team;
        phrase::Entry { facts: vec![Fact::link(self.team(team))], ..self.service_entry(id) }
    }

    /// A badge for every status but the usual one.
    pub fn status_badge(self, status: Status) -> Option<Badge> {
        let kind = match status {
            Status::Live => return None,
            Status::New => "new",
            Status::Changing => "changing",
            Status::Retiring => "retiring",
            Status::Retired => "retired",
        };
        Some(Badge { kind, text: self.word(&format!("status.{kind}")) })
    }

    /// Languages as the reader calls them; the first one begins a list.
    pub fn languages(self, tags: &[Box<str>]) -> Vec<Phrase<'a>> {
        let name = |tag: &str| Locale::parse(tag).map_or_else(|_| tag.to_owned(), |of| self.words().language_name(&of));
        let mut names: Vec<String> = tags.iter().map(|tag| name(tag)).collect();
        if let Some(first) = names.first_mut() {
            *first = capitalized(first);
        }
        names.into_iter().map(Phrase::own).collect()
    }

    /// Entries in the order of their names.
    pub fn sorted(self, mut entries: Vec<phrase::Entry<'a>>) -> Vec<phrase::Entry<'a>> {
        entries.sort_by_cached_key(|entry| self.words().sort_key(&entry.link.name.text));
        entries
    }

    /// A duration as words know it; `always` when it runs round the clock.
    pub fn span(self, duration: Duration, always: bool) -> Span {
        Span {
            days: duration.days(),
            hours: duration.minutes() / 60,
            minutes: duration.minutes() % 60,
            working: !always,
        }
    }
}

/// A text with its first letter as a sentence begins.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
