//! The words in which people write hours, durations and deadlines: one file a language in `languages/`.
//!
//! They are only ever the ground of a suggestion. A further language is one more file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_embed::Embed;
use serde::Deserialize;

#[derive(Embed)]
#[folder = "src/clock/languages/"]
struct Files;

/// What one language says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Language {
    pub(super) hours: HourWords,
    pub(super) durations: DurationWords,
    pub(super) deadlines: DeadlineWords,
}

/// Words, each with a blank at most between its parts.
pub(super) type Words = Vec<String>;

/// The words of opening hours.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HourWords {
    /// Round the clock, without blanks.
    pub(super) always: Words,
    pub(super) off: Words,
    /// From one to the other.
    pub(super) range: Words,
    pub(super) and: Words,
    pub(super) am: Words,
    pub(super) pm: Words,
    /// Words that say nothing.
    pub(super) silent: Words,
    /// By the day, the range of days or `PH` in the notation.
    pub(super) days: BTreeMap<String, Words>,
    /// By the month in the notation.
    pub(super) months: BTreeMap<String, Words>,
}

/// The words of durations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DurationWords {
    /// Words that say nothing.
    pub(super) fillers: Words,
    /// Words that say nothing behind a number.
    pub(super) articles: Words,
    pub(super) half: Words,
    pub(super) week: Words,
    pub(super) day: Words,
    pub(super) hour: Words,
    pub(super) minute: Words,
    /// Names of units that mean one of them where no number stands beside them.
    pub(super) alone: Words,
    /// Whole numbers, by their figures.
    pub(super) numbers: BTreeMap<String, Words>,
}

/// The words of deadlines. Weekdays are those of hours.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeadlineWords {
    /// Before a time of day.
    pub(super) at: Words,
    pub(super) noon: Words,
    pub(super) midnight: Words,
    pub(super) working_day: Words,
    /// The last day of a month.
    pub(super) last_day: Words,
    /// Behind a number: 3rd.
    pub(super) ordinals: Words,
    /// Before a weekday or a working day, by the notation's word.
    pub(super) which: BTreeMap<String, Words>,
    /// Before how often: `every`.
    pub(super) each: Words,
    /// By the notation's word.
    pub(super) every: BTreeMap<String, Words>,
    /// By the notation's word.
    pub(super) if_closed: BTreeMap<String, Words>,
}

/// All languages, in the order of their tags. A file that cannot be read is none; a test reads them all.
pub(super) static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut tags: Vec<_> = Files::iter().collect();
    tags.sort_unstable();
    tags.iter().filter_map(|tag| toml::from_str(std::str::from_utf8(&Files::get(tag)?.data).ok()?).ok()).collect()
});

/// Whether a word stands in a list of any language.
pub(super) fn says(list: impl Fn(&Language) -> &Words, word: &str) -> bool {
    LANGUAGES.iter().any(|language| has(list(language), word))
}

/// Whether a word stands in a list.
pub(super) fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|listed| listed == word)
}

/// The notation's word for a word of any language.
pub(super) fn notation(
    table: impl Fn(&'static Language) -> &'static BTreeMap<String, Words>,
    word: &str,
) -> Option<&'static str> {
    LANGUAGES.iter().find_map(|language| key(table(language), word))
}

/// The same for a word with an ending of its language, `måndagen`, `poniedziałku`: it shares nearly all letters with
/// a long enough word of the table and is hardly longer.
pub(super) fn bent_notation(
    table: impl Fn(&'static Language) -> &'static BTreeMap<String, Words>,
    word: &str,
) -> Option<&'static str> {
    let is_bent = |listed: &String| {
        let shared = listed.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
        let (length, bent) = (listed.chars().count(), word.chars().count());
        length >= 5 && shared >= 4 && shared + 2 >= length && bent <= length + 4
    };
    let bent = |(key, words): (&'static String, &'static Words)| words.iter().any(is_bent).then_some(key.as_str());
    LANGUAGES.iter().find_map(|language| table(language).iter().find_map(bent))
}

