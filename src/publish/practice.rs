//! What a company writes at all: what nobody has written yet is not missed on every single page.

use crate::model::Catalog;

/// What a company writes of its services.
#[derive(Clone, Copy, Debug, Default)]
pub struct Practice {
    /// Whether any service says by when it answers.
    pub promises: bool,
    /// Whether any service says who answers for it, is asked before or is told after.
    pub roles: bool,
    /// Whether anything is read through again.
    pub reviews: bool,
}

impl Practice {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let offered = || catalog.services().map(|(_, service)| service).filter(|service| service.is_offered());
        let articles = || catalog.articles().any(|(_, article)| article.reviewed.is_some());
        Self {
            promises: offered().any(|service| service.standards.iter().any(|standard| standard.promises())),
            roles: offered().any(|one| !(one.owner.is_empty() && one.consults.is_empty() && one.informs.is_empty())),
            reviews: offered().any(|service| service.reviewed.is_some()) || articles(),
        }
    }
}
