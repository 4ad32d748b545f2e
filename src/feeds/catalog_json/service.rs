//! A service.

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::HoursEntry;
use super::chain::{ChainEntry, line_of_sight};
use super::channel::ChannelEntry;
use super::export::Export;
use super::shown::Shown;
use super::standard::StandardEntry;
use super::texts::{Lists, Pages, Texts};
use super::who::Who;
use super::work::{
    DependencyEntry, EscalationEntry, ExclusionEntry, FaqEntry, NamedDeadlineEntry, ProvisionEntry, StepEntry,
};
use crate::clock::Duration;
use crate::model::{Interval, ServiceId, Status};
use crate::site::Place;

/// A service.
#[derive(Serialize)]
pub(super) struct ServiceEntry<'a> {
    id: &'a str,
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
    /// Markdown.
    description: Option<Texts<'a>>,
    asked_as: Lists<'a>,
    keywords: Lists<'a>,
    status: Status,
    replaced_by: Option<&'a str>,
    department: &'a str,
    /// None when the department itself does the work.
    team: Option<&'a str>,
    owner: Option<Who<'a>>,
    deputy: Option<Who<'a>>,
    consults: Vec<Who<'a>>,
    informs: Vec<Who<'a>>,
    serves: Vec<Who<'a>>,
    /// Its own, its team's or its department's; best first.
    channels: Vec<ChannelEntry<'a>>,
    hours: Option<HoursEntry<'a>>,
    languages: &'a [Box<str>],
    standards: Vec<StandardEntry<'a>>,
    you_provide: Vec<ProvisionEntry<'a>>,
    you_receive: Vec<Texts<'a>>,
    not_included: Vec<ExclusionEntry<'a>>,
    steps: Vec<StepEntry<'a>>,
    depends_on: Vec<DependencyEntry<'a>>,
    own_work: Option<Shown<Duration>>,
    /// The chain behind the main promise, when it has the least time to spare.
    chain: Option<ChainEntry<'a>>,
    /// The way to the company's own customers, itself first; empty when no way leads there.
    line_of_sight: Vec<&'a str>,
    escalate: Vec<EscalationEntry<'a>>,
    faq: Vec<FaqEntry<'a>>,
    articles: Vec<&'a str>,
    deadlines: Vec<NamedDeadlineEntry<'a>>,
    reviewed: Option<NaiveDate>,
    review_every: Option<Shown<Interval>>,
    aliases: &'a [Box<str>],
    pages: Pages<'a>,
}

impl<'a> ServiceEntry<'a> {
    pub(super) fn new(id: ServiceId, export: Export<'a>) -> Self {
        let catalog = export.catalog();
        let service = catalog.service(id);
        let team = catalog.team(service.team);
        Self {
            id: &service.slug,
            name: export.texts(&service.name),
            summary: export.maybe(&service.summary),
            description: export.markdown(&service.description),
            asked_as: export.lists(&service.asked_as),
            keywords: export.lists(&service.keywords),
            status: service.status,
            replaced_by: service.replaced_by.as_ref().map(|other| &*catalog.service(other.value).slug),
            department: &catalog.department(team.department).slug,
            team: (!team.acting).then_some(&*team.slug),
            owner: export.maybe_person(&service.owner),
            deputy: export.maybe_person(&service.deputy),
            consults: export.teams(&service.consults),
            informs: export.teams(&service.informs),
            serves: export.served(&service.serves),
            channels: ChannelEntry::all(catalog.channels_of(id), export),
            hours: export.hours(service.calendar),
            languages: &service.languages,
            standards: service.standards.iter().map(|standard| StandardEntry::new(standard, export)).collect(),
            you_provide: service
                .you_provide
                .iter()
                .map(|item| ProvisionEntry::new(item, service.calendar, export))
                .collect(),
            you_receive: service.you_receive.iter().map(|text| export.texts(text)).collect(),
            not_included: service.not_included.iter().map(|item| ExclusionEntry::new(item, export)).collect(),
            steps: service.steps.iter().map(|step| StepEntry::new(step, export)).collect(),
            depends_on: service.depends_on.iter().map(|other| DependencyEntry::new(other, export)).collect(),
            own_work: service.own_work.as_ref().map(|time| Shown(time.value)),
            chain: ChainEntry::new(id, export),
            line_of_sight: line_of_sight(id, export),
            escalate: service.escalate.iter().map(|step| EscalationEntry::new(step, export)).collect(),
            faq: service.faq.iter().map(|faq| FaqEntry::new(faq, export)).collect(),
            articles: catalog.articles_for(id).iter().map(|article| &*catalog.article(*article).slug).collect(),
            deadlines: service
                .deadlines
                .iter()
                .map(|named| NamedDeadlineEntry::new(named, service.calendar, export))
                .collect(),
            reviewed: service.reviewed.as_ref().map(|date| date.value),
            review_every: service.review_every.map(Shown),
            aliases: &service.aliases,
            pages: export.pages(Place::Service(id)),
        }
    }
}
