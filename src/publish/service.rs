//! A service.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::address::Pages;
use super::chain::Chain;
use super::channel::Channel;
use super::field::FieldValue;
use super::hours::Hours;
use super::list::{Lazy, List, Publish};
use super::practice::Practice;
use super::published::Published;
use super::reference::Ref;
use super::related_link::RelatedLink;
use super::standard::Standard;
use super::text::{Text, TextList};
use super::value::Spelled;
use super::who::{Home, Who};
use super::work::{Dependency, Escalation, Exclusion, Faq, NamedDeadline, Provision, Step};
use crate::clock::Duration;
use crate::diagnostic::Spanned;
use crate::model::{self, ArticleId, DepartmentId, EntryId, Interval, PersonId, Served, ServiceId, Status, TeamId};

/// A service. One that has ended keeps what says what it was and what to use instead; nobody answers for it, it
/// promises nothing, and no way leads to it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Service<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: ServiceId,
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub name: Text<'a>,
    /// What the reader gets, in one line.
    pub summary: Option<Text<'a>>,
    /// More about it, in Markdown.
    pub description: Option<Text<'a>>,
    /// What people say when they need it.
    pub asked_as: TextList<'a>,
    /// Further words by which people look for it.
    pub keywords: TextList<'a>,
    /// Where it is in its life.
    pub status: Status,
    /// The service to use instead, by id.
    pub replaced_by: Option<Ref<'a, ServiceId>>,
    /// The department that does the work, by id.
    pub department: Ref<'a, DepartmentId>,
    /// The team that does the work, by id; none when the department itself does.
    pub team: Option<Ref<'a, TeamId>>,
    /// Who answers for the promise.
    pub owner: List<'a, Spanned<PersonId>, Who<'a>>,
    /// Who answers when the owner is away.
    pub deputy: List<'a, Spanned<PersonId>, Who<'a>>,
    /// Who is asked before.
    pub consults: List<'a, TeamId, Who<'a>>,
    /// Who is told after.
    pub informs: List<'a, TeamId, Who<'a>>,
    /// Whom it serves.
    pub serves: List<'a, Served, Who<'a>>,
    /// How to reach it, best first.
    pub channels: List<'a, model::Channel, Channel<'a>>,
    /// True when the channels are its team's or its department's.
    pub inherits_channels: bool,
    /// When it is open, by its own hours, its team's or its department's.
    pub hours: Option<Hours<'a>>,
    /// Languages in which it is given (BCP 47).
    pub languages: &'a [Box<str>],
    /// What it costs, and whom.
    pub cost: Option<Text<'a>>,
    /// What somebody must have or be before asking.
    pub requires: List<'a, model::Text, Text<'a>>,
    /// What it promises, by urgency, by its own word, its team's or its department's; `normal` first.
    pub standards: List<'a, model::Standard, Standard<'a>>,
    /// What the reader has to bring.
    pub you_provide: Lazy<'a, ServiceId, Vec<Provision<'a>>>,
    /// What the reader gets.
    pub you_receive: List<'a, model::Text, Text<'a>>,
    /// What it does not do, and who does.
    pub not_included: List<'a, model::Exclusion, Exclusion<'a>>,
    /// What happens once somebody asks.
    pub steps: List<'a, model::Step, Step<'a>>,
    /// The services whose answers it needs.
    pub depends_on: List<'a, model::Dependency, Dependency<'a>>,
    /// The working time that the team itself needs.
    pub own_work: Option<Spelled<Duration>>,
    /// The chain behind the main promise, when in the coming 60 days it has the least time to spare.
    pub chain: Lazy<'a, ServiceId, Option<Chain<'a>>>,
    /// The way to the company's own customers, itself first, by id; empty when no way leads there.
    pub line_of_sight: Lazy<'a, ServiceId, Vec<Ref<'a, ServiceId>>>,
    /// Whom to turn to when the promise is not kept.
    pub escalate: List<'a, model::Escalation, Escalation<'a>>,
    /// Questions that come again and again.
    pub faq: List<'a, model::Faq, Faq<'a>>,
    /// Articles with which readers help themselves, by id.
    pub articles: List<'a, ArticleId, Ref<'a, ArticleId>>,
    /// Dates that the service keeps.
    pub deadlines: Lazy<'a, ServiceId, Vec<NamedDeadline<'a>>>,
    /// Pages to read that stand elsewhere.
    pub links: List<'a, model::RelatedLink, RelatedLink<'a>>,
    /// When somebody last read the entry through.
    pub reviewed: Option<NaiveDate>,
    /// How often it is read through, by its own word or the company's.
    pub review_every: Option<Spelled<Interval>>,
    /// The company's own facts.
    pub fields: List<'a, model::FieldValue, FieldValue<'a>>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Its pages.
    pub pages: Pages<'a>,
}

impl<'a> Service<'a> {
    /// True when readers are still sent here.
    pub fn is_offered(&self) -> bool {
        self.status != Status::Retired
    }

