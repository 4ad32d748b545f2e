//! Services.

use super::frame::{Frame, Grounds};
use super::known::{Known, Listed};
use super::scope::Scope;
use super::standard::Unsure;
use super::{anew, channel, deadline, dependency, field, person, related_link, standard, value};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::model::channel::Channel;
use crate::model::field::FieldOwner;
use crate::model::id::{PersonId, ServiceId, TeamId};
use crate::model::interval::Interval;
use crate::model::service::{Escalation, Exclusion, Faq, Provision, Service, Status, Step};
use crate::model::standard::Standard;
use crate::model::team::Team;
use crate::source::schema::{
    EscalationDoc, FaqDoc, NotIncludedDoc, ProvideDoc, ServiceDoc, StandardsDoc, StatusDoc, StepDoc, Str,
};
use crate::source::{Written, WrittenIn};

/// What all services have from the company.
pub(super) struct Common<'a> {
    pub(super) grounds: Grounds<'a>,
    pub(super) standards: standard::Standards<'a>,
    pub(super) review_every: Option<Interval>,
}

/// All services by number, and those of them that may promise more than is known.
pub(super) fn resolve(
    services: Vec<WrittenIn<Box<ServiceDoc>>>,
    teams: &[Team],
    frames: &[Frame],
    common: &Common<'_>,
    scope: &mut Scope<'_>,
) -> (Vec<Service>, Unsure) {
    let mut resolved: Vec<Service> = Vec::with_capacity(services.len());
    let mut unsure = Unsure::default();
    let mut leanings = Vec::new();
    for WrittenIn { department, entry } in services {
        let Some(department) = scope.names.departments.get(&department) else { continue };
        let named = Known::read(entry.doc.team.as_ref(), |team| scope.team(team));
        // A team that does not exist has been reported; any other stands in, as no site is built then.
        let stand_in = || scope.divisions.acting_for(department).unwrap_or(TeamId::from(0));
        let team = named.ok().unwrap_or_else(stand_in);
        let lead = match named {
            Known::Reported => Known::Reported,
            Known::Is(_) | Known::Absent => scope.leads.of(team),
        };
        if team.index() < teams.len() {
            let id = ServiceId::from(resolved.len());
            leanings.extend(dependency::leanings(&entry.doc.depends_on, (id, entry.group), scope));
            let (frame, from) = (&frames[team.index()], &teams[team.index()]);
            let complete = has_all_standards(&entry, common, scope);
            if !complete {
                unsure.0.insert(id);
            }
            let around = Around { team, lead, frame, from, complete };
            resolved.push(service(entry, &around, common, scope));
        }
    }
    dependency::check(&resolved, &unsure, &leanings, scope);
    (resolved, unsure)
}

/// False when a mistake was reported, or will be, where the standards of a service stand.
fn has_all_standards(entry: &Written<Box<ServiceDoc>>, common: &Common<'_>, scope: &Scope<'_>) -> bool {
    let known = |name: &Str| common.standards.items.iter().any(|standard| *standard.urgency == *name.value);
    let named = if let StandardsDoc::Named(names) = &entry.doc.standards { names.as_slice() } else { &[] };
    named.iter().all(known) && !scope.gaps.reported(entry.group, "standards")
}

/// What a service has from the team that does its work.
struct Around<'a> {
    team: TeamId,
    lead: Known<&'a [PersonId]>,
    frame: &'a Frame,
    from: &'a Team,
    /// Whether all its standards are known.
    complete: bool,
}

