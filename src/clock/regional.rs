//! Public holidays of parts of countries.
//!
//! The opening-hours library knows a country's holidays, and of its parts only all of them together. What a part
//! keeps of its own stands in the table below, as rules that hold from 2020 on. Sources: the holiday laws of the
//! German states; <https://www.gov.uk/bank-holidays>; the French Code du travail, L3134-13; the statute of
//! South Tyrol.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::clock::local::shift;

/// A day of each year.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// A month and a day.
    On(u32, u32),
    /// The same, on the next Monday when it is a Saturday or a Sunday.
    OrMonday(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The first Monday of a month.
    FirstMonday(u32),
    /// The last Monday of a month.
    LastMonday(u32),
    /// 1 and 2 January, each on the next weekday that is free when it is none.
    TwoOfJanuary,
    /// The Wednesday before 23 November: the Day of Repentance.
    Repentance,
    /// A month and a day, from a year on.
    Since(i32, u32, u32),
    /// A date of one year.
    Once(i32, u32, u32),
    /// The Friday from 19 to 25 June.
    MidsummerEve,
}

/// A part of a country.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) code: &'static str,
    /// What people call it, in its own language and in English.
    pub(super) names: &'static [&'static str],
    /// What it keeps besides the holidays of the whole country.
    days: &'static [Day],
}

use Day::{Easter, FirstMonday, LastMonday, MidsummerEve, On, Once, OrMonday, Repentance, Since, TwoOfJanuary};

/// The years for which the rules hold, up to those of the library.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2076;

const EPIPHANY: Day = On(1, 6);
const WOMEN: Day = On(3, 8);
const GOOD_FRIDAY: Day = Easter(-2);
const EASTER_MONDAY: Day = Easter(1);
const WHIT_MONDAY: Day = Easter(50);
const CORPUS_CHRISTI: Day = Easter(60);
const ASSUMPTION: Day = On(8, 15);
const REFORMATION: Day = On(10, 31);
const ALL_SAINTS: Day = On(11, 1);
const BOXING: Day = On(12, 26);

