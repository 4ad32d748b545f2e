//! What the page says of the time is what the program says, whatever the reader's time zone. And what a page
//! cannot know it does not say.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use luukku::promise::{Clocks, answer};
use serde_json::json;

use super::{Browser, Screen, Server};
use crate::site::{Site, now, root};

/// What stands in the page: for each `<answer-by>` of the promises its times.
const SHOWN: &str = "
    return [...document.querySelectorAll('.counter answer-by:not(.standby *)')].map((one) =>
        [...one.querySelectorAll('dd')].map((dd) => [dd.querySelector('time').dateTime, dd.textContent]));";

#[test]
fn the_page_answers_as_the_command_does_in_every_zone() {
    let checked = luukku::check(&root().join("catalog"), now(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let clocks = Clocks::coming_year(catalog, now());
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    let mut compared = 0;
    for (zone, asked) in [
        ("Europe/Helsinki", "2026-11-27T15:40:20+02:00"),
        ("America/New_York", "2026-11-24T09:59:00+02:00"),
        ("Asia/Kolkata", "2026-12-23T17:15:00+02:00"),
        ("Pacific/Auckland", "2027-03-26T13:30:00+02:00"),
    ] {
        let (reader, asked): (Tz, DateTime<Utc>) = (zone.parse().unwrap(), asked.parse().unwrap());
        browser.zone(zone);
        browser.clock(asked);
        let offered = catalog.services().filter(|(_, service)| service.is_offered()).enumerate();
        // One of six, and who promises a time of day.
        let some = offered.filter(|(place, (_, one))| place % 6 == 0 || &*one.slug == "mail-and-parcels");
        for (id, service) in some.map(|(_, entry)| entry) {
            let promised: Vec<_> = service.standards.iter().filter(|standard| standard.promises()).collect();
            if promised.is_empty() {
                continue;
            }
            browser.open(&server.address(&format!("services/{}.html", service.slug)));
            let shown = browser.run(SHOWN);
            let home = service.zone;
            let expected: Vec<Vec<(String, String)>> = promised
                .iter()
                .map(|standard| {
                    let answer = answer(catalog, &clocks, id, standard, asked);
                    let due = answer.first_response_by.into_iter().chain(answer.resolution_by);
                    due.map(|at| told(at, asked, home, reader)).collect()
                })
                .collect();
            compared += expected.iter().map(Vec::len).sum::<usize>();
            assert_eq!(shown, json!(expected), "{} in {zone} at {asked}", service.slug);
        }
    }
    assert!(compared > 50, "only {compared} answers were compared");
}

/// Within their hours, and not at night in between.
#[test]
fn who_is_on_duty_is_marked_by_the_minute() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    let marked = "return [...document.querySelectorAll('duty-turns [data-spans]')].map((turn) => \
                  [turn.hasAttribute('data-now'), turn.hasAttribute('data-over'), \
                  getComputedStyle(turn.querySelector('[data-kind=now]')).visibility].join(' '))";
    let (on, next, over) = ("true false visible", "false false hidden", "false true hidden");
    for (at, expected) in [
        ("2026-11-24T09:00:00+02:00", [on, next, next, next]),
        ("2026-11-24T21:10:00+02:00", [next, next, next, next]),
        ("2026-11-26T07:00:00+02:00", [over, on, next, next]),
        ("2026-11-27T18:00:00+02:00", [over, over, next, next]),
    ] {
        browser.clock(at.parse().unwrap());
        browser.open(&server.address("teams/it-desk.html"));
        assert_eq!(browser.run(marked), json!(expected), "at {at}");
    }
}

/// Only the first rows of a long list tell the time at once; the others do so before anybody gets there.
#[test]
fn each_row_of_a_long_list_tells_the_time() {
    let (server, browser) = (Server::start(Site::demo()), Browser::start());
    browser.clock(now());
    for list in ["phone-list.html", "people/index.html"] {
        browser.open(&server.address(list));
        assert!(browser.run("return document.querySelectorAll('open-now').length > 48").as_bool().unwrap(), "{list}");
        browser.wait("return !document.querySelector('open-now:not([data-state])')");
    }
}

/// The moment for programs, and in words by the clock of the service; the reader's own where it differs.
fn told(at: DateTime<Utc>, now: DateTime<Utc>, home: Tz, reader: Tz) -> (String, String) {
    let (there, here) = (at.with_timezone(&home), at.with_timezone(&reader));
    let today = now.with_timezone(&home).date_naive();
    let same_today = today == now.with_timezone(&reader).date_naive();
    let day = match (there.date_naive() - today).num_days() {
        0 if same_today => "today".to_owned(),
        1 if same_today => "tomorrow".to_owned(),
        _ => there.format("%a %-d %b").to_string(),
    };
    let mut words = format!("{day} at {}", there.format("%H:%M"));
    if there.naive_local() != here.naive_local() {
        let is_today = here.date_naive() == now.with_timezone(&reader).date_naive();
        let time = here.format(match there.date_naive() == here.date_naive() {
            true => "%H:%M",
            false if is_today => "today at %H:%M",
            false => "%a %-d %b at %H:%M",
        });
        words.push_str(&format!(" ({time} where you are)"));
    }
    (there.to_rfc3339_opts(SecondsFormat::Secs, false), words)
}

/// The lines of `<open-now>`, its state, and how many answers are promised for now.
const STATE: &str = "
    const open = document.querySelector('.counter__now open-now');
    const answers = [...document.querySelectorAll('answer-by')].filter((one) => one.checkVisibility());
    return [open.dataset.state, [...open.children].map((line) => line.textContent), answers.length];";

/// Which lines stand above the ways to reach somebody.
const ABOVE: &str = "
    const lines = [...document.querySelectorAll('.counter__now > :is(open-now, .standby, answer-by)')];
    const shown = lines.filter((one) => one.checkVisibility() && !one.hidden);
    shown.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    return shown.map((one) => one.localName);";

#[test]
fn at_night_the_one_who_answers_stands_on_top() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    browser.screen(Screen::PHONE);
    for (now, lines) in [
        ("2026-11-24T10:20:00+02:00", json!(["open-now", "answer-by"])),
        ("2026-11-24T00:15:00+02:00", json!(["div", "open-now"])),
    ] {
        browser.clock(now.parse().unwrap());
        browser.open(&server.address("services/accident-at-work.html"));
        assert_eq!(browser.run(ABOVE), lines, "{now}");
    }
}

