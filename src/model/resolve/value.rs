//! Single values: durations, dates, shares, phone numbers. Each reads one piece of
//! text and tells the author what is wrong with it.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::language;
use crate::clock::{Doubt, Duration, Hours, day_of_month};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::i18n::Locale;
use crate::model::interval::Interval;
use crate::source::schema::Str;

/// A duration.
pub(super) fn duration(written: &Str, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
    duration_or(written, "write `30m`, `4h`, `2d` or `1d 4h`", diagnostics)
}

/// A duration, and what to write where it is none and nobody can tell which was meant.
pub(super) fn duration_or(written: &Str, otherwise: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
    match Duration::parse(&written.value) {
        Ok(duration) => Some(Spanned::new(duration, written.span)),
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-duration", written.span, error.message)
                .why("a promise in time must mean the same to everybody");
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.suggestion.or_else(|| {
                    let plain = plain_signs(&written.value);
                    Duration::parse(&plain).is_ok().then_some(plain)
                }),
                otherwise,
            ));
            None
        }
    }
}

/// An optional duration.
pub(super) fn maybe_duration(written: Option<&Str>, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
    written.and_then(|written| duration(written, diagnostics))
}

/// Hours in their own notation.
pub(super) fn hours(written: &Str, diagnostics: &mut Diagnostics) -> Option<Hours> {
    match Hours::parse(&written.value) {
        Ok(hours) => {
            if let Some(doubt) = hours.doubt() {
                diagnostics.push(doubtful_hours(doubt, written.span));
            }
            Some(hours)
        }
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-hours", written.span, error.message)
                .why("without hours nobody can tell when an answer comes");
            let plain = plain_signs(&written.value);
            let meant = || Hours::parse(&plain).map_or_else(|error| error.suggestion, |_| Some(plain.clone()));
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.suggestion.or_else(meant),
                "write them as in `Mo-Fr 08:00-16:00; PH off`, or name shared hours of catalog.yaml",
            ));
            None
        }
    }
}

/// A warning for hours that are hardly meant.
pub(super) fn doubtful_hours(doubt: &Doubt, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::warning("doubtful-hours", span, doubt.message.as_str())
        .why("readers are told that somebody answers at these times");
    suggested(diagnostic, span, doubt.suggestion.clone(), &doubt.help)
}

/// A date (ISO 8601).
pub(super) fn date(written: &Str, diagnostics: &mut Diagnostics) -> Option<Spanned<NaiveDate>> {
    date_or(written, "write the year, month and day: `2026-12-24`", diagnostics)
}

