//! Whether anybody stands behind a promise: behind each link of its chain, and at each hour that it names.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::checks::check::{Subject, check};
use crate::checks::time_words::within;
use crate::diagnostic::wording::moment;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{Catalog, Service, Standard};
use crate::promise::{Chain, ChainLink, Clocks, absence, chain, circles, main_standard, promised_chains, unbacked};

/// The year whose times are looked at.
pub(super) fn year(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    (now, now.checked_add_signed(TimeDelta::days(365)).unwrap_or(now))
}

/// Where a service promises: the resolution, or what brings it into the service's file.
pub(super) fn promise_span(service: &Service, standard: &Standard) -> Span {
    let own = standard.resolution.as_ref().map(|time| time.span).filter(|span| span.file == service.span.file);
    own.unwrap_or(standard.span)
}

check! {
    /// Ensures that whatever a promise waits for is promised itself: a resolution, and hours to count
    /// it in. A warning, so that one department's first sketch does not stop the whole site.
    UNPROMISED_DEPENDENCY: Warning "unpromised-dependency" => unpromised_dependency, waits
}

fn unpromised_dependency(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let catalog = subject.catalog;
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let mut told: HashSet<Span> = HashSet::new();
        for chain in promised_chains(catalog, id) {
            // That a service has ended is a finding of its own.
            let offered = |link: &&ChainLink<'_>| catalog.service(link.dependency.service).is_offered();
            for link in chain.links.iter().filter(|link| link.promise.is_none()).filter(offered) {
                if told.insert(link.dependency.span) {
                    diagnostics.push(unpromised(catalog, service, &chain, link));
                }
            }
        }
    }
}

fn unpromised(catalog: &Catalog, service: &Service, chain: &Chain<'_>, link: &ChainLink<'_>) -> Diagnostic {
    let other = catalog.service(link.dependency.service);
    let main = main_standard(service).is_some_and(|main| main.urgency == chain.standard.urgency);
    let urgency = if main { String::new() } else { format!(" for `{}`", chain.standard.urgency) };
    let (what, help) = match link.standard.and_then(|standard| standard.resolution.as_ref()) {
        Some(_) => ("says no hours for its promise", "give it, or its team, `hours`"),
        None => ("promises no time", "agree on a time and add `standards: {normal: {resolution: ...}}` to it"),
    };
    UNPROMISED_DEPENDENCY
        .at(link.dependency.span, format!("`{}` waits{urgency} for `{}`, which {what}", service.slug, other.slug))
        .also(other.span, "this service")
        .why(format!("nobody can tell whether `{}` keeps its own promise", service.slug))
        .help(match link.dependency.blocking {
            true => format!("{help}, or write `blocking: false` if the work can go on without it"),
            false => format!("{help}, or delete `after` where it names it"),
        })
}

check! {
    /// Ensures that no services wait for each other in a circle, by blocking dependencies or by
    /// `after`: none of them could ever begin.
    BLOCKING_CIRCLE: Error "blocking-circle" => blocking_circle
}

fn blocking_circle(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let catalog = subject.catalog;
    for circle in circles(catalog) {
        let mut names: Vec<String> =
            circle.iter().map(|(service, _)| format!("`{}`", catalog.service(*service).slug)).collect();
        names.extend(names.first().cloned());
        let mut places = circle.iter().map(|(_, dependency)| dependency.span);
        let Some(first) = places.next() else { continue };
        let message = format!("these services wait for each other: {}", names.join(" → "));
        let diagnostic = places.fold(BLOCKING_CIRCLE.at(first, message), |diagnostic, place| {
            diagnostic.also(place, "and this one waits, too")
        });
        diagnostics.push(
            diagnostic
                .label("waits for the next")
                .why("each begins only when the next has answered, so that none ever does")
                .help("write `blocking: false` where the work can begin without that answer"),
        );
    }
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let entangled = service.standards.first().map(|standard| chain(catalog, id, standard));
        let entangled = entangled.map(|chain| chain.entangled).unwrap_or_default();
        let Some((first, others)) = entangled.split_first() else { continue };
        let message = format!("dependencies of `{}` wait for each other by `after`", service.slug);
        let diagnostic = others.iter().fold(BLOCKING_CIRCLE.at(first.span, message), |diagnostic, other| {
            diagnostic.also(other.span, "waits as well")
        });
        diagnostics.push(
            diagnostic
                .why("none of them would ever be asked")
                .help("delete `after` from the one that can be asked first"),
        );
    }
}

check! {
    /// Ensures that under a promise to the company's own customers every link is promised, however
    /// far down. Otherwise a customer is told a time that nobody stands behind.
    UNBACKED_PROMISE: Warning "unbacked-promise" => unbacked_promise, waits
}

fn unbacked_promise(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let catalog = subject.catalog;
    for gap in unbacked(catalog) {
        let service = catalog.service(gap.service);
        let Some((_, last)) = gap.path.last() else { continue };
        let mut way: Vec<String> = vec![format!("`{}`", service.slug)];
        way.extend(gap.path.iter().map(|(_, dependency)| format!("`{}`", catalog.service(dependency.service).slug)));
        let end = catalog.service(last.service);
        let message = format!(
            "`{}` promises the customers a time, but `{}` at the end of {} has promised none",
            service.slug,
            end.slug,
            way.join(" → ")
        );
        let diagnostic = gap.path.iter().fold(
            UNBACKED_PROMISE.at(promise_span(service, gap.standard), message).label("promised here"),
            |diagnostic, (_, dependency)| diagnostic.also(dependency.span, "waits for this answer"),
        );
        diagnostics.push(
            diagnostic
                .also(end.span, "promises no time that can be counted")
                .why("a customer is told a time that nobody in the house stands behind")
                .help(format!("agree on a time with `{}` and write it into its `standards`", end.slug)),
        );
    }
}

check! {
    /// Ensures that a promise that runs round the clock finds somebody who can keep it: nobody answers
    /// within 30 minutes at night on a desk that is closed.
    IMPOSSIBLE_PROMISE: Warning "impossible-promise" => impossible_promise, waits
}

fn impossible_promise(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let (catalog, now) = (subject.catalog, subject.now);
    let clocks = Clocks::coming_year(catalog, now);
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        for standard in &service.standards {
            let Some(absence) = absence(catalog, &clocks, id, standard, year(now)) else { continue };
            let zone = service.zone;
            let what = if absence.is_first_response { "a first answer" } else { "a result" };
            let own = Some(absence.promised.span).filter(|span| span.file == service.span.file);
            diagnostics.push(
                IMPOSSIBLE_PROMISE
                    .at(
                        own.unwrap_or(standard.span),
                        format!(
                            "`{}` promises {what} {} at any hour, but nobody is there from {} to {}",
                            service.slug,
                            within(absence.promised.value, true),
                            moment(absence.from, zone, now),
                            moment(absence.until, zone, now),
                        ),
                    )
                    .label("promised here")
                    .why("`clock: always` runs while the service is closed; whoever asks then is let down")
                    .help(
                        "add an `emergency` channel, or a channel with `hours` for that time, \
                     or write `clock: service` so that the time runs only while it is open",
                    ),
            );
        }
    }
}
