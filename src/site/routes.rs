//! Which pages there are.

use super::edition::Edition;
use super::place::{Door, Place};
use super::route::Route;
use super::table::table_of_pages;
use super::{alphabet, directory, needs, splits};
use crate::publish::LocaleId;

macro_rules! pages_that_are_there {
    ($($(#[$doc:meta])* $place:ident $(($of:ident: $type:ty))? {
        view: $($view:ident)::+, $template:literal;
        file: $file:expr;
        there: $there:expr;
        words: $words:expr, [$($door:ident),*];
    })*) => {
        /// All pages of a language, kind by kind.
        fn places(edition: &Edition<'_>, locale: LocaleId) -> Vec<Place> {
            [$(of(edition, locale, $there)),*].concat()
        }
    };
}

table_of_pages!(pages_that_are_there);

/// Lets a closure in the table know its arguments.
fn of(edition: &Edition<'_>, locale: LocaleId, there: impl FnOnce(&Edition<'_>, LocaleId) -> Vec<Place>) -> Vec<Place> {
    there(edition, locale)
}

/// Every page of the site, in the order in which they are written; the parts of a page behind the whole.
pub fn routes(edition: &Edition<'_>) -> Vec<Route> {
    let of_language = |locale| places(edition, locale).into_iter().map(move |place| Route { locale, place });
    edition.published.locales().flat_map(of_language).collect()
}

/// The pages behind a door, in the order of the table.
pub(crate) fn behind<'a>(door: Door, edition: &'a Edition<'_>) -> impl Iterator<Item = Place> + 'a {
    let with_doors = || {
        let whole = |place: &Place| !place.kind().doors.is_empty() && place.whole().is_none();
        places(edition, LocaleId::FIRST).into_iter().filter(whole).collect()
    };
    let pages: &Vec<Place> = edition.doors.get_or_init(with_doors);
    pages.iter().copied().filter(move |place| place.kind().doors.contains(&door))
}

/// A page that is there on a condition.
fn only_if(condition: bool, place: Place) -> Vec<Place> {
    condition.then_some(place).into_iter().collect()
}

/// The page of a whole, and those of its parts.
fn whole_and<T>(parts: Vec<T>, place: impl Fn(Option<T>) -> Place) -> Vec<Place> {
    std::iter::once(None).chain(parts.into_iter().map(Some)).map(place).collect()
}
