//! The clock of the page is the clock of the program: the same spans, the same answers, whatever the
//! reader's time zone. And what a page cannot know it does not say.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use luukku::clock::{Calendar, Country, Duration, Hours, Spans, State};
use luukku::feeds::CalendarData;
use luukku::promise::{Clocks, answer};
use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use proptest::{array, collection, option};
use serde_json::{Value, json};

use super::{Browser, Server};
use crate::site::{Site, now, root};

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

/// The questions of one calendar, answered by the page's script in the order in which they are asked.
const ASK: &str = "
    const spans = new luukku.Spans(data);
    return questions.map(([at, days, minutes]) => {
        const state = spans.state(at);
        return [state && [state.open, state.change], spans.clockStarts(at), spans.add(at, {days, minutes})];
    });";

#[test]
fn the_script_counts_as_the_program_does() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address("services/pay-correction.html"));
    let mut runner = TestRunner::deterministic();
    let (calendars, instants) = (calendar(), question());
    let mut open = 0;
    for _ in 0..CALENDARS {
        let (calendar, begin) = calendars.new_tree(&mut runner).unwrap().current();
        let data = CalendarData::new(&calendar, begin);
        let spans = calendar.spans(moment(data.from * 60), moment(data.until * 60 - 1));
        let edges: Vec<i64> =
            spans.spans().flat_map(|span| [span.start(), span.end()]).map(|at| at.timestamp()).collect();
        let mut questions: Vec<(i64, Duration)> = (0..QUESTIONS)
            .map(|_| {
                let (place, nudge, days, minutes) = instants.new_tree(&mut runner).unwrap().current();
                let at = edges.get(place % (2 * edges.len().max(1))).copied();
                let anywhere = data.from * 60 - 3_600 + place as i64 % ((data.until - data.from) * 60 + 7_200);
                (at.map_or(anywhere, |edge| edge + nudge), Duration::new(days, minutes).unwrap())
            })
            .collect();
        // Days later the clock shows the same time twice, or not at all.
        for (change, _) in spans.offsets().into_iter().skip(1) {
            for (days, nudge) in [(1, -1_800), (1, 1_800), (2, 600), (3, 2_400), (7, 1_200)] {
                let at = change.timestamp() - i64::from(days) * 86_400 + nudge;
                questions.push((at, Duration::new(days, 0).unwrap()));
            }
        }
        let asked: Vec<_> = questions.iter().map(|(at, time)| (at, time.days(), time.minutes())).collect();
        let script = format!(
            "const data = {}; const questions = {}; {ASK}",
            json!(data),
            serde_json::to_string(&asked).unwrap()
        );
        let answers = browser.run(&script);
        for ((at, time), told) in questions.iter().zip(answers.as_array().unwrap()) {
            let expected = expected(&spans, *at, *time);
            open += usize::from(expected[0][0] == true);
            assert_eq!(told, &expected, "{calendar:?} from {begin}, asked {} for {time}", moment(*at));
        }
    }
    assert!(open > CALENDARS * QUESTIONS / 20, "only {open} questions were asked at an open moment");
}

/// What the program says.
fn expected(spans: &Spans, at: i64, time: Duration) -> Value {
    let seconds = |at: Option<DateTime<Utc>>| at.map(|at| at.timestamp());
    let state = spans.state(moment(at)).map(|state| match state {
        State::Open { until } => (true, seconds(until)),
        State::Closed { opens } => (false, seconds(opens)),
    });
    json!([state, seconds(spans.clock_starts(moment(at))), seconds(spans.add(moment(at), time))])
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
        let closed = closed.into_iter().map(|ahead| (begin + TimeDelta::days(ahead)).date_naive());
        let hours = Hours::parse(&rules.join("; ")).unwrap();
        (Calendar::new(hours, Country::parse("FI").ok(), closed, zone.parse::<Tz>().unwrap()), begin)
    })
}

fn span(from: u32, length: u32) -> String {
    let end = (from + length - 1) % 1440 + 1;
    format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, end / 60, end % 60)
}

/// Where to ask, how far from there, and a duration.
fn question() -> impl Strategy<Value = (usize, i64, u32, u32)> {
    let minutes = option::of(1_u32..3_000).prop_map(|minutes| minutes.unwrap_or(480));
    (any::<u32>(), select(vec![-61_i64, -1, 0, 1, 7_207]), 0_u32..12, minutes)
        .prop_map(|(place, nudge, days, minutes)| (place as usize, nudge, days, if days > 5 { 0 } else { minutes }))
}

/// What stands in the page: for each `<answer-by>` of the promises its times.
const SHOWN: &str = "
    return [...document.querySelectorAll('.promise answer-by')].map((one) =>
        [...one.querySelectorAll('dd')].map((dd) => [dd.querySelector('time').dateTime, dd.textContent]));";

