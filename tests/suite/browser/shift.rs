//! Nothing jumps while a page settles (cumulative layout shift), whatever the moment, the zone and the screen.

use super::{Browser, Screen, Server};
use crate::site::Site;

/// More is a jump that a reader sees.
const MOST: f64 = 0.01;

/// When the reader opens the page, and where: while desks are open, when they are closed, long before the day
/// for which the site was built, and somewhere else.
const MOMENTS: [(&str, &str, &str); 4] = [
    ("open", "2026-11-24T10:20:00+02:00", "Europe/Helsinki"),
    ("closed", "2026-11-24T22:00:00+02:00", "Europe/Helsinki"),
    ("built for later", "2026-11-20T10:20:00+02:00", "Europe/Helsinki"),
    ("elsewhere", "2026-11-24T10:20:00+02:00", "America/New_York"),
];

/// Adds up what shifts, from the first paint on.
const WATCH: &str = "
    globalThis.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries()))
        .observe({type: 'layout-shift', buffered: true});";

/// Waits until the page has settled, and says what has moved.
const SHIFTED: &str = "
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))));
    const name = ({node, previousRect, currentRect}) => {
        const one = node?.nodeType === 1 ? node : node?.parentElement;
        return `${one?.outerHTML.slice(0, 90)} ${Math.round(previousRect.y)}→${Math.round(currentRect.y)}`;
    };
    const moved = shifts.flatMap((shift) => shift.sources.map(name));
    return {total: shifts.reduce((sum, shift) => sum + shift.value, 0), moved: moved.slice(0, 3).join(' | ')};";

#[test]
fn nothing_jumps() {
    let browser = Browser::start();
    browser.before_each_page(WATCH);
    let mut found = Vec::new();
    let mut looked = 0;
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for (state, moment, zone) in MOMENTS {
            browser.clock(moment.parse().unwrap());
            browser.zone(zone);
            for screen in [Screen::PHONE, Screen::DESKTOP] {
                browser.screen(screen);
                for path in site.kinds("") {
                    browser.open(&server.address(path));
                    let shift = browser.run_async(SHIFTED);
                    looked += 1;
                    let total = shift["total"].as_f64().unwrap_or_else(|| panic!("{path}: {shift}"));
                    if total > MOST {
                        let width = screen.width;
                        found.push(format!("{name}/{path} at {width}, {state}: {total:.4} {}", shift["moved"]));
                    }
                }
            }
        }
    }
    assert!(looked > 300, "{looked} pages");
    assert!(found.is_empty(), "{} pages jump:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_jump_is_seen() {
    let (server, browser) = (Server::start(Site::bare()), Browser::start());
    browser.before_each_page(WATCH);
    browser.open(&server.address("index.html"));
    browser.run(
        "const late = document.createElement('p');
         late.textContent = 'Late';
         late.style.blockSize = '9rem';
         document.body.prepend(late);",
    );
    assert!(browser.run_async(SHIFTED)["total"].as_f64().unwrap() > MOST);
}
