//! An edition of the site: one checked catalog, at one moment, in the words of its languages.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};

use super::alphabet::{Initial, alphabet};
use super::answers::{AnswersView, Asked, asked};
use super::hours::HoursView;
use super::nameless::nameless;
use super::namesakes::{Distinction, namesakes};
use super::outlook::Outlook;
use super::place::Place;
use super::regular_week::{monday, regular_week};
use super::timetable::Timetables;
use crate::checks::Checked;
use crate::clock::Spans;
use crate::i18n::{Messages, Words};
use crate::markdown::Labels;
use crate::model::{CalendarId, Catalog, LocaleId, PersonId, Privacy, References, Service, ServiceId};

/// What all pages of one build share.
pub struct Edition<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// When the site is built.
    pub now: DateTime<Utc>,
    /// Where it will be published, ending in a slash.
    pub base_url: Option<&'a str>,
    /// True when the address was given for this very build, so that even pages that are served
    /// under any address (404) may rely on it.
    pub deployed: bool,
    /// Pictures that are shown: the path in the catalog → the path in the site.
    pub pictures: BTreeMap<String, String>,
    references: References<'a>,
    /// What tells people of the same name apart.
    pub(super) namesakes: HashMap<PersonId, Distinction>,
    /// When the steps of journeys are begun.
    pub(crate) timetables: Timetables<'a>,
    outlook: Outlook<'a>,
    /// By calendar: the open spans of its regular week, worked out once.
    regular_weeks: Vec<OnceLock<Option<Spans>>>,
    /// The pages that are no entry's, found once.
    pub(super) doors: OnceLock<Vec<Place>>,
    languages: Vec<Language<'a>>,
}

/// What all pages of one language share.
struct Language<'a> {
    words: Words<'a>,
    labels: Labels,
    /// Services in the order of their names, retired ones left out.
    services_by_name: Vec<ServiceId>,
    /// A place for each calendar's hours in words, worked out once.
    hours: Vec<OnceLock<HoursView>>,
    /// The tables of answers, each worked out once for all services that share it.
    answers: HashMap<Asked, OnceLock<Option<AnswersView>>>,
    /// All words by which services are looked for, by letter.
    alphabet: Vec<Initial<'a>>,
}

/// What a build is told about the edition besides the catalog.
#[derive(Clone, Debug)]
pub struct Imprint<'a> {
    /// When the site is built.
    pub now: DateTime<Utc>,
    /// Where it will be published, if that was given for this build.
    pub base_url: Option<&'a str>,
    /// Pictures that are shown: the path in the catalog → the path in the site.
    pub pictures: BTreeMap<String, String>,
}

impl<'a> Edition<'a> {
    /// Prepares what all pages share.
    ///
    /// # Errors
    /// When the built-in data of a language cannot be read.
    pub fn new(checked: &'a Checked, messages: &'a Messages, imprint: Imprint<'a>) -> Result<Self> {
        let catalog = checked.catalog();
        let languages = catalog
            .locales()
            .zip(&catalog.company.locales)
            .map(|(id, locale)| {
                let words = Words::new(messages, locale)?;
                let labels = Labels::from_words(|word| words.text(&format!("markdown.{word}")).into_owned());
                let mut named: Vec<(Vec<u8>, ServiceId)> = catalog
                    .services()
                    .filter(|(_, service)| service.is_offered())
                    .map(|(service, entry)| (words.sort_key(entry.name.str(id)), service))
                    .collect();
                named.sort();
                let services_by_name: Vec<ServiceId> = named.into_iter().map(|(_, service)| service).collect();
                Ok(Language {
                    alphabet: alphabet(catalog, &services_by_name, id, &words),
                    words,
                    labels,
                    services_by_name,
                    hours: catalog.calendars().map(|_| OnceLock::new()).collect(),
                    answers: catalog
                        .services()
                        .filter_map(|(_, service)| Some((asked(service)?, OnceLock::new())))
                        .collect(),
                })
            })
            .collect::<Result<Vec<_>>>()?;
        Ok(Self {
            catalog,
            now: imprint.now,
            base_url: imprint.base_url.or(catalog.company.base_url.as_deref()),
            deployed: imprint.base_url.is_some(),
            pictures: imprint.pictures,
            references: References::new(catalog),
            namesakes: namesakes(catalog),
            timetables: Timetables::new(catalog, imprint.now),
            outlook: Outlook::new(catalog, imprint.now),
            regular_weeks: catalog.calendars().map(|_| OnceLock::new()).collect(),
            doors: OnceLock::new(),
            languages,
        })
    }

    /// The date of the build in the company's zone.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.catalog.company.zone).date_naive()
    }

    /// Whether people are shown by name.
    pub(crate) fn names_people(&self) -> bool {
        self.catalog.company.privacy != Privacy::Roles
    }

    /// A text as far as the company's privacy goes.
    pub(crate) fn public<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.catalog.company.privacy {
            Privacy::Roles => nameless(text, self.catalog, &self.references),
            Privacy::Full | Privacy::Names => text.into(),
        }
    }

    /// The words of a language.
    pub fn words(&self, locale: LocaleId) -> &Words<'a> {
        &self.languages[locale.index()].words
    }

    pub(crate) fn labels(&self, locale: LocaleId) -> &Labels {
        &self.languages[locale.index()].labels
    }

    /// The services that are offered, in the order of their names in that language.
    pub fn services_by_name(&self, locale: LocaleId) -> &[ServiceId] {
        &self.languages[locale.index()].services_by_name
    }

    pub(crate) fn hours(&self, locale: LocaleId, calendar: CalendarId) -> &HoursView {
        let language = &self.languages[locale.index()];
        language.hours[calendar.index()]
            .get_or_init(|| HoursView::new(self.catalog.calendar(calendar), self.now, &language.words))
    }

    pub(crate) fn answers(&self, locale: LocaleId, service: &Service) -> Option<&AnswersView> {
        let language = &self.languages[locale.index()];
        let asked = asked(service)?;
        let table = || {
            let monday = monday(self.catalog.calendar(asked.0), self.now);
            AnswersView::new(asked.1, self.regular_week(asked.0)?, monday, &language.words)
        };
        language.answers.get(&asked)?.get_or_init(table).as_ref()
    }

    pub(crate) fn regular_week(&self, calendar: CalendarId) -> Option<&Spans> {
        let week = || regular_week(self.catalog.calendar(calendar), self.now);
        self.regular_weeks[calendar.index()].get_or_init(week).as_ref()
    }

    /// All ids, to look up what an author's links mean.
    pub(crate) fn references(&self) -> &References<'a> {
        &self.references
    }

    pub(crate) fn alphabet(&self, locale: LocaleId) -> &[Initial<'a>] {
        &self.languages[locale.index()].alphabet
    }

    /// What is known of the coming year.
    pub(crate) fn outlook(&self) -> &Outlook<'a> {
        &self.outlook
    }
}
