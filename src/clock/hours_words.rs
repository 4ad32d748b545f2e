//! What people write for opening hours when they do not know the notation.
//!
//! The result is only ever offered as a suggestion, and only after it has been parsed.

use crate::clock::words::{LANGUAGES, Language, has, key, notation, says};

/// A piece of such a text, in terms of the notation.
#[derive(Clone, Debug, PartialEq)]
enum Item {
    /// A weekday, a range of them, or `PH`.
    Day(&'static str),
    Month(&'static str),
    /// A calendar date, complete: `2026 Dec 24`.
    Date(String),
    /// A number with what follows its point or colon: 8, 8.30, 24.12.
    Number(u32, Option<u32>),
    Noon(u32),
    Dash,
    Comma,
    Off,
    End,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Round the clock in figures.
const ALWAYS: [&str; 4] = ["24/7", "24x7", "24-7", "247"];

/// Days in the notation itself, by what is left of them in lower case.
const CODES: [(&str, &str); 8] =
    [("mo", "Mo"), ("tu", "Tu"), ("we", "We"), ("th", "Th"), ("fr", "Fr"), ("sa", "Sa"), ("su", "Su"), ("ph", "PH")];

/// The text in the notation, as far as it can be understood; not yet parsed.
pub(super) fn rewrite(text: &str) -> Option<String> {
    if text.len() > 200 {
        return None;
    }
    let text = text.trim().to_lowercase();
    let bare: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let bare = bare.trim_end_matches("/365");
    if ALWAYS.contains(&bare) || says(|language| &language.hours.always, bare) {
        return Some("24/7".into());
    }
    let items = days_first(items(&with_codes(text))?);
    let rules: Vec<String> = rules(&items).into_iter().map(rule).collect::<Option<_>>()?;
    (!rules.is_empty()).then(|| rules.join("; "))
}

/// The text with the notation's word in place of names of days that hold a blank: "every day".
fn with_codes(text: String) -> String {
    let named = LANGUAGES.iter().flat_map(|language| &language.hours.days);
    let names = named.flat_map(|(code, names)| names.iter().map(move |name| (code, name)));
    let names = names.filter(|(_, name)| name.contains(' '));
    names.fold(text, |text, (code, name)| text.replace(name.as_str(), &code.to_lowercase()))
}

/// "8-16 Mon-Fri": times before the only days that they are for.
fn days_first(mut items: Vec<Item>) -> Vec<Item> {
    let is_time = |item: &Item| matches!(item, Item::Number(..) | Item::Noon(_) | Item::Dash | Item::Comma);
    let is_day = |item: &Item| matches!(item, Item::Day(_) | Item::Dash | Item::Comma);
    let times = items.iter().take_while(|item| is_time(item)).count();
    if times > 0 && times < items.len() && items.iter().skip(times).all(is_day) {
        items.rotate_left(times);
    }
    items
}

/// The text cut into items; `None` as soon as something is not understood.
fn items(text: &str) -> Option<Vec<Item>> {
    let chars: Vec<char> = text.chars().collect();
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let same = |kind: fn(&char) -> bool| chars.iter().skip(at).take_while(|char| kind(char)).collect::<String>();
        if char.is_ascii_digit() {
            let (item, used) = number(chars.get(at..)?)?;
            items.push(item);
            at += used;
            continue;
        }
        if char.is_alphabetic() {
            let word = same(|char| char.is_alphabetic());
            at += word.chars().count();
            if let Some(item) = word_item(&word, &items, chars.get(at..)?)? {
                items.push(item);
            }
            continue;
        }
        match char {
            '-' | '–' | '—' | '−' | '‐' | '‑' | '~' => items.push(Item::Dash),
            ',' | '&' | '+' => items.push(Item::Comma),
            ';' | '\n' => items.push(Item::End),
            ' ' | '\t' | '\r' | ':' | '.' | '\u{a0}' => {}
            _ => return None,
        }
        at += 1;
    }
    Some(items)
}

/// A number at the start of `rest`, and how many characters it takes: `8`, `8.30`, `0800`, `2026-12-24`.
fn number(rest: &[char]) -> Option<(Item, usize)> {
    let run = |from: usize| rest.iter().skip(from).take_while(|char| char.is_ascii_digit()).count();
    let value = |from: usize, length: usize| -> Option<u32> {
        rest.get(from..from + length)?.iter().collect::<String>().parse().ok()
    };
    let length = run(0);
    if length == 4 && rest.get(4) == Some(&'-') && run(5) == 2 && rest.get(7) == Some(&'-') && run(8) == 2 {
        let month = MONTHS.get((value(5, 2)? as usize).checked_sub(1)?)?;
        return Some((Item::Date(format!("{} {month} {:02}", value(0, 4)?, value(8, 2)?)), 10));
    }
    match length {
        1 | 2 if matches!(rest.get(length), Some('.' | ':' | 'h')) && (1..=2).contains(&run(length + 1)) => {
            let after = run(length + 1);
            let minutes = value(length + 1, after)?;
            // `7:3`: a figure was lost, and it is half past seven rather than three minutes.
            let minutes = if after == 1 && rest.get(length) == Some(&':') { minutes * 10 } else { minutes };
            Some((Item::Number(value(0, length)?, Some(minutes)), length + 1 + after))
        }
        1 | 2 => Some((Item::Number(value(0, length)?, None), length)),
        3 | 4 => Some((Item::Number(value(0, length - 2)?, Some(value(length - 2, 2)?)), length)),
        _ => None,
    }
}

/// What a word says; `Some(None)` for a word that says nothing.
#[allow(clippy::option_option)]
fn word_item(word: &str, items: &[Item], rest: &[char]) -> Option<Option<Item>> {
    let (before, next) = (items.last(), rest.iter().find(|char| **char != ' '));
    // "Mon to Fri" and "8 to 16" against "ke-to": the Finnish Thursday.
    let ranges = says(|language| &language.hours.range, word);
    let between = matches!(before, Some(Item::Day(_) | Item::Number(..) | Item::Noon(_)));
    if ranges && day(word).is_some() && between && next.is_some_and(|char| char.is_alphanumeric()) {
        return Some(Some(Item::Dash));
    }
    if day(word).is_some() && says(|language| &language.hours.silent, word) {
        let next: String =
            rest.iter().skip_while(|char| **char == ' ').take_while(|char| char.is_alphabetic()).collect();
        match silent_or_day(word, &next, items) {
            Some(Reading::Silent) => return Some(None),
            Some(Reading::Day) => {}
            None => return None,
        }
    }
    if let Some(day) = day(word) {
        return Some(Some(Item::Day(day)));
    }
    if let Some(month) = month(word) {
        return Some(Some(Item::Month(month)));
    }
    let one_of = |list: fn(&Language) -> &Vec<String>| says(list, word);
    match word {
        _ if one_of(|language| &language.hours.am) => Some(Some(Item::Noon(0))),
        _ if one_of(|language| &language.hours.pm) => Some(Some(Item::Noon(12))),
        _ if one_of(|language| &language.hours.off) => Some(Some(Item::Off)),
        _ if ranges => Some(Some(Item::Dash)),
        _ if one_of(|language| &language.hours.and) => Some(Some(Item::Comma)),
        _ if one_of(|language| &language.hours.silent) => Some(None),
        _ => None,
    }
}

/// How a word is to be read that says nothing in one language and is a day in another.
enum Reading {
    Silent,
    Day,
}

/// "on Mondays" against "ti, on, fre", the Swedish Wednesday: the day behind it tells, if it is one of the
/// languages in which the word says nothing; `None` where it could be either.
fn silent_or_day(word: &str, next: &str, items: &[Item]) -> Option<Reading> {
    let silent = LANGUAGES.iter().filter(|language| has(&language.hours.silent, word));
    if silent.into_iter().any(|language| key(&language.hours.days, next).is_some()) {
        return Some(Reading::Silent);
    }
    let list = matches!(items.iter().rev().find(|item| **item != Item::Comma), Some(Item::Day(_) | Item::Dash));
    (list || day(next).is_none()).then_some(Reading::Day)
}

fn day(word: &str) -> Option<&'static str> {
    let code = CODES.iter().find(|(code, _)| *code == word).map(|(_, day)| *day);
    code.or_else(|| notation(|language| &language.hours.days, word))
}

fn month(word: &str) -> Option<&'static str> {
    let code = MONTHS.iter().find(|month| month.eq_ignore_ascii_case(word)).copied();
    code.or_else(|| notation(|language| &language.hours.months, word))
}

