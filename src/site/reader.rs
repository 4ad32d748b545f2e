//! A reader of one page: turns entries into texts in the reader's language and links from the
//! reader's place.

use std::borrow::Cow;

use chrono::TimeDelta;

use super::edition::Edition;
use super::namesakes::Distinction;
use super::phrase::{self, Badge, Fact, Foreign, Link, Phrase, capitalized};
use super::place::Place;
use super::route::Route;
use super::tally::Tally;
use crate::clock::{ClockTime, DayTime, Duration, Turnaround};
use crate::i18n::{Direction, Locale, TimeLength, Words};
use crate::publish::{
    AudienceId, CalendarId, DepartmentId, EntryId, Feed, Home, JourneyId, LocaleId, PersonId, PlaceId, Published,
    ServiceId, Status, TeamId, Text, Who, uri,
};

/// How far ahead hours are compared.
const WEEKS: TimeDelta = TimeDelta::weeks(8);

/// Somebody who reads one page in one language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The edition.
    pub edition: &'a Edition<'a>,
    /// The page.
    pub route: Route,
    /// How much of it is in its own language.
    pub tally: &'a Tally,
}

impl<'a> Reader<'a> {
    /// What may be shown.
    pub fn published(self) -> &'a Published<'a> {
        self.edition.published
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
    pub(super) fn lang(self, locale: LocaleId) -> Option<&'a str> {
        let tag = self.published().language(locale).tag();
        (tag != self.page_language().tag()).then_some(tag)
    }

    /// Which way a language is written, where that is not the page's way.
    pub(super) fn dir(self, locale: &Locale) -> Option<Direction> {
        Some(locale.direction()).filter(|direction| *direction != self.page_language().direction())
    }

    /// A text in the reader's language, or marked with the one it is in.
    pub fn phrase(self, text: Text<'a>) -> Phrase<'a> {
        let version = text.get(self.locale());
        self.count(&version.text, version.locale);
        Phrase { text: version.text, foreign: self.foreign(version.locale) }
    }

    /// Counts a text that is shown in some language.
    pub(super) fn count(self, text: &str, locale: LocaleId) {
        self.tally.count(text.len(), (locale != self.locale()).then_some(locale));
    }

    /// How a text in a language is marked on this page.
    pub(super) fn foreign(self, locale: LocaleId) -> Option<Foreign<'a>> {
        self.lang(locale).map(|lang| Foreign {
            lang,
            dir: self.dir(self.published().language(locale)),
            fallback: locale != self.locale(),
        })
    }

    /// A proper name: the same in every language unless the catalog says otherwise, so that it is
    /// never marked as untranslated.
    pub fn name(self, name: Text<'a>) -> Phrase<'a> {
        Phrase::own(name.str(self.locale()))
    }

    /// A text that may be missing.
    pub fn maybe(self, text: Option<Text<'a>>) -> Option<Phrase<'a>> {
        text.map(|text| self.phrase(text))
    }

    /// The address of a page in the same language.
    pub fn href(self, place: Place) -> String {
        self.href_to(Route { locale: self.locale(), place })
    }

    /// The address of a page in any language.
    pub fn href_to(self, to: Route) -> String {
        match self.own_address() {
            Some(base) => base.to_owned() + &to.path(self.published()),
            None => self.route.href(to, self.published()),
        }
    }

    /// The way to the site's root, empty or ending in a slash.
    pub fn root(self) -> String {
        self.own_address().map_or_else(|| self.route.to_root(self.published()), str::to_owned)
    }

    /// The site's own address, on a page that is served under any address.
    fn own_address(self) -> Option<&'a str> {
        self.published().base_url.filter(|_| self.published().deployed && self.route.place == Place::NotFound)
    }

    /// The address of a calendar file, if there is one.
    pub fn calendar_file(self, feed: Feed) -> Option<String> {
        self.published().has_feed(feed).then(|| self.route.href_to_feed(feed, self.published()))
    }

    /// An entry.
    pub fn entry(self, entry: EntryId) -> Link<'a> {
        let href = || Some(self.href(entry.into()));
        match entry {
            EntryId::Service(id) => self.service(id),
            EntryId::Team(id) => self.team(id),
            EntryId::Department(id) => self.department(id),
            EntryId::Person(id) => self.person(id),
            EntryId::Article(id) => Link { href: href(), name: self.phrase(self.published().article(id).title) },
            EntryId::Journey(id) => Link { href: href(), name: self.phrase(self.published().journey(id).name) },
            EntryId::Place(id) => self.place(id),
        }
    }

