//! What a reader looks for first and would not find.

use std::collections::BTreeSet;

use crate::checks::check::{Subject, check};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::{ChannelTarget, PlaceId, Served, Standard};

check! {
    /// Ensures that every service on offer promises a time. A reader who cannot tell when the answer
    /// comes asks again, and asks somebody else.
    MISSING_STANDARD: Warning "missing-standard" => missing_standard, waits
}

fn missing_standard(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, service)| service.is_offered()) {
        if !service.standards.iter().any(Standard::promises) {
            found.push(
                MISSING_STANDARD
                    .at(service.span, format!("the service `{}` does not promise when the answer comes", service.slug))
                    .why("readers cannot plan with it, and neither can the services that depend on it")
                    .help("add `standards: {normal: {first_response: 4h, resolution: 3d, target: 90%}}`"),
            );
        }
    }
}

check! {
    /// Ensures that services, teams, departments and journeys have a `summary`. It is the line under
    /// the name in every list, and what the search shows.
    MISSING_SUMMARY: Warning "missing-summary" => missing_summary, waits
}

fn missing_summary(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut missing = |noun: &str, slug: &str, span: Span| {
        found.push(
            MISSING_SUMMARY
                .at(span, format!("the {noun} `{slug}` has no summary"))
                .why("in lists and in the search, readers would have to guess from the name alone")
                .help("add `summary: ` with one line that says what the reader gets"),
        );
    };
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered() && service.summary.is_none()) {
        missing("service", &service.slug, service.span);
    }
    for (_, team) in catalog.teams().filter(|(_, team)| !team.acting && team.summary.is_none()) {
        missing("team", &team.slug, team.span);
    }
    for (_, department) in catalog.departments().filter(|(_, department)| department.summary.is_none()) {
        missing("department", &department.slug, department.span);
    }
    for (_, journey) in catalog.journeys().filter(|(_, journey)| journey.summary.is_none()) {
        missing("journey", &journey.slug, journey.span);
    }
}

check! {
    /// Ensures that every service on offer says whom it serves. Without `serves` nobody finds it
    /// among theirs, and its team cannot see who its customers are.
    UNSERVED_SERVICE: Warning "unserved-service" => unserved_service, waits
}

fn unserved_service(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, s)| s.is_offered() && s.serves.is_empty()) {
        found.push(
            UNSERVED_SERVICE
                .at(service.span, format!("the service `{}` does not say whom it serves", service.slug))
                .why("readers cannot tell whether it is for them")
                .help("add `serves: [everyone]`, or name audiences, departments, teams or `customers`"),
        );
    }
}

check! {
    /// Ensures that every service on offer has `asked_as`: what people say when they need it. They
    /// rarely know what the department calls it.
    MISSING_ASKED_AS: Warning "missing-asked-as" => missing_asked_as, waits
}

fn missing_asked_as(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, s)| s.is_offered() && s.asked_as.is_empty()) {
        found.push(
            MISSING_ASKED_AS
                .at(service.span, format!("the service `{}` has no everyday words in `asked_as`", service.slug))
                .why("who does not know its official name does not find it")
                .help("add `asked_as: [my pay is wrong, overtime is missing]`: what people really say"),
        );
    }
}

check! {
    /// Ensures that every audience is spoken to: some service serves it, some journey is for it, or
    /// something is asked of it. Otherwise its page is empty.
    UNUSED_AUDIENCE: Warning "unused-audience" => unused_audience, waits
}

fn unused_audience(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut used = vec![false; catalog.company.audiences.len()];
    let mut serve = |served: &Served| {
        if let Served::Audience(id) = served
            && let Some(place) = used.get_mut(id.index())
        {
            *place = true;
        }
    };
    for (_, service) in catalog.services() {
        service.serves.iter().for_each(&mut serve);
        service.you_provide.iter().flat_map(|provision| &provision.from).for_each(&mut serve);
    }
    for (_, department) in catalog.departments() {
        department.serves.iter().for_each(&mut serve);
    }
    for (_, journey) in catalog.journeys() {
        journey.audiences.iter().for_each(|id| serve(&Served::Audience(*id)));
    }
    for (audience, _) in catalog.company.audiences.iter().zip(&used).filter(|(_, used)| !**used) {
        found.push(
            UNUSED_AUDIENCE
                .at(audience.span, format!("nothing in the catalog speaks to the audience `{}`", audience.slug))
                .why("whoever belongs to it would find an empty page")
                .help("name it in the `serves` of a service or the `audience` of a journey, or delete it"),
        );
    }
}

check! {
    /// Ensures that every place is one where somebody is: a department, a team, a person or a desk. Otherwise its
    /// page sends readers to nobody.
    UNUSED_PLACE: Warning "unused-place" => unused_place, waits
}

fn unused_place(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let channels = (catalog.departments().flat_map(|(_, department)| &department.channels))
        .chain(catalog.teams().flat_map(|(_, team)| &team.channels))
        .chain(catalog.services().flat_map(|(_, service)| &service.channels));
    let desks = channels.filter_map(|channel| match &channel.target {
        ChannelTarget::Desk(desk) => desk.place,
        _ => None,
    });
    let used: BTreeSet<PlaceId> = (catalog.departments().filter_map(|(_, department)| department.place))
        .chain(catalog.teams().filter_map(|(_, team)| team.place))
        .chain(catalog.people().filter_map(|(_, person)| person.place))
        .chain(desks)
        .collect();
    for (_, place) in catalog.places().filter(|(id, _)| !used.contains(id)) {
        found.push(
            UNUSED_PLACE
                .at(place.span, format!("nobody is at the place `{}`", place.slug))
                .why("whoever goes there by its page would meet nobody that the page names")
                .help(format!("write `place: {}` at a department, a team, a person or a desk", place.slug)),
        );
    }
}