fn service(
    Written { id, group, doc }: Written<Box<ServiceDoc>>,
    around: &Around<'_>,
    common: &Common<'_>,
    scope: &mut Scope<'_>,
) -> Service {
    scope.allow(doc.allow, id.span);
    let Around { team, lead, frame, .. } = *around;
    let own_hours = doc.hours.as_ref().and_then(|hours| scope.hours(hours));
    let calendar = own_hours.map(|hours| scope.calendar(frame.calendar(hours))).or(around.from.calendar);
    let mut standards = standard::resolve(doc.standards, &common.standards.with(&around.from.standards), scope);
    if standards.is_empty() && around.complete {
        standards.clone_from(&around.from.standards);
    }
    let main: Box<str> = standards.first().map_or(Standard::NORMAL.into(), |standard| standard.urgency.clone());
    let channels = channel::resolve(doc.channels, &channel::Around { frame, grounds: common.grounds, calendar }, scope);
    check_channel_standards(&channels, &Listed { items: (&*standards).into(), complete: around.complete }, scope);
    Service {
        name: scope.name(doc.name, "name", (&id, group), "service"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        asked_as: scope.text_list(doc.asked_as),
        keywords: scope.text_list(doc.keywords),
        status: status(doc.status),
        replaced_by: doc.replaced_by.as_ref().and_then(|other| replacement(other, scope)),
        team,
        owner: person::references(doc.owner.as_ref(), scope),
        deputy: person::references(doc.deputy.as_ref(), scope),
        consults: scope.teams(&doc.consults),
        informs: scope.teams(&doc.informs),
        serves: scope.served(&doc.serves),
        channels,
        calendar,
        hours_at: scope.hours_place(doc.hours.as_ref()),
        zone: frame.zone,
        languages: value::languages(&doc.languages, scope.diagnostics),
        cost: scope.maybe_text(doc.cost),
        requires: anew::list(doc.requires, |text| scope.text(text)),
        standards: standard::by(calendar, standards),
        you_provide: anew::list(doc.you_provide, |item| provision(item, scope)),
        you_receive: anew::list(doc.you_receive, |text| scope.text(text)),
        not_included: anew::list(doc.not_included, |item| exclusion(item, scope)),
        steps: anew::list(doc.steps, |item| step(item, lead, scope)),
        depends_on: anew::list(doc.depends_on, |item| dependency::resolve(item, &main, scope)),
        own_work: value::maybe_duration(doc.own_work.as_ref(), scope.diagnostics),
        escalate: doc.escalate.iter().filter_map(|item| escalation(item, lead, scope)).collect(),
        faq: anew::list(doc.faq, |item| faq(item, scope)),
        articles: scope.names.articles.find_all(&doc.articles, scope.diagnostics),
        deadlines: anew::list(doc.deadlines, |doc| deadline::named_deadline(doc, scope)),
        links: related_link::resolve(doc.links, scope),
        reviewed: doc.reviewed.as_ref().and_then(|date| value::date(date, scope.diagnostics)),
        review_every: own_interval(doc.review_every.as_ref(), scope).or(common.review_every),
        fields: field::values(doc.fields, FieldOwner::Service, scope),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn replacement(other: &Str, scope: &mut Scope<'_>) -> Option<Spanned<ServiceId>> {
    scope.names.services.find(other, scope.diagnostics).map(|service| Spanned::new(service, other.span))
}

fn exclusion(doc: NotIncludedDoc, scope: &mut Scope<'_>) -> Option<Exclusion> {
    let (what, go_to) = (scope.text(doc.what), scope.destination(&doc.go_to));
    Some(Exclusion { what: what?, go_to: go_to?, span: doc.go_to.span })
}

fn faq(doc: FaqDoc, scope: &mut Scope<'_>) -> Option<Faq> {
    let (question, answer) = (scope.text(doc.question), scope.spanned_text(doc.answer));
    Some(Faq { question: question?, answer: answer? })
}

fn own_interval(every: Option<&Str>, scope: &mut Scope<'_>) -> Option<Interval> {
    every.and_then(|every| value::interval(every, scope.diagnostics))
}

fn status(doc: Option<StatusDoc>) -> Status {
    match doc {
        Some(StatusDoc::New) => Status::New,
        None | Some(StatusDoc::Live) => Status::Live,
        Some(StatusDoc::Changing) => Status::Changing,
        Some(StatusDoc::Retiring) => Status::Retiring,
        Some(StatusDoc::Retired) => Status::Retired,
    }
}

fn provision(doc: ProvideDoc, scope: &mut Scope<'_>) -> Option<Provision> {
    let at = doc.what.span();
    let day = doc.deadline.as_ref().and_then(|deadline| deadline::day(deadline));
    let (from, why) = (scope.served(&doc.from), scope.maybe_text(doc.why));
    let deadline = doc.deadline.and_then(|doc| deadline::deadline(&doc, scope));
    Some(Provision { what: scope.text(doc.what)?, from, deadline, why, span: day.or(at)? })
}

fn step(doc: StepDoc, lead: Known<&[PersonId]>, scope: &mut Scope<'_>) -> Option<Step> {
    let who = doc.who.map(|who| scope.actors(&who, lead)).unwrap_or_default();
    let takes = value::maybe_duration(doc.takes.as_ref(), scope.diagnostics).map(|time| time.value);
    Some(Step { what: scope.text(doc.what)?, who, takes })
}

fn escalation(doc: &Spanned<EscalationDoc>, lead: Known<&[PersonId]>, scope: &mut Scope<'_>) -> Option<Escalation> {
    let after = value::maybe_duration(doc.after.as_ref(), scope.diagnostics);
    if doc.to.0.is_empty() {
        scope.report(
            Diagnostic::error("unknown-party", doc.span, "this step names nobody to turn to")
                .why("a reader would be sent to nobody")
                .help("write the id of a person or a team, or `lead`, after `to:`"),
        );
    }
    let mut to = Vec::with_capacity(doc.to.0.len());
    for name in &doc.to.0 {
        for party in scope.parties(name, lead) {
            match to.contains(&party) {
                true => scope.report(value::named_twice(name)),
                false => to.push(party),
            }
        }
    }
    (!to.is_empty()).then(|| Escalation { span: doc.span, to: to.into(), after })
}

/// A channel may name only an urgency that its service has.
fn check_channel_standards(channels: &[Channel], standards: &standard::Standards<'_>, scope: &mut Scope<'_>) {
    for written in channels.iter().filter_map(|channel| channel.standard.as_ref()) {
        let found = standards.look_up(|all| all.iter().find(|standard| standard.urgency == written.value));
        if let Known::Absent = found {
            let what = format!("the service has no standard `{}`", written.value);
            let finding = Diagnostic::error("unknown-standard", written.span, what)
                .why("readers would be promised a time that nobody set");
            let otherwise = "name one of the service's `standards`";
            scope.report(standard::with_meant(finding, &written.value, &standards.items, otherwise));
        }
    }
}
