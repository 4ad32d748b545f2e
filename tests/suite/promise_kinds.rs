//! Places, urgencies and moments that chains must not lose: each by the command, as its author would see it.

use serde_json::Value;

use crate::project::Project;

const COMPANY: &str = "
    name: Acme
    locales: [en]
    time_zone: Europe/Helsinki
    country: FI
    external_customer: {name: Customers}
    hours: {office: 'Mo-Fr 08:00-16:00; PH off'}
";

fn project(department: &str) -> Project {
    Project::new().file("catalog.yaml", COMPANY).file("departments/d.yaml", department)
}

fn when(project: &Project, service: &str, more: &[&str]) -> Value {
    let arguments = ["when", service, "--format", "json"].into_iter().chain(more.iter().copied());
    serde_json::from_str(&project.run(arguments).stdout).unwrap()
}

/// The tightest case of a service's chain: when it is asked, done and promised.
fn tightest(project: &Project, service: &str) -> [String; 3] {
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let catalog: Value = serde_json::from_str(&text).unwrap();
    let services = catalog["services"].as_array().unwrap();
    let chain = &services.iter().find(|one| one["id"] == service).unwrap()["chain"];
    ["asked", "ends", "promised"].map(|key| chain[key].as_str().unwrap()[..16].to_owned())
}

