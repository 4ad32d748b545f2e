//! The folders of the site's languages.

use crate::model::{Catalog, LocaleId};

/// The folder of a language: none for the first, `fi/` for another.
pub(super) fn of_language(locale: LocaleId, catalog: &Catalog) -> String {
    match catalog.company.locales.get(locale.index()) {
        Some(tag) if locale != LocaleId::FIRST => format!("{}/", tag.tag()),
        _ => String::new(),
    }
}

/// The way out of a folder.
pub(super) fn up(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}
