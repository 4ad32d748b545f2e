//! The words of a deadline, and what people write instead.

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::clock::deadline_error::{DeadlineError, DeadlineField};
use crate::clock::recurrence::{DueDay, DueTime, Every, IfClosed};
use crate::clock::words::{LANGUAGES, Language, Words, bent_notation, notation, says};

const EVERY: [(Every, &str); 6] = [
    (Every::Week, "week"),
    (Every::TwoWeeks, "2 weeks"),
    (Every::Month, "month"),
    (Every::Quarter, "quarter"),
    (Every::Year, "year"),
    (Every::Once, "once"),
];

/// Each with what hours call it.
const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "mon", "Mo"),
    (Weekday::Tue, "tue", "Tu"),
    (Weekday::Wed, "wed", "We"),
    (Weekday::Thu, "thu", "Th"),
    (Weekday::Fri, "fri", "Fr"),
    (Weekday::Sat, "sat", "Sa"),
    (Weekday::Sun, "sun", "Su"),
];

/// Which weekday of a period; the last one has no number.
const WHICH: [(Option<u32>, &str); 5] =
    [(Some(1), "first"), (Some(2), "second"), (Some(3), "third"), (Some(4), "fourth"), (None, "last")];

/// The months as hours call them, in order.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const IF_CLOSED: [(IfClosed, &str); 3] =
    [(IfClosed::Before, "before"), (IfClosed::After, "after"), (IfClosed::Same, "same")];

/// The most opening days that a period can have.
fn most_working_days(every: Every) -> u32 {
    match every {
        Every::Week => 7,
        Every::TwoWeeks => 14,
        Every::Month => 31,
        Every::Quarter => 92,
        Every::Year | Every::Once => 366,
    }
}

/// How often, and on which days; together, because each limits the other.
pub(super) fn every_and_days(every: Option<&str>, on: &[&str]) -> Result<(Every, Vec<DueDay>), DeadlineError> {
    let how_often = "how often is one of `week`, `2 weeks`, `month`, `quarter`, `year` and `once`";
    // How often comes first: which days there are depends on it.
    let every = every.map(|text| word(&EVERY, DeadlineField::Every, text, how_often)).transpose()?;
    let days: Vec<DueDay> =
        on.iter().enumerate().map(|(place, on)| due_day(on, place)).collect::<Result<_, DeadlineError>>()?;
    let every = match every {
        Some(every) => every,
        None if !days.is_empty() && days.iter().all(|day| matches!(day, DueDay::Date(_))) => Every::Once,
        None => {
            let message =
                "it does not say how often: `every` is `week`, `2 weeks`, `month`, `quarter`, `year` or `once`";
            return Err(error(DeadlineField::Every, message, None));
        }
    };
    for (place, day) in days.iter().enumerate() {
        if let Err((message, suggestion)) = fits(every, *day) {
            return Err(error(DeadlineField::On(place), &message, suggestion));
        }
    }
    Ok((every, days))
}

/// Whether a period has such a day.
fn fits(every: Every, day: DueDay) -> Result<(), (String, Option<String>)> {
    let wrong = |message: &str, suggestion: Option<String>| Err((message.to_owned(), suggestion));
    match (every, day) {
        (Every::Once, DueDay::Date(_)) => Ok(()),
        (Every::Once, _) => wrong("what is due once needs a date with its year, such as `2026-11-25`", None),
        (_, DueDay::Date(date)) => {
            let meant = if every == Every::Month { date.format("%-d") } else { date.format("%m-%d") }.to_string();
            let fits = matches!(every, Every::Month | Every::Year | Every::Quarter);
            wrong("a date with its year comes only `once`", fits.then_some(meant))
        }
        (_, DueDay::WorkingDay(number)) if number > most_working_days(every) => {
            wrong(&format!("no such period has {number} working days"), None)
        }
        (Every::TwoWeeks, DueDay::Weekday(_)) => Ok(()),
        (Every::TwoWeeks, _) => wrong("every two weeks, `on` is a weekday such as `fri`", None),
        (_, DueDay::LastWorkingDay | DueDay::WorkingDay(_))
        | (Every::Week, DueDay::Weekday(_))
        | (Every::Month | Every::Quarter, DueDay::OfMonth(_))
        | (Every::Month | Every::Quarter | Every::Year, DueDay::NthWeekday(..) | DueDay::LastWeekday(_))
        | (Every::Quarter | Every::Year, DueDay::MonthDay(..)) => Ok(()),
        (Every::Week, DueDay::NthWeekday(_, day) | DueDay::LastWeekday(day)) => {
            wrong("each week has such a day once only", Some(day.to_string().to_lowercase()))
        }
        (Every::Week, _) => {
            wrong("for each week, `on` is a weekday such as `fri`, `last-working-day` or `working-day 3`", None)
        }
        (Every::Month, DueDay::MonthDay(_, day)) => {
            wrong("for each month, `on` is a day of the month such as `25`, without the month", Some(day.to_string()))
        }
        (Every::Month, _) => wrong(
            "for each month, `on` is a day such as `25`, `first mon`, `last-working-day` or `working-day 3`; a weekday \
            alone goes with `every: week`",
            None,
        ),
        (Every::Quarter, _) => wrong(
            "for each quarter, `on` is a day of its first month such as `15`, a month and day such as `12-15`, \
            `first mon` or `last-working-day`",
            None,
        ),
        (Every::Year, _) => {
            wrong("for each year, `on` is a month and a day such as `12-15`, `first mon` or `last-working-day`", None)
        }
    }
}

