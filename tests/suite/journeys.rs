//! Journeys on the page: what the browser is handed is what the planning says.

use std::collections::BTreeMap;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use luukku::diagnostic::Diagnostics;
use luukku::model::{Catalog, Unit};
use luukku::promise::{Clocks, PlannedStep, Planner, Tells, Workdays};
use luukku::render::Memory;

use crate::journey_dates;
use crate::project::Project;
use crate::site::{Site, root};

const FILES: [(&str, &str); 3] = [
    (
        "catalog.yaml",
        "\
format: 1
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
closed_days: [2026-12-24]
audiences: {new-hires: {name: New people}, managers: {name: Managers}}
hours: {office: 'Mo-Fr 08:00-16:00; PH off'}
",
    ),
    (
        "departments/it.yaml",
        "\
name: IT
hours: office
channels: [{phone: '+358 20 788 1100'}]
services:
  laptop:
    name: Laptop
    serves: [everyone]
    standards: {normal: {resolution: 5d}}
  accounts:
    name: Accounts
    serves: [new-hires]
    hours: 'Mo-Th 10:00-14:00; PH off'
    standards: {normal: {resolution: 6h}}
",
    ),
    (
        "journeys/first-day.yaml",
        "\
name: First day
audience: new-hires
kind: onboarding
aliases: [day-one]
starts: your first day
steps:
  - {id: ask, what: Ask, takes: 1d, when: before day 30}
  - {id: laptop, what: Order, service: laptop, when: before day 1}
  - {id: accounts, what: 'Write **it** down', service: accounts, when: day 1, after: [ask, laptop]}
  - {id: later, what: Talk, takes: 2d, when: month 2}
  - {id: loose, what: Read, takes: 1h, after: []}
",
    ),
];

#[test]
fn a_journey_that_is_called_like_a_service_is_told_apart() {
    let journey = FILES[2].1.replace("name: First day", "name: Laptop");
    let project = FILES[..2].iter().fold(Project::empty(), |project, (path, text)| project.file(path, text));
    let project = project.file("journeys/first-day.yaml", journey);
    let site = Site::build(&project.catalog(), &luukku::BuildOptions::default());
    assert!(site.text("journeys/index.html").contains(">Laptop: checklist</a>"));
    assert!(site.text("journeys/first-day.html").contains("<title>Laptop: checklist"));
    assert!(site.text("services/laptop.html").contains("<title>Laptop –"), "{}", site.text("services/laptop.html"));
    assert!(built().1["journeys/index.html"].contains(">First day</a>"), "no other is called so");
}

const NOW: &str = "2026-11-24T09:00:00+02:00";

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(NOW).unwrap().to_utc()
}

/// The catalog, and the site that is made of it.
fn built() -> (Catalog, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let site = Memory::default();
    let outcome = luukku::build(folder.path(), now(), &luukku::BuildOptions::default(), &site).unwrap();
    let errors: Vec<_> = outcome.diagnostics.iter().collect();
    assert!(outcome.output.is_some(), "{errors:#?}");
    let mut diagnostics = Diagnostics::new();
    let (documents, _) = luukku::source::load(folder.path(), &mut diagnostics).unwrap();
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    let texts = site.into_files().into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    (catalog, texts.collect())
}

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.match_indices(&opening).map(|(at, _)| page[at + opening.len()..].split('"').next().unwrap()).collect()
}

#[test]
fn each_step_is_handed_the_days_of_the_plan() {
    let (catalog, site) = built();
    let page = &site["journeys/first-day.html"];
    let first: NaiveDate = values(page, "data-first")[0].parse().unwrap();
    let last: NaiveDate = values(page, "max")[0].parse().unwrap();
    assert_eq!((last - first).num_days(), 491, "60 days before the month begins, and 431 after it");
    let dates: Vec<Vec<&str>> = values(page, "data-dates").iter().skip(1).map(|of| of.split(',').collect()).collect();
    assert_eq!(dates.len(), 5, "the first is the language of the dates");

    let (from, to) = (now() - TimeDelta::days(400), now() + TimeDelta::days(900));
    let (clocks, workdays) = (Clocks::new(&catalog, from, to), Workdays::new(&catalog, from, to));
    let journey = catalog.journeys().next().unwrap().1;
    let mut shown: Vec<(char, NaiveDate)> = vec![(' ', first); dates.len()];
    for (entry, day_one) in first.iter_days().take_while(|date| *date <= last).enumerate() {
        let plan: Vec<PlannedStep> = Planner::new(&catalog, &clocks, &workdays, journey, (from, to)).plan(day_one);
        for (place, planned) in plan.iter().enumerate() {
            let entry = dates[place][entry];
            let days = entry.trim_start_matches(char::is_alphabetic);
            let (sign, date) = &mut shown[place];
            *sign = entry.chars().next().filter(|letter| letter.is_alphabetic()).unwrap_or(*sign);
            *date += TimeDelta::days(if days.is_empty() { 0 } else { days.parse().unwrap() });
            let told = match planned.tells {
                Tells::StartBy => 's',
                Tells::AskBy => 'a',
                Tells::ReadyBy => 'r',
                Tells::StartFrom => 'f',
            };
            let at = planned.at.unwrap().with_timezone(&catalog.company.zone).date_naive();
            assert_eq!((*sign, *date), (told, at), "step {place}, day 1 is {day_one}");
        }
    }
}

