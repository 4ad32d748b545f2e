//! The words of a deadline, and what people write instead.

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::clock::deadline_error::{DeadlineError, DeadlineField};
use crate::clock::recurrence::{DueDay, DueTime, Every, IfClosed};
use crate::clock::words::listed;

const EVERY: &[(Every, &str, &str)] = &[
    (Every::Week, "week", "weekly, weeks, viikko, viikoittain, vecka, tydzień"),
    (Every::Month, "month", "monthly, months, kuukausi, kuukausittain, månad, miesiąc"),
    (Every::Quarter, "quarter", "quarterly, quarters, 3 months, neljännesvuosi, kvartal, kwartał"),
    (Every::Year, "year", "yearly, annually, annual, years, vuosi, vuosittain, år, rok"),
    (Every::Once, "once", "never, one time, one-off, single, kerran, en gång, raz"),
];

const WEEKDAYS: &[(Weekday, &str, &str)] = &[
    (Weekday::Mon, "mon", "mo, monday, ma, maanantai, måndag, mån, poniedziałek, pon"),
    (Weekday::Tue, "tue", "tu, tues, tuesday, ti, tiistai, tisdag, tis, wtorek"),
    (Weekday::Wed, "wed", "we, wednesday, ke, keskiviikko, onsdag, ons, środa"),
    (Weekday::Thu, "thu", "th, thur, thurs, thursday, to, torstai, torsdag, tors, czwartek"),
    (Weekday::Fri, "fri", "fr, friday, pe, perjantai, fredag, fre, piątek"),
    (Weekday::Sat, "sat", "sa, saturday, la, lauantai, lördag, lör, sobota"),
    (Weekday::Sun, "sun", "su, sunday, sunnuntai, söndag, sön, niedziela"),
];

const IF_CLOSED: &[(IfClosed, &str, &str)] = &[
    (IfClosed::Before, "before", "previous, earlier, prior, day before, edellinen, före, przed"),
    (IfClosed::After, "after", "next, later, following, day after, seuraava, efter, po"),
    (IfClosed::Same, "same", "keep, stay, none, no, same day, sama, samma"),
];

/// The most opening days that a period can have.
fn most_working_days(every: Every) -> u32 {
    match every {
        Every::Week => 7,
        Every::Month => 31,
        Every::Quarter => 92,
        Every::Year | Every::Once => 366,
    }
}

/// How often, and on which day; together, because each limits the other.
pub(super) fn every_and_day(every: Option<&str>, on: &str) -> Result<(Every, DueDay), DeadlineError> {
    let day = due_day(on)?;
    let every = match (every, day) {
        (Some(text), _) => word(
            EVERY,
            DeadlineField::Every,
            text,
            "how often is one of `week`, `month`, \
        `quarter`, `year` and `once`",
        )?,
        (None, DueDay::Date(_)) => Every::Once,
        (None, _) => {
            let message = "it does not say how often: `every` is `week`, `month`, `quarter`, `year` or `once`";
            return Err(error(DeadlineField::Every, message, None));
        }
    };
    let wrong = |message: &str, suggestion: Option<String>| Err(error(DeadlineField::On, message, suggestion));
    match (every, day) {
        (Every::Once, DueDay::Date(_)) => Ok((every, day)),
        (Every::Once, _) => wrong("what is due once needs a date with its year, such as `2026-11-25`", None),
        (_, DueDay::Date(date)) => {
            let meant = if every == Every::Month { date.format("%-d") } else { date.format("%m-%d") }.to_string();
            let fits = matches!(every, Every::Month | Every::Year | Every::Quarter);
            wrong("a date with its year comes only `once`", fits.then_some(meant))
        }
        (_, DueDay::WorkingDay(number)) if number > most_working_days(every) => {
            wrong(&format!("no such period has {number} working days"), None)
        }
        (_, DueDay::LastWorkingDay | DueDay::WorkingDay(_))
        | (Every::Week, DueDay::Weekday(_))
        | (Every::Month | Every::Quarter, DueDay::OfMonth(_))
        | (Every::Quarter | Every::Year, DueDay::MonthDay(..)) => Ok((every, day)),
        (Every::Week, _) => wrong(
            "for each week, `on` is a weekday such as `fri`, \
        `last-working-day` or `working-day 3`",
            None,
        ),
        (Every::Month, DueDay::MonthDay(_, day)) => {
            wrong("for each month, `on` is a day of the month such as `25`, without the month", Some(day.to_string()))
        }
        (Every::Month, _) => wrong(
            "for each month, `on` is a day such as `25`, \
        `last-working-day` or `working-day 3`; weekdays go with `every: week`",
            None,
        ),
        (Every::Quarter, _) => wrong(
            "for each quarter, `on` is a day of its first month such as `15`, \
        a month and day such as `12-15`, or `last-working-day`",
            None,
        ),
        (Every::Year, _) => {
            wrong("for each year, `on` is a month and a day such as `12-15`, or `last-working-day`", None)
        }
    }
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
        IF_CLOSED,
        DeadlineField::IfClosed,
        text,
        "on a closed day a deadline moves `before` or `after` it, or stays on the `same` day",
    )
}

