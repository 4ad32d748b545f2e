//! axe-core finds no violation on any kind of page: WCAG 2.2 AA and its best practices, light and
//! dark, on a phone and on a desk.

use super::{Browser, Screen, Server, at_all_hours};
use crate::site::{Site, tool};

/// axe is run with open what readers can open: of long lists the first parts, since it holds each target against
/// all others.
const AXE: &str = "
    for (const details of [...document.querySelectorAll('main details')].slice(0, 12)) details.open = true;
    const result = await axe.run(document, {
        runOnly: {
            type: 'tag',
            values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
        },
        resultTypes: ['violations'],
        rules: {'color-contrast': {enabled: COLOURS}},
    });
    return {
        tested: result.passes.length,
        violations: result.violations.flatMap((violation) => violation.nodes.slice(0, 3).map(
            (node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 160)} ${node.failureSummary}`)),
    };";

#[test]
fn axe_finds_nothing_on_a_phone() {
    check(Screen::PHONE);
}

#[test]
fn axe_finds_nothing_on_a_desk() {
    check(Screen::DESKTOP);
}

#[test]
fn axe_finds_nothing_at_any_hour() {
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let mut found = Vec::new();
    for scheme in ["light", "dark"] {
        browser.scheme(scheme);
        at_all_hours(&browser, |page| {
            found.extend(violations(&browser).into_iter().map(|one| format!("{page} ({scheme}): {one}")));
        });
    }
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn axe_is_awake() {
    let browser = Browser::start();
    browser.open("data:text/html,<title>x</title><img src=x><p style='color:%23ccc'>pale");
    let found = violations(&browser).join("\n");
    for rule in ["image-alt", "color-contrast", "html-has-lang", "landmark-one-main"] {
        assert!(found.contains(rule), "{rule} is not among: {found}");
    }
}

fn check(screen: Screen) {
    let browser = Browser::start();
    browser.screen(screen);
    let mut found = Vec::new();
    for (name, site) in Site::all() {
        let server = Server::start(site);
        // Words of other languages are longer, which tells on a phone: a desk has room for them.
        let folders = site.language_folders().into_iter().enumerate();
        for (number, folder) in folders.filter(|(number, _)| *number == 0 || screen.phone) {
            // Colours are the same in all languages; and on all screens, so that one is looked at in the dark, too.
            let colours = number == 0;
            for path in site.kinds(folder) {
                for scheme in if colours && screen.phone { ["light", "dark"].as_slice() } else { &["light"] } {
                    browser.scheme(scheme);
                    browser.open(&server.address(path));
                    let told = told(&browser, colours);
                    found.extend(told.into_iter().map(|one| format!("{name}/{path} ({scheme}): {one}")));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

/// What axe says against the page that is open.
pub(super) fn violations(browser: &Browser) -> Vec<String> {
    told(browser, true)
}

/// What axe says, with or without a look at the colours.
fn told(browser: &Browser, colours: bool) -> Vec<String> {
    let axe = std::fs::read_to_string(tool("axe-core/axe.min.js")).unwrap();
    browser.run(&axe);
    let result = browser.run_async(&AXE.replace("COLOURS", &colours.to_string()));
    let tested = result["tested"].as_u64().unwrap_or_else(|| panic!("axe did not run: {result}"));
    assert!(tested > 0, "axe tested nothing");
    result["violations"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}
