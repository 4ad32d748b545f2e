//! Pages on a phone: the first screen says what to do, services are short, and so are lists.

use super::{Browser, Screen, Server};
use crate::site::Site;

/// How tall the header is, where the first button ends, where the last way for what cannot wait ends, and how long the
/// page is.
const MEASURES: &str = "
    const bottom = (one) => one ? Math.round(one.getBoundingClientRect().bottom) : 0;
    const last = (selector) => [...document.querySelectorAll(selector)].at(-1);
    return [
        document.querySelector('.site-header').offsetHeight,
        bottom(document.querySelector('.counter .channel')),
        bottom(last('.counter .channel[data-rank=urgent]')),
        document.documentElement.scrollHeight,
    ];";

/// The most that one row of the header may take.
const ONE_ROW: u64 = 64;

#[test]
fn the_header_is_one_row() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    for (width, phone) in [(360, true), (390, true), (768, false), (1024, false), (1280, false)] {
        browser.screen(Screen { width, height: 800, phone });
        for folder in Site::demo().language_folders() {
            for path in ["index.html", "a-z.html", "services/pay-correction.html"] {
                browser.open(&server.address(&format!("{folder}{path}")));
                let header = browser.run(MEASURES)[0].as_u64().unwrap();
                assert!(header <= ONE_ROW, "{folder}{path} at {width}: {header} pixels");
            }
        }
    }
}