const fn part(code: &'static str, names: &'static [&'static str], days: &'static [Day]) -> Part {
    Part { code, names, days }
}

/// The parts whose own holidays are known.
pub(super) const PARTS: &[Part] = &[
    part("DE-BB", &["Brandenburg"], &[Easter(0), Easter(49), REFORMATION]),
    part("DE-BE", &["Berlin"], &[WOMEN, Once(2020, 5, 8), Once(2025, 5, 8), Once(2028, 6, 17)]),
    part("DE-BW", &["Baden-Württemberg"], &[EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS]),
    part("DE-BY", &["Bayern", "Bavaria"], &[EPIPHANY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS]),
    part("DE-HB", &["Bremen"], &[REFORMATION]),
    part("DE-HE", &["Hessen", "Hesse"], &[CORPUS_CHRISTI]),
    part("DE-HH", &["Hamburg"], &[REFORMATION]),
    part("DE-MV", &["Mecklenburg-Vorpommern"], &[Since(2023, 3, 8), REFORMATION]),
    part("DE-NI", &["Niedersachsen", "Lower Saxony"], &[REFORMATION]),
    part("DE-NW", &["Nordrhein-Westfalen", "North Rhine-Westphalia"], &[CORPUS_CHRISTI, ALL_SAINTS]),
    part("DE-RP", &["Rheinland-Pfalz", "Rhineland-Palatinate"], &[CORPUS_CHRISTI, ALL_SAINTS]),
    part("DE-SH", &["Schleswig-Holstein"], &[REFORMATION]),
    part("DE-SL", &["Saarland"], &[CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS]),
    part("DE-SN", &["Sachsen", "Saxony"], &[REFORMATION, Repentance]),
    part("DE-ST", &["Sachsen-Anhalt", "Saxony-Anhalt"], &[EPIPHANY, REFORMATION]),
    part("DE-TH", &["Thüringen", "Thuringia"], &[On(9, 20), REFORMATION]),
    part("FR-57", &["Moselle"], &[GOOD_FRIDAY, BOXING]),
    part("FR-67", &["Bas-Rhin"], &[GOOD_FRIDAY, BOXING]),
    part("FR-68", &["Haut-Rhin"], &[GOOD_FRIDAY, BOXING]),
    part("FR-6AE", &["Alsace"], &[GOOD_FRIDAY, BOXING]),
    part("GB-EAW", &["England and Wales"], &[EASTER_MONDAY, LastMonday(8)]),
    part("GB-ENG", &["England"], &[EASTER_MONDAY, LastMonday(8)]),
    part("GB-NIR", &["Northern Ireland"], &[EASTER_MONDAY, OrMonday(3, 17), OrMonday(7, 12), LastMonday(8)]),
    part("GB-SCT", &["Scotland"], &[TwoOfJanuary, FirstMonday(8), OrMonday(11, 30), Once(2026, 6, 15)]),
    part("GB-WLS", &["Wales"], &[EASTER_MONDAY, LastMonday(8)]),
    part("IT-BZ", &["Südtirol", "Alto Adige", "South Tyrol", "Bolzano", "Bozen"], &[WHIT_MONDAY]),
];

/// What the whole of a country keeps, but the library does not know of.
const OF_ALL: &[(&str, &[Day])] = &[("AX", &[MidsummerEve]), ("GB", &[OrMonday(1, 1)])];

impl Day {
    /// The dates in a year.
    fn dates(self, year: i32) -> Vec<NaiveDate> {
        let one = |date: Option<NaiveDate>| date.into_iter().collect();
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            On(month, day) => one(on(month, day)),
            Since(first, month, day) => one(on(month, day).filter(|_| year >= first)),
            Once(only, month, day) => one(on(month, day).filter(|_| year == only)),
            OrMonday(month, day) => one(on(month, day).map(weekday_from)),
            Easter(days) => one(Some(shift(easter(year), days))),
            FirstMonday(month) => one(NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1)),
            LastMonday(month) => {
                let last = NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 5);
                one(last.or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 4)))
            }
            MidsummerEve => {
                (19..=25).filter_map(|day| on(6, day)).filter(|date| date.weekday() == Weekday::Fri).collect()
            }
            Repentance => {
                let since_wednesday = |last: NaiveDate| i64::from((last.weekday().num_days_from_monday() + 5) % 7);
                one(on(11, 22).map(|last| shift(last, -since_wednesday(last))))
            }
            TwoOfJanuary => {
                let first = on(1, 1).map(weekday_from);
                let second = first.map(|first| weekday_from(shift(first, 1)));
                first.into_iter().chain(second).collect()
            }
        }
    }
}

/// The date itself, or the next Monday.
fn weekday_from(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => shift(date, 2),
        Weekday::Sun => shift(date, 1),
        _ => date,
    }
}

/// Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> NaiveDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let days = moon + week - 7 * late + 114;
    let date = NaiveDate::from_ymd_opt(year, (days / 31).unsigned_abs(), (days % 31 + 1).unsigned_abs());
    date.unwrap_or_default()
}

/// Whether the holidays of a part are known.
pub(super) fn knows(part: &str) -> bool {
    PARTS.iter().any(|known| known.code == part)
}

/// Whether the library takes a date for a holiday that is none: it has Åland's Midsummer Eve a week early in some
/// years.
pub(super) fn is_mistaken(country: &str, date: NaiveDate) -> bool {
    country == "AX" && date.month() == 6 && date.weekday() == Weekday::Fri && (12..=18).contains(&date.day())
}

/// The holidays that a country keeps, or a part of it, and the library does not know of, as far as it knows any.
pub(super) fn own_holidays(country: &str, part: Option<&str>) -> Vec<NaiveDate> {
    let whole = OF_ALL.iter().filter(|(known, _)| *known == country).flat_map(|(_, days)| days.iter());
    let own = PARTS.iter().filter(|known| Some(known.code) == part).flat_map(|part| part.days.iter());
    let days: Vec<&Day> = whole.chain(own).collect();
    YEARS.flat_map(|year| days.iter().flat_map(move |day| day.dates(year))).collect()
}
