//! `tests/fixtures/clock.json`: calendars, instants and the answers of both clocks. After a change that
//! is meant: `BLESS=1 cargo test clock_script`, then read the difference in git.

use chrono::{NaiveDate, TimeDelta};
use luukku::clock::{Calendar, Country, Hours};
use luukku::feeds::CalendarData;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Answer, Question, in_words, spans_of, told_by_the_program, told_by_the_script, turnaround};
use crate::site::root;

/// The calendars: what is special, the hours, the zone, whose holidays, closed days, and from when on.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>, &'static [&'static str], &'static str);
const CALENDARS: [Row; 10] = [
    ("office", "Mo-Fr 08:00-16:00; PH off", "Europe/Helsinki", Some("FI"), &["2026-12-24"], "2026-11-27T13:40:00Z"),
    ("lunch", "Mo-Th 08:00-11:00,12:00-16:00; Fr 08:00-13:00", "Europe/Warsaw", None, &[], "2026-11-24T08:00:00Z"),
    ("nights", "Mo-Fr 22:00-06:00", "Europe/Stockholm", None, &[], "2027-03-26T12:00:00Z"),
    ("always", "24/7", "America/New_York", None, &[], "2026-10-30T12:00:00Z"),
    ("put forward while open", "Sa,Su 01:00-05:00", "Europe/Helsinki", None, &[], "2027-03-26T12:00:00Z"),
    ("put back while open", "Sa,Su 00:30-04:30", "Europe/Helsinki", None, &[], "2026-10-23T12:00:00Z"),
    ("half an hour of summer", "Mo-Su 00:00-03:00", "Australia/Lord_Howe", None, &[], "2026-10-02T12:00:00Z"),
    ("off the quarter", "Mo-Fr 07:50-15:35", "Asia/Kolkata", None, &[], "2026-11-24T00:00:00Z"),
    ("a season", "Jun-Aug Mo-Fr 10:00-14:00", "Europe/Helsinki", None, &[], "2026-11-24T08:00:00Z"),
    ("a night cut", "We 00:00-26:00; Th 01:00-01:30 off", "Europe/Lisbon", None, &[], "2026-11-24T08:00:00Z"),
];
/// So much time is promised.
const TIMES: [&str; 7] = [
    "30m",
    "4h",
    "1d",
    "{days: 0, at: \"16:00\", asked_by: \"14:00\"}",
    "2d 1h 15m",
    "90d",
    "{days: 1, at: \"04:30\"}",
];

#[derive(Serialize, Deserialize)]
struct Entry {
    what: String,
    hours: String,
    zone: String,
    country: Option<String>,
    closed_days: Vec<NaiveDate>,
    from: String,
    data: Value,
    asked: Vec<(String, String, Answer<String>)>,
}

impl Entry {
    fn calendar(&self) -> Calendar {
        let country = self.country.as_ref().map(|code| Country::parse(code).unwrap());
        let hours = Hours::parse(&self.hours).unwrap();
        Calendar::new(hours, country, self.closed_days.iter().map(|day| (*day).into()), self.zone.parse().unwrap())
    }

    fn questions(&self) -> Vec<Question> {
        let question =
            |(at, time, _): &(String, String, _)| Question { at: at.parse().unwrap(), time: turnaround(time) };
        self.asked.iter().map(question).collect()
    }
}

#[test]
fn both_clocks_answer_as_the_file_says() {
    let path = root().join("tests/fixtures/clock.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, laid_out(&CALENDARS.map(blessed))).unwrap();
    }
    let entries: Vec<Entry> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let rows: Vec<(&str, &str)> = entries.iter().map(|entry| (&*entry.what, &*entry.hours)).collect();
    assert_eq!(rows, CALENDARS.map(|(what, hours, ..)| (what, hours)));
    let questions: Vec<Vec<Question>> = entries.iter().map(Entry::questions).collect();
    let calendars: Vec<_> =
        entries.iter().zip(&questions).map(|(entry, asked)| (entry.data.clone(), &**asked)).collect();
    for (entry, told) in entries.iter().zip(told_by_the_script(&calendars)) {
        let calendar = entry.calendar();
        let data = CalendarData::new(&calendar, entry.from.parse().unwrap());
        assert_eq!(json!(data), entry.data, "{}", entry.what);
        let spans = spans_of(&calendar, &data);
        for ((question, script), (at, time, expected)) in entry.questions().into_iter().zip(told).zip(&entry.asked) {
            let program = told_by_the_program(&spans, question).map(in_words);
            assert_eq!(program, *expected, "the program, {}: {at}, {time}", entry.what);
            assert_eq!(script.map(in_words), *expected, "the script, {}: {at}, {time}", entry.what);
        }
    }
}

/// A calendar with what the program answers: before, at and after the first openings, around the days on
/// which the clock is put forward or back, and where the horizon ends.
fn blessed((what, hours, zone, country, closed_days, from): Row) -> Entry {
    let mut entry = Entry {
        what: what.to_owned(),
        hours: hours.to_owned(),
        zone: zone.to_owned(),
        country: country.map(str::to_owned),
        closed_days: closed_days.iter().map(|day| day.parse().unwrap()).collect(),
        from: from.to_owned(),
        data: Value::Null,
        asked: Vec::new(),
    };
    let calendar = entry.calendar();
    let data = CalendarData::new(&calendar, from.parse().unwrap());
    entry.data = json!(data);
    let spans = spans_of(&calendar, &data);
    let (begin, end) = spans.horizon();
    let mut instants = vec![begin - TimeDelta::seconds(1), begin, end - TimeDelta::seconds(1), end];
    for span in spans.spans().take(4) {
        let (start, end) = (span.start(), span.end());
        instants.extend([start - TimeDelta::minutes(61), start, end - TimeDelta::seconds(1), end]);
    }
    for (change, _) in spans.offsets().into_iter().skip(1) {
        instants.extend([24, 1].map(|hours| change - TimeDelta::minutes(hours * 60 - 20)));
    }
    instants.sort_unstable();
    instants.dedup();
    for (place, at) in instants.into_iter().enumerate() {
        for time in [TIMES[place % TIMES.len()], TIMES[(place + 2) % TIMES.len()]] {
            let question = Question { at, time: turnaround(time) };
            let answer = told_by_the_program(&spans, question).map(in_words);
            entry.asked.push((in_words(at.timestamp()), time.to_owned(), answer));
        }
    }
    entry
}

/// JSON with a line for each question, so that a difference can be read.
fn laid_out(entries: &[Entry]) -> String {
    let mut text = String::from("[\n");
    for (place, entry) in entries.iter().enumerate() {
        let value = serde_json::to_value(entry).unwrap();
        text.push_str("  {\n");
        for key in ["what", "hours", "zone", "country", "closed_days", "from", "data"] {
            text.push_str(&format!("    \"{key}\": {},\n", value[key]));
        }
        text.push_str("    \"asked\": [\n");
        let asked: Vec<String> = (entry.asked.iter())
            .map(|question| format!("      {}", serde_json::to_string(question).unwrap()))
            .collect();
        text.push_str(&asked.join(",\n"));
        text.push_str(if place + 1 < entries.len() { "\n    ]\n  },\n" } else { "\n    ]\n  }\n" });
    }
    text + "]\n"
}
