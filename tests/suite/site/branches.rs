//! The golden sites leave no way through a template untried: each `{% if %}` is taken once and
//! passed by once. What this test asks for is shown by adding to a golden catalog.

use std::collections::BTreeSet;
use std::path::Path;

use luukku::BuildOptions;

use super::Site;
use super::built::{fixture, root};
use crate::project::Project;

#[test]
fn golden_sites_take_every_branch_of_every_template() {
    let theme = tempfile::tempdir().unwrap();
    let mut ways = Vec::new();
    let templates = root().join("themes/default/templates");
    for entry in walkdir::WalkDir::new(&templates).sort_by_file_name().into_iter().map(Result::unwrap) {
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(&templates).unwrap();
        let source = std::fs::read_to_string(entry.path()).unwrap();
        let to = theme.path().join("templates").join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, marked(&source, path, &mut ways)).unwrap();
    }
    assert!(ways.len() > 100, "the templates were not found");
    std::fs::create_dir(theme.path().join("i18n")).unwrap();
    std::fs::write(theme.path().join("i18n/fa.toml"), words_from_right_to_left()).unwrap();
    let options = BuildOptions { theme: Some(theme.path()), ..BuildOptions::default() };
    let (large, newcomers, bakery) = (large_and_in_arabic(), newcomers(), bakery());
    let (persian, crowded) = (from_right_to_left(), crate::long_lists::large());
    let (served, quiet) = (crate::audiences::company(), quiet());
    let deployed = BuildOptions { base_url: Some("https://services.kuura.example/"), ..options };
    let sites = [
        Site::build(&fixture("golden/catalog"), &options),
        Site::build(&fixture("bare/catalog"), &options),
        Site::build(&newcomers.catalog(), &options),
        Site::build(&bakery.catalog(), &options),
        Site::build(&persian.catalog(), &options),
        Site::build(&crowded.catalog(), &options),
        Site::build(&served.catalog(), &options),
        Site::build(&large.catalog(), &deployed),
        Site::build(&quiet.catalog(), &options),
        // Four languages, and lists with the hours of many desks.
        Site::build(&root().join("catalog"), &options),
    ];
    let mut taken = BTreeSet::new();
    for (_, html) in sites.iter().flat_map(Site::pages) {
        taken.extend(html.split(MARK).skip(1).step_by(2).map(|number| number.parse::<usize>().unwrap()));
    }
    let missed: Vec<&str> =
        ways.iter().enumerate().filter(|(number, _)| !taken.contains(number)).map(|(_, way)| way.as_str()).collect();
    assert!(missed.is_empty(), "{} of {} ways are never taken:\n{}", missed.len(), ways.len(), missed.join("\n"));
}

/// The interface in a language that is written from right to left; the words are English all the same.
fn words_from_right_to_left() -> String {
    let english = std::fs::read_to_string(root().join("themes/default/i18n/en.toml")).unwrap();
    let mut table: toml::Table = english.parse().unwrap();
    for forms in table["ordinal"].as_table_mut().unwrap().iter_mut().filter_map(|(_, forms)| forms.as_table_mut()) {
        forms.retain(|category, _| category == "other");
    }
    table.to_string()
}

/// A house of few words: nobody's hours, no customers, a number for emergencies alone, news of no service, one person
/// who is always on duty.
fn quiet() -> Project {
    let gate = "name: Gate\nchannels: [{emergency: \"+358 9 555 0100\"}]\n\
                teams: {watch: {name: Watch, rota: [{who: ida, when: Mo-Fr 08:00-16:00}]}}\n\
                services:\n  help: {name: Help, asked_as: [help me], owner: ida, reviewed: 2026-09-01}\n  \
                care: {name: Care, depends_on: [{service: help}]}\n";
    Project::empty()
        .file("catalog.yaml", "name: Kuura\ntime_zone: Europe/Helsinki\n")
        .file("people.yaml", "ida: {name: Ida}\n")
        .file("departments/gate.yaml", gate)
        .file("news/quiet.md", "---\ntitle: Quiet\nkind: notice\ndate: 2026-11-20\n---\nNothing.\n")
}

/// A catalog in that language.
fn from_right_to_left() -> Project {
    let stores =
        "name: انبار\nchannels: [{phone: +358 9 555 0100}]\nservices:\n  parcels: {name: بسته, aliases: [post]}\n";
    Project::empty()
        .file(
            "catalog.yaml",
            "name: Kuura\nlocales: [fa]\ntime_zone: Europe/Helsinki\nfeedback: https://kuura.example/{service}\n",
        )
        .file("departments/stores.yaml", stores)
}

/// What only a large catalog has, or one whose language has no words and another direction than English.
fn large_and_in_arabic() -> Project {
    let services: String = (1..=600).map(|number| format!("  s{number}: {{name: Service {number}}}\n")).collect();
    let stores = format!(
        "name: Stores\nteams: {{watch: {{name: Watch, rota: [{{who: ida, when: Mo-We 08:00-16:00}}, \
         {{who: ora, when: Th 08:00-16:00}}]}}}}\nservices:\n{services}  mail: {{name: بريد, \
         description: يصل كل يوم, owner: ida, steps: [{{what: تسأل}}]}}\n"
    );
    let people = "ida: {name: Ida, away: [{from: 2026-11-20, until: 2026-11-30}]}\nora: {name: Ora}\n";
    Project::empty()
        .file("catalog.yaml", "name: Kuura\nlocales: [ar]\ntime_zone: Europe/Helsinki\n")
        .file("people.yaml", people)
        .file("departments/stores.yaml", stores)
}

