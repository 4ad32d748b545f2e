//! Doors bound the desks behind them, and nothing else.

use chrono::NaiveDate;
use chrono_tz::Europe::{Helsinki, Stockholm};
use luukku::clock::{Calendar, Country, Hours};

use crate::project::Project;
use crate::site::Site;

fn open(hours: &str, country: &str, closed: &[&str], zone: chrono_tz::Tz) -> Calendar {
    let days = closed.iter().map(|day| day.parse::<NaiveDate>().unwrap().into());
    Calendar::new(Hours::parse(hours).unwrap(), Country::parse(country).ok(), days, zone)
}

fn on(calendar: &Calendar, day: &str) -> String {
    let openings = calendar.timetable().on(day.parse().unwrap());
    openings.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[test]
fn a_desk_is_open_while_its_doors_are() {
    let doors = open("Mo-Fr 07:00-18:00; PH off", "FI", &["2026-12-07"], Helsinki);
    let desk = open("Mo-Sa 06:00-09:00,15:00-20:00", "FI", &["2026-12-08"], Helsinki).within(doors);
    // Wednesday 25 November 2026: what both have in common.
    assert_eq!(on(&desk, "2026-11-25"), "07:00-09:00,15:00-18:00");
    // A Saturday, a closed day of the doors, one of the desk, and a holiday at the doors: Epiphany.
    for shut in ["2026-11-28", "2026-12-07", "2026-12-08", "2027-01-06"] {
        assert_eq!(on(&desk, shut), "", "{shut}");
    }
    assert!(!desk.never_closes());
}

#[test]
fn a_night_goes_through_doors_that_are_open_all_night() {
    let doors = open("Fr 20:00-02:00; Sa 00:00-24:00", "FI", &[], Helsinki);
    let desk = open("Fr 22:00-06:00", "FI", &[], Helsinki).within(doors);
    // The doors of Friday close at two, those of Saturday have opened at midnight.
    assert_eq!(on(&desk, "2026-11-27"), "22:00-06:00");
    let evening = open("Fr 22:00-06:00", "FI", &[], Helsinki).within(open("Fr 20:00-02:00", "FI", &[], Helsinki));
    assert_eq!(on(&evening, "2026-11-27"), "22:00-02:00");
    let always = open("24/7", "FI", &[], Helsinki).within(open("Mo-Fr 07:00-18:00", "FI", &[], Helsinki));
    assert_eq!(on(&always, "2026-11-25"), "07:00-18:00");
}

#[test]
fn doors_may_keep_another_clock() {
    // Eight to four in Stockholm is nine to five in Helsinki.
    let doors = open("Mo-Fr 08:00-16:00", "SE", &[], Stockholm);
    let desk = open("Mo-Fr 08:00-16:00", "FI", &[], Helsinki).within(doors);
    assert_eq!(on(&desk, "2026-11-25"), "09:00-16:00");
}

/// A desk of a team, of a department and of a service; the doors are open from seven to six.
fn house() -> Project {
    Project::new()
        .file("places.yaml", "house: {name: The house, hours: \"Mo-Fr 07:00-18:00\", closed_days: [2026-11-25]}\n")
        .file(
            "departments/care.yaml",
            "
            name: Care
            hours: \"Mo-Su 06:00-20:00\"
            channels: [{place: house, at: at the gate}, {phone: \"+358 9 555 0100\"}]
            teams:
              early: {name: Early, hours: \"Mo-Fr 05:00-09:00\"}
            services:
              help: {name: Help, team: early, standards: {normal: {first_response: 1h}}}
              late: {name: Late help, team: early, hours: \"Mo-Fr 16:00-22:00\"}
              own:
                name: Own desk
                team: early
                channels: [{desk: Counter, place: house, hours: \"Mo-Sa 12:00-19:00\"}]
            ",
        )
}

#[test]
fn whose_hours_a_desk_keeps() {
    let project = house();
    let site = Site::build(&project.catalog(), &luukku::BuildOptions::default());
    let desk = |path: &str| {
        let page = site.text(path);
        let at = page.find("data-kind=\"desk\"").unwrap_or_else(|| panic!("{path} shows the desk"));
        page[at..].split("</li>").next().unwrap().to_owned()
    };
    let (gate, counter) = ("The house, at the gate", "Counter, The house");
    for (path, address, hours) in [
        ("departments/care.html", gate, "Mon–Fri 07:00–18:00"),
        ("teams/early.html", gate, "Mon–Fri 07:00–09:00"),
        ("services/help.html", gate, "Mon–Fri 07:00–09:00"),
        ("services/late.html", gate, "Mon–Fri 16:00–18:00"),
        ("services/own.html", counter, "Mon–Fri 12:00–18:00"),
    ] {
        let desk = desk(path).replace('\u{2060}', "");
        assert!(desk.contains(address) && desk.contains(hours), "{path}: {desk}");
        assert!(desk.contains("../places/house.html"), "{path}: {desk}");
    }
}

#[test]
fn the_work_of_a_team_goes_on_behind_closed_doors() {
    // On the 25th the house is closed; the clock of the team, which is not there, runs all the same.
    let run = house().run(["when", "help", "--asked", "2026-11-25 06:00"]);
    assert!(run.stdout.contains("first answer by Wed 25 Nov 07:00"), "{}", run.stdout);
}
