//! Single values: durations, dates, shares, phone numbers, addresses. Each reads one piece of
//! text and tells the author what is wrong with it.

use chrono::NaiveDate;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Url;

use super::language;
use crate::clock::{Country, Deadline, DeadlineField, Duration, Hours};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::i18n::Locale;
use crate::model::channel::Phone;
use crate::model::interval::Interval;
use crate::source::schema::{DeadlineDoc, EveryDoc, IfClosedDoc, Str};

/// A duration.
pub(super) fn duration(written: &Str, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
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
                "write `30m`, `4h`, `2d` or `1d 4h`",
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
                let diagnostic = Diagnostic::warning("doubtful-hours", written.span, doubt.message.as_str())
                    .why("readers are told that somebody answers at these times");
                diagnostics.push(suggested(diagnostic, written.span, doubt.suggestion.clone(), &doubt.help));
            }
            Some(hours)
        }
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-hours", written.span, error.message)
                .why("without hours nobody can tell when an answer comes");
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.suggestion,
                "write them as in `Mo-Fr 08:00-16:00; PH off`, or name shared hours of catalog.yaml",
            ));
            None
        }
    }
}

/// A date (ISO 8601).
pub(super) fn date(written: &Str, diagnostics: &mut Diagnostics) -> Option<Spanned<NaiveDate>> {
    let text = written.value.trim();
    let parsed = (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
    if parsed.is_none() {
        let message = no_such_day(text).unwrap_or_else(|| format!("`{text}` is not a date"));
        let diagnostic = Diagnostic::error("invalid-date", written.span, message)
            .why("dates are written the same way everywhere, so that nobody takes the day for the month");
        diagnostics.push(suggested(
            diagnostic,
            written.span,
            meant_date(&plain_signs(text)),
            "write the year, month and day: `2026-12-24`",
        ));
    }
    parsed.map(|date| Spanned::new(date, written.span))
}

/// "February 2026 has no day 30"
fn no_such_day(text: &str) -> Option<String> {
    let (month, day) = text.rsplit_once('-')?;
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let day = day.parse::<u32>().ok().filter(|day| (29..=31).contains(day))?;
    (text.len() == 10).then(|| format!("{} has no day {day}", first.format("%B %Y")))
}

/// The date that was probably meant: `24.12.2026`, `2026-2-3`.
fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<u32> = text
        .split(['.', '-', '/', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a > 31 {
        (a, b, c)
    } else if text.contains('.') {
        (c, b, a)
    } else {
        return None;
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 1900).map(|date| date.to_string())
}

/// A share in per mille, from `90%`.
pub(super) fn share(written: &Str, diagnostics: &mut Diagnostics) -> Option<u16> {
    let number = written.value.trim().strip_suffix('%').map(str::trim_end);
    let share = number.and_then(|number| tenths(number, 1)).filter(|share| (1..=1000).contains(share));
    if share.is_none() {
        let text = &written.value;
        let bare = tenths(text.trim(), 1).filter(|n| (10..=1000).contains(n)).map(|_| format!("{}%", text.trim()));
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

/// A country.
pub(super) fn country(written: &Str, diagnostics: &mut Diagnostics) -> Option<Country> {
    match Country::parse(&written.value) {
        Ok(country) => Some(country),
        Err(error) => {
            let diagnostic = Diagnostic::error("invalid-country", written.span, error.message)
                .why("it decides which public holidays `PH` means");
            diagnostics.push(suggested(
                diagnostic,
                written.span,
                error.suggestion,
                "write two capital letters: `FI`, `SE`, `PL`",
            ));
            None
        }
    }
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
                error.meant.map(str::to_owned),
                "write a BCP 47 tag: `en`, `fi`, `sv`, `pl`, `pt-BR`",
            ));
            None
        }
    }
}

/// Language tags as plain text.
pub(super) fn languages(written: &[Str], diagnostics: &mut Diagnostics) -> Vec<Box<str>> {
    written.iter().filter_map(|tag| locale(tag, diagnostics)).map(|locale| locale.tag().into()).collect()
}

/// A phone number in international form, with or without an extension, or a short one.
pub(super) fn phone(written: &Str, diagnostics: &mut Diagnostics) -> Option<Phone> {
    let phone = Phone::parse(&written.value);
    if phone.is_none() {
        let text = written.value.trim();
        let diagnostic = Diagnostic::error(
            "invalid-phone",
            written.span,
            format!("`{text}` is not a phone number in international form"),
        )
        .why("a phone abroad, or one that dials by a tap, would not reach it");
        let local = text.starts_with('0') && text.chars().filter(char::is_ascii_digit).count() >= 6;
        let plain = plain_signs(text);
        let meant = Phone::meant(text).or_else(|| Phone::parse(&plain).map(|_| plain));
        diagnostics.push(match (meant, local) {
            (Some(number), _) => suggested(diagnostic, written.span, Some(format!("\"{number}\"")), ""),
            (None, true) => diagnostic.help(
                "write `+` and your country's number in place of the first 0, as in `\"+358 9 123 4567\"` for 09 in \
                 Finland",
            ),
            (None, false) => diagnostic.help(
                "write `+`, the country's number and the rest: `\"+358 9 123 4567\"`; an extension stands behind `ext`",
            ),
        });
    }
    phone
}

