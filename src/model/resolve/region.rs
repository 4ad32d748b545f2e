//! Whose public holidays are kept: a country, or a part of it.

use super::value::suggested;
use crate::clock::Country;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::schema::Str;

/// A country.
fn country(written: &Str, diagnostics: &mut Diagnostics) -> Option<Country> {
    match Country::parse(&written.value) {
        Ok(country) => Some(country),
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-country", written.span, error.message)
                .why("it decides which public holidays `PH` means");
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.suggestion,
                "write two capital letters: `FI`, `SE`, `PL`",
            ));
            None
        }
    }
}

/// The country, and the part of it, that are written; `around` is the country in which they stand. None when
/// nothing is written, or nothing that can be understood.
pub(super) fn resolve(
    country: Option<&Str>,
    subdivision: Option<&Str>,
    around: Option<Country>,
    diagnostics: &mut Diagnostics,
) -> Option<Country> {
    let own = country.and_then(|country| self::country(country, diagnostics));
    if country.is_some() && own.is_none() {
        return None;
    }
    // The same country named again is still that part of it.
    let whole = own.map(|own| around.filter(|around| around.code() == own.code()).unwrap_or(own)).or(around);
    let Some(subdivision) = subdivision else { return own.and(whole) };
    match Country::with_subdivision(whole, subdivision.value.trim()) {
        Ok(part) => Some(part),
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-subdivision", subdivision.span, error.message)
                .why("it decides which public holidays of a part of the country `PH` means");
            diagnostics.push(suggested(diagnostic, subdivision.span, error.suggestion, &error.help));
            None
        }
    }
}
