//! Text in the site's languages.

use super::id::LocaleId;

/// A text in one or more of the site's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(LocaleId, Box<str>)>);

/// A text as a reader of one language gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    /// The text.
    pub text: &'a str,
    /// The language that it is really in.
    pub locale: LocaleId,
}

impl Text {
    /// A text from its versions, in any order.
    pub fn new(mut versions: Vec<(LocaleId, Box<str>)>) -> Self {
        versions.sort_by_key(|(locale, _)| *locale);
        Self(versions)
    }

    /// The text in that language, or in the first language that has it.
    pub fn get(&self, locale: LocaleId) -> Version<'_> {
        let own = self.0.iter().find(|(of, _)| *of == locale).or_else(|| self.0.first());
        own.map_or(Version { text: "", locale }, |(locale, text)| Version { text, locale: *locale })
    }

    /// The text, whatever language it is in.
    pub fn str(&self, locale: LocaleId) -> &str {
        self.get(locale).text
    }

    /// True when there is a text in just that language.
    pub fn has(&self, locale: LocaleId) -> bool {
        self.0.iter().any(|(of, _)| *of == locale)
    }

    /// All versions, by language.
    pub fn versions(&self) -> impl Iterator<Item = (LocaleId, &str)> {
        self.0.iter().map(|(locale, text)| (*locale, &**text))
    }
}

/// Lists of texts in the site's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextList(Vec<(LocaleId, Vec<Box<str>>)>);

impl TextList {
    /// Lists by language, in any order.
    pub fn new(mut lists: Vec<(LocaleId, Vec<Box<str>>)>) -> Self {
        lists.sort_by_key(|(locale, _)| *locale);
        Self(lists)
    }

    /// The list in just that language; nobody searches in words of another one.
    pub fn get(&self, locale: LocaleId) -> &[Box<str>] {
        self.0.iter().find(|(of, _)| *of == locale).map_or(&[], |(_, list)| list)
    }

    /// All lists, by language.
    pub fn versions(&self) -> impl Iterator<Item = (LocaleId, &[Box<str>])> {
        self.0.iter().map(|(locale, list)| (*locale, list.as_slice()))
    }

    /// True when there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, list)| list.is_empty())
    }
}