/// The key under which a word stands.
pub(super) fn key(table: &'static BTreeMap<String, Words>, word: &str) -> Option<&'static str> {
    table.iter().find(|(_, words)| has(words, word)).map(|(key, _)| key.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Files, LANGUAGES, Language};
    use crate::clock::{Deadline, DeadlineParts, Duration, Hours};

    #[test]
    fn every_language_can_be_read() {
        for tag in Files::iter() {
            let file = Files::get(&tag).unwrap();
            let read: Result<Language, _> = toml::from_str(std::str::from_utf8(&file.data).unwrap());
            assert!(read.is_ok(), "{tag}: {read:?}");
        }
        assert_eq!(LANGUAGES.len(), Files::iter().count());
    }

    #[test]
    fn keys_are_the_notations_and_all_languages_have_them_all() {
        let keys = |table: &std::collections::BTreeMap<String, Vec<String>>| -> BTreeSet<String> {
            table.keys().cloned().collect()
        };
        let first = &LANGUAGES[0];
        for language in LANGUAGES.iter() {
            for day in language.hours.days.keys() {
                assert!(Hours::parse(&format!("{day} 08:00-16:00")).is_ok(), "{day}");
            }
            for month in language.hours.months.keys() {
                assert!(Hours::parse(&format!("{month} 08:00-16:00")).is_ok(), "{month}");
            }
            assert_eq!(language.hours.months.len(), 12);
            for number in language.durations.numbers.keys() {
                assert!(Duration::parse(&format!("{number}h")).is_ok(), "{number}");
            }
            for every in language.deadlines.every.keys() {
                let (on, from) = match every.as_str() {
                    "once" => ("2026-12-15", None),
                    "2 weeks" => ("fri", Some("2026-12-04")),
                    _ => ("last-working-day", None),
                };
                let parts = DeadlineParts { every: Some(every), on: &[on], from, ..DeadlineParts::default() };
                assert!(Deadline::parse(&parts).is_ok(), "{every}");
            }
            for which in language.deadlines.which.keys() {
                let on = format!("{which} mon");
                assert!(Deadline::parse(&DeadlineParts::new("month", &[&on])).is_ok(), "{which}");
            }
            for word in language.deadlines.if_closed.keys() {
                let parts = DeadlineParts { if_closed: Some(word), ..DeadlineParts::new("week", &["fri"]) };
                assert!(Deadline::parse(&parts).is_ok(), "{word}");
            }
            assert_eq!(keys(&language.hours.days), keys(&first.hours.days));
            assert_eq!(keys(&language.deadlines.every), keys(&first.deadlines.every));
            assert_eq!(keys(&language.deadlines.which), keys(&first.deadlines.which));
            assert_eq!(keys(&language.deadlines.if_closed), keys(&first.deadlines.if_closed));
        }
    }

    #[test]
    fn every_word_of_every_language_is_understood() {
        for language in LANGUAGES.iter() {
            let (hours, durations) = (&language.hours, &language.durations);
            for (day, words) in &hours.days {
                for word in words {
                    let meant = Hours::parse(&format!("{word} 8-16")).unwrap_err().suggestion;
                    assert_eq!(meant, Some(format!("{day} 08:00-16:00")), "{word}");
                }
            }
            for (month, words) in &hours.months {
                for word in words {
                    let meant = Hours::parse(&format!("{word} 24 closed;")).unwrap_err().suggestion;
                    assert_eq!(meant, Some(format!("{month} 24 off")), "{word}");
                }
            }
            let units = [(&durations.week, "10d"), (&durations.day, "2d"), (&durations.hour, "2h")];
            for (words, meant) in units.into_iter().chain([(&durations.minute, "2m")]) {
                for word in words {
                    let text = format!("2 {word}");
                    assert_eq!(Duration::parse(&text).unwrap_err().suggestion.as_deref(), Some(meant), "{text}");
                }
            }
            for (every, words) in language.deadlines.every.iter().filter(|(every, _)| *every != "once") {
                for word in words {
                    let error = Deadline::parse(&DeadlineParts::new(word, &["last-working-day"])).unwrap_err();
                    assert_eq!(error.suggestion.as_deref(), Some(every.as_str()), "{word}");
                }
            }
        }
    }
}
