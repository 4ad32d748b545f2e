//! Time zones by their names in the IANA's list.

use chrono::{NaiveDate, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::schema::Str;

/// An IANA time zone.
pub(super) fn zone(written: &Str, diagnostics: &mut Diagnostics) -> Option<Tz> {
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
                "name a city: `Europe/Helsinki`",
            ),
        });
    }
    if let Some(why) = parsed.and_then(doubtful_zone) {
        diagnostics.push(
            Diagnostic::warning("doubtful-time-zone", written.span, format!("`{}` names no place", written.value))
                .why(why)
                .help("write the part of the world and a city: `America/New_York`, `Europe/Helsinki`"),
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
