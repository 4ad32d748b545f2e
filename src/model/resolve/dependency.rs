//! Dependencies: the services whose answers a service needs.

use super::known::Known;
use super::scope::Scope;
use super::standard::{Unsure, with_meant};
use super::{anew, value};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::id::ServiceId;
use crate::model::service::{Dependency, Frequency, Service};
use crate::model::standard::Standard;
use crate::source::schema::{DependencyDoc, TextDoc};

/// What a dependency leans on, each with its place, to be held against the other service once all
/// are known. The catalog itself has no need of these places.
pub(super) struct Leaning {
    of: ServiceId,
    on: ServiceId,
    at: Span,
    standard: Option<(String, Span)>,
    after: Option<(ServiceId, Span)>,
}

/// What a service's dependencies lean on.
pub(super) fn leanings(docs: &[DependencyDoc], (of, group): (ServiceId, Span), scope: &Scope<'_>) -> Vec<Leaning> {
    let service = |id: &str| scope.names.services.get(id);
    // `after` may mean a dependency that was reported to be wrong.
    let complete =
        docs.iter().all(|doc| service(&doc.service.value).is_some()) && !scope.gaps.reported(group, "depends_on");
    docs.iter()
        .filter_map(|doc| {
            Some(Leaning {
                of,
                on: service(&doc.service.value)?,
                at: doc.service.span,
                standard: doc.standard.as_ref().map(|name| (name.value.clone(), name.span)),
                after: doc
                    .after
                    .as_ref()
                    .filter(|_| complete)
                    .and_then(|after| Some((service(&after.value)?, after.span))),
            })
        })
        .collect()
}

/// A dependency; what counts on it names `main`, the service's own main urgency, unless it names another.
pub(super) fn resolve(doc: DependencyDoc, main: &str, scope: &mut Scope<'_>) -> Option<Dependency> {
    let service = scope.names.services.find(&doc.service, scope.diagnostics);
    let after = doc.after.as_ref().and_then(|after| scope.names.services.find(after, scope.diagnostics));
    let share = doc.share.as_ref().and_then(|share| value::share(share, scope.diagnostics));
    let needed_for = scope.maybe_text(doc.needed_for);
    let how_often = doc.how_often.and_then(|text| frequency(*text, scope)).map(Box::new);
    let is_chosen = doc.standard.is_some();
    Some(Dependency {
        span: doc.service.span,
        service: service?,
        needed_for,
        standard: doc.standard.map_or(main.into(), |name| anew::text(&name)),
        is_chosen,
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

/// What can be checked of dependencies only once all services are known.
pub(super) fn check(services: &[Service], unsure: &Unsure, leanings: &[Leaning], scope: &mut Scope<'_>) {
    for leaning in leanings {
        let (Some(service), Some(other)) = (services.get(leaning.of.index()), services.get(leaning.on.index())) else {
            continue;
        };
        if leaning.of == leaning.on {
            scope.report(
                Diagnostic::error("self-dependency", leaning.at, format!("`{}` depends on itself", service.slug))
                    .why("its answer would wait for its own answer")
                    .help("delete the line, or name the other service that is meant"),
            );
        }
        if let Some((standard, at)) = &leaning.standard
            && standard != Standard::NORMAL
            && let Known::Absent = unsure.look_up((leaning.on, other), standard)
        {
            let what = format!("the service `{}` has no standard `{standard}`", other.slug);
            let finding = Diagnostic::error("unknown-standard", *at, what)
                .also(other.span, "the service's entry")
                .why("a promise cannot lean on one that was never made");
            let otherwise = "name one of that service's standards, or leave `standard` out";
            scope.report(with_meant(finding, standard, &other.standards, otherwise));
        }
        if let Some((after, at)) = leaning.after
            && !service.depends_on.iter().any(|other| other.service == after)
            && let Some(after) = services.get(after.index())
        {
            scope.report(
                Diagnostic::error(
                    "unknown-dependency",
                    at,
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
