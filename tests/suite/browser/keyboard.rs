//! Everything can be reached and used with the keyboard alone.

use thirtyfour::Key;

use super::{Browser, Screen, Server};
use crate::site::Site;

/// The element that has the focus: what it is, and what is wrong with it.
const FOCUS: &str = "
    const one = document.activeElement;
    if (one === document.body) return null;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const faults = [];
    // Inside a date field the browser's own button can have the focus, with an outline of its own.
    const own = one.matches(':focus');
    if (own && !(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)) faults.push('shows no outline');
    if (box.width < 1 || box.height < 1) faults.push('cannot be seen');
    const beside = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
    if (beside) faults.push('is off the screen');
    const rects = [...one.getClientRects()];
    const uncovered = rects.some((rect) => {
        const hit = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        return hit && (one.contains(hit) || hit.contains(one));
    });
    if (!uncovered) faults.push('is covered');
    return {name: one.outerHTML.slice(0, 120), faults: faults.join(', ')};";

#[test]
fn the_first_key_leads_past_the_header() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::DESKTOP);
    browser.open(&server.address("services/pay-correction.html"));
    browser.press(Key::Tab);
    let skip = browser.run(FOCUS);
    assert!(skip["name"].as_str().unwrap().contains("href=\"#page_main\""), "{skip}");
    assert_eq!(skip["faults"], "");
    browser.press(Key::Enter);
    assert_eq!(browser.run("return document.activeElement.id"), "page_main");
    browser.press(Key::Tab);
    assert_eq!(browser.run("return document.activeElement.closest('main') !== null"), true);
}

#[test]
fn every_stop_of_the_tab_key_is_seen() {
    for screen in [Screen::PHONE, Screen::DESKTOP] {
        let browser = Browser::start();
        browser.screen(screen);
        let site = Site::golden();
        let server = Server::start(site);
        for path in site.kinds("") {
            browser.open(&server.address(path));
            let links = browser.run(
                "return [...document.querySelectorAll('a[href]:not(details:not([open]) a)')]
                     .filter((link) => link.checkVisibility()).length",
            );
            let mut stops = 0;
            loop {
                browser.press(Key::Tab);
                let focus = browser.run(FOCUS);
                if focus.is_null() || stops > 400 {
                    break;
                }
                assert_eq!(focus["faults"], "", "{path} at {}: {}", screen.width, focus["name"]);
                stops += 1;
            }
            let links = links.as_u64().unwrap();
            assert!((links..400).contains(&stops), "{path}: {stops} stops, {links} links");
        }
    }
}

#[test]
fn the_menu_opens_and_closes_by_key() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    for screen in [Screen::PHONE, Screen::DESKTOP] {
        browser.screen(screen);
        browser.open(&server.address("index.html"));
        browser.run("document.querySelector('header summary').focus()");
        let is_open = || browser.run("return document.querySelector('header details').open") == true;
        assert!(!is_open());
        browser.press(Key::Enter);
        assert!(is_open());
        browser.press(Key::Tab);
        let focus = browser.run(FOCUS);
        assert_eq!(focus["faults"], "", "{}", focus["name"]);
        assert_eq!(browser.run("return document.activeElement.closest('header details') !== null"), true);
        browser.run("document.querySelector('header summary').focus()");
        browser.press(Key::Enter);
        assert!(!is_open());
        // It closes by itself when the reader presses Escape, walks out of it or points elsewhere.
        browser.press(Key::Enter);
        browser.press(Key::Tab);
        browser.press(Key::Escape);
        assert!(!is_open());
        assert_eq!(browser.run("return document.activeElement.localName"), "summary");
        browser.press(Key::Enter);
        browser.run("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
        assert!(!is_open());
        browser.run("document.querySelector('header summary').focus()");
        browser.press(Key::Enter);
        assert!(is_open());
        browser.run("document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))");
        assert!(!is_open());
        // And a link in it leads somewhere.
        browser.press(Key::Enter);
        browser.press(Key::Tab);
        let target = browser.run("return document.activeElement.href");
        browser.press(Key::Enter);
        assert_eq!(browser.address(), target.as_str().unwrap());
    }
}
