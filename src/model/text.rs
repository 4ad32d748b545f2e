//! Text in the site's languages.

use super::id::LocaleId;
use crate::diagnostic::{FileId, Span, Spanned};

/// A text in one or more of the site's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Versions);

/// Most texts of a large catalog are in one language; such a one needs no list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Versions {
    One((LocaleId, Spanned<Box<str>>)),
    Many(Box<[(LocaleId, Spanned<Box<str>>)]>),
}

/// A text as a reader of one language gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    /// The text.
    pub text: &'a str,
    /// The language that it is really in.
    pub locale: LocaleId,
    /// The file in which it is written.
    pub file: FileId,
}

impl Text {
    /// A text from its versions, in any order.
    pub fn new(mut versions: Vec<(LocaleId, Spanned<Box<str>>)>) -> Self {
        versions.sort_by_key(|(locale, _)| *locale);
        Self(match <[_; 1]>::try_from(versions) {
            Ok([version]) => Versions::One(version),
            Err(versions) => Versions::Many(versions.into()),
        })
    }

    /// The text in that language, or in the first language that has it.
    pub fn get(&self, locale: LocaleId) -> Version<'_> {
        let all = self.all();
        let own = all.iter().find(|(of, _)| *of == locale).or_else(|| all.first());
        match own {
            Some((locale, text)) => Version { text, locale: *locale, file: text.span.file },
            None => Version { text: "", locale, file: FileId::default() },
        }
    }

    /// The text, whatever language it is in.
    pub fn str(&self, locale: LocaleId) -> &str {
        self.get(locale).text
    }

    /// True when there is a text in just that language.
    pub fn has(&self, locale: LocaleId) -> bool {
        self.all().iter().any(|(of, _)| *of == locale)
    }

    /// All versions, by language.
    pub fn versions(&self) -> impl Iterator<Item = (LocaleId, &str)> {
        self.all().iter().map(|(locale, text)| (*locale, &*text.value))
    }

    /// All versions, by language, each with the place where it is written.
    pub fn written(&self) -> impl Iterator<Item = &(LocaleId, Spanned<Box<str>>)> {
        self.all().iter()
    }

    /// Whether it says the same as another one in each language, wherever the two are written.
    pub fn reads_as(&self, other: &Self) -> bool {
        let said = |(locale, text): &(LocaleId, Spanned<Box<str>>)| (*locale, text.value.clone());
        self.all().iter().map(said).eq(other.all().iter().map(said))
    }

    fn all(&self) -> &[(LocaleId, Spanned<Box<str>>)] {
        match &self.0 {
            Versions::One(version) => std::slice::from_ref(version),
            Versions::Many(versions) => versions,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// Lists of texts in the site's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextList(Vec<Items>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Items {
    locale: LocaleId,
    texts: Vec<Box<str>>,
    places: Vec<Span>,
}

impl TextList {
    /// Lists by language, in any order.
    pub fn new(lists: Vec<(LocaleId, Vec<Spanned<Box<str>>>)>) -> Self {
        let mut lists: Vec<Items> = lists
            .into_iter()
            .map(|(locale, items)| {
                let (texts, places) = items.into_iter().map(|item| (item.value, item.span)).unzip();
                Items { locale, texts, places }
            })
            .collect();
        lists.sort_by_key(|items| items.locale);
        Self(lists)
    }

    /// The list in just that language; nobody searches in words of another one.
    pub fn get(&self, locale: LocaleId) -> &[Box<str>] {
        self.0.iter().find(|items| items.locale == locale).map_or(&[], |items| &items.texts)
    }

    /// All lists, by language.
    pub fn versions(&self) -> impl Iterator<Item = (LocaleId, &[Box<str>])> {
        self.0.iter().map(|items| (items.locale, items.texts.as_slice()))
    }

    /// Every text with its language and the place where it is written.
    pub fn written(&self) -> impl Iterator<Item = (LocaleId, &str, Span)> {
        self.0
            .iter()
            .flat_map(|items| items.texts.iter().zip(&items.places).map(|(text, at)| (items.locale, &**text, *at)))
    }

    /// True when there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|items| items.texts.is_empty())
    }
}