/// The items of each rule: a rule ends where days follow times.
fn rules(items: &[Item]) -> Vec<&[Item]> {
    let mut rules = Vec::new();
    let mut start = 0;
    let mut timed = false;
    for (index, item) in items.iter().enumerate() {
        let day = matches!(item, Item::Day(_) | Item::Month(_) | Item::Date(_));
        if *item == Item::End || (day && timed) {
            rules.push(items.get(start..index).unwrap_or_default());
            start = if day { index } else { index + 1 };
            timed = false;
        } else if matches!(item, Item::Off) || (matches!(item, Item::Number(..)) && !about_a_date(items, index)) {
            timed = true;
        }
    }
    rules.push(items.get(start..).unwrap_or_default());
    rules.retain(|rule| rule.iter().any(|item| !matches!(item, Item::Comma | Item::End)));
    rules
}

/// Whether the number at `index` is the day of a month: beside a month's name, or `24.12.` before `off`.
fn about_a_date(items: &[Item], index: usize) -> bool {
    let month = |at: Option<usize>| at.is_some_and(|at| matches!(items.get(at), Some(Item::Month(_))));
    let closed = matches!(items.get(index), Some(Item::Number(_, Some(_)))) && items.get(index + 1) == Some(&Item::Off);
    let dashed = index.checked_sub(1).is_some_and(|at| items.get(at) == Some(&Item::Dash));
    month(index.checked_sub(1)) || month(Some(index + 1)) || (closed && !dashed)
}

