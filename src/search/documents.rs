//! The published entries as documents: which of their texts are looked in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::document::{Emergency, Field, Passage, Sought};
use crate::publish::{
    Article, Channel, ChannelKind, Department, DepartmentId, EntryId, Home, Journey, Person, PersonId, Published, Said,
    Service, Team, Text, TextKind, TextList, Who, Workplace,
};

/// What can be found and where, department by department: entries that share words stand side by side, which keeps
/// the index small.
pub(super) fn documents<'a>(published: &'a Published<'a>) -> Vec<(EntryId, Sought<'a>)> {
    let services = published.services().map(|service| (service.department.key, EntryId::Service(service.key)));
    let articles = published.articles().map(|article| (article.department.key, EntryId::Article(article.key)));
    let mut kept: BTreeMap<DepartmentId, Vec<EntryId>> = BTreeMap::new();
    for (department, entry) in services.chain(articles) {
        kept.entry(department).or_default().push(entry);
    }
    let mut entries: Vec<EntryId> = Vec::new();
    for department in published.departments() {
        entries.push(EntryId::Department(department.key));
        entries.extend(kept.remove(&department.key).unwrap_or_default());
        entries.extend(department.teams.iter().map(|team| EntryId::Team(team.key)));
    }
    entries.extend(published.journeys().map(|journey| EntryId::Journey(journey.key)));
    entries.extend(published.places().map(|place| EntryId::Place(place.key)));
    let mut people: Vec<(Option<DepartmentId>, PersonId)> =
        published.people().map(|person| (person.team.map(|home| department_of(home, published)), person.key)).collect();
    people.sort_unstable();
    entries.extend(people.into_iter().map(|(_, person)| EntryId::Person(person)));
    let successor = |entry: &EntryId| {
        let EntryId::Service(id) = entry else { return None };
        let next = EntryId::Service(published.service(*id).replaced_by?.key);
        entries.iter().position(|other| *other == next)
    };
    let document = |entry: &EntryId| {
        let page = Page {
            published,
            passages: Vec::new(),
            numbers: Vec::new(),
            audiences: Vec::new(),
            emergency: Emergency::None,
        };
        (*entry, page.document(*entry, successor(entry)))
    };
    entries.iter().map(document).collect()
}

fn department_of<'a>(home: Home<'a>, published: &'a Published<'a>) -> DepartmentId {
    match home {
        Home::Team(team) => published.team(team.key).department.key,
        Home::Department(department) => department.key,
    }
}

/// The texts of one entry, as they are collected.
struct Page<'a> {
    published: &'a Published<'a>,
    passages: Vec<Passage<'a>>,
    numbers: Vec<String>,
    audiences: Vec<usize>,
    emergency: Emergency,
}

