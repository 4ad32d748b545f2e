//! Texts in the site's languages, as far as the company's privacy goes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::list::Publish;
use super::nameless::nameless;
use super::published::Published;
use crate::diagnostic::{FileId, Spanned};
use crate::model::{self, EntryId, LocaleId, Privacy, TextKind};

/// A text: a group from language to text. Markdown stays as it was written.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    text: &'a model::Text,
    published: &'a Published<'a>,
}

/// A text as a reader of one language gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// The language that it is really in.
    pub locale: LocaleId,
    /// The file in which it is written: what its pictures are named from.
    pub file: FileId,
}

impl<'a> Text<'a> {
    /// The text in that language, or in the first language that has it.
    pub fn get(self, locale: LocaleId) -> Version<'a> {
        let version = self.text.get(locale);
        Version { text: self.published.public(version.text), locale: version.locale, file: version.file }
    }

    /// The text, whatever language it is in.
    pub fn str(self, locale: LocaleId) -> Cow<'a, str> {
        self.get(locale).text
    }

    /// True when there is a text in just that language.
    pub fn has(self, locale: LocaleId) -> bool {
        self.text.has(locale)
    }

    /// All versions, by language.
    pub fn versions(self) -> impl Iterator<Item = (LocaleId, Cow<'a, str>)> {
        let published = self.published;
        self.text.versions().map(move |(locale, text)| (locale, published.public(text)))
    }
}

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.versions()).finish()
    }
}

impl<'a> Publish<'a, model::Text> for Text<'a> {
    fn publish(text: &'a model::Text, published: &'a Published<'a>) -> Self {
        Self { text, published }
    }
}

impl<'a> Publish<'a, Spanned<model::Text>> for Text<'a> {
    fn publish(text: &'a Spanned<model::Text>, published: &'a Published<'a>) -> Self {
        Self { text: &text.value, published }
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.versions().map(|(locale, text)| (self.published.language(locale).tag(), text)))
    }
}

/// Lists of texts: a group from language to list.
#[derive(Clone, Copy)]
pub struct TextList<'a> {
    list: &'a model::TextList,
    published: &'a Published<'a>,
}

impl<'a> TextList<'a> {
    /// The list in just that language; nobody searches in words of another one.
    pub fn get(self, locale: LocaleId) -> &'a [Box<str>] {
        self.list.get(locale)
    }

    /// All lists, by language.
    pub fn versions(self) -> impl Iterator<Item = (LocaleId, &'a [Box<str>])> {
        self.list.versions()
    }

    /// True when there is no text in any language.
    pub fn is_empty(self) -> bool {
        self.list.is_empty()
    }
}

impl std::fmt::Debug for TextList<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.versions()).finish()
    }
}

impl<'a> Publish<'a, model::TextList> for TextList<'a> {
    fn publish(list: &'a model::TextList, published: &'a Published<'a>) -> Self {
        Self { list, published }
    }
}

impl Serialize for TextList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.versions().map(|(locale, list)| (self.published.language(locale).tag(), list)))
    }
}

impl<'a> Published<'a> {
    pub(super) fn text(&'a self, text: &'a model::Text) -> Text<'a> {
        Text::publish(text, self)
    }

    pub(super) fn texts(&'a self, texts: &'a model::TextList) -> TextList<'a> {
        TextList::publish(texts, self)
    }
}

impl Published<'_> {
    /// What an author wrote, as far as the company's privacy goes.
    fn public<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.privacy() {
            Privacy::Roles => nameless(text, self.catalog(), self.references()),
            Privacy::Full | Privacy::Names => text.into(),
        }
    }
}

/// The schema of a group from language to something.
macro_rules! by_language {
    ($name:ident, $of:ty, $about:literal) => {
        impl JsonSchema for $name<'_> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut schema = BTreeMap::<String, $of>::json_schema(generator);
                schema.insert("description".to_owned(), $about.into());
                schema
            }
        }
    };
}

by_language!(Text, String, "A text by language (BCP 47). A language that is missing has no text of its own.");
by_language!(TextList, Vec<String>, "Lists of texts by language (BCP 47).");

/// A text, or a list of texts that stands for one.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// One text.
    One(Text<'a>),
    /// A list by language.
    List(TextList<'a>),
}

impl<'a> Published<'a> {
    /// All texts of an entry, with what they are to readers. What has ended is not reached any more and promises
    /// nothing.
    pub fn texts_of(&'a self, entry: EntryId) -> Vec<(TextKind, Said<'a>)> {
        let ended = matches!(entry, EntryId::Service(id) if !self.catalog().service(id).is_offered());
        let mut texts = Vec::new();
        self.catalog().entry(entry).each_text(&mut |kind, said| {
            if ended && matches!(kind, TextKind::Contact | TextKind::Address | TextKind::Promise) {
                return;
            }
            texts.push((
                kind,
                match said {
                    model::Said::One(text) => Said::One(Text { text, published: self }),
                    model::Said::List(list) => Said::List(TextList { list, published: self }),
                },
            ));
        });
        texts
    }
}
