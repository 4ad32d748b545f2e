//! Calendar files as calendars read them (iCalendar, RFC 5545). Instants are in UTC, so that no zone has
//! to be described; a reader's calendar shows them in its own.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

use super::calendar_file::{CalendarFile, CalendarTime, Event, Series};

/// A line is folded before it is longer (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// The file's text.
pub fn text(file: &CalendarFile) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//luukku//luukku//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    // The name has a property of its own since RFC 7986; many calendars still read the older one.
    line(&mut out, &format!("NAME;LANGUAGE={}:{}", file.language, escaped(&file.name)));
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(&file.name)));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
    let stamp = format!("DTSTAMP:{}", instant(file.made));
    let series: Vec<SeriesLines> = file.series.iter().map(|series| SeriesLines::new(series, file)).collect();
    for event in &file.events {
        write(&mut out, event, &series[event.series], &stamp);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// What stands before and after the times of each event of a series, written once for all.
struct SeriesLines {
    /// The identifier up to the day.
    id: String,
    /// The identifier after the day.
    host: String,
    /// The lines from the summary on, folded.
    text: String,
    /// What a reminder says.
    summary: String,
}

impl SeriesLines {
    fn new(series: &Series, file: &CalendarFile) -> Self {
        let mut text = String::new();
        line(
            &mut text,
            &format!("SUMMARY{}:{}", language(series.summary_language.as_deref()), escaped(&series.summary)),
        );
        line(&mut text, &format!("DESCRIPTION:{}", escaped(&series.description)));
        if let Some(address) = &series.address {
            line(&mut text, &format!("URL:{address}"));
        }
        // Something that is due does not make anybody busy.
        line(&mut text, "TRANSP:TRANSPARENT");
        let (id, host) = (format!("UID:{}-", escaped(&series.id)), format!("@{}", escaped(&file.host)));
        Self { id, host, text, summary: escaped(&series.summary) }
    }
}

/// The parameter that names a text's language (RFC 5545, 3.2.10).
fn language(tag: Option<&str>) -> String {
    tag.map(|tag| format!(";LANGUAGE={tag}")).unwrap_or_default()
}

fn write(out: &mut String, event: &Event, series: &SeriesLines, stamp: &str) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("{}{}{}", series.id, day(event.named), series.host));
    line(out, stamp);
    match event.when {
        CalendarTime::Day(date) => {
            line(out, &format!("DTSTART;VALUE=DATE:{}", day(date)));
            line(out, &format!("DTEND;VALUE=DATE:{}", day(date.succ_opt().unwrap_or(date))));
        }
        CalendarTime::Span(start, end) => {
            line(out, &format!("DTSTART:{}", instant(start)));
            line(out, &format!("DTEND:{}", instant(end)));
        }
    }
    out.push_str(&series.text);
    if let Some(reminder) = event.reminder {
        line(out, "BEGIN:VALARM");
        line(out, "ACTION:DISPLAY");
        line(out, &format!("TRIGGER;VALUE=DATE-TIME:{}", instant(reminder)));
        line(out, &format!("DESCRIPTION:{}", series.summary));
        line(out, "END:VALARM");
    }
    line(out, "END:VEVENT");
}

/// A date (RFC 5545, 3.3.4).
fn day(date: NaiveDate) -> String {
    let mut text = String::with_capacity("20270101T120000Z".len());
    let year = date.year().unsigned_abs();
    for pair in [year / 100, year % 100, date.month(), date.day()] {
        two_digits(&mut text, pair);
    }
    text
}

/// An instant in UTC (RFC 5545, 3.3.5).
fn instant(at: DateTime<Utc>) -> String {
    let mut text = day(at.date_naive());
    text.push('T');
    for pair in [at.hour(), at.minute(), at.second()] {
        two_digits(&mut text, pair);
    }
    text.push('Z');
    text
}

/// Adds a number below a hundred. By hand, since a large site has half a million of them.
fn two_digits(out: &mut String, number: u32) {
    out.extend([number / 10 % 10, number % 10].map(|digit| char::from_digit(digit, 10).unwrap_or('0')));
}

/// A text value (RFC 5545, 3.3.11); control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, folded so that no part of it is too long and no letter is torn.
fn line(out: &mut String, content: &str) {
    let mut rest = content;
    let mut room = MOST_OCTETS;
    while rest.len() > room {
        let (part, after) = rest.split_at(rest.floor_char_boundary(room));
        out.push_str(part);
        out.push_str("\r\n ");
        rest = after;
        room = MOST_OCTETS - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, line};

    fn folded(content: &str) -> String {
        let mut out = String::new();
        line(&mut out, content);
        out
    }

    #[test]
    fn lines_are_folded_at_seventy_five_octets_and_unfold_to_what_they_were() {
        for content in ["x".repeat(75), "x".repeat(76), "SUMMARY:".to_owned() + &"työ€".repeat(60), String::new()] {
            let out = folded(&content);
            assert!(out.split("\r\n").all(|part| part.len() <= 75), "{out:?}");
            assert_eq!(out.replace("\r\n ", "").trim_end(), content);
        }
        assert_eq!(folded(&"x".repeat(75)).matches("\r\n").count(), 1);
        assert_eq!(folded(&"x".repeat(76)).matches("\r\n").count(), 2);
    }

    #[test]
    fn texts_cannot_end_a_line_or_a_value() {
        assert_eq!(escaped("a;b,c\\d\ne\r\u{7}f\tg"), "a\\;b\\,c\\\\d\\nef\tg");
    }
}