#[test]
fn no_step_begins_before_its_phase() {
    let (from, to) = (now() - TimeDelta::days(400), now() + TimeDelta::days(900));
    let mut steps = 0;
    let made = journey_dates::project();
    for catalog in [root().join("catalog"), root().join("tests/fixtures/golden/catalog"), made.catalog()] {
        let checked = luukku::check(&catalog, now(), None).unwrap().output.unwrap();
        let catalog = checked.catalog();
        let (clocks, workdays) = (Clocks::new(catalog, from, to), Workdays::new(catalog, from, to));
        for (_, journey) in catalog.journeys() {
            let planner = Planner::new(catalog, &clocks, &workdays, journey, (from, to));
            let foreseen = journey.onboarding || journey.steps.iter().any(|step| step.when.is_some_and(|at| at.before));
            for day_one in now().date_naive().iter_days().take(120) {
                for (step, planned) in journey.steps.iter().zip(planner.plan(day_one)) {
                    let at = planned.at.unwrap().with_timezone(&catalog.company.zone).date_naive();
                    let begin = step.when.filter(|when| !when.before).map(|when| match when.unit {
                        Unit::Day => day_one + TimeDelta::days(i64::from(when.number) - 1),
                        Unit::Week => day_one + TimeDelta::days((i64::from(when.number) - 1) * 7),
                        Unit::Month => day_one + Months::new(when.number - 1),
                    });
                    let begin = begin.filter(|_| planned.tells != Tells::AskBy);
                    let begin = begin.max((!foreseen).then_some(day_one));
                    let place = format!("{} `{}` for {day_one}", journey.slug, step.what.versions().next().unwrap().1);
                    assert!(begin.is_none_or(|begin| begin <= at), "{place}: {planned:?}");
                    assert!(planned.done.unwrap() >= planned.at.unwrap(), "{place}: {planned:?}");
                    steps += 1;
                }
            }
        }
    }
    assert!(steps > 120 * 90, "{steps}");
}

#[test]
fn time_before_day_one_is_counted_back() {
    let (catalog, _) = built();
    let (from, to) = (now() - TimeDelta::days(90), now() + TimeDelta::days(90));
    let (clocks, workdays) = (Clocks::new(&catalog, from, to), Workdays::new(&catalog, from, to));
    let journey = catalog.journeys().next().unwrap().1;
    let day_one = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
    let plan = Planner::new(&catalog, &clocks, &workdays, journey, (from, to)).plan(day_one);
    let done: Vec<String> = plan.iter().map(|step| step.done.unwrap().to_rfc3339()).collect();
    // 30 days before is a Wednesday, whose close ends a day's work.
    assert_eq!(done[0], "2026-11-25T14:00:00+00:00");
    // The accounts are asked on the 22nd, so that the laptop is there by then.
    assert_eq!(done[1][..10], *"2026-12-22");
    assert_eq!((plan[2].tells, &plan[2].at.unwrap().to_rfc3339()[..10]), (Tells::AskBy, "2026-12-22"));
}

#[test]
fn the_checklist_is_whole_without_scripts() {
    let (_, site) = built();
    let page = &site["journeys/first-day.html"];
    for text in [
        "At least 30 days before",
        "Before day 1",
        "Write <strong>it</strong> down",
        "href=\"tel:+358207881100\"",
        "href=\"../services/laptop.html\"",
        "Done within 5 working days",
        "href=\"#step-2\"",
        "sets the pace",
        "Day 1: your first day",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    assert_eq!(page.matches("type=\"checkbox\"").count(), 5);
}

#[test]
fn new_people_have_a_front_door() {
    let (_, site) = built();
    let door = &site["new-here/index.html"];
    assert!(door.contains("href=\"../new-here/new-hires.html\""), "{door}");
    assert!(!site.contains_key("new-here/managers.html"), "no way into the company is theirs");
    let (first, services) = site["fi/new-here/new-hires.html"].split_once("id=\"services\"").unwrap();
    assert!(first.contains("../journeys/first-day.html"), "{first}");
    let place = |text: &str| services.find(text).unwrap_or_else(|| panic!("{text}\n{services}"));
    assert!(place("../services/laptop.html") < place("../services/accounts.html"));
    assert!(site["index.html"].contains("href=\"new-here/index.html\""));
    assert!(site["journeys/day-one.html"].contains("url=first-day.html"));
}
