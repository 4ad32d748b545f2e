//! Addresses of pages: kept for ever, and in need of no server: relative, ending in `.html`.

use super::edition::Edition;
use super::feed::Feed;
use super::folder::{self, up};
use super::place::Place;
use crate::model::{Catalog, LocaleId};

/// A page in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language.
    pub locale: LocaleId,
    /// The page.
    pub place: Place,
}

impl Route {
    /// The file's path in the site, with `/` between its parts.
    pub fn path(self, catalog: &Catalog) -> String {
        let (folder, name) = self.place.file(catalog);
        format!("{}{folder}{name}.html", folder::of_language(self.locale, catalog))
    }

    /// The path that it would have under another name.
    pub fn path_as(self, name: &str, catalog: &Catalog) -> String {
        let (folder, _) = self.place.file(catalog);
        format!("{}{folder}{name}.html", folder::of_language(self.locale, catalog))
    }

    /// The page's address once it is published, where that is known.
    pub fn address(self, edition: &Edition<'_>) -> Option<String> {
        edition.base_url.map(|base| base.to_owned() + &self.path(edition.catalog))
    }

    /// The relative address of another page from this one.
    pub fn href(self, to: Route, catalog: &Catalog) -> String {
        if self.locale == to.locale {
            return self.down_to(to.path(catalog), catalog);
        }
        self.to_root(catalog) + &to.path(catalog)
    }

    /// The relative address of a calendar file in the page's language.
    pub fn href_to_feed(self, to: Feed, catalog: &Catalog) -> String {
        self.down_to(to.path(self.locale, catalog), catalog)
    }

    /// Files of one language share its folder: the way leads up to there and down again.
    fn down_to(self, mut path: String, catalog: &Catalog) -> String {
        let folder = folder::of_language(self.locale, catalog).len();
        path.drain(..folder);
        let mut href = up(self.place.file(catalog).0);
        href.push_str(&path);
        href
    }

    /// The relative address of the site's root, empty or ending in a slash.
    pub fn to_root(self, catalog: &Catalog) -> String {
        up(&folder::of_language(self.locale, catalog)) + &up(self.place.file(catalog).0)
    }
}
