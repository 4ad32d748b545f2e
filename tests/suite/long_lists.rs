//! No page of a large company is too heavy for a phone on a slow line.

use std::fmt::Write;

use luukku::BuildOptions;

use crate::project::Project;
use crate::site::Site;

/// No page is heavier, in bytes.
const MOST_BYTES: usize = 300_000;

/// A company in which one department has far more than the others.
pub(crate) fn large() -> Project {
    let mut services = String::new();
    for number in 0..700_u32 {
        let (team, letter) = (number % 20, ["a", "b", "c"][number as usize % 3]);
        write!(
            services,
            "  s{number}:\n    name: {letter} service of the number {number}\n    summary: What number {number} does \
             for you\n    \
             team: t{team}\n    owner: p{number}\n    \
             serves: [managers, small, lone]\n    standards: [normal, urgent]\n    \
             asked_as: [{letter} need of number {number}, {letter} wish {number}, \
             please {number}]\n    channels: [{{email: s{number}@acme.example, label: Write to number {number}}}]\n    \
             you_provide: [{{what: List {number}, from: [t{team}, managers], deadline: {{every: month, \
             on: 25}}}},\n      \
             {{what: Badge {number}, from: [guests]}}]\n    \
             deadlines: [{{name: Last day for changes, every: month, on: 21}}]\n"
        )
        .unwrap();
    }
    let teams: String = (0..20).map(|number| format!("  t{number}: {{name: Team {number}}}\n")).collect();
    let mut project = Project::new()
        .file(
            "catalog.yaml",
            "{name: Acme, time_zone: Europe/Helsinki, hours: {office: \"Mo-Fr 08:00-16:00\"}, \
             standards: {normal: {first_response: 4h, resolution: 2d}, urgent: {when: It burns, resolution: 4h}}, \
             audiences: {managers: {name: Managers}, guests: {name: Guests}}}",
        )
        .file(
            "departments/big.yaml",
            format!("name: Big\nhours: office\nplace: hall\nteams:\n{teams}services:\n{services}"),
        )
        .file(
            "departments/small.yaml",
            "{name: Small, hours: office, channels: [{phone: +358 9 1234}], teams: {lone: {name: Lone}}}",
        );
    project = project.file("places.yaml", "hall: {name: Hall}\n");
    let people: String = (0..900).map(|number| format!("p{number}: {{name: Pat {number}, team: t1}}\n")).collect();
    project = project.file("people.yaml", people);
    for number in 0..350 {
        let text = format!(
            "---\ntitle: How number {number} is done\nsummary: Do it yourself, it takes a minute\n---\nText.\n"
        );
        project = project.file(&format!("departments/big/articles/a{number}.md"), text);
    }
    project
}

#[test]
fn no_page_is_heavy_and_nothing_is_lost() {
    let project = large();
    let site = Site::build(&project.catalog(), &BuildOptions { minify: true, ..BuildOptions::default() });
    let heavy: Vec<String> = (site.pages())
        .filter(|(_, html)| html.len() > MOST_BYTES)
        .map(|(path, html)| format!("{path}: {} bytes", html.len()))
        .collect();
    assert_eq!(heavy, Vec::<String>::new());
    for (folder, links) in [
        ("a-z-by-letter/", "../services/s"),
        ("i-need-to/", "../services/s"),
        ("standards-by-department/", "../services/s"),
        ("roles-by-department/", "../services/s"),
        ("phone-list-by-department/", "../services/s"),
        ("audiences-by-department/", "../services/s"),
        ("articles-by-department/", "../articles/a"),
        ("people-by-letter/", "../people/p"),
    ] {
        let parts: Vec<&str> =
            site.pages().filter(|(path, _)| path.starts_with(folder)).map(|(_, html)| html).collect();
        assert!(parts.len() > 1, "{folder} is not split");
        let all = if links.contains("articles") { 350 } else { 700 };
        for number in 0..all {
            let link = format!("{links}{number}.html");
            assert!(parts.iter().any(|html| html.contains(&link)), "{link} is in no part of {folder}");
        }
    }
    // One duty that all of them ask for names some, and says how many more there are.
    assert!(site.pages().any(|(_, html)| html.contains("and 692 more")), "no line says that there are more");
    // A letter's address does not depend on the others.
    for letter in ["b", "c", "s"] {
        let path = format!("a-z-by-letter/{letter}.html");
        assert!(site.pages().any(|(page, _)| page == path), "there is no {path}");
    }
    // Every part is reached from a page that is no part.
    let linked: Vec<&str> = site.pages().map(|(_, html)| html).collect();
    for (path, _) in site.pages().filter(|(path, _)| path.contains("-by-")) {
        let href = format!("href=\"{path}\"");
        let href_quoteless = format!("href={path}");
        let (_, file) = path.split_once('/').unwrap();
        let among = [format!("href=\"{file}\""), format!("href=../{path}"), format!("href=\"../{path}\"")];
        let found = |html: &&&str| {
            html.contains(&href) || html.contains(&href_quoteless) || among.iter().any(|way| html.contains(way))
        };
        assert!(linked.iter().any(|html| found(&html)), "nothing leads to {path}");
    }
}
