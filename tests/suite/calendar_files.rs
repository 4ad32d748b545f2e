//! Calendar files, read by a parser that is not ours.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event};

use crate::project::Project;

const PAYROLL: &str = r#"
    name: Payroll
    hours: "Mo-Fr 08:00-16:00; PH off"
    services:
      monthly-pay:
        name: {en: Payday, fi: Palkkapäivä}
        summary: Your pay is on your account.
        serves: [everyone]
        you_provide:
          - what:
              en: "Hours; approved, all \\ of them"
              fi: "Hyväksytyt tunnit 🕛, kaikki ne tunnit jotka tiimi on tehnyt kuukauden aikana ja hyväksynyt"
            from: [managers, payroll]
            deadline: {every: month, on: 25, at: "12:00", if_closed: before}
            why: "Later hours\nare paid later"
          - what: A list
            deadline: {every: week, on: fri}
        deadlines:
          - {name: Payday, every: month, on: 15, if_closed: before}
"#;

const COMPANY: &str = r#"
    name: Acme
    locales: [en, fi]
    time_zone: Europe/Helsinki
    country: FI
    closed_days: [2026-12-24]
    base_url: https://acme.example/help/
    audiences:
      managers: {name: Managers}
      guests: {name: Guests}
"#;

fn built() -> Project {
    let project = Project::empty().file("catalog.yaml", COMPANY).file("departments/payroll.yaml", PAYROLL);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    project
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

fn events(project: &Project, path: &str) -> Vec<Event> {
    let calendar: Calendar = text(project, path).parse().unwrap();
    calendar.components.iter().map(|component| component.as_event().unwrap().clone()).collect()
}

/// Starts of the events whose summary begins with a mark, as they are written.
fn starts(events: &[Event], mark: &str) -> Vec<String> {
    let of = |event: &&Event| event.get_summary().unwrap().starts_with(mark);
    let start = |event: &Event| match event.get_start().unwrap() {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => at.to_rfc3339(),
        other => panic!("{other:?} is neither a day nor in UTC"),
    };
    events.iter().filter(of).map(start).collect()
}

#[test]
fn dates_are_those_of_the_rule_after_days_off_have_moved_them() {
    let project = built();
    let service = events(&project, "services/monthly-pay.ics");
    let hours = starts(&service, "Hours");
    // 25 December is a holiday and the 24th the company's own; winter is two hours ahead, summer three.
    let hours = &hours[2..];
    assert_eq!(hours[..3], ["2026-11-25T10:00:00+00:00", "2026-12-23T10:00:00+00:00", "2027-01-25T10:00:00+00:00"]);
    assert!(hours.contains(&"2027-06-24T09:00:00+00:00".into()), "midsummer's eve is no holiday by law: {hours:?}");
    assert_eq!(hours.len(), 14, "13 months and a day");
    let list = starts(&service, "A list").split_off(12);
    assert_eq!(list[..2], ["2026-11-27T14:00:00+00:00", "2026-12-04T14:00:00+00:00"], "when the service closes");
    let payday = starts(&service, "Payday").split_off(3);
    assert_eq!(payday[..3], ["2026-12-15", "2027-01-15", "2027-02-15"], "whole days");
}

/// A subscribed calendar deletes what its file no longer has.
#[test]
fn what_was_due_in_the_past_two_months_is_kept() {
    let project = built();
    let service = events(&project, "services/monthly-pay.ics");
    assert_eq!(starts(&service, "Payday")[..4], ["2026-09-15", "2026-10-15", "2026-11-13", "2026-12-15"]);
    let hours = starts(&service, "Hours");
    assert_eq!(hours[..3], ["2026-09-25T09:00:00+00:00", "2026-10-23T09:00:00+00:00", "2026-11-25T10:00:00+00:00"]);
    let over =
        PAYROLL.replace("{name: Payday, every: month, on: 15, if_closed: before}", "{name: Party, on: 2026-11-20}");
    let project = Project::empty().file("catalog.yaml", COMPANY).file("departments/payroll.yaml", &over);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(starts(&events(&project, "services/monthly-pay.ics"), "Party"), ["2026-11-20"]);
    assert!(!text(&project, "deadlines.html").contains("Party"), "no page tells of what is over");
}

/// A working day before, at the same time of day; of what the service does itself nobody has to be reminded.
#[test]
fn readers_are_reminded_of_what_they_have_to_bring() {
    let project = built();
    let text = text(&project, "services/monthly-pay.ics").replace("\r\n ", "");
    let reminder = |mark: &str, day: &str| {
        let event = text.split("BEGIN:VEVENT").find(|event| {
            event.contains(&format!("SUMMARY;LANGUAGE=en:{mark}")) && event.contains(&format!("-{day}@"))
        });
        let trigger = event.unwrap().split_once("TRIGGER;VALUE=DATE-TIME:").map(|(_, rest)| rest[..16].to_owned());
        assert_eq!(trigger.is_some(), event.unwrap().contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\n"));
        trigger
    };
    assert_eq!(reminder("Hours", "20261125").as_deref(), Some("20261124T100000Z"));
    // Due on Wednesday the 23rd; summer time begins on 28 March.
    assert_eq!(reminder("Hours", "20261225").as_deref(), Some("20261222T100000Z"));
    assert_eq!(reminder("Hours", "20270625").as_deref(), Some("20270623T090000Z"));
    // Friday's list is due when the service closes.
    assert_eq!(reminder("A list", "20261204").as_deref(), Some("20261203T140000Z"));
    assert_eq!(reminder("Payday", "20261215"), None);
    assert_eq!(reminder("Hours", "20261025"), None, "what has passed needs none");
}

/// The scheme makes calendars ask for the file again and again.
#[test]
fn calendars_can_be_subscribed_to_where_the_address_is_known() {
    let page = text(&built(), "services/monthly-pay.html");
    assert!(page.contains("href=\"webcal://acme.example/help/services/monthly-pay.ics\""));
    let company = COMPANY.replace("base_url: https://acme.example/help/", "");
    let project = Project::empty().file("catalog.yaml", company).file("departments/payroll.yaml", PAYROLL);
    assert_eq!(project.run(["build"]).status, 0);
    assert!(!text(&project, "services/monthly-pay.html").contains("webcal:"));
}

#[test]
fn each_file_holds_what_its_readers_have_to_keep() {
    let project = built();
    let ids = |path: &str| -> BTreeSet<String> {
        let all = events(&project, path);
        let ids: BTreeSet<String> = all.iter().map(|event| event.get_uid().unwrap().to_owned()).collect();
        assert_eq!(ids.len(), all.len(), "{path}: an identifier stands twice");
        ids
    };
    let service = ids("services/monthly-pay.ics");
    let all = events(&project, "services/monthly-pay.ics");
    let of = |mark: &str| -> BTreeSet<String> {
        let marked = all.iter().filter(|event| event.get_summary().unwrap().starts_with(mark));
        marked.map(|event| event.get_uid().unwrap().to_owned()).collect()
    };
    assert!(
        of("Hours").iter().any(|id| id.ends_with("-20261225@acme.example")),
        "named by the day of the rule: {service:?}"
    );
    assert_eq!(ids("departments/payroll.ics"), service);
    assert_eq!(ids("fi/services/monthly-pay.ics"), service, "one event in all languages");
    assert_eq!(ids("audiences/managers.ics"), of("Hours"));
    let everyone: BTreeSet<String> = of("A list").union(&of("Payday")).cloned().collect();
    assert_eq!(ids("calendars/everyone.ics"), everyone);
    assert!(!project.path().join("site/audiences/guests.ics").exists(), "nobody asks guests for anything");
}

#[test]
fn events_say_what_is_due_in_the_readers_language() {
    let project = built();
    let first = |path: &str| events(&project, path).swap_remove(0);
    let english = first("audiences/managers.ics");
    assert_eq!(english.get_summary(), Some(r"Hours; approved, all \ of them (Payday)"));
    let description = english.get_description().unwrap();
    assert!(
        description.starts_with("Later hours\nare paid later\nevery month on the 25th at 12:00; "),
        "{description}"
    );
    assert_eq!(english.property_value("URL"), Some("https://acme.example/help/services/monthly-pay.html"));
    assert_eq!(english.property_value("DTSTAMP"), Some("20261031T220000Z"), "the month's beginning in Helsinki");
    let finnish = first("fi/audiences/managers.ics");
    let summary =
        "Hyväksytyt tunnit 🕛, kaikki ne tunnit jotka tiimi on tehnyt kuukauden aikana ja hyväksynyt (Palkkapäivä)";
    assert_eq!(finnish.get_summary(), Some(summary));
    assert_eq!(finnish.property_value("URL"), Some("https://acme.example/help/fi/services/monthly-pay.html"));
}

#[test]
fn files_keep_to_the_letter_of_the_format() {
    let project = built();
    for path in ["services/monthly-pay.ics", "fi/services/monthly-pay.ics", "calendars/everyone.ics"] {
        let text = text(&project, path);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{path}: {line:?}");
        }
        for event in events(&project, path) {
            let (start, end) = (event.get_start().unwrap(), event.get_end().unwrap());
            match (start, end) {
                (DatePerhapsTime::Date(start), DatePerhapsTime::Date(end)) => assert_eq!(start.succ_opt(), Some(end)),
                (
                    DatePerhapsTime::DateTime(CalendarDateTime::Utc(start)),
                    DatePerhapsTime::DateTime(CalendarDateTime::Utc(end)),
                ) => assert!(start < end),
                other => panic!("{path}: {other:?}"),
            }
        }
    }
}

#[test]
fn pages_lead_to_the_files_and_the_same_moment_gives_the_same_bytes() {
    let project = built();
    for (page, link) in [
        ("services/monthly-pay.html", "../services/monthly-pay.ics"),
        ("departments/payroll.html", "../departments/payroll.ics"),
        ("deadlines.html", "audiences/managers.ics"),
        ("fi/deadlines.html", "calendars/everyone.ics"),
    ] {
        assert!(text(&project, page).contains(&format!("href=\"{link}\"")), "{page}");
    }
    let dates = text(&project, "deadlines.html");
    assert!(dates.contains("datetime=\"2026-12-23T12:00:00+02:00\"") && dates.contains("instead of Fri 25 Dec"));
    let before = text(&project, "departments/payroll.ics");
    assert_eq!(project.run(["build"]).status, 0);
    assert_eq!(text(&project, "departments/payroll.ics"), before);
}

#[test]
fn dates_on_the_page_say_every_quarter_and_the_year_where_it_is_far() {
    let service = "name: House\nhours: \"Mo-Su 08:00-16:00\"\nservices:\n  count:\n    name: \
     Count\n    deadlines:\n      \
                   - {name: Stock, every: quarter, on: 12-31}\n      - {name: Year, every: year, on: 11-20, \
                   at: \"12:00\"}\n";
    let project = Project::new().file("departments/house.yaml", service);
    assert_eq!(project.run(["build", "--no-minify"]).status, 0);
    let page = |path: &str| std::fs::read_to_string(project.path().join("site").join(path)).unwrap();
    let english = page("services/count.html");
    assert!(english.contains("every quarter: on 31 March, 30 June, 30 September and 31 December"), "{english}");
    assert!(english.contains("Sat, 20 Nov 2027 at 12:00"), "{english}");
    assert!(english.contains(">Thu 31 Dec<"), "{english}");
    assert!(page("fi/services/count.html").contains("la 20.11.2027"));
}

#[test]
fn every_event_has_an_identifier_of_its_own() {
    let bring =
        |what: &str, from: &str| format!("{{what: {what}, from: [{from}], deadline: {{every: month, on: 25}}}}");
    let items = [
        bring("Your hours", "managers"),
        bring("Your hours", "guests"),
        bring("Your hours", "managers"),
        bring("A list", "managers"),
    ];
    let department = format!(
        "{{name: Pay, hours: \"Mo-Fr 08:00-16:00\", services: {{pay: {{name: Pay, you_provide: [{}]}}}}}}",
        items.join(", ")
    );
    let project = Project::empty().file("catalog.yaml", COMPANY).file("departments/payroll.yaml", department);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let ids = |path: &str| -> Vec<String> {
        events(&project, path).iter().map(|event| event.get_uid().unwrap().to_owned()).collect()
    };
    let all = ids("services/pay.ics");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    assert_eq!(all.len() % 4, 0, "each of the four on each day: {}", all.len());
    // The same event has the same identifier in every file.
    for path in ["audiences/managers.ics", "audiences/guests.ics", "fi/services/pay.ics"] {
        assert!(ids(path).iter().all(|id| all.contains(id)), "{path}");
    }
}
