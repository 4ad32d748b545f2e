//! Phone numbers, and what was meant by those that no phone could dial.

use super::value::{plain_signs, suggested};
use super::zone;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::channel::Phone;
use crate::source::schema::Str;

/// What stands between two numbers.
const BETWEEN: [&str; 15] = [
    ";", "/", ",", "|", " or ", " tai ", " ja ", " eller ", " och ", " lub ", " albo ", " oraz ", " oder ", " and ",
    " & ",
];

/// The most letters of a word before a number.
const LONGEST_LABEL: usize = 12;

/// A phone number in international form, with or without an extension, or a short one.
pub(super) fn phone(written: &Str, country: Option<&Str>, diagnostics: &mut Diagnostics) -> Option<Phone> {
    let phone = Phone::parse(&written.value);
    if phone.is_some() {
        diagnostics.extend(doubtful(written));
    } else {
        let text = written.value.trim();
        diagnostics.push(match several(text, country) {
            Some(numbers) => of_two(text, &numbers, written.span),
            None => wrong(text, country, written.span),
        });
    }
    phone
}

/// For a number that a phone can dial, and that hardly anybody has.
fn doubtful(written: &Str) -> Option<Diagnostic> {
    let text = written.value.trim();
    let doubt = |what: String| {
        Diagnostic::warning("doubtful-phone", written.span, what).why("readers would call a number that nobody has")
    };
    if let Some(number) = zone::without_zero(text) {
        let what = "behind the country's number the first 0 is not dialled".to_owned();
        let number = format!("\"{number}\"");
        return Some(doubt(what).help(format!("did you mean `{number}`?")).replace(written.span, number));
    }
    let (wrong, needed) = zone::wrong_length(text)?;
    let what = format!("`{text}` has too {wrong} figures for a number of its country");
    Some(doubt(what).help(format!("look it up: {needed}")))
}

fn wrong(text: &str, country: Option<&Str>, span: Span) -> Diagnostic {
    let what = format!("`{text}` is not a phone number in international form");
    let diagnostic = Diagnostic::error("invalid-phone", span, what)
        .why("a phone abroad, or one that dials by a tap, would not reach it");
    let local = is_local(text);
    match (meant(text, country), local) {
        (Some(number), true) if !text.starts_with("00") => {
            let of = country.map_or("", |country| country.value.trim());
            let number = format!("\"{number}\"");
            let help = format!("did you mean `{number}`? One of another country than {of} begins with its own number");
            diagnostic.help(help).replace(span, number)
        }
        (Some(number), _) => suggested(diagnostic, span, Some(format!("\"{number}\"")), ""),
        (None, true) => diagnostic.help(
            "write `+` and your country's number in place of the first 0, as in `\"+358 9 123 4567\"` for 09 in \
             Finland",
        ),
        (None, false) => diagnostic.help(
            "write `+`, the country's number and the rest: `\"+358 9 123 4567\"`; an extension stands behind `ext`",
        ),
    }
}

fn is_local(text: &str) -> bool {
    text.starts_with('0') && text.chars().filter(char::is_ascii_digit).count() >= 6
}

/// The number that was probably meant.
fn meant(text: &str, country: Option<&Str>) -> Option<String> {
    let plain = plain_signs(text);
    let local = plain.replace(['(', ')'], "").replace('/', " ");
    let abroad = || {
        let code = zone::calling_code(country).filter(|_| is_local(&local))?;
        let number = local.trim_start_matches('0').replace('-', " ");
        // The country's number may stand there without its `+`.
        let whole = number.strip_prefix(code).filter(|rest| rest.starts_with(' '));
        Some(format!("+{code} {}", whole.unwrap_or(&number).trim_start()))
    };
    let meant = Phone::meant(text).or_else(|| Phone::parse(&plain).map(|_| plain.clone()));
    let bare = || {
        let figures = plain.chars().filter(char::is_ascii_digit).count();
        if let Some(code) = zone::prefix(country, figures).filter(|_| plain.starts_with(|c: char| c.is_ascii_digit())) {
            return Some(format!("+{code} {plain}"));
        }
        let code = zone::any_code(country)?;
        let is_bare = plain.chars().all(|c| c.is_ascii_digit()) && figures > 10;
        let begins = plain.strip_prefix(code).is_some_and(|rest| rest.starts_with(' ') || is_bare);
        (begins && figures > 9).then(|| format!("+{plain}"))
    };
    let bare = || bare().filter(|number| Phone::parse(number).is_some());
    meant.or_else(bare).or_else(|| abroad().filter(|number| Phone::parse(number).is_some()))
}

/// The numbers of a text that holds two: the second may be written as its last figures alone.
fn several(text: &str, country: Option<&Str>) -> Option<[String; 2]> {
    let (first, second) = BETWEEN.iter().find_map(|sign| text.split_once(sign))?;
    let has_label = second.trim().starts_with(char::is_alphabetic);
    let (first, second) = (without_label(first), without_label(second));
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let is_number = |text: &str| figures(text) > 1 && !text.contains(char::is_alphabetic);
    if !is_number(first) || !is_number(second) || figures(first) < 6 {
        return None;
    }
    // Behind a word a few figures are an extension.
    if has_label && figures(second) < 6 {
        return None;
    }
    let short = figures(second) < 5 && second.chars().all(|c| c.is_ascii_digit());
    let second = match first.len().checked_sub(second.len()).and_then(|kept| first.get(..kept)) {
        Some(kept) if short => format!("{kept}{second}"),
        _ => second.to_owned(),
    };
    let whole = |text: &str| meant(text, country).unwrap_or_else(|| text.to_owned());
    Some([whole(first), whole(&second)])
}

/// A number without the word before it that says which it is: `mob. +358 40 123 4567`.
fn without_label(text: &str) -> &str {
    let text = text.trim().trim_end_matches(')');
    let number = text.find(|c: char| c == '+' || c.is_ascii_digit() || c == '(').unwrap_or(0);
    let label = text.get(..number).unwrap_or("");
    match label.chars().filter(|c| c.is_alphabetic()).count() <= LONGEST_LABEL {
        true => text.get(number..).unwrap_or(text).trim(),
        false => text,
    }
}

fn of_two(text: &str, [first, second]: &[String; 2], span: Span) -> Diagnostic {
    Diagnostic::error("invalid-phone", span, format!("`{text}` is more than one number"))
        .why("a phone that dials by a tap would call a number that nobody has")
        .help(format!(
            "write two channels: `{{phone: \"{first}\"}}` and `{{phone: \"{second}\"}}`; a person or a place has one \
             number"
        ))
}
