//! Time zones by their names in the IANA's list, and what else depends on the country.

use chrono::{NaiveDate, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::schema::Str;

/// The zone in which most people of a country live, for those in which our companies are.
const HOMES: [(&str, &str); 44] = [
    ("AT", "Europe/Vienna"),
    ("AU", "Australia/Sydney"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("BR", "America/Sao_Paulo"),
    ("CA", "America/Toronto"),
    ("CH", "Europe/Zurich"),
    ("CN", "Asia/Shanghai"),
    ("CY", "Asia/Nicosia"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("ES", "Europe/Madrid"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GR", "Europe/Athens"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IN", "Asia/Kolkata"),
    ("IS", "Atlantic/Reykjavik"),
    ("IT", "Europe/Rome"),
    ("JP", "Asia/Tokyo"),
    ("KR", "Asia/Seoul"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MT", "Europe/Malta"),
    ("MX", "America/Mexico_City"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("NZ", "Pacific/Auckland"),
    ("PL", "Europe/Warsaw"),
    ("PT", "Europe/Lisbon"),
    ("RO", "Europe/Bucharest"),
    ("SE", "Europe/Stockholm"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
    ("TR", "Europe/Istanbul"),
    ("UA", "Europe/Kyiv"),
    ("US", "America/New_York"),
    ("ZA", "Africa/Johannesburg"),
];

/// The numbers by which countries are called in which a number at home begins with 0.
const CALLED: [(&str, &str); 15] = [
    ("AT", "43"),
    ("AU", "61"),
    ("BE", "32"),
    ("CH", "41"),
    ("DE", "49"),
    ("FI", "358"),
    ("FR", "33"),
    ("GB", "44"),
    ("IE", "353"),
    ("JP", "81"),
    ("NL", "31"),
    ("RO", "40"),
    ("SE", "46"),
    ("UA", "380"),
    ("ZA", "27"),
];

/// The number that stands in place of the first 0 where somebody of a country is called from abroad.
pub(super) fn calling_code(country: Option<&Str>) -> Option<&'static str> {
    let country = country?.value.trim();
    CALLED.iter().find(|(known, _)| known.eq_ignore_ascii_case(country)).map(|(_, code)| *code)
}

/// The numbers by which countries are called in which all numbers have the same figures at home and abroad, and how
/// many they have.
const CALLED_AS_AT_HOME: [(&str, &str, usize); 5] =
    [("DK", "45", 8), ("ES", "34", 9), ("LV", "371", 8), ("NO", "47", 8), ("PL", "48", 9)];

/// The number that stands before that of somebody of a country who has so many figures at home.
pub(super) fn prefix(country: Option<&Str>, figures: usize) -> Option<&'static str> {
    let country = country?.value.trim();
    let of = CALLED_AS_AT_HOME.iter().find(|(known, ..)| known.eq_ignore_ascii_case(country));
    of.filter(|(_, _, count)| *count == figures).map(|(_, code, _)| *code)
}

/// The number by which a country is called.
pub(super) fn any_code(country: Option<&Str>) -> Option<&'static str> {
    let of = |code: &str| CALLED_AS_AT_HOME.iter().find(|(known, ..)| known.eq_ignore_ascii_case(code));
    calling_code(country).or_else(|| of(country?.value.trim()).map(|(_, code, _)| *code))
}

/// How numbers begin, and how many figures follow that at least and at most. The longer beginning counts.
const LENGTHS: [(&str, usize, usize); 9] = [
    ("358", 5, 12),
    ("3584", 7, 10),
    ("35850", 6, 9),
    ("371", 8, 8),
    ("372", 7, 8),
    ("45", 8, 8),
    ("46", 7, 10),
    ("47", 5, 8),
    // Information lines have seven: `+48 22 19115`.
    ("48", 7, 9),
];

/// Whether an international number is far too short or too long for its country, and how many figures it may have.
pub(super) fn wrong_length(number: &str) -> Option<(&'static str, String)> {
    let figures: String = number.split(" ext").next()?.chars().filter(char::is_ascii_digit).collect();
    let own = LENGTHS.iter().filter(|(begin, ..)| figures.starts_with(begin) && number.starts_with('+'));
    let (begin, least, most) = own.max_by_key(|(begin, ..)| begin.len())?;
    let count = figures.len() - begin.len();
    let needed = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let wrong = if count < *least { "few" } else { "many" };
    (!(*least..=*most).contains(&count)).then(|| (wrong, format!("behind `+{begin}` stand {needed} figures")))
}

/// The number without the 0 that is dialled in its own country alone: `+358 040 123 4567`.
pub(super) fn without_zero(number: &str) -> Option<String> {
    CALLED.iter().find_map(|(_, code)| {
        let rest = number.strip_prefix('+')?.strip_prefix(code)?;
        let bare = rest.trim_start_matches([' ', '\u{a0}', '-']).strip_prefix('0')?;
        Some(format!("+{code} {bare}"))
    })
}

/// The zone to give as an example to somebody of a country.
fn example(country: Option<&Str>) -> &'static str {
    let of = |code: &str| HOMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, zone)| *zone);
    country.and_then(|country| of(country.value.trim())).unwrap_or("Europe/Helsinki")
}

