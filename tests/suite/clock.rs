//! The clock's rules, one by one, with dates that can be looked up in a calendar.

use chrono::{DateTime, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Helsinki;
use chrono_tz::Tz;
use luukku::clock::{Calendar, Country, Deadline, DeadlineField, Duration, Hours, Spans, State};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn calendar(hours: &str) -> Calendar {
    Calendar::new(Hours::parse(hours).unwrap(), Country::parse("FI").ok(), [], Helsinki)
}

/// A local time in Helsinki: `2026-11-26 16:00`; the first showing in autumn.
fn local(text: &str) -> DateTime<Utc> {
    let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Helsinki.from_local_datetime(&naive).earliest().unwrap().to_utc()
}

fn shown(at: DateTime<Utc>, zone: Tz) -> String {
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

const OFFICE: &str = "Mo-Fr 08:00-16:00; PH off";

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
    let calendar = Calendar::new(hours, None, [date(2026, 11, 24)], Helsinki);
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

#[track_caller]
fn deadlines(pieces: [&str; 4], from: &str, to: &str) -> Vec<String> {
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    let pieces: [&'static str; 4] = pieces.map(|piece| &*piece.to_owned().leak());
    let deadline = Deadline::parse(some(pieces[0]), pieces[1], some(pieces[2]), some(pieces[3])).unwrap();
    let found = deadline.within(local(from), local(to), &calendar(OFFICE));
    found.map(|occurrence| shown(occurrence.at, Helsinki)).collect()
}

#[test]
fn monthly_deadlines() {
    assert_eq!(
        deadlines(["month", "25", "12:00", "before"], "2026-10-01 00:00", "2027-01-01 00:00"),
        [
            "Fri 2026-10-23 12:00",
            "Wed 2026-11-25 12:00",
            // 25 and 24 December are holidays.
            "Wed 2026-12-23 12:00",
        ]
    );
    assert_eq!(
        deadlines(["month", "31", "12:00", ""], "2026-02-01 00:00", "2026-05-01 00:00"),
        ["Sat 2026-02-28 12:00", "Tue 2026-03-31 12:00", "Thu 2026-04-30 12:00",]
    );
    assert_eq!(
        deadlines(["month", "last-working-day", "", ""], "2026-10-01 00:00", "2026-12-01 00:00"),
        ["Fri 2026-10-30 16:00", "Mon 2026-11-30 16:00",]
    );
    // 1 January is a holiday, and 6 January.
    assert_eq!(
        deadlines(["month", "working-day 3", "", ""], "2027-01-01 00:00", "2027-02-01 00:00"),
        ["Thu 2027-01-07 16:00"]
    );
    assert_eq!(
        deadlines(["month", "15", "", "after"], "2026-11-01 00:00", "2026-12-01 00:00"),
        ["Mon 2026-11-16 16:00"]
    );
    // A closed day that stays has no closing time: it ends at midnight.
    assert_eq!(
        deadlines(["month", "15", "", "same"], "2026-11-01 00:00", "2026-12-01 00:00"),
        ["Mon 2026-11-16 00:00"]
    );
}

#[test]
fn other_periods() {
    assert_eq!(
        deadlines(["week", "fri", "14:00", "before"], "2026-03-30 00:00", "2026-04-12 00:00"),
        ["Thu 2026-04-02 14:00", "Fri 2026-04-10 14:00",]
    );
    assert_eq!(
        deadlines(["week", "last-working-day", "", ""], "2026-03-30 00:00", "2026-04-12 00:00"),
        ["Thu 2026-04-02 16:00", "Fri 2026-04-10 16:00",]
    );
    assert_eq!(
        deadlines(["quarter", "15", "12:00", ""], "2026-01-01 00:00", "2027-01-01 00:00"),
        ["Thu 2026-01-15 12:00", "Wed 2026-04-15 12:00", "Wed 2026-07-15 12:00", "Thu 2026-10-15 12:00",]
    );
    assert_eq!(
        deadlines(["quarter", "12-31", "12:00", ""], "2026-05-01 00:00", "2027-01-01 00:00"),
        ["Tue 2026-06-30 12:00", "Wed 2026-09-30 12:00", "Thu 2026-12-31 12:00",]
    );
    assert_eq!(
        deadlines(["quarter", "last-working-day", "", ""], "2026-01-01 00:00", "2026-07-01 00:00"),
        ["Tue 2026-03-31 16:00", "Tue 2026-06-30 16:00",]
    );
    assert_eq!(
        deadlines(["year", "02-29", "12:00", ""], "2027-01-01 00:00", "2029-01-01 00:00"),
        ["Sun 2027-02-28 12:00", "Tue 2028-02-29 12:00",]
    );
    assert_eq!(
        deadlines(["year", "last-working-day", "24:00", ""], "2026-01-02 00:00", "2027-02-01 00:00"),
        ["Fri 2027-01-01 00:00"]
    );
    assert_eq!(
        deadlines(["once", "2026-11-28", "10:00", "after"], "2026-01-01 00:00", "2027-02-01 00:00"),
        ["Mon 2026-11-30 10:00"]
    );
    assert_eq!(deadlines(["", "2026-11-27", "", ""], "2026-01-01 00:00", "2027-02-01 00:00"), ["Fri 2026-11-27 16:00"]);
}

#[test]
fn the_next_deadline() {
    let next = |pieces: (&str, &str), after: &str| {
        let deadline = Deadline::parse(Some(pieces.0), pieces.1, Some("12:00"), Some("before")).unwrap();
        deadline.next(local(after), &calendar(OFFICE)).map(|occurrence| shown(occurrence.at, Helsinki))
    };
    assert_eq!(next(("month", "25"), "2026-11-21 10:00").as_deref(), Some("Wed 2026-11-25 12:00"));
    assert_eq!(next(("month", "25"), "2026-11-25 12:00").as_deref(), Some("Wed 2026-12-23 12:00"));
    assert_eq!(next(("year", "12-15"), "2026-12-15 12:00").as_deref(), Some("Wed 2027-12-15 12:00"));
    assert_eq!(next(("month", "working-day 31"), "2026-12-15 12:00"), None);
    assert_eq!(next(("once", "2026-12-15"), "2026-12-15 12:00"), None);
    assert_eq!(next(("once", "2029-12-14"), "2026-12-15 12:00").as_deref(), Some("Fri 2029-12-14 12:00"));
}

#[test]
fn deadline_mistakes_are_explained() {
    for (every, on, at, if_closed, field, meant) in [
        (Some("monthly"), "25", None, None, "Every", Some("month")),
        (Some("fortnight"), "25", None, None, "Every", None),
        (None, "25", None, None, "Every", None),
        (Some("month"), "25th", None, None, "On", Some("25")),
        (Some("month"), "25.", None, None, "On", Some("25")),
        (Some("month"), "32", None, None, "On", None),
        (Some("month"), "fri", None, None, "On", None),
        (Some("month"), "last working day", None, None, "On", Some("last-working-day")),
        (Some("month"), "3rd working day", None, None, "On", Some("working-day 3")),
        (Some("month"), "working-day 0", None, None, "On", None),
        (Some("month"), "2026-11-25", None, None, "On", Some("25")),
        (Some("week"), "Friday", None, None, "On", Some("fri")),
        (Some("week"), "25", None, None, "On", None),
        (Some("year"), "15.12.", None, None, "On", Some("12-15")),
        (Some("year"), "02-30", None, None, "On", None),
        (Some("year"), "25", None, None, "On", None),
        (Some("year"), "2026-12-15", None, None, "On", Some("12-15")),
        (Some("once"), "15.12.2026", None, None, "On", Some("2026-12-15")),
        (Some("once"), "12-15", None, None, "On", None),
        (Some("month"), "25", Some("12.00"), None, "At", Some("12:00")),
        (Some("month"), "25", Some("9:30"), None, "At", Some("09:30")),
        (Some("month"), "25", Some("klo 12"), None, "At", Some("12:00")),
        (Some("month"), "25", Some("4pm"), None, "At", Some("16:00")),
        (Some("month"), "25", Some("25:00"), None, "At", None),
        (Some("month"), "25", None, Some("previous"), "IfClosed", Some("before")),
        (Some("month"), "25", None, Some("skip"), "IfClosed", None),
    ] {
        let error = Deadline::parse(every, on, at, if_closed).unwrap_err();
        assert_eq!(
            (format!("{:?}", error.field).as_str(), error.suggestion.as_deref()),
            (field, meant),
            "{on}: {}",
            error.message
        );
    }
}

proptest::proptest! {
    #[test]
    fn any_pieces_of_a_deadline_are_read_without_panic(
        every in "(week|month|quarter|year|once|\\PC{0,9})",
        on in "(working-day [0-9]{1,4}|[0-9]{1,2}|[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\
               (1st )?[a-z]{2,7}|[0-9.:-]{0,11}|\\PC{0,20})",
        at in "([0-2][0-9]:[0-5][0-9]|[0-9.:apm ]{0,8}|\\PC{0,9})",
        if_closed in "(before|after|same|\\PC{0,9})",
    ) {
        let _ = Country::parse(&every);
        match Deadline::parse(Some(&every), &on, Some(&at), Some(&if_closed)) {
            Ok(deadline) => {
                let after = local("2028-02-28 12:00");
                if let Some(next) = deadline.next(after, &calendar(OFFICE)) {
                    proptest::prop_assert!(next.at > after);
                }
            }
            Err(error) => {
                // A suggestion for a field is never refused for the same reason.
                let Some(meant) = error.suggestion else { return Ok(()) };
                let (mut every, mut on, mut at, mut if_closed) = (every, on, at, if_closed);
                match error.field {
                    DeadlineField::Every => every = meant,
                    DeadlineField::On => on = meant,
                    DeadlineField::At => at = meant,
                    DeadlineField::IfClosed => if_closed = meant,
                }
                let again = Deadline::parse(Some(&every), &on, Some(&at), Some(&if_closed));
                proptest::prop_assert!(again.is_ok() || again.unwrap_err().message != error.message);
            }
        }
    }
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

#[test]
fn a_long_closure_moves_a_deadline_over_it_and_no_further() {
    let moved = |hours: &str, if_closed: &str| {
        let deadline = Deadline::parse(Some("year"), "10-01", Some("12:00"), Some(if_closed)).unwrap();
        deadline.next(local("2026-11-23 08:00"), &calendar(hours)).map(|next| shown(next.at, Helsinki))
    };
    let summer = "May-Aug Mo-Fr 08:00-16:00";
    assert_eq!(moved(summer, "before").as_deref(), Some("Tue 2027-08-31 12:00"));
    assert_eq!(moved(summer, "after").as_deref(), Some("Mon 2027-05-03 12:00"));
    assert_eq!(moved("2020 Mo-Fr 08:00-16:00", "after"), None);
}
