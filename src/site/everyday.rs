//! What people say for services that stands nowhere in the catalog, from the table of everyday words, for readers
//! whose browser does not search: `handset` leads to the service with the keyword `phone`.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Group, Lexicon};
use crate::publish::{LocaleId, Published, ServiceId};

/// What is said of more services than this is too wide for a list.
const MOST_SERVICES: usize = 2;

/// What has more words than this is no entry of an alphabet.
const MOST_WORDS: usize = 2;

/// In so many languages a service is called by words of a group, if it is about the same and speaks as many: in one
/// alone its word may mean another thing.
const LANGUAGES: usize = 2;

/// Which groups of everyday words are about which services.
pub(crate) struct EverydayWords<'l> {
    groups: Vec<(&'l Group, Vec<ServiceId>)>,
    said: BTreeMap<LocaleId, Said>,
}

impl<'l> EverydayWords<'l> {
    pub(super) fn new<'a>(published: &'a Published<'a>, lexicon: &'l Lexicon) -> Self {
        let said: BTreeMap<LocaleId, Said> =
            published.locales().map(|locale| (locale, Said::of(published, locale))).collect();
        let spoken = |service: &ServiceId| said.values().filter(|said| said.speaking.contains(service)).count();
        let about = |group: &'l Group| {
            let mut languages: BTreeMap<ServiceId, usize> = BTreeMap::new();
            for service in said.values().flat_map(|said| said.services(group)) {
                *languages.entry(service).or_default() += 1;
            }
            let services =
                languages.into_iter().filter(|(service, languages)| *languages >= spoken(service).clamp(1, LANGUAGES));
            (group, services.map(|(service, _)| service).collect::<Vec<_>>())
        };
        let groups = lexicon.groups.iter().map(about).filter(|(_, services)| services.len() <= MOST_SERVICES).collect();
        Self { groups, said }
    }

    /// By service: other names for what it is about, in a language.
    pub(super) fn names(&self, locale: LocaleId) -> BTreeMap<ServiceId, Vec<&'l str>> {
        self.words(locale, |text| text.split(' ').count() <= MOST_WORDS)
    }

    /// By service: what people say who need it, in several words.
    pub(super) fn sayings(&self, locale: LocaleId) -> BTreeMap<ServiceId, Vec<&'l str>> {
        self.words(locale, |text| text.contains(' '))
    }

    fn words(&self, locale: LocaleId, kept: impl Fn(&str) -> bool) -> BTreeMap<ServiceId, Vec<&'l str>> {
        let mut words: BTreeMap<ServiceId, Vec<&'l str>> = BTreeMap::new();
        let Some(said) = self.said.get(&locale) else { return words };
        for (group, services) in &self.groups {
            for service in services {
                let own = words.entry(*service).or_default();
                for text in said.words(group).iter().filter(|text| kept(text)) {
                    if !said.is_said(text, *service) && !own.contains(&text.as_str()) {
                        own.push(text);
                    }
                }
            }
        }
        words
    }
}

/// What the catalog says of services in a language, in small letters.
struct Said {
    tag: String,
    /// The services that say more than their name.
    speaking: BTreeSet<ServiceId>,
    services: BTreeMap<String, BTreeSet<ServiceId>>,
}

impl Said {
    fn of<'a>(published: &'a Published<'a>, locale: LocaleId) -> Self {
        let mut services: BTreeMap<String, BTreeSet<ServiceId>> = BTreeMap::new();
        let mut speaking = BTreeSet::new();
        for service in published.offered() {
            let name = service.name.str(locale);
            let words = service.asked_as.get(locale).iter().chain(service.keywords.get(locale));
            if !service.asked_as.get(locale).is_empty() || !service.keywords.get(locale).is_empty() {
                speaking.insert(service.key);
            }
            for text in words.map(|word| &**word).chain([&*name]) {
                services.entry(text.to_lowercase()).or_default().insert(service.key);
            }
        }
        Self { tag: published.language(locale).tag().to_owned(), speaking, services }
    }

    /// The words of a group in this language, wherever it is spoken.
    fn words<'l>(&self, group: &'l Group) -> &'l [String] {
        match group.words_in(&self.tag) {
            [] => group.words_in(self.tag.split('-').next().unwrap_or(&self.tag)),
            words => words,
        }
    }

    /// The services that are called by a word of a group.
    fn services(&self, group: &Group) -> BTreeSet<ServiceId> {
        let words = self.words(group).iter();
        words.filter_map(|word| self.services.get(&word.to_lowercase())).flatten().copied().collect()
    }

    fn is_said(&self, word: &str, service: ServiceId) -> bool {
        self.services.get(&word.to_lowercase()).is_some_and(|services| services.contains(&service))
    }
}
