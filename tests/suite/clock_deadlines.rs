//! Deadlines: when they come, what a closed day moves, and what is said of those that make no sense.

use chrono_tz::Europe::Helsinki;
use luukku::clock::{Country, Deadline, DeadlineField, DeadlineParts};

use crate::clock::{OFFICE, calendar, local, shown};

fn parts<'a>(
    every: Option<&'a str>,
    on: &'a [&'a str],
    at: Option<&'a str>,
    if_closed: Option<&'a str>,
) -> DeadlineParts<'a> {
    DeadlineParts { every, on, at, if_closed, from: None }
}

/// The pieces are `every` (with `from` behind it), `on` (several with commas), `at` and `if_closed`.
#[track_caller]
fn deadlines(pieces: [&str; 4], from: &str, to: &str) -> Vec<String> {
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    let pieces: [&'static str; 4] = pieces.map(|piece| &*piece.to_owned().leak());
    let on: Vec<&str> = pieces[1].split(", ").collect();
    let (every, on) = match pieces[0].split_once(" from ") {
        Some((every, from)) => (DeadlineParts { from: some(from), ..DeadlineParts::new(every, &[]) }, on),
        None => (DeadlineParts { every: some(pieces[0]), ..DeadlineParts::default() }, on),
    };
    let on: Vec<&str> = on.into_iter().filter(|day| !day.is_empty()).collect();
    let parts = DeadlineParts { on: &on, at: some(pieces[2]), if_closed: some(pieces[3]), ..every };
    let deadline = Deadline::parse(&parts).unwrap();
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
fn every_two_weeks() {
    // The date's own weekday, from that date on.
    assert_eq!(
        deadlines(["2 weeks from 2026-12-04", "", "12:00", ""], "2026-11-01 00:00", "2027-01-03 00:00"),
        ["Fri 2026-12-04 12:00", "Fri 2026-12-18 12:00", "Fri 2027-01-01 12:00"]
    );
    // 1 January is a holiday.
    assert_eq!(
        deadlines(["2 weeks from 2026-12-04", "", "12:00", "before"], "2026-12-20 00:00", "2027-01-16 00:00"),
        ["Thu 2026-12-31 12:00", "Fri 2027-01-15 12:00"]
    );
    // The first Monday and Thursday that come on or after it.
    assert_eq!(
        deadlines(["2 weeks from 2026-12-04", "mon, thu", "12:00", ""], "2026-11-01 00:00", "2026-12-25 00:00"),
        ["Mon 2026-12-07 12:00", "Thu 2026-12-10 12:00", "Mon 2026-12-21 12:00", "Thu 2026-12-24 12:00"]
    );
    // Counted over a leap day and the change of the clocks, years later.
    assert_eq!(
        deadlines(["2 weeks from 2024-02-16", "", "12:00", ""], "2028-02-20 00:00", "2028-04-05 00:00"),
        ["Fri 2028-02-25 12:00", "Fri 2028-03-10 12:00", "Fri 2028-03-24 12:00"]
    );
}

/// Counting begins at the date, however far away it is: thousands of such lines cost no more than others.
#[test]
fn two_weeks_from_a_date_centuries_away() {
    let deadline = Deadline::parse(&DeadlineParts {
        from: Some("9000-01-03"),
        at: Some("12:00"),
        ..DeadlineParts::new("2 weeks", &[])
    })
    .unwrap();
    let calendar = calendar(OFFICE);
    for _ in 0..2_000 {
        let next = deadline.next(local("2026-11-30 12:00"), &calendar).unwrap();
        assert_eq!(next.date.to_string(), "9000-01-03");
    }
}

#[test]
fn several_days_and_weekdays_of_a_month() {
    assert_eq!(
        deadlines(["month", "1, 15", "12:00", "after"], "2026-10-01 00:00", "2026-12-31 00:00"),
        [
            "Thu 2026-10-01 12:00",
            "Thu 2026-10-15 12:00",
            "Mon 2026-11-02 12:00",
            "Mon 2026-11-16 12:00",
            "Tue 2026-12-01 12:00",
            "Tue 2026-12-15 12:00",
        ]
    );
    assert_eq!(
        deadlines(["month", "first mon, third mon", "12:00", ""], "2026-11-01 00:00", "2026-12-31 00:00"),
        ["Mon 2026-11-02 12:00", "Mon 2026-11-16 12:00", "Mon 2026-12-07 12:00", "Mon 2026-12-21 12:00"]
    );
    assert_eq!(
        deadlines(["month", "last wed", "12:00", ""], "2026-11-01 00:00", "2027-02-01 00:00"),
        ["Wed 2026-11-25 12:00", "Wed 2026-12-30 12:00", "Wed 2027-01-27 12:00"]
    );
    assert_eq!(
        deadlines(["quarter", "first tue", "12:00", ""], "2026-01-01 00:00", "2026-12-31 00:00"),
        ["Tue 2026-01-06 12:00", "Tue 2026-04-07 12:00", "Tue 2026-07-07 12:00", "Tue 2026-10-06 12:00"]
    );
    assert_eq!(
        deadlines(["year", "fourth thu", "12:00", ""], "2026-01-01 00:00", "2027-12-31 00:00"),
        ["Thu 2026-01-22 12:00", "Thu 2027-01-28 12:00"]
    );
    // The last working day is the 31st: one deadline, not two.
    assert_eq!(
        deadlines(["month", "31, last-working-day", "", ""], "2026-12-01 00:00", "2027-01-01 00:00"),
        ["Thu 2026-12-31 16:00"]
    );
    assert_eq!(
        deadlines(["once", "2026-12-01, 2027-03-01", "12:00", ""], "2026-11-01 00:00", "2027-12-31 00:00"),
        ["Tue 2026-12-01 12:00", "Mon 2027-03-01 12:00"]
    );
}

#[test]
fn the_next_deadline() {
    let next = |pieces: (&str, &str), after: &str| {
        let deadline = Deadline::parse(&parts(Some(pieces.0), &[pieces.1], Some("12:00"), Some("before"))).unwrap();
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
        (Some("fortnight"), "25", None, None, "Every", Some("2 weeks")),
        (None, "25", None, None, "Every", None),
        (Some("month"), "25th", None, None, "On(0)", Some("25")),
        (Some("month"), "25.", None, None, "On(0)", Some("25")),
        (Some("month"), "32", None, None, "On(0)", None),
        (Some("month"), "fri", None, None, "On(0)", None),
        (Some("month"), "last working day", None, None, "On(0)", Some("last-working-day")),
        (Some("month"), "first Monday", None, None, "On(0)", Some("first mon")),
        (Some("month"), "2nd tue", None, None, "On(0)", Some("second tue")),
        (Some("month"), "toinen tiistai", None, None, "On(0)", Some("second tue")),
        (Some("month"), "sista fredag", None, None, "On(0)", Some("last fri")),
        (Some("month"), "ostatni piątek", None, None, "On(0)", Some("last fri")),
        (Some("month"), "first", None, None, "On(0)", None),
        (Some("month"), "fifth mon", None, None, "On(0)", None),
        (Some("week"), "first mon", None, None, "On(0)", Some("mon")),
        (Some("month"), "1 and 15", None, None, "On(0)", Some("[1, 15]")),
        (Some("month"), "1., 15.", None, None, "On(0)", Some("[1, 15]")),
        (Some("month"), "first Monday of the month", None, None, "On(0)", Some("first mon")),
        (Some("month"), "first mon and third mon", None, None, "On(0)", Some("[first mon, third mon]")),
        (Some("week"), "ma ja to", None, None, "On(0)", Some("[mon, thu]")),
        (Some("2 weeks"), "fri", None, None, "Every", None),
        (Some("2 weeks"), "15", None, None, "On(0)", None),
        (Some("varannan vecka"), "fri", None, None, "Every", Some("2 weeks")),
        (Some("month"), "3rd working day", None, None, "On(0)", Some("working-day 3")),
        (Some("month"), "working-day 0", None, None, "On(0)", None),
        (Some("month"), "2026-11-25", None, None, "On(0)", Some("25")),
        (Some("week"), "Friday", None, None, "On(0)", Some("fri")),
        (Some("week"), "25", None, None, "On(0)", None),
        (Some("year"), "15.12.", None, None, "On(0)", Some("12-15")),
        (Some("year"), "02-30", None, None, "On(0)", None),
        (Some("year"), "25", None, None, "On(0)", None),
        (Some("year"), "2026-12-15", None, None, "On(0)", Some("12-15")),
        (Some("once"), "15.12.2026", None, None, "On(0)", Some("2026-12-15")),
        (Some("once"), "12-15", None, None, "On(0)", None),
        (Some("month"), "25", Some("12.00"), None, "At", Some("12:00")),
        (Some("month"), "25", Some("9:30"), None, "At", Some("09:30")),
        (Some("month"), "25", Some("klo 12"), None, "At", Some("12:00")),
        (Some("month"), "25", Some("4pm"), None, "At", Some("16:00")),
        (Some("month"), "25", Some("25:00"), None, "At", None),
        (Some("month"), "25", None, Some("previous"), "IfClosed", Some("before")),
        (Some("month"), "25", None, Some("skip"), "IfClosed", None),
    ] {
        let error = Deadline::parse(&parts(every, &[on], at, if_closed)).unwrap_err();
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
        every in "(week|2 weeks|month|quarter|year|once|\\PC{0,9})",
        on in "(working-day [0-9]{1,4}|[0-9]{1,2}|[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\
               (1st )?[a-z]{2,7}|[0-9.:-]{0,11}|\\PC{0,20})",
        at in "([0-2][0-9]:[0-5][0-9]|[0-9.:apm ]{0,8}|\\PC{0,9})",
        if_closed in "(before|after|same|\\PC{0,9})",
    ) {
        let _ = Country::parse(&every);
        match Deadline::parse(&parts(Some(&every), &[&on], Some(&at), Some(&if_closed))) {
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
                    DeadlineField::On(_) => on = meant,
                    DeadlineField::From => unreachable!("none is given"),
                    DeadlineField::At => at = meant,
                    DeadlineField::IfClosed => if_closed = meant,
                }
                let again = Deadline::parse(&parts(Some(&every), &[&on], Some(&at), Some(&if_closed)));
                proptest::prop_assert!(again.is_ok() || again.unwrap_err().message != error.message);
            }
        }
    }
}

#[test]
fn a_long_closure_moves_a_deadline_over_it_and_no_further() {
    let moved = |hours: &str, if_closed: &str| {
        let deadline = Deadline::parse(&parts(Some("year"), &["10-01"], Some("12:00"), Some(if_closed))).unwrap();
        deadline.next(local("2026-11-23 08:00"), &calendar(hours)).map(|next| shown(next.at, Helsinki))
    };
    let summer = "May-Aug Mo-Fr 08:00-16:00";
    assert_eq!(moved(summer, "before").as_deref(), Some("Tue 2027-08-31 12:00"));
    assert_eq!(moved(summer, "after").as_deref(), Some("Mon 2027-05-03 12:00"));
    assert_eq!(moved("2020 Mo-Fr 08:00-16:00", "after"), None);
}
