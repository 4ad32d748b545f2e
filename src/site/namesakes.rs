//! People of the same name, and what tells them apart.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Catalog, LocaleId, PersonId};

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
pub(super) fn namesakes(catalog: &Catalog) -> HashMap<PersonId, Distinction> {
    let mut by_name: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
    for (id, person) in catalog.people() {
        by_name.entry(person.name.str(LocaleId::FIRST).to_lowercase()).or_default().push(id);
    }
    let mut distinctions = HashMap::new();
    for people in by_name.values().filter(|people| people.len() > 1) {
        for person in people {
            let distinction = [Distinction::Title, Distinction::Team, Distinction::TitleAndTeam]
                .into_iter()
                .find(|distinction| {
                    let own = said(*person, *distinction, catalog);
                    own.is_some() && !people.iter().any(|id| id != person && said(*id, *distinction, catalog) == own)
                })
                .unwrap_or(Distinction::TitleAndTeam);
            distinctions.insert(*person, distinction);
        }
    }
    distinctions
}

fn said(id: PersonId, distinction: Distinction, catalog: &Catalog) -> Option<String> {
    let title = || catalog.person(id).title.as_ref().map(|title| title.str(LocaleId::FIRST).to_owned());
    let team = || catalog.home_team(id).map(|team| catalog.team(team).name.str(LocaleId::FIRST).to_owned());
    match distinction {
        Distinction::Title => title(),
        Distinction::Team => team(),
        Distinction::TitleAndTeam => Some(format!("{} {}", title()?, team()?)),
    }
}