/// Asked at noon, when it closes, a courier still comes on the next day: one hour is left when all has come by nine.
#[test]
fn the_tightest_moment_may_be_one_at_which_it_is_closed() {
    let courier = |by: &str| {
        project(&format!(
            "
            name: D
            hours: office
            services:
              courier:
                name: Courier
                hours: Mo-Fr 08:00-12:00; PH off
                standards: {{normal: {{resolution: {{days: 1, at: \"10:00\", asked_by: \"{by}\"}}}}}}
                depends_on: [{{service: label}}]
              label: {{name: Label, standards: {{normal: {{resolution: 1h}}}}}}
            ",
        ))
    };
    let moments = ["2026-11-23T12:00", "2026-11-24T09:00", "2026-11-24T10:00"];
    assert_eq!(tightest(&courier("14:00"), "courier"), moments);
    let moments = ["2026-11-23T11:00", "2026-11-23T12:00", "2026-11-24T10:00"];
    assert_eq!(tightest(&courier("11:00"), "courier"), moments);
}

#[test]
fn hours_zone_and_holidays_are_looked_up_one_by_one() {
    let project = project(
        "
        name: D
        hours: office
        teams:
          warsaw: {name: Warsaw, time_zone: Europe/Warsaw, country: PL, closed_days: [2026-12-01]}
          bare: {name: Bare, time_zone: Europe/Warsaw}
        services:
          own: {name: Own, team: warsaw, hours: 'Mo-Fr 09:00-15:00; PH off', standards: {normal: {resolution: 1h}}}
          given: {name: Given, team: warsaw, standards: {normal: {resolution: 1h}}}
          night: {name: Night, team: bare, standards: {normal: {resolution: 1h, clock: always}}}
        ",
    );
    let starts = |service: &str, asked: &str| {
        let answer = when(&project, service, &["--asked", asked]);
        (answer["clock_starts"].as_str().unwrap().to_owned(), answer["time_zone"].as_str().unwrap().to_owned())
    };
    let warsaw = |at: &str| (at.to_owned(), "Europe/Warsaw".to_owned());
    assert_eq!(starts("own", "2026-11-30 20:00"), warsaw("2026-12-02T09:00:00+01:00"), "its team's closed day");
    assert_eq!(starts("given", "2026-11-30 20:00"), warsaw("2026-12-02T08:00:00+01:00"));
    // The sixth of December is Finland's holiday, the eleventh of November Poland's.
    assert_eq!(starts("own", "2027-11-11 10:00"), warsaw("2027-11-12T09:00:00+01:00"));
    assert_eq!(starts("own", "2027-12-06 10:00"), warsaw("2027-12-06T10:00:00+01:00"));
    assert_eq!(starts("night", "2026-11-30 20:00"), warsaw("2026-11-30T20:00:00+01:00"));
}

#[test]
fn a_zone_is_the_teams_even_where_nobody_has_hours() {
    let project = project(
        "
        name: D
        teams: {warsaw: {name: Warsaw, time_zone: Europe/Warsaw}}
        services: {help: {name: Help, team: warsaw, standards: {normal: {resolution: 1h, clock: always}}}}
        ",
    );
    assert_eq!(when(&project, "help", &[])["time_zone"], "Europe/Warsaw");
}

/// A desk whose promises run round the clock, and the emergency channels that stand behind them.
fn on_call(channels: &str) -> Project {
    project(&format!(
        "
        name: D
        hours: office
        services:
          help:
            name: Help
            channels: [{channels}]
            standards:
              normal: {{resolution: 9d, clock: always}}
              urgent: {{when: Fire, resolution: 9d, clock: always}}
            own_work: 4h
        "
    ))
}

/// When own work ends that could begin on the morning of Christmas Eve, a Finnish holiday.
fn worked(project: &Project, standard: &str) -> String {
    let answer = when(project, "help", &["--standard", standard, "--asked", "2026-12-24T10:00:00+02:00"]);
    answer["chain"]["own_work"]["ends"].as_str().unwrap()[..16].to_owned()
}

#[test]
fn own_work_goes_on_at_night_for_the_standard_that_the_channel_names() {
    let named = on_call("{emergency: '+358 9 555 0199', standard: urgent}");
    assert_eq!(worked(&named, "urgent"), "2026-12-24T14:00");
    assert_eq!(worked(&named, "normal"), "2026-12-28T12:00");
    let all = on_call("{emergency: '+358 9 555 0199'}");
    assert_eq!(worked(&all, "normal"), "2026-12-24T14:00");
}

#[test]
fn own_work_goes_on_only_while_the_channel_is_answered() {
    let evening = on_call("{emergency: '+358 9 555 0199', hours: 'Mo-Su 18:00-20:00'}");
    assert_eq!(worked(&evening, "normal"), "2026-12-25T20:00");
    let two = "{emergency: '+358 9 555 0199', hours: 'Mo-Su 18:00-20:00'}, {emergency: '112', hours: 'Th 11:00-13:00'}";
    assert_eq!(worked(&on_call(&two.replace("112", "+358 9 555 0198")), "normal"), "2026-12-24T20:00");
    // Where the service opens within the channel's hours, nothing is counted twice.
    let day = on_call("{emergency: '+358 9 555 0199', hours: 'Mo-Fr 07:00-17:00; PH off'}");
    assert_eq!(worked(&day, "normal"), "2026-12-28T11:00");
}

#[test]
fn an_opening_between_two_quarters_is_asked() {
    let project = project(
        "
        name: D
        services:
          early:
            name: Early desk
            hours: 'Mo-Fr 07:50-16:00'
            standards: {normal: {resolution: 2h}}
            depends_on: [{service: nine}]
          nine: {name: Nine, hours: 'Mo-Fr 09:00-17:00', standards: {normal: {resolution: 1h}}}
        ",
    );
    let finding = project.finding("late-promise");
    assert!(
        finding.contains("asked Tue 24 Nov 07:50 it needs an answer from `nine`, due Tue 24 Nov 10:00"),
        "{finding}"
    );
    assert!(finding.contains("10 minutes of opening time late"), "{finding}");
}

#[test]
fn the_tightest_case_is_where_a_dependency_closes() {
    let project = project(
        "
        name: D
        services:
          care:
            name: Care
            serves: [customers]
            hours: 'Mo-Fr 08:00-16:00'
            standards: {normal: {resolution: 2d}}
            depends_on: [{service: stock}]
          night:
            name: Night
            hours: 'Mo-Fr 08:00-16:00'
            standards: {normal: {resolution: 9d, clock: always}}
            depends_on: [{service: stock}]
          stock: {name: Stock, hours: 'Mo-Fr 10:00-11:00', standards: {normal: {resolution: 1h}}}
        ",
    );
    assert_eq!(tightest(&project, "care"), ["2026-11-23T10:01", "2026-11-24T10:01", "2026-11-25T10:01"]);
    assert_eq!(tightest(&project, "night"), ["2026-11-27T10:01", "2026-11-30T10:01", "2026-12-06T10:01"]);
}

#[test]
fn a_counter_example_names_the_whole_critical_path() {
    let others = ["one", "two", "three", "four", "five"];
    let mut text = String::from(
        "name: D\nhours: office\nservices:\n  help:\n    name: Help\n    standards: {normal: {resolution: 6h}}\n    \
         own_work: 2h\n    depends_on: [{service: one}",
    );
    for pair in others.windows(2) {
        text += &format!(", {{service: {}, after: {}}}", pair[1], pair[0]);
    }
    text += "]\n";
    for other in others {
        text += &format!("  {other}: {{name: O, standards: {{normal: {{resolution: 2h}}}}}}\n");
    }
    let finding = project(&text).finding("late-promise");
    let title = finding.lines().next().unwrap();
    assert!(others.iter().all(|other| title.contains(&format!("from `{other}`"))), "{title}");
    assert!(title.contains("due Tue 24 Nov 10:00, and 2 working hours of its own: done Tue 24 Nov 12:00"), "{title}");
}

#[test]
fn the_proposed_resolution_is_the_shortest_in_any_unit() {
    let proposed_for = |promise: &str, more: &str| {
        let project = project(&format!(
            "
            name: D
            hours: office
            services:
              care: {{name: Care, standards: {{normal: {{resolution: {promise}}}}}, {more}}}
              five: {{name: Five, standards: {{normal: {{resolution: 5d}}}}}}
              minutes: {{name: Minutes, standards: {{normal: {{resolution: 50m}}}}}}
            "
        ));
        let finding = project.finding("late-promise");
        let (_, rest) = finding.split_once("help: promise `resolution: ").unwrap();
        rest.split_once('`').unwrap().0.to_owned()
    };
    let proposed = |promise: &str, work: &str| proposed_for(promise, &format!("own_work: {work}"));
    let after = |promise: &str, other: &str, work: &str| {
        proposed_for(promise, &format!("depends_on: [{{service: {other}}}], own_work: {work}"))
    };
    // A day is eight hours here: three days come before one day and seventeen hours.
    assert_eq!(proposed("1d 4h", "3d"), "3d");
    assert_eq!(proposed("20h", "3d"), "3d");
    assert_eq!(proposed("1d", "11h"), "1d 3h");
    assert_eq!(proposed("1d", "2d"), "2d");
    assert_eq!(proposed("30m", "50m"), "50m");
    assert_eq!(after("2d", "five", "30m"), "5d 30m");
    assert_eq!(after("2d 1h", "five", "30m"), "5d 30m");
    assert_eq!(after("1h", "minutes", "20m"), "1h 10m");
}

#[test]
fn an_urgency_counts_on_the_same_one_also_where_there_is_no_normal() {
    let with = |standards: &str, named: &str| {
        project(&format!(
            "
            name: D
            hours: office
            services:
              five:
                name: Five
                standards: {standards}
                depends_on: [{{service: both{named}}}]
              both: {{name: Both, standards: {{normal: {{resolution: 1d}}, urgent: {{when: x, resolution: 2h}}}}}}
            "
        ))
    };
    for (standards, named) in [
        ("{urgent: {when: x, resolution: 4h}}", ""),
        ("{normal: {resolution: 2d}, urgent: {when: x, resolution: 4h}}", ""),
        ("{normal: {resolution: 4h}, urgent: {when: x, resolution: 2h}}", ", standard: urgent"),
    ] {
        let found = with(standards, named).check();
        assert!(!found.contains("late-promise"), "{standards}{named}\n{found}");
    }
    for (standards, named) in [
        ("{urgent: {when: x, resolution: 4h}}", ", standard: normal"),
        ("{normal: {resolution: 2d}, gold: {when: x, resolution: 4h}}", ", standard: normal"),
        ("{normal: {resolution: 2h}, gold: {when: x, resolution: 1h}}", ", standard: urgent"),
        ("{normal: {resolution: 2d}, urgent: {when: x, resolution: 4h}}", ", standard: normal"),
        ("{urgent: {when: x, resolution: 2d}, gold: {when: x, resolution: 4h}}", ""),
    ] {
        let found = with(standards, named).check();
        assert!(found.contains("late-promise") || found.contains("late-urgency"), "{standards}{named}\n{found}");
    }
}

#[test]
fn what_has_ended_promises_nothing() {
    let project = project(
        "
        name: D
        hours: office
        services:
          help: {name: Help, standards: {normal: {resolution: 1h}}, depends_on: [{service: gone}]}
          gone: {name: Gone, status: retired, replaced_by: help, standards: {normal: {resolution: 3h}}}
        ",
    );
    let found = project.check();
    assert!(found.contains("depends-on-retired") && !found.contains("late-promise"), "{found}");
    assert!(!found.contains("unpromised-dependency"), "{found}");
}

/// A service for customers with two urgencies, and what it waits for.
fn two_urgencies(standards: &str, stock: &str) -> Project {
    project(&format!(
        "
        name: D
        hours: office
        services:
          care:
            name: Care
            serves: [customers]
            standards: {{{standards}}}
            depends_on: [{{service: stock}}]
          stock: {{name: Stock{stock}}}
        "
    ))
}

#[test]
fn a_gap_is_looked_for_at_the_urgency_that_is_counted_on() {
    let urgent = "urgent: {when: Fire, resolution: 9d}";
    let only_answers = format!("normal: {{first_response: 1h}}, {urgent}");
    for (standards, stock) in [
        ("normal: {resolution: 9d}", ", standards: {gold: {when: Always, resolution: 1d}}"),
        (&*only_answers, ", standards: {normal: {first_response: 1h}, urgent: {when: Fire, resolution: 1d}}"),
    ] {
        let report = two_urgencies(standards, stock).check();
        assert!(!report.contains("unpromised-dependency") && !report.contains("unbacked-promise"), "{report}");
    }
    let gap = two_urgencies(&only_answers, ", standards: {normal: {first_response: 1h}}");
    assert!(gap.finding("unpromised-dependency").contains("`care` waits for `urgent` for `stock`"));
    assert!(gap.finding("unbacked-promise").contains("`stock` at the end of `care` → `stock`"));
}

#[test]
fn a_standard_of_another_name_is_counted_on() {
    let project = two_urgencies("normal: {resolution: 1h}", ", standards: {gold: {when: Always, resolution: 1d}}");
    assert!(project.finding("late-promise").contains("from `stock`, due Tue 24 Nov 08:00"));
    let answer = when(&project, "care", &[]);
    assert_eq!(answer["chain"]["dependencies"][0]["standard"], "gold");
}

/// The page of a journey with one step, whose company has these hours.
fn journey(hours: &str, step: &str) -> String {
    let project = Project::new()
        .file("catalog.yaml", COMPANY.replace("Mo-Fr 08:00-16:00; PH off", hours))
        .file(
            "departments/d.yaml",
            "
            name: D
            hours: 'Mo-Fr 08:00-16:00'
            services:
              laptop: {name: Laptop, standards: {normal: {resolution: 5d}}}
              silent: {name: Silent}
            ",
        )
        .file("journeys/new.yaml", format!("name: New\nsteps: [{{what: Order, {step}}}]\n"));
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    std::fs::read_to_string(project.path().join("site/journeys/new.html")).unwrap()
}

#[test]
fn of_two_times_of_a_step_the_longer_one_is_shown() {
    let office = "Mo-Fr 08:00-16:00; PH off";
    let promised = journey(office, "service: laptop, takes: 1d");
    assert!(promised.contains("Done within 5 working days") && !promised.contains("Takes"), "{promised}");
    let takes = journey(office, "service: laptop, takes: 9d");
    assert!(takes.contains("Takes 9 working days") && !takes.contains("Done within"), "{takes}");
    let either = journey(office, "service: laptop, takes: 40h");
    assert!(either.contains("Takes 40 working hours or 5 working days, whichever is longer"), "{either}");
    let alike = journey(office, "service: laptop, takes: 5d");
    assert!(alike.contains("5 working days") && !alike.contains("whichever"), "{alike}");
}

#[test]
fn a_step_without_a_promise_makes_a_journey_take_at_least_so_long() {
    let office = "Mo-Fr 08:00-16:00; PH off";
    assert!(journey(office, "service: silent, takes: 2d").contains("at least 2 working days"));
    let silent = journey(office, "service: silent");
    assert!(silent.contains("not known: a step waits for") && !silent.contains("the same day"), "{silent}");
}

#[test]
fn working_days_are_those_of_the_companys_hours() {
    // Five days of the laptop desk are a week: seven days where the company works on all of them.
    assert!(journey("Mo-Su 08:00-16:00", "service: laptop").contains("7 working days"));
    assert!(journey("Mo,Tu 08:00-16:00", "service: laptop").contains("2 working days"));
}
