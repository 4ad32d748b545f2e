//! Dates and times as a language writes them (CLDR).

use anyhow::Result;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use icu_datetime::fieldsets::{MD, MDE, MDET, T, YM, YMD, YMDE};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter};
use icu_locale::Locale;

use crate::i18n::memory::Memory;

pub(super) struct Dates {
    long: DateTimeFormatter<YMDE>,
    medium: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<MDE>,
    of_year: DateTimeFormatter<YMDE>,
    month_day: DateTimeFormatter<MD>,
    month: DateTimeFormatter<YM>,
    date_time: DateTimeFormatter<MDET>,
    time: NoCalendarFormatter<T>,
    /// What was written before: moments, days without their weekday, and days with it.
    moments: Memory<NaiveDateTime>,
    mediums: Memory<NaiveDate>,
    shorts: Memory<NaiveDate>,
}

/// A date by one of the formatters; years that CLDR's calendar does not reach as ISO 8601.
macro_rules! written {
    ($formatter:expr, $date:expr) => {
        match Date::try_new_iso($date.year(), $date.month() as u8, $date.day() as u8) {
            Ok(day) => $formatter.format(&day).to_string(),
            Err(_) => $date.to_string(),
        }
    };
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Result<Self> {
        let preferences = || DateTimeFormatterPreferences::from(locale);
        Ok(Self {
            long: DateTimeFormatter::try_new(preferences(), YMDE::long())?,
            medium: DateTimeFormatter::try_new(preferences(), YMD::long())?,
            short: DateTimeFormatter::try_new(preferences(), MDE::medium())?,
            of_year: DateTimeFormatter::try_new(preferences(), YMDE::medium().with_year_style(YearStyle::Full))?,
            month_day: DateTimeFormatter::try_new(preferences(), MD::long())?,
            month: DateTimeFormatter::try_new(preferences(), YM::long())?,
            date_time: DateTimeFormatter::try_new(preferences(), MDE::medium().with_time_hm())?,
            time: NoCalendarFormatter::try_new(preferences(), T::hm())?,
            moments: Memory::default(),
            mediums: Memory::default(),
            shorts: Memory::default(),
        })
    }

    pub(super) fn long(&self, date: NaiveDate) -> String {
        written!(self.long, date)
    }

    pub(super) fn medium(&self, date: NaiveDate) -> String {
        self.mediums.text(&date, |date| written!(self.medium, date))
    }

    pub(super) fn short(&self, date: NaiveDate) -> String {
        self.shorts.text(&date, |date| written!(self.short, date))
    }

    pub(super) fn of_year(&self, date: NaiveDate) -> String {
        written!(self.of_year, date)
    }

    pub(super) fn month_day(&self, date: NaiveDate) -> String {
        written!(self.month_day, date)
    }

    pub(super) fn month(&self, date: NaiveDate) -> String {
        written!(self.month, date)
    }

    pub(super) fn date_time(&self, at: NaiveDateTime) -> String {
        self.moments.text(&at, |at| {
            let date = Date::try_new_iso(at.year(), at.month() as u8, at.day() as u8);
            match (date, Time::try_new(at.hour() as u8, at.minute() as u8, 0, 0)) {
                (Ok(date), Ok(time)) => self.date_time.format(&DateTime { date, time }).to_string(),
                _ => at.to_string(),
            }
        })
    }

    pub(super) fn time(&self, hour: u8, minute: u8) -> String {
        let end_of_day = hour == 24 && minute == 0;
        let shown = if end_of_day { 23 } else { hour % 24 };
        match Time::try_new(shown, minute, 0, 0) {
            // No calendar has a 24th hour to format, but every language writes it like the 23rd.
            Ok(time) if end_of_day => self.time.format(&time).to_string().replacen("23", "24", 1),
            Ok(time) => self.time.format(&time).to_string(),
            Err(_) => format!("{hour}:{minute:02}"),
        }
    }
}
