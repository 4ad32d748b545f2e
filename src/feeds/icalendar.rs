//! Calendar files as calendars read them (iCalendar, RFC 5545). Instants are in UTC, so that no zone has
//! to be described; a reader's calendar shows them in its own.

use std::io::{self, Write};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

use super::calendar_file::{CalendarFile, CalendarTime, Event, Series};

/// A line is folded before it is longer (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// So many bytes are held before they are written: the calendar of a whole company is never held at once.
const PIECE: usize = 64 << 10;

/// Writes the file.
///
/// # Errors
/// When the writer refuses.
pub fn write(file: &CalendarFile, to: &mut dyn Write) -> io::Result<()> {
    let mut out = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//luukku//luukku//EN", "CALSCALE:GREGORIAN"] {
        out.add(line).end();
    }
    // The name has a property of its own since RFC 7986; many calendars still read the older one.
    out.add("NAME;LANGUAGE=").add(&file.language).add(":").escaped(&file.name).end();
    out.add("X-WR-CALNAME:").escaped(&file.name).end();
    out.add("REFRESH-INTERVAL;VALUE=DURATION:P1D").end();
    let mut stamp = Lines::default();
    stamp.add("DTSTAMP:").instant(file.made).end();
    let series: Vec<SeriesLines> = file.series.iter().map(|series| SeriesLines::new(series, &file.host)).collect();
    for event in &file.events {
        if out.text.len() > PIECE {
            to.write_all(out.text.as_bytes())?;
            out.text.clear();
            out.begin = 0;
        }
        add(&mut out, event, &series[event.series], &stamp);
    }
    out.add("END:VCALENDAR").end();
    to.write_all(out.text.as_bytes())
}

/// What stands before and after the times of each event of a series, written once for all.
struct SeriesLines {
    /// The identifier up to the day.
    id: String,
    /// The identifier after the day.
    host: String,
    /// The lines from the summary on.
    rest: Lines,
    /// What a reminder says, up to its time and after it.
    alarm: [Lines; 2],
}

impl SeriesLines {
    fn new(series: &Series, host: &str) -> Self {
        let mut rest = Lines::default();
        rest.add("SUMMARY");
        // The parameter that names a text's language (RFC 5545, 3.2.10).
        if let Some(tag) = &series.summary_language {
            rest.add(";LANGUAGE=").add(tag);
        }
        rest.add(":").escaped(&series.summary).end();
        rest.add("DESCRIPTION:").escaped(&series.description).end();
        if let Some(address) = &series.address {
            rest.add("URL:").add(address).end();
        }
        // Something that is due does not make anybody busy.
        rest.add("TRANSP:TRANSPARENT").end();
        let (mut before, mut after) = (Lines::default(), Lines::default());
        before.add("UID:").escaped(&series.id).add("-");
        after.add("@").escaped(host);
        let mut alarm: [Lines; 2] = Default::default();
        for line in ["BEGIN:VALARM", "ACTION:DISPLAY"] {
            alarm[0].add(line).end();
        }
        alarm[1].add("DESCRIPTION:").escaped(&series.summary).end();
        alarm[1].add("END:VALARM").end();
        Self { id: before.text, host: after.text, rest, alarm }
    }
}

fn add(out: &mut Lines, event: &Event, series: &SeriesLines, stamp: &Lines) {
    out.add("BEGIN:VEVENT").end();
    out.add(&series.id).day(event.named).add(&series.host).end();
    out.lines(stamp);
    match event.when {
        CalendarTime::Day(date) => {
            out.add("DTSTART;VALUE=DATE:").day(date).end();
            out.add("DTEND;VALUE=DATE:").day(date.succ_opt().unwrap_or(date)).end();
        }
        CalendarTime::Span(start, end) => {
            out.add("DTSTART:").instant(start).end();
            out.add("DTEND:").instant(end).end();
        }
    }
    out.lines(&series.rest);
    if let Some(reminder) = event.reminder {
        let [before, after] = &series.alarm;
        out.lines(before);
        out.add("TRIGGER;VALUE=DATE-TIME:").instant(reminder).end();
        out.lines(after);
    }
    out.add("END:VEVENT").end();
}

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Lines in the making, piece by piece and without strings of their own: a large site has half a million of them.
#[derive(Default)]
struct Lines {
    text: String,
    /// Where the last line begins.
    begin: usize,
}

impl Lines {
    /// Adds to the last line.
    fn add(&mut self, piece: &str) -> &mut Self {
        self.text.push_str(piece);
        self
    }

    /// Adds a text value (RFC 5545, 3.3.11); control characters have no place in one.
    fn escaped(&mut self, value: &str) -> &mut Self {
        // Most texts have none of these; the last is how the controls beyond ASCII begin.
        if !value.bytes().any(|byte| matches!(byte, b'\\' | b';' | b',' | 0..b' ' | 0x7f | 0xc2)) {
            return self.add(value);
        }
        let is_special = |c: char| matches!(c, '\\' | ';' | ',') || (c.is_control() && c != '\t');
        let mut rest = value;
        while let Some((at, sign)) = rest.char_indices().find(|(_, sign)| is_special(*sign)) {
            self.text.push_str(&rest[..at]);
            match sign {
                '\n' => self.text.push_str("\\n"),
                '\\' | ';' | ',' => self.text.extend(['\\', sign]),
                _ => {}
            }
            rest = &rest[at + sign.len_utf8()..];
        }
        self.add(rest)
    }

    /// Adds a date (RFC 5545, 3.3.4).
    fn day(&mut self, date: NaiveDate) -> &mut Self {
        let year = date.year().unsigned_abs();
        self.pairs([year / 100, year % 100, date.month(), date.day()])
    }

    /// Adds an instant in UTC (RFC 5545, 3.3.5).
    fn instant(&mut self, at: DateTime<Utc>) -> &mut Self {
        self.day(at.date_naive()).add("T").pairs([at.hour(), at.minute(), at.second()]).add("Z")
    }

    /// Adds numbers below a hundred, with two digits each.
    fn pairs<const N: usize>(&mut self, numbers: [u32; N]) -> &mut Self {
        for number in numbers {
            self.text.push(DIGITS[(number / 10 % 10) as usize]);
            self.text.push(DIGITS[(number % 10) as usize]);
        }
        self
    }

    /// Adds lines that are complete.
    fn lines(&mut self, lines: &Self) {
        self.text.push_str(&lines.text);
        self.begin = self.text.len();
    }

    /// Ends the last line, folded so that no part of it is too long and no letter is torn.
    fn end(&mut self) {
        if self.text.len() - self.begin > MOST_OCTETS {
            let line = self.text.split_off(self.begin);
            let (mut rest, mut room) = (&*line, MOST_OCTETS);
            while rest.len() > room {
                let (part, after) = rest.split_at(rest.floor_char_boundary(room));
                self.text.push_str(part);
                self.text.push_str("\r\n ");
                rest = after;
                room = MOST_OCTETS - 1;
            }
            self.text.push_str(rest);
        }
        self.text.push_str("\r\n");
        self.begin = self.text.len();
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    fn folded(content: &str) -> String {
        let mut out = Lines::default();
        out.add(content).end();
        out.text
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
        let mut out = Lines::default();
        assert_eq!(out.escaped("a;b,c\\d\ne\r\u{7}f\tg").text, "a\\;b\\,c\\\\d\\nef\tg");
    }
}
