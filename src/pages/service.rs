//! The page of a service: who, how to reach them, when the answer comes, what both sides owe.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::markdown::Html;
use crate::model::{
    Actor, CalendarId, Destination, Exclusion, NamedDeadline, Party, PersonId, Privacy, Service, ServiceId, Standard,
    Status,
};
use crate::pages::parts::chain::ChainView;
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::dependency::{self, DependencyView};
use crate::pages::parts::entries::{article_entry, away_badge};
use crate::pages::parts::promise::PromiseView;
use crate::pages::parts::provision::needed;
use crate::pages::parts::sight::LineView;
use crate::site::address::{shown, web_address};
use crate::site::agenda::Item;
use crate::site::answers::AnswersView;
use crate::site::clock::Ticks;
use crate::site::deadline::DeadlineView;
use crate::site::hours::HoursView;
use crate::site::phrase::{Badge, Entry, Link, Passage, Phrase};
use crate::site::reader::Reader;
use crate::site::{Feed, Place};

/// A service.
#[derive(Debug, Serialize)]
pub struct ServiceView<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub name: Phrase<'a>,
    /// What the reader gets.
    pub summary: Option<Phrase<'a>>,
    /// A word about where it is in its life, unless it is simply in use.
    pub notice: Option<Notice<'a>>,
    /// True when it has ended: what replaces it is all that readers need.
    pub ended: bool,
    /// The team that does the work.
    pub team: Link<'a>,
    /// Who answers for it.
    pub owner: Option<OwnerView<'a>>,
    /// How to reach it, best first.
    pub channels: Vec<ChannelView<'a>>,
    /// What it promises, by urgency.
    pub promises: Vec<PromiseView<'a>>,
    /// When it is open.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// When the first answer comes, by weekday and time of day.
    pub answers: Option<&'a AnswersView>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// What the reader has to bring.
    pub you_provide: Vec<Entry<'a>>,
    /// What the reader gets.
    pub you_receive: Vec<Phrase<'a>>,
    /// What it does not do, and who does.
    pub not_included: Vec<Entry<'a>>,
    /// What happens.
    pub steps: Vec<StepView<'a>>,
    /// Who is behind it.
    pub roles: Vec<RoleView<'a>>,
    /// Whose help it needs.
    pub helped_by: Vec<DependencyView<'a>>,
    /// The chain behind its promise.
    pub chain: Option<ChainView<'a>>,
    /// How its work reaches the customer.
    pub sight: Option<LineView<'a>>,
    /// Who depends on it.
    pub helps: Vec<Entry<'a>>,
    /// How many more do, in words.
    pub helps_more: Option<String>,
    /// Whom to turn to when no answer comes.
    pub escalate: Vec<EscalationView<'a>>,
    /// Questions and answers.
    pub faq: Vec<FaqView<'a>>,
    /// Guides with which readers help themselves.
    pub articles: Vec<Entry<'a>>,
    /// Dates that it keeps.
    pub deadlines: Vec<NamedDeadlineView<'a>>,
    /// Its calendar file, if it has dates.
    pub calendar_file: Option<String>,
    /// When the entry was last read through.
    pub review: ReviewView,
}

/// A word about where a service is in its life.
#[derive(Debug, Serialize)]
pub struct Notice<'a> {
    /// `new`, `changing`, `retiring` or `retired`.
    pub kind: &'static str,
    /// The status in a sentence.
    pub title: String,
    /// What to use instead.
    pub instead: Option<Link<'a>>,
}

/// Who answers for a service.
#[derive(Debug, Serialize)]
pub struct OwnerView<'a> {
    /// The part in words.
    pub role: Cow<'a, str>,
    /// The person.
    pub who: Link<'a>,
}

/// One step of what happens.
#[derive(Debug, Serialize)]
pub struct StepView<'a> {
    /// What happens.
    pub what: Html,
    /// Who does it, and how long it takes.
    pub by: Vec<Link<'a>>,
}

/// A part in a service, and who has it.
#[derive(Debug, Serialize)]
pub struct RoleView<'a> {
    /// The part.
    pub role: Cow<'a, str>,
    /// Who has it.
    pub who: Vec<Link<'a>>,
    /// Where somebody is away.
    pub badge: Option<Badge>,
}

/// Whom to turn to when no answer comes.
#[derive(Debug, Serialize)]
pub struct EscalationView<'a> {
    /// After how long, in words; none for at once.
    pub after: Option<String>,
    /// Who.
    pub to: Link<'a>,
    /// A number to call.
    pub phone: Option<Link<'a>>,
}

/// A question and its answer.
#[derive(Debug, Serialize)]
pub struct FaqView<'a> {
    /// The question.
    pub question: Phrase<'a>,
    /// The answer.
    pub answer: Passage<'a>,
}

