//! Hours, durations, dates, shares and files that mean nothing.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

#[test]
fn invalid_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: ma-pe klo 8-16
        ",
    );
    assert_snapshot!(project.finding("invalid-hours"), @"
    error[invalid-hours]: these hours make no sense from `ma-pe klo 8-16` on; the notation is like `Mo-Fr 08:00-16:00; PH off`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: ma-pe klo 8-16
      |        ^^^^^^^^^^^^^^
      |
      = note: without hours nobody can tell when an answer comes
    help: did you mean `Mo-Fr 08:00-16:00`?
      |
    2 - hours: ma-pe klo 8-16
    2 + hours: Mo-Fr 08:00-16:00
      |
    ");
}

#[test]
fn doubtful_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: Mo-Fr 08:00-25:00
        ",
    );
    assert_snapshot!(project.finding("doubtful-hours"), @"
    warning[doubtful-hours]: `25:00` means a time of the next day
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: Mo-Fr 08:00-25:00
      |        ^^^^^^^^^^^^^^^^^
      |
      = note: readers are told that somebody answers at these times
      = help: write it as that day's clock shows it, if it is meant
    ");
}

#[test]
fn invalid_duration() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            own_work: half a day
        ",
    );
    assert_snapshot!(project.finding("invalid-duration"), @"
    error[invalid-duration]: `half a day` is not a duration: write minutes as `30m`, hours as `4h`, days as `2d`, or `1d 4h`
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | own_work: half a day
      |           ^^^^^^^^^^
      |
      = note: a promise in time must mean the same to everybody
    help: did you mean `4h`?
      |
    2 - own_work: half a day
    2 + own_work: 4h
      |
    ");
}

#[test]
fn invalid_share() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h, target: 90}
        ",
    );
    assert_snapshot!(project.finding("invalid-share"), @"
    error[invalid-share]: `90` is not a share
     --> catalog/departments/pay/services/slip.yaml:3:40
      |
    3 |   normal: {first_response: 4h, target: 90}
      |                                        ^^
      |
      = note: readers are told in words how often the promise is kept
    help: did you mean `90%`?
      |
    3 |   normal: {first_response: 4h, target: 90%}
      |                                          +
    ");
}

#[test]
fn invalid_grade() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h, satisfaction: 9}
        ",
    );
    assert_snapshot!(project.finding("invalid-grade"), @"
    error[invalid-grade]: `9` is not a grade
     --> catalog/departments/pay/services/slip.yaml:3:46
      |
    3 |   normal: {first_response: 4h, satisfaction: 9}
      |                                              ^
      |
      = note: readers compare it with the grades that were given
      = help: write a number from 1 to 5, for example `4.2`
    ");
}

#[test]
fn invalid_date() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            reviewed: 1.9.2026
        ",
    );
    assert_snapshot!(project.finding("invalid-date"), @"
    error[invalid-date]: `1.9.2026` is not a date
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | reviewed: 1.9.2026
      |           ^^^^^^^^
      |
      = note: dates are written the same way everywhere, so that nobody takes the day for the month
    help: did you mean `2026-09-01`?
      |
    2 - reviewed: 1.9.2026
    2 + reviewed: 2026-09-01
      |
    ");
}

#[test]
fn invalid_interval() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            review_every: now and then
        ",
    );
    assert_snapshot!(project.finding("invalid-interval"), @"
    error[invalid-interval]: `now and then` does not say how often
     --> catalog/departments/pay/services/slip.yaml:2:15
      |
    2 | review_every: now and then
      |               ^^^^^^^^^^^^
      |
      = note: it decides when the entry counts as out of date
      = help: write a number and a unit: `6 months`, `1 year`, `90 days`
    ");
}

