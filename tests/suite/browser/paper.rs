//! Pages on paper.

use super::{Browser, Screen, Server};
use crate::site::Site;

#[test]
fn the_contact_list_is_one_sheet() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    for folder in Site::demo().language_folders() {
        browser.open(&server.address(&format!("{folder}phone-list.html")));
        assert_eq!(browser.sheets(), 1, "{folder}phone-list.html");
    }
}

#[test]
fn what_somebody_prints_is_short() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    for folder in Site::demo().language_folders() {
        for (page, most) in
            [("deadlines", 4), ("i-need-to", 5), ("services/fix-a-computer", 2), ("journeys/new-at-the-office", 1)]
        {
            browser.open(&server.address(&format!("{folder}{page}.html")));
            browser.run("dispatchEvent(new Event('beforeprint'))");
            let sheets = browser.sheets();
            assert!(sheets <= most, "{folder}{page}: {sheets}");
        }
    }
}

#[test]
fn a_service_is_as_short_on_turned_paper_and_in_small_letters() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address("services/fix-a-computer.html"));
    browser.run("dispatchEvent(new Event('beforeprint'))");
    for (turned, scale) in [(true, 1.0), (true, 0.8), (false, 0.8), (false, 0.5)] {
        let sheets = browser.sheets_of(turned, scale);
        let most = if turned { 3 } else { 2 };
        assert!(sheets <= most, "turned: {turned}, scale {scale}: {sheets}");
    }
}

#[test]
fn text_on_wide_paper_has_room() {
    let narrow = "
        const texts = [...document.querySelectorAll('main > :not(.contact-list) :is(p, li, dd, td)')];
        const wide = texts.filter((one) => one.checkVisibility() && one.textContent.trim().length > 80);
        const narrow = wide.filter((one) => one.getBoundingClientRect().width < 120);
        return narrow.map((one) => one.outerHTML.slice(0, 80)).join(' | ');";
    let browser = Browser::start();
    browser.as_paper();
    let mut found = Vec::new();
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for path in site.kinds("") {
            browser.open(&server.address(path));
            for width in [720, 900, 1280, 1600] {
                browser.screen(Screen { width, height: 900, phone: false });
                let narrow = browser.run(narrow);
                let told = narrow.as_str().filter(|told| !told.is_empty());
                found.extend(told.map(|told| format!("{name} {path} at {width}: {told}")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_is_folded_is_printed() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address("services/pay-correction.html"));
    let folded = "return [...document.querySelectorAll('.fold')].filter((fold) => !fold.open).length";
    assert_ne!(browser.run(folded), 0);
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(browser.run(folded), 0);
}
