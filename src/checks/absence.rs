//! Who stands in for whom.

use crate::checks::check::{Subject, check};
use crate::diagnostic::wording::listed;
use crate::diagnostic::{Diagnostics, Spanned};
use crate::model::{Away, Party, Person, PersonId};
use crate::promise::stand_ins;

check! {
    /// Ensures that somebody stands in for everybody who leads or owns something, or is turned to when no answer comes,
    /// and is away, now or later. Otherwise the promises wait until they are back.
    AWAY_WITHOUT_DEPUTY: Warning "away-without-deputy" => away_without_deputy, waits
}

fn away_without_deputy(subject: &Subject<'_>, found: &mut Diagnostics) {
    let unattended = unattended(subject);
    for (id, person, away) in absences(subject) {
        let waiting = unattended.get(id.index()).filter(|waiting| !waiting.is_empty());
        if let Some(waiting) = waiting.filter(|_| subject.catalog.stand_ins(id, away).is_empty()) {
            found.push(
                AWAY_WITHOUT_DEPUTY
                    .at(
                        away.span,
                        format!(
                            "`{}` is away from {} to {}, and nobody stands in for {}",
                            person.slug,
                            away.from,
                            away.until,
                            listed(waiting.iter().copied())
                        ),
                    )
                    .why("whoever needs an answer in that time waits until it is over")
                    .help("add `deputy: ` to this time away, to the person, or to the service"),
            );
        }
    }
}

check! {
    /// Ensures that whoever stands in is not away at the same time.
    DEPUTY_AWAY: Warning "deputy-away" => deputy_away
}

fn deputy_away(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (id, person, away) in absences(subject) {
        let deputies = stand_ins(subject.catalog, id, away);
        let clash = |deputy: PersonId| {
            let deputy = subject.catalog.person(deputy);
            let clash = deputy.away.iter().find(|other| other.from <= away.until && away.from <= other.until)?;
            (clash.until >= subject.today).then_some((deputy, clash))
        };
        // Where one of several is there, somebody answers.
        let Some(clashes) = deputies.map(clash).collect::<Option<Vec<(&Person, &Away)>>>() else { continue };
        let from = clashes.iter().map(|(_, clash)| clash.from).max().map(|from| from.max(away.from));
        let until = clashes.iter().map(|(_, clash)| clash.until).min().map(|until| until.min(away.until));
        let Some(from) = from.filter(|from| until.is_some_and(|until| *from <= until)) else { continue };
        let names = listed(clashes.iter().map(|(deputy, _)| &*deputy.slug));
        let verbs = if clashes.len() == 1 { ["stands", "is"] } else { ["stand", "are"] };
        let what = format!("{names} {} in for `{}`, but {} away at the same time", verbs[0], person.slug, verbs[1]);
        let mut finding = DEPUTY_AWAY.at(away.span, what);
        for (deputy, clash) in clashes {
            finding = finding.also(clash.span, format!("`{}` is away until {}", deputy.slug, clash.until));
        }
        found.push(finding.why(format!("from {from} nobody answers")).help("name another `deputy` for this time away"));
    }
}

/// All times away that are not over yet.
fn absences<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (PersonId, &'a Person, &'a Away)> {
    let today = subject.today;
    let people = subject.catalog.people();
    people
        .flat_map(|(id, person)| person.away.iter().map(move |away| (id, person, away)))
        .filter(move |(_, _, away)| away.until >= today)
}

/// By person: what they alone lead or own, without a deputy of its own, and where they alone are turned to.
fn unattended<'a>(subject: &Subject<'a>) -> Vec<Vec<&'a str>> {
    let catalog = subject.catalog;
    let mut waiting: Vec<Vec<&str>> = vec![Vec::new(); catalog.people().len()];
    let mut add = |person: PersonId, slug: &'a str| {
        if let Some(list) = waiting.get_mut(person.index()).filter(|list| !list.contains(&slug)) {
            list.push(slug);
        }
    };
    for (_, department) in catalog.departments() {
        alone(&department.lead).into_iter().for_each(|lead| add(lead, &department.slug));
    }
    for (_, team) in catalog.teams().filter(|(_, team)| !team.acting) {
        alone(&team.lead).into_iter().for_each(|lead| add(lead, &team.slug));
    }
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered() && service.deputy.is_empty()) {
        alone(&service.owner).into_iter().for_each(|owner| add(owner, &service.slug));
    }
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let alone = service.escalate.iter().filter_map(|step| match &*step.to {
            [Party::Person(only)] => Some(*only),
            _ => None,
        });
        alone.for_each(|person| add(person, &service.slug));
    }
    waiting
}

/// The only one of a list.
fn alone(people: &[Spanned<PersonId>]) -> Option<PersonId> {
    if let [only] = people { Some(only.value) } else { None }
}
