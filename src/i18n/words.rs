//! What a view says, in one language: texts, plurals, dates, numbers, order of names.

use std::borrow::Cow;
use std::cmp::Ordering;

use ahash::AHashMap;
use anyhow::{Context, Result};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_plurals::{PluralRules, PluralRulesOptions};

use crate::i18n::dates::Dates;
use crate::i18n::locale::Locale;
use crate::i18n::memory::Memory;
use crate::i18n::messages::{Message, Messages, Texts, category_name, is_ordinal};
use crate::i18n::names::LanguageNames;
use crate::i18n::order::Order;
use crate::i18n::template::{fill, missing};
use crate::i18n::time_length::TimeLength;

/// One language, ready to speak. Costs a few milliseconds to make and is shared by threads: make one
/// per locale of the site.
pub struct Words<'a> {
    locale: Locale,
    language: Locale,
    formats: String,
    texts: &'a Texts,
    /// The same to be looked up in.
    by_key: AHashMap<&'a str, &'a Message>,
    names: Option<&'a LanguageNames>,
    cardinal: PluralRules,
    ordinal: PluralRules,
    decimal: DecimalFormatter,
    dates: Dates,
    order: Order,
    /// Lengths of time, by their group of words.
    pub(super) lengths: Memory<(TimeLength, &'static str)>,
}

impl<'a> Words<'a> {
    /// The words for a locale: its own, else those of its language, else English. Dates, numbers and
    /// plurals follow the words; the order of names follows the locale.
    ///
    /// # Errors
    /// When CLDR's data cannot be read: it is built in, so never in practice.
    pub fn new(messages: &'a Messages, locale: &Locale) -> Result<Self> {
        let (language, texts) = messages.table(locale).context("no English messages")?;
        let spoken = if language.language() == locale.language() { locale } else { language };
        let cldr = spoken.cldr();
        let about = || format!("locale data of {spoken}");
        Ok(Self {
            locale: locale.clone(),
            language: spoken.clone(),
            formats: cldr.to_string(),
            texts,
            by_key: texts.iter().map(|(key, message)| (key.as_str(), message)).collect(),
            names: messages.names(spoken),
            cardinal: PluralRules::try_new((&cldr).into(), PluralRulesOptions::default()).with_context(about)?,
            ordinal: PluralRules::try_new_ordinal((&cldr).into()).with_context(about)?,
            decimal: DecimalFormatter::try_new((&cldr).into(), DecimalFormatterOptions::default())
                .with_context(about)?,
            dates: Dates::new(&cldr).with_context(about)?,
            lengths: Memory::default(),
            order: Order::new(locale).with_context(|| format!("locale data of {locale}"))?,
        })
    }

    /// The locale that was asked for.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The language that the words are really in, with the region that was asked for: the `lang` of the
    /// page.
    pub fn language(&self) -> &Locale {
        &self.language
    }

    /// The locale by which dates and numbers are written, for programs that write them as we do.
    pub fn formats(&self) -> &str {
        &self.formats
    }

