//! Public holidays of parts of countries: by hand for some days, and all together against the library, which knows
//! only what all parts of a country keep.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use luukku::clock::{Calendar, Country, HolidayData, Hours};
use opening_hours::localization::Country as HolidayCountry;

fn country(code: &str) -> Country {
    Country::with_subdivision(Country::parse(&code[..2]).ok(), code).unwrap()
}

fn holidays(country: Country, year: i32) -> BTreeSet<NaiveDate> {
    let calendar = Calendar::new(Hours::parse("Mo-Su 08:00-16:00; PH off").unwrap(), Some(country), [], chrono_tz::UTC);
    let timetable = calendar.timetable();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first.iter_days().take_while(|day| day.year() == year).filter(|day| !timetable.opens_on(*day)).collect()
}

fn is_holiday(code: &str, day: &str) -> bool {
    let day: NaiveDate = day.parse().unwrap();
    holidays(country(code), day.year()).contains(&day)
}

#[test]
fn by_hand() {
    for (code, kept, others) in [
        ("DE-BY", "2026-01-06", "DE-BE"),
        ("DE-BY", "2026-08-15", "DE-NW"),
        // Corpus Christi, sixty days after Easter Sunday, 5 April.
        ("DE-BY", "2026-06-04", "DE-HH"),
        ("DE-BE", "2026-03-08", "DE-BY"),
        ("DE-HH", "2026-10-31", "DE-BY"),
        // The Wednesday before 23 November.
        ("DE-SN", "2026-11-18", "DE-ST"),
        ("DE-TH", "2026-09-20", "DE-SN"),
        ("GB-SCT", "2026-01-02", "GB-ENG"),
        ("GB-SCT", "2026-11-30", "GB-WLS"),
        // A Saturday in 2024: kept on the Monday.
        ("GB-SCT", "2024-12-02", "GB-ENG"),
        ("GB-SCT", "2026-08-03", "GB-ENG"),
        ("GB-ENG", "2026-08-31", "GB-SCT"),
        ("GB-ENG", "2026-04-06", "GB-SCT"),
        ("GB-NIR", "2026-03-17", "GB-ENG"),
        // The twelfth is a Sunday in 2026.
        ("GB-NIR", "2026-07-13", "GB-ENG"),
        ("FI-01", "2026-06-09", "FI-18"),
        ("FR-67", "2026-04-03", "FR-75"),
        ("IT-BZ", "2026-05-25", "IT-MI"),
    ] {
        assert!(is_holiday(code, kept), "{code} keeps {kept}");
        assert!(!is_holiday(others, kept), "{others} does not keep {kept}");
    }
    // New Year in all of the United Kingdom: 1 January 2028 is a Saturday, in Scotland with two days.
    for (code, days) in
        [("GB-ENG", vec!["2028-01-03"]), ("GB-SCT", vec!["2028-01-03", "2028-01-04"]), ("GB-NIR", vec!["2028-01-03"])]
    {
        let january: Vec<String> =
            (holidays(country(code), 2028).iter()).filter(|day| day.month() == 1).map(ToString::to_string).collect();
        assert_eq!(january, days, "{code}");
    }
    let whole = holidays(Country::parse("GB").unwrap(), 2026);
    assert!(whole.contains(&"2026-01-01".parse().unwrap()));
}

#[test]
fn all_parts_together_keep_what_the_library_knows() {
    const GERMANY: &str = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH";
    const KINGDOM: &str = "ENG NIR SCT WLS";
    for (whole, library, parts) in [("DE", HolidayCountry::DE, GERMANY), ("GB", HolidayCountry::GB, KINGDOM)] {
        for year in 2023..=2045 {
            let of_year = |day: &NaiveDate| day.year() == year;
            let (all, regional) = (library.holidays(), library.holidays_regional());
            let mut known: BTreeSet<NaiveDate> =
                all.get_public().iter().chain(regional.get_public().iter()).filter(of_year).collect();
            let mut ours: BTreeSet<NaiveDate> =
                parts.split(' ').flat_map(|part| holidays(country(&format!("{whole}-{part}")), year)).collect();
            // A Saturday in Scotland is kept on the Monday (gov.uk: 4 January 2021), which the library does not know.
            if whole == "GB" && known.remove(&NaiveDate::from_ymd_opt(year, 1, 2).unwrap()) {
                let second = NaiveDate::from_ymd_opt(year, 1, 2).unwrap();
                let kept = if second.weekday() == Weekday::Sat { second + Days::new(2) } else { second };
                known.insert(kept);
            }
            // Berlin's own day of that year is younger than the library.
            ours.remove(&NaiveDate::from_ymd_opt(2028, 6, 17).unwrap());
            assert_eq!(ours, known, "{whole} in {year}");
        }
    }
}

#[test]
fn what_is_not_known_is_told() {
    let data = |code| country(code).holiday_data();
    for known in ["DE-BY", "GB-SCT", "FI-01", "FI-16", "PL-28", "SE-AB", "AT-9", "FR-67"] {
        assert_eq!(data(known), HolidayData::Complete, "{known}");
    }
    for unknown in ["CH-ZH", "ES-MD", "US-CA", "AU-NSW"] {
        assert_eq!(data(unknown), HolidayData::NationwideOnly, "{unknown}");
    }
}
