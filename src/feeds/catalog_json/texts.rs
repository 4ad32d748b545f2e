//! Texts and addresses in all languages.

use serde::{Serialize, Serializer};

use crate::model::{LocaleId, Text, TextList};
use crate::site::edition::Edition;
use crate::site::{Place, Route};

fn tag<'a>(locale: LocaleId, edition: &Edition<'a>) -> &'a str {
    edition.catalog.company.locales.get(locale.index()).map_or("", |locale| locale.tag())
}

/// A text: a group from language to text.
pub(super) struct Texts<'a> {
    pub(super) text: &'a Text,
    pub(super) edition: &'a Edition<'a>,
}

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let edition = self.edition;
        let versions = self.text.versions();
        serializer.collect_map(versions.map(|(locale, text)| (tag(locale, edition), edition.public(text))))
    }
}

/// Lists of texts: a group from language to list.
pub(super) struct Lists<'a> {
    pub(super) lists: &'a TextList,
    pub(super) edition: &'a Edition<'a>,
}

impl Serialize for Lists<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.lists.versions().map(|(locale, list)| (tag(locale, self.edition), list)))
    }
}

/// The pages of an entry: a group from language to the file's path.
pub(super) struct Pages<'a> {
    pub(super) place: Place,
    pub(super) edition: &'a Edition<'a>,
}

impl Serialize for Pages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let catalog = self.edition.catalog;
        serializer.collect_map(catalog.locales().map(|locale| {
            let route = Route { locale, place: self.place };
            (tag(locale, self.edition), route.path(catalog))
        }))
    }
}
