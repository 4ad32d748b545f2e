//! `catalog.json`: it holds every entry, and nothing that the company's privacy keeps back.

use std::collections::BTreeSet;
use std::path::Path;

use luukku::publish::{Options, SiteFile, catalog_json, json_schema, publish};
use luukku::site::{Edition, routes};
use luukku::{check, render};
use serde_json::Value;

use crate::project::{NOW, Project};

/// The file of the catalog in a folder, as it is written.
fn written(catalog: &Path) -> String {
    let now = NOW.parse().unwrap();
    let outcome = check(catalog, now, None).unwrap();
    let checked = outcome.output.expect("the catalog has no errors");
    let theme = render::Theme::load(None).unwrap();
    let messages = render::messages(&theme).unwrap();
    let photo = SiteFile { path: "assets/maija.png".to_owned(), bytes: 100 };
    let files = [("photos/maija.png".to_owned(), photo)].into();
    let published = publish(&checked, &outcome.diagnostics, Options { now, files, ..Options::default() });
    let edition = Edition::new(&published, &messages).unwrap();
    let mut bytes = Vec::new();
    catalog_json(&published, &mut bytes).unwrap();

    let paths: BTreeSet<String> = routes(&edition).iter().map(|route| route.path(&published)).collect();
    let data: Value = serde_json::from_slice(&bytes).unwrap();
    assert_valid(&data);
    for page in entries(&data).filter_map(|entry| entry["pages"].as_object()).flat_map(|pages| pages.values()) {
        assert!(paths.contains(page.as_str().unwrap()), "{page} is no page of the site");
    }
    String::from_utf8(bytes).unwrap()
}

/// By the schema that `luukku schema catalog` prints, as a validator reads it that knows nothing of our types.
#[track_caller]
fn assert_valid(data: &Value) {
    let schema = json_schema();
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn data(catalog: &Path) -> Value {
    serde_json::from_str(&written(catalog)).unwrap()
}

/// The entries of all lists.
fn entries(data: &Value) -> impl Iterator<Item = &Value> {
    data.as_object().unwrap().values().filter_map(Value::as_array).flatten()
}

/// The ids in one list, in its order.
fn ids<'a>(data: &'a Value, list: &str) -> Vec<&'a str> {
    data[list].as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

