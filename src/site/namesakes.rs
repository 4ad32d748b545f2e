//! Entries of the same name: people, and what tells them apart; journeys that are called like a service.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::publish::{JourneyId, LocaleId, Person, PersonId, Published};

/// What stands behind a name that several people have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distinction {
    /// What they do.
    Title,
    /// Where they work.
    Team,
    /// Both.
    TitleAndTeam,
}

/// By person, for those whose name another has, too.
pub(super) fn namesakes(published: &Published<'_>) -> HashMap<PersonId, Distinction> {
    let mut by_name: BTreeMap<String, Vec<Person<'_>>> = BTreeMap::new();
    for person in published.people() {
        by_name.entry(person.name.str(LocaleId::FIRST).to_lowercase()).or_default().push(person);
    }
    let mut distinctions = HashMap::new();
    for people in by_name.values().filter(|people| people.len() > 1) {
        for person in people {
            let distinction = [Distinction::Title, Distinction::Team, Distinction::TitleAndTeam]
                .into_iter()
                .find(|distinction| {
                    let own = said(person, *distinction, published);
                    let same = |other: &Person<'_>| said(other, *distinction, published) == own;
                    own.is_some() && !people.iter().any(|other| other.key != person.key && same(other))
                })
                .unwrap_or(Distinction::TitleAndTeam);
            distinctions.insert(person.key, distinction);
        }
    }
    distinctions
}

/// The journeys that are called like a service that is offered, in a language.
pub(super) fn called_like_services(published: &Published<'_>, locale: LocaleId) -> HashSet<JourneyId> {
    let services: HashSet<String> =
        published.offered().map(|service| service.name.str(locale).to_lowercase()).collect();
    let journeys = published.journeys().filter(|journey| services.contains(&journey.name.str(locale).to_lowercase()));
    journeys.map(|journey| journey.key).collect()
}

fn said(person: &Person<'_>, distinction: Distinction, published: &Published<'_>) -> Option<String> {
    let title = || person.title.map(|title| title.str(LocaleId::FIRST).into_owned());
    let team = || person.team.map(|team| published.name_of(team).str(LocaleId::FIRST).into_owned());
    match distinction {
        Distinction::Title => title(),
        Distinction::Team => team(),
        Distinction::TitleAndTeam => Some(format!("{} {}", title()?, team()?)),
    }
}
