//! The page of a service: who, how to reach them, when the answer comes, what both sides owe.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::markdown::Html;
use crate::pages::parts::chain::ChainView;
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::dependency::{self, DependencyView};
use crate::pages::parts::ended::{EndedView, successor};
use crate::pages::parts::entries::{article_entry, away_badge};
use crate::pages::parts::escalation::EscalationView;
use crate::pages::parts::field::{self, FieldView};
use crate::pages::parts::promise::PromiseView;
use crate::pages::parts::provision::needed;
use crate::pages::parts::reach::ReachView;
use crate::pages::parts::related_link;
use crate::pages::parts::review::ReviewView;
use crate::pages::parts::sight::LineView;
use crate::pages::parts::standby::StandbyView;
use crate::pages::parts::turns::TurnView;
use crate::pages::parts::whom_to_ask;
use crate::publish::{
    Exclusion, Faq, Feed, Home, List, NamedDeadline, Service, ServiceId, Standard, Status, Step, TeamId, Who,
};
use crate::site::answers::AnswersView;
use crate::site::calendar_links::CalendarLinks;
use crate::site::clock::Ticks;
use crate::site::deadline::DeadlineView;
use crate::site::hours::HoursView;
use crate::site::phrase::{Badge, Entry, Link, Passage, Phrase};
use crate::site::reader::Reader;

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
    /// Where to go on from one that has ended: that is all that readers need.
    pub ended: Option<EndedView<'a>>,
    /// The team that does the work.
    pub team: Link<'a>,
    /// Who answers for it.
    pub owner: Option<OwnerView<'a>>,
    /// How to reach it.
    pub channels: Option<ReachView<'a>>,
    /// What it promises, by urgency.
    pub promises: Vec<PromiseView<'a>>,
    /// Whom to ask where nobody says how it is reached.
    pub ask: Vec<Link<'a>>,
    /// When it is open.
    pub hours: Option<&'a HoursView>,
    /// What unfolds below the hours.
    pub hours_details: Option<Cow<'a, str>>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// Who answers while it is closed.
    pub standby: Option<StandbyView<'a>>,
    /// When the first answer comes, by weekday and time of day.
    pub answers: Option<&'a AnswersView>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// What the reader has to bring.
    pub you_provide: Vec<Entry<'a>>,
    /// What it costs.
    pub cost: Option<Phrase<'a>>,
    /// What somebody must have or be before asking.
    pub requires: Vec<Phrase<'a>>,
    /// What the reader gets.
    pub you_receive: Vec<Phrase<'a>>,
    /// What it does not do, and who does.
    pub not_included: Vec<ExclusionView<'a>>,
    /// What happens.
    pub steps: Vec<StepView<'a>>,
    /// Who is behind it, and for whom it is there.
    pub who: Vec<RoleView<'a>>,
    /// Who of the team is on duty now and next.
    pub turns: Vec<TurnView<'a>>,
    /// Who is asked and told, and how long the team's own work takes.
    pub roles: Vec<RoleView<'a>>,
    /// Whose help it needs.
    pub helped_by: Vec<DependencyView<'a>>,
    /// True where nothing more is said of any of these.
    pub helped_by_plain: bool,
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
    /// The company's own facts.
    pub fields: Vec<FieldView<'a>>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<Link<'a>>,
    /// Dates that it keeps.
    pub deadlines: Vec<NamedDeadlineView<'a>>,
    /// Its calendar file, if it has dates.
    pub calendar_links: Option<CalendarLinks>,
    /// When the entry was last read through.
    pub review: Option<ReviewView>,
    /// True where it promises no time, though others do.
    pub unpromised: bool,
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
    /// The people.
    pub who: Vec<Link<'a>>,
}

/// What a service does not do.
#[derive(Debug, Serialize)]
pub struct ExclusionView<'a> {
    /// What, where it is not called like what does it.
    pub what: Option<Phrase<'a>>,
    /// Who does it.
    pub go_to: Link<'a>,
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
    pub who: Vec<HolderView<'a>>,
}

/// Somebody who has a part in a service.
#[derive(Debug, Serialize)]
pub struct HolderView<'a> {
    /// Who.
    pub link: Link<'a>,
    /// A word when they are away.
    pub badge: Option<Badge>,
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

