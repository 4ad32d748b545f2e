//! The order of names and the letters of an A–Z (Unicode collation, tailored by CLDR).

use std::borrow::Cow;
use std::cmp::Ordering;

use anyhow::Result;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use crate::i18n::locale::Locale;
use crate::i18n::memory::Memory;

/// Letters after or among A–Z that have a heading of their own, by language (CLDR's index
/// characters). Every other letter stands under the one it sorts with.
const OWN_LETTERS: &[(&str, &[&str])] = &[
    ("da", &["Æ", "Ø", "Å"]),
    ("et", &["Š", "Ž", "Õ", "Ä", "Ö", "Ü"]),
    ("fi", &["Å", "Ä", "Ö"]),
    ("nb", &["Æ", "Ø", "Å"]),
    ("nn", &["Æ", "Ø", "Å"]),
    ("no", &["Æ", "Ø", "Å"]),
    ("pl", &["Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"]),
    ("sv", &["Å", "Ä", "Ö"]),
];

const LATIN: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];

pub(super) struct Order {
    names: CollatorBorrowed<'static>,
    letters: CollatorBorrowed<'static>,
    /// The headings, in order.
    headings: Vec<&'static str>,
    /// By Latin letter that was met: its heading.
    initials: Memory<char>,
}

impl Order {
    pub(super) fn new(locale: &Locale) -> Result<Self> {
        let mut preferences = CollatorPreferences::from(&locale.cldr());
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let with = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            Collator::try_new(preferences, options)
        };
        let letters = with(Strength::Primary)?;
        let own = OWN_LETTERS.iter().find(|(language, _)| *language == locale.language());
        let mut headings: Vec<&str> = LATIN.to_vec();
        headings.extend(own.into_iter().flat_map(|(_, own)| own.iter()));
        headings.sort_by(|left, right| letters.compare(left, right));
        Ok(Self { names: with(Strength::Tertiary)?, letters, headings, initials: Memory::default() })
    }

    pub(super) fn compare(&self, left: &str, right: &str) -> Ordering {
        self.names.compare(left, right)
    }

    pub(super) fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(name.len() * 2);
        // A Vec takes every byte: the error type has no values.
        match self.names.write_sort_key_to(name, &mut key) {
            Ok(()) => key,
        }
    }

    pub(super) fn initial(&self, name: &str) -> Cow<'static, str> {
        let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = name.chars().next() else { return Cow::Borrowed("#") };
        if first.is_numeric() {
            return Cow::Borrowed("0–9");
        }
        if !is_latin(first) {
            let mut capital = first.to_uppercase();
            let one = capital.next().filter(|_| capital.next().is_none());
            return Cow::Owned(one.unwrap_or(first).to_string());
        }
        Cow::Owned(self.initials.text(&first, |first| self.heading(&first.to_string()).to_owned()))
    }

    /// The heading of a Latin letter: the one that it sorts with.
    fn heading(&self, letter: &str) -> &'static str {
        let after = self.headings.partition_point(|heading| self.letters.compare(heading, letter) != Ordering::Greater);
        let heading = after.checked_sub(1).and_then(|index| self.headings.get(index));
        heading.copied().unwrap_or("A")
    }
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FB00}'..='\u{FB06}')
}