/// One rule in the notation.
fn rule(items: &[Item]) -> Option<String> {
    let (mut days, mut times) = (String::new(), Vec::new());
    let closes = items.last() == Some(&Item::Off);
    let mut last_end = None;
    let mut off = false;
    let mut at = 0;
    let mut joiner = "";
    let mut month_before: Option<&str> = None;
    while let Some(item) = items.get(at) {
        at += 1;
        match (item, items.get(at)) {
            (Item::Comma, _) => {}
            (Item::Off, _) => off = true,
            (Item::Dash, Some(Item::Day(_) | Item::Month(_) | Item::Date(_))) if !days.is_empty() => joiner = "-",
            (Item::Day(day), _) => push(&mut days, &mut joiner, day),
            (Item::Date(date), _) => push(&mut days, &mut joiner, date),
            (Item::Month(month), Some(Item::Number(day, None)))
            | (Item::Number(day, None), Some(Item::Month(month))) => {
                push(&mut days, &mut joiner, &format!("{month} {day:02}"));
                month_before = Some(month);
                at += 1;
            }
            // `Dec 24,25` and `Dec 24-26,31`, in hours that close and so hold no times.
            (Item::Dash, Some(Item::Number(..))) if closes && month_before.is_some() => joiner = "-",
            (Item::Number(day, None), _) if closes && month_before.is_some() => {
                push(&mut days, &mut joiner, &format!("{} {day:02}", month_before?));
            }
            (Item::Month(month), _) => push(&mut days, &mut joiner, month),
            (Item::Number(day, Some(month)), Some(Item::Off)) => {
                let month = MONTHS.get((*month as usize).checked_sub(1)?)?;
                push(&mut days, &mut joiner, &format!("{month} {day:02}"));
            }
            (Item::Number(..), _) => {
                let (start, end, used) = span(items.get(at - 1..)?, last_end)?;
                times.push(format!("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60));
                last_end = Some(end);
                at += used - 1;
            }
            _ => return None,
        }
    }
    let parts = [days, times.join(","), if off { "off".to_owned() } else { String::new() }];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // Days alone would mean that they are open all day, which nobody writes for that.
    (off || !times.is_empty()).then(|| parts.join(" "))
}

/// Adds a day to the days, behind the joiner that is waiting for it or else a comma.
fn push(days: &mut String, joiner: &mut &'static str, day: &str) {
    let between = match (days.is_empty(), *joiner) {
        (true, _) => "",
        (false, "") => ",",
        (false, dash) => dash,
    };
    *days = format!("{days}{between}{day}");
    *joiner = "";
}

/// From when to when, in minutes, and how many items say so; `before` is when the times before it end.
fn span(items: &[Item], before: Option<u32>) -> Option<(u32, u32, usize)> {
    let (start, start_noon, used) = clock_time(items)?;
    if items.get(used) != Some(&Item::Dash) {
        return None;
    }
    let (end, end_noon, more) = clock_time(items.get(used + 1..)?)?;
    let used = used + 1 + more;
    if start_noon.is_none() && end_noon.is_none() {
        let (start, end) = bare(start, end, before)?;
        return Some((start, end, used));
    }
    let end = half(end, end_noon)?;
    let start = match (start_noon, end_noon) {
        (None, Some(12)) if start < 720 && start + 720 < end => start + 720,
        (noon, _) => half(start, noon)?,
    };
    Some((start, end, used))
}

/// Two times without am and pm: "9-5" and "12-4" are an office, not a night, and "1-5" behind "9-12" is the
/// afternoon. By itself "1-5" could be either.
fn bare(start: u32, end: u32, before: Option<u32>) -> Option<(u32, u32)> {
    match start {
        60..360 if end <= 420 => {
            before.filter(|before| start + 720 >= *before && start < end).map(|_| (start + 720, end + 720))
        }
        360..780 if end < start && (60..).contains(&end) && end + 720 > start => Some((start, end + 720)),
        _ => (start != end).then_some((start, end)),
    }
}

/// Minutes of a time, its am (0) or pm (12), and how many items they are.
fn clock_time(items: &[Item]) -> Option<(u32, Option<u32>, usize)> {
    let Some(Item::Number(hour, minute)) = items.first() else { return None };
    let minute = minute.unwrap_or(0);
    if *hour > 24 || minute > 59 {
        return None;
    }
    let minutes = hour * 60 + minute;
    Some(match items.get(1) {
        Some(Item::Noon(noon)) => (minutes, Some(*noon), 2),
        _ => (minutes, None, 1),
    })
}

/// A time of the twelve-hour clock on the twenty-four-hour one.
fn half(minutes: u32, noon: Option<u32>) -> Option<u32> {
    match noon {
        None => Some(minutes),
        Some(noon) if (60..780).contains(&minutes) => Some(minutes % 720 + noon * 60),
        Some(_) => None,
    }
}