impl<'a> PageView<'a> for ServiceView<'a> {
    type Of = ServiceId;

    fn new(id: ServiceId, reader: Reader<'a>) -> Self {
        let service = reader.published().service(id);
        let calendar = service.hours.map(|hours| hours.calendar);
        let (helps, helps_more) = dependency::on(id, reader);
        let chain = ChainView::new(&service, reader);
        let always = service.standards.iter().find(Standard::promises).is_some_and(|standard| standard.is_always());
        let turns = turns(&service, reader);
        let helped_by = dependency::of(&service, reader);
        let hours = calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar));
        let answers = reader.edition.answers(reader.locale(), &service);
        Self {
            id: service.id,
            name: reader.phrase(service.name),
            summary: reader.maybe(service.summary),
            notice: notice(&service, reader),
            ended: EndedView::new(&service, reader),
            team: reader.home(service.doer()),
            owner: owner(&service, reader),
            channels: ReachView::new(ChannelView::of_service(&service, reader)),
            ask: whom_to_ask::of_service(&service, reader),
            unpromised: reader.published().practice().promises && !service.standards.iter().any(|one| one.promises()),
            promises: PromiseView::all(service.standards.iter(), reader),
            hours,
            hours_details: hours.map(|hours| hours.details(answers.is_some(), reader.words())),
            calendar: calendar.map(|calendar| calendar.index()),
            standby: StandbyView::new(service.channels.iter(), calendar, Some(&service), reader),
            answers,
            description: service.description.map(|text| reader.description(text)),
            you_provide: service.you_provide.get().iter().map(|item| needed(item, reader)).collect(),
            cost: reader.maybe(service.cost),
            requires: service.requires.iter().map(|text| reader.phrase(text)).collect(),
            you_receive: service.you_receive.iter().map(|text| reader.phrase(text)).collect(),
            not_included: service.not_included.iter().map(|item| exclusion(item, reader)).collect(),
            steps: service.steps.iter().map(|step| step_view(step, always, reader)).collect(),
            who: if service.is_offered() { who(&service, !turns.is_empty(), reader) } else { Vec::new() },
            turns,
            roles: if service.is_offered() { roles(&service, chain.is_none(), reader) } else { Vec::new() },
            helped_by_plain: helped_by.iter().all(DependencyView::is_plain),
            helped_by,
            chain,
            sight: LineView::new(&service, reader),
            helps,
            helps_more,
            escalate: service.escalate.iter().map(|step| EscalationView::new(step, always, reader)).collect(),
            faq: (1..).zip(service.faq.iter()).map(|(number, faq)| faq_view(faq, number, reader)).collect(),
            articles: service.articles.iter().map(|article| article_entry(article.key, reader)).collect(),
            fields: field::all(service.fields.iter(), reader),
            links: related_link::all(service.links.iter(), reader),
            deadlines: deadlines(&service, reader),
            calendar_links: reader.calendar_links(Feed::Service(id)),
            review: ReviewView::new(&service, reader),
        }
    }

    fn head(id: ServiceId, reader: Reader<'a>) -> Head<'a> {
        let service = reader.published().service(id);
        let mut back = vec![reader.department(service.department.key)];
        back.extend(service.team.map(|team| reader.home(Home::Team(team))));
        Head { title: reader.phrase(service.name), lead: reader.maybe(service.summary), back }
    }

    fn ticks(&self) -> Ticks {
        let always = !self.turns.is_empty() || self.promises.iter().any(|promise| promise.always);
        let ways = self.ended.iter().filter_map(|ended| ended.channels.as_ref()).chain(&self.channels);
        Ticks { always, ..ticks(self.calendar, ways.flat_map(ReachView::all)) }
    }
}

fn owner<'a>(service: &Service<'a>, reader: Reader<'a>) -> Option<OwnerView<'a>> {
    let who = reader.all(service.owner.iter());
    (!who.is_empty()).then(|| OwnerView { role: reader.words().text("role.answers"), who })
}

fn notice<'a>(service: &Service<'a>, reader: Reader<'a>) -> Option<Notice<'a>> {
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
        instead: successor(service, reader)
            .map(|other| other.key)
            .or(service.replaced_by.map(|other| other.key))
            .map(|other| reader.service(other)),
    })
}

fn exclusion<'a>(item: Exclusion<'a>, reader: Reader<'a>) -> ExclusionView<'a> {
    let (what, go_to) = (reader.phrase(item.what), reader.who(item.go_to));
    ExclusionView { what: (what.text != go_to.name.text).then_some(what), go_to }
}