/// Two weeks are counted from a date, all else begins with its period.
pub(super) fn check_from(every: Every, from: Option<NaiveDate>) -> Result<(), DeadlineError> {
    match (every, from) {
        (Every::TwoWeeks, None) => {
            let message = "it does not say from when two weeks are counted: add `from:` with a date on which it is due";
            Err(error(DeadlineField::Every, message, None))
        }
        (Every::TwoWeeks, Some(_)) | (_, None) => Ok(()),
        (_, Some(_)) => Err(error(DeadlineField::From, "`from` goes with `every: 2 weeks` only", None)),
    }
}

/// A date.
pub(super) fn date(text: &str) -> Result<NaiveDate, DeadlineError> {
    if let Some(DueDay::Date(date)) = strict_day(text) {
        return Ok(date);
    }
    let meant = loose_day(&text.trim().to_lowercase());
    let meant = meant.filter(|meant| matches!(strict_day(meant), Some(DueDay::Date(_))));
    let message = format!("`{}` is not a date, such as `2026-12-04`", shortened(text));
    Err(error(DeadlineField::From, &message, meant))
}

/// A local time of day.
pub(super) fn time(text: &str) -> Result<DueTime, DeadlineError> {
    if let Some(time) = strict_time(text) {
        return Ok(time);
    }
    let meant = loose_time(&text.trim().to_lowercase()).filter(|meant| strict_time(meant).is_some());
    let message = format!("`{}` is not a time of day, such as `12:00`", shortened(text));
    Err(error(DeadlineField::At, &message, meant))
}

/// What happens on a closed day.
pub(super) fn if_closed(text: &str) -> Result<IfClosed, DeadlineError> {
    word(
        &IF_CLOSED,
        DeadlineField::IfClosed,
        text,
        "on a closed day a deadline moves `before` or `after` it, or stays on the `same` day",
    )
}

fn due_day(text: &str, place: usize) -> Result<DueDay, DeadlineError> {
    if let Some(day) = strict_day(text) {
        return Ok(day);
    }
    let meant = loose_day(&text.trim().to_lowercase()).filter(|meant| strict_day(meant).is_some());
    let meant = meant.or_else(|| several_days(&text.trim().to_lowercase()));
    let message = format!(
        "`{}` is not a day: write a day of the month such as `25`, a weekday such as `fri`, `first mon`, \
        `last-working-day`, `working-day 3`, `12-15` or `2026-12-15`",
        shortened(text)
    );
    Err(error(DeadlineField::On(place), &message, meant))
}