#[test]
fn invalid_deadline() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            deadlines: [{name: Payday, every: month, on: 32}]
        ",
    );
    assert_snapshot!(project.finding("invalid-deadline"), @"
    error[invalid-deadline]: `32` is not a day: write a day of the month such as `25`, a weekday such as `fri`, `first mon`, `last-working-day`, `working-day 3`, `12-15` or `2026-12-15`
     --> catalog/departments/pay/services/slip.yaml:2:46
      |
    2 | deadlines: [{name: Payday, every: month, on: 32}]
      |                                              ^^
      |
      = note: nobody can keep a date that cannot be worked out
      = help: examples: `{every: month, on: 25}`, `{every: week, on: fri}`, `{every: month, on: first mon}`, `{every: 2 weeks, from: 2026-12-04}`, `{every: year, on: 12-15}`, `{every: once, on: 2026-12-01}`
    ");
}

/// Words of four languages, each with what it is called here; a foreign day beside a foreign word is told, too.
#[test]
fn deadlines_in_other_words() {
    for (written, told) in [
        ("{every: joka kuukausi, on: 25}", vec!["did you mean `month`?"]),
        ("{every: varje vecka, on: fredagen}", vec!["did you mean `week`?", "did you mean `fri`?"]),
        ("{every: co miesiąc, on: w każdy piątek}", vec!["did you mean `month`?"]),
        ("{every: week, on: w każdy piątek}", vec!["did you mean `fri`?"]),
        ("{every: week, on: joka perjantai}", vec!["did you mean `fri`?"]),
        ("{every: month, on: första måndagen}", vec!["did you mean `first mon`?"]),
        ("{every: month, on: ensimmäisenä maanantaina}", vec!["did you mean `first mon`?"]),
        ("{every: two-weeks, on: fri, from: 2026-12-04}", vec!["did you mean `2 weeks`?"]),
        (
            "{every: joka toinen viikko, on: pe, from: 2026-12-04}",
            vec!["did you mean `2 weeks`?", "did you mean `fri`?"],
        ),
        ("{every: year, on: 24. joulukuuta}", vec!["did you mean `12-24`?"]),
        ("{every: year, on: 24 december}", vec!["did you mean `12-24`?"]),
    ] {
        let service = format!("name: Payslips\ndeadlines: [{written}]\n");
        let report = payroll().file("departments/pay/services/slip.yaml", service).check();
        for told in &told {
            assert!(report.contains(told), "{written}: {told}\n{report}");
        }
        assert!(report.matches("error[").count() <= 2, "{written}\n{report}");
    }
}

#[test]
fn invalid_deadline_without_a_day() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            deadlines: [{name: Payday, every: month}]
        ",
    );
    assert_snapshot!(project.finding("invalid-deadline"), @"
    error[invalid-deadline]: this deadline does not say on which day
     --> catalog/departments/pay/services/slip.yaml:2:13
      |
    2 | deadlines: [{name: Payday, every: month}]
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: nobody can keep a date that is not named
      = help: add `on:` with a day of the month: `{every: month, on: 25}`, `first mon` or `last-working-day`
    ");
}

#[test]
fn invalid_time_zone() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            time_zone: Helsinki
        ",
    );
    assert_snapshot!(project.finding("invalid-time-zone"), @"
    error[invalid-time-zone]: `Helsinki` is not a time zone
     --> catalog/catalog.yaml:3:12
      |
    3 | time_zone: Helsinki
      |            ^^^^^^^^
      |
      = note: every time on the site would be wrong
    help: did you mean `Europe/Helsinki`?
      |
    3 | time_zone: Europe/Helsinki
      |            +++++++
    ");
}

#[test]
fn invalid_country() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            country: Finland
        ",
    );
    assert_snapshot!(project.finding("invalid-country"), @"
    error[invalid-country]: `Finland` is not a country code of ISO 3166, two capital letters such as `FI`
     --> catalog/catalog.yaml:3:10
      |
    3 | country: Finland
      |          ^^^^^^^
      |
      = note: it decides which public holidays `PH` means
      = help: write two capital letters: `FI`, `SE`, `PL`
    ");
}

#[test]
fn named_twice() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            serves: [everyone, everyone]
        ",
    );
    assert_snapshot!(project.finding("named-twice"), @"
    warning[named-twice]: `everyone` is named twice in this list
     --> catalog/departments/pay/services/slip.yaml:2:20
      |
    2 | serves: [everyone, everyone]
      |                    ^^^^^^^^
      |
      = note: readers would see it once only, and wonder which of the two was meant
      = help: delete one of the two
    ");
}

