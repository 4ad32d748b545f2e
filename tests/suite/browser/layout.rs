//! Nothing is wider than the screen, from the smallest phone on (WCAG 1.4.10).

use super::{Browser, Screen, Server};
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
            for screen in [Screen::SMALL_PHONE, Screen::PHONE, Screen::DESKTOP] {
                browser.screen(screen);
                if let Some(wide) = browser.run(OVERFLOW).as_str() {
                    found.push(format!("{name}/{path} at {}: {wide}", screen.width));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}
