//! Addresses of pages: kept for ever, and in need of no server: relative, ending in `.html`.

use super::edition::Edition;
use super::folder::up;
use super::place::Place;
use crate::publish::{Feed, LocaleId, Published};

/// Room for what stands before and behind the name of a file.
const ROOM: usize = "../".len() + ".html".len();

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
    pub fn path(self, published: &Published<'_>) -> String {
        let (folder, name) = self.place.file(published);
        [&published.locale_folder(self.locale), folder, &*name, ".html"].concat()
    }

    /// The path that it would have under another name.
    pub fn path_as(self, name: &str, published: &Published<'_>) -> String {
        let (folder, _) = self.place.file(published);
        format!("{}{folder}{name}.html", published.locale_folder(self.locale))
    }

    /// The page's address once it is published, where that is known.
    pub fn address(self, edition: &Edition<'_>) -> Option<String> {
        edition.published.base_url.map(|base| base.to_owned() + &self.path(edition.published))
    }

    /// The relative address of another page from this one.
    pub fn href(self, to: Route, published: &Published<'_>) -> String {
        let (folder, name) = to.place.file(published);
        // Files of one language share its folder: the way leads up to there and down again.
        let mut href = up(self.place.file(published).0, ROOM + folder.len() + name.len());
        if self.locale != to.locale {
            href.insert_str(0, &up(&published.locale_folder(self.locale), 0));
            href.push_str(&published.locale_folder(to.locale));
        }
        href.extend([folder, &name, ".html"]);
        href
    }

    /// The relative address of a calendar file in the page's language.
    pub fn href_to_feed(self, to: Feed, published: &Published<'_>) -> String {
        let path = to.path(self.locale, published);
        let below = path.get(published.locale_folder(self.locale).len()..).unwrap_or_default();
        up(self.place.file(published).0, below.len()) + below
    }

    /// The relative address of the site's root, empty or ending in a slash.
    pub fn to_root(self, published: &Published<'_>) -> String {
        up(&published.locale_folder(self.locale), ROOM) + &up(self.place.file(published).0, 0)
    }
}
