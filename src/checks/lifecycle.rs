//! Services that come and go, and who still leads to those that have gone.

use crate::checks::check::{Subject, check};
use crate::diagnostic::wording::{count, listed};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{Destination, Service, ServiceId, Status};

/// How many further places are shown.
const PLACES: usize = 4;

check! {
    /// Ensures that a retired service says what to use instead. Old links and habits lead to its
    /// page for years. All of them are one finding: where nothing replaces a service, its page says so.
    RETIRED_WITHOUT_REPLACEMENT: Warning "retired-without-replacement" => retired_without_replacement, waits
}

fn retired_without_replacement(subject: &Subject<'_>, found: &mut Diagnostics) {
    let retired = subject.catalog.services().map(|(_, service)| service);
    let mut retired: Vec<&Service> =
        retired.filter(|service| !service.is_offered() && service.replaced_by.is_none()).collect();
    retired.sort_by_key(|service| service.span);
    let Some((first, others)) = retired.split_first() else { return };
    let what = match retired.len() {
        1 => format!("the retired service `{}` does not say what to use instead", first.slug),
        number => {
            let names = listed(retired.iter().map(|service| &*service.slug));
            format!("{} do not say what to use instead: {names}", count(number, "retired service"))
        }
    };
    let mut finding = RETIRED_WITHOUT_REPLACEMENT
        .at(first.span, what)
        .why("whoever still comes here stands before a closed door")
        .help(
            "add `replaced_by: ` with the id of a service; where nothing replaces it, leave it as it is: its page says \
             that it has ended",
        );
    for other in others.iter().take(PLACES) {
        finding = finding.also(other.span, "here, too");
    }
    found.push(Diagnostic { count: retired.len(), ..finding });
}

check! {
    /// Ensures that only services which end have a `replaced_by`. A live service that sends its
    /// readers away is one or the other.
    REPLACED_BUT_LIVE: Warning "replaced-but-live" => replaced_but_live
}

fn replaced_but_live(subject: &Subject<'_>, found: &mut Diagnostics) {
    let ends = |service: &Service| matches!(service.status, Status::Retiring | Status::Retired);
    for (_, service) in subject.catalog.services().filter(|(_, service)| !ends(service)) {
        if let Some(other) = &service.replaced_by {
            let slug = &subject.catalog.service(other.value).slug;
            found.push(
                REPLACED_BUT_LIVE
                    .at(other.span, format!("`{}` is replaced by `{slug}`, but still on offer", service.slug))
                    .why("readers cannot tell which of the two to use")
                    .help("add `status: retiring` or `status: retired`, or delete `replaced_by`"),
            );
        }
    }
}

check! {
    /// Ensures that no service on offer depends on a retired one. Its promise leans on an answer
    /// that nobody gives any more.
    DEPENDS_ON_RETIRED: Warning "depends-on-retired" => depends_on_retired
}

fn depends_on_retired(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, service)| service.is_offered()) {
        for dependency in &service.depends_on {
            let other = subject.catalog.service(dependency.service);
            if !other.is_offered() {
                let diagnostic = DEPENDS_ON_RETIRED
                    .at(dependency.span, format!("`{}` depends on `{}`, which is retired", service.slug, other.slug))
                    .also(other.span, "retired here")
                    .why("its promise leans on an answer that nobody gives any more");
                found.push(instead(subject, service, other, dependency.span, diagnostic));
            }
        }
    }
}

check! {
    /// Ensures that nobody is sent to a retired service: by `not_included`, by `replaced_by`, by a
    /// step of a journey, by an article or by `home`.
    SENDS_TO_RETIRED: Warning "sends-to-retired" => sends_to_retired
}

fn sends_to_retired(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut closed = |from: String, to: ServiceId, span: Span, of: Option<&Service>| {
        let other = catalog.service(to);
        if other.is_offered() {
            return;
        }
        let diagnostic = SENDS_TO_RETIRED
            .at(span, format!("{from} sends readers to `{}`, which is retired", other.slug))
            .also(other.span, "retired here")
            .why("they would find a closed door");
        found.push(match of {
            Some(of) => instead(subject, of, other, span, diagnostic),
            None => diagnostic.help("name a service that is on offer, or nothing"),
        });
    };
    for (_, service) in catalog.services() {
        if let Some(other) = &service.replaced_by {
            closed(format!("`replaced_by` of `{}`", service.slug), other.value, other.span, Some(service));
        }
        for exclusion in service.not_included.iter().filter(|_| service.is_offered()) {
            if let Destination::Service(other) = exclusion.go_to {
                closed(format!("`not_included` of `{}`", service.slug), other, exclusion.span, Some(service));
            }
        }
    }
    for (_, journey) in catalog.journeys() {
        for step in &journey.steps {
            if let Some(other) = step.service {
                closed(format!("this step of `{}`", journey.slug), other, step.span, None);
            }
        }
    }
    for other in &catalog.company.home {
        closed("`home`".to_owned(), other.value, other.span, None);
    }
    for (_, article) in catalog.articles() {
        for other in &article.services {
            closed(format!("the article `{}`", article.slug), *other, article.span, None);
        }
    }
}

check! {
    /// Ensures that `not_included` and `replaced_by` lead to something else than the service itself. Readers are there
    /// already, and are told that it is not what they need.
    SENDS_TO_ITSELF: Warning "sends-to-itself" => sends_to_itself
}

fn sends_to_itself(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (id, service) in subject.catalog.services() {
        let excluded = service.not_included.iter().filter(|exclusion| exclusion.go_to == Destination::Service(id));
        let replaced = service.replaced_by.iter().filter(|other| other.value == id);
        let places = excluded.map(|exclusion| ("`not_included`", exclusion.span));
        for (key, span) in places.chain(replaced.map(|other| ("`replaced_by`", other.span))) {
            found.push(
                SENDS_TO_ITSELF
                    .at(span, format!("{key} of `{}` sends readers to the page on which they are", service.slug))
                    .why("they have just read that it is not what they need")
                    .help("name the service, team or person that helps instead"),
            );
        }
    }
}

/// Help that names what replaces a retired service, if that is on offer itself and not the service
/// that speaks.
fn instead(subject: &Subject<'_>, of: &Service, retired: &Service, span: Span, diagnostic: Diagnostic) -> Diagnostic {
    let next = retired.replaced_by.as_ref().map(|next| subject.catalog.service(next.value));
    match next.filter(|next| next.is_offered() && next.slug != of.slug) {
        Some(next) => diagnostic.help(format!("`{}` replaces it", next.slug)).replace(span, &*next.slug),
        None => diagnostic.help("name a service that is on offer, or delete the line"),
    }
}
