//! Pages on paper.

use super::{Browser, Server};
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
fn what_is_folded_is_printed() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address("services/pay-correction.html"));
    let folded = "return [...document.querySelectorAll('.fold')].filter((fold) => !fold.open).length";
    assert_ne!(browser.run(folded), 0);
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(browser.run(folded), 0);
}