/// An IANA time zone. `country` is the one in which it is used, as far as it is written.
pub(super) fn zone(written: &Str, country: Option<&Str>, diagnostics: &mut Diagnostics) -> Option<Tz> {
    let parsed = written.value.parse::<Tz>().ok();
    if parsed.is_none() {
        let text = &written.value;
        let by_city = TZ_VARIANTS.iter().map(|tz| tz.name()).find(|name| {
            !name.starts_with("Etc/") && name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(text))
        });
        let diagnostic = Diagnostic::error("invalid-time-zone", written.span, format!("`{text}` is not a time zone"))
            .why("every time on the site would be wrong");
        diagnostics.push(match by_city {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")).replace(written.span, name),
            None => diagnostic.did_you_mean(
                text,
                // `Etc/GMT+2` is two hours behind Greenwich: the name says the opposite of what it means.
                TZ_VARIANTS.iter().map(|tz| tz.name()).filter(|name| name.contains('/') && !name.starts_with("Etc/")),
                format!("name a city: `{}`", example(country)),
            ),
        });
    }
    if let Some(why) = parsed.and_then(doubtful_zone) {
        diagnostics.push(
            Diagnostic::warning("doubtful-time-zone", written.span, format!("`{}` names no place", written.value))
                .why(why)
                .help(format!("write the part of the world and a city: `{}`", example(country))),
        );
    }
    parsed
}

/// Names of zones that are abbreviations.
const ABBREVIATED: [&str; 18] = [
    "CET",
    "CST6CDT",
    "EET",
    "EST",
    "EST5EDT",
    "GMT",
    "GMT+0",
    "GMT-0",
    "GMT0",
    "Greenwich",
    "HST",
    "MET",
    "MST",
    "MST7MDT",
    "PST8PDT",
    "UCT",
    "WET",
    "Zulu",
];

/// Why a zone is hardly meant: it is an offset or an abbreviation. Universal time itself is taken as it is.
fn doubtful_zone(zone: Tz) -> Option<&'static str> {
    let name = zone.name();
    let offset = name.starts_with("Etc/") && !matches!(name, "Etc/UTC" | "Etc/UCT" | "Etc/Universal" | "Etc/Zulu");
    if !offset && !ABBREVIATED.contains(&name) {
        return None;
    }
    let offset = |month: u32| {
        let noon = NaiveDate::from_ymd_opt(2026, month, 15)?.and_hms_opt(12, 0, 0)?;
        Some(zone.offset_from_utc_datetime(&noon).fix())
    };
    Some(match offset(1) == offset(7) {
        true => "it knows no summer time, so that half of the year every time may be an hour wrong",
        false => "whose rules for summer time an abbreviation follows may change, those of a city are its own",
    })
}
