//! Opening hours: what is read, what is suggested, and that nothing makes the parser fall over.

use chrono::{Days, NaiveDate};
use luukku::clock::{Calendar, Country, Hours};
use opening_hours::localization::Country as HolidayCountry;
use opening_hours::{Context, OpeningHours, RuleKind};
use proptest::collection;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

#[test]
fn the_notation_is_read() {
    for text in [
        "24/7",
        "Mo-Fr 08:00-16:00; PH off",
        "Mo-Fr 08:00-16:00; PH off; Dec 24 off",
        "Mo-Fr 08:00-11:00,12:00-16:00",
        "Mo-Su 22:00-06:00",
        "2026 Dec 24-2026 Dec 31 off",
        "Jun-Aug Mo-Fr 09:00-15:00; Sep-May Mo-Fr 08:00-16:00",
        "week 01-52/2 Mo 08:00-12:00",
        "Mo[1] 09:00-12:00; Fr[-1] off",
        "easter -2 days off",
        "PH,Sa-Su 10:00-14:00",
        "PH +1 day off",
        "Mo-Fr 08:00-16:00; We 12:00-13:00 off",
        "Mo-Fr 08:00-16:00 || \"by arrangement\"",
        "2026 Jan 1-Mar 31: Mo-Fr 08:00-16:00",
        "08:00-16:00",
        "Mo-Fr\n08:00-16:00",
    ] {
        assert!(Hours::parse(text).is_ok(), "{text}: {:?}", Hours::parse(text));
    }
}

#[test]
fn dates_that_cannot_be_meant_are_refused() {
    let told = |text: &str| {
        let error = Hours::parse(text).unwrap_err();
        (error.message, error.suggestion)
    };
    assert_eq!(told("Feb 30 08:00-16:00"), ("there is no `Feb 30`".into(), None));
    assert_eq!(told("Mo-Fr 08:00-16:00; Nov 31 off"), ("there is no `Nov 31`".into(), None));
    assert_eq!(told("Mo-Fr 08:00-16:00; 2026 Feb 29 off"), ("there is no `2026 Feb 29`".into(), None));
    let next = "Mo-Fr 08:00-16:00; 2026 Dec 24-2027 Jan 2 off";
    assert_eq!(
        told("Mo-Fr 08:00-16:00; 2026 Dec 24-2026 Jan 02 off"),
        ("`2026 Dec 24-2026 Jan 2` ends before it begins".into(), Some(next.into()))
    );
    for fine in ["Feb 29 off", "Dec 24-Jan 02 off", "2026 Dec 24-2027 Jan 02 off", "Mo-Fr 08:00-16:00; easter off"] {
        assert!(Hours::parse(fine).is_ok(), "{fine}");
    }
}

#[test]
fn spelling_makes_no_difference() {
    let hours = |text| Hours::parse(text).unwrap();
    assert_eq!(hours("mo-fr 08:00-16:00").text(), "Mo-Fr 08:00-16:00");
    assert_eq!(hours("Mo-Fr 8:00-16:00;PH OFF"), hours(" Mo-Fr 08:00-16:00 ; PH off "));
    assert_ne!(hours("Mo-Fr 08:00-16:00"), hours("Mo-Fr 08:00-16:00; PH off"));
    assert!(hours("Mo-Fr 08:00-16:00; PH off").names_public_holidays());
    assert!(!hours("Mo-Fr 08:00-16:00").names_public_holidays());
}

