//! Who is on duty now, as the page says it.

use luukku::BuildOptions;
use serde_json::json;

use super::{Browser, Server};
use crate::project::Project;
use crate::site::Site;

#[test]
fn the_page_says_who_is_on_duty_or_that_nobody_is_and_who_is_next() {
    let project = Project::new()
        .file("people.yaml", "ada: {name: Ada, away: [{from: 2026-11-25, until: 2026-11-25}]}\nbo: {name: Bo}\n")
        .file(
            "departments/it.yaml",
            "name: IT\nteams:\n  desk:\n    name: Desk\n    hours: office\n    rota:\n\
             \x20     - {who: ada, when: \"Mo-We 08:00-12:00\"}\n      - {who: bo, when: \"Th 08:00-16:00\"}\n",
        );
    let site: &'static Site = Box::leak(Box::new(Site::build(&project.catalog(), &BuildOptions::default())));
    let server = Server::start(site);
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    for (moment, told) in [
        ("2026-11-24T10:00:00+02:00", "On duty now: Ada."),
        ("2026-11-24T13:00:00+02:00", "Nobody is on duty now. Next: Bo, Thu 26 Nov at 08:00."),
        // Whoever is away is not there, though it is their turn.
        ("2026-11-25T09:00:00+02:00", "Nobody is on duty now. Next: Bo, tomorrow at 08:00."),
        // Nothing is known of what comes behind the last turn that is told.
        ("2027-11-25T09:00:00+02:00", ""),
    ] {
        browser.clock(moment.parse().unwrap());
        browser.open(&server.address("teams/desk.html"));
        assert_eq!(browser.run("return document.querySelector('duty-turns > p').textContent"), json!(told), "{moment}");
    }
}