/// What is read on the ways to reach somebody: their lines, as far as they are shown.
const BUTTONS: &str = "
    const shown = (one) => one.checkVisibility() && one.textContent.trim() !== '';
    return [...document.querySelectorAll('.counter .channel__link')].map((link) =>
        [...link.querySelectorAll('.channel__promise, open-now')].filter(shown)
            .map((one) => one.textContent.trim().replace(/^· /, '')));";

/// What the bar at the bottom leads to once the page has been scrolled.
const BAR: &str = "
    scrollTo(0, document.documentElement.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return document.querySelector('channel-bar > a').href;";

/// A phone that nobody answers promises no minutes, and what can be written is offered instead.
#[test]
fn a_way_without_hours_of_its_own_is_closed_with_its_desk() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    browser.screen(Screen::PHONE);
    for (page, now, buttons, bar) in [
        (
            "machine-repair",
            "2026-11-24T10:20:00+02:00",
            json!([["Answer here: within 10 working minutes"], []]),
            "https://help.havula.example/maintenance",
        ),
        (
            "machine-repair",
            "2026-11-24T22:30:00+02:00",
            json!([["Closed · opens tomorrow at 06:00"], []]),
            "https://help.havula.example/maintenance",
        ),
    ] {
        browser.clock(now.parse().unwrap());
        browser.open(&server.address(&format!("services/{page}.html")));
        assert_eq!(browser.run(BUTTONS), buttons, "{page} at {now}");
        assert_eq!(browser.run_async(BAR), bar, "{page} at {now}");
    }
}

