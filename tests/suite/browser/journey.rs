//! The checklist of a journey: what is ticked stays on this device, and a date gives each step the
//! day that the planning gives it.

use std::path::Path;

use chrono::TimeDelta;
use luukku::BuildOptions;
use luukku::promise::{Clocks, Planner, Workdays};
use serde_json::{Value, json};

use super::{Browser, Server};
use crate::journey_dates::{self, said};
use crate::site::{Site, now, root};

const JOURNEY: &str = "new-at-the-office";

/// What a reader sees of the list.
const SEEN: &str = "
    const list = document.querySelector('journey-checklist');
    return {
        ticked: [...list.querySelectorAll(':checked')].map((box) => box.value),
        date: list.querySelector('[name=date]').value,
        said: list.querySelector('[role=status]').textContent,
        days: [...list.querySelectorAll('li b')].map((day) => day.textContent),
        late: list.querySelectorAll('li [data-late]').length,
        remembered: list.querySelector('[data-remembered]').checkVisibility(),
    };";

#[test]
fn ticks_and_the_date_stay_until_they_are_cleared() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let page = server.address(&format!("journeys/{JOURNEY}.html"));
    browser.open(&page);
    assert_eq!(seen(&browser)["said"], "0 of 11 done");
    tick(&browser, "account");
    tick(&browser, "talk");
    tick(&browser, "tax");
    tick(&browser, "talk");
    choose(&browser, "2027-01-04");
    let chosen = seen(&browser);
    assert_eq!(chosen["ticked"], json!(["account", "tax"]));
    assert_eq!(chosen["said"], "2 of 11 done");
    assert_eq!(chosen["remembered"], true);

    browser.open(&page);
    assert_eq!(seen(&browser), chosen, "what was ticked is there again");
    browser.open(&server.address("journeys/leaving.html"));
    assert_eq!(seen(&browser)["ticked"], json!([]), "another journey has a list of its own");

    browser.open(&page);
    browser.run("document.querySelector('[name=clear]').click()");
    assert_eq!(seen(&browser)["said"], "0 of 11 done");
    browser.open(&page);
    let cleared = seen(&browser);
    assert_eq!((&cleared["ticked"], &cleared["date"]), (&json!([]), &json!("2027-01-04")));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_date_gives_each_step_the_day_of_the_plan() {
    let browser = Browser::start();
    let mut told = compare(&root().join("catalog"), Site::demo(), &browser);
    // Its steps without a time are pressed by nothing.
    told.extend(compare(&root().join("tests/fixtures/golden/catalog"), Site::golden(), &browser));
    for (words, least) in [("Start by", 50), ("Late: should have been started", 3), ("From ", 3), ("Ready by", 1)] {
        let many = told.iter().filter(|told| told.starts_with(words)).count();
        assert!(many >= least, "{words}: {many}");
    }
}

/// What the first step of an emergency says, whatever the date.
const AT_ONCE: &str = "At once";

/// Whether the page says what the planning says; what that is.
fn compare(catalog: &Path, site: &'static Site, browser: &Browser) -> Vec<String> {
    let checked = luukku::check(catalog, now(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let window = (now() - TimeDelta::days(400), now() + TimeDelta::days(900));
    let (clocks, workdays) = (Clocks::new(catalog, window.0, window.1), Workdays::new(catalog, window.0, window.1));
    let server = Server::start(site);
    let mut all = Vec::new();
    for (_, journey) in catalog.journeys() {
        browser.open(&server.address(&format!("journeys/{}.html", journey.slug)));
        let at_once = seen(browser)["days"][0] == AT_ONCE;
        let first =
            |told: &mut Vec<String>| told.iter_mut().take(usize::from(at_once)).for_each(|one| *one = AT_ONCE.into());
        let mut undated = vec![String::new(); journey.steps.len()];
        first(&mut undated);
        assert_eq!(seen(browser)["days"], json!(undated), "{}", journey.slug);
        assert_eq!(seen(browser)["late"], 0, "nothing is late without a date");
        // Before Christmas, in summer time, on a Sunday, and too soon to be in time.
        for date in ["2026-12-28", "2027-06-07", "2027-04-11", "2026-11-25"] {
            choose(browser, date);
            let plan = Planner::new(catalog, &clocks, &workdays, journey, window).plan(date.parse().unwrap());
            let mut told: Vec<String> = plan.iter().map(|step| said(step, catalog)).collect();
            first(&mut told);
            assert_eq!(seen(browser)["days"], json!(told), "{} on {date}", journey.slug);
            all.extend(told);
        }
    }
    all
}

#[test]
fn the_script_says_what_was_worked_out_by_hand() {
    let site = Box::leak(Box::new(Site::build(&journey_dates::project().catalog(), &BuildOptions::default())));
    let (server, browser) = (Server::start(site), Browser::start());
    for (id, _, dates) in journey_dates::BY_HAND {
        browser.open(&server.address(&format!("journeys/{id}.html")));
        for (date, expected) in dates {
            choose(&browser, date);
            let seen = seen(&browser);
            assert_eq!(seen["days"], json!(expected), "{id} on {date}");
            let late = expected.iter().filter(|said| said.starts_with("Late")).count();
            assert_eq!(seen["late"], late, "{id} on {date}");
        }
    }
}

#[test]
fn what_is_done_is_not_late() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.open(&server.address(&format!("journeys/{JOURNEY}.html")));
    choose(&browser, "2026-11-25");
    let late = seen(&browser)["late"].as_u64().unwrap();
    assert!(late > 0);
    tick(&browser, "contract");
    assert_eq!(seen(&browser)["late"], late - 1);
}

#[test]
fn a_date_out_of_range_is_told_and_gives_no_days() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.open(&server.address(&format!("journeys/{JOURNEY}.html")));
    let range = browser.run("return document.querySelector('journey-checklist').dataset.range");
    for date in ["2019-01-01", "2049-01-01"] {
        choose(&browser, date);
        let seen = seen(&browser);
        assert_eq!(seen["said"], range, "{date}");
        assert_eq!(seen["days"], json!(vec![""; 11]), "{date}");
    }
    choose(&browser, "");
    assert_eq!(seen(&browser)["said"], "0 of 11 done");
}