/// A date, and what to write where it is none and nobody can tell which was meant.
pub(super) fn date_or(written: &Str, otherwise: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<NaiveDate>> {
    let text = written.value.trim();
    let parsed = (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
    if parsed.is_none() {
        let message = no_such_day(text).unwrap_or_else(|| format!("`{text}` is not a date"));
        let diagnostic = Diagnostic::error("invalid-date", written.span, message)
            .why("dates are written the same way everywhere, so that nobody takes the day for the month");
        diagnostics.push(suggested(
            diagnostic,
            written.span,
            meant_date(&plain_signs(text)).or_else(|| date_in_words(text)).or_else(|| of_a_program(text)),
            otherwise,
        ));
    }
    parsed.map(|date| Spanned::new(date, written.span))
}

/// The first and the last day of a stretch of time. `noun` is what it is called, `why` what its author would miss.
pub(super) fn stretch(
    (from, until): (&Str, &Str),
    (noun, why): (&str, &'static str),
    diagnostics: &mut Diagnostics,
) -> Option<(Spanned<NaiveDate>, Spanned<NaiveDate>)> {
    let (from, until) = (date(from, diagnostics), date(until, diagnostics));
    let (from, until) = (from?, until?);
    if from.value <= until.value {
        return Some((from, until));
    }
    let what = format!("{noun} ends on {} before it begins", until.value);
    diagnostics.push(
        Diagnostic::error("reversed-dates", until.span, what)
            .also(from.span, format!("it begins on {}", from.value))
            .why(why)
            .help("exchange the two dates, or correct the year"),
    );
    None
}

/// "February 2026 has no day 30"
fn no_such_day(text: &str) -> Option<String> {
    let (month, day) = text.rsplit_once('-')?;
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let day = day.parse::<u32>().ok().filter(|day| (29..=31).contains(day))?;
    (text.len() == 10).then(|| format!("{} has no day {day}", first.format("%B %Y")))
}

/// The date that was probably meant: `24.12.2026`, `2026-2-3`.
pub(super) fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<u32> = text
        .split(['.', '-', '/', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a > 31 {
        (a, b, c)
    } else if text.contains('.') {
        // `2.11.26`
        (if (20..40).contains(&c) { 2000 + c } else { c }, b, a)
    } else {
        return None;
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 1900).map(|date| date.to_string())
}

/// A date as a spreadsheet counts it, or with the time of day behind it.
fn of_a_program(text: &str) -> Option<String> {
    if let Some((date, _)) = text.split_once(['T', ' ']) {
        return NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().map(|date| date.to_string());
    }
    // The days since 30 December 1899, for the years from 2009 to 2050.
    let days: u64 = text.parse().ok().filter(|days| (40_000..55_000).contains(days))?;
    Some(NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?.to_string())
}

/// The number of a month by the three letters that begin its name.
fn short_month(name: &str) -> Option<usize> {
    let months = ["jan", "feb", "mar", "apr", "may maj", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec"];
    months
        .iter()
        .position(|names| name.len() == 3 && names.split(' ').any(|known| known == name))
        .map(|place| place + 1)
}

/// A date with the name of its month, or with a day that can be no month: "12 października 2026", "20/12 2026".
fn date_in_words(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let mut parts: Vec<&str> = lower.split([' ', ',', '/', '.']).filter(|part| !matches!(*part, "" | "r")).collect();
    let year = parts.iter().position(|part| part.len() == 4 && part.parse::<u32>().is_ok())?;
    let year = parts.remove(year);
    let &[first, second] = parts.as_slice() else { return None };
    let figure = |part: &str| part.parse::<u32>().ok();
    let day = match (figure(first), figure(second)) {
        (Some(day), Some(month)) if day > 12 || text.contains('.') => format!("{month:02}-{day:02}"),
        (Some(day), None) if short_month(second).is_some() => format!("{:02}-{day:02}", short_month(second)?),
        (None, Some(day)) if short_month(first).is_some() => format!("{:02}-{day:02}", short_month(first)?),
        _ => day_of_month(&format!("{first} {second}")).or_else(|| day_of_month(&format!("{second} {first}")))?,
    };
    NaiveDate::parse_from_str(&format!("{year}-{day}"), "%Y-%m-%d").ok().map(|date| date.to_string())
}

/// A share in per mille, from `90%`.
pub(super) fn share(written: &Str, diagnostics: &mut Diagnostics) -> Option<u16> {
    let number = written.value.trim().strip_suffix('%').map(str::trim_end);
    let share = number.and_then(|number| tenths(number, 1)).filter(|share| (1..=1000).contains(share));
    if share.is_none() {
        let text = &written.value;
        let bare = meant_share(text);
        let diagnostic = Diagnostic::error("invalid-share", written.span, format!("`{text}` is not a share"))
            .why("readers are told in words how often the promise is kept");
        diagnostics.push(suggested(
            diagnostic,
            written.span,
            bare,
            "write a number from 1 to 100 and a per cent sign: `90%`",
        ));
    }
    share
}

/// The share that was meant by a number without its sign, with a comma or with a word behind it, or by a part of one.
fn meant_share(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase().replace(',', ".");
    let figures = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '%');
    if let Some(part) = figures.strip_prefix("0.").filter(|part| (1..=3).contains(&part.len())) {
        let per_mille: u32 = format!("{part:0<3}").parse().ok()?;
        let (whole, tenth) = (per_mille / 10, per_mille % 10);
        let share = if tenth == 0 { format!("{whole}%") } else { format!("{whole}.{tenth}%") };
        return (per_mille >= 100 && !text.contains('%')).then_some(share);
    }
    tenths(figures, 1).filter(|share| (10..=1000).contains(share)).map(|_| format!("{figures}%"))
}

/// A grade from 1 to 5, in hundredths.
pub(super) fn grade(written: &Str, diagnostics: &mut Diagnostics) -> Option<u16> {
    let grade = tenths(written.value.trim(), 2).filter(|grade| (100..=500).contains(grade));
    if grade.is_none() {
        diagnostics.push(
            Diagnostic::error("invalid-grade", written.span, format!("`{}` is not a grade", written.value))
                .why("readers compare it with the grades that were given")
                .help("write a number from 1 to 5, for example `4.2`"),
        );
    }
    grade
}

/// A decimal number with at most `digits` digits behind the point, as a whole number of its last.
fn tenths(text: &str, digits: usize) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digit = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || part.len() > digits || !digit(whole) || !digit(part) {
        return None;
    }
    format!("{whole}{part:0<digits$}").parse().ok()
}

/// A language tag, in its canonical form.
pub(super) fn locale(written: &Str, diagnostics: &mut Diagnostics) -> Option<Spanned<Locale>> {
    match Locale::parse(&written.value) {
        Ok(locale) => match language::slip(locale.tag()) {
            None => Some(Spanned::new(locale, written.span)),
            Some(slip) => {
                let diagnostic = Diagnostic::error("invalid-locale", written.span, slip.what)
                    .why("browsers and screen readers need it to read the text aloud");
                diagnostics.push(suggested(diagnostic, written.span, slip.meant.map(str::to_owned), slip.help));
                None
            }
        },
        Err(error) => {
            let diagnostic =
                Diagnostic::error("invalid-locale", written.span, format!("`{}` is not a language tag", written.value))
                    .why("browsers and screen readers need it to read the text aloud");
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.meant.map(str::to_owned).or_else(|| language::meant(&written.value)),
                "write a BCP 47 tag: `en`, `fi`, `sv`, `pl`, `pt-BR`",
            ));
            None
        }
    }
}

/// Language tags as plain text.
pub(super) fn languages(written: &[Str], diagnostics: &mut Diagnostics) -> Vec<Box<str>> {
    report_doubles(written, diagnostics);
    written.iter().filter_map(|tag| locale(tag, diagnostics)).map(|locale| locale.tag().into()).collect()
}

/// A text without the quotes and hyphens of word processors, which look like plain ones.
pub(super) fn plain_signs(text: &str) -> String {
    let bare = text.trim_matches(['“', '”', '„', '«', '»', '‘', '’']);
    bare.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2013}') { '-' } else { c }).collect()
}