#[test]
fn open_until_closed_until_and_nothing_when_nothing_is_known() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    // Lines do not break at the dash.
    let hours = "Mon–Thu 08:00–15:30, Fri 08:00–14:00".replace('–', "\u{2060}–\u{2060}");
    for (now, state, line) in [
        ("2026-11-24T10:20:00+02:00", "open", Some("Open until 15:30")),
        ("2026-11-24T15:10:00+02:00", "closing", Some("Open until 15:30")),
        ("2026-11-24T15:30:00+02:00", "closed", Some("Closed · opens tomorrow at 08:00")),
        ("2026-11-25T06:00:00+02:00", "closed", Some("Closed · opens today at 08:00")),
        ("2026-11-27T18:00:00+02:00", "closed", Some("Closed · opens Mon 30 Nov at 08:00")),
        ("2029-11-27T10:00:00+02:00", "unknown", None),
        ("2026-10-31T10:00:00+02:00", "unknown", None),
    ] {
        browser.clock(now.parse().unwrap());
        browser.open(&server.address("services/pay-correction.html"));
        let lines: Vec<&str> = line.into_iter().chain([hours.as_str()]).collect();
        let answers = if line.is_some() { 2 } else { 0 };
        assert_eq!(browser.run(STATE), json!([state, lines, answers]), "{now}");
    }
}

#[test]
fn lunch_is_not_the_end_of_the_day() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    let hours = "Mon–Fri 08:30–15:30 (break 11:30–12:30)".replace('–', "\u{2060}–\u{2060}");
    let pause = "break 11:30–12:30".replace('–', "\u{2060}–\u{2060}");
    let before = format!("Open until 15:30 · {pause}");
    let far = format!("Open until 15:30 (14:30 where you are) · {pause}");
    for (zone, now, state, line) in [
        ("Europe/Helsinki", "2026-11-24T09:00:00+02:00", "open", &*before),
        ("Europe/Warsaw", "2026-11-24T09:00:00+02:00", "open", &*far),
        ("Europe/Helsinki", "2026-11-24T11:10:00+02:00", "closing", &*before),
        ("Europe/Helsinki", "2026-11-24T11:30:00+02:00", "closed", "Closed until 12:30"),
        ("Europe/Warsaw", "2026-11-24T12:00:00+02:00", "closed", "Closed until 12:30 (11:30 where you are)"),
        ("Europe/Helsinki", "2026-11-24T12:30:00+02:00", "open", "Open until 15:30"),
        ("Europe/Helsinki", "2026-11-24T15:30:00+02:00", "closed", "Closed · opens tomorrow at 08:30"),
    ] {
        browser.zone(zone);
        browser.clock(now.parse().unwrap());
        browser.open(&server.address("services/expense-claim.html"));
        let lines = "const open = document.querySelector('.counter__now open-now');
            return [open.dataset.state, [...open.children].map((line) => line.textContent)];";
        assert_eq!(browser.run(lines), json!([state, [line, &*hours]]), "{zone}, {now}");
    }
}

#[test]
fn a_change_is_spoken_once_and_ticks_are_not() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    browser.clock("2026-11-24T15:28:00+02:00".parse().unwrap());
    browser.open(&server.address("services/pay-correction.html"));
    // Every change inside a live region is what a screen reader is given to say.
    let spoken = browser.run_async(
        "const said = [];
         const live = [...document.querySelectorAll('[role=status], [aria-live]')];
         for (const region of live)
             new MutationObserver(() => said.push(region.textContent))
                 .observe(region, {childList: true, characterData: true, subtree: true});
         const begin = Date.now();
         for (let minute = 1; minute <= 4; minute++) {
             Date.now = () => begin + minute * 60000;
             document.dispatchEvent(new Event('visibilitychange'));
             await new Promise((resolve) => setTimeout(resolve));
         }
         return [live.length, said];",
    );
    assert_eq!(spoken, json!([1, ["Closed · opens tomorrow at 08:00"]]));
}
