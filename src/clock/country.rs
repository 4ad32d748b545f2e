//! A country whose public holidays `PH` means, by its ISO 3166-1 alpha-2 code.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use opening_hours::ContextHolidays;
use opening_hours::localization::Country as HolidayCountry;

use crate::clock::regional;
use crate::clock::subdivision::{Subdivision, SubdivisionError};

/// The officially assigned codes of ISO 3166-1 alpha-2.
const CODES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A country of ISO 3166-1, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country {
    code: &'static str,
    part: Option<Subdivision>,
}

/// How much is known of a country's public holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayData {
    /// All of them (2000 to 2076; those of a part of a country from 2020 on).
    Complete,
    /// Only those of the whole country; some parts keep more (Bavaria, Scotland).
    NationwideOnly,
    /// None: `PH` never matches, and the catalog has to list closed days.
    Missing,
}

/// A text that is no country code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryError {
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// A code that was probably meant.
    pub suggestion: Option<String>,
}

impl Country {
    /// Reads a two-letter code such as `FI`; capitals are required, as in ISO 3166.
    pub fn parse(text: &str) -> Result<Self, CountryError> {
        if let Some(code) = code(text) {
            return Ok(Self { code, part: None });
        }
        let meant = text.trim().to_uppercase();
        let meant = if meant == "UK" { "GB" } else { meant.as_str() };
        Err(CountryError {
            message: format!("`{text}` is not a country code of ISO 3166, two capital letters such as `FI`"),
            suggestion: code(meant).map(str::to_owned),
        })
    }

    /// The two capital letters.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// A part of a country, by a code such as `DE-BY`.
    pub fn with_subdivision(country: Option<Self>, text: &str) -> Result<Self, SubdivisionError> {
        let whole = country.ok_or_else(|| Subdivision::without_country(text))?;
        Ok(Self { part: Some(Subdivision::parse(text, whole.code)?), ..whole })
    }

    /// The part of it, if one is meant.
    pub fn subdivision(&self) -> Option<&Subdivision> {
        self.part.as_ref()
    }

    /// Whether this program knows the public holidays that are kept there.
    pub fn holiday_data(self) -> HolidayData {
        let Some(country) = self.known() else { return HolidayData::Missing };
        let part = self.part.as_ref().map(Subdivision::code);
        let of_parts = has_any(&country.holidays_regional());
        match (has_any(&country.holidays()), of_parts && !part.is_some_and(regional::knows)) {
            (false, _) => HolidayData::Missing,
            (true, true) => HolidayData::NationwideOnly,
            (true, false) => HolidayData::Complete,
        }
    }

    /// Whether this program knows when the country's schools are closed.
    pub fn knows_school_holidays(self) -> bool {
        self.holidays().get_school().first_after(NaiveDate::MIN).is_some()
    }

    /// The holidays in the form that the opening-hours library reads, and those that it does not know.
    pub(super) fn holidays(self) -> ContextHolidays {
        let known = self.known().map(HolidayCountry::holidays).unwrap_or_default();
        let own = regional::own_holidays(self.kept(), self.part.as_ref().map(Subdivision::code));
        if own.is_empty() {
            return known;
        }
        let mut public = ContextHolidays::default().get_public().clone();
        let right = known.get_public().iter().filter(|date| !regional::is_mistaken(self.kept(), *date));
        right.chain(own).for_each(|date| _ = public.insert(date));
        ContextHolidays::new(Arc::new(public), Arc::new(known.get_school().clone()))
    }

    fn known(self) -> Option<HolidayCountry> {
        self.kept().parse().ok()
    }

    /// The code of the country whose holidays are kept: a part may have one of its own.
    fn kept(&self) -> &'static str {
        self.part.as_ref().and_then(Subdivision::country).unwrap_or(self.code)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(f, "{part}"),
            None => f.write_str(self.code),
        }
    }
}

fn code(text: &str) -> Option<&'static str> {
    CODES.split(' ').find(|code| *code == text)
}

fn has_any(holidays: &ContextHolidays) -> bool {
    holidays.get_public().first_after(NaiveDate::MIN).is_some()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Country, HolidayData};

    #[test]
    fn codes_are_those_of_iso_3166() {
        assert_eq!(Country::parse("FI").unwrap().code(), "FI");
        assert_eq!(Country::parse("fi").unwrap_err().suggestion.as_deref(), Some("FI"));
        assert_eq!(Country::parse("UK").unwrap_err().suggestion.as_deref(), Some("GB"));
        for wrong in ["", "XX", "Finland", "FIN", "F", "FI SE", "Ä"] {
            assert_eq!(Country::parse(wrong).unwrap_err().suggestion, None, "{wrong}");
        }
    }

    #[test]
    fn knows_what_it_does_not_know() {
        let data = |code| Country::parse(code).unwrap().holiday_data();
        assert_eq!(data("FI"), HolidayData::Complete);
        assert_eq!(data("SE"), HolidayData::Complete);
        assert_eq!(data("PL"), HolidayData::Complete);
        assert_eq!(data("GB"), HolidayData::NationwideOnly);
        assert_eq!(data("AQ"), HolidayData::Missing);
    }

    /// The library has it on the Friday before, in some years.
    #[test]
    fn midsummer_eve_of_aland_is_that_of_finland() {
        let aland = Country::parse("AX").unwrap();
        let part = Country::with_subdivision(Country::parse("FI").ok(), "FI-01").unwrap();
        for known in [aland.holidays(), part.holidays()] {
            for year in 2024..=2070 {
                let june: Vec<u32> = (12..=25)
                    .filter(|day| {
                        let date = NaiveDate::from_ymd_opt(year, 6, *day).unwrap();
                        chrono::Datelike::weekday(&date) == chrono::Weekday::Fri && known.get_public().contains(date)
                    })
                    .collect();
                assert!(matches!(june.as_slice(), [19..=25]), "{year}: {june:?}");
            }
        }
    }

    #[test]
    fn finland_in_2026() {
        let finland = Country::parse("FI").unwrap();
        let known = finland.holidays();
        let holiday = |month, day| known.get_public().contains(NaiveDate::from_ymd_opt(2026, month, day).unwrap());
        assert!(holiday(12, 6) && holiday(1, 6) && holiday(4, 3) && holiday(6, 19));
        assert!(!holiday(12, 7));
    }
}
