//! Whose zone, country and closed days a team keeps: every way to say them, held against a rule that is written out
//! here by hand.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::Value;

use crate::project::Project;

/// Who says something about where a team is.
#[derive(Clone, Copy, Debug)]
struct Said {
    department: bool,
    /// The department names a place that says everything.
    department_place: bool,
    /// The team names a place: none, one that says nothing, one that says everything.
    team_place: usize,
    team: bool,
}

const ZONES: [&str; 5] = ["Europe/Helsinki", "Europe/Stockholm", "Europe/Oslo", "Europe/Warsaw", "Europe/Berlin"];
const COUNTRIES: [&str; 5] = ["FI", "SE", "NO", "PL", "DE"];
const COMPANY: usize = 0;
const DEPARTMENT: usize = 1;
const DEPARTMENT_PLACE: usize = 2;
const TEAM_PLACE: usize = 3;
const TEAM: usize = 4;

fn all() -> Vec<Said> {
    let mut all = Vec::new();
    for number in 0..24 {
        all.push(Said {
            department: number % 2 == 1,
            department_place: number / 2 % 2 == 1,
            team_place: number / 4 % 3,
            team: number / 12 == 1,
        });
    }
    all
}

/// The keys of one of the five.
fn keys(who: usize) -> String {
    format!("time_zone: {}\ncountry: {}\nclosed_days: [2027-03-0{}]\n", ZONES[who], COUNTRIES[who], who + 1)
}

fn indented(text: &str, by: usize) -> String {
    text.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}

fn catalog() -> Project {
    let places = format!(
        "of-department:\n  name: One\n{}of-team:\n  name: Two\n{}silent: {{name: Three}}\n",
        indented(&keys(DEPARTMENT_PLACE), 2),
        indented(&keys(TEAM_PLACE), 2)
    );
    let mut project = Project::new()
        .file("catalog.yaml", format!("name: Acme\nlocales: [en]\n{}", keys(COMPANY)))
        .file("places.yaml", places);
    for (number, said) in all().into_iter().enumerate() {
        let mut text = format!("name: D{number}\n");
        if said.department {
            text += &keys(DEPARTMENT);
        }
        if said.department_place {
            text += "place: of-department\n";
        }
        write!(text, "teams:\n  t{number}:\n    name: T{number}\n    hours: \"Mo-Fr 08:00-16:00; PH off\"\n").unwrap();
        text += ["", "    place: silent\n", "    place: of-team\n"][said.team_place];
        if said.team {
            text += &indented(&keys(TEAM), 4);
        }
        project = project.file(&format!("departments/d{number}.yaml"), text);
    }
    project
}

/// The rule: the team's own, else its place's, else the department's, else that of the department's place where the
/// team names none, else the company's.
fn expected(said: Said) -> usize {
    if said.team {
        TEAM
    } else if said.team_place == 2 {
        TEAM_PLACE
    } else if said.department {
        DEPARTMENT
    } else if said.team_place == 0 && said.department_place {
        DEPARTMENT_PLACE
    } else {
        COMPANY
    }
}

/// Closed days are added up; the place of a team stands in for that of its department.
fn expected_days(said: Said) -> BTreeSet<String> {
    let says = [true, said.department, said.team_place == 0 && said.department_place, said.team_place == 2, said.team];
    (0..5).filter(|who| says[*who]).map(|who| format!("2027-03-0{}", who + 1)).collect()
}

#[test]
fn each_is_looked_up_by_itself() {
    let project = catalog();
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let published: Value = serde_json::from_str(&text).unwrap();
    let teams = published["teams"].as_array().unwrap();
    for (number, said) in all().into_iter().enumerate() {
        let team = teams.iter().find(|team| team["id"] == format!("t{number}")).unwrap();
        let who = expected(said);
        assert_eq!(team["hours"]["time_zone"], ZONES[who], "{said:?}");
        assert_eq!(team["hours"]["country"], COUNTRIES[who], "{said:?}");
        let days = team["hours"]["special_days"].as_array().unwrap();
        let days: BTreeSet<String> = days.iter().map(|day| day["from"].as_str().unwrap().to_owned()).collect();
        assert_eq!(days, expected_days(said), "{said:?}");
        let place = [if said.department_place { Some("of-department") } else { None }, Some("silent"), Some("of-team")];
        assert_eq!(team["place"].as_str(), place[said.team_place], "{said:?}");
    }
}

