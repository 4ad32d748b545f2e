//! What people write for opening hours when they do not know the notation, in four languages.
//!
//! The result is only ever offered as a suggestion, and only after it has been parsed.

use crate::clock::words::listed;

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

const ALWAYS: &str = "24h, 24/7, 24x7, 247, 24hours, 24hrs, 24tuntia, 24timmar, 24godziny, always, alwaysopen, \
    roundtheclock, aina, ympärivuorokauden, dygnetrunt, alltid, całądobę, całodobowo, zawsze";

const DAYS: &[(&str, &str)] = &[
    ("Mo", "mo, mon, monday, mondays, ma, maanantai, maanantaisin, må, mån, måndag, måndagar, pn, pon, poniedziałek"),
    ("Tu", "tu, tue, tues, tuesday, tuesdays, ti, tiistai, tiistaisin, tis, tisdag, tisdagar, wt, wto, wtorek"),
    (
        "We",
        "we, wed, weds, wednesday, wednesdays, ke, keskiviikko, keskiviikkoisin, on, ons, onsdag, onsdagar, \
        śr, sr, środa",
    ),
    (
        "Th",
        "th, thu, thur, thurs, thursday, thursdays, to, torstai, torstaisin, tor, tors, torsdag, torsdagar, \
        cz, czw, czwartek",
    ),
    ("Fr", "fr, fri, friday, fridays, pe, perjantai, perjantaisin, fre, fredag, fredagar, pt, pią, piątek"),
    ("Sa", "sa, sat, saturday, saturdays, la, lauantai, lauantaisin, lö, lör, lördag, lördagar, so, sob, sobota"),
    ("Su", "su, sun, sunday, sundays, sunnuntai, sunnuntaisin, sö, sön, söndag, söndagar, nd, nie, niedz, niedziela"),
    ("Mo-Fr", "weekdays, weekday, workdays, arkisin, arkipäivisin, arki, vardagar, robocze"),
    ("Sa-Su", "weekend, weekends, viikonloppu, viikonloppuisin, helger, weekendy"),
    ("Mo-Su", "daily, everyday, päivittäin, dagligen, codziennie"),
    (
        "PH",
        "ph, holidays, holiday, pyhät, pyhäpäivät, pyhäpäivinä, pyhinä, arkipyhät, arkipyhinä, helgdagar, \
        helgdag, święta, święto",
    ),
];

/// Days that are English beyond doubt.
const ENGLISH_DAYS: &str = "mon, monday, mondays, tue, tues, tuesday, tuesdays, wed, weds, wednesday, wednesdays, thu, \
    thur, thurs, thursday, thursdays, fri, friday, fridays, sat, saturday, saturdays, sun, sunday, sundays, weekdays, \
    weekday, workdays, weekend, weekends, holidays, public";

const MONTH_NAMES: [&str; 12] = [
    "jan, january, tammikuu, tammikuuta, januari, stycznia, styczeń",
    "feb, february, helmikuu, helmikuuta, februari, lutego, luty",
    "mar, march, maaliskuu, maaliskuuta, mars, marca, marzec",
    "apr, april, huhtikuu, huhtikuuta, kwietnia, kwiecień",
    "may, toukokuu, toukokuuta, maj, maja",
    "jun, june, kesäkuu, kesäkuuta, juni, czerwca, czerwiec",
    "jul, july, heinäkuu, heinäkuuta, juli, lipca, lipiec",
    "aug, august, elokuu, elokuuta, augusti, sierpnia, sierpień",
    "sep, sept, september, syyskuu, syyskuuta, września, wrzesień",
    "oct, october, lokakuu, lokakuuta, oktober, okt, października, październik",
    "nov, november, marraskuu, marraskuuta, listopada, listopad",
    "dec, december, joulukuu, joulukuuta, grudnia, grudzień",
];

const OFF: &str = "off, closed, suljettu, kiinni, stängt, stängd, zamknięte, nieczynne";
const RANGE: &str = "till, til, until, through, thru, do, saakka, asti";
const AND: &str = "and, ja, och, oraz, i, sekä";
const SILENT: &str = "klo, kl, from, at, od, w, h, hrs, godz, public, open, avoinna, auki, öppet, otwarte, \
    czynne, dni, every, between";

/// The text in the notation, as far as it can be understood; not yet parsed.
pub(super) fn rewrite(text: &str) -> Option<String> {
    if text.len() > 200 {
        return None;
    }
    let text = text.trim().to_lowercase();
    let bare: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    if listed(ALWAYS, &bare) {
        return Some("24/7".into());
    }
    let rules: Vec<String> = rules(&items(&text)?).into_iter().map(rule).collect::<Option<_>>()?;
    (!rules.is_empty()).then(|| rules.join("; "))
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
            Some((Item::Number(value(0, length)?, Some(value(length + 1, after)?)), length + 1 + after))
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
    // "on Mondays" against "ti, on, fre": the Swedish Wednesday.
    if word == "on" && next.is_some_and(|char| char.is_alphabetic()) {
        let list = matches!(items.iter().rev().find(|item| **item != Item::Comma), Some(Item::Day(_) | Item::Dash));
        let next: String =
            rest.iter().skip_while(|char| **char == ' ').take_while(|char| char.is_alphabetic()).collect();
        if listed(ENGLISH_DAYS, &next) {
            return Some(None);
        }
        if !list && DAYS.iter().any(|(_, names)| listed(names, &next)) {
            return None;
        }
    }
    // "Mon to Fri" and "8 to 16" against "ke-to": the Finnish Thursday.
    let follows = |char: &char| char.is_alphanumeric();
    if word == "to"
        && matches!(before, Some(Item::Day(_) | Item::Number(..) | Item::Noon(_)))
        && next.is_some_and(follows)
    {
        return Some(Some(Item::Dash));
    }
    if matches!(word, "am" | "pm") {
        return Some(Some(Item::Noon(if word == "pm" { 12 } else { 0 })));
    }
    if let Some((day, _)) = DAYS.iter().find(|(_, names)| listed(names, word)) {
        return Some(Some(Item::Day(day)));
    }
    if let Some(month) = MONTH_NAMES.iter().position(|names| listed(names, word)) {
        return MONTHS.get(month).map(|month| Some(Item::Month(month)));
    }
    match word {
        _ if listed(OFF, word) => Some(Some(Item::Off)),
        _ if listed(RANGE, word) => Some(Some(Item::Dash)),
        _ if listed(AND, word) => Some(Some(Item::Comma)),
        _ if listed(SILENT, word) => Some(None),
        _ => None,
    }
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
