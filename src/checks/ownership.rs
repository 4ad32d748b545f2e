//! Who answers: owners, leads, members, deputies.

use std::collections::HashSet;

use crate::checks::check::{Subject, check};
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostics, Spanned};
use crate::model::{PersonId, TeamId};

check! {
    /// Ensures that every service on offer has an `owner`. A promise that nobody answers for is
    /// nobody's promise.
    OWNERLESS_SERVICE: Warning "ownerless-service" => ownerless_service, waits
}

fn ownerless_service(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, s)| s.is_offered() && s.owner.is_empty()) {
        found.push(
            OWNERLESS_SERVICE
                .at(service.span, format!("the service `{}` has no owner", service.slug))
                .why("when its promise is not kept, nobody is there to answer for it")
                .help("add `owner: ` with the id of the person who answers for it"),
        );
    }
}

check! {
    /// Ensures that every department has a `lead`: the last person to turn to when no team fits.
    LEADERLESS_DEPARTMENT: Warning "leaderless-department" => leaderless_department, waits
}

fn leaderless_department(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, department) in subject.catalog.departments().filter(|(_, d)| d.lead.is_empty()) {
        found.push(
            LEADERLESS_DEPARTMENT
                .at(department.span, format!("the department `{}` has no lead", department.slug))
                .why("whoever finds no team that fits would have nobody to turn to")
                .help("add `lead: ` with the id of a person"),
        );
    }
}

check! {
    /// Ensures that every team in which people work has a `lead`. Steps and escalations that name
    /// `lead` need one, and so does a reader whom the team has not answered.
    LEADERLESS_TEAM: Warning "leaderless-team" => leaderless_team, waits
}

fn leaderless_team(subject: &Subject<'_>, found: &mut Diagnostics) {
    let inhabited = inhabited(subject);
    for (id, team) in subject.catalog.teams().filter(|(_, team)| !team.acting && team.lead.is_empty()) {
        if inhabited.contains(&id) {
            found.push(
                LEADERLESS_TEAM
                    .at(team.span, format!("the team `{}` has no lead", team.slug))
                    .why("a reader whom the team has not answered would have nobody to turn to")
                    .help("add `lead: ` with the id of a person"),
            );
        }
    }
}

check! {
    /// Ensures that somebody works in every team: a `lead`, a member, or a person who names it as
    /// theirs. A page without people answers nobody.
    EMPTY_TEAM: Warning "empty-team" => empty_team, waits
}

fn empty_team(subject: &Subject<'_>, found: &mut Diagnostics) {
    let inhabited = inhabited(subject);
    for (id, team) in subject.catalog.teams().filter(|(_, team)| !team.acting && team.lead.is_empty()) {
        if !inhabited.contains(&id) {
            let services = subject.catalog.services_of(id).len();
            let work = if services == 0 { String::new() } else { format!("it has {}", count(services, "service")) };
            found.push(
                EMPTY_TEAM
                    .at(team.span, format!("nobody works in the team `{}`", team.slug))
                    .label(work)
                    .why("its page would name no one who can be asked")
                    .help(
                        "add `lead: ` and `members: ` with ids of people; where another team has taken over, move its \
                         keys there and write its id into the `aliases` of that one",
                    ),
            );
        }
    }
}

/// The teams that have a member, or that a person names as theirs.
fn inhabited(subject: &Subject<'_>) -> HashSet<TeamId> {
    let catalog = subject.catalog;
    let with_members = catalog.teams().filter(|(_, team)| !team.members.is_empty()).map(|(id, _)| id);
    with_members.chain(catalog.people().filter_map(|(_, person)| person.team)).collect()
}

check! {
    /// Ensures that nobody is named as their own deputy. When they are away, readers would be sent
    /// to the very person who is away.
    OWN_DEPUTY: Warning "own-deputy" => own_deputy
}

fn own_deputy(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let why = "readers would be sent to somebody who is away";
    for (id, person) in catalog.people() {
        for deputy in person.deputy.iter().filter(|deputy| deputy.value == id) {
            found.push(
                OWN_DEPUTY
                    .at(deputy.span, format!("`{}` is their own deputy", person.slug))
                    .why(why)
                    .help("name somebody else, or delete the line"),
            );
        }
        for away in person.away.iter().filter(|away| away.deputy.iter().any(|deputy| deputy.value == id)) {
            found.push(
                OWN_DEPUTY
                    .at(away.span, format!("`{}` stands in for themselves while away", person.slug))
                    .why(why)
                    .help("name somebody else as `deputy`"),
            );
        }
    }
    for (_, service) in catalog.services() {
        let both = |deputy: &Spanned<PersonId>| service.owner.iter().find(|owner| owner.value == deputy.value);
        for (owner, deputy) in service.deputy.iter().filter_map(|deputy| Some((both(deputy)?, deputy))) {
            let person = &catalog.person(owner.value).slug;
            found.push(
                OWN_DEPUTY
                    .at(deputy.span, format!("`{person}` is both owner and deputy of `{}`", service.slug))
                    .also(owner.span, "the owner")
                    .why(why)
                    .help("name somebody else as `deputy`, or delete the line"),
            );
        }
    }
}
