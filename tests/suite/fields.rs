//! The company's own facts: declared in `catalog.yaml`, said of entries, shown on their pages.

use crate::project::Project;

const COMPANY: &str = r#"
    name: Acme
    locales: [en, fi]
    time_zone: Europe/Helsinki
    fields:
      cost_centre: {name: {en: Cost centre, fi: Kustannuspaikka}, on: [department, team, person], pattern: "[0-9]{4}"}
      class: {name: Class, on: [service], choices: {gold: {en: Gold, fi: Kulta}, silver: Silver}}
      note: {name: Note}
"#;

const PAY: &str = r#"
    name: Pay
    channels: [{email: pay@acme.example}]
    fields: {cost_centre: 0471}
    teams: {desk: {name: Desk, fields: {cost_centre: "4712", note: Ring twice}}}
    services: {pay: {name: Pay, summary: Pays., team: desk, fields: {class: gold}}}
"#;

const PEOPLE: &str = "ada.ek: {name: Ada Ek, team: desk, fields: {cost_centre: 4713}}\n";

fn project(pay: &str) -> Project {
    Project::empty().file("catalog.yaml", COMPANY).file("people.yaml", PEOPLE).file("departments/pay.yaml", pay)
}

fn page(project: &Project, path: &str) -> String {
    let html = std::fs::read_to_string(project.path().join("site").join(path)).unwrap();
    html.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_tell_them_in_the_readers_language() {
    let project = project(PAY);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for (path, name, value) in [
        ("departments/pay.html", "Cost centre", "0471"),
        ("teams/desk.html", "Note", "Ring twice"),
        ("services/pay.html", "Class", "Gold"),
        ("fi/services/pay.html", "Class", "Kulta"),
        ("fi/teams/desk.html", "Kustannuspaikka", "4712"),
        ("people/ada.ek.html", "Cost centre", "4713"),
    ] {
        let page = page(&project, path);
        assert!(page.contains(name) && page.contains(value), "{path}: {name}, {value}\n{page}");
    }
    let catalog: serde_json::Value = serde_json::from_str(&page(&project, "catalog.json")).unwrap();
    assert_eq!(catalog["company"]["fields"][0]["pattern"], "[0-9]{4}");
    let said = &catalog["services"][0]["fields"][0];
    assert_eq!(
        (&said["field"], &said["value"], &said["choice"]["fi"]),
        (&"class".into(), &"gold".into(), &"Kulta".into())
    );
}

#[test]
fn what_is_said_of_a_person_is_private_with_them() {
    let company = format!("{COMPANY}    privacy: names\n");
    let project = project(PAY).file("catalog.yaml", company);
    assert_eq!(project.run(["build"]).status, 0);
    assert!(!page(&project, "people/ada.ek.html").contains("4713"));
    assert!(!page(&project, "catalog.json").contains("4713"));
}

#[test]
fn slips_are_told_where_they_are() {
    for (from, to, told) in [
        ("class: gold", "class: gould", "error[invalid-field]: `gould` is none of the choices of `class`"),
        ("class: gold", "klass: gold", "error[unknown-field]: the company has no field `klass`"),
        ("class: gold", "cost_centre: 4711", "error[unknown-field]: the field `cost_centre` is not said of a service"),
        ("0471", "471", "error[invalid-field]: `471` does not look like a value of `cost_centre`: `[0-9]{4}`"),
        ("0471", "47110", "error[invalid-field]: `47110` does not look like a value"),
        ("0471", "\"04 71\"", "did you mean `0471`?"),
        ("{cost_centre: 0471}", "[cost_centre]", "error[wrong-type]"),
    ] {
        let report = project(&PAY.replace(from, to)).check();
        assert!(report.contains(told), "{told}\n{report}");
        assert_eq!(report.matches("error[").count(), 1, "{report}");
    }
    for (from, to, told) in [
        ("\"[0-9]{4}\"", "\"[0-9\"", "error[invalid-pattern]: `[0-9` is not a pattern"),
        ("\"[0-9]{4}\"", "\"a){2}(b\"", "error[invalid-pattern]: `a){2}(b` is not a pattern"),
        ("on: [service]", "on: [servise]", "error[unknown-word]: a field is not said of `servise`"),
        ("name: Class, ", "", "error[missing-name]: the field `class` has no `name`"),
        (
            "name: Class,",
            "name: Class, pattern: g,",
            "error[misplaced-key]: a field has a `pattern` or `choices`, not both",
        ),
    ] {
        let report = project(PAY).file("catalog.yaml", COMPANY.replace(from, to)).check();
        assert!(report.contains(told), "{told}\n{report}");
    }
}

/// A pattern cannot take more than a moment, whatever it is and whatever it is held against.
#[test]
fn no_pattern_is_slow() {
    let company = COMPANY.replace("[0-9]{4}", "(a*)*b");
    let long = "a".repeat(50_000);
    let report = project(&PAY.replace("0471", &long)).file("catalog.yaml", company).check();
    assert!(report.contains("error[invalid-field]"), "{report}");
    let large = COMPANY.replace("[0-9]{4}", "((a{100}){100}){100}");
    assert!(project(PAY).file("catalog.yaml", large).check().contains("error[invalid-pattern]"));
}
