//! What people say for services that stands nowhere in the catalog, from the table of everyday words, for readers
//! whose browser does not search: `handset` leads to the service with the keyword `phone`.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Group, Lexicon};
use crate::publish::{LocaleId, Published, ServiceId};

/// What is said of more services than this is too wide for a list.
const MOST_SERVICES: usize = 2;

/// What has more words than this is no entry of an alphabet.
const MOST_WORDS: usize = 2;

/// Everyday words in one language, by service.
pub(crate) struct EverydayWords(BTreeMap<ServiceId, Vec<Everyday>>);

struct Everyday {
    text: String,
    /// Whether the catalog says the same in other words; otherwise it says what the word leads to.
    is_name: bool,
}

impl EverydayWords {
    pub(super) fn new<'a>(published: &'a Published<'a>, (locale, tag): (LocaleId, &str), lexicon: &Lexicon) -> Self {
        let said = Said::of(published, locale);
        let tag = if lexicon.groups.iter().any(|group| !group.words_in(tag).is_empty()) {
            tag
        } else {
            tag.split('-').next().unwrap_or(tag)
        };
        let mut words: BTreeMap<ServiceId, Vec<Everyday>> = BTreeMap::new();
        for group in &lexicon.groups {
            let mut services = said.services(group, tag);
            let is_name = !services.is_empty();
            if !is_name {
                let led = group.leads_to.iter().filter_map(|id| lexicon.group(id));
                services = led.flat_map(|group| said.services(group, tag)).collect();
            }
            for service in services.iter().filter(|_| services.len() <= MOST_SERVICES) {
                let own = words.entry(*service).or_default();
                for text in group.words_in(tag) {
                    if !said.is_said(text, *service) && own.iter().all(|known| known.text != *text) {
                        own.push(Everyday { text: text.clone(), is_name });
                    }
                }
            }
        }
        Self(words)
    }

    /// Other names for what a service is about.
    pub(super) fn names(&self, service: ServiceId) -> impl Iterator<Item = &str> {
        let short = |word: &&Everyday| word.is_name && word.text.split(' ').count() <= MOST_WORDS;
        self.of(service).filter(short).map(|word| word.text.as_str())
    }

    /// What people say who need a service, in several words.
    pub(super) fn sayings(&self, service: ServiceId) -> impl Iterator<Item = &str> {
        self.of(service).filter(|word| word.text.contains(' ')).map(|word| word.text.as_str())
    }

    fn of(&self, service: ServiceId) -> impl Iterator<Item = &Everyday> {
        self.0.get(&service).into_iter().flatten()
    }
}

/// What the catalog says of services, in small letters.
struct Said(BTreeMap<String, BTreeSet<ServiceId>>);

impl Said {
    fn of<'a>(published: &'a Published<'a>, locale: LocaleId) -> Self {
        let mut said: BTreeMap<String, BTreeSet<ServiceId>> = BTreeMap::new();
        for service in published.offered() {
            let name = service.name.str(locale);
            let words = service.asked_as.get(locale).iter().chain(service.keywords.get(locale));
            for text in words.map(|word| &**word).chain([&*name]) {
                said.entry(text.to_lowercase()).or_default().insert(service.key);
            }
        }
        Self(said)
    }

    /// The services that are called by a word of a group.
    fn services(&self, group: &Group, tag: &str) -> BTreeSet<ServiceId> {
        let words = group.words_in(tag).iter();
        words.filter_map(|word| self.0.get(&word.to_lowercase())).flatten().copied().collect()
    }

    fn is_said(&self, word: &str, service: ServiceId) -> bool {
        self.0.get(&word.to_lowercase()).is_some_and(|services| services.contains(&service))
    }
}
