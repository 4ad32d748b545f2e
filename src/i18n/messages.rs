//! The tables of words: one TOML file per language, held against each other when loaded.
//!
//! ```toml
//! [service]
//! reach = "How to reach us"
//! services = {one = "{n} service", other = "{n} services"}
//! ```
//!
//! A key is the path to its text (`service.reach`). A table of CLDR plural categories is one text
//! that depends on a number; keys under `ordinal` choose by the categories of "1st, 2nd".

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use toml::{Table, Value};

use crate::i18n::locale::Locale;
use crate::i18n::names::LanguageNames;
use crate::i18n::template::placeholders;

/// One text of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The same whatever the numbers.
    Text(String),
    /// By plural category; `other` is always there.
    Plural(BTreeMap<String, String>),
}

/// The texts of one language by key.
pub(super) type Texts = BTreeMap<String, Message>;

/// The texts of every language of a theme.
#[derive(Debug)]
pub struct Messages {
    tables: BTreeMap<Locale, Texts>,
    /// What languages are called, for those languages of the theme that know it.
    names: BTreeMap<Locale, LanguageNames>,
}

impl Messages {
    /// Reads the tables, each given as its locale's tag and its TOML.
    ///
    /// # Errors
    /// Names every file and key that is wrong: TOML that does not parse, no English, a key that one
    /// language has and another lacks, other placeholders than the English text, a plural category
    /// that the language needs and the text lacks.
    pub fn load(files: &[(&str, &str)]) -> Result<Self> {
        let mut tables = BTreeMap::new();
        let mut problems = Vec::new();
        for (tag, source) in files {
            let locale = Locale::parse(tag).with_context(|| format!("message file {tag}.toml"))?;
            let table: Table = source.parse().with_context(|| format!("message file {tag}.toml"))?;
            let mut texts = Texts::new();
            collect("", &table, &mut texts, &mut |problem| {
                problems.push(format!("{tag}.toml: {problem}"));
            });
            check_plurals(&locale, &texts, &mut problems)?;
            if tables.insert(locale, texts).is_some() {
                bail!("two message files for {tag}");
            }
        }
        let Some(english) = tables.get(&Locale::english()) else {
            bail!("no message file en.toml: English is what every language falls back to");
        };
        let others = || tables.values().filter(|texts| !std::ptr::eq(*texts, english));
        let alone = |key: &&String| others().next().is_some() && !others().any(|texts| texts.contains_key(*key));
        let alone: BTreeSet<&String> = english.keys().filter(alone).collect();
        problems.extend(alone.iter().map(|key| format!("en.toml: {key}: no other language has it; is it misspelt?")));
        for (locale, texts) in &tables {
            compare(locale, texts, (english, &alone), &mut problems);
        }
        if !problems.is_empty() {
            bail!("the theme's messages do not fit together:\n  {}", problems.join("\n  "));
        }
        Ok(Self { tables, names: BTreeMap::new() })
    }

    /// The same with names of languages, each file given as its locale's tag and its TOML.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn with_names(mut self, files: &[(&str, &str)]) -> Result<Self> {
        for (tag, source) in files {
            let about = || format!("names of languages in languages/{tag}.toml");
            let names = toml::from_str(source).with_context(about)?;
            self.names.insert(Locale::parse(tag).with_context(about)?, names);
        }
        Ok(self)
    }

    /// What languages are called in the language of a locale, if that is known.
    pub(super) fn names(&self, locale: &Locale) -> Option<&LanguageNames> {
        let of_language =
            || self.names.iter().find(|(known, _)| known.tag() == locale.language()).map(|(_, names)| names);
        self.names.get(locale).or_else(of_language)
    }

    /// Every key, sorted; all languages have the same.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.tables.get(&Locale::english()).into_iter().flat_map(|texts| texts.keys().map(|k| &**k))
    }

    /// The languages that have words of their own.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.tables.keys()
    }

    /// The table for a locale: its own, its language's, or the English one.
    pub(super) fn table(&self, locale: &Locale) -> Option<(&Locale, &Texts)> {
        self.tables
            .get_key_value(locale)
            .or_else(|| self.tables.iter().find(|(known, _)| known.tag() == locale.language()))
            .or_else(|| self.tables.get_key_value(&Locale::english()))
    }
}

/// The name of a plural category as CLDR and our tables write it.
pub(super) fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Whether a key's number is an ordinal ("2nd") and not a count ("2").
pub(super) fn is_ordinal(key: &str) -> bool {
    key.starts_with("ordinal.")
}

fn collect(path: &str, table: &Table, texts: &mut Texts, problem: &mut impl FnMut(String)) {
    for (name, value) in table {
        let key = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match value {
            Value::String(text) => {
                texts.insert(key, Message::Text(text.clone()));
            }
            Value::Table(inner) if inner.contains_key("other") => {
                let mut forms = BTreeMap::new();
                for (category, form) in inner {
                    match (PluralCategory::get_for_cldr_string(category), form) {
                        (Some(_), Value::String(form)) => {
                            forms.insert(category.clone(), form.clone());
                        }
                        _ => problem(format!("{key}.{category}: no text of a plural category")),
                    }
                }
                texts.insert(key, Message::Plural(forms));
            }
            Value::Table(inner) => collect(&key, inner, texts, problem),
            _ => problem(format!("{key}: must be a text or a table")),
        }
    }
}