#[test]
fn a_part_of_a_country_goes_with_its_country() {
    let project = Project::new()
        .file("catalog.yaml", "name: Acme\nlocales: [en]\ntime_zone: Europe/Berlin\ncountry: DE\nsubdivision: DE-BY\n")
        .file("places.yaml", "york: {name: York, country: GB, subdivision: GB-ENG}\n")
        .file(
            "departments/a.yaml",
            "
            name: A
            hours: \"Mo-Fr 08:00-16:00; PH off\"
            teams:
              here: {name: Here}
              again: {name: Again, country: DE}
              north: {name: North, subdivision: DE-HH}
              abroad: {name: Abroad, country: PL}
              york: {name: York, place: york}
              glasgow: {name: Glasgow, place: york, subdivision: GB-SCT}
            ",
        );
    assert_eq!(project.run(["build"]).status, 0, "{}", project.check());
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let published: Value = serde_json::from_str(&text).unwrap();
    let kept = |id: &str| {
        let team = published["teams"].as_array().unwrap().iter().find(|team| team["id"] == id).unwrap();
        (team["hours"]["country"].clone(), team["hours"]["subdivision"].clone())
    };
    for (id, country, part) in [
        ("here", "DE", Some("DE-BY")),
        ("again", "DE", Some("DE-BY")),
        ("north", "DE", Some("DE-HH")),
        ("abroad", "PL", None),
        ("york", "GB", Some("GB-ENG")),
        ("glasgow", "GB", Some("GB-SCT")),
    ] {
        assert_eq!(kept(id), (country.into(), part.into()), "{id}");
    }
}

/// Independence Day of Poland, a Wednesday in 2026: who asks on its eve after three, by the clock in Warsaw, is
/// answered on Thursday.
#[test]
fn a_promise_runs_by_the_clock_and_the_holidays_of_the_place() {
    let project =
        Project::new().file("places.yaml", "gdansk: {name: Gdańsk, time_zone: Europe/Warsaw, country: PL}\n").file(
            "departments/pay.yaml",
            "
            name: Pay
            hours: \"Mo-Fr 08:00-16:00; PH off\"
            teams:
              here: {name: Here}
              there: {name: There, place: gdansk}
            services:
              finnish: {name: Finnish pay, team: here, standards: {normal: {first_response: 1h}}}
              polish: {name: Polish pay, team: there, standards: {normal: {first_response: 1h}}}
            ",
        );
    let answer = |service: &str| {
        let run = project.run(["when", service, "--asked", "2026-11-10T14:30:00Z", "--format", "json"]);
        let found: Value = serde_json::from_str(&run.stdout).unwrap();
        found["first_response_by"].as_str().unwrap().to_owned()
    };
    // Half past four in Helsinki is closed; half past three in Warsaw leaves half an hour.
    assert_eq!(answer("finnish"), "2026-11-11T09:00:00+02:00");
    assert_eq!(answer("polish"), "2026-11-12T08:30:00+01:00");
}

#[test]
fn a_person_keeps_the_time_of_their_own_place() {
    let project = Project::new()
        .file("places.yaml", "gdansk: {name: Gdańsk, time_zone: Europe/Warsaw}\nlahti: {name: Lahti}\n")
        .file(
            "people.yaml",
            "a: {name: A, team: pay}\nb: {name: B, team: pay, place: gdansk}\nc: {name: C, team: pay, place: lahti}\n\
             d: {name: D, team: pay, place: gdansk, time_zone: Europe/Oslo}\n",
        )
        .file("departments/pay.yaml", "name: Pay\nhours: \"Mo-Fr 08:00-16:00\"\nplace: lahti\n");
    assert_eq!(project.run(["build"]).status, 0, "{}", project.check());
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let published: Value = serde_json::from_str(&text).unwrap();
    let people = published["people"].as_array().unwrap();
    let kept: Vec<(&str, Option<&str>)> =
        people.iter().map(|person| (person["place"].as_str().unwrap(), person["time_zone"].as_str())).collect();
    let (warsaw, oslo) = (Some("Europe/Warsaw"), Some("Europe/Oslo"));
    assert_eq!(kept, [("lahti", None), ("gdansk", warsaw), ("lahti", None), ("gdansk", oslo)]);
}