fn strict_day(text: &str) -> Option<DueDay> {
    if text == "last-working-day" {
        return Some(DueDay::LastWorkingDay);
    }
    if let Some((weekday, ..)) = WEEKDAYS.iter().find(|(_, name, _)| *name == text) {
        return Some(DueDay::Weekday(*weekday));
    }
    if let Some((which, day)) = text.split_once(' ')
        && let Some((number, _)) = WHICH.iter().find(|(_, word)| *word == which)
    {
        let (weekday, ..) = WEEKDAYS.iter().find(|(_, name, _)| *name == day)?;
        return Some(number.map_or(DueDay::LastWeekday(*weekday), |number| DueDay::NthWeekday(number, *weekday)));
    }
    if let Some(number) = text.strip_prefix("working-day ") {
        return Some(DueDay::WorkingDay(figures(number, 1..=3).filter(|number| (1..=366).contains(number))?));
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [day] => Some(DueDay::OfMonth(figures(day, 1..=2).filter(|day| (1..=31).contains(day))?)),
        [month, day] => {
            let (month, day) = (figures(month, 2..=2)?, figures(day, 2..=2)?);
            // A leap year, so that the 29th of February is a day.
            NaiveDate::from_ymd_opt(2024, month, day).map(|_| DueDay::MonthDay(month, day))
        }
        [year, month, day] => {
            let year = i32::try_from(figures(year, 4..=4)?).ok()?;
            NaiveDate::from_ymd_opt(year, figures(month, 2..=2)?, figures(day, 2..=2)?).map(DueDay::Date)
        }
        _ => None,
    }
}

/// Words before a day that say nothing.
const ARTICLES: [&str; 2] = ["the ", "den "];

fn loose_day(text: &str) -> Option<String> {
    if let Some(weekday) = weekday(text) {
        return Some(weekday.to_owned());
    }
    let text = ARTICLES.iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
    let words = text.replace(['-', '_'], " ");
    let words = words.trim();
    if says(|language| &language.deadlines.last_day, words) {
        return Some("31".into());
    }
    if let Some(day) = working_day(words).or_else(|| weekday_of_period(words)).or_else(|| day_of_month(words)) {
        return Some(day);
    }
    let dotted: Vec<&str> = text.trim_end_matches('.').split('.').map(str::trim).collect();
    match dotted.as_slice() {
        [day] => ordinal(day).map(|day| day.to_string()),
        [day, month] => Some(format!("{:02}-{:02}", figures(month, 1..=2)?, figures(day, 1..=2)?)),
        [day, month, year] => Some(format!("{year}-{:02}-{:02}", figures(month, 1..=2)?, figures(day, 1..=2)?)),
        _ => None,
    }
}

/// Days that stand in one text, as a list of them: "1 and 15", "mon, thu".
fn several_days(text: &str) -> Option<String> {
    let parts = text.split([',', '&', '/']).flat_map(|part| {
        let mut all: Vec<Vec<&str>> = vec![Vec::new()];
        for word in part.split_whitespace() {
            match says(|language| &language.hours.and, word) {
                true => all.push(Vec::new()),
                false => all.last_mut().into_iter().for_each(|words| words.push(word)),
            }
        }
        all.into_iter().map(|words| words.join(" "))
    });
    let strict = |day: String| if strict_day(&day).is_some() { Some(day) } else { loose_day(&day) };
    let days: Vec<String> = parts.filter(|part| !part.is_empty()).map(strict).collect::<Option<_>>()?;
    let all = days.len() > 1 && days.iter().all(|day| strict_day(day).is_some());
    all.then(|| format!("[{}]", days.join(", ")))
}

/// A weekday in any language, also each of them: "varje fredag".
fn weekday(text: &str) -> Option<&'static str> {
    let each = LANGUAGES.iter().flat_map(|language| &language.deadlines.each);
    let mut bare = each.filter_map(|each| text.strip_prefix(each.as_str())?.strip_prefix(' '));
    one_weekday(text).or_else(|| bare.find_map(one_weekday))
}

/// A day and the name of its month: "24 december", "24. joulukuuta".
pub(crate) fn day_of_month(words: &str) -> Option<String> {
    let (day, month) = words.split_once(' ')?;
    let months = |language: &'static Language| &language.hours.months;
    let month = notation(months, month).or_else(|| bent_notation(months, month))?;
    let number = MONTHS.iter().position(|name| *name == month)? + 1;
    Some(format!("{number:02}-{:02}", ordinal(day)?))
}

fn one_weekday(text: &str) -> Option<&'static str> {
    let days = |language: &'static Language| &language.hours.days;
    let said = notation(days, text).or_else(|| bent_notation(days, text));
    let is = |name: &str, day: &str| name == text || said == Some(day) || day.eq_ignore_ascii_case(text);
    WEEKDAYS.iter().find(|(_, name, day)| is(name, day)).map(|(_, name, _)| *name)
}

/// Which one of the period, in any language.
fn which(text: &str) -> Option<&'static str> {
    let said = notation(|language| &language.deadlines.which, text);
    WHICH.iter().map(|(_, name)| *name).find(|name| *name == text || said == Some(*name))
}

