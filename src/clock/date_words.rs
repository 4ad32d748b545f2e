//! Several days in a row, and days of each year, as people write them: `5.–25.7.2027`, `5-25 July 2027`, `24 dec`.

use chrono::NaiveDate;

use super::deadline_words::day_of_month;
use super::words::says;

/// What stands between the first day and the last one.
const SIGNS: [&str; 9] = ["...", "..", "…", "–", "—", "−", " - ", "-", "/"];

/// The longest text that is looked at.
const LONGEST: usize = 80;

/// The numbers of a day as far as they are written.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    /// Written with a slash, so that the day may stand before the month or behind it.
    is_slashed: bool,
}

/// The first and the last of several days that a text means.
pub(crate) fn days_in_a_row(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let text = plain(text)?;
    let words = text.match_indices(' ').filter_map(|(at, _)| {
        let word = text.get(at + 1..)?.split(' ').next()?;
        let rest = text.get(at + 1 + word.len()..)?;
        says(|language| &language.hours.range, word).then(|| (text.get(..at).unwrap_or(""), rest))
    });
    let signs = SIGNS.iter().flat_map(|sign| {
        let found = text.match_indices(sign);
        found.map(|(at, sign)| (text.get(..at).unwrap_or(""), text.get(at + sign.len()..).unwrap_or("")))
    });
    words.chain(signs).find_map(|(first, last)| between(parts(first)?, parts(last)?))
}

/// The day of each year that a text means, as `12-24`.
pub(crate) fn day_of_each_year(text: &str) -> Option<String> {
    let Parts { day, month, year: None, is_slashed: false } = parts(&plain(text)?)? else { return None };
    let day = NaiveDate::from_ymd_opt(2000, month?, day?)?;
    Some(day.format("%m-%d").to_string())
}

/// The text in small letters, without the words that say nothing.
fn plain(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let words = text.split_whitespace().filter(|word| !says(|language| &language.hours.silent, word));
    (text.len() <= LONGEST).then(|| words.collect::<Vec<_>>().join(" "))
}

fn between(first: Parts, last: Parts) -> Option<(NaiveDate, NaiveDate)> {
    let year = last.year.or(first.year)?;
    // Of `7/5` nobody knows the month, of `25/7` everybody does.
    let is_plain = |parts: &Parts| !parts.is_slashed || parts.day > Some(12);
    if !is_plain(&first) && !is_plain(&last) {
        return None;
    }
    let until = NaiveDate::from_ymd_opt(year, last.month.or(first.month)?, last.day?)?;
    let from = |year| NaiveDate::from_ymd_opt(year, first.month.or(last.month)?, first.day?);
    let from = from(first.year.unwrap_or(year))
        .filter(|from| *from <= until || first.year.is_some())
        .or_else(|| first.month.and_then(|_| from(year - 1)))?;
    (from < until).then_some((from, until))
}

/// The numbers of one day: `5.`, `5.7.2027`, `2027-07-05`, `5 july`, `july 5`.
fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        let [year, month, day] = [date.format("%Y"), date.format("%m"), date.format("%d")].map(|part| part.to_string());
        return Some(Parts {
            day: day.parse().ok(),
            month: month.parse().ok(),
            year: year.parse().ok(),
            is_slashed: false,
        });
    }
    let mut parts = Parts { is_slashed: text.contains('/'), ..Parts::default() };
    for word in text.split([' ', '.', ',', '/']).filter(|word| !matches!(*word, "" | "r")) {
        match word.parse::<u32>() {
            Ok(year) if word.len() == 4 && parts.year.is_none() => parts.year = i32::try_from(year).ok(),
            Ok(day) if (1..=31).contains(&day) && word.len() < 3 && parts.day.is_none() => parts.day = Some(day),
            Ok(month) if (1..=12).contains(&month) && parts.month.is_none() => parts.month = Some(month),
            Err(_) if parts.month.is_none() => parts.month = Some(month(word)?),
            _ => return None,
        }
    }
    (parts.day.is_some()).then_some(parts)
}

fn month(name: &str) -> Option<u32> {
    let months = ["jan", "feb", "mar", "apr", "may maj", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec"];
    let short = months.iter().position(|names| names.split(' ').any(|known| known == name));
    let place = |place: usize| u32::try_from(place + 1).ok();
    short.and_then(place).or_else(|| day_of_month(&format!("1 {name}"))?.split('-').next()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::{day_of_each_year, days_in_a_row};

    #[test]
    fn days_in_a_row_in_four_languages() {
        for text in [
            "5-25 July 2027",
            "5.–25.7.2027",
            "5–25 juli 2027",
            "5-25 lipca 2027",
            "5.-25. heinäkuuta 2027",
            "5 - 25 July 2027",
            "July 5-25, 2027",
            "5.7.-25.7.2027",
            "5.7.2027-25.7.2027",
            "5/7-25/7 2027",
            "2027-07-05 - 2027-07-25",
            "2027-07-05/2027-07-25",
            "od 5 do 25 lipca 2027",
            "5 July to 25 July 2027",
            "from 5 July until 25 July 2027",
            "2027-07-05–2027-07-25",
            "5.7.–25.7.2027 r.",
        ] {
            let days = days_in_a_row(text).map(|(from, until)| format!("{from} {until}"));
            assert_eq!(days.as_deref(), Some("2027-07-05 2027-07-25"), "{text}");
        }
        let days = days_in_a_row("28.12.–2.1.2028").map(|(from, until)| format!("{from} {until}"));
        assert_eq!(days.as_deref(), Some("2027-12-28 2028-01-02"));
        for text in ["week 28-30", "5-25 July", "5/7-8/7 2027", "2027-07-05", "25.7.2027", "25.-5.7.2027", ""] {
            assert_eq!(days_in_a_row(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_each_year() {
        for text in ["24.12.", "24 dec", "24 December", "24. joulukuuta", "Dec 24", "24 grudnia", "den 24 december"] {
            assert_eq!(day_of_each_year(text).as_deref(), Some("12-24"), "{text}");
        }
        assert_eq!(day_of_each_year("24.12.2027"), None);
        assert_eq!(day_of_each_year("12/24"), None);
    }
}
