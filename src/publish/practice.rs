//! What a company writes at all: what nobody has written yet is not missed on every single page.

use crate::model::{Catalog, Person, Privacy};

/// What a company writes of its services.
#[derive(Clone, Copy, Debug, Default)]
pub struct Practice {
    /// Whether any service says by when it answers.
    pub promises: bool,
    /// Whether any service says who answers for it, is asked before or is told after.
    pub roles: bool,
    /// Whether anything is read through again.
    pub reviews: bool,
    /// Whether any service says how people ask for it.
    pub sayings: bool,
    /// Whether readers see what people do, how to reach them and when they are there.
    pub presence: bool,
}

impl Practice {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let offered = || catalog.services().map(|(_, service)| service).filter(|service| service.is_offered());
        let articles = || catalog.articles().any(|(_, article)| article.reviewed.is_some());
        Self {
            promises: offered().any(|service| service.standards.iter().any(|standard| standard.promises())),
            roles: offered().any(|one| !(one.owner.is_empty() && one.consults.is_empty() && one.informs.is_empty())),
            reviews: offered().any(|service| service.reviewed.is_some()) || articles(),
            sayings: offered().any(|service| !service.asked_as.is_empty()),
            presence: presence(catalog),
        }
    }
}

fn presence(catalog: &Catalog) -> bool {
    let people = || catalog.people().map(|(_, person)| person);
    let is_there = |person: &Person| person.team.is_some_and(|team| catalog.team(team).calendar.is_some());
    catalog.company.privacy == Privacy::Full
        && people().any(|person| person.title.is_some())
        && people().any(|person| person.phone.is_some())
        && people().any(is_there)
}
