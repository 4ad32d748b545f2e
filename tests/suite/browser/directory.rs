//! The directory of people, narrowed.

use luukku::BuildOptions;
use serde_json::json;

use super::{Browser, Server};
use crate::project::Project;
use crate::site::Site;

#[test]
fn people_are_found_by_team_and_language_and_by_who_is_here_today() {
    let project = Project::new()
        .file(
            "people.yaml",
            "ada: {name: Ada, team: desk, languages: [fi]}\nbo: {name: Bo, team: desk, languages: [sv],\n\
             \x20 away: [{from: 2026-11-20, until: 2026-11-27}]}\ncy: {name: Cy, team: shop, languages: [fi, sv]}\n",
        )
        .file(
            "departments/it.yaml",
            "name: IT\nteams:\n  desk: {name: Desk, hours: office}\n  shop: {name: Shop, hours: \"Sa 10:00-14:00\"}\n",
        );
    let site: &'static Site = Box::leak(Box::new(Site::build(&project.catalog(), &BuildOptions::default())));
    let server = Server::start(site);
    let browser = Browser::start();
    browser.zone("Europe/Helsinki");
    browser.clock("2026-11-24T07:00:00+02:00".parse().unwrap());
    for (typed, today, left) in [
        ("desk", false, json!(["Ada", "Bo"])),
        ("swedish", false, json!(["Bo", "Cy"])),
        ("", true, json!(["Ada"])),
        ("swedish", true, json!([])),
    ] {
        browser.open(&server.address("people/index.html"));
        let script = format!(
            "const box = document.querySelector('list-filter [type=search]');
             box.value = '{typed}';
             document.querySelector('list-filter [type=checkbox]').checked = {today};
             box.dispatchEvent(new Event('input', {{bubbles: true}}));
             const left = document.querySelectorAll('.person:not([hidden]) .person__name a');
             return [...left].map((one) => one.textContent);"
        );
        assert_eq!(browser.run(&script), left, "{typed} {today}");
    }
}