/// A date that the service keeps.
#[derive(Debug, Serialize)]
pub struct NamedDeadlineView<'a> {
    /// What is due; the service's own name where the date has none.
    pub name: Phrase<'a>,
    /// When.
    pub deadline: DeadlineView,
}

/// When an entry was last read through.
#[derive(Debug, Serialize)]
pub struct ReviewView {
    /// ISO 8601.
    pub date: Option<String>,
    /// In words.
    pub text: String,
    /// A warning when it is overdue.
    pub overdue: Option<String>,
}

impl<'a> PageView<'a> for ServiceView<'a> {
    type Of = ServiceId;

    fn new(id: ServiceId, reader: Reader<'a>) -> Self {
        let catalog = reader.catalog();
        let service = catalog.service(id);
        let ended = !service.is_offered();
        let calendar = service.calendar.filter(|_| !ended);
        let standards = if ended { &[][..] } else { &*service.standards };
        let (helps, helps_more) = dependency::on(id, reader);
        let chain = ChainView::new(id, reader);
        Self {
            id: &service.slug,
            name: reader.phrase(&service.name),
            summary: reader.maybe(&service.summary),
            notice: notice(service, reader),
            ended,
            team: reader.team(service.team),
            owner: owner(service, reader),
            channels: if ended { Vec::new() } else { ChannelView::of_service(id, reader) },
            promises: PromiseView::all(standards, reader),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            answers: if ended { None } else { reader.edition.answers(reader.locale(), service) },
            description: service.description.as_ref().map(|text| reader.description(text)),
            you_provide: service.you_provide.iter().map(|item| needed(item, id, reader)).collect(),
            you_receive: service.you_receive.iter().map(|text| reader.phrase(text)).collect(),
            not_included: service.not_included.iter().map(|item| exclusion(item, reader)).collect(),
            steps: steps(service, reader),
            roles: if ended { Vec::new() } else { roles(service, chain.is_none(), reader) },
            helped_by: dependency::of(service, reader),
            chain,
            sight: LineView::new(id, reader),
            helps,
            helps_more,
            escalate: escalations(service, reader),
            faq: service
                .faq
                .iter()
                .enumerate()
                .map(|(at, faq)| FaqView {
                    question: reader.phrase(&faq.question),
                    answer: reader.passage(&faq.answer, &format!("faq-{}", at + 1)),
                })
                .collect(),
            articles: catalog.articles_for(id).iter().map(|article| article_entry(*article, reader)).collect(),
            deadlines: deadlines(service, calendar, reader),
            calendar_file: reader.calendar_file(Feed::Service(id)),
            review: review(service, reader),
        }
    }

    fn head(id: ServiceId, reader: Reader<'a>) -> Head<'a> {
        let service = reader.catalog().service(id);
        Head {
            title: reader.phrase(&service.name),
            lead: reader.maybe(&service.summary),
            back: breadcrumbs(id, reader),
        }
    }

    fn ticks(&self) -> Ticks {
        let always = self.promises.iter().any(|promise| promise.always);
        Ticks { always, ..ticks(self.calendar, &self.channels) }
    }
}

fn owner<'a>(service: &'a Service, reader: Reader<'a>) -> Option<OwnerView<'a>> {
    let owner = service.owner.as_ref()?;
    Some(OwnerView { role: reader.words().text(owner_role(service)), who: reader.person(owner.value) })
}

fn deadlines<'a>(service: &'a Service, calendar: Option<CalendarId>, reader: Reader<'a>) -> Vec<NamedDeadlineView<'a>> {
    let view = |named: &'a NamedDeadline| {
        let deadline = DeadlineView::new(Item::Own(named), calendar, reader)?;
        Some(NamedDeadlineView { name: reader.phrase(named.name.as_ref().unwrap_or(&service.name)), deadline })
    };
    service.deadlines.iter().filter_map(view).collect()
}

fn notice<'a>(service: &'a Service, reader: Reader<'a>) -> Option<Notice<'a>> {
    let badge = reader.status_badge(service.status)?;
    let title = match service.status {
        Status::Live | Status::New => "service.new",
        Status::Changing => "service.changing",
        Status::Retiring => "service.retiring",
        Status::Retired => "service.retired",
    };
    Some(Notice {
        kind: badge.kind,
        title: reader.word(title),
        instead: service.replaced_by.as_ref().map(|other| reader.service(other.value)),
    })
}