    /// Every key with its message, for what the page hands on to its scripts.
    pub fn messages(&self) -> impl Iterator<Item = (&'a str, &'a Message)> + use<'a> {
        self.texts.iter().map(|(key, message)| (key.as_str(), message))
    }

    /// A text without placeholders. An unknown key shows as `⟦key⟧`.
    pub fn text(&self, key: &str) -> Cow<'a, str> {
        match self.by_key.get(key) {
            Some(Message::Text(text)) => Cow::Borrowed(text),
            Some(Message::Plural(_)) | None => Cow::Owned(missing(key)),
        }
    }

    /// A text without placeholders, if there is one.
    pub fn find(&self, key: &str) -> Option<Cow<'a, str>> {
        match self.by_key.get(key)? {
            Message::Text(text) => Some(Cow::Borrowed(text)),
            Message::Plural(_) => None,
        }
    }

    /// A text with its placeholders filled.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        match self.by_key.get(key) {
            Some(Message::Text(text)) => fill(text, values),
            Some(Message::Plural(_)) | None => missing(key),
        }
    }

    /// A text that depends on a number, which fills `{n}`. Keys under `ordinal` are for "2nd".
    pub fn plural(&self, key: &str, n: u64, values: &[(&str, &str)]) -> String {
        let Some(Message::Plural(forms)) = self.by_key.get(key) else { return missing(key) };
        let rules = if is_ordinal(key) { &self.ordinal } else { &self.cardinal };
        let form = forms.get(category_name(rules.category_for(n))).or_else(|| forms.get("other"));
        let Some(form) = form else { return missing(key) };
        let number = self.unsigned(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(values);
        fill(form, &all)
    }

    /// What another language is called; by its own name where that is not known.
    pub fn language_name(&self, locale: &Locale) -> String {
        self.names.and_then(|names| names.of(locale)).unwrap_or_else(|| locale.own_name())
    }

    /// The city after which a time zone is called, as CLDR's exemplar cities are: `Varsova` for `Europe/Warsaw`.
    pub fn city(&self, zone: &str) -> String {
        let own = || zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        self.names.and_then(|names| names.city(zone)).map_or_else(own, str::to_owned)
    }

    /// A whole number with the language's grouping: `10 000`.
    pub fn number(&self, n: i64) -> String {
        self.decimal.format(&Decimal::from(n)).to_string()
    }

    /// A number with so many digits after the point: `4,2`.
    pub fn decimal(&self, value: f64, digits: u8) -> String {
        let plain = format!("{value:.*}", usize::from(digits));
        match plain.parse::<Decimal>() {
            Ok(decimal) => self.decimal.format(&decimal).to_string(),
            Err(_) => plain,
        }
    }

    /// A share, given in percent with at most one digit after the point: `90 %`.
    pub fn percent(&self, percent: f64) -> String {
        let whole = (percent - percent.round()).abs() < 0.05;
        let number = self.decimal(percent, u8::from(!whole));
        self.format("number.percent", &[("n", &number)])
    }

    /// A day as a sentence says it: `Saturday, 21 November 2026`.
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.dates.long(date)
    }

    /// A day without its weekday: `21 November 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        self.dates.medium(date)
    }

    /// A day near now, with weekday and without year: `Sat 21 Nov`.
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.dates.short(date)
    }

    /// The same with its year: `Sat, 21 Nov 2026`.
    pub fn date_of_year(&self, date: NaiveDate) -> String {
        self.dates.of_year(date)
    }

    /// A day of every year: `15 December`. `None` unless it is one (29 February is).
    pub fn month_day(&self, month: u32, day: u32) -> Option<String> {
        NaiveDate::from_ymd_opt(2024, month, day).map(|date| self.dates.month_day(date))
    }

    /// A month of a year: `November 2026`.
    pub fn month(&self, date: NaiveDate) -> String {
        self.dates.month(date)
    }

    /// A time of day: `15:30`, `15.30`. The end of a day, 24:00, is kept; later hours (opening hours
    /// run past midnight as 26:00) are those of the next day.
    pub fn time(&self, hour: u8, minute: u8) -> String {
        self.dates.time(hour, minute)
    }

    /// The same from minutes since midnight, as opening hours count them.
    pub fn minute(&self, minutes: u16) -> String {
        let part = |number: u16| u8::try_from(number).unwrap_or_default();
        self.time(part(minutes / 60), part(minutes % 60))
    }

    /// The same from what the clock on a wall shows.
    pub fn clock(&self, at: NaiveTime) -> String {
        let part = |number: u32| u8::try_from(number).unwrap_or_default();
        self.time(part(at.hour()), part(at.minute()))
    }

    /// A day near now with its time: `Mon 23 Nov, 12:00`.
    pub fn date_time(&self, at: NaiveDateTime) -> String {
        self.dates.date_time(at)
    }

    /// A list as a sentence says it: `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        let Some((first, middle)) = before.split_first() else { return last.as_ref().to_owned() };
        let mut list = first.as_ref().to_owned();
        for item in middle {
            list = self.format("list.next", &[("list", &list), ("item", item.as_ref())]);
        }
        self.format("list.and", &[("list", &list), ("item", last.as_ref())])
    }

    /// Which of two names comes first in this locale; digits by their value. Equal only if the names
    /// are the same but for what no reader sees.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.order.compare(left, right)
    }

    /// A key whose byte order is that of [`Words::compare`], for sorting with `sort_by_cached_key`.
    pub fn sort_key(&self, name: &str) -> Vec<u8> {
        self.order.sort_key(name)
    }

    /// The heading of an A–Z under which a name stands in this locale: one letter, `0–9`, or `#`.
    /// Marks before the first letter or digit are passed over; of names that begin with one, those in
    /// [`Words::compare`]'s order have their headings in order too.
    pub fn initial(&self, name: &str) -> Cow<'static, str> {
        self.order.initial(name)
    }

    fn unsigned(&self, n: u64) -> String {
        self.decimal.format(&Decimal::from(n)).to_string()
    }
}
