//! Services.

use super::frame::Frame;
use super::scope::Scope;
use super::{channel, person, standard, value};
use crate::diagnostic::{Diagnostic, Diagnostics, Spanned};
use crate::model::company::Company;
use crate::model::id::{ArticleId, DepartmentId, PersonId, ServiceId, TeamId};
use crate::model::service::{
    Dependency, Escalation, Exclusion, Faq, Frequency, NamedDeadline, Provision, Service, Status, Step,
};
use crate::model::standard::Standard;
use crate::model::team::Team;
use crate::source::schema::{
    DeadlineDoc, DependencyDoc, EscalationDoc, ProvideDoc, ServiceDoc, StatusDoc, StepDoc, Str, TextDoc,
};
use crate::source::{Written, WrittenIn};

pub(super) fn resolve(
    services: Vec<WrittenIn<Box<ServiceDoc>>>,
    teams: &[Team],
    frames: &[Frame],
    company: &Company,
    scope: &mut Scope<'_>,
) -> Vec<Service> {
    let mut resolved: Vec<Service> = Vec::with_capacity(services.len());
    for WrittenIn { department, entry } in services {
        let Some(department) = scope.names.departments.get(&department) else { continue };
        let team = entry.doc.team.as_ref().and_then(|team| scope.team(team));
        // A team that does not exist has been told; any other stands in, as no site is built then.
        let stand_in = || scope.acting_teams.get(&department).copied().unwrap_or(TeamId::from(0));
        let team = team.unwrap_or_else(stand_in);
        if team.index() < teams.len() {
            resolved.push(service(entry, department, team, teams, frames, company, scope));
        }
    }
    check_dependencies(&resolved, scope.diagnostics);
    resolved
}