impl<'a> Page<'a> {
    fn document(mut self, entry: EntryId, successor: Option<usize>) -> Sought<'a> {
        let published = self.published;
        let mut retired = false;
        match entry {
            EntryId::Service(id) => {
                let service = published.service(id);
                retired = !service.is_offered();
                self.service(&service);
            }
            EntryId::Article(id) => self.article(&published.article(id)),
            EntryId::Journey(id) => self.journey(&published.journey(id)),
            EntryId::Team(id) => self.team(&published.team(id)),
            EntryId::Department(id) => self.whole_department(&published.department(id)),
            EntryId::Person(id) => self.person(&published.person(id)),
            EntryId::Place(id) => self.place(&published.place(id)),
        }
        Sought {
            kind: entry.kind(),
            id: published.slug(entry),
            retired,
            emergency: self.emergency,
            successor,
            audiences: self.audiences,
            // Without the room that the list grew into.
            passages: self.passages.drain(..).collect(),
            numbers: self.numbers,
        }
    }

    fn article(&mut self, article: &Article<'a>) {
        self.texts(EntryId::Article(article.key));
        self.department(article.department.key);
        self.ids(article.id, article.aliases);
    }

    fn journey(&mut self, journey: &Journey<'a>) {
        self.audiences.extend(journey.audience.iter().map(|audience| audience.key.index()));
        self.texts(EntryId::Journey(journey.key));
        self.ids(journey.id, journey.aliases);
    }

    fn service(&mut self, service: &Service<'a>) {
        self.audiences.extend(service.serves.iter().filter_map(audience));
        self.texts(EntryId::Service(service.key));
        self.ids(service.id, service.aliases);
        self.text(Field::Unit, self.published.name_of(service.doer()));
        self.department(service.department.key);
        self.people(service.owner.iter().chain(service.deputy.iter()));
        self.channels(service.channels.iter().filter(|_| !service.inherits_channels));
    }

    fn team(&mut self, team: &Team<'a>) {
        self.texts(EntryId::Team(team.key));
        self.ids(team.id, team.aliases);
        self.department(team.department.key);
        self.people(team.lead.iter().chain(team.members.iter().map(|member| member.who)));
        self.channels(team.channels.iter().filter(|_| !team.inherits_channels));
    }

    fn whole_department(&mut self, department: &Department<'a>) {
        self.texts(EntryId::Department(department.key));
        self.ids(department.id, department.aliases);
        self.people(department.lead.iter());
        self.channels(department.channels.iter());
    }

    /// A person, and the numbers and addresses that may be shown.
    fn person(&mut self, person: &Person<'a>) {
        self.texts(EntryId::Person(person.key));
        if let Some(home) = person.team {
            self.text(Field::Unit, self.published.name_of(home));
            self.department(department_of(home, self.published));
        }
        for role in self.published.memberships(person.key).flat_map(|membership| membership.roles.iter()) {
            role.role.into_iter().chain(role.ask_for).for_each(|words| self.text(Field::Keywords, words));
        }
        self.push(Field::Address, None, person.id);
        person.aliases.iter().for_each(|alias| self.push(Field::Address, None, &**alias));
        person.email.into_iter().for_each(|email| self.address(email));
        self.numbers.extend(person.phone.map(|phone| digits(&phone.href())));
    }

    /// A place, by its name, its address and the number of its reception.
    fn place(&mut self, place: &Workplace<'a>) {
        self.texts(EntryId::Place(place.key));
        self.ids(place.id, place.aliases);
        place.address.into_iter().for_each(|address| self.text(Field::Keywords, address));
        self.numbers.extend(place.phone.map(|phone| digits(&phone.href())));
    }

    /// The addresses of channels, and their numbers.
    fn channels(&mut self, channels: impl Iterator<Item = Channel<'a>>) {
        for channel in channels {
            match (channel.kind, channel.shown) {
                (ChannelKind::Email, Some(address)) => self.address(address),
                (ChannelKind::Phone | ChannelKind::Emergency, _) => {
                    let number = channel.link.map(|link| digits(&link));
                    if channel.kind == ChannelKind::Emergency {
                        self.emergency = self.emergency.max(line(number.as_deref()));
                    }
                    self.numbers.extend(number);
                }
                (ChannelKind::Chat, Some(name)) => self.push(Field::Address, None, name.trim_start_matches(['#', '@'])),
                _ => {}
            }
        }
    }

    fn address(&mut self, email: &'a str) {
        let name = email.split('@').next().unwrap_or(email);
        self.push(Field::Address, None, name);
    }

    fn department(&mut self, id: DepartmentId) {
        self.text(Field::Unit, self.published.department(id).name);
    }

    /// Those of them who may be named.
    fn people(&mut self, people: impl Iterator<Item = Who<'a>>) {
        for who in people {
            let Who::Person(person) = who else { continue };
            let names = self.published.person(person.key).name;
            names.versions().for_each(|(_, name)| self.push(Field::People, None, name));
        }
    }

    fn ids(&mut self, id: &'a str, aliases: &'a [Box<str>]) {
        self.push(Field::Id, None, id);
        aliases.iter().for_each(|alias| self.push(Field::Id, None, &**alias));
    }

    /// All texts of an entry that are looked in.
    fn texts(&mut self, entry: EntryId) {
        for (kind, said) in self.published.texts_of(entry) {
            let field = match kind {
                TextKind::Name | TextKind::Proper => Field::Name,
                TextKind::Summary => Field::Summary,
                // What a person knows is what they are looked for by.
                TextKind::Words if matches!(entry, EntryId::Person(_)) => Field::Keywords,
                TextKind::Words | TextKind::Markdown => Field::Body,
                TextKind::Asked => Field::Asked,
                TextKind::Title | TextKind::Search => Field::Keywords,
                TextKind::Aside | TextKind::Contact | TextKind::Promise | TextKind::Address => continue,
            };
            match said {
                Said::List(list) => self.list(field, list),
                Said::One(text) if kind == TextKind::Markdown => self.markdown(text),
                Said::One(name) if kind == TextKind::Proper => {
                    name.versions().for_each(|(_, name)| self.push(field, None, name));
                }
                Said::One(text) => self.text(field, text),
            }
        }
    }

    fn text(&mut self, field: Field, text: Text<'a>) {
        for (locale, text) in text.versions() {
            self.push(field, Some(locale.index()), text);
        }
    }

    fn markdown(&mut self, text: Text<'a>) {
        for (locale, text) in text.versions() {
            let language = Some(locale.index());
            self.passages.push(Passage { field: Field::Body, language, text, markdown: true });
        }
    }

    fn list(&mut self, field: Field, list: TextList<'a>) {
        for (locale, texts) in list.versions() {
            texts.iter().for_each(|text| self.push(field, Some(locale.index()), &**text));
        }
    }

    fn push(&mut self, field: Field, language: Option<usize>, text: impl Into<Cow<'a, str>>) {
        self.passages.push(Passage { field, language, text: text.into(), markdown: false });
    }
}

fn audience(who: Who<'_>) -> Option<usize> {
    match who {
        Who::Audience(audience) => Some(audience.key.index()),
        _ => None,
    }
}

/// Numbers of three digits are those that all know.
fn line(number: Option<&str>) -> Emergency {
    if number.is_some_and(|number| number.len() <= 3) { Emergency::Public } else { Emergency::Own }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
