//! Calendar files as calendars read them (iCalendar, RFC 5545). Instants are in UTC, so that no zone has
//! to be described; a reader's calendar shows them in its own.

use chrono::{DateTime, Utc};

use crate::views::{CalendarFile, CalendarTime, Event};

/// A line is folded before it is longer (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// The file's text.
pub(super) fn text(file: &CalendarFile) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//luukku//luukku//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    // The name has a property of its own since RFC 7986; many calendars still read the older one.
    line(&mut out, &format!("NAME;LANGUAGE={}:{}", file.language, escaped(&file.name)));
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(&file.name)));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for event in &file.events {
        write(&mut out, event, file);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write(out: &mut String, event: &Event, file: &CalendarFile) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", escaped(&event.id)));
    line(out, &format!("DTSTAMP:{}", instant(file.made)));
    match event.when {
        CalendarTime::Day(date) => {
            let after = date.succ_opt().unwrap_or(date);
            line(out, &format!("DTSTART;VALUE=DATE:{}", date.format("%Y%m%d")));
            line(out, &format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")));
        }
        CalendarTime::Span(start, end) => {
            line(out, &format!("DTSTART:{}", instant(start)));
            line(out, &format!("DTEND:{}", instant(end)));
        }
    }
    line(out, &format!("SUMMARY;LANGUAGE={}:{}", file.language, escaped(&event.summary)));
    line(out, &format!("DESCRIPTION;LANGUAGE={}:{}", file.language, escaped(&event.description)));
    if let Some(address) = &event.address {
        line(out, &format!("URL:{address}"));
    }
    // Something that is due does not make anybody busy.
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
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
    let mut octets = 0;
    for letter in content.chars() {
        if octets + letter.len_utf8() > MOST_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
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