/// An email address.
pub(super) fn email(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    let legal = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let valid = text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && user.chars().all(legal)
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains("..")
            && host.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
    });
    if !valid {
        let diagnostic = Diagnostic::error("invalid-email", written.span, format!("`{text}` is not an email address"))
            .why("the letter would come back");
        let plain = Some(plain_signs(text)).filter(|plain| plain != text && plain.contains('@'));
        diagnostics.push(suggested(diagnostic, written.span, plain, "write it as in `payroll@company.example`"));
    }
    valid.then(|| text.into())
}

/// Signs that cannot stand bare in an address (RFC 3986).
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS.add(b' ').add(b'<').add(b'>').add(b'"').add(b'\\');

/// An address that a reader may be sent to: https, http, mailto or tel.
pub(super) fn url(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    if is_address(text) {
        return Some(text.into());
    }
    let diagnostic = Diagnostic::error("invalid-url", written.span, format!("`{text}` is not a web address"))
        .why("the link would lead nowhere");
    let encoded = utf8_percent_encode(text, NOT_IN_ADDRESSES).to_string();
    let bare = !text.contains([':', '@']) && text.contains('.') && !text.starts_with(['.', '/']);
    diagnostics.push(if encoded != text && is_address(&encoded) {
        let sign =
            if text.contains(' ') { "a space in an address is written `%20`" } else { "some signs have to be encoded" };
        diagnostic.help(format!("{sign}: `{encoded}`")).replace(written.span, encoded)
    } else {
        let plain = Some(plain_signs(text)).filter(|plain| plain != text && is_address(plain));
        let meant = plain.or_else(|| Some(format!("https://{text}")).filter(|meant| bare && is_address(meant)));
        suggested(diagnostic, written.span, meant, "write the whole address with `https://`")
    });
    None
}

/// True for an address that browsers, mailers and phones understand as it is written.
fn is_address(text: &str) -> bool {
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
    plain
        && Url::parse(text).is_ok_and(|url| match url.scheme() {
            "http" | "https" => text.contains("://") && url.host_str().is_some_and(|host| !host.is_empty()),
            "mailto" => url.path().contains('@'),
            "tel" => !url.path().is_empty(),
            _ => false,
        })
}

/// The address at which the site is published, which ends in `/`: a page's own path comes behind it.
pub(super) fn site_url(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let url = url(written, diagnostics)?;
    let web = url.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
    if !web || url.contains(['?', '#']) {
        diagnostics.push(
            Diagnostic::error("invalid-url", written.span, format!("no site can be published at `{url}`"))
                .why("the path of each page is put behind it")
                .help("write the address of the site's folder: `https://services.company.example/`"),
        );
        return None;
    }
    Some(if url.ends_with('/') { url } else { format!("{url}/").into() })
}

/// A text without the quotes and hyphens of word processors, which look like plain ones.
fn plain_signs(text: &str) -> String {
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

/// A deadline.
pub(super) fn deadline(doc: &DeadlineDoc, at: Span, diagnostics: &mut Diagnostics) -> Option<Deadline> {
    let every = doc.every.map(|every| match every {
        EveryDoc::Month => "month",
        EveryDoc::Week => "week",
        EveryDoc::Quarter => "quarter",
        EveryDoc::Year => "year",
        EveryDoc::Once => "once",
    });
    let if_closed = doc.if_closed.map(|rule| match rule {
        IfClosedDoc::Before => "before",
        IfClosedDoc::After => "after",
        IfClosedDoc::Same => "same",
    });
    let Some(on) = &doc.on else {
        diagnostics.push(
            Diagnostic::error("invalid-deadline", at, "this deadline does not say on which day")
                .why("nobody can keep a date that is not named")
                .help(
                    "add `on:` with a day of the month, a weekday such as `fri`, `last-working-day`, `12-15` or a date",
                ),
        );
        return None;
    };
    match Deadline::parse(every, &on.value, doc.at.as_ref().map(|at| at.value.as_str()), if_closed) {
        Ok(deadline) => Some(deadline),
        Err(error) => {
            let span = match (error.field, &doc.at) {
                (DeadlineField::At, Some(at)) => at.span,
                _ => on.span,
            };
            let diagnostic = Diagnostic::error("invalid-deadline", span, error.message)
                .why("nobody can keep a date that cannot be worked out");
            let examples = "examples: `{every: month, on: 25}`, `{every: week, on: fri}`, `{every: year, on: 12-15}`, \
                            `{every: once, on: 2026-12-01}`";
            let holds = |meant: &String| {
                error.field != DeadlineField::On || Deadline::parse(every, meant, None, if_closed).is_ok()
            };
            let meant = error.suggestion.filter(holds);
            diagnostics.push(suggested(diagnostic, span, meant, examples));
            None
        }
    }
}

/// A warning for a name that stands twice in a list.
pub(super) fn named_twice(name: &Str) -> Diagnostic {
    Diagnostic::warning("named-twice", name.span, format!("`{}` is named twice in this list", name.value))
        .why("readers would see it once only, and wonder which of the two was meant")
        .help("delete one of the two")
}

fn suggested(diagnostic: Diagnostic, span: Span, suggestion: Option<String>, otherwise: &str) -> Diagnostic {
    match suggestion {
        Some(text) => diagnostic.help(format!("did you mean `{text}`?")).replace(span, text),
        None => diagnostic.help(otherwise),
    }
}
