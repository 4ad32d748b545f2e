//! The first morning of somebody new: one way into the company at a time, ticks that stay, one sheet of paper.

use serde_json::{Value, json};

use super::{Browser, Server};
use crate::site::Site;

const PAGE: &str = "new-here/new-hires.html";

/// What a reader sees of the page.
const SEEN: &str = "
    const page = document.querySelector('first-days');
    const shown = (selector) => [...page.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    return {
        ways: [...new Set(shown('ol[data-journey]').map((list) => list.dataset.journey))],
        ticked: shown(':checked').map((box) => box.value),
        said: page.querySelector('[role=status]').textContent,
        faces: shown('.face').length,
        places: shown('#where ~ div dt').length,
        remembered: page.querySelector('[data-remembered]').checkVisibility(),
    };";

#[test]
fn the_way_and_the_ticks_stay() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.open(&server.address(PAGE));
    let none = browser.run(SEEN);
    assert_eq!(
        (&none["ways"], &none["said"]),
        (&json!([]), &json!("")),
        "nothing is anybody's before they have chosen"
    );
    choose(&browser, "*");
    let all = browser.run(SEEN);
    assert_eq!(all["ways"].as_array().unwrap().len(), 4, "{all}");
    choose(&browser, "new-at-the-office");
    browser.run("document.querySelector('[data-journey=new-at-the-office] [value=card]').click()");
    let seen = browser.run(SEEN);
    assert_eq!((&seen["ways"], &seen["ticked"]), (&json!(["new-at-the-office"]), &json!(["card"])));
    assert_eq!((&seen["said"], &seen["remembered"]), (&json!("1 of 8 done"), &json!(true)));
    let fewer = |what: &str| seen[what].as_u64().unwrap() < all[what].as_u64().unwrap();
    assert!(fewer("faces") && fewer("places"), "{seen} of {all}");

    browser.open(&server.address(PAGE));
    assert_eq!(browser.run(SEEN), seen);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn before_a_choice_the_ways_are_big_and_what_is_on_all_of_them_is_there() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.open(&server.address(PAGE));
    let choices = "return [...document.querySelectorAll('.way-list button')].filter((one) => one.checkVisibility())
        .map((one) => one.textContent.replace(/\\s+/g, ' ').trim())";
    let told = browser.run(choices);
    assert_eq!(told.as_array().unwrap().len(), 4, "{told}");
    let factory = told[0].as_str().unwrap();
    assert!(
        factory.starts_with("New at the factory") && factory.contains("8 steps · First: Fetch your card"),
        "{told}"
    );
    let before = browser.run(SEEN);
    assert!(before["faces"].as_u64() > Some(0), "whom everybody asks: {before}");
    browser.run("document.querySelector('.way-list [value=new-at-the-office]').click()");
    assert_eq!(browser.run(choices), json!([]), "what is chosen is not asked again");
    assert_eq!(browser.run(SEEN)["ways"], json!(["new-at-the-office"]));
    assert_eq!(browser.run("return document.activeElement.value"), "new-at-the-office", "the focus is not lost");

    browser.open(&server.address("new-here/index.html"));
    let office = "return document.querySelector('.way-list').textContent.replace(/\\s+/g, ' ')";
    assert!(browser.run(office).as_str().unwrap().contains("New at the office · 11 steps · First: Come to the"));
}

#[test]
fn a_journey_and_the_first_days_have_the_same_ticks() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let journey = server.address("journeys/new-at-the-office.html");
    browser.open(&journey);
    for step in ["card", "health"] {
        browser.run(&format!("document.querySelector('[value={step}]').click()"));
    }
    browser.open(&server.address(PAGE));
    choose(&browser, "new-at-the-office");
    assert_eq!(browser.run(SEEN)["ticked"], json!(["card"]));
    browser.run("document.querySelector('[data-journey=new-at-the-office] [value=tax]').click()");
    browser.open(&journey);
    let ticked = browser.run("return [...document.querySelectorAll(':checked')].map((box) => box.value)");
    assert_eq!(ticked, json!(["card", "tax", "health"]), "what is no step of the first days stays ticked");
}

#[test]
fn without_scripts_all_ways_are_there() {
    let browser = Browser::without_scripts();
    let server = Server::start(Site::demo());
    browser.open(&server.address(PAGE));
    let page = crate::site::Site::demo().text(PAGE);
    assert_eq!(page.matches("type=\"checkbox\"").count(), 23);
    assert_eq!(page.matches(" hidden").count(), 1, "only what the script says of itself is hidden");
}

#[test]
fn the_first_days_are_one_sheet() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    for folder in Site::demo().language_folders() {
        for way in ["new-at-the-office", "new-at-the-factory"] {
            for page in [PAGE, "new-here/factory-staff.html"] {
                browser.open(&server.address(&format!("{folder}{page}")));
                choose(&browser, way);
                assert_eq!(browser.sheets(), 1, "{folder}{page} {way}");
            }
        }
    }
}

/// Chooses a way into the company, where there are several.
fn choose(browser: &Browser, way: &str) -> Value {
    browser.run(&format!(
        "const select = document.querySelector('[name=way]');
         if (!select) return;
         select.value = '{way}';
         select.dispatchEvent(new Event('change', {{bubbles: true}}));"
    ))
}
