//! Locales: BCP 47 language tags.

use std::fmt;

use icu_locale::{LanguageIdentifier, LocaleDirectionality};
use serde::{Serialize, Serializer};

/// A language, perhaps with script and region: `fi`, `sv-FI`, `zh-Hant`. Always in canonical
/// spelling, so it can be an address (`/sv-FI/`) and equal tags are equal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale {
    tag: String,
}

/// Why a text is no locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidLocale(String);

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Locale {
    /// Reads a BCP 47 tag of language, script, region and variants; extensions (`-u-`…) are refused,
    /// since a site has no use for them.
    ///
    /// # Errors
    /// When the tag is not well-formed or names no language.
    pub fn parse(tag: &str) -> Result<Self, InvalidLocale> {
        match LanguageIdentifier::try_from_str(tag) {
            Ok(id) if !id.language.is_unknown() => Ok(Self { tag: id.to_string() }),
            _ => Err(InvalidLocale(tag.to_owned())),
        }
    }

    /// British English: what everything falls back to.
    pub fn english() -> Self {
        Self { tag: "en".to_owned() }
    }

    /// The tag in canonical spelling, for `lang` and `hreflang`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The language alone: `sv` of `sv-FI`.
    pub fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or(&self.tag)
    }

    /// The name of the language in the language itself, for the language switch; where we do not
    /// know it, the tag. A region is added, since a site may have two of one language.
    pub fn own_name(&self) -> String {
        let language = self.language();
        let Some((_, name)) = OWN_NAMES.iter().find(|(tag, _)| *tag == language) else {
            return self.tag.clone();
        };
        match self.tag.split_once('-') {
            None => (*name).to_owned(),
            Some((_, rest)) => format!("{name} ({rest})"),
        }
    }

    /// Which way its text runs.
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_common().is_right_to_left(&self.identifier()) {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The tag by which CLDR, here or in a browser, writes dates and numbers. English without a region is
    /// British: days before months, 24 hours.
    pub fn formats(&self) -> &str {
        if self.tag == "en" { "en-GB" } else { &self.tag }
    }

    /// The same for CLDR.
    pub(super) fn cldr(&self) -> icu_locale::Locale {
        icu_locale::Locale::try_from_str(self.formats()).unwrap_or(icu_locale::Locale::UNKNOWN)
    }

    fn identifier(&self) -> LanguageIdentifier {
        LanguageIdentifier::try_from_str(&self.tag).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.tag)
    }
}

impl fmt::Display for InvalidLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a BCP 47 language tag such as `fi` or `sv-FI`", self.0)
    }
}

impl std::error::Error for InvalidLocale {}

/// Languages by their own names, written as each language writes a name that stands alone.
const OWN_NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bg", "Български"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("se", "Davvisámegiella"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("so", "Soomaali"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

#[cfg(test)]
mod tests {
    use super::{Direction, Locale};

    #[test]
    fn tags_are_canonical() {
        assert_eq!(Locale::parse("sv-fi").unwrap().tag(), "sv-FI");
        assert_eq!(Locale::parse("EN").unwrap(), Locale::english());
        for wrong in ["", "und", "suomi!", "../x", "fi-", "fi-u-nu-arab", "f", "fi_FI FI"] {
            assert!(Locale::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn languages_have_their_own_names() {
        let name = |tag| Locale::parse(tag).unwrap().own_name();
        assert_eq!(["en", "fi", "sv", "pl"].map(name), ["English", "Suomi", "Svenska", "Polski"]);
        assert_eq!(name("sv-FI"), "Svenska (FI)");
        assert_eq!(name("tlh"), "tlh");
    }

    #[test]
    fn directions_are_known() {
        assert_eq!(Locale::parse("fi").unwrap().direction(), Direction::Ltr);
        assert_eq!(Locale::parse("ar").unwrap().direction(), Direction::Rtl);
    }
}