    /// A service.
    pub fn service(self, id: ServiceId) -> Link<'a> {
        Link { href: Some(self.href(Place::Service(id))), name: self.phrase(self.published().service_name(id)) }
    }

    /// A team that has a page of its own.
    pub fn team(self, id: TeamId) -> Link<'a> {
        Link { href: Some(self.href(Place::Team(id))), name: self.phrase(self.published().team(id).name) }
    }

    /// A department.
    pub fn department(self, id: DepartmentId) -> Link<'a> {
        Link { href: Some(self.href(Place::Department(id))), name: self.phrase(self.published().department(id).name) }
    }

    /// A place.
    pub fn place(self, id: PlaceId) -> Link<'a> {
        Link { href: Some(self.href(Place::Workplace(id))), name: self.phrase(self.published().place(id).name) }
    }

    /// Whether two calendars are told in the same words: doors may not bound what stands behind them.
    pub fn opens_alike(self, one: CalendarId, other: CalendarId) -> bool {
        let hours = |calendar| self.edition.hours(self.locale(), calendar);
        one == other || hours(one) == hours(other)
    }

    /// Whether what opens by a calendar in the coming weeks lies within the hours of another.
    pub fn opens_within(self, one: CalendarId, other: CalendarId) -> bool {
        let now = self.published().now.timestamp();
        let spans = |calendar| self.published().spans(calendar);
        let seconds = |from, to| spans(other).open_before(to) - spans(other).open_before(from);
        spans(one).open_between(now, now + WEEKS.num_seconds()).all(|(from, to)| seconds(from, to) == to - from)
    }

    /// An audience.
    pub fn audience(self, id: AudienceId) -> Link<'a> {
        Link {
            href: Some(self.href(Place::Audience((id, None)))),
            name: self.phrase(self.published().audience(id).name),
        }
    }

    /// Whether a journey is called like a service.
    pub fn is_called_like_a_service(self, id: JourneyId) -> bool {
        self.edition.called_like_services(self.locale()).contains(&id)
    }

    /// A person who may be named, with what tells them from others of the same name.
    pub fn person(self, id: PersonId) -> Link<'a> {
        let person = self.published().person(id);
        let href = Some(self.href(Place::Person(id)));
        let name = self.name(person.name);
        let Some(distinction) = self.edition.namesakes.get(&id) else { return Link { href, name } };
        let title = person.title.map(|title| title.str(self.locale()));
        let team = person.team.map(|team| self.published().name_of(team).str(self.locale()));
        let behind = match distinction {
            Distinction::Title => [title, None],
            Distinction::Team => [team, None],
            Distinction::TitleAndTeam => [title, team],
        };
        let behind: Vec<Cow<'_, str>> = behind.into_iter().flatten().collect();
        let told_apart = || Phrase::own(format!("{} ({})", name.text, behind.join(", ")));
        Link { href, name: if behind.is_empty() { name } else { told_apart() } }
    }

    /// Whoever is named.
    pub fn who(self, who: Who<'a>) -> Link<'a> {
        let words = |key| Link { href: None, name: Phrase::own(self.words().text(key)) };
        match who {
            Who::Person(person) => self.person(person.key),
            Who::Role(role) => Link {
                href: role.team.map(|home| self.href(home.entry().into())),
                name: self.maybe(role.title).unwrap_or_else(|| Phrase::own(self.words().text("role.member"))),
            },
            Who::Team(team) => self.home(Home::Team(team)),
            Who::Department(department) => self.home(Home::Department(department)),
            Who::Audience(audience) => self.audience(audience.key),
            Who::Service(service) => self.service(service.key),
            Who::Url(url) => Link { href: Some(uri::web(url).into_owned()), name: Phrase::own(host(url)) },
            Who::Words(text) => Link { href: None, name: self.phrase(text) },
            Who::You => words("service.step_you"),
            Who::Everyone => words("service.everyone"),
            Who::Customers => match self.published().company().external_customer {
                Some(customer) => Link { href: None, name: self.phrase(customer.name) },
                None => words("service.customers"),
            },
        }
    }

    /// A team, or the department that acts as one.
    pub fn home(self, home: Home<'a>) -> Link<'a> {
        Link { href: Some(self.href(home.entry().into())), name: self.phrase(self.published().name_of(home)) }
    }

    /// Several who are named; where it is everyone, the groups among them go without saying.
    pub fn all(self, all: impl IntoIterator<Item = Who<'a>>) -> Vec<Link<'a>> {
        let all: Vec<Who<'a>> = all.into_iter().collect();
        let everyone = all.iter().any(|who| matches!(who, Who::Everyone));
        let said = |who: &Who<'a>| !everyone || matches!(who, Who::Everyone | Who::Customers);
        all.into_iter().filter(said).map(|who| self.who(who)).collect()
    }

    /// Those who keep the dates of a calendar file.
    pub fn keeper(self, feed: Feed) -> Link<'a> {
        match feed {
            Feed::Everyone => Link { href: None, name: Phrase::own(self.words().text("deadline.everyone")) },
            Feed::Customers => self.who(Who::Customers),
            Feed::Audience(id) => self.audience(id),
            Feed::Service(id) => self.service(id),
            Feed::Department(id) => self.department(id),
            Feed::Team(id) => self.team(id),
        }
    }

    /// A service in a list, with the team that does the work.
    pub fn service_entry(self, id: ServiceId) -> phrase::Entry<'a> {
        let service = self.published().service(id);
        phrase::Entry {
            link: self.service(id),
            summary: self.maybe(service.summary),
            facts: Vec::new(),
            badge: self.status_badge(service.status),
        }
    }

    /// A service in a list that shows whose it is.
    pub fn service_entry_with_team(self, id: ServiceId) -> phrase::Entry<'a> {
        let doer = self.published().doer(id);
        phrase::Entry { facts: vec![Fact::link(self.home(doer))], ..self.service_entry(id) }
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

    /// Services that are offered, in the order of their names.
    pub fn by_name(self, services: impl IntoIterator<Item = ServiceId>) -> Vec<ServiceId> {
        let mut services: Vec<ServiceId> = services.into_iter().collect();
        services.sort_by_key(|service| self.edition.rank(self.locale(), *service));
        services
    }

    /// Entries in the order of their names.
    pub fn sorted(self, mut entries: Vec<phrase::Entry<'a>>) -> Vec<phrase::Entry<'a>> {
        entries.sort_by_cached_key(|entry| self.words().sort_key(&entry.link.name.text));
        entries
    }

    /// When something is due, as it stands behind "done": "within 2 working days", "by 16:00 the same day, if asked by
    /// 14:00"; `always` when its clock never stops.
    pub fn within(self, time: Turnaround, always: bool) -> String {
        match time {
            Turnaround::Within(time) => self.words().within(self.span(time, always)),
            Turnaround::By(time) => self.by(time),
        }
    }

    /// The same as it stands alone: "2 working days".
    pub fn takes(self, time: Turnaround, always: bool) -> String {
        match time {
            Turnaround::Within(time) => self.words().duration(self.span(time, always)),
            Turnaround::By(time) => self.by(time),
        }
    }

    fn by(self, time: DayTime) -> String {
        let later = TimeLength { days: time.days(), working: true, ..TimeLength::default() };
        self.words().by_time_of_day(later, time.at().minutes(), time.asked_by().map(ClockTime::minutes))
    }

    /// A duration as words know it; `always` when it runs round the clock.
    pub fn span(self, duration: Duration, always: bool) -> TimeLength {
        TimeLength {
            days: duration.days(),
            hours: duration.minutes() / 60,
            minutes: duration.minutes() % 60,
            working: !always,
        }
    }

    /// How long work takes that is not counted by a clock: a quarter of an hour is one for everybody, a day is not.
    pub fn effort(self, duration: Duration) -> TimeLength {
        self.span(duration, duration.days() == 0 && duration.minutes() < 60)
    }
}

/// What is shown of an address outside: its host.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").or(rest.strip_prefix("tel:")).unwrap_or(rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
