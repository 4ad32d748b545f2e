//! Deadlines: when they come, what a closed day moves, and what is said of those that make no sense.

use chrono_tz::Europe::Helsinki;
use luukku::clock::{Country, Deadline, DeadlineField};

use crate::clock::{OFFICE, calendar, local, shown};

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