/// `always`: whether the clock of the service's promise never stops.
fn step_view<'a>(step: Step<'a>, always: bool, reader: Reader<'a>) -> StepView<'a> {
    StepView {
        what: reader.inline(step.what),
        by: {
            let within = step.takes.map(|time| Phrase::own(reader.words().within(reader.span(*time, always))));
            step.who.iter().map(|who| reader.who(who)).chain(within.map(Link::nowhere)).collect()
        },
    }
}

fn faq_view<'a>(faq: Faq<'a>, number: usize, reader: Reader<'a>) -> FaqView<'a> {
    let answer = reader.passage(faq.answer, &format!("faq-{number}"));
    FaqView { question: reader.phrase(faq.question), answer }
}

/// The dates that the service keeps; by when something is needed for it is said there.
fn deadlines<'a>(service: &Service<'a>, reader: Reader<'a>) -> Vec<NamedDeadlineView<'a>> {
    let needed = service.you_provide.get();
    let is_told = |named: &NamedDeadline<'a>| {
        needed.iter().filter_map(|item| item.deadline).any(|deadline| deadline.rule == named.deadline.rule)
    };
    let dates = service.deadlines.get().into_iter().filter(|named| !is_told(named));
    dates.map(|named| named_deadline(named, service, reader)).collect()
}

fn named_deadline<'a>(named: NamedDeadline<'a>, service: &Service<'a>, reader: Reader<'a>) -> NamedDeadlineView<'a> {
    NamedDeadlineView {
        name: reader.phrase(named.name.unwrap_or(service.name)),
        deadline: DeadlineView::new(named.deadline, reader),
    }
}

/// `has_turns`: whether it is told who of the team is on duty.
fn who<'a>(service: &Service<'a>, has_turns: bool, reader: Reader<'a>) -> Vec<RoleView<'a>> {
    let holder = |who: Who<'a>| HolderView { link: reader.who(who), badge: away_badge(who, reader) };
    let people = |role: &str, people: &mut dyn Iterator<Item = Who<'a>>| {
        let who: Vec<HolderView<'a>> = people.map(holder).collect();
        (!who.is_empty()).then(|| RoleView { role: reader.words().text(role), who })
    };
    let mut roles = Vec::from_iter(part("role.does", vec![reader.home(service.doer())], reader));
    roles.extend(people("role.answers", &mut service.owner.iter()));
    roles.extend(people("role.deputy", &mut service.deputy.iter()));
    roles.extend(part("service.serves", reader.all(service.serves.iter()), reader));
    let languages = reader.languages(service.languages).into_iter().map(Link::nowhere);
    roles.extend(part("service.languages", languages.collect(), reader));
    // The team alone is named at the top already.
    if roles.len() > 1 || has_turns { roles } else { Vec::new() }
}

/// The turns of the team that does the work: of now, and the next.
fn turns<'a>(service: &Service<'a>, reader: Reader<'a>) -> Vec<TurnView<'a>> {
    let team = service.team.filter(|_| service.is_offered());
    team.map_or_else(Vec::new, |team| TurnView::all(&reader.published().team(team.key), 2, reader))
}

/// `own_work`: whether the working time that the team itself needs is told here, for want of a chain.
fn roles<'a>(service: &Service<'a>, own_work: bool, reader: Reader<'a>) -> Vec<RoleView<'a>> {
    let teams = |teams: List<'a, TeamId, Who<'a>>| teams.iter().map(|team| reader.who(team)).collect::<Vec<_>>();
    let own_work = service.own_work.filter(|_| own_work);
    let time = own_work.map(|time| Link::nowhere(Phrase::own(reader.words().duration(reader.effort(*time)))));
    let roles = [
        part("role.asked", teams(service.consults), reader),
        part("role.told", teams(service.informs), reader),
        part("chain.own_work", time.into_iter().collect(), reader),
    ];
    roles.into_iter().flatten().collect()
}

/// A part that somebody has.
fn part<'a>(role: &str, who: Vec<Link<'a>>, reader: Reader<'a>) -> Option<RoleView<'a>> {
    let who: Vec<HolderView<'a>> = who.into_iter().map(|link| HolderView { link, badge: None }).collect();
    (!who.is_empty()).then(|| RoleView { role: reader.words().text(role), who })
}