#[test]
fn the_page_answers_as_the_command_does_in_every_zone() {
    let checked = luukku::check(&root().join("catalog"), now(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let clocks = Clocks::coming_year(catalog, now());
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    let mut compared = 0;
    for (zone, asked) in [
        ("Europe/Helsinki", "2026-11-27T15:40:20+02:00"),
        ("America/New_York", "2026-11-24T09:59:00+02:00"),
        ("Asia/Kolkata", "2026-12-23T17:15:00+02:00"),
        ("Pacific/Auckland", "2027-03-26T13:30:00+02:00"),
    ] {
        let (reader, asked): (Tz, DateTime<Utc>) = (zone.parse().unwrap(), asked.parse().unwrap());
        browser.zone(zone);
        browser.clock(asked);
        for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()).step_by(6) {
            let promised: Vec<_> = service.standards.iter().filter(|standard| standard.promises()).collect();
            if promised.is_empty() {
                continue;
            }
            browser.open(&server.address(&format!("services/{}.html", service.slug)));
            let shown = browser.run(SHOWN);
            let home = service.zone;
            let expected: Vec<Vec<(String, String)>> = promised
                .iter()
                .map(|standard| {
                    let answer = answer(catalog, &clocks, id, standard, asked);
                    let due = answer.first_response_by.into_iter().chain(answer.resolution_by);
                    due.map(|at| told(at, asked, home, reader)).collect()
                })
                .collect();
            compared += expected.iter().map(Vec::len).sum::<usize>();
            assert_eq!(shown, json!(expected), "{} in {zone} at {asked}", service.slug);
        }
    }
    assert!(compared > 50, "only {compared} answers were compared");
}

/// The moment for programs, and in the reader's words.
fn told(at: DateTime<Utc>, now: DateTime<Utc>, home: Tz, reader: Tz) -> (String, String) {
    let (there, here) = (at.with_timezone(&home), at.with_timezone(&reader));
    let day = match (here.date_naive() - now.with_timezone(&reader).date_naive()).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => here.format("%a %-d %b").to_string(),
    };
    let mut words = format!("{day} at {}", here.format("%H:%M"));
    if there.naive_local() != here.naive_local() {
        let other_day = there.date_naive() != here.date_naive();
        let time = there.format(if other_day { "%a %-d %b at %H:%M" } else { "%H:%M" });
        words.push_str(&format!("{time} where the service is"));
    }
    (there.to_rfc3339_opts(SecondsFormat::Secs, false), words)
}

/// The lines of `<open-now>`, its state, and how many answers are promised for now.
const STATE: &str = "
    const open = document.querySelector('.counter__now open-now');
    const answers = [...document.querySelectorAll('answer-by')].filter((one) => one.checkVisibility());
    return [open.dataset.state, [...open.children].map((line) => line.textContent), answers.length];";

#[test]
fn open_until_closed_until_and_nothing_when_nothing_is_known() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    // Lines do not break at the dash.
    let hours = "Mon–Thu 08:00–15:30, Fri 08:00–14:00".replace('–', "\u{2060}–\u{2060}");
    for (now, state, line) in [
        ("2026-11-24T10:20:00+02:00", "open", Some("Open until 15:30")),
        ("2026-11-24T15:10:00+02:00", "closing", Some("Open until 15:30")),
        ("2026-11-24T15:30:00+02:00", "closed", Some("Opens tomorrow at 08:00")),
        ("2026-11-25T06:00:00+02:00", "closed", Some("Opens today at 08:00")),
        ("2026-11-27T18:00:00+02:00", "closed", Some("Opens Mon 30 Nov at 08:00")),
        ("2029-11-27T10:00:00+02:00", "unknown", None),
        ("2026-11-01T10:00:00+02:00", "unknown", None),
    ] {
        browser.clock(now.parse().unwrap());
        browser.open(&server.address("services/pay-correction.html"));
        let lines: Vec<&str> = line.into_iter().chain([hours.as_str()]).collect();
        let answers = if line.is_some() { 3 } else { 0 };
        assert_eq!(browser.run(STATE), json!([state, lines, answers]), "{now}");
    }
}

#[test]
fn a_change_is_spoken_once_and_ticks_are_not() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    browser.clock("2026-11-24T15:28:00+02:00".parse().unwrap());
    browser.open(&server.address("services/pay-correction.html"));
    // Every change inside a live region is what a screen reader is given to say.
    let spoken = browser.run_async(
        "const said = [];
         const live = [...document.querySelectorAll('[role=status], [aria-live]')];
         for (const region of live)
             new MutationObserver(() => said.push(region.textContent))
                 .observe(region, {childList: true, characterData: true, subtree: true});
         const begin = Date.now();
         for (let minute = 1; minute <= 4; minute++) {
             Date.now = () => begin + minute * 60000;
             document.dispatchEvent(new Event('visibilitychange'));
             await new Promise((resolve) => setTimeout(resolve));
         }
         return [live.length, said];",
    );
    assert_eq!(spoken, json!([1, ["Opens tomorrow at 08:00"]]));
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}