    /// Who does the work.
    pub fn doer(&self) -> Home<'a> {
        self.team.map_or(Home::Department(self.department), Home::Team)
    }

    /// The standard of that urgency.
    pub fn standard(&self, urgency: &str) -> Option<Standard<'a>> {
        self.standards.iter().find(|standard| standard.urgency == urgency)
    }

    /// The promise that counts where no urgency is named.
    pub fn main_standard(&self) -> Option<Standard<'a>> {
        self.standard(Standard::NORMAL).or(self.standards.first())
    }
}

impl<'a> Published<'a> {
    /// A service.
    pub fn service(&'a self, key: ServiceId) -> Service<'a> {
        let catalog = self.catalog();
        let service = catalog.service(key);
        let team = catalog.team(service.team);
        let offered = service.is_offered();
        Service {
            key,
            id: &service.slug,
            name: self.text(&service.name),
            summary: self.maybe(&service.summary),
            description: self.maybe(&service.description),
            asked_as: self.texts(&service.asked_as),
            keywords: self.texts(&service.keywords),
            status: service.status,
            replaced_by: self.maybe(&service.replaced_by),
            department: self.reference(team.department),
            team: (!team.acting).then(|| self.reference(service.team)),
            owner: self.list(if offered { &service.owner } else { &[] }),
            deputy: self.list(if offered { &service.deputy } else { &[] }),
            consults: self.list(if offered { &service.consults } else { &[] }),
            informs: self.list(if offered { &service.informs } else { &[] }),
            serves: self.list(if offered { &service.serves } else { &[] }),
            channels: self.list(if offered { catalog.channels_of(key) } else { &[] }),
            inherits_channels: offered && service.channels.is_empty(),
            hours: self.hours(&service.calendar).filter(|_| offered),
            languages: if offered { &service.languages } else { &[] },
            cost: self.maybe(&service.cost),
            requires: self.list(&service.requires),
            standards: self.list(if offered { &service.standards } else { &[] }),
            you_provide: Lazy::new(key, self, |key, published| published.provisions(key)),
            you_receive: self.list(&service.you_receive),
            not_included: self.list(&service.not_included),
            steps: self.list(&service.steps),
            depends_on: self.list(&service.depends_on),
            own_work: service.own_work.as_ref().filter(|_| offered).map(|time| Spelled(time.value)),
            chain: Lazy::new(key, self, |key, published| published.chain(key)),
            line_of_sight: Lazy::new(key, self, |key, published| published.line_of_sight(key)),
            escalate: self.list(&service.escalate),
            faq: self.list(&service.faq),
            articles: self.list(catalog.articles_for(key)),
            deadlines: Lazy::new(key, self, |key, published| published.deadlines(key)),
            links: self.list(&service.links),
            reviewed: service.reviewed.as_ref().map(|date| date.value),
            review_every: service.review_every.map(Spelled),
            fields: self.list(&service.fields),
            aliases: &service.aliases,
            pages: Pages::of(EntryId::Service(key), self),
        }
    }

    /// What a service is called, for those who want to know nothing else of it.
    pub fn service_name(&'a self, key: ServiceId) -> Text<'a> {
        self.text(&self.catalog().service(key).name)
    }

    /// Who does the work of a service, likewise.
    pub fn doer(&'a self, key: ServiceId) -> Home<'a> {
        let team = self.catalog().service(key).team;
        match self.catalog().team(team) {
            department if department.acting => Home::Department(self.reference(department.department)),
            _ => Home::Team(self.reference(team)),
        }
    }

    /// What a service promises by an urgency, likewise.
    pub fn standard_of(&'a self, key: ServiceId, urgency: &str) -> Option<Standard<'a>> {
        let service = Some(self.catalog().service(key)).filter(|service| service.is_offered())?;
        let standard = service.standards.iter().find(|standard| &*standard.urgency == urgency)?;
        Some(Standard::publish(standard, self))
    }

    /// All services, by id, those that have ended among them.
    pub fn services(&'a self) -> impl ExactSizeIterator<Item = Service<'a>> + DoubleEndedIterator + Clone {
        self.catalog().services().map(|(key, _)| self.service(key))
    }

    /// The services that readers are still sent to, by id.
    pub fn offered(&'a self) -> impl DoubleEndedIterator<Item = Service<'a>> + Clone {
        self.catalog().services().filter(|(_, service)| service.is_offered()).map(|(key, _)| self.service(key))
    }

    /// Whether anything is offered.
    pub fn has_services(&self) -> bool {
        self.catalog().services().any(|(_, service)| service.is_offered())
    }

    /// What the company writes at all.
    pub fn practice(&self) -> Practice {
        self.practice
    }

    /// Whether anybody says how to reach them.
    pub fn has_channels(&self) -> bool {
        let catalog = self.catalog();
        let of_departments = catalog.departments().any(|(_, department)| !department.channels.is_empty());
        let of_teams = || catalog.teams().any(|(_, team)| !team.channels.is_empty());
        let of_services = || catalog.services().any(|(_, one)| one.is_offered() && !one.channels.is_empty());
        of_departments || of_teams() || of_services()
    }
}