#[test]
fn reversed_dates() {
    let project = Project::new().file(
        "people.yaml",
        "
            maija:
              name: Maija
              away: [{from: 2026-07-31, until: 2026-07-01}]
        ",
    );
    assert_snapshot!(project.finding("reversed-dates"), @"
    error[reversed-dates]: the time away ends on 2026-07-01 before it begins
     --> catalog/people.yaml:3:36
      |
    3 |   away: [{from: 2026-07-31, until: 2026-07-01}]
      |                 ----------         ^^^^^^^^^^
      |                 |
      |                 it begins on 2026-07-31
      |
      = note: nobody would know who stands in
      = help: exchange the two dates, or correct the year
    ");
}

#[test]
fn missing_file() {
    let project = Project::new()
        .file(
            "people.yaml",
            "
            maija:
              name: Maija
              photo: photos/maja.png
        ",
        )
        .file("photos/maija.png", "not read");
    assert_snapshot!(project.finding("missing-file"), @"
    error[missing-file]: there is no picture `photos/maja.png` in the catalog's folder
     --> catalog/people.yaml:3:10
      |
    3 |   photo: photos/maja.png
      |          ^^^^^^^^^^^^^^^
      |
      = note: the page would show a broken picture
    help: did you mean `photos/maija.png`?
      |
    3 |   photo: photos/maija.png
      |                   +
    ");
}

#[test]
fn special_days_that_do_not_say_when() {
    let found = |days: &str| {
        let department = format!("name: Pay\n{days}\n");
        payroll().file("departments/pay.yaml", &department).check()
    };
    let both = found("closed_days: [{from: 2027-07-05, name: Holiday}]");
    assert!(both.contains("both ends: `{from: 2027-07-05, until: 2027-07-25}`"), "{both}");
    let yearly = found("closed_days: [{every: year, from: 2027-07-05, until: 2027-07-25}]");
    assert!(yearly.contains("is one day, `{every: year, on: 07-05}`"), "{yearly}");
    let year = found("closed_days: [{on: 12-31}]");
    assert!(year.contains("`12-31` does not say of which year"), "{year}");
    let reversed = found("closed_days: [{from: 2027-07-25, until: 2027-07-05}]");
    assert!(reversed.contains("error[reversed-dates]: the closed time ends on 2027-07-05 before"), "{reversed}");
    let off = found("short_days: [{on: 2026-12-23, hours: 'Mo off'}]");
    assert!(off.contains("a short day has the same hours on every weekday"), "{off}");
    let office = found("short_days: [{every: year, on: 12-23, hours: 'Mo-Fr 08:00-12:00'}]");
    assert!(office.contains("a short day has the same hours on every weekday"), "{office}");
    let swapped = found("closed_days: [{every: year, on: 31-12}]");
    assert!(swapped.contains("`31-12` is not a day of a year"), "{swapped}");
    let endless = found("closed_days: [{from: 2027-07-05, until: 2072-07-09}]");
    assert!(endless.contains("more than a year after the first closed day"), "{endless}");
    for slip in ["{every: yearly, on: 12-31}", "{from: 2027-07-05, to: 2027-07-09}"] {
        let one = found(&format!("closed_days: [{slip}]"));
        assert_eq!(one.matches("> catalog/departments/pay.yaml:").count(), 1, "{one}");
    }
}

#[test]
fn the_address_of_a_files_editor_takes_the_path_alone() {
    let found = |edit: &str| {
        let company = format!("name: Acme\nedit: \"{edit}\"\n");
        payroll().file("catalog.yaml", &company).check()
    };
    let odd = found("https://git.acme.example/edit/{file}");
    assert!(odd.contains("only the path of the page's file can be filled in: `{path}`; did you mean"), "{odd}");
    assert!(found("https://git.acme.example/edit").contains("`{path}` stands nowhere in this address"));
    assert!(!found("https://git.acme.example/edit/{path}").contains("invalid-url"));
}