#[test]
fn human_writing_gets_a_suggestion() {
    for (text, meant) in [
        ("Mo-Fr 8-16", "Mo-Fr 08:00-16:00"),
        ("Mon-Fri 08:00-16:00", "Mo-Fr 08:00-16:00"),
        ("ma-pe 8-16", "Mo-Fr 08:00-16:00"),
        ("Ma–Pe klo 8–16", "Mo-Fr 08:00-16:00"),
        ("må-fr 8-16", "Mo-Fr 08:00-16:00"),
        ("pon.-pt. 8-16", "Mo-Fr 08:00-16:00"),
        ("Mo - Fr 08:00 - 16:00", "Mo-Fr 08:00-16:00"),
        ("Mo–Fr 08:00–16:00", "Mo-Fr 08:00-16:00"),
        ("Mo-Fr 8.00-16.00", "Mo-Fr 08:00-16:00"),
        ("Mo-Fr 0800-1600", "Mo-Fr 08:00-16:00"),
        ("8-16", "08:00-16:00"),
        ("24h", "24/7"),
        ("24 h", "24/7"),
        ("always", "24/7"),
        ("weekdays 9-17", "Mo-Fr 09:00-17:00"),
        ("arkisin 9-17", "Mo-Fr 09:00-17:00"),
        ("Monday to Friday 9am to 5pm", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 9-5", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 8:30am - 4pm", "Mo-Fr 08:30-16:00"),
        ("ma-to 8-16, pe 8-14", "Mo-Th 08:00-16:00; Fr 08:00-14:00"),
        ("ma, ke, to 9-12", "Mo,We,Th 09:00-12:00"),
        ("ma-pe 8-11 ja 12-16", "Mo-Fr 08:00-11:00,12:00-16:00"),
        ("ma-pe 8-16, pyhät suljettu", "Mo-Fr 08:00-16:00; PH off"),
        ("Mo-Fr 8-16; 24.12. closed", "Mo-Fr 08:00-16:00; Dec 24 off"),
        ("Mo-Fr 08:00-16:00; Dec 24,25,31 off", "Mo-Fr 08:00-16:00; Dec 24,Dec 25,Dec 31 off"),
        ("Mo-Fr 08:00-16:00; Dec 24-26,31 off", "Mo-Fr 08:00-16:00; Dec 24-Dec 26,Dec 31 off"),
        ("Mo-Fr 8-16; 24 Dec closed", "Mo-Fr 08:00-16:00; Dec 24 off"),
        ("Mo-Fr 08:00-16:00; 2026-12-24 off", "Mo-Fr 08:00-16:00; 2026 Dec 24 off"),
        ("Mo-Su 22-6", "Mo-Su 22:00-06:00"),
    ] {
        let error = Hours::parse(text).unwrap_err();
        assert_eq!(error.suggestion.as_deref(), Some(meant), "{text}: {}", error.message);
    }
}

#[test]
fn no_guess_where_none_is_safe() {
    for text in ["", "   ", "whenever", "Mo-Fr", "Mo-Fr 8", "Mo-Fr 25-99", "ask Maija", "\"by arrangement", "08:00"] {
        if let Err(error) = Hours::parse(text) {
            assert_eq!(error.suggestion, None, "{text}");
        } else {
            assert_eq!(text, "Mo-Fr");
        }
    }
    assert!(Hours::parse(&"Mo 08:00-16:00; ".repeat(60)).unwrap_err().message.contains("longer than"));
}

#[test]
fn what_cannot_be_promised_is_refused() {
    for (text, part) in
        [("Mo-Fr 08:00+", "closing time"), ("sunrise-sunset", "place to place"), ("Mo-Fr 10:00-16:00/01:30", "buses")]
    {
        assert!(Hours::parse(text).unwrap_err().message.contains(part), "{text}");
    }
}

#[test]
fn an_error_knows_its_place() {
    let error = Hours::parse("  Mo-Fr 08:00-16:00; Xx 8-16").unwrap_err();
    assert_eq!(error.offset, Some(21), "{error:?}");
    assert!(error.message.contains("`Xx 8-16`"));
    let error = Hours::parse("Mö-Fr 08:00-16:00").unwrap_err();
    assert_eq!(error.offset, Some(0));
}

#[test]
fn doubts() {
    let doubt = |text| Hours::parse(text).unwrap().doubt().cloned();
    assert_eq!(doubt("Mo-Fr 08:00-16:00"), None);
    assert_eq!(doubt("Mo-Fr 22:00-06:00"), None);
    assert!(doubt("Mo-Fr off").unwrap().message.contains("never opens"));
    assert!(doubt("Mo-Fr 08:00-25:00").unwrap().message.contains("next day"));
    assert_eq!(doubt("Mo-Fr 08:00-24:00"), None);
    assert!(doubt("Mo-Fr 08:00-24:30").unwrap().message.contains("`24:30`"));
    assert!(doubt("Mo-Fr 08:00-40:00").unwrap().message.contains("longer than a day"));
}