fn check_plurals(locale: &Locale, texts: &Texts, problems: &mut Vec<String>) -> Result<()> {
    let cardinal = PluralRules::try_new(locale.cldr().into(), PluralRulesOptions::default())
        .with_context(|| format!("plural rules of {locale}"))?;
    let ordinal =
        PluralRules::try_new_ordinal(locale.cldr().into()).with_context(|| format!("ordinal rules of {locale}"))?;
    for (key, message) in texts {
        let Message::Plural(forms) = message else { continue };
        let rules = if is_ordinal(key) { &ordinal } else { &cardinal };
        let needed: BTreeSet<_> = rules.categories().map(category_name).collect();
        for category in &needed {
            if !forms.contains_key(*category) {
                problems.push(format!("{locale}.toml: {key}: the form `{category}` is missing"));
            }
        }
        for category in forms.keys().filter(|category| !needed.contains(category.as_str())) {
            problems.push(format!("{locale}.toml: {key}: {locale} has no form `{category}`"));
        }
    }
    Ok(())
}

/// Compares the messages of a language with the English ones; those that English has alone are told by themselves.
fn compare(locale: &Locale, texts: &Texts, (english, alone): (&Texts, &BTreeSet<&String>), problems: &mut Vec<String>) {
    let mut problem = |key: &str, what: String| {
        problems.push(format!("{locale}.toml: {key}: {what}"));
    };
    for key in english.keys().filter(|key| !texts.contains_key(*key) && !alone.contains(key)) {
        problem(key, "is missing, but en.toml has it".to_owned());
    }
    for (key, message) in texts {
        let Some(model) = english.get(key) else {
            problem(key, "is not in en.toml".to_owned());
            continue;
        };
        let wanted = match expected_names(model) {
            Ok(names) => names,
            // Reported for English itself.
            Err(_) if locale.tag() != "en" => continue,
            Err(wrong) => {
                problem(key, wrong);
                continue;
            }
        };
        match (message, model) {
            (Message::Text(text), Message::Text(_)) => match placeholders(text) {
                Ok(names) if names == wanted => {}
                Ok(names) => problem(key, differ(&names, &wanted)),
                Err(wrong) => problem(key, wrong),
            },
            (Message::Plural(forms), Message::Plural(_)) => {
                for form in forms.values() {
                    match placeholders(form) {
                        // "one day" needs no number.
                        Ok(mut names) => {
                            names.insert("n");
                            if names != wanted {
                                problem(key, differ(&names, &wanted));
                            }
                        }
                        Err(wrong) => problem(key, wrong),
                    }
                }
            }
            _ => problem(key, "one language counts here and the other does not".to_owned()),
        }
    }
}

fn expected_names(model: &Message) -> Result<BTreeSet<&str>, String> {
    match model {
        Message::Text(text) => placeholders(text),
        Message::Plural(forms) => {
            let mut names = BTreeSet::from(["n"]);
            for form in forms.values() {
                names.extend(placeholders(form)?);
            }
            Ok(names)
        }
    }
}

fn differ(names: &BTreeSet<&str>, wanted: &BTreeSet<&str>) -> String {
    format!("has the placeholders {names:?}, but en.toml has {wanted:?}")
}

#[cfg(test)]
mod tests {
    use super::Messages;

    const EN: &str = "[a]\nhi = 'Hi {name}'\ndays = {one = 'a day', other = '{n} days'}\n\
                      [ordinal]\nday = {one='{n}st', two='{n}nd', few='{n}rd', other='{n}th'}";

    fn problems(pl: &str) -> String {
        format!("{:#}", Messages::load(&[("en", EN), ("pl", pl)]).unwrap_err())
    }

    #[test]
    fn tables_that_agree_load() {
        let pl = "[a]\nhi = 'Cześć, {name}'\n\
                  days = {one='{n} dzień', few='{n} dni', many='{n} dni', other='{n} dnia'}\n\
                  [ordinal]\nday = {other='{n}.'}";
        let messages = Messages::load(&[("en", EN), ("pl", pl)]).unwrap();
        assert_eq!(messages.keys().collect::<Vec<_>>(), ["a.days", "a.hi", "ordinal.day"]);
        assert_eq!(messages.locales().count(), 2);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let found = problems("[a]\nhi = 'Cześć'\nmore = 'x'\ndays = {one='{n} dzień', two='x', other='{n'}");
        for expected in [
            "en.toml: ordinal.day: no other language has it",
            "pl.toml: a.more: is not in en.toml",
            "pl.toml: a.hi: has the placeholders {}",
            "pl.toml: a.days: the form `few` is missing",
            "pl.toml: a.days: pl has no form `two`",
            "pl.toml: a.days: a brace without its pair",
        ] {
            assert!(found.contains(expected), "{expected} not in\n{found}");
        }
        assert!(problems("[a]\nhi = 3").contains("pl.toml: a.hi: must be a text"));
        assert!(problems("[a").contains("message file pl.toml"));
        assert!(Messages::load(&[("pl", EN)]).is_err());
        assert!(Messages::load(&[("en", "a = '{'")]).is_err());
    }
}
