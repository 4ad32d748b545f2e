//! The clock of the page is the clock of the program: the same spans, the same answers. Node runs
//! `themes/default/js/clock.js`, which knows no page, on a file of calendars and questions that both
//! clocks pass, and on calendars at random.

mod fixture;
mod random;

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{DateTime, SecondsFormat, Utc};
use luukku::clock::{Calendar, DayTime, DayTimeParts, Duration, Spans, State, Turnaround};
use luukku::feeds::CalendarData;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::site::root;

/// When somebody asks, and how much time is promised.
#[derive(Clone, Copy, Debug)]
struct Question {
    at: DateTime<Utc>,
    time: Turnaround,
}

/// What a clock says to it; an instant that it does not know is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Answer<Instant = i64> {
    /// Whether it is open then; none where the calendar does not reach.
    open: Option<bool>,
    /// When that changes.
    change: Option<Instant>,
    /// When each pause until the end of the day begins and ends.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<Instant>,
    /// When the clock starts.
    starts: Option<Instant>,
    /// When so much time has passed.
    due: Option<Instant>,
    /// The same where the clock never stops.
    always: Option<Instant>,
}

impl<Instant> Answer<Instant> {
    /// The same answer with its instants told in another way.
    fn map<Other>(self, tell: impl Fn(Instant) -> Other) -> Answer<Other> {
        Answer {
            open: self.open,
            change: self.change.map(&tell),
            pauses: self.pauses.into_iter().map(&tell).collect(),
            starts: self.starts.map(&tell),
            due: self.due.map(&tell),
            always: self.always.map(&tell),
        }
    }
}

/// What the program says.
fn told_by_the_program(spans: &Spans, question: Question) -> Answer {
    let Question { at, time } = question;
    let (open, change) = match spans.state(at) {
        None => (None, None),
        Some(State::Open { until }) => (Some(true), until),
        Some(State::Closed { opens }) => (Some(false), opens),
    };
    let answer = Answer {
        open,
        change,
        pauses: spans.pauses(at).into_iter().flat_map(|(start, end)| [start, end]).collect(),
        starts: spans.clock_starts(at),
        due: spans.add(at, time),
        always: time.duration().and_then(|time| time.always_after(at)),
    };
    answer.map(|at| at.timestamp())
}

/// What the page's script says to the questions of each calendar.
fn told_by_the_script(calendars: &[(Value, &[Question])]) -> Vec<Vec<Answer>> {
    let asked: Vec<_> = calendars
        .iter()
        .map(|(data, questions)| {
            let asked: Vec<_> = questions
                .iter()
                .map(|question| json!({"at": question.at.timestamp(), "time": question.time.to_string()}))
                .collect();
            json!({"data": data, "asked": asked})
        })
        .collect();
    let mut node = Command::new("node")
        .arg(root().join("tests/suite/clock_script/ask.mjs"))
        .arg(root().join("themes/default/js/clock.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is not there: run `bash tests/run`, which installs what tests need");
    let mut questions = node.stdin.take().unwrap();
    let writer = std::thread::spawn(move || questions.write_all(&serde_json::to_vec(&asked).unwrap()));
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "the script failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A turnaround in the format's notation.
fn turnaround(text: &str) -> Turnaround {
    if !text.starts_with('{') {
        return Duration::parse(text).unwrap().into();
    }
    let piece = |key: &str| {
        let (_, rest) = text.split_once(&format!("{key}: "))?;
        Some(rest.split([',', '}']).next()?.trim_matches('"'))
    };
    let parts = DayTimeParts { days: piece("days"), at: piece(" at"), asked_by: piece("asked_by") };
    Turnaround::By(DayTime::parse(&parts).unwrap())
}

/// The spans that a calendar's data reach over.
fn spans_of(calendar: &Calendar, data: &CalendarData) -> Spans {
    calendar.spans(moment(data.from * 60), moment(data.until * 60 - 1))
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn in_words(seconds: i64) -> String {
    moment(seconds).to_rfc3339_opts(SecondsFormat::Secs, true)
}