#[test]
fn every_entry_of_the_demonstration_is_in_it() {
    let folder = Path::new("catalog");
    let checked = check(folder, NOW.parse().unwrap(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let data = data(folder);
    assert_eq!(data["schema"], 1);
    let expected: [(&str, Vec<&str>); 9] = [
        ("departments", catalog.departments().map(|(_, entry)| &*entry.slug).collect()),
        ("teams", catalog.teams().filter(|(_, entry)| !entry.acting).map(|(_, entry)| &*entry.slug).collect()),
        ("services", catalog.services().map(|(_, entry)| &*entry.slug).collect()),
        ("people", catalog.people().map(|(_, entry)| &*entry.slug).collect()),
        ("articles", catalog.articles().map(|(_, entry)| &*entry.slug).collect()),
        ("journeys", catalog.journeys().map(|(_, entry)| &*entry.slug).collect()),
        ("news", catalog.news.iter().map(|entry| &*entry.slug).collect()),
        ("stories", catalog.stories.iter().map(|entry| &*entry.slug).collect()),
        ("ideas", catalog.ideas.iter().map(|entry| &*entry.slug).collect()),
    ];
    for (list, slugs) in expected {
        assert!(!slugs.is_empty(), "the demonstration has no {list}");
        assert_eq!(ids(&data, list), slugs, "{list}");
    }
    assert_eq!(data["measurements"].as_array().unwrap().len(), catalog.measurements.len());
    assert_eq!(ids(&data, "audiences").len(), catalog.company.audiences.len());
}

/// The schema would also hold for nothing at all if it required nothing.
#[test]
fn the_schema_refuses_what_is_not_a_catalog() {
    let validator = jsonschema::draft202012::new(&json_schema()).unwrap();
    let sound = data(Path::new("catalog"));
    assert!(validator.is_valid(&sound));
    let broken = |pointer: &str, value: Value| {
        let mut data = sound.clone();
        *data.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        assert!(!validator.is_valid(&data), "{pointer}");
    };
    broken("/services/0/name", Value::Null);
    broken("/services/0/status", "lively".into());
    broken("/services/0/channels", serde_json::json!([{}]));
    broken("/services/0/standards", "none".into());
    broken("/departments/0/id", 7.into());
    broken("/company/locales", serde_json::json!({}));
    let mut lost = sound.clone();
    lost["services"][0].as_object_mut().unwrap().remove("line_of_sight");
    assert!(!validator.is_valid(&lost), "a key is always there");
}

#[test]
fn every_built_catalog_is_valid() {
    let fixtures = std::fs::read_dir("tests/fixtures").unwrap();
    let catalogs: Vec<_> = fixtures
        .map(|entry| entry.unwrap().path().join("expected/catalog.json"))
        .filter(|file| file.exists())
        .collect();
    assert!(!catalogs.is_empty(), "the golden sites have moved");
    for file in catalogs {
        assert_valid(&serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap());
    }
}

#[test]
fn every_entry_of_a_list_has_the_same_keys() {
    let data = data(Path::new("catalog"));
    for (list, entries) in data.as_object().unwrap().iter().filter_map(|(key, value)| Some((key, value.as_array()?))) {
        let keys = |entry: &Value| entry.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        for entry in entries {
            assert_eq!(keys(entry), keys(&entries[0]), "{list}");
        }
    }
}

/// A catalog that names people wherever that is possible.
fn people_everywhere(privacy: &str) -> Project {
    Project::empty()
        .file("catalog.yaml", format!("name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\nprivacy: {privacy}\n"))
        .file("photos/maija.png", b"\x89PNG\r\n\x1a\n")
        .file(
            "people.yaml",
            "
            maija.virtanen:
              name: Maija Virtanen
              title: Payroll lead
              team: payroll-desk
              email: maija@acme.example
              phone: +358 40 111 2222
              photo: photos/maija.png
              deputy: antti.salo
              away: [{from: 2026-11-20, until: 2026-11-30, deputy: antti.salo}]
              aliases: [maija.lahti]
            antti.salo:
              name: Antti Salo
              team: payroll-desk
              email: antti@acme.example
            ",
        )
        .file(
            "departments/payroll.yaml",
            "
            name: Payroll
            description: Ask [her](person:maija.virtanen), maija.virtanen or [the boss](../people/antti.salo.yaml#x).
            lead: maija.virtanen
            teams:
              payroll-desk:
                name: Payroll desk
                lead: maija.virtanen
                members: [antti.salo, {person: maija.virtanen, role: Lead, for: Anything hard}]
                channels: [{email: payroll@acme.example}]
                hours: \"Mo-Fr 08:00-16:00\"
                rota: [{who: antti.salo, when: \"Mo-We\"}]
            services:
              pay-correction:
                name: Correct a pay error
                team: payroll-desk
                owner: maija.virtanen
                deputy: antti.salo
                not_included: [{what: Contracts, go_to: antti.salo}]
                steps: [{what: We look, who: antti.salo}, {what: You wait, who: you}]
                escalate: [{to: lead, after: 1d}]
            ",
        )
        .file(
            "journeys/first-day.yaml",
            "
            name: First day
            steps: [{what: Say hello, with: maija.virtanen}]
            ",
        )
        .file(
            "stories/thanks.md",
            "---\ntitle: Thanks\ndate: 2026-11-01\npeople: [maija.virtanen]\n---\nThank you, Maija.\n",
        )
}

#[test]
fn a_company_may_show_everything() {
    let data = data(&people_everywhere("full").catalog());
    assert_eq!(ids(&data, "people"), ["antti.salo", "maija.virtanen"]);
    let maija = &data["people"][1];
    assert_eq!(maija["email"], "maija@acme.example");
    assert_eq!(maija["phone"], "+358 40 111 2222");
    assert_eq!(maija["photo"], "assets/maija.png");
    assert_eq!(maija["away"]["until"], "2026-11-30");
    let service = &data["services"][0];
    assert_eq!(service["owner"][0]["person"], "maija.virtanen");
    assert_eq!(service["escalate"][0]["to"][0]["person"], "maija.virtanen");
    assert_eq!(service["channels"][0]["link"], "mailto:payroll@acme.example");
}

#[test]
fn a_company_may_show_names_alone() {
    let text = written(&people_everywhere("names").catalog());
    assert!(text.contains("Maija Virtanen") && text.contains("maija.virtanen"));
    for private in ["maija@", "antti@", "111 2222", "1112222", "maija.png"] {
        assert!(!text.contains(private), "`{private}` is shown");
    }
    assert!(text.contains("payroll@acme.example"), "the team is still reached");
}

#[test]
fn a_company_may_show_roles_alone() {
    let project = people_everywhere("roles");
    let text = written(&project.catalog()).to_lowercase();
    for private in ["maija", "virtanen", "antti", "salo", "111 2222", "1112222", "\"person\""] {
        assert!(!text.contains(private), "`{private}` is shown");
    }
    let data = data(&project.catalog());
    assert_eq!(data["people"].as_array().unwrap().len(), 0);
    let owner = &data["services"][0]["owner"][0]["role"];
    assert_eq!(owner["title"]["en"], "Payroll lead");
    assert_eq!(owner["team"]["team"], "payroll-desk");
    let text = &data["departments"][0]["description"]["en"];
    assert_eq!(text, "Ask [her](team:payroll-desk), payroll-desk or [the boss](team:payroll-desk).");
    assert_eq!(data["stories"], serde_json::json!([]), "a story thanks somebody by name");
}

#[test]
fn times_are_written_as_in_the_format() {
    let project = Project::new()
        .file(
            "departments/facilities.yaml",
            "
            name: Facilities
            hours: office
            services:
              repairs:
                name: Repairs
                serves: [everyone, customers]
                own_work: 90m
                standards:
                  normal: {first_response: 4h, resolution: 1d 4h, target: 97.5%, satisfaction: 4.2}
                you_provide:
                  - {what: Your hours, deadline: {every: month, on: 25, at: \"12:00\", if_closed: before}}
                deadlines:
                  - {name: Inspection, every: quarter, on: last-working-day}
                  - {name: Round, every: week, on: fri, at: \"24:00\"}
                review_every: 1 year
            ",
        )
        .file("journeys/move.yaml", "name: Move\nsteps: [{what: Pack, when: before day 1, with: Your family}]\n");
    let data = data(&project.catalog());
    let service = &data["services"][0];
    assert_eq!(service["serves"], serde_json::json!(["everyone", "customers"]));
    assert_eq!(service["team"], Value::Null, "the department does the work itself");
    assert_eq!(service["department"], "facilities");
    assert_eq!(service["own_work"], "1h 30m");
    let standard = &service["standards"][0];
    assert_eq!(standard["resolution"], "1d 4h");
    assert_eq!(standard["target"], 97.5);
    assert_eq!(standard["satisfaction"], 4.2);
    let next = "2026-11-25T12:00:00+02:00";
    let rule = serde_json::json!({
        "every": "month", "on": ["25"], "from": null, "at": "12:00", "if_closed": "before", "next": next,
    });
    assert_eq!(service["you_provide"][0]["deadline"], rule);
    assert_eq!(service["deadlines"][0]["on"], serde_json::json!(["last-working-day"]));
    assert_eq!(service["deadlines"][0]["at"], Value::Null);
    assert_eq!(service["deadlines"][0]["next"], "2026-12-31");
    assert_eq!(service["deadlines"][1]["on"], serde_json::json!(["fri"]));
    assert_eq!(service["deadlines"][1]["at"], "24:00");
    assert_eq!(service["review_every"], "12 months");
    assert_eq!(service["hours"]["country"], "FI");
    assert_eq!(service["hours"]["time_zone"], "Europe/Helsinki");
    assert!(service["hours"]["opening_hours"].as_str().unwrap().starts_with("Mo-Fr 08:00-16:00"));
    let step = &data["journeys"][0]["steps"][0];
    assert_eq!(step["when"], "before day 1");
    assert_eq!(step["with"]["words"]["en"], "Your family");
}

#[test]
fn it_tells_what_the_pages_work_out() {
    let project = Project::new()
        .file(
            "departments/house.yaml",
            "
            name: House
            hours: office
            services:
              order:
                name: Where is my order
                serves: [customers]
                standards: {normal: {resolution: 3d}}
                own_work: 2h
                depends_on: [{service: stock}]
              stock: {name: Stock, standards: {normal: {resolution: 1d}}}
              attic: {name: Attic}
            ",
        )
        .file("journeys/move.yaml", "name: Move\nsteps: [{what: Ask, service: stock}, {what: Pack, takes: 2d}]\n");
    let data = data(&project.catalog());
    let service = |id: &str| data["services"].as_array().unwrap().iter().find(|service| service["id"] == id).unwrap();
    let chain = &service("order")["chain"];
    assert_eq!(chain["steps"][0]["service"], "stock");
    assert_eq!(chain["steps"][0]["critical"], true);
    assert_eq!(chain["own_work"]["ends"], chain["ends"]);
    assert!(chain["ends"].as_str() < chain["promised"].as_str(), "{chain}");
    assert_eq!(service("stock")["chain"], Value::Null);
    assert_eq!(service("stock")["line_of_sight"], serde_json::json!(["stock", "order"]));
    assert_eq!(service("attic")["line_of_sight"], serde_json::json!([]));
    let journey = &data["journeys"][0];
    assert_eq!(journey["lead_time"], serde_json::json!({"usual": 3, "worst": 3, "at_least": false}));
    assert_eq!(journey["steps"][1]["critical"], true);
}

#[test]
fn a_translation_of_an_article_brings_its_own_words() {
    let project = Project::new()
        .file("departments/payroll/department.yaml", "name: Payroll\n")
        .file(
            "departments/payroll/articles/payslip.md",
            "---\ntitle: Payslip\nasked_as: [net pay]\nkeywords: {en: [tax], fi: [vanha]}\n---\nText\n",
        )
        .file(
            "departments/payroll/articles/payslip.fi.md",
            "---\ntitle: Laskelma\nasked_as: [nettopalkka]\nkeywords: {fi: [vero]}\n---\nTeksti\n",
        );
    let article = &data(&project.catalog())["articles"][0];
    assert_eq!(article["asked_as"], serde_json::json!({"en": ["net pay"], "fi": ["nettopalkka"]}));
    assert_eq!(article["keywords"], serde_json::json!({"en": ["tax"], "fi": ["vero"]}));
    assert_eq!(article["body"]["fi"], "Teksti\n");
}
