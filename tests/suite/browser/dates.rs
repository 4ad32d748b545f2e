//! The page of dates shows the groups that its reader has chosen once, and all of them until then.

use super::{Browser, Screen, Server};
use crate::site::Site;

/// The headings of the sections that are shown.
const SHOWN: &str = "return [...document.querySelectorAll('main section')].filter((one) => one.checkVisibility())
    .map((one) => one.querySelector('h2').id)";

/// Ticks or unticks a group.
fn choose(browser: &Browser, group: &str) {
    browser.run(&format!("document.querySelector('my-groups [value={group}]').click()"));
}

/// Writes a text into the filter, as somebody would who types it.
fn filter(browser: &Browser, text: &str) {
    browser.run(&format!(
        "const box = document.querySelector('list-filter input'); box.value = '{text}';
         box.dispatchEvent(new Event('input', {{bubbles: true}}))"
    ));
}

#[test]
fn groups_are_chosen_once() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let dates = server.address("deadlines.html");
    browser.open(&dates);
    let all = browser.run(SHOWN);
    assert!(all.as_array().unwrap().len() > 5, "{all}");
    choose(&browser, "for-managers");
    let mine = serde_json::json!(["everyone", "for-managers"]);
    assert_eq!(browser.run(SHOWN), mine);
    browser.open(&server.address("index.html"));
    let audience = browser.run("return document.querySelector('next-dates select').value");
    assert_eq!(audience, "managers", "the first page asks again");
    browser.open(&dates);
    assert_eq!(browser.run(SHOWN), mine);
    // The filter looks through all, and then the chosen ones are left.
    filter(&browser, "stock");
    assert_ne!(browser.run(SHOWN), mine);
    filter(&browser, "");
    assert_eq!(browser.run(SHOWN), mine);
    choose(&browser, "for-managers");
    assert_eq!(browser.run(SHOWN), all);
    browser.run("localStorage.clear()");
}

#[test]
fn the_filter_minds_no_signs_within_words() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    let found = "return [...document.querySelectorAll('.contact-list tbody > tr')]
        .filter((row) => !row.hidden).map((row) => row.querySelector('th').textContent.trim())";
    browser.open(&server.address("phone-list.html"));
    for typed in ["Wi-Fi", "wifi", "NETWORK wi-fi"] {
        filter(&browser, typed);
        assert_eq!(browser.run(found), serde_json::json!(["Network and Wi-Fi"]), "{typed}");
    }
    filter(&browser, "wi fi");
    assert!(browser.run(found).to_string().contains("Network and Wi-Fi"));
    filter(&browser, "5550220");
    assert!(browser.run(found).to_string().contains("Payroll desk"));
    browser.open(&server.address("pl/phone-list.html"));
    let names = |typed: &str| {
        filter(&browser, typed);
        browser.run(found)
    };
    assert_eq!(names("place"), names("płace"));
    assert_ne!(names("place"), serde_json::json!([]));
}

#[test]
fn who_has_said_who_they_are_is_not_asked_again() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address("index.html"));
    browser.run("localStorage.setItem('luukku-audience', 'managers')");
    browser.open(&server.address("deadlines.html"));
    assert_eq!(browser.run(SHOWN), serde_json::json!(["everyone", "for-managers"]));
    browser.run("localStorage.clear()");
}