/// A working day of the period: "last working day", "3rd business day".
fn working_day(words: &str) -> Option<String> {
    for language in &*LANGUAGES {
        let Some(noun) = language.deadlines.working_day.iter().find(|noun| words.contains(noun.as_str())) else {
            continue;
        };
        let before = words.replacen(noun.as_str(), " ", 1);
        let before = before.trim();
        return match which(before) {
            Some("last") => Some("last-working-day".into()),
            Some(named) => {
                let number = WHICH.iter().find_map(|(number, name)| number.filter(|_| *name == named))?;
                Some(format!("working-day {number}"))
            }
            None => Some(format!("working-day {}", ordinal(before)?)),
        };
    }
    None
}

/// A weekday of the period: "first Monday", "2nd tue of the month".
fn weekday_of_period(words: &str) -> Option<String> {
    let mut parts = words.split_whitespace();
    let (number, day) = (which(parts.next()?)?, weekday(parts.next()?)?);
    // "of the month" says nothing more; a second day does.
    let more = parts.any(|word| which(word).is_some() || weekday(word).is_some());
    (!more).then(|| format!("{number} {day}"))
}

/// 3, 3., 3rd.
fn ordinal(text: &str) -> Option<u32> {
    let endings = LANGUAGES.iter().flat_map(|language| &language.deadlines.ordinals).map(String::as_str).chain(["."]);
    let digits = endings.into_iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    figures(digits, 1..=3)
}

fn strict_time(text: &str) -> Option<DueTime> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (figures(hour, 2..=2)?, figures(minute, 2..=2)?);
    if (hour, minute) == (24, 0) {
        return Some(DueTime::DayEnd);
    }
    NaiveTime::from_hms_opt(hour, minute, 0).map(DueTime::At)
}

fn loose_time(text: &str) -> Option<String> {
    let mut before = LANGUAGES.iter().flat_map(|language| &language.deadlines.at);
    let text = before.find_map(|word| text.strip_prefix(word.as_str())).unwrap_or(text).trim();
    if says(|language| &language.deadlines.noon, text) {
        return Some("12:00".into());
    }
    if says(|language| &language.deadlines.midnight, text) {
        return Some("24:00".into());
    }
    let noon_words = |list: fn(&Language) -> &Words| LANGUAGES.iter().flat_map(list);
    let mut am = noon_words(|language| &language.hours.am);
    let mut pm = noon_words(|language| &language.hours.pm);
    let (am, pm) =
        (am.find_map(|word| text.strip_suffix(word.as_str())), pm.find_map(|word| text.strip_suffix(word.as_str())));
    let (clock, noon) = match (am, pm) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (text, None),
    };
    let (hour, minute) = clock.split_once([':', '.', 'h']).unwrap_or((clock, "00"));
    let (hour, minute) = (figures(hour, 1..=2)?, figures(minute, 2..=2)?);
    let hour = match noon {
        Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
        Some(_) => return None,
        None => hour,
    };
    Some(format!("{hour:02}:{minute:02}"))
}

fn word<T: Copy>(
    words: &[(T, &'static str)],
    field: DeadlineField,
    text: &str,
    message: &str,
) -> Result<T, DeadlineError> {
    if let Some((value, _)) = words.iter().find(|(_, name)| *name == text) {
        return Ok(*value);
    }
    let lower = text.trim().to_lowercase();
    let spaced = lower.replace(['-', '_'], " ");
    let table = |language: &'static Language| match field {
        DeadlineField::IfClosed => &language.deadlines.if_closed,
        _ => &language.deadlines.every,
    };
    let find = |said: &str| {
        let known = notation(table, said);
        words.iter().find(|(_, name)| *name == said || known == Some(*name))
    };
    // "Every month" is a month.
    let each = LANGUAGES.iter().flat_map(|language| &language.deadlines.each);
    let mut bare = each.filter_map(|each| spaced.strip_prefix(each.as_str())?.strip_prefix(' '));
    let meant = find(&lower).or_else(|| find(&spaced)).or_else(|| bare.find_map(find));
    Err(error(field, message, meant.map(|(_, name)| (*name).to_owned())))
}

fn figures(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let plain = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn error(field: DeadlineField, message: &str, suggestion: Option<String>) -> DeadlineError {
    DeadlineError { field, message: message.to_owned(), suggestion }
}