/// Chains with and without time to spare, everybody connected to the customer, and more dates and
/// dependants than a page shows.
fn bakery() -> Project {
    let company = "name: Kuura\nlocales: [en, fi]\ntime_zone: Europe/Helsinki\n\
                   external_customer: {name: Guests, summary: {en: Hungry, fi: Nälkäisiä}}\n";
    let brought: String =
        (1..=20).map(|day| format!("      - {{what: Order {day}, deadline: {{every: month, on: {day}}}}}\n")).collect();
    let loaves: String = (1..=45)
        .map(|number| {
            let needs = "depends_on: [{service: flour, blocking: false}]";
            format!("  loaf-{number}: {{name: Loaf {number}, serves: [customers], {needs}}}\n")
        })
        .collect();
    let department = format!(
        "name: Bakery\nhours: Mo-Fr 08:00-16:00\nservices:\n\
         \x20 flour: {{name: Flour, standards: {{normal: {{resolution: 1d}}}}}}\n\
         \x20 oven: {{name: {{en: Oven, fi: Uuni}}, standards: {{normal: {{name: Baking, resolution: 4h}}}}}}\n\
         \x20 bread:\n\
         \x20   name: Bread\n\
         \x20   serves: [customers]\n\
         \x20   standards: {{normal: {{resolution: 40d}}}}\n\
         \x20   own_work: 20d\n\
         \x20   depends_on: [{{service: flour}}, {{service: oven}}]\n\
         \x20   you_provide:\n{brought}\
         \x20 cake:\n\
         \x20   name: Cake\n\
         \x20   serves: [customers]\n\
         \x20   standards: {{normal: {{resolution: 1d}}}}\n\
         \x20   depends_on: [{{service: flour}}]\n\
         \x20 pie:\n\
         \x20   name: Pie\n\
         \x20   serves: [customers]\n\
         \x20   standards: {{normal: {{first_response: 4h}}}}\n\
         \x20   depends_on: [{{service: flour}}]\n{loaves}"
    );
    Project::empty().file("catalog.yaml", company).file("departments/bakery.yaml", department)
}

/// A way into the company that names no service, and a step that cannot be begun in time.
fn newcomers() -> Project {
    let company = "name: Kuura\nlocales: [en]\ntime_zone: Europe/Helsinki\naudiences: {newcomers: {name: New}}\n";
    let journey = "name: First day\nkind: onboarding\naudience: newcomers\n\
                   steps: [{what: Be born, when: before day 1, takes: 900d}]\n";
    Project::empty().file("catalog.yaml", company).file("journeys/start.yaml", journey)
}

/// Stands on both sides of a way's number. It is in no catalog.
const MARK: char = '\u{e000}';

/// A template that tells which ways were taken; each is added to `ways` in words.
fn marked(source: &str, path: &Path, ways: &mut Vec<String>) -> String {
    let mut marked = String::new();
    // The condition of each `{% if %}` that is open, and whether it has an `{% else %}`.
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut way = |condition: &str, taken: bool| {
        ways.push(format!("{}: {} {condition}", path.display(), if taken { "with" } else { "without" }));
        format!("{MARK}{}{MARK}", ways.len() - 1)
    };
    let mut rest = source;
    while let Some(start) = rest.find("{%") {
        let end = start + rest[start..].find("%}").expect("a tag ends") + 2;
        let tag = &rest[start..end];
        let code = tag.trim_start_matches("{%").trim_end_matches("%}").trim_matches('-').trim();
        marked.push_str(&rest[..start]);
        match code.split_whitespace().next() {
            Some("if") => {
                marked.push_str(tag);
                marked.push_str(&way(code, true));
                open.push((code.to_owned(), false));
            }
            Some("elif") => {
                marked.push_str(tag);
                marked.push_str(&way(code, true));
            }
            Some("for") => {
                marked.push_str(tag);
                open.push((String::new(), true));
            }
            Some("else") => {
                marked.push_str(tag);
                let (condition, has_else) = open.last_mut().expect("an else belongs to something");
                if !condition.is_empty() {
                    *has_else = true;
                    let condition = condition.clone();
                    marked.push_str(&way(&condition, false));
                }
            }
            Some("endif") => {
                let (condition, has_else) = open.pop().expect("an endif closes something");
                if !has_else {
                    marked.push_str("{% else %}");
                    marked.push_str(&way(&condition, false));
                }
                marked.push_str(tag);
            }
            Some("endfor") => {
                open.pop();
                marked.push_str(tag);
            }
            _ => marked.push_str(tag),
        }
        rest = &rest[end..];
    }
    marked.push_str(rest);
    marked
}
