//! Numbers by which states know people.

use std::ops::Range;

use chrono::NaiveDate;

use crate::checks::check::{Subject, check};
use crate::checks::texts::each_text;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::Said;

check! {
    /// Ensures that no text holds a national identity number of Finland, Sweden or Poland, which the site would show to
    /// everybody, the search and `catalog.json` with it.
    IDENTITY_NUMBER: Warning "identity-number" => identity_number
}

fn identity_number(subject: &Subject<'_>, found: &mut Diagnostics) {
    let finding = |text: &str, span: Span| -> Option<Diagnostic> {
        let (range, country) = number(text)?;
        let what = format!("this looks like somebody's identity number of {country}");
        let finding = IDENTITY_NUMBER.at(span, what).why("everybody who reads the site would see it");
        Some(
            finding.help("delete it, and make up one that cannot exist where an example is needed").within(text, range),
        )
    };
    each_text(subject.catalog, &mut |_, _, said| match said {
        Said::One(text) => found.extend(text.written().filter_map(|(_, text)| finding(text, text.span))),
        Said::List(list) => found.extend(list.written().filter_map(|(_, text, span)| finding(text, span))),
    });
}

/// The first such number in a text, and whose it is.
fn number(text: &str) -> Option<(Range<usize>, &'static str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+');
    let mut at = 0;
    for word in text.split(|c: char| !is_part(c)) {
        let range = at..at + word.len();
        // The sign between two words may have several bytes.
        at = range.end + text.get(range.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if word.len() < 10 || word.len() > 13 {
            continue;
        }
        if let Some(country) = [(finnish as fn(&str) -> bool, "Finland"), (swedish, "Sweden"), (polish, "Poland")]
            .into_iter()
            .find_map(|(is_one, country)| is_one(word).then_some(country))
        {
            return Some((range, country));
        }
    }
    None
}

/// `131052-308T`: day, month, year, the sign of the century, a number, and the 31st part of both as a sign (Finnish
/// Digital and Population Data Services Agency).
fn finnish(word: &str) -> bool {
    const SIGNS: &[u8] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let (Some(date), Some(sign), Some(number), Some(check)) =
        (word.get(..6), word.get(6..7), word.get(7..10), word.get(10..))
    else {
        return false;
    };
    let century = match sign {
        "+" => 1800,
        "-" | "Y" | "X" | "W" | "V" | "U" => 1900,
        "A" | "B" | "C" | "D" | "E" | "F" => 2000,
        _ => return false,
    };
    let Ok(all) = format!("{date}{number}").parse::<usize>() else { return false };
    let digits = |range: Range<usize>| date.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let year = century + i32::try_from(digits(4..6)).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, digits(2..4), digits(0..2)).is_some()
        && SIGNS.get(all % 31).is_some_and(|sign| check.as_bytes() == [*sign])
}

/// `811228-9874`, with or without the century: year, month, day, a number and Luhn's digit (Skatteverket, SKV 704).
fn swedish(word: &str) -> bool {
    let Some((date, number)) = word.split_once(['-', '+']).filter(|(_, number)| number.len() == 4) else {
        return false;
    };
    let short = date.get(date.len().saturating_sub(6)..).filter(|short| short.len() == 6).unwrap_or_default();
    let all: Vec<u32> = format!("{short}{number}").chars().filter_map(|c| c.to_digit(10)).collect();
    let part = |range: Range<usize>| short.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    // Numbers of coordination have 60 more on the day.
    let day = if part(4..6) > 60 { part(4..6) - 60 } else { part(4..6) };
    let luhn = |(place, digit): (usize, &u32)| match digit * if place % 2 == 0 { 2 } else { 1 } {
        sum if sum > 9 => sum - 9,
        sum => sum,
    };
    matches!(date.len(), 6 | 8)
        && all.len() == 10
        && NaiveDate::from_ymd_opt(2000, part(2..4), day).is_some()
        && all.iter().enumerate().map(luhn).sum::<u32>() % 10 == 0
}

/// `44051401359`: year, month with the century, day, a number and a digit by weights (PESEL; ustawa o ewidencji
/// ludności, art. 15).
fn polish(word: &str) -> bool {
    const WEIGHTS: [u32; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    let all: Vec<u32> = word.chars().filter_map(|c| c.to_digit(10)).collect();
    if all.len() != WEIGHTS.len() || word.len() != WEIGHTS.len() {
        return false;
    }
    let two = |at: usize| all.get(at).zip(all.get(at + 1)).map_or(0, |(ten, one)| ten * 10 + one);
    let century = match two(2) / 20 {
        4 => 1800,
        0 => 1900,
        1 => 2000,
        2 => 2100,
        _ => 2200,
    };
    let year = century + i32::try_from(two(0)).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, two(2) % 20, two(4)).is_some()
        && all.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::number;

    /// The examples of the three authorities, and numbers with a digit changed.
    #[test]
    fn numbers_are_known_by_their_check_digits() {
        for (text, country) in [
            ("Say 131052-308T to them", "Finland"),
            ("ä 010594Y9032.", "Finland"),
            ("(811228-9874)", "Sweden"),
            ("19811228-9874", "Sweden"),
            ("PESEL: 44051401359", "Poland"),
        ] {
            assert_eq!(number(text).map(|(_, of)| of), Some(country), "{text}");
        }
        for text in [
            "131052-308U",
            "311352-308T",
            "811228-9873",
            "811328-9874",
            "44051401358",
            "+358 9 555 0100",
            "2026-11-23-1234",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("Żó 131052-308T").map(|(range, _)| range), Some(5..16));
    }
}
