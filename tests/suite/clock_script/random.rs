//! Calendars at random: two hundred, each asked at its edges and anywhere.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use luukku::clock::{Calendar, Country, Duration, Hours, Turnaround};
use luukku::feeds::CalendarData;
use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use proptest::{array, collection, option};
use serde_json::json;

use super::{Question, moment, spans_of, told_by_the_program, told_by_the_script, turnaround};

const ZONES: [&str; 10] = [
    "Europe/Helsinki",
    "Europe/Warsaw",
    "America/New_York",
    "America/Santiago",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Cairo",
    "Atlantic/Azores",
    "UTC",
];
const CALENDARS: usize = 240;
const QUESTIONS: usize = 60;

#[test]
fn the_script_counts_as_the_program_does() {
    let mut runner = TestRunner::deterministic();
    let (calendars, places) = (calendar(), place());
    let mut cases: Vec<(Calendar, CalendarData, Vec<Question>)> = Vec::new();
    for _ in 0..CALENDARS {
        let (calendar, begin) = calendars.new_tree(&mut runner).unwrap().current();
        let data = CalendarData::new(&calendar, begin);
        let spans = spans_of(&calendar, &data);
        let edges: Vec<i64> =
            spans.spans().flat_map(|span| [span.start(), span.end()]).map(|at| at.timestamp()).collect();
        let mut questions: Vec<Question> = (0..QUESTIONS)
            .map(|_| {
                let (place, nudge, days, minutes) = places.new_tree(&mut runner).unwrap().current();
                let at = edges.get(place % (2 * edges.len().max(1))).copied();
                let anywhere = data.from * 60 - 3_600 + place as i64 % ((data.until - data.from) * 60 + 7_200);
                let at = moment(at.map_or(anywhere, |edge| edge + nudge));
                Question { at, time: promised(place, days, minutes) }
            })
            .collect();
        // Days later the clock shows the same time twice, or not at all.
        for (change, _) in spans.offsets().into_iter().skip(1) {
            for (days, nudge) in [(1, -1_800), (1, 1_800), (2, 600), (3, 2_400), (7, 1_200)] {
                let at = moment(change.timestamp() - i64::from(days) * 86_400 + nudge);
                questions.push(Question { at, time: Duration::new(days, 0).unwrap().into() });
            }
        }
        cases.push((calendar, data, questions));
    }
    let asked: Vec<_> = cases.iter().map(|(_, data, questions)| (json!(data), &**questions)).collect();
    let mut open = 0;
    for ((calendar, data, questions), told) in cases.iter().zip(told_by_the_script(&asked)) {
        let spans = spans_of(calendar, data);
        for (question, script) in questions.iter().zip(told) {
            let program = told_by_the_program(&spans, *question);
            open += usize::from(program.open == Some(true));
            assert_eq!(script, program, "{calendar:?}: {question:?}");
        }
    }
    assert!(open > CALENDARS * QUESTIONS / 20, "only {open} questions were asked at an open moment");
}

/// A length of time, or one time of three a time of day made of the same numbers.
fn promised(place: usize, days: u32, minutes: u32) -> Turnaround {
    if !place.is_multiple_of(3) {
        return Duration::new(days, minutes).unwrap().into();
    }
    let clock = |minute: u32| format!("\"{:02}:{:02}\"", minute / 60, minute % 60);
    let (one, other) = (minutes % 1_440, (minutes / 7 + 300) % 1_440);
    match place % 2 {
        0 => {
            turnaround(&format!("{{days: {days}, at: {}, asked_by: {}}}", clock(one.max(other)), clock(one.min(other))))
        }
        _ => turnaround(&format!("{{days: {days}, at: {}}}", clock(one))),
    }
}

fn calendar() -> impl Strategy<Value = (Calendar, DateTime<Utc>)> {
    let opening = (0_u32..96, 1_u32..96);
    let week = array::uniform7(collection::vec(opening, 0..3));
    let rest = select(vec!["PH off", "Dec 24 off", "Jul off", "Sa 02:00-03:30 off", "We 00:00-26:00"]);
    let closed = collection::vec(0_i64..400, 0..4);
    (week, rest, closed, select(ZONES.to_vec()), 0_i64..525_600).prop_map(|(week, rest, closed, zone, minute)| {
        let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let mut rules: Vec<String> = (days.iter().zip(&week))
            .filter(|(_, openings)| !openings.is_empty())
            .map(|(day, openings)| {
                let spans: Vec<String> = openings.iter().map(|(from, length)| span(from * 15, length * 15)).collect();
                format!("{day} {}", spans.join(","))
            })
            .collect();
        rules.push(rest.to_owned());
        let begin = moment(1_767_225_600) + TimeDelta::minutes(minute);
        let closed = closed.into_iter().map(|ahead| (begin + TimeDelta::days(ahead)).date_naive().into());
        let hours = Hours::parse(&rules.join("; ")).unwrap();
        (Calendar::new(hours, Country::parse("FI").ok(), closed, zone.parse::<Tz>().unwrap()), begin)
    })
}

fn span(from: u32, length: u32) -> String {
    let end = (from + length - 1) % 1440 + 1;
    format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, end / 60, end % 60)
}

/// Where to ask, how far from there, and a duration.
fn place() -> impl Strategy<Value = (usize, i64, u32, u32)> {
    let minutes = option::of(1_u32..3_000).prop_map(|minutes| minutes.unwrap_or(480));
    (any::<u32>(), select(vec![-61_i64, -1, 0, 1, 7_207]), 0_u32..12, minutes)
        .prop_map(|(place, nudge, days, minutes)| (place as usize, nudge, days, if days > 5 { 0 } else { minutes }))
}