fn service(
    Written { id, doc }: Written<Box<ServiceDoc>>,
    department: DepartmentId,
    team_id: TeamId,
    teams: &[Team],
    frames: &[Frame],
    company: &Company,
    scope: &mut Scope<'_>,
) -> Service {
    let doc = *doc;
    let team = &teams[team_id.index()];
    let around = &frames[department.index()];
    let frame = team.calendar.map_or_else(|| around.clone(), |calendar| frame_of(calendar, around, scope));
    let own_hours = doc.hours.as_ref().and_then(|hours| scope.hours(hours));
    let calendar = match own_hours {
        Some(hours) => Some(scope.calendar(frame.calendar(hours))),
        None => team.calendar,
    };
    let lead = team.lead.as_ref().map(|lead| lead.value);
    let standards = standard::resolve(doc.standards, &company.standards, scope);
    let channels = channel::resolve(doc.channels, &frame, id.span, scope);
    check_channel_standards(&channels, &standards, scope.diagnostics);
    Service {
        name: scope.name(doc.name, "name", &id, "service"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        asked_as: scope.text_list(doc.asked_as),
        keywords: scope.text_list(doc.keywords),
        status: status(doc.status),
        replaced_by: doc.replaced_by.as_ref().and_then(|other| {
            scope.names.services.find(other, scope.diagnostics).map(|service| Spanned::new(service, other.span))
        }),
        team: team_id,
        owner: doc.owner.as_ref().and_then(|owner| person::reference(owner, scope)),
        deputy: doc.deputy.as_ref().and_then(|deputy| person::reference(deputy, scope)),
        consults: scope.teams(&doc.consults),
        informs: scope.teams(&doc.informs),
        serves: scope.served(&doc.serves),
        channels: channels.into(),
        calendar,
        languages: value::languages(&doc.languages, scope.diagnostics),
        standards,
        you_provide: doc.you_provide.into_iter().filter_map(|item| provision(item, scope)).collect(),
        you_receive: doc.you_receive.into_iter().filter_map(|text| scope.text(text)).collect(),
        not_included: doc
            .not_included
            .into_iter()
            .filter_map(|item| {
                let (what, go_to) = (scope.text(item.what), scope.destination(&item.go_to));
                Some(Exclusion { what: what?, go_to: go_to?, span: item.go_to.span })
            })
            .collect(),
        steps: doc.steps.into_iter().filter_map(|item| step(item, lead, scope)).collect(),
        depends_on: doc.depends_on.into_iter().filter_map(|item| dependency(item, scope)).collect(),
        own_work: value::maybe_duration(doc.own_work.as_ref(), scope.diagnostics),
        escalate: doc.escalate.iter().filter_map(|item| escalation(item, lead, scope)).collect(),
        faq: doc
            .faq
            .into_iter()
            .filter_map(|item| {
                let (question, answer) = (scope.text(item.question), scope.spanned_text(item.answer));
                Some(Faq { question: question?, answer: answer? })
            })
            .collect(),
        articles: articles(&doc.articles, scope),
        deadlines: doc.deadlines.into_iter().filter_map(|doc| named_deadline(doc, id.span, scope)).collect(),
        reviewed: doc.reviewed.as_ref().and_then(|date| value::date(date, scope.diagnostics)),
        review_every: doc
            .review_every
            .as_ref()
            .and_then(|every| value::interval(every, scope.diagnostics))
            .or(company.review_every),
        aliases: doc.aliases.into_iter().map(|alias| alias.value.into()).collect(),
        span: id.span,
        slug: id.value.into(),
    }
}

/// The frame of a team whose calendar was made before, within its department's. Of a team that is there
/// round the clock, the calendar has not all closed days.
fn frame_of(calendar: crate::model::id::CalendarId, department: &Frame, scope: &Scope<'_>) -> Frame {
    let calendar = &scope.calendars[calendar.index()];
    let mut frame = department.clone();
    frame.hours = Some(calendar.hours().clone());
    frame.zone = calendar.zone();
    frame.country = calendar.country();
    frame.closed_days.extend(calendar.closed_days());
    frame
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
    let day = doc.deadline.as_ref().and_then(|deadline| deadline.on.as_ref()).map(|on| on.span);
    let (from, why) = (scope.served(&doc.from), scope.maybe_text(doc.why));
    let deadline = match (doc.deadline, at) {
        (Some(deadline), Some(at)) => value::deadline(&deadline, at, scope.diagnostics),
        _ => None,
    };
    Some(Provision { what: scope.text(doc.what)?, from, deadline, why, span: day.or(at)? })
}

fn step(doc: StepDoc, lead: Option<PersonId>, scope: &mut Scope<'_>) -> Option<Step> {
    let who = doc.who.as_ref().and_then(|who| scope.actor(who, lead));
    let takes = value::maybe_duration(doc.takes.as_ref(), scope.diagnostics).map(|time| time.value);
    Some(Step { what: scope.text(doc.what)?, who, takes })
}

fn dependency(doc: DependencyDoc, scope: &mut Scope<'_>) -> Option<Dependency> {
    let service = scope.names.services.find(&doc.service, scope.diagnostics);
    let after = doc.after.as_ref().and_then(|after| scope.names.services.find(after, scope.diagnostics));
    let share = doc.share.as_ref().and_then(|share| value::share(share, scope.diagnostics));
    let needed_for = scope.maybe_text(doc.needed_for);
    let how_often = doc.how_often.and_then(|text| frequency(text, scope));
    Some(Dependency {
        span: doc.service.span,
        service: service?,
        needed_for,
        standard: doc.standard.map_or(Standard::NORMAL.into(), |name| name.value.into()),
        blocking: doc.blocking.is_none_or(|blocking| blocking.value),
        share,
        after,
        how_often,
    })
}

fn frequency(doc: TextDoc, scope: &mut Scope<'_>) -> Option<Frequency> {
    if let TextDoc::One(word) = &doc {
        match word.value.as_str() {
            "daily" => return Some(Frequency::Daily),
            "weekly" => return Some(Frequency::Weekly),
            "monthly" => return Some(Frequency::Monthly),
            "yearly" => return Some(Frequency::Yearly),
            _ => {}
        }
    }
    scope.text(doc).map(Frequency::Words)
}

fn escalation(doc: &EscalationDoc, lead: Option<PersonId>, scope: &mut Scope<'_>) -> Option<Escalation> {
    let after = value::maybe_duration(doc.after.as_ref(), scope.diagnostics).map(|time| time.value);
    Some(Escalation { to: scope.party(&doc.to, lead)?, after })
}

fn articles(written: &[Str], scope: &mut Scope<'_>) -> Vec<ArticleId> {
    written.iter().filter_map(|article| scope.names.articles.find(article, scope.diagnostics)).collect()
}

fn named_deadline(doc: DeadlineDoc, at: crate::diagnostic::Span, scope: &mut Scope<'_>) -> Option<NamedDeadline> {
    let at = doc.name.as_ref().and_then(TextDoc::span).unwrap_or(at);
    let deadline = value::deadline(&doc, at, scope.diagnostics);
    let span = doc.on.as_ref().map_or(at, |on| on.span);
    let name = scope.maybe_text(doc.name);
    Some(NamedDeadline { name, deadline: deadline?, span })
}

/// A channel may name only an urgency that its service has.
fn check_channel_standards(
    channels: &[crate::model::channel::Channel],
    standards: &[Standard],
    diagnostics: &mut Diagnostics,
) {
    for written in channels.iter().filter_map(|channel| channel.standard.as_ref()) {
        if !standards.iter().any(|standard| standard.urgency == written.value) {
            diagnostics.push(
                Diagnostic::error(
                    "unknown-standard",
                    written.span,
                    format!("the service has no standard `{}`", written.value),
                )
                .why("readers would be promised a time that nobody set")
                .did_you_mean(
                    &written.value,
                    standards.iter().map(|s| &*s.urgency),
                    "name one of the service's `standards`",
                ),
            );
        }
    }
}

/// What can be told of dependencies only once all services are known.
fn check_dependencies(services: &[Service], diagnostics: &mut Diagnostics) {
    for (index, service) in services.iter().enumerate() {
        for dependency in &service.depends_on {
            if dependency.service == ServiceId::from(index) {
                diagnostics.push(
                    Diagnostic::error(
                        "self-dependency",
                        dependency.span,
                        format!("`{}` depends on itself", service.slug),
                    )
                    .why("its answer would wait for its own answer")
                    .help("delete the line, or name the other service that is meant"),
                );
            }
            let known = services.get(dependency.service.index());
            let unknown = known.filter(|other| {
                &*dependency.standard != Standard::NORMAL && other.standard(&dependency.standard).is_none()
            });
            if let Some(other) = unknown {
                diagnostics.push(
                    Diagnostic::error(
                        "unknown-standard",
                        dependency.span,
                        format!("the service `{}` has no standard `{}`", other.slug, dependency.standard),
                    )
                    .also(other.span, "the service's entry")
                    .why("a promise cannot lean on one that was never made")
                    .did_you_mean(
                        &dependency.standard,
                        other.standards.iter().map(|s| &*s.urgency),
                        "name one of that service's standards, or leave `standard` out",
                    ),
                );
            }
            let after =
                dependency.after.filter(|after| !service.depends_on.iter().any(|other| other.service == *after));
            if let Some(after) = after.and_then(|after| services.get(after.index())) {
                diagnostics.push(
                    Diagnostic::error(
                        "unknown-dependency",
                        dependency.span,
                        format!(
                            "`after` names `{}`, which is not among the services that `{}` depends on",
                            after.slug, service.slug
                        ),
                    )
                    .why("nothing says when that answer comes")
                    .help("add it to `depends_on`, or delete `after`"),
                );
            }
        }
    }
}
