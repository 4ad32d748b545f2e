//! Nothing is wider than the screen, from the smallest phone on (WCAG 1.4.10).

use super::{Browser, Screen, Server, at_all_hours};
use crate::site::Site;

/// What stands out to the right, beyond the screen. What scrolls inside a box of its own may.
const OVERFLOW: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return `${document.documentElement.scrollWidth} px: ` + wide.slice(-2).map((one) => one.outerHTML.slice(0, 120)).join(' | ');";

#[test]
fn no_page_is_wider_than_the_screen() {
    let browser = Browser::start();
    let mut found = Vec::new();
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for path in site.language_folders().into_iter().flat_map(|folder| site.kinds(folder)) {
            browser.open(&server.address(path));
            found.extend(too_wide(&browser).into_iter().map(|wide| format!("{name}/{path} {wide}")));
        }
    }
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_hour_makes_a_page_wider_than_the_screen() {
    let browser = Browser::start();
    let mut found = Vec::new();
    at_all_hours(&browser, |page| found.extend(too_wide(&browser).into_iter().map(|wide| format!("{page} {wide}"))));
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}

/// On which screens the open page is too wide, and what makes it so.
fn too_wide(browser: &Browser) -> Vec<String> {
    let screens = [Screen::SMALL_PHONE, Screen::PHONE, Screen::DESKTOP].into_iter();
    let wide = screens.filter_map(|screen| {
        browser.screen(screen);
        let wide = browser.run(OVERFLOW);
        Some(format!("at {}: {}", screen.width, wide.as_str()?))
    });
    wide.collect()
}
