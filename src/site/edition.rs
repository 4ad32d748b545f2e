//! An edition of the site: one checked catalog, at one moment, in the words of its languages.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::alphabet::{Word, alphabet};
use super::answers::{AnswersView, Asked, asked};
use super::directory::directory;
use super::everyday::EverydayWords;
use super::hours::HoursView;
use super::letters::Initial;
use super::namesakes::{Distinction, called_like_services, namesakes};
use super::needs::{Need, needs};
use super::place::Place;
use super::regular_week::{monday, regular_week};
use crate::clock::{Deadline, Spans};
use crate::i18n::{Memory, Messages, Words};
use crate::markdown::Labels;
use crate::publish::{CalendarId, JourneyId, LocaleId, PersonId, Published, Service, ServiceId};
use anyhow::Result;

/// What all pages of one build share.
pub struct Edition<'a> {
    /// What may be shown.
    pub published: &'a Published<'a>,
    /// What tells people of the same name apart.
    pub(super) namesakes: HashMap<PersonId, Distinction>,
    /// By calendar: the open spans of its regular week, worked out once.
    regular_weeks: Vec<OnceLock<Option<Spans>>>,
    /// The pages that are no entry's, found once.
    pub(super) doors: OnceLock<Vec<Place>>,
    languages: Vec<Language<'a>>,
}

/// What all pages of one language share.
struct Language<'a> {
    /// Its own name for itself.
    own_name: String,
    words: Words<'a>,
    labels: Labels,
    /// Rules of deadlines in words.
    rules: Memory<Deadline>,
    /// Services in the order of their names, retired ones left out.
    services_by_name: Vec<ServiceId>,
    /// By service: its place in that order; the last of all for retired ones.
    ranks: Vec<u32>,
    /// Journeys that are called like a service.
    called_like_services: HashSet<JourneyId>,
    /// A place for each calendar's hours in words, worked out once.
    hours: Vec<OnceLock<HoursView>>,
    /// The tables of answers, each worked out once for all services that share it.
    answers: HashMap<Asked, OnceLock<Option<AnswersView>>>,
    /// All words by which services are looked for, by letter.
    alphabet: Vec<Initial<Word<'a>>>,
    /// All people who may be named, by letter.
    directory: Vec<Initial<PersonId>>,
    /// Services by what people want to do.
    needs: Vec<Need<'a>>,
}

impl<'a> Language<'a> {
    fn new(
        id: LocaleId,
        published: &'a Published<'a>,
        messages: &'a Messages,
        everyday: &EverydayWords<'_>,
    ) -> Result<Self> {
        let words = Words::new(messages, published.language(id))?;
        let labels = Labels::from_words(|word| words.text(&format!("markdown.{word}")).into_owned());
        let name = |service: &Service<'_>| words.sort_key(&service.name.str(id));
        let mut named: Vec<(Vec<u8>, ServiceId)> =
            published.offered().map(|service| (name(&service), service.key)).collect();
        named.sort();
        let services_by_name: Vec<ServiceId> = named.into_iter().map(|(_, service)| service).collect();
        let mut ranks = vec![u32::MAX; published.services().len()];
        for (place, service) in (0..).zip(&services_by_name) {
            if let Some(rank) = ranks.get_mut(service.index()) {
                *rank = place;
            }
        }
        Ok(Self {
            own_name: published.language(id).own_name(),
            ranks,
            alphabet: alphabet(published, (&services_by_name, everyday), id, &words),
            directory: directory(published, id, &words),
            needs: needs(published, (&services_by_name, everyday), id, &words),
            words,
            labels,
            rules: Memory::default(),
            services_by_name,
            called_like_services: called_like_services(published, id),
            hours: published.calendars().map(|_| OnceLock::new()).collect(),
            answers: published.offered().filter_map(|service| Some((asked(&service)?, OnceLock::new()))).collect(),
        })
    }
}

impl<'a> Edition<'a> {
    /// Prepares what all pages share.
    ///
    /// # Errors
    /// When the built-in data of a language cannot be read.
    pub fn new(published: &'a Published<'a>, messages: &'a Messages) -> Result<Self> {
        published.look_ahead();
        let lexicon = published.lexicon()?;
        let everyday = EverydayWords::new(published, &lexicon);
        let language = |id| Language::new(id, published, messages, &everyday);
        let languages = published.locales().map(language).collect::<Result<Vec<_>>>()?;
        Ok(Self {
            published,
            namesakes: namesakes(published),
            regular_weeks: published.calendars().map(|_| OnceLock::new()).collect(),
            doors: OnceLock::new(),
            languages,
        })
    }

    /// A language's own name for itself.
    pub(super) fn own_name(&self, locale: LocaleId) -> &str {
        &self.languages[locale.index()].own_name
    }

    /// The words of a language.
    pub fn words(&self, locale: LocaleId) -> &Words<'a> {
        &self.languages[locale.index()].words
    }

    /// The rules of deadlines that were put into words before.
    pub(super) fn rules(&self, locale: LocaleId) -> &Memory<Deadline> {
        &self.languages[locale.index()].rules
    }

    pub(crate) fn labels(&self, locale: LocaleId) -> &Labels {
        &self.languages[locale.index()].labels
    }

    /// The services that are offered, in the order of their names in that language.
    pub fn services_by_name(&self, locale: LocaleId) -> &[ServiceId] {
        &self.languages[locale.index()].services_by_name
    }

    /// The place of a service in that order, to sort some of them without looking at their names again.
    pub(crate) fn rank(&self, locale: LocaleId, service: ServiceId) -> u32 {
        self.languages[locale.index()].ranks.get(service.index()).copied().unwrap_or(u32::MAX)
    }

    pub(super) fn called_like_services(&self, locale: LocaleId) -> &HashSet<JourneyId> {
        &self.languages[locale.index()].called_like_services
    }

    pub(crate) fn hours(&self, locale: LocaleId, calendar: CalendarId) -> &HoursView {
        let language = &self.languages[locale.index()];
        let name_of = |name| self.published.day_name(name).map(|name| name.str(locale).into_owned());
        let when = (self.published.now, self.published.zone());
        let hours = || HoursView::new(self.published.calendar(calendar), when, &language.words, &name_of);
        language.hours[calendar.index()].get_or_init(hours)
    }

    pub(crate) fn answers(&self, locale: LocaleId, service: &Service<'_>) -> Option<&AnswersView> {
        let language = &self.languages[locale.index()];
        let asked = asked(service)?;
        let table = || {
            let monday = monday(self.published.calendar(asked.0), self.published.now);
            AnswersView::new(asked.1, self.regular_week(asked.0)?, monday, &language.words)
        };
        language.answers.get(&asked)?.get_or_init(table).as_ref()
    }

    pub(crate) fn regular_week(&self, calendar: CalendarId) -> Option<&Spans> {
        let week = || regular_week(self.published.calendar(calendar), self.published.now);
        self.regular_weeks[calendar.index()].get_or_init(week).as_ref()
    }

    pub(crate) fn needs(&self, locale: LocaleId) -> &[Need<'a>] {
        &self.languages[locale.index()].needs
    }

    pub(crate) fn directory(&self, locale: LocaleId) -> &[Initial<PersonId>] {
        &self.languages[locale.index()].directory
    }

    pub(crate) fn alphabet(&self, locale: LocaleId) -> &[Initial<Word<'a>>] {
        &self.languages[locale.index()].alphabet
    }
}
