//! The clock's rules, one by one, with dates that can be looked up in a calendar.

use chrono::{DateTime, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Helsinki;
use chrono_tz::Tz;
use luukku::clock::{Calendar, Country, Deadline, Duration, Hours, Spans, State};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn calendar(hours: &str) -> Calendar {
    Calendar::new(Hours::parse(hours).unwrap(), Country::parse("FI").ok(), [], Helsinki)
}

/// A local time in Helsinki: `2026-11-26 16:00`; the first showing in autumn.
pub(crate) fn local(text: &str) -> DateTime<Utc> {
    let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Helsinki.from_local_datetime(&naive).earliest().unwrap().to_utc()
}

pub(crate) fn shown(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%a %Y-%m-%d %H:%M").to_string()
}

fn spans(calendar: &Calendar, asked: DateTime<Utc>) -> Spans {
    calendar.spans(asked, asked + chrono::TimeDelta::days(60))
}

#[track_caller]
fn due(hours: &str, asked: &str, duration: &str, expected: &str) {
    due_in(&calendar(hours), asked, duration, expected);
}

#[track_caller]
fn due_in(calendar: &Calendar, asked: &str, duration: &str, expected: &str) {
    let asked = local(asked);
    let due = spans(calendar, asked).add(asked, Duration::parse(duration).unwrap()).unwrap();
    assert_eq!(shown(due, Helsinki), expected);
}

pub(crate) const OFFICE: &str = "Mo-Fr 08:00-16:00; PH off";

#[test]
fn the_two_outside_cases() {
    due("Mo-Fr 09:00-17:00", "2026-11-19 16:00", "4h", "Fri 2026-11-20 12:00");
    due("Mo-Fr 09:00-17:00", "2026-11-20 16:30", "1h", "Mon 2026-11-23 09:30");
}

#[test]
fn eight_hours_over_weekends_and_holidays() {
    due(OFFICE, "2026-11-20 15:00", "8h", "Mon 2026-11-23 15:00");
    // Good Friday and Easter Monday 2026: 3 and 6 April.
    due(OFFICE, "2026-04-02 15:00", "8h", "Tue 2026-04-07 15:00");
    // Finland's list has 24, 25 and 26 December.
    due(OFFICE, "2026-12-23 15:00", "8h", "Mon 2026-12-28 15:00");
}

#[test]
fn hours() {
    // What ends exactly at closing time is due at closing time.
    due(OFFICE, "2026-11-19 12:00", "4h", "Thu 2026-11-19 16:00");
    due(OFFICE, "2026-11-20 08:00", "8h", "Fri 2026-11-20 16:00");
    // Asked while closed, and at the second of closing, the clock starts at the next opening.
    due(OFFICE, "2026-11-19 20:00", "1h", "Fri 2026-11-20 09:00");
    due(OFFICE, "2026-11-20 16:00", "1h", "Mon 2026-11-23 09:00");
    due(OFFICE, "2026-11-19 03:00", "30m", "Thu 2026-11-19 08:30");
    // A lunch break.
    due("Mo-Fr 08:00-11:00,12:00-16:00", "2026-11-19 10:30", "1h", "Thu 2026-11-19 12:30");
    due("Mo-Fr 08:00-11:00,12:00-16:00", "2026-11-19 10:00", "1h", "Thu 2026-11-19 11:00");
}

#[test]
fn days() {
    // The same time of day two opening days later.
    due(OFFICE, "2026-11-19 10:15", "2d", "Mon 2026-11-23 10:15");
    due(OFFICE, "2026-11-20 20:00", "1d", "Tue 2026-11-24 08:00");
    // Not open at that time: the last open moment before it on that day.
    due("Mo-Th 08:00-16:00; Fr 08:00-14:00", "2026-11-19 15:00", "1d", "Fri 2026-11-20 14:00");
    due("Mo-We 08:00-16:00; Th 08:00-11:00,12:00-16:00", "2026-11-18 11:30", "1d", "Thu 2026-11-19 11:00");
    // Or the day's opening if there is none.
    due("Mo-We 08:00-16:00; Th 10:00-16:00", "2026-11-18 08:30", "1d", "Thu 2026-11-19 10:00");
    // At closing time exactly it is due at closing time.
    due("Mo-Th 08:00-16:00; Fr 08:00-14:00", "2026-11-19 14:00", "1d", "Fri 2026-11-20 14:00");
}

#[test]
fn days_first_then_hours() {
    due(OFFICE, "2026-11-19 14:00", "1d 4h", "Mon 2026-11-23 10:00");
    due("Mo-Th 08:00-16:00; Fr 08:00-14:00", "2026-11-19 15:00", "1d 30m", "Mon 2026-11-23 08:30");
}

#[test]
fn nights_belong_to_the_day_on_which_they_begin() {
    const NIGHTS: &str = "Mo-Fr 22:00-06:00";
    due(NIGHTS, "2026-11-20 23:00", "4h", "Sat 2026-11-21 03:00");
    // Half past one in the night of Monday is 25:30 of Monday.
    due(NIGHTS, "2026-11-24 01:30", "1d", "Wed 2026-11-25 01:30");
    // In the night of Friday, one opening day later is the night of Monday.
    due(NIGHTS, "2026-11-21 01:30", "1d", "Tue 2026-11-24 01:30");
    // A shorter night: its end.
    due("Mo 22:00-06:00; Tu 22:00-01:00", "2026-11-24 03:00", "1d", "Wed 2026-11-25 01:00");
    // 6 January 2026 is a Tuesday and a holiday: Monday's night runs through, Tuesday's does not begin.
    due("Mo-Fr 22:00-06:00; PH off", "2026-01-05 23:00", "8h", "Wed 2026-01-07 23:00");
}

#[test]
fn a_closed_day_closes_what_begins_on_it() {
    let hours = Hours::parse("Mo-Fr 22:00-06:00").unwrap();
    let calendar = Calendar::new(hours, None, [date(2026, 11, 24).into()], Helsinki);
    due_in(&calendar, "2026-11-23 23:00", "8h", "Wed 2026-11-25 23:00");
    let days: Vec<u32> = {
        use chrono::Datelike;
        calendar.spans(local("2026-11-23 00:00"), local("2026-11-26 12:00")).opening_days().map(|d| d.day()).collect()
    };
    assert_eq!(days, [23, 25, 26]);
}

#[test]
fn a_closed_time_cuts_into_a_night() {
    due("Mo-Fr 22:00-06:00; Tu 02:00-03:00 off", "2026-11-23 22:00", "5h", "Tue 2026-11-24 04:00");
}

#[test]
fn around_the_clock_every_date_is_an_opening_day() {
    due("24/7", "2026-11-19 16:40", "2d", "Sat 2026-11-21 16:40");
    due("24/7", "2026-11-19 16:40", "36h", "Sat 2026-11-21 04:40");
    let asked = local("2026-11-19 16:40");
    let spans = spans(&calendar("24/7"), asked);
    assert_eq!(spans.state(asked), Some(State::Open { until: None }));
    assert!(spans.spans().all(|span| span.end() - span.start() == chrono::TimeDelta::days(1)));
}

#[test]
fn a_pause_is_not_the_end_of_the_day() {
    let hours = "Mo-Th 08:00-11:00,12:00-14:00,14:15-16:00; Fr 08:00-10:00,12:01-16:00; Sa 23:00-24:00; Su 01:00-02:00";
    let spans = spans(&calendar(hours), local("2026-11-17 07:00"));
    let told = |at: &str| {
        let pauses = spans
            .pauses(local(at))
            .into_iter()
            .map(|(from, to)| [from, to].map(|at| shown(at, Helsinki)[15..].to_owned()).join("-"));
        pauses.collect::<Vec<_>>().join(" ")
    };
    let (lunch, coffee) = ("11:00-12:00", "14:00-14:15");
    assert_eq!(told("2026-11-17 07:59"), "");
    assert_eq!(told("2026-11-17 08:00"), format!("{lunch} {coffee}"));
    assert_eq!(told("2026-11-17 11:30"), format!("{lunch} {coffee}"));
    assert_eq!(told("2026-11-17 12:00"), coffee);
    assert_eq!(told("2026-11-17 15:00"), "");
    assert_eq!(told("2026-11-17 16:00"), "");
    // More than two hours are no pause, and what opens on another day is not either.
    assert_eq!(told("2026-11-20 09:00"), "");
    assert_eq!(told("2026-11-21 23:30"), "");
}

#[test]
fn touching_spans_are_one_state() {
    let asked = local("2026-11-19 16:40");
    let spans = spans(&calendar("Mo-Th 16:00-24:00, Tu-Fr 00:00-04:00"), asked);
    assert_eq!(spans.state(asked), Some(State::Open { until: Some(local("2026-11-20 04:00")) }));
    assert_eq!(spans.state(local("2026-11-20 04:00")), Some(State::Closed { opens: Some(local("2026-11-23 16:00")) }));
    assert_eq!(spans.clock_starts(local("2026-11-21 12:00")), Some(local("2026-11-23 16:00")));
}

#[test]
fn changes_of_the_clock() {
    // 22:00-06:00 in the night of 24 October 2026 are nine hours, and 28 March seven.
    due("Mo-Su 22:00-06:00", "2026-10-24 22:00", "9h", "Sun 2026-10-25 06:00");
    due("Mo-Su 22:00-06:00", "2026-03-28 22:00", "7h", "Sun 2026-03-29 06:00");
    due("Mo-Su 08:00-16:00", "2026-03-28 10:00", "1d", "Sun 2026-03-29 10:00");
    due("24/7", "2026-10-24 03:30", "1d", "Sun 2026-10-25 03:30");
    due("24/7", "2026-10-24 12:00", "24h", "Sun 2026-10-25 11:00");
    // Half past three is skipped: due at the jump.
    due("24/7", "2026-03-28 03:30", "1d", "Sun 2026-03-29 04:00");
}

#[test]
fn a_clock_that_always_runs_counts_24_hours() {
    let asked = local("2026-10-24 12:00");
    let due = Duration::parse("1d 1h").unwrap().always_after(asked).unwrap();
    assert_eq!(shown(due, Helsinki), "Sun 2026-10-25 12:00");
}

#[test]
fn seconds_are_kept() {
    let asked = local("2026-11-19 15:59") + chrono::TimeDelta::seconds(42);
    let due = |text| spans(&calendar(OFFICE), asked).add(asked, Duration::parse(text).unwrap()).unwrap();
    assert_eq!(due("1h"), local("2026-11-20 08:59") + chrono::TimeDelta::seconds(42));
    assert_eq!(due("1d").second(), 42);
}

#[test]
fn a_short_horizon_is_an_answer_of_its_own() {
    let asked = local("2026-11-19 12:00");
    let spans = calendar(OFFICE).spans(asked, asked);
    assert_eq!(spans.add(asked, Duration::parse("4h").unwrap()), Some(local("2026-11-19 16:00")));
    assert_eq!(spans.add(asked, Duration::parse("100h").unwrap()), None);
    assert_eq!(spans.add(asked, Duration::parse("9d").unwrap()), None);
    assert_eq!(spans.add(local("2026-11-12 12:00"), Duration::parse("1h").unwrap()), None);
    assert_eq!(spans.state(local("2027-11-12 12:00")), None);
    let never = calendar("Mo-Fr off").spans(asked, asked);
    assert_eq!((never.clock_starts(asked), never.state(asked)), (None, Some(State::Closed { opens: None })));
}

#[test]
fn open_times_are_cut_to_the_instants_between_which_they_are_asked_for() {
    let at = |text: &str| local(text).timestamp();
    let spans = spans(&calendar(OFFICE), local("2026-11-23 00:00"));
    let open: Vec<_> = spans.open_between(at("2026-11-23 09:00"), at("2026-11-24 08:30")).collect();
    assert_eq!(
        open,
        [("09:00", "16:00", 23), ("08:00", "08:30", 24)]
            .map(|(from, to, day)| { (at(&format!("2026-11-{day} {from}")), at(&format!("2026-11-{day} {to}"))) })
    );
}

#[test]
fn open_seconds_between_two_instants() {
    let from = local("2026-11-19 15:00");
    let spans = spans(&calendar(OFFICE), from);
    assert_eq!(spans.open_seconds(from, local("2026-11-23 09:30")), (1 + 8) * 3600 + 5400);
    assert_eq!(spans.open_seconds(local("2026-11-23 09:30"), from), 0);
}

#[test]
fn equal_calendars_are_one() {
    use std::collections::HashSet;
    let set: HashSet<Calendar> =
        ["Mo-Fr 08:00-16:00; PH off", "mo-fr 8:00-16:00 ; PH off", "Mo-Fr 08:00-16:00"].map(calendar).into();
    assert_eq!(set.len(), 2);
    fn shared<T: Send + Sync>() {}
    shared::<(Calendar, Spans, Deadline, luukku::clock::Timetable)>();
}

/// The rest of a night that closed times have cut begins after the next day has opened.
#[test]
fn a_night_cut_in_two_keeps_its_order() {
    let calendar = calendar("Mo-Su 20:00-06:00; 00:00-04:00 off; Sa 02:00-03:00");
    let asked = local("2026-11-27 20:00");
    let spans = spans(&calendar, asked);
    let starts: Vec<_> = spans.spans().map(|span| span.start()).collect();
    assert!(starts.is_sorted());
    assert_eq!(spans.state(local("2026-11-28 02:30")), Some(State::Open { until: Some(local("2026-11-28 03:00")) }));
    assert_eq!(spans.clock_starts(local("2026-11-28 03:00")), Some(local("2026-11-28 04:00")));
    assert_eq!(spans.open_seconds(asked, local("2026-11-28 06:00")), 7 * 3_600);
    due_in(&calendar, "2026-11-27 20:00", "6h", "Sat 2026-11-28 05:00");
}

/// The office with special days as a catalog writes them.
fn office(special: &str) -> Calendar {
    let frame = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\ncountry: FI";
    let company = format!("{frame}\nhours: {{office: 'Mo-Fr 08:00-16:00'}}\n{special}");
    let files = [("catalog.yaml", company.as_str()), ("departments/d.yaml", "name: D\nhours: office\n")];
    let mut diagnostics = luukku::diagnostic::Diagnostics::new();
    let files: luukku::source::FilesInMemory = files.into_iter().collect();
    let (documents, _) = luukku::source::load(files, &mut diagnostics).unwrap();
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{:?}", diagnostics.iter().collect::<Vec<_>>());
    let (_, department) = catalog.departments().next().unwrap();
    catalog.calendar(department.calendar.unwrap()).clone()
}

#[test]
fn closed_days_in_a_row_are_closed_from_the_first_to_the_last() {
    let holiday = office("closed_days: [{from: 2027-07-05, until: 2027-07-25, name: Factory holiday}]\n");
    due_in(&holiday, "2027-07-02 15:00", "2h", "Mon 2027-07-26 09:00");
    due_in(&holiday, "2027-07-13 12:00", "1h", "Mon 2027-07-26 09:00");
}

#[test]
fn a_day_of_each_year_is_closed_in_each_year() {
    let eve = office("closed_days: [{every: year, on: 12-31}]\n");
    due_in(&eve, "2026-12-30 15:30", "1h", "Fri 2027-01-01 08:30");
    due_in(&eve, "2027-12-30 15:30", "1h", "Mon 2028-01-03 08:30");
}

#[test]
fn a_short_day_is_cut_to_its_times() {
    let short = office("short_days: [{every: year, on: 12-23, hours: '10:00-12:00'}]\n");
    due_in(&short, "2026-12-23 09:00", "1h", "Wed 2026-12-23 11:00");
    due_in(&short, "2026-12-23 11:30", "1h", "Thu 2026-12-24 08:30");
    // Nothing opens on a Sunday because it is a short day.
    let sunday = office("short_days: [{on: 2026-12-20, hours: '08:00-12:00'}]\n");
    due_in(&sunday, "2026-12-20 09:00", "1h", "Mon 2026-12-21 09:00");
}
