//! What only a real browser can tell. Each test starts a Chromium of its own.

mod accessibility;
mod budget;
mod chromium;
mod clock;
mod dates;
mod directory;
mod disk;
mod duty;
mod first_days;
mod journey;
mod keyboard;
mod layout;
mod paper;
mod phone;
mod policy;
mod reading;
mod search;
mod server;
mod shift;

use chromium::{Browser, Screen};
use server::Server;

/// Moments at which pages look different, and what `<open-now>` says then.
const MOMENTS: [(&str, &str); 3] = [
    ("open", "2026-11-24T10:20:00+02:00"),
    ("closing", "2026-11-24T15:10:00+02:00"),
    ("closed", "2026-11-24T22:00:00+02:00"),
];

/// Pages of the demonstration that tell the time, and keep the same hours.
const CLOCKED: [&str; 3] = ["services/pay-correction.html", "teams/payroll-desk.html", "departments/payroll.html"];

/// Opens each of these pages at each of these moments, and looks at it.
fn at_all_hours(browser: &Browser, mut look: impl FnMut(&str)) {
    let server = Server::start(crate::site::Site::demo());
    for (state, moment) in MOMENTS {
        browser.clock(moment.parse().unwrap());
        for path in CLOCKED {
            browser.open(&server.address(path));
            assert_eq!(browser.run("return document.querySelector('open-now').dataset.state"), state, "{path}");
            look(&format!("{path} ({state})"));
        }
    }
}
