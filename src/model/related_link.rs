//! A page to read that stands elsewhere.

use super::id::LocaleId;
use super::text::Text;

/// A page to read; nothing is asked there.
#[derive(Debug)]
pub struct RelatedLink {
    /// What the page is called.
    pub name: Text,
    /// Where it is.
    pub url: Address,
}

/// The address of a page outside the site: one for all readers, or one for each of some languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Text);

impl Address {
    /// Whether it leads where another one leads.
    pub(super) fn leads_as(&self, other: &Self) -> bool {
        self.0.reads_as(&other.0)
    }

    /// An address from its versions, each of which can be followed.
    pub(super) fn new(versions: Text) -> Self {
        Self(versions)
    }

    /// The address for readers of a language.
    pub fn get(&self, locale: LocaleId) -> &str {
        self.0.str(locale)
    }

    /// All versions, by language.
    pub fn versions(&self) -> impl Iterator<Item = (LocaleId, &str)> {
        self.0.versions()
    }
}
