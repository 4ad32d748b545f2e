//! Addresses that have moved.

use serde::Serialize;

use super::phrase::Phrase;
use super::reader::Reader;
use super::route::{Place, Route};
use crate::i18n::Direction;
use crate::model::{LocaleId, Privacy};
use crate::site::edition::Edition;

/// An old address and where it leads.
#[derive(Debug, Serialize)]
pub struct Redirect<'a> {
    /// The language.
    #[serde(skip)]
    pub locale: LocaleId,
    /// The old address, from the site's root.
    #[serde(skip)]
    pub path: String,
    /// The page's language.
    pub lang: &'a str,
    /// Its direction, where it is not from left to right.
    pub dir: Option<&'static str>,
    /// The new address, from the old one.
    pub href: String,
    /// The way to the site's root, empty or ending in a slash.
    pub root: String,
    /// What it is called.
    pub name: Phrase<'a>,
}

impl<'a> Edition<'a> {
    /// All old addresses, in every language.
    pub fn redirects(&'a self) -> Vec<Redirect<'a>> {
        let catalog = self.catalog;
        let mut moved: Vec<(&'a str, &'a [Box<str>], Place)> = Vec::new();
        moved.extend(catalog.services().map(|(id, entry)| ("services", entry.aliases.as_slice(), Place::Service(id))));
        moved.extend(
            catalog
                .teams()
                .filter(|(_, team)| !team.acting)
                .map(|(id, entry)| ("teams", entry.aliases.as_slice(), Place::Team(id))),
        );
        moved.extend(
            catalog.departments().map(|(id, entry)| ("departments", entry.aliases.as_slice(), Place::Department(id))),
        );
        moved.extend(catalog.articles().map(|(id, entry)| ("articles", entry.aliases.as_slice(), Place::Article(id))));
        moved.extend(catalog.journeys().map(|(id, entry)| ("journeys", entry.aliases.as_slice(), Place::Journey(id))));
        if catalog.company.privacy != Privacy::Roles {
            moved.extend(catalog.people().map(|(id, entry)| ("people", entry.aliases.as_slice(), Place::Person(id))));
        }
        let mut redirects = Vec::new();
        for locale in catalog.locales() {
            for (folder, aliases, place) in &moved {
                for alias in *aliases {
                    redirects.push(self.redirect(Route { locale, place: *place }, folder, alias));
                }
            }
        }
        redirects
    }

    fn redirect(&'a self, to: Route, folder: &str, alias: &str) -> Redirect<'a> {
        let reader = Reader { edition: self, route: to };
        let new = to.path(self.catalog);
        // Old and new address lie in the same folder.
        let file = new.rsplit('/').next().unwrap_or(&new).to_owned();
        let root = new.strip_suffix(&format!("{folder}/{file}")).unwrap_or("");
        Redirect {
            locale: to.locale,
            path: format!("{root}{folder}/{alias}.html"),
            lang: reader.page_language().tag(),
            dir: (reader.page_language().direction() == Direction::Rtl).then_some("rtl"),
            name: match to.place {
                Place::Service(id) => reader.service(id).name,
                Place::Team(id) => reader.team(id).name,
                Place::Department(id) => reader.department(id).name,
                Place::Person(id) => reader.person(id).name,
                Place::Article(id) => reader.phrase(&self.catalog.article(id).title),
                Place::Journey(id) => reader.phrase(&self.catalog.journey(id).name),
                _ => reader.phrase(&self.catalog.company.name),
            },
            href: file,
            root: to.to_root(self.catalog),
        }
    }
}
