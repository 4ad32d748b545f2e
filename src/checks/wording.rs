//! Counts and lists in the sentences of findings.

/// How many names a sentence holds before it is no longer read.
const SHOWN: usize = 3;

/// "1 service", "12 services", "2,140 services".
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// A number with commas between its thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "`a`, `b` and `c`"; of more than three, "`a`, `b`, `c` and 4 more".
pub(super) fn listed<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut parts: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    if ids.len() > SHOWN {
        parts.push(format!("{} more", grouped(ids.len() - SHOWN)));
    }
    joined(&parts)
}

/// "a, b and c".
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
