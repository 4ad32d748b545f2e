//! What the company says for all entries, read before them: languages and hours.

use std::collections::BTreeMap;

use super::known::{Known, Listed};
use super::value;
use crate::clock::Hours;
use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::i18n::Locale;
use crate::source::Documents;

/// The site's languages, at least one.
pub(super) type Languages = Listed<Vec<Spanned<Locale>>>;

/// The hours that all share, by name.
pub(super) type SharedHours = Listed<BTreeMap<String, (Span, Known<Hours>)>>;

/// Where the site's languages are named, or would be.
pub(super) fn languages_place(documents: &Documents) -> Span {
    let top = Span::top(documents.company_file);
    let tags = documents.company.iter().flat_map(|company| &company.locales);
    let all = tags.map(|tag| tag.span).reduce(|all, tag| Span { end: tag.end, ..all });
    all.or_else(|| documents.gaps.empty(top, "locales")).unwrap_or(top)
}

/// False when the company's file, or this key of it, could not be read.
pub(super) fn is_read(documents: &Documents, key: &str) -> bool {
    documents.company.is_some() && !documents.gaps.reported(Span::top(documents.company_file), key)
}

/// The site's languages; English where none can be read.
pub(super) fn languages(documents: &Documents, diagnostics: &mut Diagnostics) -> Languages {
    let mut languages: Languages = Listed { items: Vec::new(), complete: is_read(documents, "locales") };
    for tag in documents.company.iter().flat_map(|company| &company.locales) {
        match value::locale(tag, diagnostics) {
            Some(locale) if languages.items.iter().any(|known| known.tag() == locale.tag()) => {
                diagnostics.push(value::named_twice(tag));
            }
            Some(locale) => languages.items.push(locale),
            None => languages.complete = false,
        }
    }
    if languages.items.is_empty() {
        languages.items.push(Spanned::new(Locale::english(), Span::top(documents.company_file)));
    }
    languages
}

/// The hours that all share.
pub(super) fn shared_hours(documents: &Documents, diagnostics: &mut Diagnostics) -> SharedHours {
    let hours = documents.company.iter().flat_map(|company| &company.hours.0);
    let read = hours.map(|(name, hours)| {
        let known = Known::read(Some(hours), |hours| value::hours(hours, diagnostics));
        (name.value.clone(), (hours.span, known))
    });
    Listed { items: read.collect(), complete: is_read(documents, "hours") }
}