/// Pieces that come near the notation, so that the parser gets far.
fn near() -> impl Strategy<Value = String> {
    let pieces = vec![
        "Mo",
        "-",
        "Fr",
        " ",
        " ",
        "08:00",
        "16:00",
        "25:00",
        "48:00",
        ",",
        ";",
        "; ",
        "||",
        " || ",
        "off",
        "open",
        "unknown",
        "PH",
        "SH",
        "Dec 24",
        "Feb 31",
        "Jan",
        "2026",
        "9999",
        "1900",
        "week",
        "01",
        "53",
        "/2",
        "[1]",
        "[-1]",
        "+",
        " +1 day",
        " -9999 days",
        "easter",
        "24/7",
        "\"x\"",
        ":",
        "sunrise",
        "(dusk+02:00)",
        "24:00",
        "00:00",
        "Su[5]",
        "+Mo",
        "8",
        "ä",
        "–",
    ];
    collection::vec(select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    match Hours::parse(text) {
        Ok(hours) => {
            let again = Hours::parse(hours.text());
            prop_assert!(again.as_ref() == Ok(&hours), "{again:?}");
            let zone = chrono_tz::Europe::Helsinki;
            let calendar = Calendar::new(hours, Country::parse("FI").ok(), [], zone);
            let timetable = calendar.timetable();
            for year in [1, 1899, 1900, 2026, 2028, 9999, 20_000] {
                let date = NaiveDate::from_ymd_opt(year, 2, 28).unwrap();
                let openings = timetable.on(date);
                prop_assert!(openings.is_sorted());
                prop_assert!(openings.iter().all(|o| o.start < o.end && o.end <= 2880));
            }
            calendar.exceptions(NaiveDate::from_ymd_opt(2026, 12, 20).unwrap(), 10);
        }
        Err(error) => {
            if let Some(meant) = error.suggestion {
                prop_assert!(Hours::parse(&meant).is_ok());
            }
            if let Some(offset) = error.offset {
                prop_assert!(text.is_char_boundary(offset), "{offset}");
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,80}") {
        check(&text)?;
    }

    #[test]
    fn text_near_the_notation_is_read_without_panic(text in near()) {
        check(&text)?;
    }

    #[test]
    fn people_are_read_without_panic(text in "[a-zäö0-9 .:,;–-]{0,40}") {
        check(&text)?;
    }

    #[test]
    fn the_library_agrees_on_days_without_nights(
        first in 0_u16..90, length in 1_u16..6, gap in 1_u16..6, ahead in 0_u64..800,
    ) {
        // Nights are where this room differs from the library on purpose.
        let at = |quarter: u16| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
        let (a, b) = (first, (first + length).min(96));
        let (from, until) = (at(a.min(91) + gap - 1), at(a.min(91) + gap));
        let (a, b) = (at(a), at(b));
        let text = format!("Mo-Fr {a}-{b}; PH off; Dec 24-26 off; Th[2] 00:00-02:00; We {from}-{until} off");
        let hours = Hours::parse(&text).unwrap();
        let country = Country::parse("FI").unwrap();
        let library: OpeningHours = text.parse().unwrap();
        let library = library.with_context(Context::default().with_holidays(HolidayCountry::FI.holidays()));
        let calendar = Calendar::new(hours, Some(country), [], chrono_tz::UTC);
        let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(ahead);
        let theirs: Vec<(u16, u16)> = library.schedule_at(date).into_iter()
            .filter(|range| range.kind == RuleKind::Open)
            .map(|range| (range.range.start.mins_from_midnight(), range.range.end.mins_from_midnight()))
            .collect();
        let ours: Vec<(u16, u16)> = calendar.timetable().on(date).iter().map(|o| (o.start, o.end)).collect();
        prop_assert_eq!(ours, theirs, "{} on {}", text, date);
    }
}
