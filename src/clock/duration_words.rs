//! What people write for a duration when they do not know the notation.

use crate::clock::words::{Language, Words, notation, says};

/// Minutes of half a day of eight working hours.
const HALF_A_DAY: u32 = 240;

/// A unit, in the order in which the notation names them.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Week,
    Day,
    Hour,
    Minute,
}

/// Days and minutes that a text probably means; `None` when it could mean two things, or nothing.
pub(super) fn guess(text: &str) -> Option<(u32, u32)> {
    if text.len() > 80 {
        return None;
    }
    let text = text.trim().to_lowercase().replace('½', ".5").replace("<", "").replace('≤', "");
    // ISO 8601 writes `PT4H` and `P1DT4H`.
    let text = match text.strip_prefix('p') {
        Some(iso) if iso.starts_with(|first: char| first == 't' || first.is_ascii_digit()) => iso.replace('t', " "),
        _ => text,
    };
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes): (u32, u32) = (whole(hours)?, whole(minutes)?);
        return (hours < 100 && minutes < 60).then(|| (0, hours * 60 + minutes));
    }
    let mut seen = Vec::new();
    let (mut days, mut minutes) = (0_u32, 0_u32);
    let mut pending: Option<u32> = None;
    let words = words(&text);
    if let [word] = words.as_slice()
        && says(|language| &language.durations.alone, word)
    {
        pending = Some(100);
    }
    let mut is_range = false;
    for word in words {
        if let Some(hundredths) = amount(&word) {
            // "half an hour": the article after a number says nothing.
            // Of "2-3 days" the last one is promised.
            if pending.is_none() || is_range && pending < Some(hundredths) {
                pending = Some(hundredths);
                is_range = false;
            } else if !says(|language| &language.durations.articles, &word) {
                return None;
            }
        } else if let (Some(hundredths), Some(unit)) = (pending, unit(&word)) {
            if seen.contains(&unit) {
                return None;
            }
            seen.push(unit);
            pending = None;
            match unit {
                Unit::Week => days = days.checked_add(exact(hundredths)?.checked_mul(5)?)?,
                // Half a working day is four hours.
                Unit::Day if hundredths % 100 == 50 => {
                    days = days.checked_add(hundredths / 100)?;
                    minutes = minutes.checked_add(HALF_A_DAY)?;
                }
                Unit::Day => days = days.checked_add(exact(hundredths)?)?,
                Unit::Hour => minutes = minutes.checked_add(exact(hundredths.checked_mul(60)?)?)?,
                Unit::Minute => minutes = minutes.checked_add(exact(hundredths)?)?,
            }
        } else if pending.is_some() && matches!(word.as_str(), "-" | "–" | "—") {
            is_range = true;
        } else if !says(|language| &language.durations.fillers, &word) {
            return None;
        }
    }
    (pending.is_none() && !seen.is_empty()).then_some((days, minutes))
}

/// Runs of letters and runs of figures; a point or comma between figures belongs to the number.
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut kind = None;
    for (index, &char) in chars.iter().enumerate() {
        let figure_follows = chars.get(index + 1).is_some_and(char::is_ascii_digit);
        let now = if char.is_ascii_digit() || (matches!(char, '.' | ',') && kind == Some('0') && figure_follows) {
            Some('0')
        } else if char.is_alphabetic() {
            Some('a')
        } else if char.is_whitespace() || matches!(char, '.' | ',') {
            None
        } else {
            Some('?')
        };
        match (now, words.last_mut()) {
            (None, _) => {}
            (Some(_), Some(word)) if now == kind => word.push(char),
            (Some(_), _) => words.push(char.into()),
        }
        kind = now;
    }
    words
}

/// An amount in hundredths: `4`, `1.5`, `1,5`, `half`, `two`.
fn amount(word: &str) -> Option<u32> {
    if says(|language| &language.durations.half, word) {
        return Some(50);
    }
    if let Some(number) = notation(|language| &language.durations.numbers, word) {
        return whole(number)?.checked_mul(100);
    }
    match word.split_once(['.', ',']) {
        None => whole(word)?.checked_mul(100),
        Some((units, fraction)) if fraction.len() <= 2 => {
            let scale = if fraction.len() == 1 { 10 } else { 1 };
            whole(units)?.checked_mul(100)?.checked_add(whole(fraction)? * scale)
        }
        Some(_) => None,
    }
}

/// The words of a unit in a language.
type Names = fn(&Language) -> &Words;

fn unit(word: &str) -> Option<Unit> {
    // A week is five working days, since a service's clock counts opening days.
    let units: [(Unit, Names); 4] = [
        (Unit::Week, |language| &language.durations.week),
        (Unit::Day, |language| &language.durations.day),
        (Unit::Hour, |language| &language.durations.hour),
        (Unit::Minute, |language| &language.durations.minute),
    ];
    units.into_iter().find(|(_, names)| says(names, word)).map(|(unit, _)| unit)
}

fn whole(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// Hundredths that make a whole number.
fn exact(hundredths: u32) -> Option<u32> {
    hundredths.is_multiple_of(100).then_some(hundredths / 100)
}