#[test]
fn the_first_screen_of_a_service_says_what_to_do_and_the_page_is_short() {
    let site = Site::demo();
    let server = Server::start(site);
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let height = u64::from(Screen::PHONE.height);
    let mut found = Vec::new();
    let mut looked = 0;
    for path in site.files.keys().filter(|path| path.contains("services/") && path.ends_with(".html")) {
        browser.open(&server.address(path));
        if browser.run("return document.querySelector('.site-header') === null") == true {
            continue;
        }
        looked += 1;
        let measures = browser.run(MEASURES);
        let [_, first, urgent, length] = [0, 1, 2, 3].map(|place| measures[place].as_u64().unwrap());
        if first > FIRST_WAY {
            found.push(format!("{path}: the first way to reach them ends at {first}"));
        }
        if urgent > height {
            found.push(format!("{path}: a way for what cannot wait ends at {urgent}"));
        }
        if length > 5 * height {
            found.push(format!("{path}: {length} pixels, more than five screens"));
        }
    }
    assert!(looked > 200, "{looked} services");
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// Where the first button ends at the latest.
const FIRST_WAY: u64 = 450;

#[test]
fn no_list_is_longer_than_twelve_screens() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let mut found = Vec::new();
    for folder in Site::demo().language_folders() {
        for list in ["a-z", "i-need-to", "people/index", "phone-list", "standards", "roles", "deadlines"] {
            browser.open(&server.address(&format!("{folder}{list}.html")));
            let length = browser.run(MEASURES)[3].as_u64().unwrap();
            if length > 12 * u64::from(Screen::PHONE.height) {
                found.push(format!("{folder}{list}: {length} pixels"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn pages_of_many_lists_are_short() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let mut found = Vec::new();
    for folder in Site::demo().language_folders() {
        for (page, most) in [
            ("index", 5),
            ("audiences/managers", 4),
            ("departments/customer-service", 9),
            ("places/lahti-office", 6),
            ("new-here/index", 3),
            ("new-here/new-hires", 4),
        ] {
            browser.open(&server.address(&format!("{folder}{page}.html")));
            let length = browser.run(MEASURES)[3].as_u64().unwrap();
            if length > most * u64::from(Screen::PHONE.height) {
                found.push(format!("{folder}{page}: {length} pixels, more than {most} screens"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// On a phone it folds, and opens for whoever is led to it; elsewhere and on paper nobody has to open anything.
#[test]
fn a_long_list_folds_on_a_phone_only() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let seen = "const list = document.querySelector('#departments').closest('section');
        return [...list.querySelectorAll('.entry, summary')].filter((one) => one.checkVisibility()).length;";
    browser.screen(Screen::PHONE);
    browser.open(&server.address("index.html"));
    assert_eq!(browser.run(seen), 1, "the line that opens it");
    browser.run("location.hash = '#departments'");
    browser.wait("return document.querySelector('#departments').closest('section').querySelector('details').open");
    browser.open(&server.address("a-z.html"));
    browser.screen(Screen::DESKTOP);
    browser.open(&server.address("index.html"));
    assert_eq!(browser.run(seen), 16, "all departments, and nothing to open");
    browser.as_paper();
    assert_eq!(browser.run(seen), 16, "the same on paper");
}

#[test]
fn a_list_is_narrowed_as_one_types() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let shown = "return [...document.querySelectorAll('main :is(tbody tr, .letter-index li, .fold .entry)')]
        .filter((row) => row.checkVisibility()).length";
    let lists = [
        ("a-z", "overtime"),
        ("i-need-to", "overtime"),
        ("people/index", "payroll"),
        ("phone-list", "payroll"),
        ("standards", "payslip"),
        ("roles", "payslip"),
    ];
    for (list, word) in lists {
        browser.open(&server.address(&format!("{list}.html")));
        let all = browser.run(shown).as_u64().unwrap();
        browser.run("document.querySelector('list-filter input').focus()");
        browser.write(word);
        let some = browser.run(shown).as_u64().unwrap();
        // Where all is folded, nothing is shown before.
        assert!(some > 0 && (some < all || all == 0), "{list}: {some} of {all}");
        let seen = "const rows = [...document.querySelectorAll('main :is(tbody tr, .letter-index li, .fold .entry)')];
            return rows.find((row) => row.checkVisibility()).getBoundingClientRect().top < innerHeight";
        assert_eq!(browser.run(seen), true, "{list}: what was found is below the screen");
        let told = browser.run("return document.querySelector('list-filter [role=status]').textContent");
        assert_eq!(told, format!("Results: {some}"), "{list}");
        let empty = "return [...document.querySelectorAll('main section')].filter((group) =>
            group.checkVisibility() && !group.querySelector('tr:not([hidden]), li:not([hidden])')).length";
        assert_eq!(browser.run(empty), 0, "{list}: groups without a row");
        browser.run(
            "const box = document.querySelector('list-filter input'); box.value = ''; box.dispatchEvent(
            new Event('input', {bubbles: true}))",
        );
        assert_eq!(browser.run(shown).as_u64(), Some(all), "{list}");
    }
}

/// A list on several pages shows names, and the search stands where else a list is narrowed; from another list, what
/// it does not hold is one tap away.
#[test]
fn what_a_list_does_not_hold_is_found_by_the_search() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    browser.open(&server.address("fi/a-z.html"));
    assert!(browser.run("return document.querySelectorAll('.letter-index li').length").as_u64().unwrap() > 100);
    assert_eq!(browser.run("return document.querySelector('list-filter')"), serde_json::Value::Null);
    for word in ["salasana", "palkka", "kipeä"] {
        browser.run("const box = document.querySelector('main site-search input'); box.value = ''; box.focus()");
        browser.write(word);
        browser.wait("return document.querySelectorAll('main site-search [role=option]').length > 0");
        browser.run("document.querySelector('.search-close').click()");
    }
    browser.open(&server.address("phone-list.html"));
    browser.run("document.querySelector('list-filter input').focus()");
    browser.write("my tooth hurts");
    let way = browser.run("return document.querySelector('list-filter [role=status] a').href");
    assert!(way.as_str().unwrap().ends_with("/search.html?q=my%20tooth%20hurts"), "{way}");
}

/// The links and buttons that stand alone on their lines and are lower than a fingertip needs them (WCAG 2.5.8); those
/// within a sentence are as high as its line.
const LOW: &str = r"
    const heights = (one) => [...one.getClientRects()].map(({ height }) => height);
    const alone = (one) => {
        const line = one.closest('p, li, dd, dt, td, th, h1, h2, h3, small, summary, label, div').cloneNode(true);
        line.querySelectorAll('a, .badge').forEach((part) => part.remove());
        return (line.textContent.match(/\p{L}+/gu) ?? []).length < 3;
    };
    const all = [...document.querySelectorAll('main :is(a[href], button, summary, select)')];
    const shown = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.offsetWidth > 1);
    return shown.filter((one) => Math.max(...heights(one)) < 24 && alone(one)).map((one) => one.textContent.trim());";

#[test]
fn what_is_tapped_is_as_high_as_a_fingertip_needs_it() {
    let site = Site::demo();
    let server = Server::start(site);
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let mut found = Vec::new();
    for path in site.kinds("") {
        browser.open(&server.address(path));
        let low = browser.run(LOW);
        if low != serde_json::json!([]) {
            found.push(format!("{path}: {low}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_best_way_stays_in_sight() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.screen(Screen::PHONE);
    let bar = "return document.querySelector('channel-bar > a')?.href ?? null";
    for (service, rank) in [("pay-correction", "[data-rank=best]"), ("accident-at-work", "[data-kind=emergency]")] {
        browser.open(&server.address(&format!("services/{service}.html")));
        assert!(browser.run(bar).is_null(), "{service}: the way is on the screen twice");
        browser.run("scrollTo(0, document.documentElement.scrollHeight)");
        browser.wait("return document.querySelector('channel-bar > a') !== null");
        let best = browser.run(&format!("return document.querySelector('.channel{rank} > a').href"));
        assert_eq!(browser.run(bar), best);
        let seen = "const box = document.querySelector('channel-bar > a').getBoundingClientRect();
            return box.top > innerHeight / 2 && box.bottom <= innerHeight && box.height >= 44";
        assert_eq!(browser.run(seen), true, "{service}");
        browser.run("scrollTo(0, 0)");
        browser.wait("return document.querySelector('channel-bar > a') === null");
    }
}

#[test]
fn what_is_folded_opens_where_a_link_leads() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    let open = "return document.querySelector('#chain').closest('details').open";
    browser.open(&server.address("services/pay-correction.html"));
    assert_eq!(browser.run(open), false);
    browser.run("location.hash = '#chain'");
    browser.wait(open);
    browser.open(&server.address("index.html"));
    browser.open(&server.address("services/pay-correction.html#behind"));
    browser.wait(open);
}