#[test]
fn without_storage_the_list_works_and_forgets() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let page = server.address(&format!("journeys/{JOURNEY}.html"));
    browser.before_each_page(
        "Object.defineProperty(globalThis, 'localStorage', {
            get() { throw new DOMException('no', 'SecurityError'); },
        });",
    );
    browser.open(&page);
    tick(&browser, "account");
    choose(&browser, "2027-01-04");
    let chosen = seen(&browser);
    assert_eq!((&chosen["said"], &chosen["remembered"]), (&json!("1 of 11 done"), &json!(false)));
    assert_ne!(chosen["days"][0], "");
    browser.open(&page);
    assert_eq!(seen(&browser)["ticked"], json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_cannot_be_read_is_forgotten() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let page = server.address(&format!("journeys/{JOURNEY}.html"));
    browser.open(&page);
    browser.run(&format!("localStorage.setItem('luukku/journey/{JOURNEY}', '{{')"));
    browser.open(&page);
    assert_eq!(seen(&browser)["said"], "0 of 11 done");
    tick(&browser, "account");
    browser.open(&page);
    assert_eq!(seen(&browser)["ticked"], json!(["account"]));
}

fn seen(browser: &Browser) -> Value {
    browser.run(SEEN)
}

/// Ticks a step, or takes its tick away.
fn tick(browser: &Browser, step: &str) {
    browser.run(&format!("document.querySelector('[value={step}]').click()"));
}

/// Chooses the date of day 1.
fn choose(browser: &Browser, date: &str) {
    browser.run(&format!(
        "const input = document.querySelector('[name=date]');
         input.value = '{date}';
         input.dispatchEvent(new Event('change', {{bubbles: true}}));"
    ));
}

#[test]
fn the_line_shows_today_between_its_stops() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.open(&server.address(&format!("journeys/{JOURNEY}.html")));
    let marker = "const marker = document.querySelector('.journey-line__today');
        return [marker.getAttribute('visibility'), parseFloat(marker.getAttribute('x'))];";
    assert_eq!(browser.run(marker)[0], "hidden", "nobody knows where today is");
    // Before day 1, day 1, week 1, week 3, month 1 and month 3 stand apart alike, each where it ends.
    let stop = |number: f64| (number + 0.5) * 100.0 / 6.0;
    let between = stop(2.0 + 8.0 / 14.0);
    for (day_one, expected) in [("2026-11-23", stop(1.0)), ("2026-11-09", between), ("2026-12-23", stop(0.0) / 2.0)] {
        choose(&browser, day_one);
        let seen = browser.run(marker);
        assert_eq!(seen[0], "visible");
        assert!((seen[1].as_f64().unwrap() - expected).abs() < 0.02, "{day_one}: {seen} for {expected}");
    }
    let done = "return document.querySelectorAll('.journey-line__stop[data-done]').length";
    assert_eq!(browser.run(done), 0);
    for step in ["contract", "account", "computer"] {
        tick(&browser, step);
    }
    assert_eq!(browser.run(done), 1);
}