fn exclusion<'a>(item: &'a Exclusion, reader: Reader<'a>) -> Entry<'a> {
    let to = match &item.go_to {
        Destination::Service(id) => reader.service(*id),
        Destination::Team(id) => reader.team(*id),
        Destination::Department(id) => reader.department(*id),
        Destination::Person(id) => reader.person(*id),
        Destination::Url(url) => Link { href: Some(web_address(url)), name: Phrase::own(host(url)) },
    };
    Entry { link: to, summary: Some(reader.phrase(&item.what)), facts: Vec::new(), badge: None }
}

/// What is shown of an address outside: its host.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").or(rest.strip_prefix("tel:")).unwrap_or(rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn steps<'a>(service: &'a Service, reader: Reader<'a>) -> Vec<StepView<'a>> {
    service
        .steps
        .iter()
        .map(|step| StepView {
            what: reader.inline(&step.what),
            by: {
                let who = step.who.map(|who| match who {
                    Actor::You => Link::nowhere(Phrase::own(reader.words().text("service.step_you"))),
                    Actor::Party(party) => reader.party(party),
                });
                let within = |time| Phrase::own(reader.words().within(reader.span(time, false)));
                who.into_iter().chain(step.takes.map(|time| Link::nowhere(within(time)))).collect()
            },
        })
        .collect()
}

/// The owner answers for the promise, where there is one.
fn owner_role(service: &Service) -> &'static str {
    if service.standards.iter().any(Standard::promises) { "role.owner" } else { "role.answers" }
}

/// `own_work`: whether the working time that the team itself needs is told here, for want of a chain.
fn roles<'a>(service: &'a Service, own_work: bool, reader: Reader<'a>) -> Vec<RoleView<'a>> {
    let words = reader.words();
    let teams = |ids: &[_]| ids.iter().map(|id| reader.team(*id)).collect::<Vec<_>>();
    let person = |id: PersonId, role: &str| RoleView {
        role: words.text(role),
        who: vec![reader.person(id)],
        badge: away_badge(id, reader),
    };
    let mut roles = Vec::new();
    roles.extend(service.owner.as_ref().map(|owner| person(owner.value, owner_role(service))));
    roles.extend(service.deputy.as_ref().map(|deputy| person(deputy.value, "role.deputy")));
    let mut part = |role: &str, who: Vec<Link<'a>>| {
        if !who.is_empty() {
            roles.push(RoleView { role: words.text(role), who, badge: None });
        }
    };
    part("role.does", teams(&[service.team]));
    if let Some(time) = service.own_work.as_ref().filter(|_| own_work) {
        let time = words.duration(reader.span(time.value, false));
        part("chain.own_work", vec![Link { href: None, name: Phrase::own(time) }]);
    }
    part("role.asked", teams(&service.consults));
    part("role.told", teams(&service.informs));
    part("service.serves", reader.all_served(&service.serves));
    part(
        "service.languages",
        reader.languages(&service.languages).into_iter().map(|name| Link { href: None, name }).collect(),
    );
    roles
}

fn escalations<'a>(service: &'a Service, reader: Reader<'a>) -> Vec<EscalationView<'a>> {
    let catalog = reader.catalog();
    let full = catalog.company.privacy == Privacy::Full;
    service
        .escalate
        .iter()
        .map(|step| EscalationView {
            after: step.after.map(|time| reader.words().after(reader.span(time, false))),
            to: reader.party(step.to),
            phone: match step.to {
                Party::Person(id) if full => catalog.person(id).phone.as_ref().map(|phone| Link {
                    href: Some(format!("tel:{}", phone.dialled())),
                    name: Phrase::own(shown(phone.shown())),
                }),
                _ => None,
            },
        })
        .collect()
}

fn review(service: &Service, reader: Reader<'_>) -> ReviewView {
    let words = reader.words();
    let Some(reviewed) = &service.reviewed else {
        return ReviewView { date: None, text: reader.word("service.never_reviewed"), overdue: None };
    };
    let today = reader.edition.today();
    let due = service.review_every.map(|every| every.after(reviewed.value)).filter(|due| *due < today);
    ReviewView {
        date: Some(reviewed.value.to_string()),
        text: words.format("service.reviewed", &[("date", &words.date(reviewed.value))]),
        overdue: due.map(|due| words.format("service.review_due", &[("date", &words.date(due))])),
    }
}

/// The way back from a service: its department, its team.
fn breadcrumbs(id: ServiceId, reader: Reader<'_>) -> Vec<Link<'_>> {
    let catalog = reader.catalog();
    let team_id = catalog.service(id).team;
    let team = catalog.team(team_id);
    let mut crumbs = vec![reader.department(team.department)];
    if !team.acting {
        crumbs.push(Link { href: Some(reader.href(Place::Team(team_id))), name: reader.phrase(&team.name) });
    }
    crumbs
}