/// How often something is read through.
pub(super) fn interval(written: &Str, diagnostics: &mut Diagnostics) -> Option<Interval> {
    let interval = Interval::parse(&written.value);
    if interval.is_none() {
        diagnostics.push(
            Diagnostic::error("invalid-interval", written.span, format!("`{}` does not say how often", written.value))
                .why("it decides when the entry counts as out of date")
                .help("write a number and a unit: `6 months`, `1 year`, `90 days`"),
        );
    }
    interval
}

/// A warning for a name that stands twice in a list.
pub(super) fn named_twice(name: &Str) -> Diagnostic {
    Diagnostic::warning("named-twice", name.span, format!("`{}` is named twice in this list", name.value))
        .why("readers would see it once only, and wonder which of the two was meant")
        .help("delete one of the two")
}

/// A warning for each item of a list that stands in it twice, whether in small letters or in capitals.
pub(super) fn report_doubles(items: &[Str], diagnostics: &mut Diagnostics) {
    let mut seen: HashSet<String> = HashSet::new();
    for item in items {
        if !seen.insert(item.value.trim().to_lowercase()) {
            diagnostics.push(named_twice(item));
        }
    }
}

pub(super) fn suggested(diagnostic: Diagnostic, span: Span, suggestion: Option<String>, otherwise: &str) -> Diagnostic {
    match suggestion {
        Some(text) => diagnostic.help(format!("did you mean `{text}`?")).replace(span, text),
        None => diagnostic.help(otherwise),
    }
}
