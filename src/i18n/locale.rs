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
pub struct InvalidLocale {
    written: String,
    /// The tag of the language whose own name was written in place of it: `fi` for `suomi`.
    pub meant: Option<&'static str>,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of `dir` in HTML.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Locale {
    /// Reads a BCP 47 tag of language, script, region and variants; extensions (`-u-`…) are refused,
    /// since a site has no use for them.
    ///
    /// # Errors
    /// When the tag is not well-formed or names no language. Codes of more than three letters are well-formed, but
    /// the registry has none (RFC 5646, 2.2.1): whoever writes one has written a name.
    pub fn parse(tag: &str) -> Result<Self, InvalidLocale> {
        match LanguageIdentifier::try_from_str(tag) {
            Ok(id) if !id.language.is_unknown() && id.language.as_str().len() <= MOST_LETTERS => {
                Ok(Self { tag: id.to_string() })
            }
            _ => Err(InvalidLocale { written: tag.to_owned(), meant: named(tag) }),
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

    /// The script: `Hant` of `zh-Hant-TW`.
    pub(super) fn script(&self) -> Option<String> {
        self.identifier().script.map(|script| script.to_string())
    }

    /// The region: `FI` of `sv-FI`.
    pub(super) fn region(&self) -> Option<String> {
        self.identifier().region.map(|region| region.to_string())
    }

    /// The name of the language in the language itself, for the language switch; the tag where CLDR has none. A
    /// region is added, since a site may have two of one language.
    pub fn own_name(&self) -> String {
        let known = |tag: &str| OWN_NAMES.lines().find_map(|line| line.strip_prefix(tag)?.strip_prefix(' '));
        let name = known(&self.tag).map(str::to_owned);
        name.or_else(|| Some(format!("{} ({})", known(self.language())?, self.tag.split_once('-')?.1)))
            .unwrap_or_else(|| self.tag.clone())
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
        write!(f, "`{}` is not a BCP 47 language tag such as `fi` or `sv-FI`", self.written)
    }
}

impl std::error::Error for InvalidLocale {}

/// The longest code of a language (ISO 639).
const MOST_LETTERS: usize = 3;

/// The language that calls itself so, in any letter case.
fn named(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let mut known = OWN_NAMES.lines().filter_map(|line| line.split_once(' '));
    known.find(|(_, own)| own.to_lowercase() == name).map(|(tag, _)| tag)
}

/// Languages by their own names, a tag and its name on each line.
const OWN_NAMES: &str = include_str!("own_names.txt");

#[cfg(test)]
mod tests {
    use super::{Direction, Locale};

    #[test]
    fn tags_are_canonical() {
        assert_eq!(Locale::parse("sv-fi").unwrap().tag(), "sv-FI");
        assert_eq!(Locale::parse("EN").unwrap(), Locale::english());
        for wrong in ["", "und", "suomi!", "suomi", "english", "../x", "fi-", "fi-u-nu-arab", "f", "fi_FI FI"] {
            assert!(Locale::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_leads_to_the_tag() {
        let meant = |name| Locale::parse(name).unwrap_err().meant;
        let names = ["suomi", "Svenska", "POLSKI", "english", "norsk bokmål", "swedish"];
        assert_eq!(names.map(meant), [Some("fi"), Some("sv"), Some("pl"), Some("en"), Some("nb"), None]);
    }

    #[test]
    fn languages_have_their_own_names() {
        let name = |tag| Locale::parse(tag).unwrap().own_name();
        assert_eq!(["en", "fi", "sv", "pl"].map(name), ["English", "Suomi", "Svenska", "Polski"]);
        assert_eq!(
            ["sv-FI", "pt-BR", "sr-Latn"].map(name),
            ["Svenska (Finland)", "Português (Brasil)", "Srpski (latinica)"]
        );
        assert_eq!(name("qqq"), "qqq");
    }

    #[test]
    fn directions_are_known() {
        assert_eq!(Locale::parse("fi").unwrap().direction(), Direction::Ltr);
        assert_eq!(Locale::parse("ar").unwrap().direction(), Direction::Rtl);
    }
}
