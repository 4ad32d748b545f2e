//! The checklist of a journey: what is ticked stays on this device, and a date gives each step the
//! day that the planning gives it.

use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use luukku::promise::{Clocks, Planner, Workdays};
use serde_json::{Value, json};

use super::{Browser, Server};
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
    let mut told = Told::default();
    told.compare(&root().join("catalog"), Site::demo(), &browser);
    // Its steps without a time are pressed by nothing.
    told.compare(&root().join("tests/fixtures/golden/catalog"), Site::golden(), &browser);
    assert!(told.latest > 50 && told.earliest > 3 && told.late > 3, "{told:?}");
}

/// What was compared.
#[derive(Debug, Default)]
struct Told {
    latest: usize,
    earliest: usize,
    late: usize,
}

impl Told {
    fn compare(&mut self, catalog: &Path, site: &'static Site, browser: &Browser) {
        let checked = luukku::check(catalog, now(), None).unwrap().output.unwrap();
        let catalog = checked.catalog();
        let window = (now() - TimeDelta::days(400), now() + TimeDelta::days(900));
        let (clocks, workdays) = (Clocks::new(catalog, window.0, window.1), Workdays::new(catalog, window.0, window.1));
        let server = Server::start(site);
        for (_, journey) in catalog.journeys() {
            browser.open(&server.address(&format!("journeys/{}.html", journey.slug)));
            let words = browser.run("return {...document.querySelector('journey-checklist').dataset}");
            // Before Christmas, in summer time, on a Sunday, and too soon to be in time.
            for date in ["2026-12-28", "2027-06-07", "2027-04-11", "2026-11-25"] {
                choose(browser, date);
                let date: NaiveDate = date.parse().unwrap();
                let plan = Planner::new(catalog, &clocks, &workdays, journey, window).plan(date);
                let told = plan.iter().map(|step| {
                    let begin = step.begin.unwrap().with_timezone(&catalog.company.zone).date_naive();
                    let word = match (step.latest, begin < today(now())) {
                        (true, true) => "startLate",
                        (true, false) => "startBy",
                        (false, _) => "startFrom",
                    };
                    self.late += usize::from(word == "startLate");
                    self.latest += usize::from(step.latest);
                    self.earliest += usize::from(!step.latest);
                    // British English shortens September to four letters.
                    let date = begin.format("%a %-d %b").to_string().replace("Sep", "Sept");
                    words[word].as_str().unwrap().replace("{date}", &date)
                });
                let told: Vec<String> = told.collect();
                assert_eq!(seen(browser)["days"], json!(told), "{} on {date}", journey.slug);
            }
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
        "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});",
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

/// The reader's date.
fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&chrono_tz::Europe::Helsinki).date_naive()
}
