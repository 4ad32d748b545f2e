//! What stands in the catalog and leads nobody anywhere.

use std::collections::HashSet;

use chrono::TimeDelta;

use crate::checks::check::{Subject, check};
use crate::diagnostic::Diagnostics;
use crate::model::{Actor, ArticleId, Catalog, Companion, EntryId, Meaning, Party, PersonId, References};

check! {
    /// Ensures that something leads to every article: a service whose readers it helps, a step of a journey, or a link
    /// in another text. Otherwise only whoever searches for it finds it.
    ORPHAN_ARTICLE: Warning "orphan-article" => orphan_article, waits
}

fn orphan_article(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let mut reached: HashSet<ArticleId> =
        catalog.services().flat_map(|(id, _)| catalog.articles_for(id)).copied().collect();
    reached.extend(catalog.journeys().flat_map(|(_, journey)| journey.steps.iter().filter_map(|step| step.article)));
    let references = References::new(catalog);
    reached.extend(subject.mentions().iter().filter_map(|mention| match references.meaning(&mention.target) {
        Meaning::Entry(EntryId::Article(id), _) => Some(id),
        _ => None,
    }));
    for (_, article) in catalog.articles().filter(|(id, _)| !reached.contains(id)) {
        found.push(
            ORPHAN_ARTICLE
                .at(article.span, format!("nothing leads to the article `{}`", article.slug))
                .why("whoever asks the service does not learn that they could help themselves")
                .help("add `services: [...]` to its head, or link to it"),
        );
    }
}

check! {
    /// Ensures that everybody in the list of people is named somewhere: in a team, as an owner, a lead or a deputy, or
    /// that it says what to ask them about. Of anybody else readers learn nothing but the name.
    UNNAMED_PERSON: Warning "unnamed-person" => unnamed_person, waits
}

fn unnamed_person(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let named = named(catalog);
    for (id, person) in catalog.people() {
        if person.team.is_none() && person.knows.is_empty() && !named.contains(&id) {
            found.push(
                UNNAMED_PERSON
                    .at(person.span, format!("`{}` is named nowhere", person.slug))
                    .why("readers see a name, and not what to ask it about")
                    .help("add `team: ...` or `knows: [...]`, or delete the entry of whoever has left"),
            );
        }
    }
}

/// Everybody who is named by others.
fn named(catalog: &Catalog) -> HashSet<PersonId> {
    let mut named: HashSet<PersonId> = HashSet::new();
    for (id, person) in catalog.people() {
        let deputies = person.deputy.iter().map(|deputy| deputy.value);
        named.extend(
            deputies.chain(person.away.iter().flat_map(|away| catalog.stand_ins(id, away)).map(|who| who.value)),
        );
        if !catalog.teams_of_person(id).is_empty()
            || !catalog.former_teams_of_person(id).is_empty()
            || !catalog.services_of_person(id).is_empty()
        {
            named.insert(id);
        }
    }
    named.extend(catalog.departments().flat_map(|(_, department)| department.lead.iter().map(|lead| lead.value)));
    for (_, team) in catalog.teams() {
        named.extend(team.lead.iter().map(|lead| lead.value).chain(team.rota.iter().map(|duty| duty.who)));
    }
    let person = |party: &Party| match party {
        Party::Person(id) => Some(*id),
        Party::Team(_) => None,
    };
    for (_, service) in catalog.services() {
        named.extend(service.owner.iter().chain(service.deputy.iter()).map(|who| who.value));
        named.extend(service.escalate.iter().flat_map(|step| step.to.iter().filter_map(person)));
        named.extend(service.steps.iter().flat_map(|step| step.who.iter()).filter_map(|who| match who {
            Actor::Party(party) => person(party),
            Actor::You => None,
        }));
    }
    for (_, journey) in catalog.journeys() {
        named.extend(journey.steps.iter().filter_map(|step| match &step.with {
            Some(Companion::Party(party)) => person(party),
            _ => None,
        }));
    }
    named.extend(catalog.stories.iter().flat_map(|story| story.people.iter().copied()));
    named
}

check! {
    /// Ensures that no time away ended more than a year ago. Nobody reads it any more, and those who look after the
    /// file read past it.
    ENDED_ABSENCE: Warning "ended-absence" => ended_absence
}

fn ended_absence(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(year_ago) = subject.today.checked_sub_signed(TimeDelta::days(366)) else { return };
    for (_, person) in subject.catalog.people() {
        found.extend(person.away.iter().filter(|away| away.until < year_ago).map(|away| {
            let what = format!("this time away of `{}` ended on {}", person.slug, away.until);
            ENDED_ABSENCE.at(away.span, what).why("nobody reads it any more").help("delete it")
        }));
    }
}
