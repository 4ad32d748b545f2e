//! The site opened straight from the disk: no server, and every link and script works.

use std::time::{Duration, Instant};

use super::Browser;
use crate::site::Site;

#[test]
fn the_site_works_from_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::demo();
    site.write(folder.path());
    let browser = Browser::start();
    let address = |path: &str| format!("file://{}/{path}", folder.path().display());
    for path in site.language_folders().into_iter().flat_map(|language| site.kinds(language)) {
        browser.open(&address(path));
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{path}");
        let styled = browser.run(
            "return [...document.styleSheets].some(
                () => getComputedStyle(document.documentElement).colorScheme !== 'normal')",
        );
        assert_eq!(styled, true, "{path}: the styles are not there");
        let asleep = browser.run("return [...document.querySelectorAll(':not(:defined)')].map((one) => one.localName)");
        if !browser.run("return document.scripts.length").eq(&0) {
            assert_eq!(asleep, serde_json::json!([]), "{path}: elements without a script");
        }
    }
}

#[test]
fn a_reader_finds_the_way_from_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo().write(folder.path());
    let browser = Browser::start();
    browser.open(&format!("file://{}/index.html", folder.path().display()));
    // From the first page through A to Z to a service, its team, a person, and the other language.
    for (selector, expected) in [
        ("nav a[href$='a-z.html']", "/a-z.html"),
        ("main li[data-kind=service] a", "/services/"),
        ("main a[href*='teams/']", "/teams/"),
        ("main a[href*='people/']", "/people/"),
        ("a[hreflang=fi]", "/fi/people/"),
        (".site-header__brand", "/fi/index.html"),
    ] {
        browser.run(&format!("document.querySelector(\"{selector}\").click()"));
        let address = browser.address();
        assert!(address.contains(expected), "`{selector}` led to {address}");
        assert_eq!(browser.run("return document.querySelectorAll('h1').length"), 1, "{address}");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn old_addresses_lead_on() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo().write(folder.path());
    let browser = Browser::start();
    for (old, new) in [("teams/helpdesk.html", "teams/it-desk.html"), ("sv/services/gdpr-request.html", "sv/services/")]
    {
        browser.open(&format!("file://{}/{old}", folder.path().display()));
        let begun = Instant::now();
        while !browser.address().contains(new) || browser.address().ends_with(old) {
            assert!(begun.elapsed() < Duration::from_secs(20), "{old} stays at {}", browser.address());
        }
    }
}

#[test]
fn an_old_address_keeps_the_part_of_the_page_that_it_names() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo().write(folder.path());
    let browser = Browser::start();
    browser.open(&format!("file://{}/teams/helpdesk.html#people", folder.path().display()));
    let begun = Instant::now();
    while !browser.address().contains("teams/it-desk.html") {
        assert!(begun.elapsed() < Duration::from_secs(20), "it stays at {}", browser.address());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(browser.address().ends_with("teams/it-desk.html#people"), "{}", browser.address());
}