fn due_day(text: &str) -> Result<DueDay, DeadlineError> {
    if let Some(day) = strict_day(text) {
        return Ok(day);
    }
    let meant = loose_day(&text.trim().to_lowercase()).filter(|meant| strict_day(meant).is_some());
    let message = format!(
        "`{}` is not a day: write a day of the month such as `25`, a weekday such as `fri`, `last-working-day`, \
        `working-day 3`, `12-15` or `2026-12-15`",
        shortened(text)
    );
    Err(error(DeadlineField::On, &message, meant))
}

fn strict_day(text: &str) -> Option<DueDay> {
    if text == "last-working-day" {
        return Some(DueDay::LastWorkingDay);
    }
    if let Some((weekday, ..)) = WEEKDAYS.iter().find(|(_, name, _)| *name == text) {
        return Some(DueDay::Weekday(*weekday));
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

fn loose_day(text: &str) -> Option<String> {
    if let Some((_, name, _)) = WEEKDAYS.iter().find(|(_, name, others)| *name == text || listed(others, text)) {
        return Some((*name).to_owned());
    }
    let words = text.replace(['-', '_'], " ").replace("business day", "working day").replace("workday", "working day");
    let words = words.trim_start_matches("the ").trim();
    match words {
        "last working day" => return Some("last-working-day".into()),
        "last" | "last day" | "last day of the month" | "end of month" | "month end" => return Some("31".into()),
        "first working day" => return Some("working-day 1".into()),
        _ => {}
    }
    if words.contains("working day") {
        let number: String = words.replace("working day", " ");
        return Some(format!("working-day {}", ordinal(number.trim())?));
    }
    let dotted: Vec<&str> = text.trim_end_matches('.').split('.').map(str::trim).collect();
    match dotted.as_slice() {
        [day] => ordinal(day).map(|day| day.to_string()),
        [day, month] => Some(format!("{:02}-{:02}", figures(month, 1..=2)?, figures(day, 1..=2)?)),
        [day, month, year] => Some(format!("{year}-{:02}-{:02}", figures(month, 1..=2)?, figures(day, 1..=2)?)),
        _ => None,
    }
}

/// 3, 3., 3rd.
fn ordinal(text: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th", "."].into_iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
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
    match text {
        "noon" | "midday" => return Some("12:00".into()),
        "midnight" | "end of day" => return Some("24:00".into()),
        _ => {}
    }
    let text =
        ["klo", "kl.", "kl", "at", "godz."].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim();
    let (clock, noon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
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
    words: &[(T, &str, &str)],
    field: DeadlineField,
    text: &str,
    message: &str,
) -> Result<T, DeadlineError> {
    if let Some((value, ..)) = words.iter().find(|(_, name, _)| *name == text) {
        return Ok(*value);
    }
    let lower = text.trim().to_lowercase();
    let meant = words.iter().find(|(_, name, others)| *name == lower || listed(others, &lower));
    Err(error(field, message, meant.map(|(_, name, _)| (*name).to_owned())))
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
