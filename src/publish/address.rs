//! Where the pages of entries are, for ever: relative to the site's root, ending in `.html`, below the language's
//! folder.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::published::Published;
use crate::model::{AudienceId, EntryId, LocaleId};

/// Whose pages they are.
#[derive(Clone, Copy, Debug)]
enum Of {
    Entry(EntryId),
    Audience(AudienceId),
    Company,
}

/// The pages of an entry, or the company's first pages: a group from language to the file's path in the site.
#[derive(Clone, Copy)]
pub struct Pages<'a> {
    of: Of,
    published: &'a Published<'a>,
}

impl<'a> Pages<'a> {
    pub(super) fn of(entry: EntryId, published: &'a Published<'a>) -> Self {
        Self { of: Of::Entry(entry), published }
    }

    pub(super) fn of_audience(audience: AudienceId, published: &'a Published<'a>) -> Self {
        Self { of: Of::Audience(audience), published }
    }

    pub(super) fn home(published: &'a Published<'a>) -> Self {
        Self { of: Of::Company, published }
    }
}

impl std::fmt::Debug for Pages<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.of.fmt(f)
    }
}

impl Serialize for Pages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let published = self.published;
        serializer.collect_map(published.locales().map(|locale| {
            let folder = published.locale_folder(locale);
            let path = match self.of {
                Of::Entry(entry) => published.path(entry, locale),
                Of::Audience(id) => format!("{folder}audiences/{}.html", published.catalog().audience(id).slug),
                Of::Company => format!("{folder}index.html"),
            };
            (published.language(locale).tag(), path)
        }))
    }
}

impl JsonSchema for Pages<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Pages".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = std::collections::BTreeMap::<String, String>::json_schema(generator);
        schema.insert("description".to_owned(), "The pages by language: paths from the site's root.".into());
        schema
    }
}

impl<'a> Published<'a> {
    /// The folder of a language: none for the first, `fi/` for another.
    pub fn locale_folder(&self, locale: LocaleId) -> String {
        if locale == LocaleId::FIRST { String::new() } else { format!("{}/", self.language(locale).tag()) }
    }

    /// The path of an entry's page in the site.
    pub fn path(&self, entry: EntryId, locale: LocaleId) -> String {
        format!("{}{}/{}.html", self.locale_folder(locale), entry.kind().folder(), self.slug(entry))
    }

    /// What an entry of any kind is called on the pages of a language.
    pub fn title(&'a self, entry: EntryId, locale: LocaleId) -> String {
        let name = match entry {
            EntryId::Service(id) => self.service(id).name,
            EntryId::Article(id) => self.article(id).title,
            EntryId::Journey(id) => self.journey(id).name,
            EntryId::Team(id) => self.team(id).name,
            EntryId::Department(id) => self.department(id).name,
            EntryId::Person(id) => self.person(id).name,
            EntryId::Place(id) => self.place(id).name,
        };
        name.str(locale).into_owned()
    }

    /// The id of an entry of any kind.
    pub fn slug(&self, entry: EntryId) -> &'a str {
        self.catalog().entry(entry).slug()
    }

    /// The earlier ids of an entry.
    pub fn aliases_of(&self, entry: EntryId) -> &'a [Box<str>] {
        self.catalog().entry(entry).aliases()
    }
}
